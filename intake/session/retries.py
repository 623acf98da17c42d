"""Asking again: each time an answer cannot be taken, the next try is made easier.

First the reason with an example or the choices, then what the question means, then the ways round: skip, not sure,
or the answer piece by piece, with figures and choices alone.
"""

import datetime as dt
import re
from typing import NamedTuple

from intake.interview.flow import Question
from intake.interview.standing import Standing
from intake.understand.read import read
from intake.understand.slots import Again, Choice, Reading, Slot, Unsure
from intake.words import _

_MONTHS = [_("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August")]
_MONTHS += [_("September"), _("October"), _("November"), _("December")]
_STEP_BY_STEP = re.compile(
    r"\W*(?:step by step|one by one|piece by piece|(?:show (?:me )?)?(?:the |a )?form)\W*", re.IGNORECASE
)
_YEAR = Slot("number", least=1900, most=2200)
_MONTH = Slot("choice", choices=tuple(Choice(f"month_{n}", name) for n, name in enumerate(_MONTHS, start=1)))
_DAY = Slot("number", least=1, most=31)
_YES_NO = Slot("yes_no")


def declines(question: Question, words: str, today: dt.date) -> bool:
    """Whether `words` say no where a telephone or an e-mail is asked for: "nope", "I don't have one"."""
    got = read(words, _YES_NO, today) if question.kind in {"phone", "email"} else None
    plain = isinstance(got, Reading) and not got.value and not got.hedged
    return plain and not any(sign.isdigit() or sign == "@" for sign in words)


class Piece(NamedTuple):
    """One step of a form: its name, what is asked, and what is read."""

    name: str
    ask: str
    slot: Slot


class Form(NamedTuple):
    """The steps still to take, and what the ones before gave."""

    pieces: tuple[Piece, ...]
    given: tuple[tuple[str, str], ...] = ()

    @property
    def ask(self) -> str:
        """What is asked now."""
        return self.pieces[0].ask

    def take(self, words: str, today: dt.date) -> "Step | None":
        """The next step after `words`; None where they are no answer to this one."""
        piece, *rest = self.pieces
        got = read(words, piece.slot, today)
        if isinstance(got, Again) or (isinstance(got, Unsure) and piece.slot in (_YEAR, _YES_NO)):
            return None
        if isinstance(got, Reading) and got.confirm:
            return None
        given = (*self.given, (piece.name, _piece_said(piece, got)))
        left = _left(tuple(rest), given)
        if left:
            return Step(Form(left, given), "", left[0].ask)
        return Step(None, _assembled(dict(given)), "")


class Step(NamedTuple):
    """What a step leads to: the rest of the `form` and what to `say`, or the `words` of the whole answer."""

    form: Form | None
    words: str
    say: str


class Retry(NamedTuple):
    """How often the question that stands was not understood, and the form that is being filled in."""

    standing: Standing | None = None
    times: int = 0
    form: Form | None = None

    def failed(self, standing: Standing) -> "Retry":
        """One failure more, at this question."""
        return Retry(standing, self.times + 1 if standing == self.standing else 1)

    def at(self, standing: Standing) -> "Retry":
        """This, or nothing where another question stands now."""
        return self if standing == self.standing else Retry()


def form_of(question: Question) -> Form | None:
    """The pieces of an answer to `question`; None where it is asked for in one piece anyhow."""
    if question.kind == "date":
        return Form(_date("", _("Which year?"), _("Which month?"), _("Which day of the month?")))
    if question.kind == "span":
        start = _date("start_", _("In which year did it start?"), _("In which month?"), _("On which day of the month?"))
        end = _date("end_", _("In which year did it end?"), _("In which month?"), _("On which day of the month?"))
        return Form((*start, Piece("open", _("Does it still go on?"), _YES_NO), *end))
    return None


def wants_form(words: str) -> bool:
    """Whether the person wants to answer piece by piece."""
    return _STEP_BY_STEP.fullmatch(words) is not None


def reason(question: Question, why: str, count: int) -> str:
    """Why no answer could be taken, and what helps, more with each failure."""
    lines = [why]
    if question.example and _("For example") not in why:
        lines.append(_("For example: {example}.").format(example=question.example))
    if count > 1:
        lines.append(_("Type its number, or its name.") if question.choices else question.help)
    if count > 2:
        lines.append(_way_round(question))
    return "\n".join(lines) if count > 1 else " ".join(lines)


def _way_round(question: Question) -> str:
    if form_of(question):
        return _("You can also say step by step, and I ask for one figure at a time; or skip, or not sure.")
    return _("You can also say skip or not sure, and come back to it later.")


def _date(prefix: str, year: str, month: str, day: str) -> tuple[Piece, ...]:
    month = _("{ask} A number from 1 to 12, or not sure.").format(ask=month)
    asks = (("year", year, _YEAR), ("month", month, _MONTH), ("day", _("{ask} Or not sure.").format(ask=day), _DAY))
    return tuple(Piece(f"{prefix}{name}", ask, slot) for name, ask, slot in asks)


def _piece_said(piece: Piece, got: Reading | Unsure) -> str:
    if isinstance(got, Unsure):
        return ""
    if piece.slot is _MONTH:
        return _MONTHS[int(str(got.value).removeprefix("month_")) - 1]
    return str(got.value)


def _left(pieces: tuple[Piece, ...], given: tuple[tuple[str, str], ...]) -> tuple[Piece, ...]:
    """The pieces still to ask: no day without a month, no end of what still goes on."""
    last, said = given[-1]
    if last.endswith("month") and not said:
        return pieces[1:]
    return () if last == "open" and said == str(True) else pieces


def _assembled(given: dict[str, str]) -> str:
    if "start_year" not in given:
        return _date_said(given, "")
    start = _date_said(given, "start_")
    return f"since {start}" if given.get("open") == str(True) else f"{start} to {_date_said(given, 'end_')}"


def _date_said(given: dict[str, str], prefix: str) -> str:
    year, month, day = (given.get(f"{prefix}{name}", "") for name in ("year", "month", "day"))
    return f"{month} {day}, {year}" if day else f"{month} {year}".strip()
