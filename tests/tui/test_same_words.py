"""One flow, two faces: the same words give the same log of events in the app as in line mode."""

from pathlib import Path

import personas
import pytest
from driving import wait_until

from intake.journal.store import Journal
from intake.session.start import open_session
from intake.tui.answer import AnswerBox
from intake.tui.app import IntakeApp


def log(home: Path) -> list[bytes]:
    """The lines of the only case in `home`."""
    journal = Journal(home)
    try:
        (case,) = journal.cases()
        return journal.load(case.id)
    finally:
        journal.close()


@pytest.mark.parametrize("name", personas.NAMES)
async def test_a_personas_words_give_the_same_log_in_both_faces(name: str, tmp_path: Path) -> None:
    plain, _printed = personas.run(name, tmp_path / "plain", tmp_path / "me.zip")
    session = open_session(tmp_path / "app", as_of=personas.AS_OF, bundle=tmp_path / "me.zip")
    app = IntakeApp(lambda: session)
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.focused, AnswerBox))
        for words in personas.words(name):
            await app.interview.say(words)
    assert session.case.assessment.words() == plain.case.assessment.words()
    session.close()
    assert log(tmp_path / "app") == log(tmp_path / "plain")


async def test_the_words_typed_into_the_box_are_the_words_that_are_heard(tmp_path: Path) -> None:
    session = open_session(tmp_path / "app", as_of=personas.AS_OF)
    app = IntakeApp(lambda: session)
    typed = personas.words("dana")[:12]
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.focused, AnswerBox))
        box = app.interview.query_one(AnswerBox)
        for words in typed:
            box.text = words
            await pilot.press("enter")
            await wait_until(pilot, lambda: box.text == "")
    session.close()
    other = open_session(tmp_path / "plain", as_of=personas.AS_OF)
    for words in typed:
        other.say(words)
    other.close()
    assert log(tmp_path / "app") == log(tmp_path / "plain")
