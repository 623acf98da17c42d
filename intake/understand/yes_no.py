"""Yes or no, from a list of how people say them. A hedge, or words that say more than yes or no, is read back."""

import re
from typing import NamedTuple

from intake.understand.slots import Reading, Unsure
from intake.understand.words import phrases, plain

READER = "yes_no"

_YES = """
    yes|y|yep|yup|yeah|yea|ya|yah|yes indeed|yessir|uh huh|uhhuh|mhm|mm hmm|mmhmm|sure|sure thing|for sure|of course|
    certainly|definitely|absolutely|indeed|correct|right|thats right|thats correct|that is right|that is correct|true|
    thats true|affirmative|you bet|ok|okay|i am|i do|i did|i have|i was|i can|i will|we do|we did|it is|it was|it does|
    it did|they do|they did|i sure do|i sure did|i sure have|i sure am|i certainly do|i have indeed|already|already did|
    i already did|i already have|already have|already done|very much so|totally|exactly|hell yes
"""
_NO = """
    no|n|nope|nah|naw|not yet|not at all|not really|never|never did|i never did|never have|i never have|i have never|
    negative|no way|incorrect|not correct|not right|wrong|thats wrong|thats not right|thats not correct|false|
    far from it|im not|i am not|i dont|i do not|i didnt|i did not|i havent|i have not|i have none|i wasnt|i was not|
    i cant|i wont|we dont|we didnt|it isnt|it wasnt|it is not|it was not|its not|it doesnt|it didnt|they dont|
    they didnt|not anymore|not any more|no longer|not now|not right now|not currently|not at present|
    not at the moment|not so far|havent yet|i havent yet|not that i know of|not to my knowledge|definitely not|
    absolutely not|certainly not|of course not|no more|nothing else|nothing more|none|no others|uh uh|nuh uh|nay|
    not me|not|hell no
"""
_HEDGED_YES = """
    i think so|i believe so|i guess so|i suppose so|i would think so|id say so|as far as i know|i hope so|i assume so|
    should be|i should be|it should be|pretty much|more or less
"""
_HEDGED_NO = """
    i dont think so|i do not think so|i dont believe so|probably not|probably no|maybe not|perhaps not|
    not that i remember|not that i recall|i think not|i guess not|most likely not|likely not|i doubt it|
    not as far as i know|i would say no|id say no
"""
#: A no whatever comes after: "I don't think I did".
_DOUBTS = "i dont think|i do not think|i dont believe|i do not believe"
#: No, as the questions here usually run: "Are you a member?" "It lapsed." Read back, since a question may be turned.
_STATE_NO = """
    it lapsed|lapsed|it has lapsed|its lapsed|mine lapsed|it expired|its expired|expired|it ran out|it has expired|
    i let it lapse|i used to|i used to be|i was before
"""
_HEDGES = "i think|i believe|i suppose|id say|i would say|if i remember right|if i remember correctly"
#: Hedges that lean to yes when they stand alone.
_LEANING = """
    probably|most likely|likely|pretty sure|im pretty sure|fairly sure|im fairly sure|i guess|kind of|sort of|kinda|
    sorta|hopefully
"""
_UNDECIDED = """
    maybe|perhaps|possibly|it depends|depends|sometimes|hard to say|could be|might be|not sure|im not sure|
    i am not sure|not sure but|im not sure but|but not sure|but im not sure|but i am not sure|i dont know|
    i dont know but|idk
"""
_NEITHER = "no problem|no doubt|never mind|no comment|yes and no|no wait|wait"
_FILLERS = """
    um|umm|uh|er|hm|hmm|well|oh|ah|so|actually|sorry|just|honestly|to be honest|please|thanks|thank you|and|now|there|
    at all|unfortunately|yet|again|maam|sir|the answer is|its a|thats a|then
"""
#: What may open a longer answer; all of it is then read back.
_OPENERS = f"""
    yes|y|yep|yup|yeah|no|nope|nah|not yet|never|i never|ive never|i have never|i havent|i have not|i didnt|i did not|
    i dont|i do not|im not|i am not|i wasnt|i was not|it wasnt|it was not|i am|im|i was|it was|i did|i do|{_STATE_NO}
"""
_TURNS = re.compile(
    r"\b(?:but|though|although|except|however|not|never|no|yes|yeah|mean|lapsed|expired|until|used|unpaid|volunteer\w*|"
    r"none|nothing|without|\w+nt)\b"
)
_ABOUT_WHAT = frozenset({"if", "whether", "what", "how", "that"})
_STRETCHED = frozenset({"yes", "yeah", "yep", "yup", "no", "nope", "nah"})
_LONGEST_PHRASE, _MOST_WORDS = 6, 60


