"""Text that means harm, from everywhere a person or a file supplies it: no terminal is given a byte of it to obey."""

import datetime as dt
import io
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from desk import DAY, Desk
from seat import CTRL_B, CTRL_Q, CTRL_R, ENTER, ESCAPE, Seat

from intake.cli.main import run
from intake.interview import commands as cmd
from intake.journal.database import FILE
from intake.resources import flows_folder
from intake.session.start import open_session

#: A title, a write to the clipboard, a question, a colour, the way out of the alternate screen, bells, C1, bidi, NUL.
EVIL = (
    "Dana\x1b]0;OWNED\x07\x1b]52;c;T1dORUQ=\x1b\\\x1b[6n\x1b[38;2;1;2;3m\x1b[?1049l\x1bc\x9b31m\x9d0;OWNED\x9c\x07\x08\x00"
    "\u202eOWNED\u2066\u200f\x85\x7f"
)
#: What Textual's driver tells a terminal: styles, the cursor's place, modes and what it asks; nothing else is allowed.
OURS = re.compile(
    rb"\x1b\[[0-9;]*[mH]|\x1b\[\?[0-9]+[hl]|\x1b\[\?[0-9]+\$p|\x1b\]22;default\x07|\x1b\[[<>=][0-9]*u|\x1b\[\?4m|\x1b\[>4;1m|\x1b\[\?u|\x1b7|\x1b8"
)
OBEYED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]")


def harmless(shown: str) -> None:
    """Nothing in `shown` is obeyed by a terminal, other than the end of a line."""
    assert OBEYED.findall(shown) == []


def harmless_bytes(raw: bytes) -> None:
    """Besides what Textual says itself there is nothing but text in what a terminal was given."""
    harmless(OURS.sub(b"", raw).decode().replace("\r\n", "\n").replace("\r", ""))
    assert b"\x1b[38;2;1;2;3m" not in raw
    assert raw.count(b"\x1b[?1049l") == 1


def escaped(text: str) -> str:
    """`text` within double quotes of YAML."""
    return '"' + "".join(c if c.isalnum() else f"\\U{ord(c):08x}" for c in text) + '"'


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A pack whose title, section, question, option and help mean harm."""
    shutil.copytree(flows_folder() / "vaimh", tmp_path / "packs" / "evil")
    flow = tmp_path / "packs" / "evil" / "application.yaml"
    text = flow.read_text("utf-8")
    for key, words in (
        ("title", "Infant Mental Health Endorsement, Virginia"),
        ("title", "About you"),
        ("ask", "What name should stand on your application?"),
        ("label", "I live and work in Virginia"),
    ):
        before = re.compile(rf"{key}: \"?{re.escape(words)}\"?")
        assert before.search(text), words
        text = before.sub(lambda _match, key=key, words=words: f"{key}: {escaped(words + EVIL)}", text)  # type: ignore[misc]
    flow.write_text(text, "utf-8")
    return tmp_path / "packs"


def entitled(desk: Desk) -> None:
    """Give the case a title that no front end would have let in."""
    with closing(sqlite3.connect(desk.home / FILE)) as db, db:
        db.execute("UPDATE cases SET title = ?", (EVIL,))


def told(desk: Desk) -> None:
    """A case whose every text means harm, as no front end lets it in."""
    session = open_session(desk.home, as_of=dt.date.fromisoformat(DAY))
    for question, value in (("applicant.name", EVIL), ("applicant.purpose", "apply"), ("membership.current", True)):
        session.case.do(cmd.Answer(question, "", value, EVIL))
    answers = {"title": EVIL, "provider": EVIL, "date": "2025-03", "hours": 2.0}
    session.case.do(cmd.Fill("training", "", {name: cmd.Answer("", "", each, EVIL) for name, each in answers.items()}))
    session.case.do(cmd.Attach("training-1", EVIL, "0" * 64, 1))
    session.close()
    entitled(desk)


def test_the_app_gives_a_terminal_nothing_of_it_to_obey(desk: Desk) -> None:
    told(desk)
    seat = Seat(desk)
    seat.until("Type your answer")  # whoever has a case has read the first page
    seat.until("␛]0;OWN")
    for key, there in ((CTRL_R, "Review · "), (CTRL_B, "Prerequisites")):
        seat.keys(key)
        seat.until_gone("Type your answer")
        seat.until(there)
        seat.keys(ESCAPE)
        seat.until("Type your answer")
    seat.paste(EVIL.encode())
    seat.until_gone("Type your answer")
    seat.keys(ENTER)
    seat.until("Type your answer")
    seat.keys(CTRL_Q)
    assert seat.end() == 0
    harmless_bytes(seat.raw)


def test_line_mode_and_every_command_print_nothing_of_it(
    desk: Desk, packs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def printed(*arguments: str | Path, typed: str = "no\n") -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        run([*map(str, arguments), "--home", str(desk.home)])
        out, err = capsys.readouterr()
        harmless(out + err)
        return out + err

    monkeypatch.chdir(desk.folder)
    Path("ev\x1b]0;OWNED\x07il.pdf").write_bytes(b"%PDF")
    typed = [EVIL, "dana@example.org", "skip", "both", "apply", "yes", f"what is {EVIL}?", f"attach ev{EVIL}.pdf"]
    typed += ["III", "yes", EVIL, "master", EVIL, EVIL, "May 2017", "attach ev\x1b]0;OWNED\x07il.pdf"]
    typed += ["review", "list", "board"]
    talk = printed("--plain", "--as-of", DAY, "--bundle", "evil.zip", typed="\n".join(typed) + "\n")
    assert "␛]0;OWNED␇" in talk
    entitled(desk)
    case, broken = printed("cases").partition(" ")[0], f"b{EVIL[4:30]}.zip"
    Path(broken).write_bytes(Path("evil.zip").read_bytes()[:-9] + EVIL.encode())
    assert printed("--plain", "--as-of", DAY)
    for command in (
        ("board", case),
        ("board", case, "--why", EVIL),
        ("plan", case),
        ("resume", EVIL),
        ("check", "evil.zip", broken),
        ("new", "--plain", "--packs", packs, "--pack", "evil/application"),
        ("flow", "check", "--packs", packs),
        ("delete", case),
    ):
        assert printed(*command)


def test_words_that_are_no_command_are_told_as_they_are(desk: Desk) -> None:
    harmless(desk.intake(EVIL.replace("\0", "")).err)
