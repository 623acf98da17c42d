"""Words for "still going on" at the end of a span: "now", "present", "and I am still with the program"."""

import re
from typing import Literal

from intake.understand.words import phrases

_NOW = frozenset(
    phrases(
        """
        now|right now|just now|the present|present|present day|the present day|the present time|today|this day|
        current|currently|current day|ongoing|date|this date|on|onward|onwards|to date|to now|to present|
        to the present|-|i work there|counting|continuing|i continue|presently|im there now|ever since|there ever since|
        here ever since|been there ever since|been here ever since|no end date|it has not ended|it hasnt ended
        """
    )
)
_I = r"(?:and |but |i |im |ive |am |i have |we |its |it |is |she |he )*"
_STAYED = re.compile(
    rf"{_I}(?:havent|have not|hasnt|has not|never|aint|not|didnt)(?: (?:yet|ever|have))?"
    r" (?:left|leave|leaving|leavin|quit|stopped|stop|ended|going anywhere|gone anywhere)"
    r"(?: (?:since|yet|it|there|here|them))*"
)
_STILL = re.compile(rf"{_I}(?:still|currently|presently)((?: [a-z-]+){{0,8}})")
_PLACE = frozenset(
    phrases(
        """
        there|here|with|at|in|on|for|the|my|this|that|same|it|them|him|her|us|job|position|role|program|agency|school|
        work|working|works|employed|do|doing|am|is|a|an|as|team|staff|company|place|going|ongoing|active|now|today|
        to|this|day|and|counting
        """
    )
)
_AT = frozenset(phrases("at|with|for|working|employed|work|a|an|the|doing"))
_TURNS = frozenset(
    phrases("not|no|never|until|till|til|when|after|before|since|unsure|trying|waiting|looking|need|left|but|or")
)


def still(text: str) -> Literal["", "likely", "sure"]:
    """Whether plain `text` says that something goes on; likely where it also names what ("still at Thrive")."""
    if text in _NOW or _STAYED.fullmatch(text):
        return "sure"
    said = _STILL.fullmatch(text)
    words = said[1].split() if said else []
    if said is None or not _TURNS.isdisjoint(words):
        return ""
    if _PLACE.issuperset(words):
        return "sure"
    return "likely" if words[0] in _AT else ""
