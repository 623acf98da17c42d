"""The one way in: what was typed, at the question that stands, becomes one of six things.

    Reading      a value: the answer, or a yes or no where the next entry of a list is asked for
    Unsure       "not sure"
    Statements   several values, of one entry or of several
    Command      a wish, or a question that the pack answers
    Correction   a change of something said before
    Again        none of these: the reason, and the best guesses

They are tried in this order: a command, a sure correction, the answer, several values, a correction in words that are
no answer. What is known comes in as `Known`; nothing is kept, and nothing is done.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

import msgspec

from intake.text import visible
from intake.understand import corrections, names
from intake.understand.asked_back import asked_back
from intake.understand.commands import Command, command
from intake.understand.corrections import Correction, correction, is_title
from intake.understand.facts import READER
from intake.understand.no_more import no_more
from intake.understand.read import read
from intake.understand.records import Field
from intake.understand.slots import Again, Reading, Slot, Unsure
from intake.understand.vocabulary import Vocabulary
from intake.words import _

YES_NO = Slot(kind="yes_no")
#: The beginning of "yes, an MSW": what follows is meant.
_YES_AND = re.compile(r"\A\W*(?:yes|yeah|yep|yup|sure)\b[\s,.:;!-]+(?=\S)", re.IGNORECASE)
_NEVER = re.compile(r"\W*i(?: have|['\u2019]ve)? never\s+\w", re.IGNORECASE)


class Statement(NamedTuple):
    """Values of several fields of one entry (`item` empty: a new one), by field, with the words that gave each.

    `left` are the words that fitted nowhere; `recalled` is set where the words were said earlier; `unsure` are the
    fields that the person does not know, with the words that say so.
    """

    section: str
    item: str
    found: dict[str, tuple[Reading, str]]
    words: str
    left: tuple[str, ...] = ()
    recalled: str = ""
    unsure: dict[str, str] = {}  # noqa: RUF012 - a default of a tuple, never changed


Statements = tuple[Statement, ...]
Meant = Reading | Unsure | Statements | Command | Correction | Again


class Asked(msgspec.Struct, frozen=True):
    """What words may answer: a question, the gate of a list (is there another one?), or nothing at the end.

    `field` is the question, or at a gate the first one of the entry to come; `kept` where it has an answer already, and
    `doubted` where it is asked whether that one still holds; `unsure` where "not sure" is listed after the choices.
    """

    place: Literal["question", "gate", "end"]
    field: Field | None
    kept: bool = False
    doubted: bool = False
    unsure: bool = False

    @property
    def any_text(self) -> bool:
        """Whether the question takes any words, as a name or a title is."""
        return self.field is not None and self.field.slot.kind == "text"


class Known(corrections.Known, Protocol):
    """What is known where something is said: what was said before, and the words of the pack."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The words for commands."""

    def names_answers(self, order: Command, words: str) -> bool:
        """Whether an order to change, to go or to remove names answers, and nothing but them."""

    def names_entry(self, words: str) -> bool:
        """Whether `words` name an answer, a list or an entry."""

    def statements(self, words: str) -> Sequence[Statement]:
        """What `words` say of several questions."""


class Understood(msgspec.Struct, frozen=True):
    """What was typed, raw, and what it was taken for.

    `to` is what that belongs to: the question or gate that stands, a new entry of which it is the first answer, or an
    earlier answer. `otherwise` is what a no to the read-back means: the words as they stand.
    """

    raw: str
    meant: Meant
    to: Literal["standing", "entry", "earlier"] = "standing"
    otherwise: Reading | None = None

    @property
    def reader(self) -> str:
        """What read it."""
        match self.meant:
            case Reading(reader=reader) | Correction(reading=Reading(reader=reader)):
                return reader
            case tuple():
                return READER
            case _:
                return type(self.meant).__name__.casefold()

    @property
    def hedged(self) -> bool:
        """Whether the speaker was not certain."""
        match self.meant:
            case Reading(hedged=hedged) | Correction(reading=Reading(hedged=hedged)):
                return hedged
            case tuple():
                return any(reading.hedged for one in self.meant for reading, _words in one.found.values())
            case Correction(reading=meant) | meant:
                return isinstance(meant, Unsure)

    @property
    def confirm(self) -> bool:
        """Whether it must be read back before anything is done."""
        match self.meant:
            case Reading(confirm=confirm) | Command(confirm=confirm) | Correction(confirm=confirm):
                return bool(confirm)
            case _:
                return isinstance(self.meant, tuple)


