"""The columns that every form of the hand-out shows, and the sentences that stand around its tables."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

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


def signs(shown: Overview) -> dict[str, str]:
    """Each source's title, and the short sign for it where the title would stand in every row."""
    return {source.title: f"[{number}]" for number, source in enumerate(shown.sources, start=1)}


def cells(line: Line, short: Mapping[str, str] = MappingProxyType({})) -> list[Sequence[str]]:
    """The cells of a requirement under `REQUIREMENT`, each a sequence of sentences; `short` are signs of sources."""
    sources = [f"{short.get(cite.source, cite.source)}, “{cite.section}”: “{cite.quote}”" for cite in line.cites]
    return [[line.rule], sources, line.confirm, _guidance(line.guidance), [line.ask] if line.ask else []]


def open_cells(point: OpenPoint) -> list[Sequence[str]]:
    """The cells of an open point under `OPEN`, each a sequence of sentences."""
    return [[point.says], [point.silent], _guidance(point.guidance)]


def _guidance(guidance: tuple[Guidance, ...]) -> list[str]:
    return [f"{g.text} ({g.source})" for g in guidance]
