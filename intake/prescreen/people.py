"""Several people in one breath: "two references, her supervisor Ann Lee and Bo Chan" is an entry for each."""

import re
from itertools import pairwise

from intake.understand import names

_TITLE = r"(?:(?:Dr|Mrs|Mr|Ms|Prof)\.?\s+)"
_WORD = r"[A-Z][^\W\d_]*(?:['\u2019-][A-Z]?[^\W\d_]+)*"
_INITIAL = r"(?:\s+[A-Z]\.?(?=\s))?"
#: A first and a last name, or a last name after a title; no name of a place of work ("at Little Steps").
_PERSON = re.compile(
    rf"(?<!\bat )(?<!\bwith )(?<!\bfrom )(?<!\bof )(?<!\bin )(?<!\bfor )(?<![\w'-])"
    rf"(?:{_TITLE}{_WORD}(?:\s+{_WORD})?|{_WORD}{_INITIAL}\s+{_WORD})"
)
_LAST = re.compile(rf"(?:{_TITLE}{_WORD}(?:\s+{_WORD})?|{_WORD}{_INITIAL}\s+{_WORD})\s*,?\s*\Z")
_BETWEEN = re.compile(r"\s*[,;:]\s*(?:and\s+|plus\s+)?|\s+(?:and|plus|&)\s+")
_AND = re.compile(r"[\s,;:]*(?:\b(?:and|plus)|&)?[\s,;:]*\Z")
#: What comes before a list of people: "three references:".
_COUNTED = re.compile(r"\A[^,:;]*\b(?:two|three|four|2|3|4)\b[^,:;]*(?:[,:;]|\b(?:are|is)\b)\s*", re.IGNORECASE)
#: The same with no mark after it; where it is the number of those who are named, nothing else is told by it.
_NUMBERED = re.compile(
    r"\A(two|three|four|2|3|4)\s+(?:references|refs|referees|raters|people)\b[:\s]*(?=\S)", re.IGNORECASE
)
_NUMBERS = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}
#: What is said of all of them, at the end.
_COMMON = re.compile(r"[,;]?\s+(?:and\s+)?(?:they(?:'re|'ve)?\s+)?((?:both|all)\b[^,;]*)\Z", re.IGNORECASE)
#: What the last of several is said to do, and those before with them: "Ann Lee and Bo Chan would rate her".
_WILL = re.compile(r"\b(?:would|will|can|agreed|said|have|were)\b.*\Z", re.IGNORECASE)


def person(words: str) -> str:
    """The one person that `words` name; empty where they name nobody, or several."""
    found = {match[0] for match in _PERSON.finditer(words)}
    return found.pop() if len(found) == 1 else ""


def follows_person(before: str) -> bool:
    """Whether the words `before` something end with a person's name."""
    return _LAST.search(before) is not None


def each(words: str) -> list[str]:
    """The words about each of several people, in their order; all of `words` alone where they are about one.

    What is said of "both" or "all" of them is said of each.
    """
    common = _COMMON.search(words)
    parts = _parted(words[: common.start()] if common else words)
    if len(parts) == 1:
        return [words]
    if not common and (will := _WILL.search(parts[-1])):
        return [f"{part} {will[0]}" if part == person(part) else part for part in parts]
    return [f"{part}, {common[1]}" for part in parts] if common else parts


def _parted(words: str) -> list[str]:
    counted = _COUNTED.match(words)
    listed = names.people(words[counted.end() :]) if counted else []
    if listed:
        return listed
    starts = [0, *(gap.end() for gap in _BETWEEN.finditer(words)), len(words)]
    begun = [a for a, b in pairwise(starts) if _PERSON.search(words[a:b]) or _only(words[a:b])]
    edges = [0, *begun[1:], len(words)] if len(begun) > 1 else [0, len(words)]
    parts = [_AND.sub("", words[a:b]).strip(" ,;:") for a, b in pairwise(edges)]
    told = _NUMBERED.match(parts[0])
    return [parts[0][told.end() :], *parts[1:]] if told and _NUMBERS[told[1].casefold()] == len(parts) else parts


def _only(words: str) -> bool:
    """Whether something is said of one of those that were named before: "only Joan said yes"."""
    return re.match(rf"(?:and\s+)?(?:only|just)\s+{_WORD}\b", words) is not None
