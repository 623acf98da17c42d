"""The forms dates are written in: what order their parts come in, and the words around them that add nothing."""

import re

from intake.understand.calendar_words import DAY_NAMES
from intake.understand.words import phrases, trimmer

#: Codes of tokens (`calendar_words`) → the role of each (`calendar_parts.edtf`). A form without y, z, n, p or x
#: leaves the year to be guessed.
FORMS = {
    "y": "y", "my": "my", "ym": "ym", "dy": "my", "yd": "ym", "n": "n", "mn": "mn", "nm": "nm", "p": "p", "x": "x",
    "mdy": "mdy", "moy": "mdy", "dmy": "dmy", "omy": "dmy", "ymd": "ymd", "ymo": "ymd", "ddy": "mdy", "ydd": "ymd",
    "mdn": "mdn", "mon": "mdn", "dmn": "dmn", "omn": "dmn", "nmd": "nmd", "nmo": "nmd",
    "mdd": "mdz", "mod": "mdz", "dmd": "dmz", "omd": "dmz", "ddd": "mdz",
    "mdq": "mdz", "moq": "mdz", "dmq": "dmz", "omq": "dmz", "ddq": "mdz", "mq": "mz", "dq": "mz", "q": "z",
    "sy": "sy", "ys": "ys", "sn": "sn", "ns": "ns", "sq": "sz", "sd": "sz",
    "op": "dp", "dp": "dp", "po": "pd", "pd": "pd",
    "md": "md", "mo": "md", "dm": "dm", "om": "dm", "dd": "md", "m": "m", "s": "s",
    "h": "h", "hy": "hy", "yh": "yh", "hn": "hn", "nh": "nh", "hq": "hz", "hd": "hz",
    "fm": "fm", "fmy": "fmy", "fmn": "fmn", "fmq": "fmz", "fp": "fp", "fy": "fy", "fn": "fn",
    "owm": "kwm", "owmy": "kwmy", "owmn": "kwmn", "owmq": "kwmz", "owp": "kwp",
    "rwm": "kwm", "rwmy": "kwmy", "rwmn": "kwmn", "rwmq": "kwmz", "rwp": "kwp",
}  # fmt: skip
_PARTS = "beginning|start|middle|end|tail end|first part|latter part|first half|second half|latter half"
_WEEKS = "|".join(f"{nth} week" for nth in phrases("first|second|third|fourth|last|1st|2nd|3rd|4th"))
#: What people hedge a date with, and what they say after one that adds nothing to it.
HEDGES = """
    bout|abt|round about|bout like|prolly|prob|i wanna say|wanna say|i want to say|had to be|has to be|it had to be|
    mustve been|must of been|if memory serves
"""
TAILS = """
    no joke|lol|haha|hahaha|hon|honey|dear|maam|sir|yes|yep|yeah|god willing|fingers crossed|for real|anyway|anyways
"""
#: A date without the hesitation before and after it.
trimmed = trimmer(
    fillers="""
        i graduated|graduated|i finished|finished|i started|started|i began|i joined|back in|in|on|sometime in|sometime|
        some time in|as of|the|i got it|it expires|expires|expired|it expired|expected|class of|i earned it|completed|
        i completed it|it will be|the year|my diploma says|dated|awarded|conferred|received|since|ive had it since|
        all the way back in|way back in|back|during|around the time of
    """,
    hedges="|".join(
        [
            "early|late|mid|very early|very late|early to mid|mid to late|early or mid|by|by the|hopefully|week of",
            "earlier|later|sometime earlier",
            HEDGES,
        ]
        + [f"{part} {of}" for part in phrases(f"{_PARTS}|{_WEEKS}") for of in ("of", "in")]
        + [f"{to} the {part} of" for part in phrases("beginning|start|middle|end") for to in ("at", "toward")]
    ),
    tails=f"graduate|graduation|expected|anticipated|class|{TAILS}",
    kept="over|well over|more than|at least|plus|+",
)
_CLOCK = r"[0-9]{1,2}(?::[0-9]{2})? ?[ap]\.?m\.?|[0-9]{1,2}:[0-9]{2}"
#: Ways to write a date that a token cannot tell from another: each is written as its plainest form.
_PLAINER = [
    (re.compile(r"\b(early|mid|late|end)-(?=[a-z0-9])"), r"\1 "),
    (re.compile(r"\b((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])\b"), r"\1-\2-\3"),
    (re.compile(r"\b([01][0-9])([0-3][0-9])((?:19|20)[0-9]{2})\b"), r"\1/\2/\3"),
    (re.compile(r"\b(class of|back in|in|year|grad|graduated) ([0-9]{2})\Z"), r"\1 '\2"),
    (re.compile(r"\b([a-z]{3,9}\.?) (0[0-9])\Z"), r"\1 '\2"),
    (re.compile(r"\b(end|first|1st) of the (year|month)\b"), r"\1 of this \2"),
    (re.compile(r"\bend of (?=(?:this|next) month\b)"), "about last day of "),
    (re.compile(r"\bthe year (?=[0-9]{4}\b)"), ""),
    (re.compile(r"\bon or (?=about |around )"), ""),
    (re.compile(r"\b(winter(?: of)? (?:19|20)[0-9]{2}) ?[-/] ?(?:20)?[0-9]{2}\Z"), r"\1"),
    (re.compile(r"(?<=[0-9])\\(?=[0-9])"), "/"),
    (re.compile(r"\b([0-9]{4}-[0-9]{2}-[0-9]{2})t[0-9:.]+z?\Z"), r"\1"),
    (re.compile(r"([0-9]) (st|nd|rd|th)\b"), r"\1\2"),
    (
        re.compile(
            rf",? (?:at |@ ?)?(?:noon|midnight|{_CLOCK})\Z|,? (?:in the |at )?(?:morning|afternoon|evening|night)\Z"
        ),
        "",
    ),
    (re.compile(r"\b([a-z]{3,})/([a-z]{3,})\b"), r"\1 or \2"),
    (re.compile(r"(?<=[0-9]),? (?:or )?(?:maybe|possibly|perhaps) (?=(?:19|20)[0-9]{2}\b)"), " or "),
    (re.compile(rf",? \(?(?:it|that|which) was (?:on )?(?:an? )?(?=(?:{'|'.join(DAY_NAMES)})\)?\Z)"), ", "),
    (
        re.compile(
            r"[,.;(]? (?:but )?(?:i|id|ill|i would|i will) (?:have|need|want|got)(?: to)? (?:[a-z]+ ){0,2}"
            r"(?:check|look|find|ask|verify|confirm|dig|see)\b[^0-9]*\Z"
        ),
        "?",  # a hedge
    ),
    (
        re.compile(
            r"[,.;(]? (?:but )?(?:i )?(?:dont|do not|cant|cannot|couldnt|im not|not|forget|forgot)"
            r"(?: (?:really|exactly|have|know|remember|recall|sure|certain|say|tell you|about|of|on))* "
            r"(?:the|an|which|what|exact)(?: exact| actual)? (?:day|date|month)(?: of the month)?(?: [a-z]+){0,3}\Z"
        ),
        "",
    ),
]


def plainest(text: str) -> str:
    """Plain `text` with each way to write a date that tokens cannot tell apart in its plainest form."""
    for shape, plainer in _PLAINER:
        text = shape.sub(plainer, text)
    return text
