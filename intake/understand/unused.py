"""What an answer of yes or no, or of one option, says besides: "yes, member since 2020". The read-back names it."""

import re

from intake.text import visible
from intake.understand.option_names import contained
from intake.understand.slots import Slot

_CALENDAR = (
    r"\b(?:19|20)[0-9]{2}\b|[0-9]/[0-9]|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|fall|autumn|winter)\b|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:week|month|year|ago|yesterday|today|semester)s?\b"
)
#: A time, from the word that leads to it to the end of its clause.
_TIME = re.compile(rf"\b(?:since|in|on|from|until|till?|for|last)\b(?=[^,;.!?]*(?:{_CALENDAR}))[^;.!?]*", re.IGNORECASE)
_WORDS_OF_TIME = re.compile(rf"[0-9]+|{_CALENDAR}", re.IGNORECASE)
#: From how many words on a clause says something of its own.
_SAYS = 4


def unused(text: str, clauses: list[str], slot: Slot) -> str:
    """The words of `text`, which has these clauses, that the answer to a yes or no or to a choice leaves out.

    Empty where there are none. Of a choice, whole clauses that name no option; else a time that is told beside it, or
    the clause that tells one.
    """
    named = [bool(contained(clause, slot.choices)) for clause in clauses]
    apart = [c for c, names in zip(clauses, named, strict=True) if not names and _says(c)]
    if slot.kind == "choice" and any(named) and apart:
        return ", ".join(apart)
    found = _TIME.search(text)
    if found is None and slot.kind == "yes_no":
        return next((clause for clause in clauses if _WORDS_OF_TIME.search(clause)), "")
    return found[0].strip() if found and not _of_an_option(found[0], slot) else ""


def _says(clause: str) -> bool:
    """Whether a clause says something of its own: it is long, or tells a figure."""
    return len(clause.split()) >= _SAYS or any(letter.isdigit() for letter in clause)


def _of_an_option(time: str, slot: Slot) -> bool:
    """Whether the figures or months of a time stand in an option's own name: "the one revised in 2017"."""
    names = " ".join(name for option in slot.choices for name in (option.label, *option.aliases)).casefold()
    return any(word in names for word in map(str.casefold, _WORDS_OF_TIME.findall(time)))


def not_used(words: str) -> str:
    """That some words were left out, as it stands after a read-back."""
    return f"(Not used: \u201c{visible(words)}\u201d.)"
