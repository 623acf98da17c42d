"""A new version of the questions in the app: said before anything else, and the same log as in line mode."""

import io
from collections.abc import Iterator
from pathlib import Path

import personas
import pytest
from driving import opened, send, until_shown
from session_talk import APPLY, reach
from test_same_words import log
from version_samples import REWORDED, SHIPPED, TO_REWORDED, changed, publish, shelf

from intake.plain.lines import converse
from intake.session.start import open_session

NOW = changed(SHIPPED, version=2)
WORDS = ["yes", "804-353-1234", "keep", "no"]


@pytest.fixture
def flows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of all packs, to publish in."""
    yield from shelf(tmp_path, monkeypatch)


def begun(flows: Path, *homes: Path) -> None:
    """The same case in each of `homes`, whose questions have changed since."""
    publish(flows, REWORDED)
    for home in homes:
        session = open_session(home, as_of=personas.AS_OF)
        session.open()
        reach(session, APPLY, "membership.current")
        session.close()
    publish(flows, NOW, TO_REWORDED, older=[REWORDED])


async def test_the_new_version_is_asked_for_first_and_taken_at_a_yes(flows: Path, tmp_path: Path) -> None:
    begun(flows, tmp_path / "app", tmp_path / "plain")
    session = open_session(tmp_path / "app", as_of=personas.AS_OF)
    async with opened(session) as pilot:
        await until_shown(pilot, "1 answer needs another look:")
        await until_shown(pilot, "Take the new version now?")
        turn = session.change("applicant.name", "", "Eve")
        assert "Please say yes or no first" in turn.messages[0].text, "the review screen does not go past it"
        await send(pilot, WORDS[0])
        await until_shown(pilot, "Which telephone number may the association call?")
        await send(pilot, WORDS[1])
        await until_shown(pilot, "Another look: Telework is asked for now.")
        await until_shown(pilot, "Enter keeps it.")
        await send(pilot, WORDS[2])
        await until_shown(pilot, "Kept as it was. Saved.")
        await send(pilot, WORDS[3])
        await until_shown(pilot, "Current member: no. Saved.")
    session.close()
    plain = open_session(tmp_path / "plain", as_of=personas.AS_OF)
    converse(plain, WORDS, io.StringIO(), echo=True)
    plain.close()
    assert log(tmp_path / "app") == log(tmp_path / "plain")
