"""E-mail addresses and telephone numbers, typed, spelled out, within a sentence and with a likely slip."""

import datetime as dt

import pytest

from intake.understand.phones import phone
from intake.understand.read import read
from intake.understand.slots import Again, Reading, Slot

TODAY = dt.date(2026, 3, 1)
EMAIL = Slot(kind="email")


@pytest.mark.parametrize("text", ["ana@example.org", "ana@clinic.example", "ana@ymail.com", "ana@mail.com"])
def test_an_unusual_but_right_domain_is_taken_as_it_is(text: str) -> None:
    assert read(text, EMAIL, TODAY) == Reading(text, "emails")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ana@gmial.com", "ana@gmail.com"),
        ("ana@gmail.con", "ana@gmail.com"),
        ("ana@yaho.com", "ana@yahoo.com"),
        ("ana@clinic.ogr", "ana@clinic.org"),
        ("ana (at) example (dot) org", "ana@example.org"),
        ("ana underscore b at example dot org", "ana_b@example.org"),
        ("please write to me at ana@example.org for anything else", "ana@example.org"),
        ("ana@example.org is my work address", "ana@example.org"),
    ],
)
def test_an_address_that_was_worked_out_is_read_back(text: str, address: str) -> None:
    got = read(text, EMAIL, TODAY)
    assert isinstance(got, Reading)
    assert (got.value, got.confirm) == (address, f"{address}. Right?")


@pytest.mark.parametrize(
    "text",
    ["ana@example.org or ana@clinic.org", "ana smith@example.org", "ana@example.c", "ana@new_type.com", "ana@10.0.0.1",
     "yoga at 6.40", f"{'a' * 65}@example.org"],
)  # fmt: skip
def test_two_addresses_or_none_are_asked_again(text: str) -> None:
    assert isinstance(read(text, EMAIL, TODAY), Again)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("804-622-1234", "+18046221234"),
        ("(804) 622 1234", "+18046221234"),
        ("1.804.622.1234", "+18046221234"),
        ("my cell is 8046221234", "+18046221234"),
        ("804-622-1234 ext. 4", "+18046221234;ext=4"),
        ("+44 20 7946 0958", "+442079460958"),
        ("011 44 20 7946 0958", "+442079460958"),
    ],
)
def test_a_telephone_number_is_kept_in_one_form(text: str, value: str) -> None:
    assert phone(text) == Reading(value, "phones")


@pytest.mark.parametrize(
    ("text", "value", "confirm"),
    [
        ("200-555-0123", "+12005550123", "+1 200-555-0123. Right?"),
        ("0044 20 7946 0958", "+442079460958", "+44 20 7946 0958. Right?"),
        ("eight oh four six two two one two three four", "+18046221234", "+1 804-622-1234. Right?"),
        ("804-622-1234 after lunch", "+18046221234", "+1 804-622-1234. Right? (Not used: “after lunch”.)"),
        ("804-622-1234 but call after 5", "+18046221234", "+1 804-622-1234. Right? (Not used: “but call after 5”.)"),
    ],
)
def test_a_doubtful_telephone_number_is_read_back(text: str, value: str, confirm: str) -> None:
    assert phone(text) == Reading(value, "phones", confirm=confirm)


@pytest.mark.parametrize(
    "text",
    ["622-1234", "804-622-1234 or 804-622-9876", "804 622 123", "(081) 3333-33333", "04 2070 2220", "2019-05-04",
     "none", "12345678901234567", "", "5 people at 804-622-1234"],
)  # fmt: skip
def test_no_telephone_number_is_made_up(text: str) -> None:
    assert phone(text) is None