def understand(text: str, asked: Asked, known: Known, today: dt.date) -> Understood:
    """What `text` means where `asked` stands; never an exception. `today` is the day that "last year" counts from."""
    order = ordered(text, asked, known) or (asked_back(text, known.vocabulary) if asked.any_text else None)
    if (order is None or order.name == "correct") and (change := _surely_corrected(text, asked, known, today)):
        return Understood(text, change, to="earlier")
    if order is not None:
        plain = _as_it_stands(text, order, asked, today)
        return Understood(text, order, to="entry" if plain and asked.place == "gate" else "standing", otherwise=plain)
    if asked.place == "end":
        return _otherwise_corrected(text, Again(_("I did not understand that."), unread=True), asked, known, today)
    return _at_gate(text, asked, known, today) if asked.place == "gate" else answered(text, asked, known, today)


def ordered(text: str, asked: Asked, known: Known) -> Command | None:
    """The command that `text` is; to a question for any text, only one that can be nothing else."""
    options = asked.field.slot.choices if asked.field else ()
    order = command(text, known.vocabulary, free_text=False, options=options)
    if not asked.any_text or order is None:
        return order
    if asked.place == "gate" and not order.topic and not is_title(text):  # a gate asks for a yes or a no first
        return order
    if (order.name == "keep" and asked.kept) or known.names_answers(order, text):
        return order
    sure = command(text, known.vocabulary, free_text=True)
    return sure or (_doubted(text, order) if known.vocabulary.names_level(order.topic) else None)


def _doubted(text: str, order: Command) -> Command:
    """An order that names a level where any text is an answer: "plan IV" may be what somebody calls a program."""
    ask = _("Did you mean “{text}” as a command, and not as the answer?").format(text=visible(text))
    return msgspec.structs.replace(order, confirm=ask)


def _as_it_stands(text: str, order: Command, asked: Asked, today: dt.date) -> Reading | None:
    """What a no to the read-back of an order means where any text is an answer; None elsewhere."""
    if not (order.confirm and asked.any_text and asked.field):
        return None
    reading = read(text, asked.field.slot, today)
    return reading if isinstance(reading, Reading) else None


def answered(text: str, asked: Asked, known: Known, today: dt.date) -> Understood:
    """What `text` means as an answer to the question, and no command."""
    field = asked.field or Field("", Slot("text"))
    reading = read(text, field.slot, today)
    if isinstance(reading, Unsure):
        return Understood(text, reading)
    if asked.unsure and field.slot.kind == "choice" and text.strip(" #.)") == str(len(field.slot.choices) + 1):
        return Understood(text, Unsure())
    if _could_be_more(field, reading) and (several := tuple(known.statements(text))):
        return Understood(text, reading if _says_no_more(several, reading, field) else several)
    if isinstance(reading, Again) and asked.doubted and _plain_yes(text, today):
        return Understood(text, Command("keep"))
    if isinstance(reading, Again):
        return _otherwise_corrected(text, reading, asked, known, today)
    if field.slot.kind == "text" and (bare := names.unframed(field, text)):
        confirm = _("{value}. Right?").format(value=visible(bare))
        return Understood(text, Reading(bare, reading.reader, confirm=confirm), otherwise=reading)
    return Understood(text, _placed(reading, field, text, today))


