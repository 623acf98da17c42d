"""Ten callers who tell their facts in fragments, in any order: the call knows what the full interview knows of them."""

import random
from pathlib import Path

import callers
import pytest
from personas import AS_OF, NAMES, run
from session_talk import talk

from intake.rulebook.assess import Assessment
from intake.session.calling import Call

_SHUFFLES = 5


@pytest.mark.parametrize("name", NAMES)
def test_fragments_in_any_order_give_the_facts_and_verdicts_of_the_interview(name: str, tmp_path: Path) -> None:
    interview, _printed = run(name, tmp_path / "home", tmp_path / "bundle.zip")
    leave = callers.untold(name)
    for seed in range(_SHUFFLES):
        said = callers.fragments(name)
        random.Random(f"{name} {seed}").shuffle(said)
        call = Call(talk(tmp_path / str(seed)))
        call.take_up()
        for words in said:
            call.hear(words)
        told = callers.facts(call.case, call.sheet, leave)
        known = callers.facts(interview.case, call.sheet, leave)
        assert told == known, said
        finished = call.case.answers().finished
        judged = [Assessment(call.case.pack.edition, AS_OF, callers.answers(f, finished)) for f in (told, known)]
        assert judged[0].words() == judged[1].words()
