"""By time alone: the first days on which a requirement would be met, strictly and loosely, if nothing else changed."""

from intake.rulebook.assess import Assessment
from intake.rulebook.edition import Requirement
from intake.rulebook.forecast import first_day
from intake.rulebook.verdicts import Earliest, Word


def earliest(assessment: Assessment, requirement: Requirement) -> Earliest | None:
    """When the requirement would be met, as far as `forecast` looks ahead; None where that is never, or it is met.

    `strict` is None where that reading needs more than time; `loose` too, and where it is satisfied already.
    """
    word = assessment.word(requirement)
    if word == "met":
        return None
    strict = _first_day(assessment, requirement, {"met"})
    loose = None if word == "confirm" else _first_day(assessment, requirement, {"met", "confirm"})
    return Earliest(strict, loose) if strict or loose else None


def _first_day(assessment: Assessment, requirement: Requirement, wanted: set[Word]) -> str | None:
    """The first day after the as-of date on which the verdict is in `wanted`."""
    day = first_day(assessment, requirement.facts, lambda later: later.word(requirement) in wanted)
    return day.isoformat() if day else None