class _Meaning(NamedTuple):
    """What a phrase says: yes, no or neither; `mood` tells apart hedges that lean, leave open, doubt or confuse."""

    value: bool | None = None
    hedged: bool = False
    asks: bool = False
    mood: str = ""


_TABLE: dict[str, _Meaning] = {
    phrase: meaning
    for block, meaning in [
        (_FILLERS, _Meaning()),
        ("im", _Meaning(True, asks=True)),
        ("i never|ive never", _Meaning(False, asks=True)),
        (_HEDGES, _Meaning(hedged=True)),
        (_LEANING, _Meaning(hedged=True, mood="leaning")),
        (_UNDECIDED, _Meaning(hedged=True, mood="open")),
        (_NEITHER, _Meaning(mood="neither")),
        (_YES, _Meaning(True)),
        (_NO, _Meaning(False)),
        (_HEDGED_YES, _Meaning(True, hedged=True)),
        (_HEDGED_NO, _Meaning(False, hedged=True)),
        (_DOUBTS, _Meaning(False, hedged=True, mood="doubting")),
        (_STATE_NO, _Meaning(False, asks=True)),
    ]
    for phrase in phrases(block)
}
_OPENING = frozenset(phrases(_OPENERS))
_Heard = list[tuple[str, _Meaning]]


def yes_no(text: str) -> Reading | Unsure | None:
    """What `text` says to a question of yes or no: Unsure where it leaves that open, None where it says neither."""
    heard, rest = _heard([_shortened(word) for word in re.findall(r"[a-z0-9]+", plain(text))[:_MOST_WORDS]])
    values = {meaning.value for _, meaning in heard} - {None}
    moods = {meaning.mood for _, meaning in heard}
    if "doubting" in moods and not _TURNS.search(" ".join(rest)):
        return _reading(value=False, hedged=True, asks=True)
    if "open" in moods and not values and (not rest or rest[0] in _ABOUT_WHAT):
        return Unsure()
    if len(values) > 1 or "neither" in moods or (rest and not _may_go_on(heard, rest)):
        return None
    hedged = text.rstrip().endswith("?") or _hedged(rest) or any(meaning.hedged for _, meaning in heard)
    if not values:
        return _reading(value=True, hedged=True, asks=True) if "leaning" in moods else None
    asks = hedged or bool(rest) or any(meaning.asks for _, meaning in heard)
    return _reading(value=bool(values.pop()), hedged=hedged, asks=asks)


def _shortened(word: str) -> str:
    """A stretched "yesss" or "nooo" as it is spelled."""
    once = re.sub(r"(.)\1+", r"\1", word)
    return once if once in _STRETCHED else word


def _heard(words: list[str]) -> tuple[_Heard, list[str]]:
    """The known phrases at the beginning of `words`, each as long as can be, and the words that follow them."""
    heard: _Heard = []
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


def _may_go_on(heard: _Heard, rest: list[str]) -> bool:
    """Whether what opens the answer may be followed by more, and nothing in it may turn it round."""
    return any(phrase in _OPENING for phrase, _ in heard) and not _TURNS.search(" ".join(rest))


def _reading(*, value: bool, hedged: bool, asks: bool) -> Reading:
    confirm = f"I take that as {'yes' if value else 'no'}. Right?" if asks else ""
    return Reading(value, READER, hedged=hedged, confirm=confirm)
