"""As many trainings as somebody has: each goes in, stays, and comes out, in order, with nothing capped."""

import datetime as dt
import json
import zipfile
from fractions import Fraction
from pathlib import Path
from typing import Any

from desk import DAY, Desk

from intake.bundle.check import check
from intake.interview import commands as cmd
from intake.session.document import rejudge
from intake.session.session import Session
from intake.session.start import open_session

BEFORE = ["Dana Whitfield", "dana.w@example.org", "skip", "live and work in Virginia", "first time", "yes", "III", "no"]
#: From here on a training is one command, since understanding twenty thousand sentences takes most of a minute.
MOST_TYPED = 101
AS_OF = dt.date.fromisoformat(DAY)


def training(number: int) -> tuple[str, str, str, Fraction]:
    """Title, provider, month, and hours in quarters."""
    year, month = divmod(number, 12)
    when = f"{2000 + year % 26}-{month + 1:02}"
    return f"Workshop W{number}", f"Provider {number % 7}", when, Fraction(number % 97 + 1, 4)


def typed(first: int, last: int) -> list[str]:
    """Everything that is typed for the trainings from `first` to `last`, and that there is no other."""
    each = (training(number) for number in range(first, last + 1))
    return [*(word for title, by, when, hours in each for word in (title, by, when, str(float(hours)))), "no"]


def tell(session: Session, first: int, last: int) -> None:
    """Tell the trainings from `first` to `last`, each by its own words, and that there is no other."""
    for words in (["/add training"] if first > 1 else BEFORE) + typed(first, last):
        turn = session.say(words)
        assert [message.text for message in turn.messages if message.kind == "problem"] == []


def give(session: Session, first: int, last: int) -> None:
    """Give the trainings from `first` to `last` all answers at once, as a sentence that was agreed to does."""
    for title, by, when, hours in (training(number) for number in range(first, last + 1)):
        said = {"title": title, "provider": by, "date": when, "hours": float(hours)}
        answers = {field: cmd.Answer("", "", value, str(value)) for field, value in said.items()}
        session.case.do(cmd.Fill("training", "", answers))
    session.case.do(cmd.Finish("training"))


def portfolio(bundle: Path) -> dict[str, Any]:
    """The document in a bundle that is in order."""
    report = check(bundle, rejudge)
    assert report.findings == ()
    with zipfile.ZipFile(bundle) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("data/portfolio.json"))
        document: dict[str, Any] = json.loads(archive.read(name))
    return document


def assert_all_there(document: dict[str, Any], count: int) -> None:
    """All trainings are in `document` in the order in which they were told, and its totals are their plain sums."""
    told = [training(number) for number in range(1, count + 1)]
    kept = [(t["title"], t["provider"], t["date"], Fraction(t["hours"])) for t in document["training"]]
    assert kept == told
    assert len({t["id"] for t in document["training"]}) == count
    total = float(sum((hours for *_rest, hours in told), Fraction(0)))
    assert document["judged"]["totals"]["training_hours"] == {"strict": total, "loose": total}
    assert document["judged"]["totals"]["training_items"] == {"strict": count, "loose": count}


def test_every_training_that_is_told_comes_out_of_the_bundle(quick_folder: Path) -> None:
    told = 0
    for count in (1, 100, 101, 1_000, 5_000):
        session = open_session(quick_folder, as_of=AS_OF)
        session.open()
        (tell if count <= MOST_TYPED else give)(session, told + 1, count)
        session.export(quick_folder / "told.zip")
        session.close()
        resumed = open_session(quick_folder, as_of=AS_OF)
        resumed.export(quick_folder / "resumed.zip")
        proof = resumed.proof("portfolio")
        resumed.close()
        assert_all_there(portfolio(quick_folder / "told.zip"), count)
        assert (quick_folder / "resumed.zip").read_bytes() == (quick_folder / "told.zip").read_bytes()
        assert all(f"Counted: Workshop W{number}, " in proof for number in range(1, count + 1))
        told = count


def test_a_hundred_trainings_from_a_file_survive_a_new_process(desk: Desk) -> None:
    lines = BEFORE + typed(1, 100)
    first = desk.intake("--plain", "--as-of", DAY, typed="\n".join(lines[:200]) + "\n")
    then = desk.intake("--plain", "--as-of", DAY, typed="\n".join(lines[200:]) + "\n")
    exported = desk.intake("export", "dana", "--to", "dana.zip", "--as-of", DAY)
    assert (first.code, then.code, exported.code) == (0, 0, 0)
    assert then.out.startswith("  Welcome back.")
    assert_all_there(portfolio(desk.folder / "dana.zip"), 100)
