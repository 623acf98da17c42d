"""The log of a year: trainings and hours of reflective supervision written down when they were had, in one sentence.

An entry is one of the lists that a renewal counts; what is not told of it is asked when the case is gone on with.
"""

import datetime as dt
from typing import Any

from intake.interview import commands as cmd
from intake.interview.flow import Section
from intake.interview.state import ONLY, Item
from intake.portfolio.edtf import bounds, spoken
from intake.rulebook.edition import Requirement
from intake.session import offers
from intake.session.case import OpenCase
from intake.session.planning import requirement_rows
from intake.session.records import field_of, fields_of
from intake.session.views import Message
from intake.session.wording import said
from intake.text import visible
from intake.understand.facts import Facts
from intake.understand.logged import READER, had, logged
from intake.understand.records import Field
from intake.understand.slots import Reading
from intake.understand.understanding import Statement
from intake.understand.words import capital
from intake.words import _

_EXAMPLE = _("had 1.5 h of RS with J. today; or: Touchpoints training, 6 hours, last Friday")
_HOW = "renewal.hours"
#: The lists that a log is kept in.
LOGGED = ("training", "supervision")


def log(case: OpenCase, words: str) -> list[Message]:
    """Write down what `words` say was had, and say how the year stands. Raises Refused with nothing written."""
    _require_listing(case)
    what = had(words)
    if what is None:
        raise cmd.Refused(_("Was that reflective supervision? Then say RS. Meetings about job performance are not."))
    section = case.pack.flow.sections[what]
    told = logged(words, _fields(case, section), case.as_of, _end_of_log(case))
    hours = told.found.get(f"{section.id}.hours")
    if hours is None or not hours[0].value:
        raise cmd.Refused(
            _("I could not tell how many hours that was. For example: {example}.").format(example=_EXAMPLE)
        )
    if hours[0].confirm:  # reckoned or guessed: a log takes no yes
        text = _("{ask} Say the hours in all, for instance: 3 hours of RS with J. today.")
        raise cmd.Refused(text.format(ask=visible(hours[0].confirm)))
    _require_past(case, told)
    entry = Statement(section.id, "", _found(case, section, told), words, told.left)
    how = cmd.Fill("renewal", ONLY, {"hours": cmd.Answer(_HOW, ONLY, "listed", "", READER)})
    begun = () if _HOW in case.projection.known else (how,)
    case.do(cmd.Take((*begun, offers.taken(entry))))
    return [Message("noted", offers.noted(case, entry), case.answered), *_not_used(told), *_standing(case)]


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


def _require_past(case: OpenCase, told: Facts) -> None:
    """Raises Refused for a day that has not come."""
    day = next((reading.value for name, (reading, _words) in told.found.items() if name.endswith(".date")), None)
    if isinstance(day, str) and bounds(day).earliest > case.as_of:
        text = _("{day} has not come yet. A log is of what was had; say which day that was, with its year.")
        raise cmd.Refused(text.format(day=capital(spoken(day))))


def _fields(case: OpenCase, section: Section) -> list[Field]:
    """What can be told of an entry; of reflective supervision its day, too."""
    own = [field for field in fields_of(section) if offers.takes_part(section, field.id)]
    if "date" in section.by_field:
        return own
    training = case.pack.flow.sections["training"]
    return [field for field in own if field.slot.kind != "span"] + [field_of(training, training.by_field["date"])]


def _found(case: OpenCase, section: Section, told: Facts) -> dict[str, tuple[Reading, str]]:
    """The facts by field; a day of reflective supervision as a span of that day, its format as it was before."""
    found = {name.partition(".")[2]: value for name, value in told.found.items()}
    if "date" not in section.by_field and (day := found.pop("date", None)) is not None:
        span = {"start": day[0].value, "end": day[0].value}
        found["span"] = (Reading(span, READER), day[1])
    for name, value in _as_before(case, section, found).items():
        found.setdefault(name, (Reading(value, READER), ""))
    return found


def _as_before(case: OpenCase, section: Section, found: dict[str, tuple[Reading, str]]) -> dict[str, str]:
    """How the supervision with the same person was the last time: alone or in a group."""
    if "provider" not in found or "format" not in section.by_field:
        return {}
    who = str(found["provider"][0].value).casefold()
    docs = (case.projection.docs[section.id][item.id] for item in _items(case, section))
    told = [doc["format"] for doc in docs if "format" in doc and str(doc.get("provider", "")).casefold() == who]
    return {"format": told[-1]} if told else {}


def _not_used(told: Facts) -> list[Message]:
    left = ", ".join(_("“{words}”").format(words=visible(part)) for part in told.left)
    return [Message("told", _("Not used: {words}.").format(words=left))] if left else []


def _standing(case: OpenCase) -> list[Message]:
    """How the lists of the year stand."""
    edition = case.assessment.edition
    if any(name not in case.projection.known for fact in edition.facts.values() for name in fact.years):
        return [Message("told", _("Which year it counts for is asked when you go on: intake resume."))]
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
