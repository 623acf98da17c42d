"""Who may enter: a link works once, for one browser, and there are only so many places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.web import visitors
from intake.web.visitors import MOST_WRONG, WINDOW, Book, Knock

KEYS = ["key-a", "key-b"]


def entered(book: Book, key: str, cookie: str) -> Book:
    """The book once somebody has come in by `key`."""
    answer, place = visitors.knock(book, key)
    assert (answer, place is not None) == (Knock.WELCOME, True)
    assert place is not None
    return visitors.entered(book, place.number, cookie, f"case of {cookie}")


def test_a_link_works_once_and_then_belongs_to_its_browser() -> None:
    book = entered(visitors.opened(KEYS), "key-a", "dana")
    assert visitors.knock(book, "key-a")[0] is Knock.USED
    mine = visitors.visitor(book, "dana")
    assert mine is not None
    assert (mine.number, mine.case) == (1, "case of dana")
    assert visitors.knock(book, "key-a")[1] == mine
    assert visitors.visitor(book, "somebody") is None


@pytest.mark.parametrize("cookie", ["", "key-a", "key-b"])
def test_no_cookie_and_a_key_for_a_cookie_lead_nowhere(cookie: str) -> None:
    assert visitors.visitor(entered(visitors.opened(KEYS), "key-a", "dana"), cookie) is None


def test_one_visitor_too_many_is_told_that_it_is_full() -> None:
    book = entered(entered(visitors.opened(KEYS), "key-a", "dana"), "key-b", "marisol")
    assert visitors.knock(book, "key-a")[0] is Knock.FULL
    assert visitors.knock(book, "key-c") == (Knock.UNKNOWN, None)


def test_who_has_left_for_good_leaves_a_place_with_another_link() -> None:
    book = entered(entered(visitors.opened(KEYS), "key-a", "dana"), "key-b", "marisol")
    book = visitors.departed(book, 1, "key-c")
    assert visitors.visitor(book, "dana") is None
    assert visitors.knock(book, "key-a") == (Knock.USED, None)
    answer, place = visitors.knock(book, "key-c")
    assert answer is Knock.WELCOME
    assert place is not None
    assert place.number == 3


def test_a_link_copied_by_hand_may_be_in_capitals() -> None:
    key = visitors.new_key()
    assert visitors.knock(visitors.opened([key]), f" {key.upper()} ")[0] is Knock.WELCOME


def test_nothing_that_opens_a_place_is_kept() -> None:
    key, cookie = visitors.new_key(), visitors.new_cookie()
    book = entered(visitors.opened([key]), key, cookie)
    assert key not in repr(book)
    assert f"{cookie}'," not in repr(book)
    assert key.encode() not in {book.places[0].key, book.places[0].cookie}
    assert cookie.encode() not in {book.places[0].key, book.places[0].cookie}


def test_after_many_wrong_keys_none_is_looked_at_for_a_while() -> None:
    wrong = tuple(float(at) for at in range(MOST_WRONG))
    assert not visitors.guessing(wrong[1:], MOST_WRONG)
    assert visitors.guessing(wrong, MOST_WRONG)
    assert not visitors.guessing(wrong, WINDOW + 1)


@given(st.integers(1, 4), st.lists(st.tuples(st.sampled_from(["enter", "leave"]), st.integers(0, 30)), max_size=40))
def test_however_people_come_and_go_nobody_gets_anothers_place(places: int, moves: list[tuple[str, int]]) -> None:
    keys = [f"key {n}" for n in range(places)]
    book = visitors.opened(keys)
    inside: dict[str, str] = {}
    for move, pick in moves:
        if move == "enter":
            cookie = f"cookie {len(keys)} {len(inside)} {pick}"
            answer, place = visitors.knock(book, keys[pick % len(keys)])
            if answer is Knock.WELCOME and cookie not in inside:
                assert place is not None
                book = visitors.entered(book, place.number, cookie, f"case {place.number}")
                inside[cookie] = f"case {place.number}"
        elif inside:
            cookie = list(inside)[pick % len(inside)]
            place = visitors.visitor(book, cookie)
            assert place is not None
            keys.append(f"key {len(keys)}")
            book = visitors.departed(book, place.number, keys[-1])
            del inside[cookie]
        assert len(book.places) == places
        assert len(inside) == sum(not place.free for place in book.places)
        assert {c: found.case for c in inside if (found := visitors.visitor(book, c))} == inside
        assert sum(visitors.knock(book, key)[0] is Knock.WELCOME for key in keys) == places - len(inside)
