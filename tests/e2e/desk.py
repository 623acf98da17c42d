"""The program as a person meets it: a process of its own, in folders of its own, with nothing inherited."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

import warm
from personas import FOLDER

from intake.interview import events as ev
from intake.journal.store import Journal

#: The checkout.
ROOT = Path(__file__).resolve().parents[2]
#: The day on which all of it happens.
DAY = "2026-03-01"
#: Seconds after which a process is taken to hang.
LONGEST = 60


class Done(NamedTuple):
    """What became of a command: its exit code and what it said."""

    code: int
    out: str
    err: str


def environment(folder: Path, **more: str) -> dict[str, str]:
    """What a process is given: a home in `folder`, UTF-8, and nothing of ours but compiled modules."""
    mine = {
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "PYTHONPYCACHEPREFIX": sys.pycache_prefix or "",
    }
    return {"PATH": os.environ["PATH"]} | mine | more


class Desk:
    """A folder to work in. Cases are kept in `home`, unless a test says otherwise."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"

    def intake(self, *arguments: str | Path, typed: str | bytes = "", python: Sequence[str] = (), **more: str) -> Done:
        """Run `intake` here, with `typed` on its stdin and `more` in its environment.

        With `python`, or where `more` is for the interpreter, it is started from nothing.
        """
        words, typed = [*map(str, arguments)], typed if isinstance(typed, bytes) else typed.encode()
        env = environment(self.folder, **{"INTAKE_HOME": str(self.home)} | more)
        if not python and not any(name.startswith("PYTHON") for name in more):
            return _warm(words, typed, self.folder, env)
        started = [*(python or (sys.executable, "-m", "intake")), *words]
        done = subprocess.run(
            started, input=typed, capture_output=True, cwd=self.folder, env=env, timeout=LONGEST, check=False
        )
        return _done(done.returncode, done.stdout, done.stderr)

    def persona(self, name: str, *more: str | Path) -> Done:
        """Let a persona of the pack type all their lines; the bundle is then `<name>.zip`."""
        typed = (FOLDER / f"{name}.txt").read_bytes()
        return self.intake("--plain", "--as-of", DAY, "--bundle", f"{name}.zip", *more, typed=typed)

    def answers(self) -> list[str]:
        """The words of every answer that is kept in the newest case, in order."""
        journal = Journal(self.home, read_only=True)
        try:
            events = [ev.load(line).event for line in journal.load(journal.cases()[0].id)]
        finally:
            journal.close()
        return [event.raw for event in events if isinstance(event, ev.Answered)]


class Talking:
    """`intake` that somebody is typing to."""

    def __init__(self, desk: Desk, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "intake", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=desk.folder,
            env=environment(desk.folder, INTAKE_HOME=str(desk.home)),
        )

    def until(self, words: str) -> None:
        """Read until it has said `words`."""
        shown = b""
        assert self._process.stdout is not None
        while words.encode() not in shown:
            more = os.read(self._process.stdout.fileno(), 1 << 16)
            assert more, shown
            shown += more

    def interrupt(self) -> None:
        """Press ctrl+c."""
        self._process.send_signal(signal.SIGINT)

    def done(self, typed: str = "") -> Done:
        """Type the rest and see it end."""
        out, err = self._process.communicate(typed.encode(), LONGEST)
        return _done(self._process.returncode, out, err)


def _warm(words: Sequence[str], typed: bytes, folder: Path, env: Mapping[str, str]) -> Done:
    """Run a command in a process that begins where its imports have ended."""
    with TemporaryFile() as stdin, TemporaryFile() as stdout, TemporaryFile() as stderr:
        stdin.write(typed)
        for stream in (stdin, stdout, stderr):
            stream.seek(0)
        code = warm.begun(words, folder, env, [stdin.fileno(), stdout.fileno(), stderr.fileno()])[1]()
        stdout.seek(0)
        stderr.seek(0)
        return _done(code, stdout.read(), stderr.read())


def _done(code: int, out: bytes, err: bytes) -> Done:
    return Done(code, out.decode(), err.decode())