def _says_no_more(several: Statements, reading: Reading | Again, field: Field) -> bool:
    """Whether statements hold nothing but the answer as it was read, which knows of a doubt in it."""
    values = {f"{one.section}.{name}": got.value for one in several for name, (got, _words) in one.found.items()}
    return isinstance(reading, Reading) and values == {field.id: reading.value}


def _plain_yes(text: str, today: dt.date) -> bool:
    """Whether `text` is a yes and no more: what stands still holds."""
    got = read(text, YES_NO, today)
    return isinstance(got, Reading) and got.value is True and not got.confirm


def _could_be_more(field: Field, reading: Reading | Again) -> bool:
    """Whether there may be several values in an answer: it was not taken as a whole, or any words would be."""
    if field.slot.kind == "text":
        return field.cues.given
    return isinstance(reading, Again) or bool(reading.confirm)


def _placed(reading: Reading, field: Field, text: str, today: dt.date) -> Reading:
    """A reading; of words that sound like an answer to something else, with a read-back."""
    if reading.confirm or field.slot.kind != "text" or not names.misplaced(field, text, today):
        return reading
    return msgspec.structs.replace(reading, confirm=names.read_back(field, text))


def _at_gate(text: str, asked: Asked, known: Known, today: dt.date) -> Understood:
    """A yes or a no; else the entry itself, whole or by its first answer."""
    yes = read(text, YES_NO, today)
    if isinstance(yes, Unsure):
        return Understood(text, yes)
    if closed := no_more(text, known.names_entry):
        return Understood(text, closed)
    certain = isinstance(yes, Reading) and not yes.confirm
    if not certain and (several := tuple(known.statements(_YES_AND.sub("", text, count=1)))):
        return Understood(text, several)
    if isinstance(yes, Reading):
        return Understood(text, yes)
    field = asked.field or Field("", Slot("text"))
    first = read(text, field.slot, today)
    if isinstance(first, Reading):
        return Understood(text, _placed(first, field, text, today), to="entry")
    return Understood(text, Again(_("Say yes or no, or name the next one.")))


def _surely_corrected(text: str, asked: Asked, known: Known, today: dt.date) -> Correction | Again | None:
    """A correction of something said before; None where `text` is none.

    What may as well be an answer to the question that stands is left to it, unless that takes any words: then the
    correction is read back.
    """
    found = correction(text, known, today, free_text=asked.any_text)
    if not isinstance(found, Correction):
        return found
    if not (found.surely or asked.any_text) or _changes_nothing(found, asked):
        return None
    if _denies(found, asked, text):
        return None
    if asked.any_text and found.act == "delete" and not known.names_entry(found.words):
        return None
    return _read_back(found) if asked.any_text else found


def _denies(found: Correction, asked: Asked, text: str) -> bool:
    """Whether "I never told them" is a no to the question that stands, and calls no earlier answer a slip."""
    yes_no = asked.place == "question" and asked.field is not None and asked.field.slot.kind == "yes_no"
    return yes_no and found.reading is None and not found.words and _NEVER.match(text) is not None


def _otherwise_corrected(text: str, again: Again, asked: Asked, known: Known, today: dt.date) -> Understood:
    """A correction in words that are no answer to the question that stands, always read back; else `again`."""
    found = correction(text, known, today, eager=True)
    if not isinstance(found, Correction) or not found.told or _changes_nothing(found, asked):
        return Understood(text, again)
    return Understood(text, _read_back(found), to="earlier")


def _read_back(found: Correction) -> Correction:
    return msgspec.structs.replace(found, confirm=True) if found.act == "correct" else found


def _changes_nothing(found: Correction, asked: Asked) -> bool:
    """Whether a correction means the question that stands, or the value that is there."""
    if found.act != "correct" or found.field is None:
        return False
    here = asked.place == "question" and asked.field is not None and asked.field.id == found.field.id
    return here or (isinstance(found.reading, Reading) and found.reading.value == found.field.value)
