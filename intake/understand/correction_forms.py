"""The forms in which people correct what they said: what is to change, to what, and what was wrong about it.

The first form that fits a whole utterance wins; it says which words name an answer and which are its new value.
"""

import re
from typing import Literal, NamedTuple

import msgspec

from intake.understand.words import apostrophes

Act = Literal["correct", "delete", "undo"]
How = Literal["", "month", "year", "more", "less", "times", "earlier", "later"]

#: The longest utterance, in characters, that is looked at as a correction.
LONGEST = 300


class Heard(msgspec.Struct, frozen=True):
    """What an utterance says.

    `name` of an answer (empty: the last one), its new `words` (empty: to be asked), the `wrong` ones; `how` where the
    new value is made of the old one; `led`, the word before a value ("at", "by"). `explicit` is true where the form can
    be nothing but a correction; `whole` is all that was said.
    """

    act: Act
    name: str = ""
    words: str = ""
    wrong: str = ""
    how: How = ""
    led: str = ""
    explicit: bool = True
    whole: str = ""


class _Form(NamedTuple):
    act: Act
    how: How
    pattern: re.Pattern[str]


_IT = r"(?:it|that|this|that one|this one|it all|them)"
_LAST = r"(?:my |the |an |that )?(?:last |previous )?(?:answer|response|one|thing|something)"
_WAS = (
    r"(?:\s*(?:'s|'re)| is| was| are| were)(?: actually| really| supposed to be| meant to be)?"
    r"(?: spelled| spelt| named| titled)?"
)
_OUGHT = r"(?:should(?:'ve| have)? be(?:en)?|should (?:say|read|have said)|needs? to be|has to be|must be|ought to be)"
_SHOULD = rf"(?:\s+(?:{_OUGHT}|would be)|\s*(?:=|:|->|\u2192))\s+"
_BE = rf"(?:{_SHOULD}|{_WAS}\s+)"
_NUMBER = (
    r"(?:[0-9][0-9.,/]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|half an?)"
    r"(?:\s+(?:hours?|hrs?|minutes?|mins?|years?|months?|of them|more))*"
)
_POLITE = (
    r"(?:(?:please|can|could|may|i|we|you|u|i'd|would|like|want|need|have|let|me|lemme|to|just|so|us|got|gotta|wanna|"
    r"how|do|go|back|and)\s+)*"
)
_CHANGE = r"(?:change|fix|edit|correct|update|redo|revise|amend|modify|re-?enter|retype)"
_TO_CHANGE = r"(?:change|set|update|switch|correct|fix|edit|make|revise|put|modify|amend)"
_DELETE = (
    r"(?:delete|remove|erase|scrap|drop|cross off|cross out|take (?:out|off)|get rid of|discard|leave out|"
    r"(?:scratch|forget|cancel|strike)(?= (?:that|the|this|my) ))"
)
_WRONG = (
    r"(?:wrong|way off|incorrect|not right|not correct|off|a typo|misspelled|mistaken|a mistake|an error|"
    r"not what i (?:meant|said))"
)
_PUT = r"(?:got|put(?: down| in)?|gave(?: you)?|typed(?: in)?|entered|have|said|wrote|told you)"
_RIGHT = r"(?:right|correct|fine|ok|okay|good)"
_THEN = r"(?:(?:it was|it's|it should be|should be|in|:) ?)*"
_OF_LIST = r"(?: (?:from|off)(?: of)? (?:the|my) list)?"
_HAPPENED = (
    r"(?P<name>started|began|joined|ended|left|finished|stopped|quit|expired|expires|graduated|earned it|got it)"
    r"(?: (?:there|it|working))?(?: (?:in|on|at))?"
)


def _forms(*forms: tuple[Act, How, str]) -> list[_Form]:
    return [_Form(act, how, re.compile(pattern, re.IGNORECASE)) for act, how, pattern in forms]


