"""The days on which something that the applicant told expires or ends, as a calendar (RFC 5545).

Only days that were told, and the last days that the year of a renewal may have: sources disagree on when it begins, so
each is there, and says so. A renewal is reminded of a month and a week ahead.
"""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from intake.bundle import labels
from intake.portfolio.edtf import bounds, spoken
from intake.text import visible
from intake.words import _

#: The most bytes of a line without its ending.
_LONGEST = 75
#: How many days ahead of the end of a renewal year a calendar reminds.
_AHEAD = (30, 7)


class _Day(NamedTuple):
    """A whole day: what it is the day of, by a name that stays, what is said of it, and how many days ahead."""

    owner: str
    day: dt.date
    said: str
    about: str
    ahead: tuple[int, ...] = ()


def calendar(portfolio: Mapping[str, Any], stamp: dt.datetime, today: dt.date, ends: Sequence[dt.date] = ()) -> str:
    """The calendar, empty where nothing expires; `stamp`, with its offset, is the time of the case's last change.

    `ends` are the last days that the renewal year may have; one before `today` says that it has passed.
    """
    expiring = (item for item in portfolio.get("education") or [] if item.get("expires"))
    days = [*map(_expiry, expiring), *(_end(end, today) for end in ends)]
    if not days:  # the standard knows no calendar without an event
        return ""
    name = (portfolio.get("applicant") or {}).get("name")
    whose = f"{portfolio['association']}\n{name}"
    days = [day._replace(said=f"{name}: {day.said}") for day in days] if name else days
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//intake//hand-over sheet//EN"]
    lines += [line for day in days for line in _event(whose, day, stamp)]
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _expiry(item: Mapping[str, Any]) -> _Day:
    """When something expires; of a part date the first day that it may be."""
    told, days = item["expires"], bounds(item["expires"])
    what = labels.answer("credential", item.get("credential")) or labels.item(item["id"])
    said = _("{what} expires: {day}").format(what=what, day=spoken(told))
    about = ". ".join(
        filter(None, [item.get("school"), _("As told in the application. Ask the issuer when to renew it.")])
    )
    return _Day(f"{item['id']}\nexpires", days.earliest, said, about)


def _end(day: dt.date, today: dt.date) -> _Day:
    """A last day that the renewal year may have."""
    begin = day.replace(year=day.year - 1) + dt.timedelta(days=1)
    said = _("The renewal year ends, if it began in {month}").format(month=spoken(begin.isoformat()[:7]))
    about = _(
        "Pages disagree on when the year begins. Ask the association by when and how to renew, and what it costs."
    )
    if day < today:
        about = _("This day has passed: the year is over, if it began then. {about}").format(about=about)
    return _Day(f"renewal\n{day.isoformat()}", day, said, about, _AHEAD)


def _event(whose: str, day: _Day, stamp: dt.datetime) -> list[str]:
    owner = f"{whose}\n{day.owner}"
    return [
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(owner.encode()).hexdigest()[:32]}@intake.invalid",
        f"DTSTAMP:{stamp.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day.day:%Y%m%d}",
        f"SUMMARY:{_escaped(day.said)}",
        f"DESCRIPTION:{_escaped(day.about)}",
        "TRANSP:TRANSPARENT",
        *(line for days in day.ahead for line in _reminder(day, days)),
        "END:VEVENT",
    ]


def _reminder(day: _Day, days: int) -> list[str]:
    return [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"TRIGGER:-P{days}D",
        f"DESCRIPTION:{_escaped(day.said)}",
        "END:VALARM",
    ]


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return visible(text).replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """`line` in parts of at most 75 bytes that break no letter; each but the first begins with a blank."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > _LONGEST:
            yield part
            part = " "
        part += letter
    yield part
