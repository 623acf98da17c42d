"""Whether referees are different people: the page asks for three ratings, and three distinct people are meant."""

import re
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from intake.text import folded
from intake.words import _

_TITLES = frozenset(
    {"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "rev", "sr", "jr", "phd", "md", "rn", "bsn", "dnp"}
    | {"lcsw", "lpc", "lmft", "msw", "edd", "imh"}
)
_WORD = re.compile(r"\w+")


class Person(NamedTuple):
    """Somebody as they were named; empty where it is not known."""

    name: str = ""
    email: str = ""
    phone: str = ""


def doubles(people: Sequence[Person]) -> list[tuple[int, int, str]]:
    """Who of `people` is the same as somebody before, by place, and by what they are known to be the same."""
    pairs = combinations(range(len(people)), 2)
    found = ((one, other, shared(people[one], people[other])) for one, other in pairs)
    return [(one, other, by) for one, other, by in found if by]


def shared(one: Person, other: Person) -> str:
    """What two people have in common that different people do not; empty where there is nothing."""
    if _email(one.email) and _email(one.email) == _email(other.email):
        return _("the same e-mail address")
    if _digits(one.phone) and _digits(one.phone) == _digits(other.phone):
        return _("the same telephone number")
    return _("the same name") if _same_name(one.name, other.name) else ""


def _same_name(one: str, other: str) -> bool:
    """Whether two names are one: in any order and case, without accents, titles, degrees and initials in the middle."""
    return bool(_name(one)) and _name(one) == _name(other)


def _name(name: str) -> frozenset[str]:
    words = [word for word in _WORD.findall(folded(name).replace(".", "").replace("'", "")) if word not in _TITLES]
    long = [word for word in words if len(word) > 1]
    return frozenset(long if len(long) > 1 else words)


def _email(address: str) -> str:
    """An address without its case and without what stands after a plus, which leads to the same box."""
    box, _at, domain = address.casefold().strip().rpartition("@")
    return f"{box.partition('+')[0]}@{domain}" if box else ""


def _digits(phone: str) -> str:
    """A number's digits without an extension and without the country code of the United States; at least seven."""
    digits = re.sub(r"\D", "", phone.partition(";ext=")[0])
    digits = digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
    return digits if len(digits) >= 7 else ""
