"""Yes or no, from a list of how people say them. A hedge, or words that say more than yes or no, is read back."""

import re
from typing import NamedTuple

from intake.understand.slots import Reading, Unsure
from intake.understand.words import phrases, plain, repaired

READER = "yes_no"

_YES = """
    yes|y|yep|yup|yeah|yea|ya|yah|yes indeed|yessir|uh huh|uhhuh|mhm|mm hmm|mmhmm|sure|sure thing|for sure|of course|
    certainly|definitely|absolutely|indeed|correct|right|thats right|thats correct|that is right|that is correct|true|
    thats true|affirmative|you bet|ok|okay|i am|i do|i did|i have|i was|i can|i will|we do|we did|it is|it was|it does|
    it did|they do|they did|i sure do|i sure did|i sure have|i sure am|i certainly do|i have indeed|already|
    already did|i already did|i already have|already have|already done|very much so|totally|exactly|precisely|hell yes|
    hell yeah|heck yes|heck yeah|ye|yeh|yas|yass|yis|yeppers|yessiree|surely|sure did|sure do|sure have|sure am|
    you betcha|obviously|naturally|without a doubt|undoubtedly|most definitely|most certainly|but of course|
    by all means|we have|they have|we are|you got it|agree|i agree|agreed|i consent|that is true|looks right|
    looks good|looks correct|it sure is|it sure does|just did|i just did|already sent|
    already requested|already submitted|i actually did|i actually do|i actually have|i actually am|k|kk|yse|
    \U0001f44d|\U0001f44c|\U0001f197|\U0001f4af|\u2705|\u2714|\u2611
"""
_NO = """
    no|n|nope|nah|naw|not yet|not at all|not really|never|never did|i never did|never have|i never have|i have never|
    negative|no way|incorrect|not correct|not right|wrong|thats wrong|thats not right|thats not correct|false|
    far from it|im not|i am not|i dont|i do not|i didnt|i did not|i havent|i have not|i have none|i wasnt|i was not|
    i cant|i wont|we dont|we didnt|it isnt|it wasnt|it is not|it was not|its not|it doesnt|it didnt|they dont|
    they didnt|not anymore|not any more|no longer|not now|not right now|not currently|not at present|not at the moment|
    not so far|havent yet|i havent yet|definitely not|absolutely not|
    certainly not|of course not|no more|nothing else|nothing more|none|no others|uh uh|nuh uh|nay|not me|not|hell no|
    heck no|nop|noo|nopers|never ever|not ever|afraid not|im afraid not|
    not i|havent|have not|dont|do not|didnt|did not|doesnt|does not|wasnt|was not|am not|we havent|we have not|i aint|
    aint|not presently|not as of now|not as of yet|not as yet|not true|not so|thats not true|that is not true|
    thats false|that is false|that is wrong|that is not right|disagree|i disagree|not ok|not okay|i still havent|
    still havent|i still have not|still have not|i cannot|cant|it has not|it hasnt|most certainly not|its not ok|
    it is not ok|i am no longer|im no longer|they havent|they have not|i will not|they did not|surely not|nothing yet|
    no way jose|nada|no can do|not in the least|by no means|\U0001f44e|\u274c|\u2716|\U0001f6ab
"""
_HEDGED_YES = """
    i think so|i believe so|i guess so|i suppose so|i would think so|id say so|as far as i know|i hope so|i assume so|
    should be|i should be|it should be|pretty much|more or less|id think so|i imagine so|i would say so|i expect so|si|
    s\u00ed|prob|prolly|presumably
"""
_HEDGED_NO = """
    i dont think so|i do not think so|i dont believe so|probably not|probably no|maybe not|perhaps not|
    not that i remember|not that i recall|not that i know of|not to my knowledge|
    not that im aware of|not that i am aware of|i think not|i guess not|most likely not|likely not|i doubt it|
    not as far as i know|i would say no|id say no|dont think so|dont believe so|unlikely|doubtful|i wish|not exactly|
    not quite|pretty sure not|i hope not|id think not
"""
#: A no whatever comes after: "I don't think I did".
_DOUBTS = "i dont think|i do not think|i dont believe|i do not believe"
#: No, as the questions here usually run: "Are you a member?" "It lapsed." Read back, since a question may be turned.
_STATE_NO = """
    it lapsed|lapsed|it has lapsed|its lapsed|mine lapsed|it expired|its expired|expired|it ran out|it has expired|
    i let it lapse|i used to|i used to be|i was before|used to be|used to|formerly|i have yet to|yet to|i forgot to
"""
_HEDGES = """
    i want to say|i feel like|not sure but|im not sure but|but i think|but i believe|i think|i believe|i suppose|
    id say|i would say|if i remember right|if i remember correctly
"""
#: Hedges that lean to yes when they stand alone.
_LEANING = """
    probably|most likely|likely|pretty sure|im pretty sure|fairly sure|im fairly sure|i guess|kind of|sort of|kinda|
    sorta|hopefully
"""
_UNDECIDED = """
    maybe|perhaps|possibly|it depends|depends|sometimes|hard to say|could be|might be|not sure|im not sure|
    i am not sure|not sure but|im not sure but|but not sure|but im not sure|but i am not sure|i dont know|
    i dont know but|idk|no clue|no idea|i have no idea|i have no clue|i dont really know|i really dont know|dont know|
    dunno|i dunno|not certain|im not certain|unsure|im unsure|i forget|cant remember|i cant remember|i dont remember|
    dont remember|i dont recall|dont recall|couldnt tell you|i couldnt tell you|couldnt say|i couldnt say|i cant say|
    cant say|i cant tell you|beats me|who knows
"""
#: Undecided whoever is to be asked: "I'd have to ask HR".
_ASK_AROUND = """
    id have to ask|i would have to ask|id need to ask|i would need to ask|id have to check with|
    i would have to check with|id have to check|i would have to check
"""
_NEITHER = """
    no problem|no doubt|never mind|no comment|yes and no|no wait|wait|i have to|ive to|i do have to|not only|not just|
    no worries|no biggie|i have a question|im from|i am from|not a problem|not a clue|not an issue|i have no|no one|
    none of your|i am no|yes or no|y or n|not either|not both
"""
_FILLERS = """
    um|umm|uh|er|hm|hmm|well|oh|ah|so|actually|sorry|just|honestly|to be honest|please|thanks|thank you|and|now|there|
    at all|unfortunately|yet|again|maam|sir|the answer is|its a|thats a|then|sadly|thankfully|fortunately|luckily|
    currently|presently|at the moment|at this time|at present|right now|as of now|as of today|as of yet|as yet|still|
    im afraid|regrettably|alas|basically|technically|officially|formally|tbh|im sorry|sorry but|im sorry but|im good|
    im fine|im set|im all set|i am good
"""
#: What may open a longer answer; all of it is then read back.
_OPENERS = f"""
    yes|y|yep|yup|yeah|no|nope|nah|not yet|never|i never|ive never|i have never|i havent|i have not|i didnt|i did not|
    i dont|i do not|im not|i am not|i wasnt|i was not|it wasnt|it was not|i am|im|i was|it was|i did|i do|havent|
    have not|havent yet|didnt|did not|we havent|we have not|we didnt|no longer|not currently|not presently|not a|
    not an|i am no longer|im no longer|not part of|not in|not on|i have|ive|we have|weve|i already have|i still havent|
    still havent|they did|{_STATE_NO}
"""
_DENYING = (
    r"not|never|unpaid|volunteer\w*|none|nothing|without|"
    r"(?:is|are|was|were|do|does|did|has|have|had|ca|wo|would|could|should|ai)nt"
)
_TURNS = re.compile(
    r"\b(?:but|though|although|except|however|no|yes|yeah|mean|lapsed|expired|until|used|"
    rf"{_DENYING})\b"
)
#: A no that stays one whatever explains it: "nope, it was all volunteer".
_PLAIN_NO = frozenset(phrases("no|nope|nah|naw|nop|noo"))
_EXPLAINS = re.compile(rf"\b(?:{_DENYING})\b")
_RETURNS = re.compile(
    r"\b(?:but|though|although|except|however|yes|yeah|yep|sure|mean|wait|actually|did|do|am|correct|right)\b"
)
#: What is said after this counts, not what was said before: "no, wait, yes".
_REPAIR = re.compile(r"\b(?:wait|i mean|actually|scratch that|correction)\b[ ,.:-]*")
_SUBJECT = r"(?:(?:i|we|they|she|he|(?:my|our|the) [a-z]+) )?"
#: Something that plainly was done, as the questions here usually run; read back.
_DID = re.compile(
    rf"{_SUBJECT}(?:already |just |finally )?(?:signed|joined|renewed|requested|e?mailed|sent|ordered|submitted|paid|"
    r"registered|applied|completed|finished|enrolled|uploaded|"
    r"turned (?:it|that|them|mine) in|filled (?:it|that|them) out|"
    r"got (?:it|that|them|mine|one)\b|asked (?:for|them|the|my|our)|did (?:it|that|so)|took care of)\b"
)
#: Something that came to its end.
_ENDED = re.compile(
    rf"{_SUBJECT}(?:it |that |mine )?(?:has |have )?(?:lapsed|expired|ran out|let (?:it|that|mine|my [a-z]+) "
    r"(?:go|lapse|expire|run out)|cancell?ed|dropped out|dropped it|stopped (?:paying|renewing|going))\b"
)
#: Something that is still to be done: not yet.
_AHEAD = re.compile(
    r"(?:i |we |im |i am |were )?(?:still |just )?(?:ill|will|gonna|gotta|going to|plan to|planning to|intend to|"
    r"need to|have to|got to|meaning to) (?:do (?=[a-z])|sign|send|mail|request|order|join|renew|pay|submit|register|"
    r"apply|complete|finish|fill|get (?:it|that|them|one|mine)\b|take care of)\b"
)
_WHETHER = re.compile(r" (?:if|whether|about|what|how|why)\b")
#: What turns an answer that would be yes into one about a time to come: "I'm about to", "I'm working on it".
_TO_COME = re.compile(
    r"\b(?:about to|going to|gonna|planning|plan|hoping|hope|trying|waiting|working on|working towards?|almost|nearly|"
    r"supposed|meaning to|will|soon|thinking|considering|still)\b"
)
#: What follows "I have" where it tells of something done.
_DONE = re.compile(
    r"(?:\w+ed|sent|done|got|gotten|been|had|taken|given|gone|paid|met|made|kept|held|it|one|that|them|my|the|an?)\b"
)
_HAVING = frozenset(phrases("i have|ive|we have|weve"))
_ABOUT_WHAT = frozenset({"if", "whether", "what", "how", "that"})
_LONG = 7
_STRETCHED = frozenset({"yes", "yeah", "yep", "yup", "no", "nope", "nah"})
_LONGEST_PHRASE, _MOST_WORDS = 6, 60
_TOKEN = re.compile(
    r"[^\W_]+|[\U0001f44d\U0001f44c\U0001f197\U0001f4af\U0001f44e\U0001f6ab\u2705\u2714\u2611\u274c\u2716]"
)


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
        ("im|ive|weve", _Meaning(True, asks=True)),
        ("i never|ive never|not a|not an|not in|not on|not part of", _Meaning(False, asks=True)),
        (_HEDGES, _Meaning(hedged=True)),
        (_LEANING, _Meaning(hedged=True, mood="leaning")),
        (_UNDECIDED, _Meaning(hedged=True, mood="open")),
        (_ASK_AROUND, _Meaning(hedged=True, mood="ask")),
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
_OPENING = frozenset(phrases(_OPENERS)) | {
    phrase for phrase in phrases(f"{_HEDGED_YES}|{_HEDGED_NO}") if phrase.endswith((" so", " not", " know"))
}
_LONG_WORDS = frozenset(word for phrase in _TABLE for word in phrase.split() if len(word) >= _LONG)
_Heard = list[tuple[str, _Meaning]]


