"""What a presenter takes to a demonstration on paper: its chapters and their minutes, what to say, what is typed."""

from collections.abc import Sequence
from math import ceil

from intake.bundle.markup import Markup, listing, page, section, tag, text
from intake.checking.progress import span
from intake.demo.script import Chapter, Script
from intake.handout.paper import PAPER
from intake.words import _


def notes(script: Script, seconds: Sequence[float]) -> str:
    """An HTML page with a section for each chapter, and for how many `seconds` it plays."""
    title = _("Notes for the presenter")
    whole = _("It plays for {time} at a person's pace (×1), without what is said in the room.").format(
        time=_time(sum(seconds))
    )
    body = [
        tag("h1", text(title)),
        tag("p", text(f"{script.title} {whole}")),
        tag("p", text(_KEYS), class_="statement"),
    ]
    parts = (_chapter(script, index, chapter, seconds[index]) for index, chapter in enumerate(script.chapters))
    return page(title, PAPER, *body, *parts)


def _time(seconds: float) -> str:
    """To the next ten seconds: nobody plays it to the second."""
    return span(ceil(seconds / 10) * 10)


_KEYS = _(
    "Space plays and pauses, → plays one line, + and − change the pace, c lists the chapters, r reveals the rule, n "
    "shows these notes, w shows one exchange at a time, F5 lets you type and hands back. Real cases are never touched."
)


def _chapter(script: Script, index: int, chapter: Chapter, seconds: float) -> Markup:
    typed = [tag("code", text(line.words)) for line in script.lines if line.chapter == index]
    said = [tag("p", text(note)) for note in chapter.notes]
    return section(2, f"{chapter.title} ({_time(seconds)})", *said, listing(typed))
