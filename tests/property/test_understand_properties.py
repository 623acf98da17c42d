"""Whatever is typed is read or asked again, quickly, and says the same as what is shown for it."""

import datetime as dt
import re
import time
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.interview.events import Answered, Entry, dump, load
from intake.packs.load import load_vocabulary
from intake.portfolio.edtf import bounds, spoken
from intake.text import visible
from intake.understand.commands import Command, command
from intake.understand.read import read
from intake.understand.slots import Again, Choice, Kind, Reading, Slot, Unsure

TODAY = dt.date(2026, 3, 1)
WORDS = load_vocabulary()
KINDS: tuple[Kind, ...] = ("text", "date", "span", "number", "hours", "yes_no", "choice", "choices", "email")
OPTIONS = tuple(Choice(f"o{n}", f"Option of kind {n} (Level {n})", ("alpha", f"beta {n}")) for n in range(1, 8))
SLOTS = {kind: Slot(kind=kind, choices=OPTIONS, whole="whole") for kind in KINDS}
#: Words of the grammars themselves reach deeper than random letters do.
GRAMMAR = """
    may feb 30 2019 '19 2/3 5/13/2023 2013-14 1/2 last next ago years two twenty hundred thousand and half a an the
    to - , / x 2 hours minutes each week for over between about maybe ish ? . yes no not sure think actually wait
    sorry what is change option alpha beta first b level @ dot at since until now or of million point one ceus
    \u00bd \u00b2 \u0663 12.5 -3 1,200
"""
SPOKEN = st.lists(st.sampled_from(GRAMMAR.split()), max_size=14).map(" ".join)
ANYTHING = st.text(st.characters(), max_size=400) | SPOKEN
#: Ten times what a text may take on a quiet machine: what grows with the square of the text is found all the same.
SECONDS = 0.2


@given(text=ANYTHING, kind=st.sampled_from(KINDS))
def test_any_text_gives_a_reading_that_can_be_kept_or_a_sentence(text: str, kind: Kind) -> None:
    got = read(text, SLOTS[kind], TODAY)
    if isinstance(got, Again):
        assert got.why[0].isupper() or got.why[0] in "\u201c0123456789"
        assert got.why[-1] in ".?"
        assert visible(got.why) == got.why
    elif isinstance(got, Reading):
        entry = Entry(1, 1, "2026-03-01T12:00:00Z", Answered("s.f", got.value, raw=text[:10], reader=got.reader))
        assert got.confirm == "" or got.confirm.endswith("?")
        if not re.search("[\ud800-\udfff]", text[:10]):
            assert load(dump(entry)) == entry
    else:
        assert got == Unsure()


@given(text=ANYTHING, free_text=st.booleans())
def test_any_text_is_a_known_command_or_an_answer(text: str, free_text: bool) -> None:
    found = command(text, WORDS, free_text=free_text)
    assert found is None or (isinstance(found, Command) and visible(found.topic) == found.topic)


@given(text=SPOKEN)
def test_a_date_that_was_read_is_one_the_calendar_has(text: str) -> None:
    got = read(text, SLOTS["date"], TODAY)
    if isinstance(got, Reading):
        assert bounds(got.value).earliest <= bounds(got.value).latest


@given(text=SPOKEN)
def test_a_span_that_was_read_never_ends_before_it_starts(text: str) -> None:
    got = read(text, Slot(kind="span"), TODAY)
    if isinstance(got, Reading) and got.value["end"] != "..":
        assert bounds(got.value["end"]).latest >= bounds(got.value["start"]).earliest


@given(text=SPOKEN, least=st.integers(0, 50), width=st.integers(0, 200))
def test_an_amount_that_was_read_lies_within_its_bounds(text: str, least: int, width: int) -> None:
    for kind in ("number", "hours"):
        got = read(text, Slot(kind=kind, least=least, most=least + width), TODAY)
        assert not isinstance(got, Reading) or least <= got.value <= least + width


@given(day=st.dates(dt.date(1950, 1, 1), dt.date(2035, 12, 31)))
def test_a_full_date_is_read_the_same_however_it_is_written(day: dt.date) -> None:
    month = spoken(day.isoformat()).split()[0]
    ways = [
        day.isoformat(),
        f"{day.month}/{day.day}/{day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month.lower()} {day.year}",
        f"the {day.day}th of {month[:3]}. {day.year}",
    ]
    for way in ways:
        assert read(way, SLOTS["date"], TODAY) == Reading(day.isoformat(), "dates"), way


@given(edtf=st.dates(dt.date(1950, 1, 1), dt.date(2035, 12, 31)).map(str), length=st.sampled_from([4, 7, 10]))
def test_a_date_as_the_program_says_it_is_read_back_as_itself(edtf: str, length: int) -> None:
    assert read(spoken(edtf[:length]), SLOTS["date"], TODAY) == Reading(edtf[:length], "dates")


SMALL = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
UNITS = SMALL.split()
TENS: tuple[str, ...] = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(number: int) -> str:
    """`number`, below a million, as people say it."""
    if number < len(UNITS):
        return UNITS[number]
    if number < 100:
        return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    scale, word = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = f" {in_words(number % scale)}" if number % scale else ""
    return f"{in_words(number // scale)} {word}{rest}"


@given(number=st.integers(0, 999_999))
def test_a_number_is_read_the_same_in_words_and_in_figures(number: int) -> None:
    for way in (in_words(number), str(number), f"{number:,}"):
        assert read(way, SLOTS["number"], TODAY) == Reading(number, "numbers"), way


@given(count=st.integers(2, 60), minutes=st.integers(1, 600))
def test_sessions_are_multiplied_and_always_read_back(count: int, minutes: int) -> None:
    got = read(f"{count} sessions of {minutes} minutes", SLOTS["hours"], TODAY)
    assert isinstance(got, Reading)
    assert got.value == pytest.approx(count * minutes / 60, abs=1e-6)
    assert got.confirm.startswith(f"{count} \u00d7 {minutes} minute")


@given(index=st.integers(1, len(OPTIONS)))
def test_an_option_is_taken_by_number_letter_id_and_label(index: int) -> None:
    option = OPTIONS[index - 1]
    for way in (str(index), f"#{index}", chr(ord("a") + index - 1), option.id, option.label, option.label.upper()):
        assert read(way, SLOTS["choice"], TODAY) == Reading(option.id, "choices"), way


HOSTILE = {
    "letters": "a",
    "surrogates": "\ud800",
    "controls": "\x00\x1b\u202e",
    "emoji": "\U0001f469\u200d\U0001f467 ",
    "marks": "\u0301\u0316",
    "joiners": "\u200d",
    "sessions": "12 x ",
    "hyphens": "2015-",
    "commas": "1,",
    "hesitation": "um, ",
    "wait": "actually, no wait, ",
    "and": "alpha and ",
    "blanks": " to ",
    "address": "a.@",
    "counts": "does it count ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_long(name: str) -> None:
    read("beta won", SLOTS["choice"], TODAY)  # the matcher is imported at the first misspelling
    for size, slot in product((299, 2_000, 20_000, 1_000_000), SLOTS.values()):
        text = (HOSTILE[name] * (size // len(HOSTILE[name]) + 1))[:size]
        spent = []
        for _ in range(2):
            before = time.process_time()
            read(text, slot, TODAY)
            command(text, WORDS, free_text=slot.kind == "text")
            spent.append(time.process_time() - before)
        assert min(spent) < SECONDS, (size, slot.kind)
