"""The receipt code: heard in any way of writing, misheard in none, and of one rating alone."""

from hypothesis import given, settings
from hypothesis import strategies as st
from reference_samples import rating, request

from intake.references.rating import code_of
from intake.references.receipt import LETTERS, checked, grouped, heard

DATA = st.text(LETTERS, min_size=10, max_size=10)


@given(DATA)
def test_a_code_is_heard_however_it_is_written(data: str) -> None:
    code = grouped(checked(data))
    spoken = code.replace("8", "B").replace("5", "s").replace("2", "z")
    assert [heard(f" {way} ") for way in (code, code.lower(), code.replace("-", " "), spoken)] == [code] * 4


@given(DATA, st.integers(0, 11), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_always_found(data: str, place: int, letter: str) -> None:
    code = checked(data)
    wrong = code[:place] + letter + code[place + 1 :]
    assert wrong == code or heard(wrong) is None


@given(DATA, st.integers(0, 8))
def test_two_neighbours_that_changed_places_are_always_found(data: str, place: int) -> None:
    code = checked(data)
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert wrong == code or heard(wrong) is None


@given(st.text(max_size=40))
def test_anything_else_is_no_code(words: str) -> None:
    found = heard(words)
    assert found is None or checked(found.replace("-", "")[:10]) == found.replace("-", "")


def test_no_letter_of_a_code_looks_like_another() -> None:
    assert not set(LETTERS) & set("01ILOBSZV")


def test_a_code_is_of_one_rating_for_one_request_alone() -> None:
    """Another answer, another request, another applicant, another secret: another code; the same again: the same."""
    ratings = [
        rating(),
        rating(areas={"theory": "some"}),
        rating(request(id="4k7m2x9tq3rc")),
        rating(request(applicant="Keisha Brown")),
        rating(secret=b"t" * 16),
    ]
    codes = [code_of(one) for one in ratings]
    assert len(set(codes)) == len(codes)
    assert codes == [heard(code) for code in codes]
    assert code_of(rating()) == codes[0]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 127))
def test_every_bit_of_the_secret_counts(bit: int) -> None:
    """So that a code overheard tells nothing to somebody who guesses at the answers."""
    secret = bytearray(b"s" * 16)
    secret[bit // 8] ^= 1 << bit % 8
    assert code_of(rating(secret=bytes(secret))) != code_of(rating())
