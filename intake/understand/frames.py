"""Sentences around a date: "I started on ...", "it expires in ...", "... was my first day".

A frame is made of words that say what happened and nothing about when; whatever else stands beside a date ("not",
"before", "VCU") is in the way of reading it.
"""

import re
from collections.abc import Iterator

from intake.understand.calendar_words import tokens
from intake.understand.words import phrases

_NEUTRAL = frozenset(
    phrases(
        """
        i|ill|id|im|ive|we|well|weve|he|she|they|it|its|itll|there|here|my|our|the|a|an|at|on|in|of|for|as|was|were|is|
        are|be|been|being|am|had|have|has|having|did|do|will|would|should|go|going|went|gone|back|out|away|see|saw|meet|met|
        happen|happened|happens|work|worked|working|works|serve|served|serving|train|trained|training|attend|attended|
        attending|employed|volunteered|volunteering|practiced|practicing|taught|teaching|job|position|role|school|
        college|program|agency|class|course|workshop|session|meeting|visit|internship|residency|fellowship|practicum|
        date|day|when|with|full-time|part-time|this job|plan|planning|plans|right|
        expected|anticipated|scheduled|due|set|expect|expecting|hope|
        hoping|supposed
        """
    )
)
_HAPPENED = frozenset(
    phrases(
        """
        start|started|starting|starts|begin|began|begun|beginning|join|joined|hire|hired|get|got|getting|gotten|take|
        took|taken|taking|earn|earned|earning|receive|received|complete|completed|completing|completion|finish|finished|
        finishing|graduate|graduated|graduating|graduation|pass|passed|issue|issued|award|awarded|grant|granted|
        conferred|certify|certified|license|licensed|licence|renew|renewed|renews|expire|expires|expired|expiration|
        move|moved|leave|left|leaving|end|ended|ends|ending|quit|retire|retired|resigned|dated|signed|degree|diploma|
        certificate|certification|cert|credential|exam|test|come|came|coming|return|returned|done|became|become|
        bachelors|masters|doctorate|ba|bs|bsw|ma|ms|msw|phd|associates|bsn|msn|dnp|edd|psyd|aa|aas|cda|rn|endorsed|
        endorsement|walked|want|wants|wanted|need|needs|needed|say|says|said|run|runs|ran|lapse|lapses|lapsed|close|closed|closing|shut|down|laid|off
        """
    )
)
_FRAME = _NEUTRAL | _HAPPENED
_AGE = re.compile(r"[0-9]{1,3}")  # "I'm 45" is no year
_EDGES = " ,.:()|"
_MAY_BEGIN = frozenset({"in", "a", "an", "the"})
_MOST_WORDS = 12
_TO = re.compile(
    r"\b(plan|plans|planned|planning|expect|expected|expecting|anticipated|hope|hoping|going|scheduled|due|set|supposed|"
    r"want) to\b"
)
#: "my first day on the NICU was"
_DAY_AT = re.compile(r"\b(?:first|last|start|end) (?:day|date) ((?:[a-z-]+ ){1,7}?)(?:was|is) ")
_NOT_PLACES = frozenset(phrases("not|after|before|since|until|till|from|to|by|that|when|which|and|but|or"))
_FIRST_DAY = re.compile(r"\b(?:first|last|start|end) (day|date)\b(?! (?:of|in)\b)")


def unframed(text: str) -> Iterator[str]:
    """Plain `text`, then what is left of it without the frame before it, and without the one after it."""
    yield text
    words = _FIRST_DAY.sub(r"\1", _TO.sub(r"\1", _DAY_AT.sub(_without_place, text))).split()
    yield from _unheaded(words)
    if words and words[-1].strip(_EDGES) in _FRAME:
        while words and words[-1].strip(_EDGES) in _FRAME:
            words.pop()
        yield from _unheaded(words)


def _without_place(match: re.Match[str]) -> str:
    """A first or last day without where it was spent, unless that may say when."""
    said = match[1].split()
    return match[0] if any(word in _NOT_PLACES or tokens(word) for word in said) else "day was "


def _unheaded(words: list[str]) -> Iterator[str]:
    """What is left of `words` without the frame before it, and with the words of it that can begin a date."""
    for at, word in enumerate(words[:_MOST_WORDS]):
        framing = word.strip(_EDGES) in _FRAME
        if word in _MAY_BEGIN or not framing:
            rest = " ".join(words[at:]).strip(_EDGES)
            if not _AGE.fullmatch(rest):
                yield rest
        if not framing:
            return


def unled(text: str) -> str:
    """Plain `text` without the words before it that tell of neither a start nor an end."""
    words = text.split()
    while words and words[0] in _NEUTRAL:
        words.pop(0)
    return " ".join(words)
