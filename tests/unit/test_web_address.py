"""Addresses: what a browser names as its origin, which hosts are this computer alone, and what a page may say."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.web.address import Origin, UnusableAddress, own_computer_only, public_origin
from intake.web.messages import MOST, Keys, Look, Size, cells, heard


@pytest.mark.parametrize(
    ("written", "origin", "netloc", "sockets"),
    [
        ("https://Desk.example.org/", "https://desk.example.org", "desk.example.org", "wss://desk.example.org"),
        ("https://desk.example.org:443", "https://desk.example.org", "desk.example.org", "wss://desk.example.org"),
        ("http://192.168.1.5:8000", "http://192.168.1.5:8000", "192.168.1.5:8000", "ws://192.168.1.5:8000"),
        ("http://[::1]:80", "http://[::1]", "[::1]", "ws://[::1]"),
    ],
)
def test_an_origin_is_written_as_a_browser_writes_it(written: str, origin: str, netloc: str, sockets: str) -> None:
    found = Origin.parse(written)
    assert (str(found), found.netloc, found.sockets) == (origin, netloc, sockets)


@pytest.mark.parametrize(
    "written",
    ["", "desk.example.org", "ftp://desk", "https://", "https://desk/intake", "https://a@desk", "http://desk:many",
     "https://desk?x", "https://de sk", "https://desk;script-src *", "http://[::1", "null"],
)  # fmt: skip
def test_what_is_no_origin_is_refused(written: str) -> None:
    with pytest.raises(UnusableAddress):
        Origin.parse(written)


def test_the_address_listened_at_is_the_origin_unless_another_is_named() -> None:
    assert str(public_origin(None, "127.0.0.1", 8000)) == "http://127.0.0.1:8000"
    assert str(public_origin("https://desk.example.org", "0.0.0.0", 8000)) == "https://desk.example.org"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", ""])
def test_every_address_at_once_needs_one_to_be_named(host: str) -> None:
    with pytest.raises(UnusableAddress, match="--origin"):
        public_origin(None, host, 8000)


def test_only_a_loopback_address_is_this_computer_alone() -> None:
    assert all(map(own_computer_only, ["127.0.0.1", "127.9.9.9", "::1", "localhost", "LOCALHOST"]))
    assert not any(map(own_computer_only, ["0.0.0.0", "192.168.1.5", "::", "desk.example.org", ""]))


def test_what_a_page_says_is_heard() -> None:
    assert heard('["stdin", "é\\u0003"]') == Keys("é\x03".encode())
    assert heard('["resize", {"width": 100, "height": 30}]') == Size(100, 30)
    assert heard('["resize", {"width": 1000000, "height": -3}]') == Size(MOST, 1)
    assert (heard('["focus"]'), heard('["blur"]')) == (Look(here=True), Look(here=False))


@pytest.mark.parametrize(
    "text",
    ["", "no JSON", "[]", "{}", "null", '["stdin"]', '["stdin", 3]', '["resize", {"width": "9", "height": 9}]',
     '["quit"]', '["stdin", "a", "b"]', "[" * 100_000, '["resize", {"width": NaN, "height": 9}]'],
)  # fmt: skip
def test_what_a_page_does_not_say_is_nothing(text: str) -> None:
    assert heard(text) is None


@given(st.text(), st.recursive(st.none() | st.floats() | st.text(), st.lists, max_leaves=8))
def test_no_message_breaks_the_server(text: str, value: object) -> None:
    heard(text)
    heard(json.dumps(["stdin", value]))
    heard(json.dumps(["resize", {"width": value, "height": 9}]))
    assert 1 <= cells(text) <= MOST
