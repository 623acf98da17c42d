"""Corrections of the last answer: "no wait, 2020", "actually it was 30", "I meant 2016".

Marks of a correction are taken off one after another; what stays is the new value, in the words it was typed in.
"""

import re

from intake.understand.slots import Reading, Unsure
from intake.understand.words import is_unsure
from intake.understand.yes_no import yes_no

_MARKS = {
    "plain": r"no wait|oh wait|wait|hold on|hang on|scratch that|strike that|i meant to say|i meant|correction|oops|"
    r"whoops|let me correct that|let me fix that|make that|make it|my mistake|my bad|i misspoke|or rather|"
    r"i should have said",
    "soft": r"actually|sorry|i mean|rather",
    "no": r"no|nope",
    "was": r"(?:it|that)(?: was| is|'?s| should be| should have been)|should be",
    "sound": r"oh|um|uh|ah|well",
}
_MARK = re.compile(
    "(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _MARKS.items()) + r")(?![\w'])[\s,.:;!-]*(?=\S)",
    re.IGNORECASE,
)
_MOST_MARKS = 8


def corrected(text: str, *, surely: bool = False) -> str:
    """The new value of the last answer if `text` is a correction, else "".

    A bare yes, no or "not sure" after a soft mark ("actually no") answers the question that stands.
    With `surely`, only an explicit mark before a value with a figure counts.
    """
    marks, rest = set(), text.replace("\u2019", "'")
    for _ in range(_MOST_MARKS):
        found = _MARK.match(rest)
        if not found:
            break
        marks.add(str(found.lastgroup))
        rest = rest[found.end() :]
    has_figure = bool(re.search(r"[0-9]", rest))
    if not rest or (surely and not ("plain" in marks and has_figure)):
        return ""
    explicit = "plain" in marks or (marks >= {"no", "was"} and has_figure)
    return rest if explicit or ("soft" in marks and not _answers(rest)) else ""


def _answers(text: str) -> bool:
    return is_unsure(text) or isinstance(yes_no(text), Reading | Unsure)
