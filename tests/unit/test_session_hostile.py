"""Hostile text as a name, an employer, a file: kept harmless, and nothing that is shown can drive a terminal."""

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from memory import lines_of
from session_talk import APPLY, reach, say, talk, walk

from intake.interview.standing import MORE
from intake.session.session import Session
from intake.session.views import Turn

HOSTILE = [
    "\x1b[31mred\x1b]0;title\x07",
    "\x9b2Jgone\x9d8;;http://x\x9c",
    "Dana\u202egnp.exe\u2066x\u2069\u200f",
    "a\x00b\x08\x7f\x85c",
    "[bold red]x[/] [@click=app.quit]y[/]",
    "<script>alert(1)</script>",
    "{applicant} %s {0.__class__} $(reboot) `id`",
    "Zoë 👩‍👩‍👧 Ünïcode نیم‌فاصله",
]
_OBEYED = {*map(chr, range(0x20)), "\x7f", *map(chr, range(0x80, 0xA0)), *"\u061c\u200e\u200f\ufeff"} - {"\n"}
_OBEYED |= {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029, *range(0xFFF9, 0xFFFC))}


def strings(value: Any) -> Iterator[str]:
    """Every string within a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in (*value.keys(), *value.values()):
            yield from strings(part)
    elif isinstance(value, Iterable):
        for part in value:
            yield from strings(part)


def harmless(value: Any) -> None:
    """Nothing within `value` is obeyed by a terminal."""
    for text in strings(value):
        assert not _OBEYED & set(text), ascii(text)
        assert not any(unicodedata.category(c) == "Cs" for c in text), ascii(text)


def everything(session: Session, turn: Turn) -> list[Any]:
    """All that a front end may show after a turn."""
    rows: list[Any] = [*session.outline(), *session.board(), *session.review(), *session.history()]
    proofs = [session.proof(row.id) for row in session.board()]
    return [msgspec.to_builtins([turn, rows]), session.to_do(), proofs, session.title, session.pack]


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_every_answer_is_shown_harmless_everywhere(tmp_path: Path, hostile: str) -> None:
    session = talk(tmp_path)
    for here in walk(session, APPLY, "review.ready"):
        question = session.case.pack.flow.question(here.question)
        turn = session.say(hostile)
        harmless(msgspec.to_builtins(turn))
        if question is not None and question.kind == "text" and here.field != MORE:
            kept = session.case.projection.docs[here.section][here.item][here.field]
            harmless(kept)
            last = everything(session, turn)
            harmless(last)
            say(session, "/back")  # the walk goes on from this question, and answers it anew
            assert session.case.standing == here
        elif session.case.standing != here:
            say(session, "/undo")


def test_hostile_names_come_through_every_order_harmless(tmp_path: Path) -> None:
    evil = "\x1b[2J\x9b\u202eevil"
    session = reach(talk(tmp_path), APPLY | {"applicant.name": evil, "work.employer": evil}, "references.more")
    for words in (
        evil,
        f"/ask {evil}?",
        f"/what is {evil}",
        "no",
        f"/goto {evil}",
        f"/remove {evil}",
        f"/change {evil} to {evil}",
        f"/attach /tmp/{evil}",
        f"/detach {evil}",
        f"/{evil}",
        "/list",
        "/review",
        "/board",
        f"/change name to {evil}",
        f"/change employer to {evil}2",
        "/remove reference 1",
        "/undo",
        f"/export {tmp_path}/{evil}.zip",
        "/pause",
    ):
        turn = session.say(words)
        session.talker.pending = None
        harmless(everything(session, turn))


def test_the_log_holds_no_control_characters(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY | {"applicant.name": HOSTILE[0], "work.employer": HOSTILE[1]}, "review.ready")
    for line in lines_of(session.case):
        harmless(line.decode("utf-8"))


def test_what_is_not_hostile_is_kept_as_it_was_typed(tmp_path: Path) -> None:
    name = "Zoë 👩‍👩‍👧 O’Neill-Łuczak نیم‌فاصله 李"
    session = talk(tmp_path)
    say(session, name)
    assert session.case.projection.known["applicant.name"] == name


def test_a_decomposed_name_is_kept_composed_so_that_it_matches_itself(tmp_path: Path) -> None:
    session = talk(tmp_path)
    say(session, unicodedata.normalize("NFD", "Zoë"))
    assert session.case.projection.known["applicant.name"] == unicodedata.normalize("NFC", "Zoë")