def yes_no(text: str) -> Reading | Unsure | None:
    """What `text` says to a question of yes or no: Unsure where it leaves that open, None where it says neither."""
    said = plain(text)
    *before, last = _REPAIR.split(said)
    if before and any(meaning.value is not None for meaning in _meanings(" ".join(before))):
        repaired_to = yes_no(last)
        if isinstance(repaired_to, Reading):
            return _reading(value=repaired_to.value, hedged=repaired_to.hedged, asks=True)
    words = [_spelled(word) for word in _TOKEN.findall(said)[:_MOST_WORDS]]
    got = _answered(words, doubting=text.rstrip().endswith("?"))
    return got or (None if "?" in said else _plainly(words))


def _answered(words: list[str], *, doubting: bool) -> Reading | Unsure | None:
    """The answer of a known phrase that `words` begin with, and of what may follow it."""
    heard, rest = _heard(words)
    values = {meaning.value for _, meaning in heard} - {None}
    moods = {meaning.mood for _, meaning in heard}
    if "doubting" in moods and not _TURNS.search(" ".join(rest)):
        return _reading(value=False, hedged=True, asks=True)
    if moods & {"open", "ask"} and not values and (not rest or rest[0] in _ABOUT_WHAT or "ask" in moods):
        return Unsure()
    if _refuses(heard, rest):
        return _reading(value=False, hedged=_hedged(words), asks=True)
    if len(values) > 1 or "neither" in moods or (rest and not _may_go_on(heard, rest)):
        return None
    hedged = doubting or _hedged(rest) or any(meaning.hedged for _, meaning in heard)
    if not values:
        return _reading(value=True, hedged=True, asks=True) if "leaning" in moods else None
    asks = hedged or bool(rest) or any(meaning.asks for _, meaning in heard)
    return _reading(value=bool(values.pop()), hedged=hedged, asks=asks)


