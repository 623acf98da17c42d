"""How long intake takes to start, beside the least that could do the same; ratios within one run.

    uv run python tests/bench/start.py

Every figure is the median of ten cold processes, ours and the floor's in turn, both with compiled modules at hand.

- `--help`: the whole process, beside a bare argparse program with as many commands and options. Bar: 1.5.
- The first frame: in a terminal of 120 × 40, from the start of the process to the byte with which the app's first text
  stands on the screen, beside a bare Textual app of a chat layout (a scroll with a message, an answer box, a side
  panel). Bar: 1.4. Ours paints before it imports the rulebook and opens the case.
- The first question, for comparison without a bar: the same, until a case can be answered. In that time ours imports
  everything, opens its journal, replays a case and reads its packs.

Ends with 1 where a bar is missed, or `--help` imports what it should not.
"""

import fcntl
import os
import pty
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path

RUNS = 10
HEAVY = ("textual", "rich", "pydantic", "jsonschema", "jsonschema_rs", "transitions", "msgspec", "yaml", "sqlite3")
HELP_BAR, FRAME_BAR = 1.5, 1.4
ENTERED, FRAME, QUESTION = b"\x1b[?1049h", "Opening …".encode(), b"What name should stand on your application?"

BARE_PARSER = """
import argparse
from pathlib import Path
common = argparse.ArgumentParser(add_help=False)
for name in ("--home", "--as-of", "--bundle"):
    common.add_argument(name, type=Path, metavar="X", help="what it is for, in a few words")
common.add_argument("--plain", action="store_true", help="what it is for, in a few words")
top = argparse.ArgumentParser("bare", description="What it does.", parents=[common], epilog="examples")
commands = top.add_subparsers(dest="command", metavar="COMMAND")
for number in range(11):
    command = commands.add_parser(f"command{number}", help="does", description="What it does.", parents=[common])
    command.add_argument("thing", nargs="?", help="what it is")
    command.add_argument("--json", action="store_true", help="for machines")
top.parse_args()
"""

BARE_APP = """
from textual.app import App
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static, TextArea

class Bare(App):
    CSS = "#talk {width: 2fr} #side {width: 1fr} TextArea {height: 5}"

    def compose(self):
        with Horizontal():
            with Vertical(id="talk"):
                with VerticalScroll():
                    yield Static("What name should stand on your application?")
                yield TextArea()
            yield Static("Where you stand", id="side")

    def on_mount(self):
        self.query_one(TextArea).focus()

Bare().run()
"""


def whole(command: Sequence[str], env: dict[str, str]) -> float:
    """Milliseconds from start to end of a process."""
    started = time.perf_counter()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - started) * 1000


def shown_after(command: Sequence[str], env: dict[str, str], *awaited: bytes) -> float:
    """Milliseconds from the start of a process until one of the texts `awaited` stands on its screen."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    started = time.perf_counter()
    with subprocess.Popen(command, env=env, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True) as app:
        os.close(theirs)
        shown = b""
        while not any(text in shown.partition(ENTERED)[2] for text in awaited):
            shown += os.read(ours, 1 << 16)
        took = (time.perf_counter() - started) * 1000
        app.kill()
    os.close(ours)
    return took


def compared(name: str, bar: float | None, measure: Callable[[Sequence[str]], float], *commands: Sequence[str]) -> bool:
    """Print our median beside the floor's; whether their ratio is within `bar`, where there is one."""
    for command in commands:
        measure(command)  # compiles, and warms the disk's cache
    rounds = [[measure(command) for command in commands] for _round in range(RUNS)]
    ours, floor = map(statistics.median, zip(*rounds, strict=True))
    ratio = float(ours / floor)
    print(f"{name}: {ours:.0f} ms, floor {floor:.0f} ms, ratio {ratio:.2f} ({f'bar {bar}' if bar else 'no bar'})")
    return bar is None or ratio <= bar


def imported_by_help(env: dict[str, str]) -> list[str]:
    """What `--help` imports of the heavy packages."""
    command = [sys.executable, "-X", "importtime", "-m", "intake", "--help"]
    said = subprocess.run(command, env=env, capture_output=True, text=True, check=True).stderr
    names = {line.rpartition("|")[2].strip().partition(".")[0] for line in said.splitlines()}
    return [name for name in HEAVY if name in names]


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        env = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
        env |= {"PYTHONPYCACHEPREFIX": f"{folder}/compiled", "PYTHONPATH": folder, "INTAKE_HOME": f"{folder}/home"}
        env |= {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
        for name, program in (("bare_parser", BARE_PARSER), ("bare_app", BARE_APP)):
            Path(folder, f"{name}.py").write_text(program, "utf-8")
        python = [sys.executable, "-m"]
        apps = [*python, "intake"], [*python, "bare_app"]
        heavy = imported_by_help(env)
        print(f"--help imports of the heavy packages: {', '.join(heavy) or 'none'}")
        good = [
            not heavy,
            compared(
                "--help",
                HELP_BAR,
                lambda c: whole(c, env),
                [*python, "intake", "--help"],
                [*python, "bare_parser", "--help"],
            ),
            compared("first frame", FRAME_BAR, lambda c: shown_after(c, env, FRAME, QUESTION), *apps),
            compared("first question", None, lambda c: shown_after(c, env, QUESTION), *apps),
        ]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
