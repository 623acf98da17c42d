"""Several facts in one answer: "BA in psychology, James Madison University, May 2010".

First what is no plain words is cut out (`excerpts`); what is left falls apart at commas and at words that lead to a
field ("from", "as"), and each part goes to the field that its cue names, else whose words it holds, else to the next in
order. All of it is a guess, to be shown for a yes; nothing of it is ever stored in silence.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from intake.understand.excerpts import Excerpt, excerpts, of_time
from intake.understand.option_names import exact
from intake.understand.records import Field, most_said, name_words
from intake.understand.rhythm import apart, gaps, telling, without_meetings
from intake.understand.slots import Kind, Reading

READER = "facts"
#: The reader of what was not said, but goes without saying.
IMPLIED = "implied"
_SEPARATOR = re.compile(r"\s*[,;()\n]\s*|\s+[-\u2013\u2014|/]+\s+|[.!?]\s+|\s+&\s+(?=i\b)", re.IGNORECASE)
#: How a clause begins: what people say before the thing itself.
_FRAME = re.compile(
    r"(?:(?:and|also|then|just|recently|i also|i just|have|had|"
    r"so|well|ok|okay|um|uh|oh|yes|yeah|yep|sure|currently|presently|now|previously|before that|"
    r"i have|i had|i've had|ive had|i've got|ive got|i got|i hold|i earned|i received|i completed|i finished|i took|"
    r"i did|i attended|i meet|i met|i see|i saw|we meet|we met|"
    r"i went to|i was|i've been|ive been|i have been|been|i am|i'm|im|i worked|i work|i've worked|"
    r"ive worked|worked|working|employed|i started|i've done|ive done|i have done|i graduated|graduated|graduating|"
    r"it was|it is|it's|its|there was|that was|was|were|is|am|my|mine|got|took|did|done|attended|completed|finished|"
    r"earned|received|job|position|degree|of|a|an|the|all|each|total|still there|to present|there|in|on|since|from)"
    r"(?=\s|$)\s*)+",
    re.IGNORECASE,
)
#: What belongs to no field of its own: how long, and where it took place.
_ASIDE = re.compile(
    r"(?:(?:[0-9.]+|an?|one|two|three|four|five|six|half|full|few)[\s-]+)?(?:days?|weeks?|months?|hours?|years?|semesters?)|"
    r"altogether|all together|in total|overall|in all|[0-9.]+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"some (?:kind|sort)|groups?|sessions?|classes|meetings?|online|virtual|"
    r"virtually|in person|in-person|over zoom|zoom|live|self[ -]paced|remote|there|still",
    re.IGNORECASE,
)
#: A name has a word of its own: "to 2019" has none.
_NAMING = re.compile(r"\b(?!(?:and|for|from|the|with|until|then)\b)[^\W\d_]{3,}", re.IGNORECASE)
_SLIP = r"(?:no|sorry|wait|i mean|actually|or rather)"
_REPAIRED = re.compile(rf"[,.;]?\s+(?:(?:oh|{_SLIP})[,\s]+)*{_SLIP}[,\s]+(?=\S)")
#: Doubt around a name, which is no part of it; and words of a sentence, which no name holds.
_DOUBT = re.compile(
    r"\A(?:(?:some kind of|some sort of|like|maybe|probably|i think|i guess|i believe)\s+)+|"
    r"(?:[\s,]+(?:i think|i guess|i believe|maybe|probably|or something|or so))+\Z|\A(?:like|maybe|about|around)\Z",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:i|i'm|im|that's|thats|wrong|separate|have|live|lived|work|am|was|think|guess|ago|like|maybe|mostly|would)\b"
)
_RAN_IT = re.compile(r"\s+(?:did|ran|gave|taught|led|hosted|offered|put on|presented)(?: it| that)?\Z", re.IGNORECASE)
#: A clause that says what is not known, and the figures and words that say of which kind that is.
_UNKNOWN = (
    r"(?:(?:and|but|though|tho|honestly|i|i'm|im|am|really|still|just)\s+)*"
    r"(?:not (?:sure|certain)|unsure|no (?:idea|clue)|(?:don'?t|do not|can'?t|cannot) (?:know|remember|recall)|idk|"
    r"dunno|forgot|forget)\b"
)
_UNSURE = re.compile(_UNKNOWN, re.IGNORECASE)
_BEFORE_UNSURE = re.compile(rf"\s+(?=(?:and|but|though|tho)\s+{_UNKNOWN})", re.IGNORECASE)
_DANGLING = re.compile(
    r"(?:(?:^|\s+)(?:and|in|on|at|from|with|for|as|by|of|the|a|an|since|to|i|was|is|degree|it|my|before))+$",
    re.IGNORECASE,
)
#: Words that lead to a field and also stand within names.
_INSIDE_NAMES = frozenset({"for", "in", "on", "as"})
#: How such words are written short; "W" is somebody's initial.
_SHORT = {"w/": "with", "w": "with", "W/": "with", "@": "at", "frm": "from"}
#: A doubt that says no more than that: "not sure".
_LONGEST_DOUBT = 3
#: What asks for a value of a kind.
_ASKED: dict[Kind, tuple[str, ...]] = {"date": ("when",), "span": ("when",), "hours": ("how many", "how long")}
_EDGES = " \t.,;:!\"\u201c\u201d'"


class Chunk(NamedTuple):
    """Words that belong together, and the fields that the word before them leads to."""

    words: str
    led: tuple[str, ...]


class Facts(msgspec.Struct, frozen=True):
    """What was found: a reading and its words by field, in the order of the fields; and the words that fit nowhere.

    `unsure` are the fields of which the words say that they are not known, with those words.

    `read` counts the fields read as a figure, a date or an option, `told` those that a cue speaks for; a field that got
    its words merely by their order is in neither.
    """

    found: dict[str, tuple[Reading, str]]
    left: tuple[str, ...]
    read: int
    told: int
    unsure: dict[str, str] = {}

    @property
    def telling(self) -> bool:
        """Whether something in the words speaks for their being these facts, and not a story."""
        return bool(self.read) or self.told > 1


def facts(text: str, fields: Sequence[Field], today: dt.date, *, totals: bool = True) -> Facts:
    """All facts of `text` that belong to `fields`; of "2019, no sorry 2020" the second.

    With `totals`, hours are a total, which those of one of many meetings are not; else of the one time told of.
    """
    slip = _REPAIRED.search(text)
    if slip and slip.start() and (right := _facts(text[slip.end() :], fields, today, totals)).found:
        left = _facts(text[: slip.start()], fields, today, totals)
        if left.found.keys() & right.found.keys():
            found, unknown = left.found | right.found, left.unsure | right.unsure
            return Facts(found, (*left.left, *right.left), max(left.read, right.read), left.told, unknown)
    return _facts(text, fields, today, totals)


def _facts(text: str, fields: Sequence[Field], today: dt.date, totals: bool) -> Facts:
    every = excerpts(text, fields, today)
    cut = without_meetings(text, every, fields) if totals else every
    texts = [f for f in fields if f.slot.kind == "text"]
    told_apart = [apart(gap) if totals else (gap, []) for gap in gaps(text, cut)]
    often = [words for _gap, said in told_apart for words in said]
    often += [e.words for e in every if e not in cut]
    chunks = [chunk for gap, _said in told_apart for chunk in _chunks(gap, texts)]
    doubts = [c for c in chunks if _UNSURE.match(c.words)]
    unsure = {name: c.words for c in doubts if (name := _unknown(c, fields))}
    chunks = [c for c in chunks if c not in doubts and not _repeats(c.words, fields)]
    words, left, told = _assigned(chunks, [f for f in texts if f.id not in unsure])
    found = {e.field: (e.reading, e.words) for e in cut}
    found |= {
        name: (Reading(_cleaned(said, field), READER), said)
        for field in texts
        for name, said in words.items()
        if name == field.id
    }
    found |= {name: (Reading(value, IMPLIED), said) for name, value, said in _implied(cut, texts, found)}
    unsure = {name: said for name, said in unsure.items() if name not in found}
    left += [c.words for c in doubts if c.words not in unsure.values() and len(c.words.split()) > _LONGEST_DOUBT]
    meets = telling(often) if any(f.slot.kind == "hours" and not f.slot.per for f in fields) else 0
    left = [*(words for words in left if words not in often), *often]
    return Facts({f.id: found[f.id] for f in fields if f.id in found}, tuple(left), len(cut) + meets, told, unsure)


def _unknown(doubt: Chunk, fields: Sequence[Field]) -> str:
    """The field of which a clause says that it is not known: the one it names, or that the word before it leads to."""
    said = set(name_words(doubt.words))
    asked = {f.id: most_said(said, _ASKED.get(f.slot.kind, ())) for f in fields}
    fits = {f.id: max(most_said(said, f.names), asked[f.id]) for f in fields}
    best = max(fits, key=lambda name: (fits[name], asked[name]), default="")
    return best if best and fits[best] else next(iter(doubt.led), "")


def _chunks(gap: str, texts: Sequence[Field]) -> Iterable[Chunk]:
    for segment in _SEPARATOR.split(gap):
        for part in _BEFORE_UNSURE.split(segment):
            if _UNSURE.match(part.strip()):
                yield Chunk(part.strip(), ())
            else:
                yield from _led(part, texts)


def _led(segment: str, texts: Sequence[Field]) -> Iterable[Chunk]:
    """A segment cut at the words that lead to a field."""
    said: list[str] = []
    led: tuple[str, ...] = ()
    words = segment.split()
    for n, word in enumerate(words):
        leads = _leads(word, texts)
        another = leads != led or (n and words[n - 1].casefold() == "and")
        if leads and another and not _within_a_name(words, n, said, texts):
            yield from _whole(said, led)
            said, led = [], leads
        else:
            said.append(word)
    yield from _whole(said, led)


def _leads(word: str, texts: Sequence[Field]) -> tuple[str, ...]:
    return tuple(field.id for field in texts if _SHORT.get(word, word.casefold()) in field.cues.after)


def _within_a_name(words: list[str], n: int, said: list[str], texts: Sequence[Field]) -> bool:
    """Whether the word at `n` stands in a name: "Center for Child Development", not "teacher for Rainbow Station"."""
    if words[n].casefold() not in _INSIDE_NAMES:
        return False
    beside = words[n - 1 : n] + words[n + 1 : n + 2]
    capitals = bool(said) and len(beside) == 2 and all(word[0].isupper() for word in beside)
    return capitals and not any(_hits(" ".join(said), field.cues.heads + field.cues.nouns) for field in texts)


def _whole(said: list[str], led: tuple[str, ...]) -> Iterable[Chunk]:
    words = " ".join(said).strip(_EDGES)
    if not led:
        words = _FRAME.sub("", words, count=1) if _FRAME.match(words) else words
    words = _DOUBT.sub("", _DANGLING.sub("", words)).strip(_EDGES)
    if words:
        yield Chunk(words, led)


def _repeats(words: str, fields: Sequence[Field]) -> bool:
    return any(exact(words, field.slot.choices) for field in fields if field.slot.choices)


def _assigned(chunks: Sequence[Chunk], texts: Sequence[Field]) -> tuple[dict[str, str], list[str], int]:
    """Field → words, the words that fit nowhere, and how many were told by a cue."""
    given: dict[str, str] = {}
    rest, left = list[Chunk](), list[str]()
    for chunk in chunks:
        led = next((name for name in chunk.led if name not in given), None)
        if led:
            given[led] = chunk.words
        elif chunk.led and chunk.words:
            left.append(chunk.words)
        else:
            rest.append(chunk)
    told, unplaced = len(given), list[str]()
    for chunk in rest:
        field = _by_heads(chunk.words, [f for f in texts if f.id not in given])
        if field:
            given |= _parted(chunk.words, field, [f for f in texts if f.id not in given])
            told += 1
        elif _names(chunk.words) and not _ASIDE.fullmatch(chunk.words):
            unplaced.append(chunk.words)
        elif not _ASIDE.fullmatch(chunk.words):
            left.append(chunk.words)
    free = [f.id for f in texts if f.id not in given]
    given |= dict(zip(free, unplaced, strict=False))
    return given, [*unplaced[len(free) :], *left], told


def is_name(words: str) -> bool:
    """Whether words before a figure are a name, with what people say before one left out."""
    return any(_names(chunk.words) and not _ASIDE.fullmatch(chunk.words) for chunk in _whole(words.split(), ()))


def _names(words: str) -> bool:
    """Whether words may be a name: one of them says something, or is an abbreviation."""
    if _TOLD.search(words) or of_time(words):
        return False
    return bool(_NAMING.search(words)) or any(word[:2].isupper() and word[:2].isalpha() for word in words.split())


def _by_heads(words: str, free: Sequence[Field]) -> Field | None:
    """The one field that the words hold a head of; of two, the one whose head comes last."""
    hits = {f.id: _hits(words, f.cues.heads) for f in free}
    best = max(hits.values(), default=0)
    return next((f for f in free if best and hits[f.id] == best), None)


def _hits(words: str, heads: Sequence[str]) -> int:
    """The place, from 1, of the last word of `words` that is one of `heads`; 0 where none is."""
    known = set(heads)
    said = [w.strip(_EDGES).casefold() for w in words.split()]
    return max((n for n, w in enumerate(said, start=1) if w in known or w.removesuffix("s") in known), default=0)


def _parted(words: str, field: Field, free: Sequence[Field]) -> dict[str, str]:
    """The words for `field`; a name before or a plain word after it, in other letters, goes to the field beside it."""
    other = next((f.id for f in free if f.id != field.id), None)
    said = words.split()
    turns = [n for n in range(1, len(said)) if said[n - 1][0].isupper() != said[n][0].isupper()]
    if other is None or len(turns) != 1:
        return {field.id: words}
    first, last = " ".join(said[: turns[0]]), " ".join(said[turns[0] :])
    holds_last = _hits(last, field.cues.heads) > 0
    name, own = (first, last) if holds_last else (last, first)
    both = len(name.split()) > 1 or (name.isupper() and not holds_last) or (holds_last and own[0].isupper())
    return {field.id: own, other: name} if both else {field.id: words}


def _cleaned(words: str, field: Field) -> str:
    """The words without what the thing itself is called: "Touchpoints training" is Touchpoints."""
    for noun in field.cues.nouns:
        words = re.sub(
            rf"(?i)(?<=\w)\s+{re.escape(noun)}s?$|^{re.escape(noun)}s?\s+(?:called|titled|named)\s+", "", words
        )
    return re.sub(r"^(?:an?|the|my)\s+", "", _RAN_IT.sub("", words)).strip(_EDGES)


def _implied(
    cut: Sequence[Excerpt], texts: Sequence[Field], found: dict[str, tuple[Reading, str]]
) -> Iterable[tuple[str, str, str]]:
    """What goes without saying: an MSW is in social work."""
    for field in texts:
        for excerpt in cut:
            value = field.cues.implied.get(excerpt.words.casefold().replace(".", ""))
            if value and field.id not in found:
                yield field.id, value, excerpt.words
