"""What of one case counts on in the next: a renewal, or a move to another level. Pure.

What may be otherwise by now is carried over and looked at again; what belongs to its own time (membership, the Code,
the signature, the level aimed for, what was done about the move) is asked anew. Lists stay open, so that what came
since is added.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from intake.interview.present import Given, Listed, Pin, Present
from intake.portfolio.edtf import bounds
from intake.portfolio.months import ONGOING
from intake.words import _

Purpose = Literal["move", "renew"]
READER = "carried over"
#: The lists that count on.
LISTS: dict[Purpose, tuple[str, ...]] = {
    "move": ("education", "training", "work", "supervision", "references"),
    "renew": ("training", "supervision"),
}
#: Answers asked once that hold for a person at any time.
_STAY = frozenset({"name", "email", "phone", "virginia"})
#: For a renewal only entries count whose time reached into the year before this one, or goes on.
_YEARS_BACK = 1
#: What lies with a reference answers a request of the case before.
_RATINGS = "references-"
_HELD = _("it was the level that you aimed for. Is it the endorsement that you hold now?")
_RATED = _("this rating was for the case before. How far is it for this one?")


def carried(present: Present, purpose: Purpose, flow: Pin, year: int) -> Present:
    """What of `present` counts on in a case for `purpose`, under the questions `flow`, begun in the calendar `year`."""
    lists = tuple(_listed(listed, _kept(present, listed, purpose, year)) for listed in present.lists)
    lists = tuple(listed for listed in lists if listed.section in LISTS[purpose])
    items = {item for listed in lists for item in listed.items}
    entries = (_entry(given) for given in present.answers if given.item in items)
    once = (given for given in present.answers if _stays(given))
    files = tuple(file for file in present.files if file.item in items and not file.item.startswith(_RATINGS))
    answers = (*once, _aim(purpose), *_held(present), *entries)
    return Present(flow, present.format, answers, lists, files=files)


def _stays(given: Given) -> bool:
    section, _dot, field = given.question.partition(".")
    return section == "applicant" and field in _STAY


def _aim(purpose: Purpose) -> Given:
    return Given("applicant.purpose", value=purpose, reader=READER)


def _held(present: Present) -> Iterator[Given]:
    """The endorsement held: as it was told where a renewal told it, else the level that was aimed for."""
    told = {given.question: given for given in present.answers if given.status == "answered"}
    if (purpose := told.get("applicant.purpose")) is not None and purpose.value == "renew":
        yield from (told[name] for name in ("endorsement.level", "endorsement.since") if name in told)
    elif aimed := told.get("target.level"):
        yield Given("endorsement.level", value=aimed.value, raw=aimed.raw, reader=READER, look=_HELD)


def _listed(listed: Listed, items: tuple[str, ...]) -> Listed:
    """The list with these items, not called complete any more."""
    return msgspec.structs.replace(listed, items=items, finished=False, left=False)


def _kept(present: Present, listed: Listed, purpose: Purpose, year: int) -> tuple[str, ...]:
    if purpose == "move":
        return listed.items
    times = {g.item: g.value for g in present.answers if g.question in {"training.date", "supervision.span"}}
    return tuple(item for item in listed.items if _reaches(times.get(item), year - _YEARS_BACK))


def _reaches(time: object, year: int) -> bool:
    """Whether a date or a span may reach into a year or beyond it; one that is not known may."""
    end = time.get("end") if isinstance(time, dict) else time
    return not isinstance(end, str) or end == ONGOING or bounds(end).latest.year >= year


def _entry(given: Given) -> Given:
    again = given.question == "references.status" and given.status == "answered"
    return msgspec.structs.replace(given, look=_RATED) if again else given
