"""What the app costs under the fingers: its first frame, a key, an answer, memory, opening a long case, its screens.

    uv run python tests/bench/app.py

Every figure is taken from outside, at a terminal of 120 × 24 (in which ten messages fill the screen): milliseconds from
the byte that is typed to the byte that is painted, the median of many, its arms in turn within one run. Cases are made
through the program's own commands: a case of a thousand messages is one of 125 trainings with four answers each.

- The first frame, beside a bare chat layout; both as in `tests/bench/start.py`. Bar: 1.4.
- A key typed in the answer box, and Page Up, to the first byte of output: at 1,000 messages beside 10. Bar: 1.3.
- Six hundred letters in one burst, as from dictation, until the last is painted, beside the bare app of the next line.
  Bar: 1.5.
- An answer, from Enter until what was saved is painted, at 1,000 messages, beside a bare append: the same keys in a
  Textual app with the same panes, that keeps a window of as many messages in the same stream layout and appends the
  same three to it, without a session and a journal. Both are warmed until their windows are full. Bar: 1.5.
- A paste of a megabyte, until it is refused; the terminal's bytes are read by Textual one by one. Bar: 2,000 ms.
- Memory: the resident size at 1,000 messages, after all of the above, beside an empty start. Bar: 1.5.
- Opening a case of 5,000 events (a thousand trainings), from the first frame until its question is painted: the imports
  that wait for the first frame, the pack, the log with its proof, all figures and verdicts, and the paint. Bar: 500 ms.
- Switching to each screen, and back, with a thousand trainings. Bar: 100 ms. The very first visit, which also imports
  the screen, is printed beside it.

Bars in milliseconds were set on a machine that paints the bare chat layout in 206 ms. Where that takes longer just now,
they are stretched by as much, and what is printed says by how much.

Ends with 1 where a bar is missed.
"""

import datetime as dt
import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.start import BARE_APP, FRAME, FRAME_BAR, QUESTION, compared, shown_after

from intake.interview import commands as cmd
from intake.session.start import open_session

DAY = "2026-03-01"
KEY_BAR, BURST_BAR, ANSWER_BAR, MEMORY_BAR, PASTE_BAR, OPEN_BAR, SCREEN_BAR = 1.3, 1.5, 1.5, 1.5, 2_000, 500, 100
COLUMNS, LINES = 120, 24
KEYS, BURSTS, ANSWERS, OPENINGS, VISITS, FRAMES = 30, 9, 30, 7, 9, 5
#: Milliseconds that the bare chat layout's first frame took where the bars in milliseconds were set.
REFERENCE = 206
#: Answers that fill the window of the transcript.
WARMING = 48
QUIET, LONGEST = 0.15, 60
PAGE_UP, PAGE_DOWN, DELETE, DELETE_LINE, ESCAPE, ENTER = b"\x1b[5~", b"\x1b[6~", b"\x7f", b"\x15", b"\x1b", b"\r"
MEGABYTE = b"\x1b[200~" + b"x" * (1 << 20) + b"\x1b[201~"
BEFORE = ["Dana Whitfield", "dana.w@example.org", "skip", "live and work in Virginia", "first time"]
LISTS = ["yes", "III", "no", "no"]

#: Each screen: the keys to it from the interview, the last of them measured; what is then painted; the keys back.
SCREENS: dict[str, tuple[tuple[bytes, ...], bytes, tuple[bytes, ...]]] = {
    "review": ((b"\x12",), b"Review \xc2\xb7", (ESCAPE,)),
    "board": ((b"\x02",), b"Prerequisites", (ESCAPE,)),
    "proof": ((b"\x02", ENTER), b"Rule", (ESCAPE, ESCAPE)),
    "compare": ((b"\x02", b"c"), b"What would change", (ESCAPE, ESCAPE)),
    "what if": ((b"\x02", b"w"), b"(nothing of your case changes)", (ESCAPE, ESCAPE)),
    "timeline": ((b"\x02", b"t"), b"What counts,", (ESCAPE, ESCAPE)),
    "cases": ((b"\x0f",), b"Your cases", (ESCAPE,)),
    "help": ((b"\x1bOP",), b"sends your answer", (ESCAPE,)),
}

BARE_CHAT = """
import sys
from textual.app import App
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

WINDOW, SLACK = 120, 20

class Box(TextArea):
    def on_key(self, event):
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.screen.app.call_later(self.screen.app.append, self.text)

class Bare(App):
    CSS = '''
    #talk { width: 1fr; } #side { width: 48; } Box { height: 3; }
    #said { layout: stream; height: 1fr; }
    #said Static { padding: 0 3; margin: 0 0 1 0; }
    '''

    def compose(self):
        self.said = [Static(Content(f"Message {n}"), markup=False) for n in range(WINDOW)]
        with Horizontal():
            with Vertical(id="talk"):
                yield VerticalScroll(*self.said, id="said")
                yield Box()
            yield Static("Where you stand", id="side")

    def on_mount(self):
        self.query_one(Box).focus()
        self.query_one("#said").anchor()

    async def append(self, words):
        box, scroll = self.query_one(Box), self.query_one("#said")
        with self.batch_update():
            box.text = ""
            texts = (words, f"Title: {words}. Saved.", "Who gave it?")
            added = [Static(Content(text), markup=False) for text in texts]
            self.said += added
            await scroll.mount_all(added)
            if len(self.said) > WINDOW + SLACK:
                gone, self.said = self.said[:-WINDOW], self.said[-WINDOW:]
                await scroll.remove_children(gone)
            scroll.anchor()

Bare().run()
"""


