"""Yes or no, from a list of how people say them. A hedge, or words that say more than yes or no, is read back."""

import re
from typing import NamedTuple

from intake.understand.slots import Again, Reading, Unsure
from intake.understand.words import phrases, plain

READER = "yes_no"

_YES = """
    yes|y|yep|yup|yeah|yea|ya|yah|maam|sir|yes indeed|yessir|uh huh|uhhuh|mhm|mm hmm|mmhmm|sure|sure thing|for sure|
    of course|certainly|definitely|absolutely|indeed|correct|right|thats right|thats correct|true|thats true|
    affirmative|you bet|ok|okay|i am|i do|i did|i have|i was|i can|i will|we do|we did|it is|it was|it does|it did|
    they do|they did|i sure do|i sure did|i sure have|i sure am|i certainly do|i have indeed|already|already did|
    i already did|i already have|already done|very much so|totally|exactly
"""
_NO = """
    no|n|nope|nah|naw|not yet|not at all|not really|never|never did|i never did|never have|i never have|negative|no way|
    incorrect|wrong|thats wrong|thats not right|false|far from it|im not|i am not|i dont|i do not|i didnt|i did not|
    i havent|i have not|i wasnt|i was not|i cant|i wont|we dont|we didnt|it isnt|it wasnt|it is not|it was not|its not|
    it doesnt|it didnt|they dont|they didnt|not anymore|not any more|no longer|not now|not right now|not currently|
    not at present|not at the moment|not so far|havent yet|i havent yet|not that i know of|not to my knowledge|
    definitely not|absolutely not|certainly not|of course not|no more|nothing else|nothing more|none|no others|uh uh|
    nuh uh|nay|i am not yet|im not yet|not me|not
"""
_HEDGED_YES = """
    i think so|i believe so|i guess so|i suppose so|i would think so|id say so|as far as i know|i hope so|i assume so|
    should be|i should be|it should be|pretty much|more or less
"""
_HEDGED_NO = """
    i dont think so|i do not think so|i dont believe so|i dont think|i do not think|i dont believe|probably not|
    not that i remember|not that i recall|i think not|i guess not|most likely not|likely not|i doubt it|probably no|
    not as far as i know|i would say no|id say no
"""
#: No, as the questions here usually run: "Are you a member?" "It lapsed." Read back, since a question may be turned.
_STATE_NO = """
    it lapsed|lapsed|it has lapsed|its lapsed|mine lapsed|it expired|its expired|expired|it ran out|it has expired|
    i let it lapse|i used to|i used to be|i was before
"""
_HEDGES = "i think|i believe|i suppose|id say|i would say|if i remember right|if i remember correctly"
#: Hedges that lean to yes when they stand alone.
_LEANING = "probably|most likely|likely|pretty sure|im pretty sure|fairly sure|im fairly sure|i guess|kind of|sort of"
_UNDECIDED = "maybe|perhaps|possibly|it depends|depends|sometimes|hard to say|could be|might be"
_FILLERS = """
    um|umm|uh|er|hm|hmm|well|oh|ah|so|actually|sorry|just|honestly|to be honest|please|thanks|thank you|and|now|there|
    at all|unfortunately|yet|again
"""
#: Words that may open a longer answer; what follows is read back with them.
_OPENERS = frozenset(
    phrases(
        f"yes|y|yep|yup|yeah|no|nope|nah|not yet|never|i never|i havent|i have not|i didnt|i did not|i dont think|"
        f"i do not think|i dont|i do not|{_STATE_NO}"
    )
)
_TURNS = re.compile(
    r"\b(?:but|though|although|except|however|not|never|no|yes|yeah|mean|lapsed|expired|until|used)\b|nt\b"
)
_LONGEST_PHRASE, _MOST_WORDS = 6, 60
_LEAN, _OPEN = "lean", "open"


class _Meaning(NamedTuple):
    value: bool | None = None
    hedged: bool = False
    asks: bool = False
    mood: str = ""


_TABLE: dict[str, _Meaning] = {
    phrase: meaning
    for block, meaning in [
        (_FILLERS, _Meaning()),
        ("i never", _Meaning(False)),
        (_HEDGES, _Meaning(hedged=True)),
        (_LEANING, _Meaning(hedged=True, mood=_LEAN)),
        (_UNDECIDED, _Meaning(hedged=True, mood=_OPEN)),
        (_YES, _Meaning(True)),
        (_NO, _Meaning(False)),
        (_HEDGED_YES, _Meaning(True, hedged=True)),
        (_HEDGED_NO, _Meaning(False, hedged=True)),
        (_STATE_NO, _Meaning(False, asks=True)),
    ]
    for phrase in phrases(block)
}


def yes_no(text: str) -> Reading | Again | Unsure | None:
    """What `text` says to a question of yes or no: Unsure where it leaves that open, None where it says neither."""
    words = re.findall(r"[a-z0-9]+", plain(text))[:_MOST_WORDS]
    if words[:3] in (["i", "dont", "know"], ["im", "not", "sure"]) or words[:2] == ["not", "sure"]:
        return Unsure()
    heard, rest = _heard(words)
    values = {meaning.value for _, meaning in heard} - {None}
    moods = {meaning.mood for _, meaning in heard}
    hedged = text.rstrip().endswith("?") or _hedged(rest) or any(meaning.hedged for _, meaning in heard)
    if len(values) > 1 or (rest and not _may_go_on(heard, rest)):
        return None
    if values:
        asks = hedged or bool(rest) or any(meaning.asks for _, meaning in heard)
        return _reading(bool(values.pop()), hedged, asks)
    if _OPEN in moods:
        return Unsure()
    return _reading(True, True, True) if _LEAN in moods else None


def _heard(words: list[str]) -> tuple[list[tuple[str, _Meaning]], list[str]]:
    """The known phrases at the beginning of `words`, each as long as can be, and the words that follow them."""
    heard: list[tuple[str, _Meaning]] = []
    while words:
        sizes = range(min(_LONGEST_PHRASE, len(words)), 0, -1)
        phrase = next((p for p in (" ".join(words[:size]) for size in sizes) if p in _TABLE), None)
        if phrase is None:
            break
        heard.append((phrase, _TABLE[phrase]))
        words = words[len(phrase.split()) :]
    return heard, words


def _hedged(rest: list[str]) -> bool:
    """Whether a hedge stands among the words that follow: "it lapsed in december i think"."""
    said = f" {' '.join(rest)} "
    return any(meaning.hedged and meaning.value is None and f" {phrase} " in said for phrase, meaning in _TABLE.items())


def _may_go_on(heard: list[tuple[str, _Meaning]], rest: list[str]) -> bool:
    """Whether a plain yes or no opens the answer and nothing after it may turn it round."""
    opened = any(phrase in _OPENERS for phrase, _ in heard)
    return opened and not _TURNS.search(" ".join(rest))


def _reading(value: bool, hedged: bool, asks: bool) -> Reading:
    confirm = f"I take that as {'yes' if value else 'no'}. Right?" if asks else ""
    return Reading(value, READER, hedged=hedged, confirm=confirm)
