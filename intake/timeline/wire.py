"""The timeline as JSON values: days as ISO dates, first and last day inclusive."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from intake.portfolio.months import Period
from intake.rulebook.proof import shown as rounded
from intake.timeline.values import Lane, Mark, Measure, Overlap, Share, Timeline


def wire(shown: Timeline, shares: dict[str, tuple[Share, ...]]) -> dict[str, Any]:
    """All of it; `shares` holds what each item is to each of the measures."""
    return {
        "as_of": shown.as_of.isoformat(),
        "scale": _days(shown.scale),
        "lanes": [_lane(lane, shown.measures, shares.get(lane.item, ())) for lane in shown.lanes],
        "marks": list(map(_mark, shown.marks)),
        "overlaps": list(map(_overlap, shown.overlaps)),
        "counts": list(map(_measure, shown.measures)),
    }


def _days(period: Period | None) -> dict[str, str] | None:
    if period is None:
        return None
    return {"first": period.start.isoformat(), "last": (period.end - dt.timedelta(days=1)).isoformat()}


def _all(periods: Iterable[Period]) -> list[dict[str, str] | None]:
    return [_days(period) for period in periods]


def _months(readings: tuple[int, int] | None) -> dict[str, int] | None:
    return None if readings is None else {"strict": readings[0], "loose": readings[1]}


def _lane(lane: Lane, measures: tuple[Measure, ...], shares: Iterable[Share]) -> dict[str, Any]:
    counts = [
        {
            "requirement": measures[s.measure].requirement,
            "fact": measures[s.measure].fact,
            "standing": s.standing,
            "amount": s.amount,
            "reason": s.reason,
        }
        for s in shares
    ]
    return {
        "section": lane.section,
        "item": lane.item,
        "number": lane.number,
        "title": lane.title,
        "when": lane.when or None,
        "approximate": lane.approximate,
        "ongoing": lane.ongoing,
        "certain": _days(lane.sure),
        "perhaps": _days(lane.perhaps),
        "to_come": _days(lane.ahead),
        "months": _months(lane.months),
        "told": dict(lane.facts),
        "counts": counts,
    }


def _mark(mark: Mark) -> dict[str, Any]:
    days = [day and day.isoformat() for day in (mark.first, mark.last)]
    return {"question": mark.question, "item": mark.item or None, "title": mark.title} | dict(
        zip(("when", "earliest", "latest"), (mark.when or None, *days), strict=True)
    )


def _overlap(overlap: Overlap) -> dict[str, Any]:
    return {
        "perhaps": _days(overlap.period),
        "certain": _all(overlap.sure),
        "items": list(overlap.items),
        "months": _months(overlap.months),
    }


def _measure(measure: Measure) -> dict[str, Any]:
    months = {name: rounded(getattr(measure, name)) for name in ("strict", "loose", "possible")}
    return {
        "requirement": measure.requirement,
        "level": measure.level or None,
        "title": measure.title,
        "verdict": measure.verdict,
        "fact": measure.fact,
        "fact_title": measure.fact_title,
        "needed": measure.needed or None,
        "months": months,
        "counts": _all(measure.counts),
        "if_confirmed": _all(measure.perhaps),
        "not_known_yet": _all(measure.unknown),
        "does_not_count": _all(measure.out),
    }
