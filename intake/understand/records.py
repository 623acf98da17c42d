"""What a conversation is about: the fields of an entry, by what people call them, how they say them, and what stands.

A field is a question seen from outside: a slot with its everyday names, and the cues by which its value is known when
it is said among others.
"""

import re
from collections.abc import Iterable, Sequence

import msgspec

from intake.understand.slots import Slot, Value
from intake.understand.words import phrases

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_NOISE = frozenset(
    phrases(
        """the|my|a|an|of|for|in|on|at|that|this|it|its|please|to|question|answer|was|is|i|you|your|one|field|did|her|his|
        their|last|first|whole|those|these"""
    )
)


class Cues(msgspec.Struct, frozen=True):
    """How a value is known among others.

    `after`: the words that lead to it ("at" an employer); `heads`: words that its values hold ("nurse" in a job title);
    `nouns`: what the thing itself is called, which is no part of its name ("a webinar on …"); `yes` and `no`: words
    that answer a question of that kind; `implied`: a word of the answer → what goes without saying ("msw"); `frames`:
    what people say before it ("my name is"); `person` where it is somebody's name. `given` where it can be said among
    others, even if none of these is.
    """

    after: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    implied: dict[str, str] = {}
    frames: tuple[str, ...] = ()
    person: bool = False
    given: bool = False


class Field(msgspec.Struct, frozen=True):
    """One field: `id`, what to read, its everyday names, its cues, and the value that stands (None: none)."""

    id: str
    slot: Slot
    names: tuple[str, ...] = ()
    cues: Cues = Cues()
    value: Value = None


def name_words(text: str) -> list[str]:
    """The words of a name that tell it from others, in small letters, a plural as a singular."""
    words = _WORD.findall(text.replace("\u2019", "'").casefold().replace("-", " "))
    return [w.removesuffix("'s").removesuffix("s") if len(w) > 3 else w for w in words if w not in _NOISE]


def most_said(said: set[str], names: Iterable[str]) -> int:
    """How many words of one of `names` are `said`; of that of which the most are."""
    return max((len(said & set(name_words(name))) for name in names), default=0)


def named(fields: Sequence[Field], said: str) -> list[Field]:
    """The fields that `said` names, all of those that fit best; none where a word of `said` is in no name."""
    wanted = set(name_words(said))
    scores = {field.id: max((_fit(wanted, name) for name in field.names), default=0.0) for field in fields}
    best = max(scores.values(), default=0.0)
    known = {word for field in fields for name in field.names for word in name_words(name)}
    if not best or not wanted <= known:
        return []
    return [field for field in fields if scores[field.id] == best]


def _fit(wanted: set[str], name: str) -> float:
    """How well `wanted` names something called `name`: 1 where both are the same words."""
    words = set(name_words(name))
    shared = len(wanted & words)
    return shared / (len(wanted | words)) if shared else 0.0


def holding(fields: Sequence[Field], wrong: str) -> list[Field]:
    """The fields in whose value the words `wrong` stand; all that have a value where there are none."""
    said = " ".join(_spaced(wrong).split())
    valued = [field for field in fields if isinstance(field.value, str | int | float)]
    return [field for field in valued if not said or f" {said} " in _spaced(field.value)]


def _spaced(value: object) -> str:
    return f" {' '.join(_WORD.findall(str(value).replace(chr(0x2019), chr(39)).casefold()))} "


class Record(msgspec.Struct, frozen=True):
    """The fields of one entry, and the id of the one answered last (empty: none yet)."""

    fields: tuple[Field, ...]
    answered: str = ""

    @property
    def last(self) -> Field | None:
        """The field answered last."""
        return next((field for field in self.fields if field.id == self.answered), None)

    def named(self, said: str) -> list[Field]:
        """The fields that `said` names."""
        return named(self.fields, said)

    def holding(self, wrong: str) -> list[Field]:
        """The fields in whose value the words `wrong` stand."""
        return holding(self.fields, wrong)

    def led(self, word: str) -> list[Field]:
        """The fields that the word leads to, and that have a value."""
        return [field for field in self.fields if word.casefold() in field.cues.after and field.value is not None]

    def others(self) -> list[Field]:
        """The fields but the last that are no plain words."""
        return [field for field in self.fields if field.id != self.answered and field.slot.kind != "text"]
