"""What a case is called while its applicant has given no name."""

import re

from intake.words import _

#: The title of a case until its applicant has given a name.
UNTITLED = _("Application")
#: The same of a case that was begun in a browser.
VISITOR = _("Visitor {number}")
#: The same of one that began with a call; the number is its day and time.
CALLER = _("Call {number}")
#: What a case is called that goes on from another one, by its purpose; a renewal has its year once that is told.
_CONTINUED: dict[str, str] = {"renew": _("{name}, renewal"), "move": _("{name}, next level")}


def continued_title(name: str, purpose: str, year: str = "") -> str:
    """What a case for `purpose` is called that goes on from the one of `name`; `name` alone for no purpose."""
    title = _CONTINUED.get(purpose, "{name}").format(name=name)
    return f"{title} {year}" if year and purpose == "renew" else title


def is_nameless(title: str) -> bool:
    """Whether the program gave a case its title for want of a name."""
    numbered = (re.escape(name).replace(re.escape("{number}"), r"[\d :-]+") for name in (VISITOR, CALLER))
    return title == UNTITLED or any(re.fullmatch(name, title) for name in numbered)
