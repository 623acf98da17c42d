"""What a presenter takes to a demonstration on paper: its chapters, what to say, what is typed."""

from intake.bundle.markup import Markup, listing, page, section, tag, text
from intake.demo.script import Chapter, Script
from intake.handout.paper import PAPER
from intake.words import _


def notes(script: Script) -> str:
    """An HTML page with a section for each chapter."""
    title = _("Notes for the presenter")
    body = [tag("h1", text(title)), tag("p", text(script.title)), tag("p", text(_KEYS), class_="statement")]
    parts = (_chapter(script, index, chapter) for index, chapter in enumerate(script.chapters))
    return page(title, PAPER, *body, *parts)


_KEYS = _(
    "Space plays and pauses, → plays one line, + and − change the pace, c lists the chapters, r reveals the rule, n "
    "shows these notes, w shows one exchange at a time, F5 lets you type and hands back. Real cases are never touched."
)


def _chapter(script: Script, index: int, chapter: Chapter) -> Markup:
    typed = [tag("code", text(line.words)) for line in script.lines if line.chapter == index]
    said = [tag("p", text(note)) for note in chapter.notes]
    return section(2, chapter.title, *said, listing(typed))
