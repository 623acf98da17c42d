"""What was typed, read as a whole as the value a question expects: each kind by its own reader.

Nothing is taken that was not wholly understood; what is doubtful carries the question to read back.
"""

import datetime as dt
import unicodedata
from collections.abc import Callable

from intake.portfolio.edtf import spoken
from intake.text import UnusableText, accept
from intake.understand.choices import choice, choices
from intake.understand.counts import count
from intake.understand.dates import date
from intake.understand.emails import email
from intake.understand.hours import hours
from intake.understand.phones import phone
from intake.understand.slots import Again, Kind, Reading, Result, Slot, Unsure
from intake.understand.spans import OPEN, span
from intake.understand.words import LONGEST_SHORT_ANSWER, is_unsure
from intake.understand.yes_no import yes_no

_Reader = Callable[[str, Slot, dt.date], Result | None]

_READERS: dict[Kind, _Reader] = {
    "text": lambda text, _slot, _today: Reading(text, "words"),
    "date": lambda text, slot, today: date(text, slot, today) or _two_dates(text, slot, today),
    "span": span,
    "number": lambda text, slot, _today: count(text, slot),
    "hours": lambda text, slot, _today: hours(text, slot),
    "yes_no": lambda text, _slot, _today: yes_no(text),
    "choice": lambda text, slot, _today: choice(text, slot),
    "choices": lambda text, slot, _today: choices(text, slot),
    "email": lambda text, _slot, _today: email(text),
    "phone": lambda text, _slot, _today: phone(text),
}
_NOT_READ: dict[Kind, str] = {
    "text": "Please type an answer.",
    "date": "I could not read one date in that. A month and year will do, such as May 2017, or the year alone.",
    "span": "I could not read a start and an end in that. For example: Feb 2021 to June 2023, or since Feb 2021.",
    "number": "I could not read one number in that. For example: 12, or about 12.",
    "hours": "I could not read a number of hours in that. For example: 12.5, or 12 sessions of 2 hours.",
    "yes_no": "I could not tell whether that is a yes. Please answer yes or no.",
    "choice": "Please choose one, by its number or its name.",
    "choices": "Please choose one or more, by number or name, with commas between.",
    "email": "That is not a whole e-mail address. It should look like name@example.org.",
    "phone": "That is not a whole telephone number. With its area code it looks like 804-353-1234.",
}
_OR_UNSURE = " \u201cNot sure\u201d is an answer too."


def whole(text: str, slot: Slot, today: dt.date) -> Result:
    """All of `text` as an answer to `slot`, never an exception; `today` is the day that "last year" counts from."""
    if slot.kind != "text" and len(text) > LONGEST_SHORT_ANSWER:
        return Again(f"That is long for this question: {len(text):,} characters. {_NOT_READ[slot.kind]}")
    try:
        kept = accept(text)
    except UnusableText as unusable:
        return Again(str(unusable))
    if not _shows(kept):
        return Again(f"Nothing was typed. {_NOT_READ[slot.kind]}")
    if is_unsure(kept, whole=slot.kind == "text"):
        return Unsure()
    return _READERS[slot.kind](kept, slot, today) or Again(_NOT_READ[slot.kind] + _OR_UNSURE, unread=True)


def _shows(text: str) -> bool:
    """Whether anything of `text` can be seen: joiners and blanks alone are no answer."""
    return any(unicodedata.category(character)[0] not in "CZ" for character in text)


def _two_dates(text: str, slot: Slot, today: dt.date) -> Again | None:
    """A span where one date is asked for: which of the two is for the person to say."""
    both = span(text, slot, today)
    if not isinstance(both, Reading) or not isinstance(both.value, dict):
        return None
    end = "now" if both.value["end"] == OPEN else spoken(both.value["end"])
    return Again(f"That runs from {spoken(both.value['start'])} to {end}. Which one date is meant here?")
