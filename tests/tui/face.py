"""A small honest session in memory: five questions of different kinds, undo and redo, and a plain word on nonsense."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from intake.portfolio.months import Period
from intake.session.errands import Errands
from intake.session.views import (
    Beside,
    BoardRow,
    Entries,
    Entry,
    Message,
    Option,
    OutlineRow,
    PlanRow,
    Prompt,
    RequirementRow,
    ReviewRow,
    Trial,
    Turn,
)
from intake.timeline.values import Lane, Mark, Measure, Overlap, Share, Timeline

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip


@dataclass(frozen=True)
class Question:
    """A question and the function that reads its answer; the function gives None for what it cannot take."""

    id: str
    section: str
    label: str
    ask: str
    kind: str
    read: Callable[[str], str | None]
    options: tuple[Option, ...] = ()
    example: str = ""
    why: str = "The association's page asks for it."


def yes_no(text: str) -> str | None:
    """Yes, No or Not sure."""
    return {"y": "Yes", "yes": "Yes", "n": "No", "no": "No", "not sure": "Not sure"}.get(text.casefold())


def one_of(*labels: str) -> Callable[[str], str | None]:
    """A reader of one label, whatever its case."""
    known = {label.casefold(): label for label in labels}
    return lambda text: known.get(text.casefold())


def some_of(*labels: str) -> Callable[[str], str | None]:
    """A reader of several labels with commas between them."""
    one = one_of(*labels)

    def read(text: str) -> str | None:
        found = [one(part.strip()) for part in text.split(",")]
        return ", ".join(label for label in found if label) if all(found) else None

    return read


def month(text: str) -> str | None:
    """A month and a year as "May 2017"."""
    match = re.fullmatch(r"([a-z]{3,})\s+(\d{4})", text.strip().casefold())
    names = [name for name in MONTHS if match and name.casefold().startswith(match[1])]
    return f"{names[0]} {match[2]}" if match and names else None


LEVELS = ("I Infant Family Associate", "II Infant Family Specialist", "III Infant Mental Health Specialist")
AGES = ("Birth to 3", "Ages 3 to 5", "Older children", "Caregivers")


def options(*labels: str) -> tuple[Option, ...]:
    """Options with ids made from their labels."""
    return tuple(Option(label.casefold().replace(" ", "_"), label) for label in labels)


YES_NO = options("Yes", "No")

QUESTIONS = (
    Question(
        "membership.current",
        "Prerequisites",
        "Member of the association",
        "Are you a member of the Virginia Association for Infant Mental Health right now?",
        "yes_no",
        yes_no,
        YES_NO,
    ),
    Question(
        "target.level",
        "Level",
        "Level",
        "Which level do you apply for?",
        "choice",
        one_of(*LEVELS, "Not sure"),
        options(*LEVELS),
    ),
    Question(
        "education.awarded",
        "Education",
        "Graduation",
        "When did you finish your degree? A month and a year are enough.",
        "date",
        month,
        example="May 2017",
    ),
    Question(
        "work.ages",
        "Paid work",
        "Ages",
        "Which ages did you work with? Choose all that fit.",
        "choices",
        some_of(*AGES),
        options(*AGES),
    ),
    Question(
        "work.description",
        "Paid work",
        "What you did",
        "What did you do there, in a few sentences?",
        "text",
        lambda text: text or None,
        example="home visits with parents and infants",
    ),
)

START, DEGREE, SECOND, TODAY = (
    dt.date(2018, 1, 1), dt.date(2019, 5, 1), dt.date(2024, 9, 1), dt.date(2026, 3, 1),
)  # fmt: skip


def lane(item: str, title: str, start: dt.date | None, **more: object) -> Lane:
    """A job from `start` to today, or one without dates."""
    time = Period(start, TODAY) if start else None
    when = f"{start.year} – now" if start else ""
    told = {"section": "work", "number": int(item[-1]), "approximate": False, "ongoing": bool(start), "ahead": None}
    known = {
        "when": when,
        "sure": time,
        "perhaps": time,
        "facts": (("paid", "yes"),),
    }
    return Lane(item=item, title=title, **(told | known | more))  # type: ignore[arg-type]


def measure(level: str, number: str, title: str, counts: tuple[Period, ...], out: tuple[Period, ...]) -> Measure:
    """What counts toward a level."""
    months = {"needed": 24, "strict": 24 if counts else 0, "loose": 24, "possible": None}
    return Measure(
        f"{level}.work", level, number, title, "not_met", "paid_months", "months of work", "work",
        **months, counts=counts, perhaps=(), unknown=(), out=out,  # type: ignore[arg-type]
    )  # fmt: skip


TIMELINE = Timeline(
    as_of=TODAY,
    aimed="ifs",
    scale=Period(START, dt.date(2026, 4, 1)),
    lanes=(
        lane("work-1", "Home visitor, County", dt.date(2020, 6, 1)),
        lane("work-2", "Trainer, University", SECOND, sure=None),
        lane("work-3", "Volunteer, Church", None),
    ),
    marks=(Mark("education.awarded", "", "Master's degree", "May 2019", DEGREE, dt.date(2019, 5, 31)),),
    overlaps=(Overlap(Period(SECOND, TODAY), (), ("work-1", "work-2"), (0, 18)),),
    measures=(
        measure(
            "ifs", "II", "Two years of paid work", (Period(SECOND, TODAY),), (Period(dt.date(2020, 6, 1), SECOND),)
        ),
        measure("imhs", "III", "Two years of supervised work", (), (Period(dt.date(2020, 6, 1), TODAY),)),
    ),
)

GREETING = (
    "Infant Mental Health Endorsement, Virginia. I help you put together an application. I record what you tell me "
    "and show what the published rules say about it. Only the association decides. Everything is saved on this "
    "computer as you go; leave whenever you like."
)


@dataclass
class Memory:
    """A `Face` over a dictionary. `steps` holds every earlier state, so undo is exact; `heard` all that was said."""

    id: str = "k7f2qx"
    pack: str = "Virginia IMH-E® · page of about 2015"
    title: str = "Dana Whitfield"
    saved_at: str = ""
    today: dt.date = TODAY
    guest: bool = False
    judged: bool = True
    questions: tuple[Question, ...] = QUESTIONS
    past: tuple[Message, ...] = ()
    draft: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    steps: list[dict[str, str]] = field(default_factory=list)
    undone: list[dict[str, str]] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    at: str = ""
    closed: bool = False
    jobs: tuple[str, ...] = ()
    errands: Errands = field(default_factory=Errands)

    @staticmethod
    def with_options(question: Question, count: int) -> Question:
        """The question with this many options."""
        labels = [f"Option {index + 1}" for index in range(count)]
        return replace(question, options=options(*labels), read=one_of(*labels))

    def open(self) -> Turn:
        """The greeting."""
        return self._turn(Message("told", GREETING))

    def say(self, text: str) -> Turn:
        """A command or an answer."""
        self.heard.append(text)
        question = self._standing()
        match text.casefold():
            case "undo":
                return self._step_back(self.steps, self.undone)
            case "redo":
                return self._step_back(self.undone, self.steps)
            case "pause":
                return Turn((Message("told", "All is saved."),), self._prompt(question), over=True)
            case "open case c0":
                return Turn((), self._prompt(question), other="c0")
            case "why":
                return self._turn(Message("told", question.why))
            case "keep" if question.id in self.answers:
                return self._settle(Message("told", "Kept."))
        return self._answer(question, text)

    def change(self, question: str, item: str, text: str) -> Turn:  # noqa: ARG002 - no lists here
        """An answer in place."""
        return self._answer(next(each for each in self.questions if each.id == question), text)

    def visit(self, question: str, item: str) -> Turn:  # noqa: ARG002 - no lists here
        """A jump."""
        self.at = question
        return self._turn()

    def settle(self, done: object) -> Turn:
        """What long work came to."""
        return self._turn(*self.errands.settle(done))

    def live(self, text: str) -> str:
        """The reading, where the question is one of a date."""
        question = self._standing()
        return (question.read(text) or "") if question.kind == "date" else ""

    def outline(self) -> Sequence[OutlineRow]:
        """A row a section."""
        return [self._outline_row(section) for section in dict.fromkeys(each.section for each in self.questions)]

    def board(self) -> Sequence[BoardRow]:
        """Three rows; one is met when its two questions are answered."""
        told = len(self.answers)
        member = self.answers.get("membership.current") == "Yes"
        return [
            BoardRow("prerequisites", "", "Prerequisites", "met" if member else "not_met",
                     "Met by your answers" if member else "Not met", int(member), 1,
                     () if member else ("membership",)),
            BoardRow("ifa", "I", "Infant Family Associate", "met" if told > 2 else "need_information",
                     "Met by your answers" if told > 2 else "Need more information", min(told, 3), 3,
                     () if told > 2 else ("degree or 2 years of work",)),
            BoardRow("imhs", "III", "Infant Mental Health Specialist", "confirm", "Confirm with the association",
                     min(told, 5), 7, ("exam", "1 reference", "supervised months")),
        ]  # fmt: skip

    def endings(self) -> Sequence[str]:
        """Nothing is renewed."""
        return ()

    def to_do(self) -> tuple[Sequence[str], Sequence[str]]:
        """Fixed lists."""
        return ("renew membership",), ("VCU: official transcript",)

    def asked(self, question: str, item: str) -> Prompt:  # noqa: ARG002 - no lists here
        """As it would stand."""
        return self._prompt(next(each for each in self.questions if each.id == question))

    def review(self) -> Sequence[ReviewRow]:
        """A row a question."""
        return [
            ReviewRow(each.id, "", each.section, each.label, self.answers.get(each.id, ""),
                      "answered" if each.id in self.answers else "unanswered")
            for each in self.questions
        ]  # fmt: skip

    def requirements(self, row: str) -> Sequence[RequirementRow]:
        """Two of every row: one met, and one open, with two ways to it."""
        ways = ("begin with the exam", "wait a year")
        return [
            RequirementRow(f"{row}.work", "", "Supervised work", "met", "Met by your answers"),
            RequirementRow(f"{row}.exam", "The exam", "The exam itself", "not_met", "Not met", "Yours to do", ways),
        ]

    def row(self, question: str, item: str) -> ReviewRow | None:  # noqa: ARG002 - no lists here
        """The row of a question."""
        return next((row for row in self.review() if row.question == question), None)

    def why(self, question: str, item: str) -> str:  # noqa: ARG002 - no lists here
        """The reason of a question."""
        return next((f"{q.label}: {q.why}" for q in self.questions if q.id == question), "Not asked any more.")

    def entries(self) -> Entries | None:
        """The jobs, while paid work is asked about."""
        if self._standing().section != "Paid work" or not self.jobs:
            return None
        rows = [Entry(f"work-{n}", "work.ages", (job, "February 2021 – now")) for n, job in enumerate(self.jobs, 1)]
        return Entries("work", "Paid work", ("job title", "dates"), rows, len(rows) - 1)

    def summary(self) -> str:
        """All answers."""
        return "\n".join(f"{row.label}: {row.value}" for row in self.review())

    def proof(self, row: str) -> str:
        """A few lines."""
        return "\n".join(
            (
                f"Rule of {row}\n  Rule:  at least 24 months of supervised work",
                "  Yours: 27 to 29 months (days not given; the shorter reading counts)",
                '  Source: VAIMH page, "A Brief Overview", item 3: "a minimum of 2 years supervised work experience"',
            )
        )

    def editions(self) -> Sequence[tuple[str, str]]:
        """Two others."""
        return [("vaimh/later", "Virginia, later pages"), ("okaimh/levels", "Oklahoma")]

    def comparison(self, edition: str) -> Beside:
        """A few lines; the first of the editions says the same as the case's own."""
        text = f"vaimh/seed → {edition}\n▸ I Associate: Met → Confirm\nOther verdict (1)\nifa.route · Route\n  Rule: …"
        same = edition == self.editions()[0][0]
        return Beside(not same, "nothing differs" if same else "other verdict: 1", text)

    def plan(self) -> Sequence[PlanRow]:
        """The board's rows, with nothing open in them."""
        return [PlanRow(r.id, r.number, r.title, r.verdict, r.word, r.met, r.total, ()) for r in self.board()]

    def timeline(self) -> Timeline:
        """Two jobs that overlap, one without dates, a degree, and what counts toward two levels."""
        return TIMELINE

    def shares(self, shown: Timeline, item: str) -> Sequence[Share]:  # noqa: ARG002 - the same for all
        """Every job counts toward the first, and none toward the second."""
        return [Share(0, "counted", "24 months", ""), Share(1, "out", "", "it was not supervised")]

    def trial(self, words: Sequence[str]) -> Trial:
        """Nothing is understood, and nothing moves."""
        return Trial("2026-03-01", (), (), tuple(words), (), ())

    def history(self) -> Sequence[Message]:
        """What the test put there."""
        return self.past

    def keep_draft(self, words: str) -> None:
        """Remember it."""
        self.draft = words

    def close(self) -> None:
        """Remember that it was closed."""
        self.closed = True

    def _answer(self, question: Question, text: str) -> Turn:
        value = question.read(text)
        if value is None:
            problem = f"I could not take that as an answer to “{question.label}”. For example: {_example(question)}."
            return self._turn(Message("problem", problem))
        self.steps.append(dict(self.answers))
        self.undone.clear()
        before = self.answers.get(question.id)
        self.answers[question.id] = value
        change = f"{before} → {value}" if before else value
        return self._settle(Message("noted", f"Noted: {question.label}: {change}. Saved.", (question.id, "")))

    def _settle(self, message: Message) -> Turn:
        self.at = ""
        self.saved_at = "10:42:07"
        return self._turn(message, saved=True)

    def _step_back(self, source: list[dict[str, str]], target: list[dict[str, str]]) -> Turn:
        if not source:
            return self._turn(Message("told", "There is nothing to take back."))
        target.append(self.answers)
        self.answers = source.pop()
        return self._settle(Message("noted", "Done."))

    def _standing(self) -> Question:
        open_questions = [each for each in self.questions if each.id not in self.answers]
        visited = [each for each in self.questions if each.id == self.at]
        return (visited or open_questions or [self.questions[-1]])[0]

    def _turn(self, *messages: Message, saved: bool = False) -> Turn:
        return Turn(messages, self._prompt(self._standing()), saved=saved)

    def _prompt(self, question: Question) -> Prompt:
        return Prompt(
            question=question.id,
            item="",
            where=f"{question.section} · question {self.questions.index(question) + 1} of {len(self.questions)}",
            ask=question.ask,
            kind=question.kind,
            options=question.options,
            unsure=question.kind in {"choice", "yes_no"},
            example=question.example,
            current=self.answers.get(question.id, ""),
        )

    def _outline_row(self, section: str) -> OutlineRow:
        ids = [each.id for each in self.questions if each.section == section]
        told = sum(each in self.answers for each in ids)
        if self._standing().section == section:
            return OutlineRow(ids[0].partition(".")[0], section, "here", f"{told} of {len(ids)}")
        state: Literal["done", "begun", "open"] = "done" if told == len(ids) else "begun" if told else "open"
        return OutlineRow(ids[0].partition(".")[0], section, state, "")


def _example(question: Question) -> str:
    return question.example or ", ".join(option.label for option in question.options) or "yes"
