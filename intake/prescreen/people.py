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
_BETWEEN = re.compile(r"\s*[,;:]\s*(?:and\s+|plus\s+)?|\s+(?:and|plus|&)\s+")
#: What comes before a list of people: "three references:".
_COUNTED = re.compile(r"\A[^,:;]*\b(?:two|three|four|2|3|4)\b[^,:;]*(?:[,:;]|\b(?:are|is)\b)\s*", re.IGNORECASE)


def person(words: str) -> str:
    """The one person that `words` name; empty where they name nobody, or several."""
    found = {match[0] for match in _PERSON.finditer(words)}
    return found.pop() if len(found) == 1 else ""


def each(words: str) -> list[str]:
    """The words about each of several people, in their order; all of `words` alone where they are about one."""
    counted = _COUNTED.match(words)
    listed = names.people(words[counted.end() :]) if counted else []
    if listed:
        return listed
    starts = [0, *(gap.end() for gap in _BETWEEN.finditer(words)), len(words)]
    begun = [a for a, b in pairwise(starts) if _PERSON.search(words[a:b]) or _only(words[a:b])]
    edges = [0, *begun[1:], len(words)] if len(begun) > 1 else [0, len(words)]
    return [words[a:b].strip(" ,;:") for a, b in pairwise(edges)]


def _only(words: str) -> bool:
    """Whether something is said of one of those that were named before: "only Joan said yes"."""
    return re.match(rf"(?:and\s+)?(?:only|just)\s+{_WORD}\b", words) is not None
