"""Calls in tests: words typed in one after the other, and what stands in the sheet then."""

from pathlib import Path

from session_talk import talk

from intake.session.calling import Call


def call_with(folder: Path, *said: str) -> Call:
    """A call that was taken up, and in which these words were typed."""
    call = Call(talk(folder))
    call.take_up()
    for words in said:
        call.hear(words)
    return call


def told_in(call: Call) -> dict[str, str]:
    """What stands in the lines of the sheet, by the lines' ids; empty lines are left out."""
    return {line.id: line.known for line in call.lines() if line.known}
