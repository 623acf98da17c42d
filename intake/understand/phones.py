"""A telephone number, of the United States where no country is given: "804-555-0123", "(804) 555 0123 ext. 4".

`phonenumbers` keeps the rules. A number that is possible but not known to be in use is read back, as is one found
within a sentence.
"""

import re
from typing import TYPE_CHECKING

from intake.understand.slots import Reading
from intake.understand.unused import not_used
from intake.understand.words import bare, phrases, plain

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

READER = "phones"

_COUNTRY = "US"
_LEADS = frozenset(
    phrases(
        """my|the|it|its|is|phone|telephone|tel|cell|mobile|home|work|office|number|no|call|text|me|at|on|you|can|reach|
        contact|use|best|direct|line|um|uh|sure|and|please|thanks|thank|or"""
    )
)
_SAID_OF_IT = _LEADS | {"that", "thats", "this"}
_DIGITS = {
    "oh": "0", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9",
}  # fmt: skip
_SPOKEN = re.compile(rf"\b(?:{'|'.join(_DIGITS)})\b(?:[ -](?:{'|'.join(_DIGITS)})\b){{6,}}")
#: In the United States and its neighbours, area codes and exchanges begin with 2 to 9.
_NORTH_AMERICAN = re.compile(r"[2-9][0-9]{2}[2-9][0-9]{6}")
#: How other countries begin a number from abroad; no number of the United States begins so.
_ABROAD = re.compile(r"(?<![0-9])00(?= ?[1-9])")
#: When to call, which is no part of a number.
_HOURS = re.compile(
    r"\b(?:after|before|between|until|till|from)\s+[0-9]{1,2}(?::[0-9]{2})?\s*(?:[ap]\.?m\.?)?"
    r"(?:\s*(?:and|to|or|-)\s*[0-9]{1,2}(?::[0-9]{2})?\s*(?:[ap]\.?m\.?)?)?(?![0-9])"
)
_MOST_CHARACTERS = 200


def phone(text: str) -> Reading | None:
    """The number that `text` gives, in E.164 with ";ext=" for an extension; None where it gives none, or two."""
    if len(text) > _MOST_CHARACTERS:
        return None
    said = bare(plain(text))
    told = _ABROAD.sub("+", _SPOKEN.sub(_figures, said))
    from phonenumbers import Leniency, PhoneNumberMatcher, is_valid_number  # noqa: PLC0415 - only a phone number needs it

    found = list(PhoneNumberMatcher(told, _COUNTRY, leniency=Leniency.POSSIBLE))
    if len(found) != 1:
        return None
    match = found[0]
    beside = _HOURS.sub(" ", told[: match.start] + " " + told[match.end :])
    words = re.findall(r"\w+", told[: match.start] + " " + told[match.end :])
    if any(character.isdigit() or character == "+" for character in beside) or not _whole(match.number):
        return None
    asks = told != said or not is_valid_number(match.number) or not _LEADS.issuperset(words)
    return _reading(match.number, _unused(told[: match.start], told[match.end :]), asks=asks)


def _unused(before: str, after: str) -> str:
    """That the words before or after a number say more than what leads to one; empty where they do not."""
    apart = [part.strip(" ,;.") for part in (before, after) if not _SAID_OF_IT.issuperset(re.findall(r"\w+", part))]
    return f" {not_used(', '.join(apart))}" if apart else ""


def _figures(spoken: re.Match[str]) -> str:
    return "".join(_DIGITS[word] for word in re.split("[ -]", spoken[0]))


def _whole(number: "PhoneNumber") -> bool:
    """Whether a number has its area code and can be dialled."""
    from phonenumbers import ValidationResult, is_possible_number_with_reason  # noqa: PLC0415 - see `phone`

    possible: bool = is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE
    return possible and (number.country_code != 1 or bool(_NORTH_AMERICAN.fullmatch(str(number.national_number))))


def _reading(number: "PhoneNumber", unused: str, *, asks: bool) -> Reading:
    from phonenumbers import PhoneNumberFormat, format_number  # noqa: PLC0415 - see `phone`

    extension = f";ext={number.extension}" if number.extension else ""
    shown = format_number(number, PhoneNumberFormat.INTERNATIONAL)
    value = f"{format_number(number, PhoneNumberFormat.E164)}{extension}"
    return Reading(value, READER, confirm=f"{shown}. Right?{unused}" if asks else "")
