"""Names and titles as people say them: taken as they are, read back where they sound like another answer."""

import datetime as dt
import re

from intake.text import shorten, visible
from intake.understand.corrections import is_title
from intake.understand.excerpts import of_time
from intake.understand.no_more import names_nobody, says_no_more
from intake.understand.records import Field
from intake.understand.rhythm import tells_often
from intake.understand.slots import Reading, Result, Slot
from intake.understand.whole import whole
from intake.understand.words import capital
from intake.words import _

_JUST = re.compile(r"\A(?:just|actually|really|simply)\s+(?=\S)", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:i|i'm|im|i've|ive|ago)\b")
_LONGEST_NAME, _LONGEST_TITLE = 5, 200
#: A sentence about something that was named before: "it's the certificate", "that was my only job".
_ABOUT_IT = re.compile(
    r"\W*(?:it|that|this|those|these|they|there)(?:['\u2019]?s|['\u2019]?re| is| was| are| were)\s", re.IGNORECASE
)
#: Words of a sentence, which nobody is called by.
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|can|could|would|should|must|might|counts?|what|who|which|when|how|"
    r"why|that|this|they|we|he|she|you|it|my|our|their|someone|somebody|anyone|maybe|not|yet|from|for|about|"
    r"want|need|think|know|ask)\b"
)
_NAME = re.compile(r"[^\W\d_][\w'\u2019.-]*(?: [^\W\d_][\w'\u2019.-]*){1,3}")
_BETWEEN = re.compile(r"\s*[,;\n]\s*(?:and\s+)?|\s+(?:and|&|plus)\s+")
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
    """Whether an answer for a name is a yes, a no, a figure, an address, hours or a sentence: read back."""
    plainly = [whole(words, slot, today) for slot in (Slot("yes_no"), Slot("number"))]
    if not field.cues.given:
        return _is_plain(plainly[0])
    sentence = field.cues.person and (len(words.split()) > _LONGEST_NAME or "?" in words or _SENTENCE.search(words))
    long = len(words) > _LONGEST_TITLE
    told = sentence or long or _TOLD.search(words)
    return (
        bool(told)
        or bool(_ADDRESS.fullmatch(words))
        or of_time(words)
        or (tells_often(words) and any(letter.isdigit() for letter in words))
        or names_nobody(words)
        or says_no_more(words)
        or (_ABOUT_IT.match(words) is not None and not is_title(words))
        or any(_is_plain(got) for got in plainly)
    )


def _is_plain(got: Result | None) -> bool:
    return isinstance(got, Reading) and not got.confirm


def people(words: str) -> list[str]:
    """The names in a list of several people and nothing else: "Denise Carter, Tanya Ellis and Robin Avery"."""
    parts = [part for part in _BETWEEN.split(words.strip(" .,;")) if part]
    small = words == words.lower()
    told = any(not _NAME.fullmatch(part) or _SENTENCE.search(part) for part in parts)
    uneven = not small and any(word[0].islower() for part in parts for word in (part.split()[0], part.split()[-1]))
    return parts if len(parts) > 1 and not told and not uneven else []


def read_back(field: Field, words: str) -> str:
    """The question whether `words` are meant as the answer."""
    return _("{label}: {value}. Right?").format(label=capital(field.names[0]), value=shorten(visible(words), 200))
