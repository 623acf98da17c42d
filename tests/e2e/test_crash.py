"""Killed at any moment: what was shown as saved is there, once, and the conversation goes on where it stood."""

import random
import re
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from desk import DAY
from lives import NEVER, Bearer, Moment, forked, lived, started

from intake.interview import events as ev
from intake.journal.store import Journal

#: Some forty answers and orders of every kind; each is one step of the log.
_TYPED = """
Dana Whitfield / dana.w@example.org / skip / live and work in Virginia / first time / yes / III
MSW / social work / VCU / May 2017 / no / no / not yet / no wait, they sent it / no
Child-Parent Psychotherapy / UCSF / January 2022 / 40
DC:0-5 training / Zero to Three / October 2023 / sixteen hours / no
parent-infant therapist / Chesterfield Infant Program / since feb 1, 2021 / full time / yes
babies and toddlers, parents / direct / yes / feb 1 2021 to june 30, 2023 / no
Weekly dyadic sessions with parents and babies. / undo / skip / change description to Sessions with parents and babies.
remove job 1 / undo / no / /export
"""
ANSWERS = _TYPED.strip().replace("\n", " / ").split(" / ")

#: What is typed on a call.
CALLED = ["she has a masters", "no membership", "no RS", "first time", "sheet", "script", "sheet", "script", "close"]

_QUESTION = re.compile(r"^(\[.+\] .+)$", re.MULTILINE)


@dataclass(frozen=True)
class Life:
    """What an undisturbed life gives, and how long it takes.

    `steps` says how many lines the log has after each step, `shown` how many bytes were shown; `opening` is the time to
    open the finished case, `seconds` that to give all answers.
    """

    log: list[bytes]
    steps: list[int]
    questions: list[str]
    bundle: bytes
    shown: int
    opening: float
    seconds: float


def arguments(folder: Path) -> list[str]:
    return ["--plain", "--home", str(folder / "home"), "--as-of", DAY, "--bundle", str(folder / "me.zip")]


def log_of(folder: Path) -> list[bytes]:
    """The lines of the one case in `folder`, each proven by the chain."""
    if not (folder / "home").exists():
        return []
    journal = Journal(folder / "home")
    try:
        cases = journal.cases()
        assert len(cases) <= 1, "a case is begun once"
        return journal.load(cases[0].id) if cases else []
    finally:
        journal.close()


def undisturbed(bear: Bearer, folder: Path) -> Life:
    lived(bear, ["cases", "--home", str(folder / "home")], [])  # loads what there is to load
    began = monotonic()
    shown, code = lived(bear, arguments(folder), ANSWERS)
    ended = monotonic()
    assert code == 0
    log, bundle = log_of(folder), (folder / "me.zip").read_bytes()
    steps = [ev.load(line).step for line in log]
    ends = [place for place, step in enumerate(steps, 1) if place == len(steps) or steps[place] != step]
    assert len(ends) == len(ANSWERS) + 1, "every answer is one step"
    lived(bear, arguments(folder), [])
    return Life(log, ends, _QUESTION.findall(shown), bundle, len(shown), monotonic() - ended, ended - began)


class Case:
    """A case that is killed again and again until it is whole."""

    def __init__(self, folder: Path, whole: Life) -> None:
        folder.mkdir()
        self.folder, self.whole, self.done = folder, whole, 0

    @property
    def left(self) -> float:
        """The share of the answers that is not in yet."""
        return 1 - self.done / len(ANSWERS)

    def live(self, bear: Bearer, end: Moment, *, patient: bool) -> bool:
        """One more life; whether it was ended by force."""
        before = self.done
        shown, code = lived(bear, arguments(self.folder), ANSWERS[before:], end, patient=patient)
        questions, log = _QUESTION.findall(shown), log_of(self.folder)
        assert code in {0, -9}
        assert log == self.whole.log[: len(log)], "nothing is changed, nothing is there twice"
        assert len(log) in (0, *self.whole.steps), "a step is there whole or not at all"
        self.done = self.whole.steps.index(len(log)) if log else 0
        assert self.done - before >= shown.count("Saved."), "what was shown as saved is there"
        assert questions[:1] in ([], [self.whole.questions[before]]), "it goes on where it stood"
        assert self.bundle() in (b"", self.whole.bundle), "a bundle is there whole or not at all"
        return bool(code)

    def bundle(self) -> bytes:
        """The bundle as it is on the disk; empty where there is none."""
        file = self.folder / "me.zip"
        return file.read_bytes() if file.exists() else b""


def moment(chance: random.Random, whole: Life, left: float) -> Moment:
    """Half of them spread over time; half over what is shown, and then at once or within the next answer.

    `left` is the share of the answers still to give; the bundle at the end takes as long as half of them.
    """
    if chance.random() < 0.5:
        return Moment(0, chance.uniform(0, whole.opening + max(left, 0.5) * whole.seconds))
    answer = whole.seconds / len(ANSWERS)
    return Moment(int(chance.uniform(0, left * whole.shown)), max(0.0, chance.uniform(-answer, answer)))


def killed(bear: Bearer, folder: Path, whole: Life, kills: int, seed: int) -> int:
    """Kill so many times, case after case; the number of cases that came to their end all the same."""
    chance, completed = random.Random(seed), 0
    case = Case(folder / "0", whole)
    while kills:
        if not case.left:
            completed += 1
            case = Case(folder / str(completed), whole)
        kills -= case.live(bear, moment(chance, whole, case.left), patient=chance.random() < 0.5)
    case.live(bear, NEVER, patient=True)
    assert not case.left
    assert case.bundle() == whole.bundle
    return completed + 1


def test_two_hundred_kills_lose_nothing_that_was_shown_as_saved(quick_folder: Path) -> None:
    (quick_folder / "whole").mkdir()
    (quick_folder / "killed").mkdir()
    whole = undisturbed(forked, quick_folder / "whole")
    assert killed(forked, quick_folder / "killed", whole, kills=200, seed=20260301) > 5


def test_kills_while_the_process_starts_lose_nothing(quick_folder: Path) -> None:
    (quick_folder / "whole").mkdir()
    (quick_folder / "killed").mkdir()
    whole = undisturbed(started, quick_folder / "whole")
    assert killed(started, quick_folder / "killed", whole, kills=8, seed=20260302)


def test_a_call_that_is_killed_is_gone_on_with_and_one_that_was_left_is_not(quick_folder: Path) -> None:
    call = ["prescreen", "--plain", "--home", str(quick_folder / "home"), "--as-of", DAY]
    whole, _code = lived(forked, [*call[:2], "--home", str(quick_folder / "other"), *call[4:]], CALLED)
    told = len(whole[: whole.index("So: Membership")].encode()) + 1
    assert lived(forked, call, CALLED, Moment(told))[1] == -9
    again, code = lived(forked, call, ["sheet"])
    assert code == 0
    assert again.startswith("Going on with this call: 0:00 on the line so far; ")
    assert "Education: Master's degree" in again
    assert "Membership: current member: no" in again
    assert "Going on" not in lived(forked, call, ["sheet"])[0]
