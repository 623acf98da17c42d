"""What one who calls for another says of herself: "I'm her director" is no work of the person called about."""

import re
from collections.abc import Container

from intake.prescreen.people import person

_OVER = r"(?:supervisor|boss|manager|director|mentor|coach|teacher|trainer|employer|colleague|co-?worker|friend)"
_I_AM = r"\bI(?:['\u2019]m|\s+(?:am|was))\s+"
#: Somebody's own supervisor or colleague; "her" is spoken as "my".
_HERS = re.compile(rf"{_I_AM}my\s+(?:\w+\s+){{0,2}}{_OVER}\b", re.IGNORECASE)
_OF = re.compile(
    rf"{_I_AM}(?:an?|the)\s+(?:\w+\s+){{0,2}}{_OVER}\s+(?:of|to|for)\s+(?P<whom>(?-i:(?:[A-Z][\w'\u2019.-]*\s*)+))",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\bcalling\s+(?:in\s+)?(?:for|about|on behalf of)\s+(?:(?:an?|one|of|my|our|the|her|his|new)\s+)*"
    r"(?:someone|somebody|colleagues?|co-?workers?|friends?|employees?|supervisees?|staff|applicant|students?|interns?|"
    r"daughter|wife|sister|mother)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?<=[,;.!\n])\s+|\s+(?=(?:and|but)\s+I\b)")
_FIRST_PERSON = re.compile(r"\bI\b")


def of_one_who_calls(words: str, agencies: Container[str]) -> bool:
    """Whether `words`, as spoken, say whose supervisor or colleague one is; `agencies` are words in small letters."""
    whose = _OF.search(words)
    named = whose["whom"] if whose else ""
    agency = any(word.isupper() or word.casefold() in agencies for word in named.split())
    return bool(_HERS.search(words) or (person(named) and not agency))


def for_another(words: str) -> bool:
    """Whether somebody says that the call is for another."""
    return _FOR.search(words) is not None


def own_apart(words: str) -> tuple[str, list[str]]:
    """The words of a call for another without what the one who calls says of herself, and that, clause by clause."""
    clauses = [clause.strip() for clause in _CLAUSE.split(words)]
    own = [clause.strip(" ,;") for clause in clauses if _FIRST_PERSON.search(clause)]
    told = " ".join(clause for clause in clauses if not _FIRST_PERSON.search(clause))
    return told.strip(" ,;"), own
