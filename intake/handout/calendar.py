"""The days on which something that the applicant told expires, as a calendar (RFC 5545).

Only days that were told: no source that the rules stand on says on which day a membership or an endorsement is renewed.
"""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from intake.bundle import labels
from intake.portfolio.edtf import bounds, spoken
from intake.text import visible
from intake.words import _

#: The most bytes of a line without its ending.
_LONGEST = 75


def calendar(portfolio: Mapping[str, Any], stamp: dt.datetime) -> str:
    """The calendar, empty where nothing expires; `stamp`, with its offset, is the time of the case's last change."""
    expiring = [item for item in portfolio.get("education") or [] if item.get("expires")]
    if not expiring:  # the standard knows no calendar without an event
        return ""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//intake//hand-over sheet//EN"]
    lines += [line for item in expiring for line in _event(portfolio, item, stamp)]
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _event(portfolio: Mapping[str, Any], item: Mapping[str, Any], stamp: dt.datetime) -> list[str]:
    """A whole day; of a part date the first day that it may be."""
    told, days = item["expires"], bounds(item["expires"])
    what = labels.answer("credential", item.get("credential")) or labels.item(item["id"])
    owner = f"{portfolio['association']}\n{(portfolio.get('applicant') or {}).get('name')}\n{item['id']}\nexpires"
    said = _("{what} expires: {day}").format(what=what, day=spoken(told))
    about = ". ".join(
        filter(None, [item.get("school"), _("As told in the application. Ask the issuer when to renew it.")])
    )
    return [
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(owner.encode()).hexdigest()[:32]}@intake.invalid",
        f"DTSTAMP:{stamp.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{days.earliest:%Y%m%d}",
        f"SUMMARY:{_escaped(said)}",
        f"DESCRIPTION:{_escaped(about)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
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
