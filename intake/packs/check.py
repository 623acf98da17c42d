"""The checker of packs: it proves of a pack what its grammar does not, or says which fault stands where.

The rules stand in `intake.packs.checks`, their codes in `intake.packs.checks.codes`.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from intake.collecting import uncollected
from intake.interview.flow import Flow
from intake.packs.checks.conditions import check_conditions
from intake.packs.checks.explore import Event, explore
from intake.packs.checks.facts import check_counting, check_facts, counting
from intake.packs.checks.fault import Fault, fault, listed, located
from intake.packs.checks.form import check_form, told_apart
from intake.packs.checks.migrations import check_chain, follow
from intake.packs.checks.paths import check_paths, events
from intake.packs.checks.phrases import check_glossary, check_options, check_phrases
from intake.packs.checks.prescreen import check_sheet
from intake.packs.checks.requirements import check_requirements, domains
from intake.packs.checks.verdicts import aims, check_verdicts, outlooks
from intake.packs.finding import Finding, PackError
from intake.packs.glossary import Glossary
from intake.packs.load import (
    Part,
    edition_part,
    editions,
    flow_part,
    flows,
    glossary_part,
    migration_part,
    migrations,
    misnamed,
    phrases_part,
    sheet_part,
    version_part,
)
from intake.packs.yaml import Place
from intake.understand.vocabulary import Vocabulary
from intake.words import _

_Model = TypeVar("_Model", bound=BaseModel)
_NO_WORDS = Vocabulary(phrases={}, about={})


class Report(NamedTuple):
    """What was checked; all that was found, by file and line; and how much was looked at.

    `states` and `paths` are of the interview, `figures` the kinds of figures that the rules tell apart; `flows` is how
    many of the names are flows.
    """

    names: tuple[str, ...]
    findings: tuple[Finding, ...]
    states: int = 0
    paths: int = 0
    figures: int = 0
    flows: int = 0


class _Flow(NamedTuple):
    """A flow and what lies beside it, as far as it can be read, and why the rest cannot."""

    name: str
    flow: Part[Flow] | None
    words: Part[Vocabulary] | None
    terms: Part[Glossary] | None
    #: what comes up on its paths; nothing where its names are not told apart
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]

    @property
    def rulebook(self) -> str:
        """The edition that judges it."""
        return self.flow.model.rulebook if self.flow else ""


def check(name: str = "") -> Report:
    """Check a flow with its words and the edition that judges it, one edition, or all of an association.

    Without a name all there are are checked. Raises PackError where there is none of that name.
    """
    known = [*flows(), *editions()]
    wanted = {each for each in known if not name or name in {each, each.partition("/")[0]}}
    unnamed = tuple(finding for path in misnamed(name) for finding in _unnamed(path))
    if not (known or unnamed):
        raise PackError(
            _("There are no packs here. A pack is a folder such as vaimh, with a flow in it, or rulebook/.")
        )
    if not (wanted or unnamed):
        raise PackError(_("There is no pack {name}. There are: {known}.").format(name=name, known=", ".join(known)))
    with uncollected():
        here = [_read_flow(each) for each in flows()]
        wanted |= {flow.rulebook for flow in here if flow.name in wanted}
        reports = [_check_flow(flow) for flow in here if flow.name in wanted]
        reports += [_check_edition(each, _reader(each, here)) for each in editions() if each in wanted]
    return _together([*reports, Report((), unnamed)])


def _unnamed(path: Path) -> list[Finding]:
    """The finding of a file or folder whose name no pack can have, so that what is in it is not checked."""
    return located([fault("file-misnamed", (), name=path.name)], {(): Place(path, 1)})


def _reader(edition: str, here: Sequence[_Flow]) -> _Flow | None:
    """The flow whose answers an edition reads: which it judges, of its association, or any."""
    return min((flow for flow in here if flow.events), key=lambda flow: _far(flow, edition), default=None)


def _far(flow: _Flow, edition: str) -> int:
    return 0 if flow.rulebook == edition else 1 if flow.name.partition("/")[0] == edition.partition("/")[0] else 2


def _together(reports: list[Report]) -> Report:
    names = tuple(name for report in reports for name in report.names)
    findings = tuple(sorted({finding for report in reports for finding in report.findings}))
    return Report(names, findings, *(sum(amounts) for amounts in zip(*(r[2:] for r in reports), strict=True)))


def _read_flow(name: str) -> _Flow:
    words, unheard = _read(lambda: phrases_part(name))
    terms, untold = _read(lambda: glossary_part(name))
    flow, unasked = _read(lambda: flow_part(name, words.model if words else _NO_WORDS))
    every = events(flow.model) if flow and told_apart(flow.model) else []
    return _Flow(name, flow, words, terms, tuple(every), (*unasked, *unheard, *untold))


def _read(load: Callable[[], Part[_Model] | None]) -> tuple[Part[_Model] | None, tuple[Finding, ...]]:
    """What is read, if it is here, or why it cannot be. Raises PackError where that is about no file."""
    try:
        return load(), ()
    except PackError as error:
        if not error.findings:
            raise
        return None, error.findings


def _check_flow(read: _Flow) -> Report:
    found = [*read.findings, *(located(check_glossary(read.terms.model), read.terms.places) if read.terms else ())]
    if read.flow is None:
        return Report((read.name,), tuple(found), flows=1)
    flow, places = read.flow.model, read.flow.places
    found += located([*_misnamed("flow", flow.flow, read.name), *_judged(flow), *check_form(flow)], places)
    if read.words:
        found += located(check_options(read.words.model, flow), places)
        found += located(check_phrases(read.words.model, flow), read.words.places)
    sheet, unread = _read(partial(sheet_part, read.name))
    found += unread
    if sheet and sheet.model.prescreen not in flows():
        found += located(
            [fault("pack-misnamed", ("prescreen",), name=sheet.model.prescreen, place=read.name)], sheet.places
        )
    elif sheet and sheet.model.prescreen == read.name:
        found += located(check_sheet(sheet.model, flow), sheet.places)
    found += located(check_chain(read.name, flow, migrations(read.name)), places)
    found += _check_migrations(read.name, read.words.model if read.words else _NO_WORDS, flow)
    if not read.events:
        return Report((read.name,), tuple(found), flows=1)
    explored = explore(read.events, {event.name for event in read.events})
    found += located([*check_conditions(flow), *check_paths(flow, read.events, explored)], places)
    return Report((read.name,), tuple(found), explored.states, explored.paths, flows=1)


def _check_migrations(name: str, words: Vocabulary, flow: Flow) -> Iterator[Finding]:
    """Every fault of the migrations to `flow`, each followed between the versions that are here."""
    versions = {flow.version: flow}
    for number in range(1, flow.version):
        older, unread = _read(partial(version_part, name, number, words))
        yield from unread
        if older is not None:
            versions[number] = older.model
    for number in range(2, flow.version + 1):
        part, unread = _read(partial(migration_part, name, number))
        yield from unread
        if part is not None:
            faults = follow(part.model.recorded(), versions.get(number - 1), versions.get(number))
            yield from located(faults, part.places)


def _check_edition(name: str, reader: _Flow | None) -> Report:
    """Check an edition with the flow whose answers it reads; without one, that it can be read."""
    part, found = _read(lambda: edition_part(name))
    if part is None or reader is None or reader.flow is None:
        return Report((name,), found)
    edition, flow = part.model, reader.flow.model
    domain = domains(edition, flow)
    known = {event.name: event for event in reader.events}
    asked = [*counting(edition, flow, known), *aims(edition, known, domain)]
    explored = explore([*reader.events, *asked], {event.name for event in asked})
    looks = outlooks(edition, domain)
    faults = [
        *_misnamed("edition", edition.edition, name),
        *check_facts(edition, flow),
        *check_counting(edition, known, explored),
        *check_requirements(edition, flow),
        *check_verdicts(edition, explored, looks),
    ]
    figures = sum(len(failing) for failing in looks.values() if failing)
    return Report((name,), tuple(located(faults, part.places)), explored.states, explored.paths, figures)


def _misnamed(key: str, name: str, place: str) -> Iterator[Fault]:
    if name != place:
        yield fault("pack-misnamed", (key,), name=name, place=place)


def _judged(flow: Flow) -> Iterator[Fault]:
    if flow.rulebook not in editions():
        reason = _("There is no rulebook {name}. There are: {names}.")
        yield fault("pack-missing", ("rulebook",), reason=reason.format(name=flow.rulebook, names=listed(editions())))
