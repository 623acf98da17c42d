"""One option, or several, out of a list: by number or letter, by name or alias, by part of a name, or nearly so.

A name that fits two options is never guessed at; what is only like a name, or is one among other words, is read back.
"""

import re
from typing import NamedTuple

from intake.understand.option_names import (
    abbreviated,
    apart,
    contained,
    exact,
    numbered,
    partly,
    respelled,
    rival,
    similar,
)
from intake.understand.slots import Again, Choice, Reading, Slot
from intake.understand.words import phrases, plain, trimmer

READER = "choices"

_TRIM = trimmer(
    fillers="""
        i have|ive got|i got|i hold|i earned|i am|im|i do|id like|i want|ill take|ill go with|i pick|i choose|option|
        choice|letter|the|a|an|my|both|mostly|applying for|i work with|i work as|number|#|going for|i have my|
        my highest is|my highest degree is|highest is
    """,
    tails="one|option|level",
    kept="over|more than|at least|or so|or more|plus|+|so|well",
)
_UNFINISHED = re.compile(
    r"\b(working on|working towards?|in progress|almost|nearly|finishing|pursuing|half ?way|still in|enrolled|"
    r"didnt finish|not finished|havent finished|did not finish|never finished|unfinished|dropped out|studying for|"
    r"some (?:college|grad|graduate|masters?|bachelors?|doctoral|classes|courses|coursework|credits)|candidate|abd|"
    r"in (?:a |my |the )?(?:\w+ )?(?:masters|bachelors|doctoral|associates?|degree|msw|phd) program|about to|"
    r"in the middle of|will graduate|short of|away from|shy of|coursework|credits|studying|started|"
    r"ill have|i will have|expect|expected|expecting|student|graduating|will finish|next year)\b"
)
_DENIED = re.compile(r"\b(?:no|not|never|isnt|arent|without|except|no longer|neither|nor|dont|didnt|havent)\b")
#: "Never went to college" is "no college", which an option may be called.
_NEVER = re.compile(
    r"\b(?:i )?(?:never|didnt|did not|havent|have not|dont|do not) "
    r"(?:(?:went|go|gone|been|attended|attend|have|had|got|get|did|do|finished|completed)\b ?(?:to )?(?:a |any )?)"
)
#: What was begun after a degree and adds none: "my masters plus 30 credits".
_BESIDE = re.compile(
    r" ?(?:\bplus\b|\+|\band\b|\bwith\b) ?(?:(?:about|around|some|a few|another|[0-9]{1,3}) )+"
    r"(?:(?:graduate|grad|extra|additional|post[a-z]*|more) )*(?:credits?|hours|classes|courses|coursework)\b[a-z ]*"
)
#: One thing reached after another: "an associate's first and then the bachelor's".
_AFTERWARDS = re.compile(r"\b(?:then|later|afterwards?|after that|followed by|bridged|went on|eventually)\b")
_ALL = frozenset(phrases("all|all of them|all of these|all of the above|everything|every one|all of those"))
_BOTH = frozenset(phrases("both|both of them"))
_NO_OPTION = frozenset({"none", "neither"})
_SEPARATOR = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*(?:and\b\s*)?")
_NUMBERS = re.compile(r"[0-9]{1,2}(?: [0-9]{1,2}){1,23}")
_MOST_PARTS, _MOST_JOINED = 24, 6


class _Fit(NamedTuple):
    """The options that an answer fits, and whether by their own name or only by a likeness that is read back."""

    options: tuple[Choice, ...]
    sure: bool = True


