"""A conversation on two text streams.

Where nobody types (a pipe, a file), the words are echoed, so that the output reads as a conversation; a line that
begins with `#` is a comment.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from intake.interview.commands import Refused
from intake.journal.errors import JournalError, NotStored
from intake.session.errands import LARGE
from intake.session.session import Session
from intake.session.views import Message, Prompt, Turn
from intake.session.wording import labels_of
from intake.text import visible
from intake.words import _

_MARKS = {"noted": "  ", "told": "  ", "problem": "  ! ", "asks": "", "you": "> "}


def converse(
    session: Session,
    words: Iterable[str],
    out: TextIO,
    *,
    echo: bool,
    bundle: Path | None = None,
    another: Callable[[str], Session] | None = None,
) -> None:
    """Talk until the person leaves or the words end; then write the bundle, where one was asked for.

    `another` opens another case by its id, where there are others to go on with; it can raise JournalError.
    """
    turn = _begin(session, out)
    last = turn.prompt
    for line in words:
        if echo and line.startswith("#"):
            continue
        if echo:
            out.write(f"> {visible(line, one_line=True)}\n")
        turn = session.say(line)
        _show(turn, out, last)
        if echo and turn.unsaved:  # the next line would answer a question that it was not written for
            raise NotStored(turn.unsaved)
        last = turn.prompt
        if turn.over:
            break
        if turn.other and another is not None and (other := _opened(another, turn.other, out)):
            session.close()
            session, turn = other, _begin(other, out)
            last = turn.prompt
    if not turn.over:
        out.write(f"\n{session.farewell}\n")
    if bundle is not None and not session.exported:
        _export(session, bundle, out)


class Tenths:
    """Says how far long work is: a line for each tenth, the same lines for the same file on every machine."""

    def __init__(self, out: TextIO) -> None:
        self._out, self._said = out, 0

    def __call__(self, what: str, done: int, total: int) -> None:
        """So many bytes are done."""
        tenth = done * 10 // total
        if total >= LARGE and tenth != self._said:
            self._out.write("  " + _("{what}: {percent} %").format(what=what, percent=tenth * 10) + "\n")
            self._out.flush()
        self._said = tenth % 10


def _begin(session: Session, out: TextIO) -> Turn:
    session.errands.tell = Tenths(out)
    turn = session.open()
    _show(replace(turn, messages=(*turn.messages, *_unsent(session.draft))), out)
    return turn


def _opened(another: Callable[[str], Session], case: str, out: TextIO) -> Session | None:
    """The other case; None, and why, where it cannot be opened."""
    try:
        return another(case)
    except JournalError as error:
        out.write(f"{_MARKS['problem']}{error}\n")
        return None


def _unsent(draft: str) -> Iterator[Message]:
    if draft:
        yield Message("told", _("Said last time and not written down: “{words}”").format(words=draft))


def _export(session: Session, bundle: Path, out: TextIO) -> None:
    try:
        out.writelines(f"{message.text}\n" for message in session.export(bundle))
    except Refused as problem:
        out.write(f"{problem}\n")
        raise


def _show(turn: Turn, out: TextIO, before: Prompt | None = None) -> None:
    for message in turn.messages:
        mark = _MARKS[message.kind]
        out.writelines(f"{mark}{line}\n" for line in message.text.split("\n"))
    if not turn.over:
        out.writelines(f"{line}\n" for line in _question(turn.prompt, before))
    out.flush()


def _question(prompt: Prompt, before: Prompt | None) -> Iterator[str]:
    yield ""
    yield f"[{prompt.where}] {prompt.ask}"
    if before is None or (before.question, before.ask) != (prompt.question, prompt.ask) or before.item != prompt.item:
        if prompt.kind in {"choice", "choices"}:
            yield from (f"  {n} {label}" for n, label in enumerate(labels_of(prompt), start=1))
        if prompt.current:
            yield "  " + _("So far: {current}. Answer again, or say keep.").format(current=prompt.current)
