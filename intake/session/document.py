"""A case as the document that goes into a bundle."""

import datetime as dt
import re
from typing import Any, Protocol

from intake.canonical import digest
from intake.interview.projection import Projection
from intake.interview.standing import Standing
from intake.interview.state import ONLY, State
from intake.packs.load import Pack, edition_of
from intake.packs.yaml import PackError
from intake.portfolio.document import SINGLES, answers
from intake.portfolio.records import FORMAT, LISTS, Judged, Pinned
from intake.rulebook.edition import Edition
from intake.rulebook.judging import judge
from intake.rulebook.verdicts import Verdict
from intake.session import signatures
from intake.session.attaching import files_of
from intake.session.case import OpenCase

_SLUG = re.compile(r"[^a-z0-9]+")


class Told(Protocol):
    """What of a case a document is made of: an open one has it, and so has one that is only read."""

    @property
    def pack(self) -> Pack:
        """The questions, and the rules that go with them."""
        ...

    @property
    def projection(self) -> Projection:
        """What follows from what was said."""
        ...

    @property
    def state(self) -> State:
        """What was said."""
        ...


def portfolio_of(case: Told) -> dict[str, Any]:
    """Everything the person said, in the shape of `data/portfolio.json`, not judged yet."""
    projection, content = case.projection, case.state.content
    pin = case.pack.flow_pin
    singles: dict[str, Any] = {name: dict(projection.docs.get(name, {}).get(ONLY, {})) for name in SINGLES}
    if content.signature:
        kept = "lapsed" if content.changed_since_signing else "signature"
        signature = content.signature
        singles["ethics"][kept] = signatures.placed(case, signature) if isinstance(case, OpenCase) else dict(signature)
    lists = {
        name: [
            {"id": i.id} | projection.docs[name][i.id]
            for i in projection.section(name).ordered()
            if i.id in projection.docs[name]
        ]
        for name in LISTS
    }
    return {
        "format": FORMAT,
        "association": case.pack.edition.association,
        **singles,
        **lists,
        "attachments": attachments_of(case),
        **_filled({"requests": requests_of(case), "ratings": ratings_of(case)}),
        "finished": [name for name in LISTS if projection.relevant(name) and projection.complete(name)],
        "approximate": [s.question if not s.item else f"{s.item}.{s.field}" for s in _hedged(projection)],
        "open": [_open(projection, s) for s in _unanswered(projection)],
        "asked": list(content.asked),
        "flow": {"id": pin.id, "version": pin.version, "sha256": pin.sha256},
    }


def judged_portfolio(case: OpenCase) -> tuple[dict[str, Any], tuple[Verdict, ...]]:
    """The document with what the rules say of it, and the proofs."""
    portfolio = portfolio_of(case)
    judged, proofs = judged_by(portfolio, case.pack.edition, case.pack.edition_pin, case.as_of)
    return portfolio | {"judged": judged.model_dump(mode="json")}, proofs


def judged_by(
    portfolio: dict[str, Any], edition: Edition, pin: Pinned, as_of: dt.date
) -> tuple[Judged, tuple[Verdict, ...]]:
    """What an edition says of a document; anyone can reckon it again."""
    return judge(edition, pin, answers(portfolio), as_of)


def attachments_of(case: Told) -> list[dict[str, Any]]:
    """The files that came with items that are asked for, in their order, with their names in the bundle."""
    return [
        {"item": f.item, "name": f.name, "file": f"{n:02d}-{slug(f.name)}", "sha256": f.sha256, "size": f.size}
        | {"type": f.type or None, "official": False}
        for n, f in enumerate(files_of(case), start=1)
    ]


def requests_of(case: Told) -> list[dict[str, Any]]:
    """The requests that were made, in the order of the entries that they are for."""
    made = case.state.content.requests
    items = [item.id for item in case.projection.section("references").ordered()]
    return [
        {"item": item, "request": made[item].request, "sha256": digest(made[item].request)}
        for item in items
        if item in made and item in case.projection.docs["references"]
    ]


def ratings_of(case: Told) -> list[dict[str, Any]]:
    """The referees' files that came for these requests, with their names in the bundle."""
    came = case.state.content.ratings
    ids = [str(entry["request"]["id"]) for entry in requests_of(case)]
    return [
        {
            "request": name,
            "file": f"{n:02d}-{name}.{'age' if came[name].sealed else 'json'}",
            "sha256": came[name].sha256,
            "size": came[name].size,
        }
        | ({"code": came[name].code} if came[name].code else {})
        for n, name in enumerate((name for name in ids if name in came), start=1)
    ]


def _filled(parts: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The parts that hold something: a portfolio without requests says nothing of them."""
    return {name: part for name, part in parts.items() if part}


def slug(name: str) -> str:
    """The name of a file in small plain letters and figures: "dana-whitfield.eml"."""
    stem, dot, suffix = name.casefold().rpartition(".")
    if not dot:
        stem, suffix = suffix, ""
    clean, ending = plain_name(stem)[:60].strip("-") or "file", _SLUG.sub("", suffix)[:8]
    return f"{clean}.{ending}" if ending else clean


def plain_name(text: str) -> str:
    """`text` in small plain letters and figures, a hyphen between them: "dana-whitfield"; empty where it has none."""
    return _SLUG.sub("-", text.casefold()).strip("-")


def _every(projection: Projection) -> list[Standing]:
    return [
        Standing(f"{section}.{question.field}", item)
        for section in (*SINGLES, *LISTS)
        if section in projection.flow.sections
        for item in ([i.id for i in projection.section(section).ordered()] if section in LISTS else [ONLY])
        for question in projection.asks(section, item)
    ]


def _hedged(projection: Projection) -> list[Standing]:
    found = ((s, projection.answer(s.question, s.item)) for s in _every(projection))
    return [s for s, answer in found if answer and answer.hedged]


def _unanswered(projection: Projection) -> list[Standing]:
    found = ((s, projection.answer(s.question, s.item)) for s in _every(projection))
    return [s for s, answer in found if answer is None or answer.status != "answered"]


def _open(projection: Projection, standing: Standing) -> dict[str, str | None]:
    answer = projection.answer(standing.question, standing.item)
    return {
        "question": standing.question,
        "item": standing.item or None,
        "why": answer.status if answer else "unanswered",
    }


def rejudge(portfolio: dict[str, Any]) -> tuple[dict[str, Any], tuple[Verdict, ...]] | None:
    """What the edition that a document names says of it: `judged` and the proofs; None where it is not here."""
    recorded = portfolio.get("judged") or {}
    try:
        found = edition_of(recorded["rulebook"]["id"], recorded["rulebook"]["sha256"])
    except (PackError, KeyError):
        return None
    if found is None:
        return None
    judged, proofs = judged_by(portfolio, *found, dt.date.fromisoformat(recorded["as_of"]))
    return judged.model_dump(mode="json"), proofs
