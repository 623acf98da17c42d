"""The first page of what a workshop prints: what each of the others is for, on how many sides, and when to use it."""

from typing import NamedTuple

from intake.bundle.markup import Markup, page, table, tag, text
from intake.handout.paper import PAPER
from intake.words import _

_STYLE = f"{PAPER}tbody th {{ width: 26%; }}\ntd {{ white-space: normal; }}\nol li {{ margin: .4rem 0; }}\n"


class Sheet(NamedTuple):
    """A page of the set: the name of its file, what it is called, what it is for, and how many sides it takes."""

    name: str
    title: str
    use: str
    sides: str


def sheets(applicants: int, pictures: int) -> tuple[Sheet, ...]:
    """All pages, for so many invented applicants and a picture of the interview on so many sides."""
    each = _("{n}: one for each applicant").format(n=applicants)
    return (
        Sheet("overview", _("The levels side by side"), _("One for everybody, to judge by"), _("1, across")),
        Sheet(
            "requirements",
            _("The rules"),
            _("One for each table: every rule with its sentence, what other pages say, and what is open"),
            _("as many as the rules take, across"),
        ),
        Sheet("exercises", _("Exercises"), _("One applicant for each person or pair, to fill in"), each),
        Sheet(
            "solutions",
            _("Solutions"),
            _("For you until the exercises are done, then for everybody"),
            _("at most {n}: two for each applicant").format(n=2 * applicants),
        ),
        Sheet("interview", _("The interview"), _("What is asked, in which order, as a picture"), str(pictures)),
        Sheet("notes", _("Notes for the presenter"), _("For you alone, beside the demonstration"), _("a few")),
    )


_STEPS = (
    _("Print the pages from a browser, on Letter or A4, without a margin of your own."),
    _("Give everybody the levels side by side, and show the demonstration: intake demo."),
    _("Hand out the exercises. Who has finished compares with a neighbor, and both point at their sentence."),
    _("Hand out the solutions. What only the association can say stays open there too: collect those questions."),
)


def contents(rules: str, of: tuple[Sheet, ...]) -> str:
    """An HTML page that leads to each of the others; `rules` is what the set is made from."""
    title = _("The hand-outs of a workshop")
    rows = ((_link(sheet), text(sheet.use), text(sheet.sides)) for sheet in of)
    return page(
        title,
        _STYLE,
        tag("h1", text(title)),
        tag("p", text(rules), class_="statement"),
        table(_("The pages"), (_("Page"), _("What it is for"), _("Sides of paper")), rows),
        tag("h2", text(_("How to use them"))),
        tag("ol", *(tag("li", text(step)) for step in _STEPS)),
    )


def _link(sheet: Sheet) -> Markup:
    file = f"{sheet.name}.html"
    return Markup(f"{tag('a', text(sheet.title), href=file)}<br>{tag('code', text(file))}")