def _refuses(heard: _Heard, rest: list[str]) -> bool:
    """Whether a plain no opens the answer, and what comes after explains it."""
    told, first = " ".join(rest), next((phrase for phrase, meaning in heard if meaning != _Meaning()), "")
    contrary = any(meaning.value for _, meaning in heard) and not _EXPLAINS.search(told)
    return first in _PLAIN_NO and bool(rest) and not contrary and not _RETURNS.search(told)


def _plainly(words: list[str]) -> Reading | None:
    """What a verb says that tells of a thing done, ended or still to be done: "signed it last night"."""
    while words and _TABLE.get(words[0]) == _Meaning():
        words = words[1:]
    told = " ".join(words)
    for form, value in ((_DID, True), (_ENDED, False), (_AHEAD, False)):
        if match := form.match(told):
            beside = told[match.end() :]
            turned = _TURNS.search(beside) or _WHETHER.match(beside) or (value and _TO_COME.search(beside))
            return None if turned else _reading(value=value, hedged=_hedged(words), asks=True)
    return None


def _meanings(text: str) -> list[_Meaning]:
    """What the known phrases say that `text` begins with."""
    return [meaning for _, meaning in _heard([_spelled(word) for word in _TOKEN.findall(text)[:_MOST_WORDS]])[0]]


def _spelled(word: str) -> str:
    """A stretched "yesss" and a misspelt "definately" as they are spelled."""
    once = re.sub(r"(.)\1+", r"\1", word)
    if once in _STRETCHED:
        return once
    return word if len(word) < _LONG else repaired(word, _LONG_WORDS) or word


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
    told, last = " ".join(rest), heard[-1][0] if heard else ""
    if _TURNS.search(told) or (last in _HAVING and not _DONE.match(told)):
        return False
    to_come = _TO_COME.search(told) and any(meaning.value for _, meaning in heard)
    return not to_come and any(phrase in _OPENING for phrase, _ in heard)


def _reading(*, value: bool, hedged: bool, asks: bool) -> Reading:
    confirm = f"I take that as {'yes' if value else 'no'}. Right?" if asks else ""
    return Reading(value, READER, hedged=hedged, confirm=confirm)
