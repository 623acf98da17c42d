"""The log of a year: trainings and hours of reflective supervision written down when they were had, in one sentence.

An entry is one of the lists that a renewal counts; what is not told of it is asked when the case is gone on with.
"""

import datetime as dt
from typing import Any

from intake.interview import commands as cmd
from intake.interview.flow import Section
from intake.interview.standing import Standing, can_ask
from intake.interview.state import ONLY, Item
from intake.portfolio.edtf import bounds
from intake.rulebook.edition import Requirement
from intake.session import offers
from intake.session.case import OpenCase
from intake.session.planning import requirement_rows
from intake.session.views import Message
from intake.session.wording import said
from intake.session.year_notes import read
from intake.text import visible
from intake.understand.facts import Facts
from intake.understand.logged import READER
from intake.understand.slots import Reading
from intake.understand.understanding import Statement
from intake.words import _

_HOW = "renewal.hours"
#: The lists that a log is kept in.
LOGGED = ("training", "supervision")


def log(case: OpenCase, words: str) -> list[Message]:
    """Write down what `words` say was had, and say how the year stands. Raises Refused with nothing written."""
    _require_listing(case)
    section, told = read(case, words, _end_of_log(case))
    entry = Statement(section.id, "", _found(section, told), words, told.left)
    how = cmd.Fill("renewal", ONLY, {"hours": cmd.Answer(_HOW, ONLY, "listed", "", READER)})
    begun, before = () if _HOW in case.projection.known else (how,), case.standing
    case.do(cmd.Take((*begun, offers.taken(entry))))
    noted, at = Message("noted", _noted(case, section, entry), case.answered), _items(case, section)[-1]
    _go_back(case, before, section)
    return [noted, *_not_used(told), *_untold(case, section, at), *_standing(case)]


def _noted(case: OpenCase, section: Section, entry: Statement) -> str:
    text = _("Noted under {list}: {values}. Saved. (undo takes it back)")
    return text.format(list=section.title, values=offers.values_said(case, entry))


def _go_back(case: OpenCase, before: Standing, section: Section) -> None:
    """Stand where the person stood, or go on with the entry where that is its list.

    Where the year is not told yet, stand at that, as nothing counts without it.
    """
    elsewhere = [before] if before.section != section.id else []
    for place in (*(Standing(name, ONLY) for name in _years_untold(case)), *elsewhere):
        if can_ask(case.projection, place.question, place.item):
            case.do(cmd.GoTo(place.question, place.item))
            return


def _years_untold(case: OpenCase) -> list[str]:
    """The questions for the year that something is counted by, where they have no answer."""
    years = {name for fact in case.assessment.edition.facts.values() for name in fact.years}
    return sorted(years - case.projection.known.keys())


def _untold(case: OpenCase, section: Section, item: Item) -> list[Message]:
    """What is not told of an entry yet."""
    doc = case.projection.docs[section.id][item.id]
    names = [question.label for question in case.projection.asks(section.id, item.id) if question.field not in doc]
    text = _("Not told of it yet: {what}. That is asked later, as you go on.")
    return [Message("told", text.format(what=", ".join(names)))] if names else []


def _require_listing(case: OpenCase) -> None:
    if case.projection.known.get("applicant.purpose") != "renew":
        raise cmd.Refused(_("A log is kept in a renewal. Begin one: intake renew."))
    if case.projection.known.get(_HOW) == "totals":
        text = _("This renewal has the hours as totals. Say: change how the hours are told to one by one.")
        raise cmd.Refused(text)


def _end_of_log(case: OpenCase) -> dt.date:
    """The last day that a note may mean: today, or the end of the year that is renewed for."""
    year = case.projection.known.get("renewal.year")
    return min(case.as_of, bounds(year).latest) if year else case.as_of


def _found(section: Section, told: Facts) -> dict[str, tuple[Reading, str]]:
    """The facts by field; a day of reflective supervision as a span of that day."""
    found = {name.partition(".")[2]: value for name, value in told.found.items()}
    if "date" not in section.by_field and (day := found.pop("date", None)) is not None:
        span = {"start": day[0].value, "end": day[0].value}
        found["span"] = (Reading(span, READER), day[1])
    return found


def _not_used(told: Facts) -> list[Message]:
    left = ", ".join(_("“{words}”").format(words=visible(part)) for part in told.left)
    return [Message("told", _("Not used: {words}.").format(words=left))] if left else []


def _standing(case: OpenCase) -> list[Message]:
    """How the lists of the year stand."""
    if _years_untold(case):
        return [Message("told", _("Which year it counts for is not told yet. When you go on, that is asked first."))]
    edition = case.assessment.edition
    counted = {r.id for r in edition.requirements if _is_of_year(case, r)}
    rows = [row for row in requirement_rows(case.assessment, "renewal") if row.id in counted]
    return [Message("told", _row(row.title, row.word, row.ways[:1])) for row in rows]


def _row(title: str, word: str, ways: tuple[str, ...]) -> str:
    return " ".join([_("{title}: {word}.").format(title=title, word=word), *ways])


def _is_of_year(case: OpenCase, requirement: Requirement) -> bool:
    facts = case.assessment.edition.facts
    return any(facts[name].years for name in requirement.facts if name in facts)


def entries(case: OpenCase) -> list[str]:
    """The trainings and the reflective supervision that are listed, a line each with all that was told."""
    lists = [
        part for part in case.pack.flow.sections.values() if part.id in LOGGED and case.projection.relevant(part.id)
    ]
    return [_entry(part, case.projection.docs[part.id][item.id]) for part in lists for item in _items(case, part)]


def _items(case: OpenCase, part: Section) -> list[Item]:
    return case.projection.section(part.id).ordered()


def _entry(part: Section, doc: dict[str, Any]) -> str:
    told = (said(question, doc[question.field]) for question in part.questions if question.field in doc)
    return f"{part.title}: {', '.join(told)}"
