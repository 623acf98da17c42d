"""What people add to a span that changes neither end: "(full time)", "on and off", "3 years", "school year"."""

import re
from typing import NamedTuple

from intake.understand.lengths import length

_SURE = re.compile(
    r",? ?\(?\b(?:full|part)[ -]?time\b\)?"
    r"|\b(?:the |during )*(?:school|academic|fiscal) years?,?(?: of)?\b|\b(?:ay|sy|fy) ?(?=[0-9])"
)
_PAUSES = re.compile(
    r",? ?\(?\b(?:on and off|off and on|on-and-off|intermittently|with (?:some )?(?:gaps|breaks))\b\)?,?"
)
_MEASURED_FIRST = re.compile(r"(?!(?:just |only )*one day)([^,]+), (?=.*[0-9])")
_MEASURED_LAST = re.compile(r"(?:, | ?\()(?!(?:for |through )?(?:the )?(?:whole|entire|full|all)\b)([^,()]+)\)?$")
_UNKNOWN = r"(?:\?+|unknown|unsure|not sure|no idea|tbd)"
_PLAINER = [
    (re.compile(r" ?\((?=(?:present|ongoing|current(?:ly)?|still there|still here|now)\)$)"), ", "),
    (re.compile(r"\b(?:every )?(spring|summer|fall|autumn|winter)s? from (?=[0-9]{4}\b)"), r"\1s "),
    (re.compile(r"\b([0-9]{1,2})/([0-9]{1,2}) ?- ?(1[3-9]|[23][0-9])/([0-9]{4})\b"), r"\1/\2/\4 - \1/\3/\4"),
    (re.compile(rf"^(.*[0-9]) ?(?:-|to|until|till|through) ?{_UNKNOWN}$"), r"started \1"),
    (re.compile(rf"^{_UNKNOWN} ?(?:-|to|until|till|through) ?(?=.*[0-9])"), "until "),
    (re.compile(r"(?<=[0-9]) ?~ ?(?=[0-9])"), " - "),
    (re.compile(r"\b([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)/(?=[0-9]{4})"), r"\1 to "),
    (re.compile(r"\b((?:19|20)[0-9]{2})/((?:19|20)[0-9]{2})\b"), r"\1-\2"),
    (re.compile(r"\b((?:19|20)[0-9]{2})/(1[3-9]|[2-9][0-9])(?![0-9/])"), r"\1-\2"),
]


class Noted(NamedTuple):
    """A span without its notes; `hedged` where it was not all the time, `doubtful` where a note wants a read-back."""

    text: str
    hedged: bool = False
    doubtful: bool = False


def noted(text: str) -> Noted:
    """Plain `text` with what was noted beside its two dates taken off."""
    for shape, plainer in _PLAINER:
        text = shape.sub(plainer, text)
    rest, pauses = _PAUSES.subn(" ", _SURE.sub(" ", text))
    return Noted(" ".join(rest.split()), bool(pauses), bool(pauses))


def unmeasured(note: Noted) -> Noted:
    """A span without the length said beside it: "2015 to 2018 (3 years)", "3 years, 2015 to 2018"."""
    for aside in (_MEASURED_FIRST.match(note.text), _MEASURED_LAST.search(note.text)):
        if aside and length(aside[1]):
            return Noted(note.text.replace(aside[0], "", 1), note.hedged, doubtful=True)
    return note
