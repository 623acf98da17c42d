"""What of a caller's words no answer took: kept as a note, so that nothing that somebody said is lost."""

import re
from collections.abc import Container, Iterable

from intake.prescreen.halves import lasted
from intake.understand.words import phrases

#: Words that tell nothing by themselves. What denies is none of them.
_FILLER = frozenset(
    phrases(
        """a|an|the|this|that|these|those|there|here|it|its|it's|and|or|but|so|then|also|too|plus|well|um|uh|oh|ok|okay|
        yes|yeah|yep|sure|like|just|really|now|still|currently|already|right|i|i'm|i've|i'd|i'll|me|my|mine|she|she's|he|
        he's|her|his|they|their|who|you|your|says|said|say|tell|told|is|am|are|was|were|be|been|being|has|have|had|did|
        do|does|got|get|of|in|on|at|to|for|from|with|as|by|since|about|around|ago|into|out|work|works|worked|working|
        job|jobs|position|degree|some|all|total|both|hi|hello|hey|calling|please|thanks|thank|each|only|actually|wait|
        sorry|took|take|taken|serve|serves|kids|children|years|year|hours|hour|hrs|went|gone|started|began|born|line|phone|
        speaking|rate|interested|think|thinks|want|wants|good|til|till|until|sup|people|gonna|going|back|applying|yet|would|before|caller|name|name's|mostly"""
    )
)
_WORD = re.compile(r"[^\s,;:.!?()\"\u201c\u201d/&+-]+")
_SPACE = r"\s+"
_BREAK = re.compile(r"\s*(?:[,;\n]|[.!?](?=\s|\Z))\s*")
_EDGE = re.compile(
    r"\A(?:(?:and|but|so|then|also|plus|of|,)\s+)+|(?:\s+(?:and|but|so|or|of|the|a|an|my|from|at|in|with|on|to|for|by|,))+\Z",
    re.IGNORECASE,
)
#: How a correction begins.
_SLIP = re.compile(r"\A(?:oh[\s,]+)?(?:no[\s,]+)?(?:wait|sorry|actually|i mean)\b[\s,]*(?=\S)", re.IGNORECASE)
_DENIES = re.compile(r"(?:not|no|never|n't|without|isn't|don't|doesn't|wasn't|hasn't|haven't)", re.IGNORECASE)
_NOTHING = frozenset(phrases("none|nothing|zero|0|nope|neither"))


def unread(words: str, taken: Iterable[str], known: Container[str]) -> tuple[str, ...]:
    """The runs of `words` that are not among those `taken` and say something beside fillers and the words `known`.

    A denial tells nothing without what it denies, so it is given with all the words round it.
    """
    rest = _SLIP.sub("", words)
    for said in sorted(_each(words, taken), key=len, reverse=True):
        rest = re.sub(_spaced(said), "\n", rest, count=1, flags=re.IGNORECASE)
    runs = [_EDGE.sub("", run).strip(" :-") for run in _BREAK.split(rest)]
    told = [run for run in runs if says(run, known) or lasted(run)]
    telling = filter(None, (_telling(run, known) for run in told))
    if any(all(map(_DENIES.fullmatch, run)) for run in telling):
        return (words.strip(),)
    return tuple(told)


def says(words: str, known: Container[str] = ()) -> bool:
    """Whether `words` say something beside fillers and what is `known`."""
    return bool(_telling(words, known))


def denies(words: str) -> bool:
    """Whether `words` say that something is not so, or that there is none."""
    return any(_DENIES.fullmatch(word) or word.casefold() in _NOTHING for word in _WORD.findall(words))


def _each(words: str, taken: Iterable[str]) -> Iterable[str]:
    """The stretches that were taken: of a joined list each, where the whole does not stand in the words."""
    for said in taken:
        yield from [said] if re.search(_spaced(said), words, re.IGNORECASE) else said.split(", ")


def _spaced(said: str) -> str:
    words = _SPACE.join(map(re.escape, said.split()))
    return rf"(?<!\w){words}(?!\w)" if words else "(?!)"


def _telling(run: str, known: Container[str]) -> list[str]:
    small = [word.strip("'\u2019").replace("\u2019", "'").casefold() for word in _WORD.findall(run)]
    return [word for word in small if word and word not in _FILLER and not _is_known(word, known)]


def _is_known(word: str, known: Container[str]) -> bool:
    return word in known or word.removesuffix("s") in known
