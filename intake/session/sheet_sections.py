"""The sections of the interview that a call sheet takes answers of, and the answers that stand in them."""

from typing import Any

from msgspec.structs import replace

from intake.prescreen.parting import Section, place_of
from intake.prescreen.sheet import Sheet, Take
from intake.session.case import OpenCase
from intake.session.records import field_of
from intake.understand.records import Field

#: Values by section, entry and field.
Docs = dict[str, dict[str, dict[str, Any]]]


def sections_of(case: OpenCase, sheet: Sheet) -> dict[str, Section]:
    """The sections that the sheet takes answers of, with the cues of the sheet, else of the flow."""
    flow = case.pack.flow
    found = {}
    for name in sheet.sections:
        part = flow.sections[name]
        takes = sheet.takes_of(name)
        fields = tuple(_cued(field_of(part, part.by_field[take.question.partition(".")[2]]), take) for take in takes)
        needs = {take.question: needed for take in takes if (needed := take.needs or take.names)}
        title = part.repeat.title if part.repeat else ()
        called = tuple(map(str.casefold, part.aliases))
        named = any(line.named for line in sheet.lines if place_of(line) == name)
        found[name] = Section(name, part.repeat is not None, title, fields, needs, called, named)
    return found


def _cued(field: Field, take: Take) -> Field:
    cues = field.cues
    told = replace(cues, yes=take.yes or cues.yes, no=take.no or cues.no, given=True)
    return replace(field, cues=told)


def docs_of(case: OpenCase, sheet: Sheet) -> Docs:
    """All answers that stand, also those whose question does not come up yet."""
    return {
        name: {
            item.id: {field: a.value for field, a in item.answers.items() if a.status == "answered"}
            for item in case.projection.section(name).ordered()
        }
        for name in sheet.sections
    }
