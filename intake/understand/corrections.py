"""Corrections of the last answer: "no wait, 2020", "actually it was 30", "I meant 2016".

Marks of a correction are taken off one after another; what stays is the new value, in the words it was typed in.
"""

import re

from intake.understand.slots import Reading, Unsure
from intake.understand.words import is_unsure
from intake.understand.yes_no import yes_no

_MARKS = {
    "clear": "no wait|oh wait|scratch that|strike that|i meant to say|i meant|correction|let me (?:correct|fix) that",
    "plain": "wait|hold on|hang on|oops|whoops|make (?:that|it)|my mistake|i misspoke|or rather|i should have said",
    "soft": "actually|sorry|i mean|rather",
    "no": "no|nope",
    "was": "(?:it|that)(?: was| is|'?s| should be| should have been)|should be",
    "sound": "oh|um|uh|ah|well",
}
_MARK = re.compile(
    "(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _MARKS.items())
    + r")(?![\w'])(?P<after>[\s,.:;!-]*)(?=\S)",
    re.IGNORECASE,
)
_MOST_MARKS = 8


def corrected(text: str, *, surely: bool = False) -> str:
    """The new value of the last answer if `text` is a correction, else "".

    A bare yes, no or "not sure" after a soft mark ("actually no") answers the question that stands. With `surely`, only
    a clear mark counts, and only with a comma, "it was" or a figure: "Wait, Watch and Wonder" is a training.
    """
    marks, rest = set(), text.replace("\u2019", "'")
    for _ in range(_MOST_MARKS):
        found = _MARK.match(rest)
        if not found:
            break
        kind = next(name for name in _MARKS if found[name])
        marks |= {kind, "comma"} if kind == "clear" and found["after"].strip() else {kind}
        rest = rest[found.end() :]
    if re.search(r"[0-9]", rest):
        marks.add("figure")
    if surely:
        return rest if "clear" in marks and marks & {"comma", "was", "figure"} else ""
    explicit = marks & {"clear", "plain"} or marks >= {"no", "was", "figure"}
    return rest if explicit or ("soft" in marks and not _answers(rest)) else ""


def _answers(text: str) -> bool:
    return is_unsure(text) or isinstance(yes_no(text), Reading | Unsure)
