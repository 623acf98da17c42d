"""Strings that break programs: each goes through the whole interview into the portfolio, or is refused kindly."""

import json
from pathlib import Path

import pytest
from session_talk import APPLY, kinds, reach, talk

from intake.canonical import canonical
from intake.session.document import judged_portfolio
from intake.text import UnusableText, accept, visible

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "naughty-strings.json"
OWN = [
    "undefined\x00NULL",
    "\u202etest\u202c",
    "\ud800 half a character",
    "𝕋𝕙𝕖 quick 田中さん",
    "👨‍👩‍👧 ١٢٣ ½",
    "a" * 1_000_000,
    "%s%n {{7*7}} $(id) ; DROP TABLE x --",
    "\r\n\t",
]
NAUGHTY = list(dict.fromkeys([*OWN, *(json.loads(CORPUS.read_text("utf-8")) if CORPUS.is_file() else [])]))


@pytest.mark.parametrize("part", range(4))
def test_a_naughty_string_comes_out_of_the_portfolio_as_it_is_kept_or_is_refused(tmp_path: Path, part: int) -> None:
    session = reach(talk(tmp_path), APPLY, "work.description")
    here = session.case.standing
    for text in NAUGHTY[part::4]:
        turn = session.change(here.question, here.item, text)
        if turn.prompt.ask.endswith("Right?"):  # "true" is read back
            turn = session.say("yes")
        assert all(message.text == visible(message.text) for message in turn.messages)
        try:
            kept = accept(text)
        except UnusableText:
            assert kinds(turn) == ["problem"]
            continue
        if kinds(turn)[:1] != ["noted"]:  # nothing to see in it, or it says that the person does not know
            assert kinds(turn) == ["problem"]
            continue
        jobs = json.loads(canonical(judged_portfolio(session.case)[0]))["work"]
        assert jobs[0]["description"] == kept
