"""An offer that is told otherwise before it is agreed to: "no, Touchpoints, 12 hours", or a fact of it not known."""

import re

from intake.interview.flow import Section
from intake.session.case import OpenCase
from intake.session.offers import telling
from intake.understand.facts import IMPLIED, facts
from intake.understand.slots import Reading
from intake.understand.understanding import Statement


def restated(case: OpenCase, offer: Statement, words: str) -> Statement | None:
    """The offer with what `words` say of several of its facts anew; None where they say one or none."""
    section = case.pack.flow.sections[offer.section]
    got = facts(words, telling(section), case.as_of)
    said = {name.partition(".")[2]: value for name, value in got.found.items() if value[0].reader != IMPLIED}
    found = {name: told for name, told in said.items() if name in offer.found or _sure(section, name, told[1], words)}
    left = (*offer.left, *got.left, *(told[1] for name, told in said.items() if name not in found))
    return supplied(offer._replace(left=left), found) if len(found) > 1 and got.read else None


def _sure(section: Section, name: str, said: str, words: str) -> bool:
    """Whether a fact that was not offered before is told, and has its words not merely by their order."""
    question = section.by_field[name]
    leads = "|".join(map(re.escape, question.cues.after))
    led = bool(leads) and re.search(rf"\b(?:{leads})\s+{re.escape(said)}", words, re.IGNORECASE) is not None
    return question.kind != "text" or name == section.questions[0].field or led


def supplied(offer: Statement, found: dict[str, tuple[Reading, str]]) -> Statement:
    """The offer with other or more facts."""
    unsure = {name: words for name, words in offer.unsure.items() if name not in found}
    return offer._replace(found=offer.found | found, unsure=unsure)


def doubted(offer: Statement, name: str, words: str) -> Statement:
    """The offer with one of its facts not known."""
    found = {other: value for other, value in offer.found.items() if other != name}
    return offer._replace(found=found, unsure=offer.unsure | {name: words})
