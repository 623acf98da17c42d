"""What a presenter takes to a demonstration on paper: the time, what to say, what is typed and what comes back."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import ceil

from intake.bundle.markup import Markup, listing, page, section, table, tag, text
from intake.checking.progress import span
from intake.demo.script import Chapter, Script
from intake.demo.timing import Played
from intake.handout.paper import PAPER
from intake.words import _

_STYLE = f"""{PAPER}.times tbody th {{ width: 60%; }}
@media print {{
  .times {{ break-inside: avoid; }}
  section {{ margin-top: .6rem; }}
  p, ul, table {{ margin: .3rem 0; }}
}}
"""
_KEYS = _(
    "Space plays and pauses, → plays one line, + and − change the pace, c lists the chapters, r reveals the rule, n "
    "shows these notes, w shows one exchange at a time, F5 lets you type and hands back. Real cases are never touched."
)
_BACK = _("After the arrow of each line that is typed stands the first line of what comes back.")


def notes(script: Script, played: Sequence[Played]) -> str:
    """An HTML page with the times, and a section for each chapter of `played`."""
    title = _("Notes for the presenter")
    plays = [ceil(each.seconds / 10) * 10 for each in played]  # to the next ten seconds: nobody plays it to the second
    talk = max(script.minutes * 60 - sum(plays), 0) / len(plays)
    body = [
        tag("h1", text(title)),
        tag("p", text(f"{script.title} {_whole(script.minutes, sum(plays), talk)}")),
        tag("p", text(f"{_KEYS} {_BACK}"), class_="statement"),
        _times(script.chapters, plays, talk),
    ]
    parts = (_chapter(script, index, each) for index, each in enumerate(played))
    return page(title, _STYLE, *body, *parts)


def _whole(minutes: int, plays: int, talk: float) -> str:
    """How long it plays, and what is left to talk."""
    told = _("It plays for {time} at a person's pace (×1), without what is said in the room.").format(time=span(plays))
    left = _("Of {minutes} minutes that leaves {talk} a chapter to talk and to answer.")
    return f"{told} {left.format(minutes=minutes, talk=span(talk))}" if talk else told


def _times(chapters: Sequence[Chapter], plays: Sequence[int], talk: float) -> Markup:
    """When each chapter begins, if all the time to talk is used, and how long it plays."""
    begins = accumulate((each + talk for each in plays[:-1]), initial=0.0)
    columns = _("Chapter"), _("Begins after"), _("Plays")
    rows = (map(text, (c.title, span(at), span(for_))) for c, at, for_ in zip(chapters, begins, plays, strict=True))
    return table(_("The times"), columns, map(list, rows), class_="times")


def _chapter(script: Script, index: int, played: Played) -> Markup:
    chapter = script.chapters[index]
    typed = (line.words for line in script.lines if line.chapter == index)
    said = [*(tag("p", text(note)) for note in chapter.notes), *(tag("p", text(note)) for note in chapter.paper)]
    shown = (
        Markup(f"{tag('code', text(words))} {text(_first(back))}")
        for words, back in zip(typed, played.answers, strict=True)
    )
    return section(2, chapter.title, *said, listing(shown), *_rules(played.rules))


def _first(answer: str) -> str:
    """The first line of what comes back."""
    return next((f"→ {line}" for line in answer.splitlines() if line.strip()), "")


def _rules(rules: Sequence[str]) -> Iterator[Markup]:
    if rules:
        yield tag("p", tag("strong", text(_("The rules to explain"))))
        yield listing(map(text, rules))
