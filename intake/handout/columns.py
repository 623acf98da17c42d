"""The columns that every form of the hand-out shows, and the sentences that stand around its tables."""

from collections.abc import Sequence

from intake.rulebook.levels import Line, OpenPoint, Overview
from intake.rulebook.verdicts import Guidance
from intake.words import _

#: What stands above the cells of a requirement, and of a point that the source leaves open.
REQUIREMENT = (_("Rule"), _("Source"), _("Only if the association says so"), _("Other guidance"), _("To ask"))
OPEN = (_("The source says"), _("It does not say"), _("Other guidance"))
OPEN_TITLE = _("What the source leaves open")
GUIDANCE_NOTE = _("Other guidance comes from other sources. It is shown with its label, and nothing is judged by it.")


def heading(shown: Overview) -> str:
    """What the hand-out is: the edition's title and which edition it is."""
    return _("{title}: what the rules ask").format(title=shown.title)


def edition(shown: Overview) -> str:
    """Which edition it is, by its name and version."""
    return _("Edition {name}, version {version}").format(name=shown.edition, version=shown.version)


def sources(shown: Overview) -> list[str]:
    """Each source with its date."""
    return [_("Source: {title} ({seen})").format(title=s.title, seen=s.seen) for s in shown.sources]


def cells(line: Line) -> list[Sequence[str]]:
    """The cells of a requirement under `REQUIREMENT`, each a sequence of sentences."""
    sources = [f"{cite.source}, “{cite.section}”: “{cite.quote}”" for cite in line.cites]
    return [[line.rule], sources, line.confirm, _guidance(line.guidance), [line.ask] if line.ask else []]


def open_cells(point: OpenPoint) -> list[Sequence[str]]:
    """The cells of an open point under `OPEN`, each a sequence of sentences."""
    return [[point.says], [point.silent], _guidance(point.guidance)]


def _guidance(guidance: tuple[Guidance, ...]) -> list[str]:
    return [f"{g.text} ({g.source})" for g in guidance]