def choice(text: str, slot: Slot) -> Reading | Again:
    """The one option that `text` means; Again, naming options, where it fits two or none or is not finished."""
    typed = plain(text)
    whole = _BESIDE.sub("", typed)
    said = _TRIM(whole)
    fit = _named(whole, slot.choices)
    if fit is None and (unfinished := _UNFINISHED.search(whole)):
        return Again(
            f"You said \u201c{unfinished[1]}\u201d. Please choose what is finished already. {_listed(slot.choices)}"
        )
    fit = fit or _named(said.text, slot.choices) or _likely(_NEVER.sub("no ", said.text), slot.choices)
    if fit is None:
        return Again(f"I could not match that to one of the choices. {_listed(slot.choices)}")
    if len(fit.options) > 1:
        guesses = tuple(option.id for option in fit.options)
        return Again(f"That could be {_joined(fit.options, 'or')}. Which one is it?", guesses=guesses)
    asks = said.hedged or not fit.sure or whole != typed
    return Reading(fit.options[0].id, READER, said.hedged, f"{fit.options[0].label}. Right?" if asks else "")


def choices(text: str, slot: Slot) -> Reading | Again:
    """The options that `text` lists, as ids without repetition; Again, naming the part, where one is not understood."""
    said = _TRIM(plain(text)).text
    real = tuple(option for option in slot.choices if option.id not in _NO_OPTION)
    if said in _ALL or (said in _BOTH and len(real) == len(("one", "other"))):
        return Reading([option.id for option in real], READER)
    readings = []
    for part in _parts(plain(text), slot.choices):
        one = choice(part, slot)
        if isinstance(one, Again):
            return one if part == plain(text) else Again(f"About \u201c{part}\u201d: {one.why}")
        readings.append(one)
    ids = list(dict.fromkeys(reading.value for reading in readings))
    if len(ids) > 1 and _NO_OPTION & set(ids):
        return Again(f"That names something and nothing at once. {_listed(slot.choices)}")
    meant = [option for option in slot.choices if option.id in ids]
    asks = any(reading.confirm for reading in readings)
    confirm = f"{_joined(meant, 'and')}. Right?" if asks else ""
    return Reading(ids, READER, any(reading.hedged for reading in readings), confirm)


def _named(text: str, options: tuple[Choice, ...]) -> _Fit | None:
    found = exact(text, options) or numbered(text, options) or partly(text, options)
    return _Fit(found, sure=not apart(text)) if found else None


def _likely(text: str, options: tuple[Choice, ...]) -> _Fit | None:
    """The options that `text` means in more words or in another spelling; with a no, only one that is named so."""
    if _DENIED.search(text):
        found = exact(text, options)
        return _Fit(found, sure=False) if found else None
    if reached := _last_of(text, options) or abbreviated(text, options):
        return _Fit(reached, sure=False)
    mended = respelled(text, options)
    found = contained(text, options) or exact(mended, options) or partly(mended, options) or contained(mended, options)
    found = (*found, *rival(text, found, options)) if found else similar(text, options)
    return _Fit(found, sure=False) if found else None


def _last_of(text: str, options: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The one option that `text` comes to after another; none where it tells of no such order."""
    before, *after = _AFTERWARDS.split(text)
    found = contained(after[-1], options) if after and contained(before, options) else ()
    return found if len(found) == 1 else ()


def _parts(text: str, options: tuple[Choice, ...]) -> list[str]:
    """`text` cut at commas and "and", but not inside the name of an option."""
    if _NUMBERS.fullmatch(text):
        return text.split()
    cuts = [(0, 0), *(m.span() for m in list(_SEPARATOR.finditer(text))[:_MOST_PARTS]), (len(text), len(text))]
    parts, first = [], 0
    while first < len(cuts) - 1:
        ends = range(min(len(cuts) - 1, first + _MOST_JOINED), first + 1, -1)
        last = next((n for n in ends if exact(text[cuts[first][1] : cuts[n][0]], options)), first + 1)
        parts.append(text[cuts[first][1] : cuts[last][0]])
        first = last
    return [part for part in parts if part] or [text]


def _listed(options: tuple[Choice, ...]) -> str:
    return f"The choices are {'; '.join(f'{n} {option.label}' for n, option in enumerate(options, start=1))}."


def _joined(options: tuple[Choice, ...] | list[Choice], word: str) -> str:
    *most, last = [option.label for option in options]
    return f"{', '.join(most)} {word} {last}" if most else last
