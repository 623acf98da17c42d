"""Names and titles as people say them: taken as they are, read back where they sound like another answer."""

import datetime as dt
import re

from intake.text import shorten, visible
from intake.understand.excerpts import of_time
from intake.understand.records import Field
from intake.understand.slots import Reading, Slot
from intake.understand.whole import whole
from intake.understand.words import capital
from intake.words import _

_JUST = re.compile(r"\A(?:just|actually|really|simply)\s+(?=\S)", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:i|i'm|im|i've|ive|ago)\b")
_LONGEST_NAME, _LONGEST_TITLE = 5, 200
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]+", re.IGNORECASE)
_GREETING = re.compile(
    r"\A(?:(?:hey|hi|hello|good (?:morning|afternoon|evening|day)|oh|um|uh|well|so|ok|okay|yes|yeah|sure)\b[\s,!.]+)+"
    r"(?=\S)",
    re.IGNORECASE,
)


def unframed(field: Field, words: str) -> str:
    """`words` without the phrase that people put before such an answer ("my name is"); empty where there is none."""
    words = _GREETING.sub("", words, count=1)
    said = [(frame, words.lower()) for frame in sorted(field.cues.frames, key=len, reverse=True)]
    said += [(word, words) for word in field.cues.after]  # "from VCU", but not "From the Start"
    for frame, text in said:
        rest = words[len(frame) :].strip(" .,:")
        if text.startswith(f"{frame} ") and rest[:1].isalpha():
            return _JUST.sub("", rest)
    return ""


def misplaced(field: Field, words: str, today: dt.date) -> bool:
    """Whether an answer to a question for a name is a yes, a figure, an address or a sentence: to be read back."""
    if not field.cues.given:
        return False
    plainly = [whole(words, slot, today) for slot in (Slot("yes_no"), Slot("number"))]
    sentence = bool(field.cues.frames) and (len(words.split()) > _LONGEST_NAME or "?" in words)
    long = len(words) > _LONGEST_TITLE
    told = sentence or long or _TOLD.search(words) is not None
    return (
        told
        or bool(_ADDRESS.fullmatch(words))
        or of_time(words)
        or any(isinstance(got, Reading) and not got.confirm for got in plainly)
    )


def read_back(field: Field, words: str) -> str:
    """The question whether `words` are meant as the answer."""
    return _("{label}: {value}. Right?").format(label=capital(field.names[0]), value=shorten(visible(words), 200))
