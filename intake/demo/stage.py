"""Where a script is played: a case of its own in a folder of its own, deleted afterwards. No other case is touched."""

import os
import shutil
import stat
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from types import TracebackType
from typing import NamedTuple

from intake.demo.script import Script
from intake.interview import commands as cmd
from intake.interview.standing import Standing
from intake.journal.lock import CaseLock, left_behind
from intake.journal.store import Journal
from intake.session.exchange import OwnComputer, Write
from intake.session.face import told
from intake.session.opening import clock_for
from intake.session.session import Session
from intake.session.start import open_for_guest
from intake.session.titles import UNTITLED
from intake.session.views import Message, Turn
from intake.words import _

NO_FILES = _("A demonstration opens and writes no file of this computer: what it shows is for a wall.")
_FAREWELL = _(
    "An application would be saved here, and gone on with at this question. This one is deleted with the demonstration."
)
#: How the folders are called, and the file in each that its owner holds a lock on.
_PREFIX, _OWNED = "intake-demo-", "owner.lock"


class Rehearsal(OwnComputer):
    """Nothing of this computer is shown on a wall: no file is opened, and bundles stay in its own folder."""

    guest = True

    def taken(self, words: str) -> Path:  # noqa: ARG002
        """Always refused."""
        raise cmd.Refused(NO_FILES)

    def requests(self) -> Path:
        """Always refused."""
        raise cmd.Refused(NO_FILES)

    def given(self, wanted: Path | None, name: str, folder: Path, write: Write) -> tuple[str, str]:  # noqa: ARG002
        """Write within `folder`, whatever path was said."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        sha256 = write(folder / name)
        return sha256, _("Bundle written: {name}. It is deleted with the demonstration.").format(name=name)


def rehearsed_leaving(session: Session, turn: Turn) -> Turn:
    """The turn, with a farewell that holds here: a presenter who leaves the case finds nothing of it again."""
    said = (replace(each, text=_FAREWELL) if each.text == session.farewell else each for each in turn.messages)
    return replace(turn, messages=tuple(said))


def sweep(folder: Path) -> None:
    """Delete what demonstrations of this account left in `folder` that were killed; one that plays holds its lock."""
    for left in folder.glob(f"{_PREFIX}*"):
        if _is_ours(left) and left_behind(left / _OWNED):
            shutil.rmtree(left, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Whether it is a folder itself, of this account, that nobody else can look into."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    account = getattr(os, "getuid", lambda: found.st_uid)()  # Windows has no such number, and a folder for each account
    private = os.name == "nt" or not found.st_mode & 0o077
    return stat.S_ISDIR(found.st_mode) and found.st_uid == account and private


class Mark(NamedTuple):
    """Where a case stands. It is the same again only where nothing was written and the same is asked."""

    case: str
    seq: int
    standing: Standing
    read_back: str
    offers: int


class Stage:
    """Plays one script. As a context manager it deletes everything at its end."""

    def __init__(self, script: Script) -> None:
        """Begin with a new case, before the first line of `script`. Raises JournalError, PackError, OSError."""
        self.script = script
        self._greets = True
        self._told: list[Message] = []
        self._fresh = 0
        sweep(Path(gettempdir()))
        self._folder = TemporaryDirectory(prefix=_PREFIX)
        self._home = Path(self._folder.name)
        self._lock = CaseLock(self._home / _OWNED)
        try:
            self.session = self._begin()
        except BaseException:
            self._lock.release()
            self._folder.cleanup()
            raise

    def __enter__(self) -> "Stage":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def events(self) -> list[bytes]:
        """The log of the case, as it is kept."""
        return self.session.case.journal.load(self.session.id)

    @property
    def mark(self) -> Mark:
        """Where the case stands."""
        case, talker = self.session.case, self.session.talker
        return Mark(
            case.id, case.state.seq, case.standing, talker.pending.ask if talker.pending else "", len(talker.waiting)
        )

    def bring(self, line: int) -> Session:
        """A new case in which the first `line` lines were said, whatever became of the one before."""
        self.session.close()
        self.session, self._greets = self._begin(), True
        for words in self.script.words[:line]:
            self.say(words)
        return self.session

    def say(self, words: str) -> str:
        """Say one line, and come back where it led out; all that was said back to it."""
        if self._greets:
            self._told = [*self.session.history(), *told("", self.session.open())]
        self._greets = False
        turn = self.session.say(words)
        self._fresh = len(self._told)
        self._told += told(words, turn)
        if turn.over:
            self.reopen()
        return turn.text

    def open(self) -> Turn:
        """How the case is opened: greeted where it begins or somebody came back to it, and where it was brought not."""
        turn = self.session.open()
        return turn if self._greets else replace(turn, messages=())

    def shown(self, opened: Turn) -> tuple[list[Message], int]:
        """All that stands in the conversation once it is `opened`, and the index where its last exchange begins.

        Of lines that the case was brought over it is what was said back to them; else what the log tells.
        """
        if self._greets:
            messages = [*self.session.history(), *told("", opened)]
            return messages, max(len(messages) - 1, 0)
        return list(self._told), self._fresh

    def reopen(self) -> Session:
        """The same case again, after somebody left it."""
        self.session.close()
        self.session, self._greets = self._open(self.session.id), True
        return self.session

    def close(self) -> None:
        """Delete everything."""
        self.session.close()
        self._lock.release()
        self._folder.cleanup()

    def _begin(self) -> Session:
        clock, _today, _name = clock_for(self.script.day)
        with closing(Journal(self._home)) as journal:
            case = journal.create(UNTITLED, clock().isoformat(timespec="seconds"))
        return self._open(case.id)

    def _open(self, case: str) -> Session:
        return open_for_guest(self._home, case, self.script.day, Rehearsal())
