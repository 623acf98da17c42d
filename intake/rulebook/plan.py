"""The plan: for each row of the board what is open, by whose turn it is, the smallest step first."""

from collections.abc import Iterable

import msgspec

from intake.rulebook.assess import Assessment
from intake.rulebook.board import Row, best_track, board
from intake.rulebook.edition import Requirement
from intake.rulebook.steps import Route, Turn, length, routes

#: The order in which a plan tells whose turn it is.
TURNS: tuple[Turn, ...] = ("yours", "time", "others", "association")


class Gap(msgspec.Struct, frozen=True):
    """An open requirement and the routes to it, the shortest first.

    `closes` are the ids of the other open requirements of the plan that the first route leads to as well.
    """

    id: str
    title: str
    routes: tuple[Route, ...]
    closes: tuple[str, ...] = ()

    @property
    def turn(self) -> Turn:
        """Whose turn it is on the shortest route."""
        return self.routes[0].turn


class RowPlan(msgspec.Struct, frozen=True):
    """A row of the board and its gaps: by whose turn it is, the smallest first, and of two alike what closes more."""

    row: Row
    gaps: tuple[Gap, ...]

    @property
    def next(self) -> Gap | None:
        """The smallest next step: the person's own before any other."""
        return self.gaps[0] if self.gaps else None


def plan(assessment: Assessment, row: str = "") -> tuple[RowPlan, ...]:
    """The plan of every row of the board that concerns the case, or of one."""
    rows = [(one, _gaps(assessment, one.id)) for one in board(assessment)]
    every = [gap for _one, gaps in rows for gap in gaps]
    return tuple(RowPlan(one, _ordered(gaps, every)) for one, gaps in rows if row in {"", one.id})


def _gaps(assessment: Assessment, row: str) -> list[Gap]:
    found = ((r, routes(assessment, r)) for r in _requirements(assessment, row))
    return [Gap(r.id, r.title, ways) for r, ways in found if ways]


def _requirements(assessment: Assessment, row: str) -> list[Requirement]:
    """The requirements of a row of the board; of the tracks of a level the one that stands best."""
    own = assessment.group("level", row)
    return [*best_track(assessment, own), *assessment.group("exam", row)] if own else assessment.group(row)


def _ordered(gaps: Iterable[Gap], every: Iterable[Gap]) -> tuple[Gap, ...]:
    others = list(every)
    whole = [msgspec.structs.replace(gap, closes=_closed(gap, others)) for gap in gaps]
    return tuple(sorted(whole, key=lambda gap: (TURNS.index(gap.turn), length(gap.routes[0]), -len(gap.closes))))


def _closed(gap: Gap, others: Iterable[Gap]) -> tuple[str, ...]:
    """The gaps with a route that takes nothing but steps of this one's shortest."""
    steps = set(gap.routes[0].steps)
    return tuple(
        other.id for other in others if other.id != gap.id and any(steps.issuperset(r.steps) for r in other.routes)
    )