class Figure(NamedTuple):
    """What was measured, and whether it is within its bar."""

    text: str
    good: bool


class Terminal:
    """A program at a terminal of its own."""

    def __init__(self, process: subprocess.Popen[bytes], end: int) -> None:
        self._process, self._end = process, end
        self._painted = b""
        os.set_blocking(end, False)

    def key(self, keys: bytes) -> float:
        """Type `keys`; the moment at which that was."""
        at, rest = time.perf_counter(), memoryview(keys)
        while rest:  # a terminal takes some kilobytes at a time, and a program that paints none until it is read
            painting, taking, _errors = select.select([self._end], [self._end], [], LONGEST)
            if painting:
                self._painted += os.read(self._end, 1 << 16)
            if taking:
                rest = rest[os.write(self._end, rest) :]
        return at

    def until(self, text: bytes) -> float:
        """Read until `text` is painted; the moment at which it was."""
        shown, self._painted = self._painted, b""
        while text not in shown:
            if not select.select([self._end], [], [], LONGEST)[0]:
                raise TimeoutError(f"waited for {text!r}")
            shown += os.read(self._end, 1 << 16)
        return time.perf_counter()

    def settled(self) -> None:
        """Read until nothing more is painted."""
        self._painted = b""
        while select.select([self._end], [], [], QUIET)[0]:
            os.read(self._end, 1 << 16)

    def took(self, keys: bytes, text: bytes = b"") -> float:
        """Milliseconds from `keys` until `text` is painted, or anything at all; then it has settled."""
        at = self.key(keys)
        took = (self.until(text) if text else self._byte()) - at
        self.settled()
        return took * 1000

    def resident(self) -> float:
        """What the process holds in memory, in MiB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def _byte(self) -> float:
        if not self._painted:
            select.select([self._end], [], [], LONGEST)
            os.read(self._end, 1 << 16)
        return time.perf_counter()


@contextmanager
def at_terminal(command: Sequence[str], env: dict[str, str]) -> Iterator[Terminal]:
    """`command` at a terminal, until the block ends."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    with subprocess.Popen(command, env=env, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True) as app:
        os.close(theirs)
        try:
            yield Terminal(app, ours)
        finally:
            app.kill()
            os.close(ours)


def begun(home: Path, trainings: int | None) -> Path:
    """A case in `home`, told up to its purpose; with so many trainings, and another one begun."""
    session = open_session(home, as_of=dt.date.fromisoformat(DAY))
    for words in BEFORE if trainings is None else [*BEFORE, *LISTS]:
        session.say(words)
    for n in range(1, (trainings or 0) + 1):
        said = {"title": f"Workshop W{n}", "provider": "VAIMH", "date": "2025-03", "hours": 1.5}
        answers = {field: cmd.Answer("", "", value, str(value)) for field, value in said.items()}
        session.case.do(cmd.Fill("training", "", answers))
    if trainings is not None:
        session.say("/go to training")
        session.say("/add training")
    session.close()
    return home


def intake(home: Path) -> list[str]:
    """The command that opens the case in `home`."""
    return [sys.executable, "-m", "intake", "--home", str(home), "--as-of", DAY]


def ratio(name: str, ours: Sequence[float], floor: Sequence[float], bar: float, unit: str = "ms") -> Figure:
    """The medians of both, and their ratio beside its bar."""
    mine, other = statistics.median(ours), statistics.median(floor)
    text = f"{name}: {mine:.1f} {unit}, beside {other:.1f} {unit}, ratio {mine / other:.2f} (bar {bar})"
    return Figure(text, mine / other <= bar)


def limit(name: str, taken: Sequence[float], bar: float, slower: float) -> Figure:
    """The median of all but the first, beside its bar on a machine `slower` by so much; the first one for itself."""
    median = statistics.median(taken[1:])
    stretched = f" x {slower:.1f}" if slower > 1 else ""
    text = f"{name}: {median:.0f} ms (bar {bar}{stretched}); the first time {taken[0]:.0f} ms"
    return Figure(text, median <= bar * slower)


def slowness(env: dict[str, str]) -> float:
    """How much slower this machine is just now than the one on which the bars in milliseconds were set; at least 1."""
    frames = [shown_after([sys.executable, "-m", "bare_app"], env, QUESTION) for _n in range(FRAMES)]
    return max(1.0, statistics.median(frames) / REFERENCE)