def _part(how: Literal["month", "year"], other: str) -> list[tuple[Act, How, str]]:
    """The forms in which one part of a date is right, and this one is corrected."""
    said = rf"(?:(?:it was|it's|the {how} (?:is|was|should be)|should be|{how} is|in) )*(?P<words>.+)"
    return [
        ("correct", how, rf"(?:the )?{other}{_WAS} {_RIGHT},? but {said}"),
        (
            "correct",
            how,
            rf"(?:right|same) {other},? (?:but |just )?(?:(?:wrong|a different) {how},? ?)?{_THEN}(?P<words>.+)",
        ),
        ("correct", how, rf"(?:wrong|not the right) {how}[,;:.]? ?(?:but )?{_THEN}(?P<words>.+)"),
    ]


#: What can be nothing but a correction.
_EXPLICIT = _forms(
    ("undo", "", rf"undo(?: (?:that|it|this|the|my|last|what)\b.*)?|revert(?: {_IT}| (?:the|my) last .+)?|restore .+"),
    (
        "undo",
        "",
        rf"(?:i )?take {_IT} back|(?:put|change|set) {_IT} back(?: .+)?|(?:scratch|cancel|strike|forget) {_IT}",
    ),
    ("undo", "", r"go back to (?:what it was|how it was|the old .+|before)|never ?mind(?: (?:that|the last .+))?"),
    (
        "correct",
        "more",
        rf"(?:it was )?(?:add|plus)\s+(?P<words>{_NUMBER})(?: (?:to|on top of) (?:{_IT}|the (?P<name>.+)))?",
    ),
    ("correct", "more", rf"(?:it was )?(?P<words>{_NUMBER}\s+more(?:\s+\w+)?|{_NUMBER}(?<=more))(?: than {_IT})?"),
    (
        "correct",
        "less",
        (
            rf"(?:subtract|take (?:off|away)|minus|deduct|remove|less)\s+(?P<words>{_NUMBER})"
            rf"(?: (?:from|off) (?:{_IT}|the (?P<name>.+)))?"
        ),
    ),
    ("correct", "less", rf"(?:it was )?(?P<words>{_NUMBER}) (?:less|fewer)(?: than {_IT})?"),
    ("correct", "times", rf"(?P<words>double|half|halve|twice)(?: of)? {_IT}"),
    ("correct", "", rf"{_POLITE}{_CHANGE}(?: {_IT}| {_LAST})?(?: please)?"),
    ("correct", "", rf"(?:{_IT}{_WAS} )?{_WRONG}(?: answer)?|{_IT} (?:isn't|wasn't|ain't) (?:right|correct|it)"),
    ("correct", "", r"w?oops|whoops|typo|my (?:mistake|bad)|i made an? (?:mistake|typo|error)"),
    ("correct", "", rf"i mis(?:typed|spoke|read)(?: {_IT})?|i {_PUT} {_IT} wrong|let me try {_IT} again"),
    ("correct", "", rf"i {_PUT} (?:you )?the wrong (?:answer|one|thing)|i answered (?:{_IT} )?wrong"),
    ("delete", "", rf"{_POLITE}{_DELETE}\s+(?P<name>.+?){_OF_LIST}"),
    ("delete", "", rf"{_POLITE}take (?P<name>.+?) (?:off|out|away)(?: (?:the|my) list| again)?"),
    ("delete", "", r"(?P<name>.+?) (?:doesn't belong(?: .+)?|should (?:be removed|come off))"),
    ("delete", "", r"(?P<name>.+?) shouldn't (?:be (?:there|here|on .+|in .+|listed|counted)|count)"),
    (
        "delete",
        "",
        (
            rf"i (?:don't|do not) want (?P<name>{_IT}|(?:the|that|this) .+?) "
            r"(?:on there|in there|listed|included|there|any ?more|on (?:the|my) list)"
        ),
    ),
    *_part("month", "year"),
    *_part("year", "month"),
    ("correct", "", r"replace (?P<wrong>.+?) (?:with|by) (?P<words>.+)"),
    (
        "correct",
        "",
        (
            rf"i (?:said|{_PUT}) (?P<wrong>.+?),? (?:but|and|when) (?:(?:i|it) )?"
            r"(?:meant|mean|is|was|should(?:'ve| have)? be(?:en)?|actually|should have said)"
            r"(?: (?:is|was|actually|it was|to say))* (?P<words>.+)"
        ),
    ),
    (
        "correct",
        "",
        (
            rf"{_IT} (?:wasn't|isn't|ain't|was not|is not) (?P<wrong>.+?),? (?:but )?"
            r"(?:it(?:'s| is| was)|that(?:'s| is| was)|was|is) (?P<words>.+)"
        ),
    ),
    ("correct", "", r"(?:is|was) not (?P<wrong>[^,]+), (?:it )?(?:is|was) (?P<words>.+)"),
    (
        "correct",
        "",
        rf"not (?P<wrong>.+?)(?:,? (?:but(?: rather)?|rather|it{_WAS}|it should be)|,) (?P<words>.+)",
    ),
    ("correct", "", rf"{_POLITE}{_TO_CHANGE} (?P<name>.+?) (?:to be|to say|to read|to|into|as|=) (?P<words>.+)"),
    ("correct", "", rf"(?:the|that|my) \w+{_WAS} (?P<led>called) (?P<words>.+)"),
    ("correct", "", r"make (?:it|that) (?P<words>.+)"),
    ("correct", "", r"make (?:the|my) (?P<name>[a-z]+(?: [a-z]+){0,2}?) (?P<words>[0-9].*)"),
    ("correct", "", r"(?P<words>.+?)(?: is|'s) (?:the |my |her |his )?(?:right|correct|actual|real) (?P<name>.+)"),
    ("correct", "", r"(?P<wrong>.+?),? (?:i mean|i meant|or rather|no wait|wait no),? (?P<words>.+)"),
    (
        "correct",
        "",
        rf"{_POLITE}(?:use|put|put down|go with|say|list|write) (?P<words>[^,]+?) instead(?: of (?P<wrong>.+))?",
    ),
    ("correct", "", r"(?:it's |it is |it was |that's )?(?:really |actually )?(?:more like|closer to) (?P<words>.+)"),
    (
        "correct",
        "",
        (
            r"(?P<words>(?!ye[sap]|yup|ok)[^,]*[0-9][^,]*?) (?:is|would be|sounds) "
            r"(?:better|more like it|closer|right|correct)"
        ),
    ),
    ("correct", "", r"i (?:was meaning|was thinking of|intended|wanted to say|should have (?:said|put)) (?P<words>.+)"),
    ("correct", "later", rf"(?:it was )?(?P<words>{_NUMBER}) (?:later|after)(?: than)?(?: {_IT})?"),
    ("correct", "earlier", rf"(?:it was )?(?P<words>{_NUMBER}) (?:earlier|before)(?: than)?(?: {_IT})?"),
    ("correct", "", rf"i {_PUT} (?:the |my |a )?wrong (?P<name>.+)"),
    ("correct", "", rf"i {_PUT} (?:the |my )?(?P<name>.+?) wrong"),
    ("correct", "", r"wrong (?P<name>[^,;:]+)"),
    ("correct", "", rf"(?P<name>.+?){_WAS} {_WRONG}"),
    ("correct", "", r"(?P<name>.+?) (?:isn't|aren't|wasn't|weren't|is not|are not) (?:right|correct|accurate|it)"),
    (
        "correct",
        "",
        r"(?:that|it|this)(?:'s| is| was) (?:the wrong|not (?:the (?:right|correct)|my)) (?P<name>.+)",
    ),
    ("correct", "", rf"(?:{_IT} )?{_OUGHT} (?P<words>.+)"),
    ("correct", "", rf"{_POLITE}{_CHANGE} (?P<name>(?:(?! is | was ).)+)"),
    ("correct", "", rf"(?P<name>[^,;.!?]{{2,60}}?){_SHOULD}(?P<words>.+)"),
)
#: What may as well be an answer: only what is known, or a mark before it, makes it a correction.
_SOFT = _forms(
    ("correct", "", rf"(?:{_IT}{_BE})?(?P<led>at|by|with|from|through|for|in|on|called) (?P<words>.+)"),
    ("correct", "", rf"{_IT}{_BE}(?P<words>.+)"),
    ("correct", "", rf"(?P<name>[^,;.!?]{{2,60}}?){_BE}(?P<words>.+)"),
    ("correct", "", rf"(?:(?:i|we|it|that|this) )?(?:actually |really )?{_HAPPENED} (?P<words>.+)"),
    (
        "correct",
        "",
        (
            r"(?P<name>(?:the|my|that) [^,;.!?]{2,50}? (?:started|began|ended|finished|stopped|expires|expired))"
            r"(?: (?:in|on|at))? (?P<words>.+)"
        ),
    ),
    (
        "correct",
        "",
        (
            r"(?:i|it|that|we)(?: actually| really)? "
            r"(?:worked|went|took it|did it|studied|was|got it|graduated|was held|was given) "
            r"(?P<led>at|by|with|from|through|for|to) (?P<words>.+)"
        ),
    ),
)
#: What people say happened → what the date of it is called.
_EVENTS = {
    **dict.fromkeys(("started", "began", "joined"), "start"),
    **dict.fromkeys(("ended", "left", "finished", "stopped", "quit"), "end"),
    **dict.fromkeys(("expired", "expires"), "expiry"),
    **dict.fromkeys(("graduated", "earned it", "got it"), "graduation"),
}
#: That something goes on to this day.
STILL = re.compile(
    r"(?:i'?m |i am )?(?:still (?:there|here|working there|work there|working|employed|going|ongoing|do|am)|"
    r"i still work there|now|today|the present|present|ongoing|current|currently|open)(?: there)?",
    re.IGNORECASE,
)
_NOT_THAT = re.compile(
    r"(?P<rest>.+?)(?:,| and| -|;)? (?:not|instead of|rather than|and not|isn't) (?P<wrong>[^,;]{1,80})", re.IGNORECASE
)
#: A verb before the "not" makes it a denial, not a choice of two: "it is not my job".
_DENIED = re.compile(
    r".*\b(?:is|was|are|were|does|do|did|has|have|had|it|that|i'm|im|not|will|would|could|can)\Z", re.IGNORECASE
)
_PRONOUN = re.compile(rf"{_IT}|(?:my |the )?(?:last |previous )?(?:answer|response|one|last)|answer", re.IGNORECASE)
_ARTICLE = re.compile(
    r"(?:(?:the|my|our|his|her|their|those|these|that)\s+)?(?:(?:correct|right|actual|real)\s+)?(?=\S)", re.IGNORECASE
)
_EDGES = " \t.,;!"


