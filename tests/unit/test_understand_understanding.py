"""What is typed becomes one of six things, with the raw words, the reader, doubt and whether it is read back."""

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.packs.load import load
from intake.understand.commands import Command
from intake.understand.corrections import Correction
from intake.understand.records import Cues, Field, Record
from intake.understand.slots import Again, Kind, Reading, Slot, Unsure
from intake.understand.understanding import Asked, Statement, Understood, understand
from intake.understand.vocabulary import Vocabulary

TODAY = dt.date(2026, 3, 1)
SCHOOL = Field("education.school", Slot("text"), ("school",), Cues(after=("from",), given=True), "ODU")
AWARDED = Field("education.awarded", Slot("date", grain="month"), ("date awarded", "graduation year"), Cues(), "2014")
HOURS = Field("training.hours", Slot("hours"), ("hours",))
NAME = Field("applicant.name", Slot("text"), ("name",), Cues(frames=("my name is",), given=True))


class Known(Record, frozen=True):
    """An entry with a school and a date, and what the pack calls the commands."""

    said: tuple[Statement, ...] = ()
    entries: tuple[str, ...] = ()

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the pack."""
        return load().vocabulary

    def names_answers(self, order: Command, words: str) -> bool:
        """Whether what the order is about is an entry."""
        return bool(words) and self.names_entry(order.topic)

    def names_entry(self, words: str) -> bool:
        """Whether that is an entry."""
        return words in self.entries

    def statements(self, words: str) -> Sequence[Statement]:
        """What was given, of the words that gave it."""
        return [one for one in self.said if one.words == words]


KNOWN = Known((SCHOOL, AWARDED), "education.awarded")
TWO = Statement("education", "", {"school": (Reading("VCU", "facts", hedged=True), "VCU")}, "MSW from VCU, maybe")


def heard(text: str, field: Field | None = HOURS, known: Known = KNOWN, **asked: bool) -> Understood:
    """What `text` means as an answer to `field`; to None, at the end of all questions."""
    place = Asked("gate" if asked.get("gate") else "question" if field else "end", field)
    return understand(text, place, known, TODAY)


def test_a_value_carries_its_raw_words_and_its_reader() -> None:
    got = heard("30 hours")
    assert (got.meant, got.raw, got.hedged, got.confirm) == (Reading(30, got.reader), "30 hours", False, False)
    assert got.reader == "hours"


def test_what_is_reckoned_is_read_back_and_doubt_is_kept() -> None:
    assert heard("12 two-hour sessions").confirm
    assert heard("about 30").hedged


def test_not_knowing_is_no_value() -> None:
    assert isinstance(heard("no idea").meant, Unsure)
    assert heard("no idea").hedged


def test_a_command_goes_before_an_answer_and_a_misspelt_one_is_read_back() -> None:
    assert heard("go back").meant == Command("back")
    assert heard("what is a clock hour?").meant == Command("define", "clock hour")
    assert heard("go back").reader == "command"


def test_a_command_in_a_title_is_the_title() -> None:
    assert isinstance(heard("Skip Williams", NAME).meant, Reading)


def test_a_sure_correction_goes_before_an_answer() -> None:
    got = heard("no wait, my graduation year was 2015")
    assert isinstance(got.meant, Correction)
    assert (got.meant.field, got.to, got.confirm) == (AWARDED, "earlier", False)
    assert isinstance(got.meant.reading, Reading)
    assert (got.meant.reading.value, got.reader) == ("2015", got.meant.reading.reader)


def test_a_correction_where_any_words_are_an_answer_is_read_back() -> None:
    assert heard("no wait, my graduation year was 2015", NAME).confirm


def test_an_entry_is_deleted_where_any_words_are_an_answer_only_if_there_is_one_of_that_name() -> None:
    assert isinstance(heard("delete the nursing degree", NAME).meant, Reading)
    known = Known((SCHOOL,), "", (), ("the nursing degree", "nursing degree"))
    assert isinstance(heard("delete the nursing degree", NAME, known).meant, Command | Correction)


def test_a_correction_that_changes_nothing_is_none() -> None:
    assert not isinstance(heard("no wait, my graduation year was 2014").meant, Correction)


def test_several_values_are_read_back_with_their_doubt() -> None:
    got = heard("MSW from VCU, maybe", SCHOOL, Known((SCHOOL,), "", (TWO,)))
    assert got.meant == (TWO,)
    assert (got.reader, got.hedged, got.confirm) == ("facts", True, True)


def test_what_is_not_understood_says_why() -> None:
    got = heard("purple")
    assert isinstance(got.meant, Again)
    assert got.meant.why
    assert (got.hedged, got.confirm) == (False, False)
    assert isinstance(heard("purple", None).meant, Again)


def test_a_name_in_a_sentence_is_read_back_and_a_no_takes_the_words_as_they_stand() -> None:
    got = heard("my name is Ana Ruiz", NAME)
    assert isinstance(got.meant, Reading)
    assert (got.meant.value, got.meant.confirm) == ("Ana Ruiz", "Ana Ruiz. Right?")
    assert got.otherwise == Reading("my name is Ana Ruiz", "words")


@pytest.mark.parametrize(("words", "more"), [("yes", True), ("just the one", False), ("no", False)])
def test_a_gate_takes_a_yes_or_a_no(words: str, more: bool) -> None:
    got = heard(words, SCHOOL, gate=True)
    assert isinstance(got.meant, Reading)
    assert (got.meant.value, got.to) == (more, "standing")


def test_a_gate_takes_the_first_answer_of_the_entry() -> None:
    got = heard("George Mason University", SCHOOL, gate=True)
    assert isinstance(got.meant, Reading)
    assert (got.meant.value, got.to) == ("George Mason University", "entry")


KINDS: tuple[Kind, ...] = ("text", "date", "span", "number", "hours", "yes_no", "email", "phone")


@given(text=st.text(max_size=60), kind=st.sampled_from(KINDS), gate=st.booleans())
def test_whatever_is_typed_is_understood_as_something_and_kept_as_typed(text: str, kind: Kind, gate: bool) -> None:
    got = heard(text, Field("x.y", Slot(kind), ("thing",), Cues(given=True)), gate=gate)
    assert got.raw == text
    assert isinstance(got.meant, Reading | Unsure | tuple | Command | Correction | Again)
    assert isinstance(got.reader, str)
    assert isinstance(got.confirm, bool)