def keys(long: Terminal, short: Terminal) -> Iterator[Figure]:
    """A letter in the box, and Page Up, at both lengths."""
    for name, key, undo in (("a key", b"x", DELETE), ("Page Up", PAGE_UP, PAGE_DOWN)):
        taken: list[tuple[float, float]] = []
        for _n in range(KEYS):
            taken.append((long.took(key), short.took(key)))
            for terminal in (long, short):
                terminal.took(undo)
        ours, floor = zip(*taken, strict=True)
        yield ratio(f"{name} to the first byte, 1,000 messages beside 10", ours, floor, KEY_BAR)


def bursts(long: Terminal, bare: Terminal) -> Figure:
    """Six hundred letters that come at once, as from dictation, until the last is painted; then they are deleted."""
    taken = []
    for n in range(BURSTS):
        words = f"{'word ' * 120}end{n}".encode()
        taken.append((long.took(words, words[-4:]), bare.took(words, words[-4:])))
        for terminal in (long, bare):
            terminal.took(DELETE_LINE)
    ours, floor = zip(*taken, strict=True)
    return ratio("600 letters in one burst, beside a bare append", ours, floor, BURST_BAR)


def told(terminal: Terminal, words: str) -> float:
    """Milliseconds from Enter until the answer `words` stands as saved."""
    terminal.key(words.encode())
    terminal.settled()
    return terminal.took(ENTER, f": {words}. Saved.".encode())


def answers(long: Terminal, bare: Terminal) -> Figure:
    """An answer at 1,000 messages beside a bare append. Titles and providers of trainings are told in turn."""
    taken = []
    for n in range(WARMING + ANSWERS):
        both = told(long, f"Workshop {n}"), told(bare, f"Workshop {n}")
        if n >= WARMING:
            taken.append(both)
        if n % 2:  # after title and provider come date and hours, whose words are not told apart from earlier ones
            for words, then in (("October 2025", b"How many clock hours?"), ("6", b"Any other training?")):
                long.key(words.encode())
                long.settled()
                long.took(ENTER, then)
    ours, floor = zip(*taken, strict=True)
    return ratio("an answer saved and painted, beside a bare append", ours, floor, ANSWER_BAR)


def openings(home: Path, env: dict[str, str], slower: float) -> Figure:
    """From the first frame of the app until the question of the case in `home` is painted."""
    taken = []
    for _n in range(OPENINGS + 1):
        with at_terminal(intake(home), env) as terminal:
            frame = terminal.until(FRAME)
            taken.append((terminal.until(b"What was it called?") - frame) * 1000)
    return limit("opening a case of 5,000 events", taken, OPEN_BAR, slower)


def screens(terminal: Terminal, slower: float) -> Iterator[Figure]:
    """To each screen and back."""
    for name, (there, text, back) in SCREENS.items():
        to, fro = [], []
        for _n in range(VISITS + 1):
            for key in there[:-1]:
                terminal.took(key)
            to.append(terminal.took(there[-1], text))
            fro.append(terminal.took(back[0]))
            for key in back[1:]:
                terminal.took(key)
        yield limit(f"to the screen {name}", to, SCREEN_BAR, slower)
        yield limit(f"  and back from {name}", fro, SCREEN_BAR, slower)


def measured(folder: Path, env: dict[str, str]) -> Iterator[Figure]:
    """All figures but the first frame."""
    homes = {items: begun(folder / str(items), items) for items in (None, 125, 1_000)}
    with ExitStack() as stack:
        long, short, bare = (
            stack.enter_context(at_terminal(command, env))
            for command in (intake(homes[125]), intake(homes[None]), [sys.executable, "-m", "bare_chat"])
        )
        long.until(b"What was it called?")
        short.until(b"right now?")
        bare.until(b"Message")
        for terminal in (long, short, bare):
            terminal.settled()
        yield answers(long, bare)
        yield from keys(long, short)
        yield bursts(long, bare)
        pastes = [terminal.took(MEGABYTE, b"was pasted.") for terminal in (short, long)]
        yield limit("a paste of a megabyte, refused", pastes, PASTE_BAR, slowness(env))
        with at_terminal(intake(folder / "empty"), env) as empty:
            empty.until(b"Before you begin")
            empty.settled()
            empty.took(ENTER)
            yield ratio("memory at 1,000 messages", [long.resident()], [empty.resident()], MEMORY_BAR, "MiB")
    slower = slowness(env)
    yield openings(homes[1_000], env, slower)
    with at_terminal(intake(homes[1_000]), env) as terminal:
        terminal.until(b"What was it called?")
        terminal.settled()
        yield from screens(terminal, slower)


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
        env |= {"PYTHONPYCACHEPREFIX": f"{folder}/compiled", "INTAKE_HOME": f"{folder}/home", "ESCDELAY": "1"}
        env |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": f"{folder}:{Path(__file__).parents[2]}"}
        for module, program in (("bare_app", BARE_APP), ("bare_chat", BARE_CHAT)):
            (folder / f"{module}.py").write_text(program, "utf-8")
        apps = ([sys.executable, "-m", module] for module in ("intake", "bare_app"))
        good = [compared("first frame", FRAME_BAR, lambda c: shown_after(c, env, FRAME, QUESTION), *apps)]
        for figure in measured(folder, env):
            print(figure.text if figure.good else f"{figure.text}  MISSED", flush=True)
            good.append(figure.good)
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