def heard(text: str) -> Heard | None:
    """What `text`, without the marks of a correction before and after it, says; None where it has no known form."""
    said = apostrophes(text).strip(_EDGES + "?")
    if not said or len(said) > LONGEST:
        return None
    if said.casefold().startswith("i") and STILL.fullmatch(said):
        return Heard("correct", name="end", words=said, explicit=False, whole=said)
    return _first(_EXPLICIT, said, explicit=True) or _instead(said) or _first(_SOFT, said, explicit=False)


def _instead(said: str) -> Heard | None:
    """What "30 hours, not 3" says; the rest may have a form of its own."""
    match = _NOT_THAT.fullmatch(said)
    if match is None or _DENIED.match(match["rest"]):
        return None
    rest = match["rest"].strip(_EDGES)
    named = _first(_SOFT, rest, explicit=True) or Heard("correct", words=rest, whole=said)
    return msgspec.structs.replace(named, wrong=match["wrong"].strip(_EDGES), explicit=True)


def _first(forms: list[_Form], said: str, *, explicit: bool) -> Heard | None:
    for act, how, pattern in forms:
        if match := pattern.fullmatch(said):
            groups = {name: words.strip(_EDGES) for name, words in match.groupdict().items() if words}
            return Heard(
                act=act,
                name=_bare(groups.get("name", "")),
                words=groups.get("words", ""),
                wrong=groups.get("wrong", ""),
                how=how,
                led=groups.get("led", ""),
                explicit=explicit,
                whole=said,
            )
    return None


def _bare(name: str) -> str:
    """A name without its article; empty for a pronoun; what happened as the name of its date."""
    if _PRONOUN.fullmatch(name):
        return ""
    words = _ARTICLE.sub("", name, count=1)
    before, _, last = words.rpartition(" ")
    if words.casefold() in _EVENTS:
        return _EVENTS[words.casefold()]
    return f"{before} {_EVENTS[last.casefold()]}" if last.casefold() in _EVENTS else words
