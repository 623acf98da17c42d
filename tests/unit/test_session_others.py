"""Other editions and other cases by words, in whichever face one talks."""

import io
from contextlib import closing
from pathlib import Path

import pytest
from personas import AS_OF
from session_talk import APPLY, reach, say, talk, texts

from intake.plain.lines import converse
from intake.session.session import Session
from intake.session.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Two cases: that of Dana, and that of Keisha, who has said her name last."""
    kept = Shelf(tmp_path, as_of=AS_OF)
    for name in ("Dana Whitfield", "Keisha Brooks"):
        with closing(kept.begin()) as session:
            session.say(name)
    return kept


def spoken(kept: Shelf, *lines: str) -> str:
    """What is shown of a conversation in line mode that begins in Keisha's case."""
    out = io.StringIO()
    converse(kept.open("Keisha"), iter(lines), out, echo=True, another=kept.open)
    assert kept.opened is not None
    kept.opened.close()
    return out.getvalue()


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A conversation of somebody with a CDA."""
    return reach(talk(tmp_path), APPLY, "work.paid")


@pytest.mark.parametrize("words", ["compare", "what changes under other rules?", "/compare", "compare editions"])
def test_the_other_editions_each_say_how_much_differs(session: Session, words: str) -> None:
    said = texts(say(session, words).messages)
    assert "(vaimh/later): other verdict: " in said
    assert "say, for instance: compare " in said


@pytest.mark.parametrize("words", ["compare vaimh/later", "what changes under the later rules", "compare to later"])
def test_an_edition_that_is_named_is_compared(session: Session, words: str) -> None:
    said = texts(say(session, words).messages)
    assert "vaimh/seed → vaimh/later" in said
    assert "Rules with another verdict (" in said


def test_rules_that_are_not_there_are_said_to_be_none_and_which_there_are(session: Session) -> None:
    said = texts(say(session, "compare Narnia").messages)
    assert "Which rules do you mean?" in said
    assert "vaimh/later" in said


@pytest.mark.parametrize("words", ["cases", "show me my cases", "/cases"])
def test_the_cases_are_listed_with_the_one_that_is_open(shelf: Shelf, words: str) -> None:
    shown = spoken(shelf, words)
    assert "▸ 1 Keisha Brooks" in shown
    assert "  2 Dana Whitfield" in shown


@pytest.mark.parametrize("words", ["open case 2", "switch to the case of Dana", "/open dana"])
def test_a_case_that_is_named_is_gone_on_with_and_what_follows_is_said_there(shelf: Shelf, words: str) -> None:
    shown = spoken(shelf, words, "dana@example.org")
    assert "Welcome back." in shown.split(words)[1]
    with closing(shelf.open("Dana")) as dana, closing(shelf.open("Keisha")) as keisha:
        assert dana.case.projection.known["applicant.email"] == "dana@example.org"
        assert "applicant.email" not in keisha.case.projection.known


@pytest.mark.parametrize(
    ("words", "told"),
    [("open case Thomas", "There is no case “Thomas”"), ("open case 1", "You are in that case already."),
     ("open case 0", "There is no case “0”")],
)  # fmt: skip
def test_a_case_that_is_not_there_is_said_kindly_and_nothing_changes(shelf: Shelf, words: str, told: str) -> None:
    shown = spoken(shelf, words, "k@example.org")
    assert told in shown
    with closing(shelf.open("Keisha")) as keisha:
        assert keisha.case.projection.known["applicant.email"] == "k@example.org"


def test_a_case_that_is_open_elsewhere_is_not_gone_on_with(shelf: Shelf) -> None:
    with closing(Shelf(shelf.home, as_of=AS_OF).open("Dana")):
        shown = spoken(shelf, "open case Dana", "k@example.org")
    assert "  ! " in shown.split("open case Dana")[1]
    with closing(shelf.open("Keisha")) as keisha:
        assert keisha.case.projection.known["applicant.email"] == "k@example.org"
