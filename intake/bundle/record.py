"""`data/answers.json`: all that stands in a case, so that a bundle can be opened as one (`intake.interview.present`).

Written the same for the same answers on every machine; read from anyone, with nothing in it trusted. It must tell what
the portfolio tells: with the questions at hand the portfolio is made of it again, and without them every value of the
portfolio must stand in it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from intake.bundle import bag
from intake.bundle.report import Finding
from intake.bundle.source import Source
from intake.bundle.strict import LARGEST, StrictError, parse
from intake.canonical import digest
from intake.interview.present import File, Present, Unfit, require_sound
from intake.portfolio.document import SINGLES
from intake.portfolio.records import LISTS
from intake.portfolio.schema import entitled
from intake.portfolio.signing import filled
from intake.text import shorten

#: Makes the portfolio that answers lead to, without verdicts; None where their questions are not here. Raises Unfit.
Retell = Callable[[Present], dict[str, Any] | None]

IDENTIFIER = "urn:intake:schema:answers:1"
_AGAIN = "Ask the sender for the bundle as it was first written."


def answers_schema() -> dict[str, Any]:
    """The schema of `data/answers.json`, Draft 2020-12. The committed copy is `schemas/answers.schema.json`."""
    return entitled(msgspec.json.schema(Present), IDENTIFIER, "All that stands in a case")


def record(present: Present) -> bytes:
    """The bytes of `data/answers.json`."""
    document = msgspec.to_builtins(present)
    return (json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False) + "\n").encode()


def read_record(source: Source) -> Present:
    """What stands in the bundle's answers, sound in itself. Raises StrictError or Unfit."""
    if source.sizes[bag.ANSWERS] > LARGEST:
        raise StrictError("json-too-large", f"is larger than {LARGEST >> 20} MiB")
    document = parse(b"".join(source.read(bag.ANSWERS)))
    try:
        present = msgspec.convert(document, Present)
    except msgspec.ValidationError as error:
        raise Unfit(_placed(str(error))) from error
    require_sound(present)
    return present


def _placed(message: str) -> str:
    """An error of msgspec, its place first: "Expected `str` - at `$.answers[0].item`"."""
    words, _, place = message.partition(" - at ")
    where = place.strip("`").removeprefix("$").lstrip(".").replace("[", ".").replace("]", "")
    return shorten(f"{where or 'the document'}: {words}", 300)


def check_record(source: Source, portfolio: Mapping[str, Any], retell: Retell | None) -> Iterator[Finding]:
    """What is wrong with the bundle's answers; nothing where it has none, as it then opens as no case."""
    if bag.ANSWERS not in source.sizes:
        return
    try:
        present = read_record(source)
        told = retell(present) if retell else None
    except StrictError as error:
        yield Finding(error.code, bag.ANSWERS, f"“{bag.ANSWERS}” {error}. {_AGAIN}")
    except Unfit as error:
        message = f"“{bag.ANSWERS}” is not as a conversation leads to: {shorten(str(error), 400)}. {_AGAIN}"
        yield Finding("answers-unfit", bag.ANSWERS, message)
    else:
        differing = _differing(portfolio, told) if told else _unsaid(portfolio, present)
        here, there = _enclosed(portfolio), _told_enclosed(present)
        differing = sorted({*differing, *(name for name in here if here[name] != there[name])})
        if differing:
            parts = shorten(", ".join(differing), 200)
            message = f"“{bag.ANSWERS}” and “{bag.PORTFOLIO}” tell different things ({parts}). {_AGAIN}"
            yield Finding("answers-differ", bag.ANSWERS, message)


def _differing(portfolio: Mapping[str, Any], told: Mapping[str, Any]) -> list[str]:
    """The parts under which two portfolios differ, apart from the verdicts."""
    names = (portfolio.keys() | told.keys()) - {"judged", *_ENCLOSED}
    return sorted(name for name in names if (filled(portfolio.get(name)) or None) != (filled(told.get(name)) or None))


#: The parts of a portfolio whose entries name files that went in or came back.
_ENCLOSED = ("attachments", "requests", "ratings")


def _enclosed(portfolio: Mapping[str, Any]) -> dict[str, list[tuple[Any, ...]]]:
    """What a portfolio tells of files and requests, as far as the answers do."""
    attachments, requests, ratings = (portfolio.get(name) or () for name in _ENCLOSED)
    return {
        "attachments": sorted(tuple(e.get(field) or "" for field in File.__struct_fields__) for e in attachments),
        "requests": sorted((e["item"], digest(e["request"]), e["sha256"]) for e in requests),
        "ratings": sorted(
            (e["request"], e["sha256"], e["size"], e["file"].endswith(".age"), e.get("code") or "") for e in ratings
        ),
    }


def _told_enclosed(present: Present) -> dict[str, list[tuple[Any, ...]]]:
    """The same, as the answers tell it."""
    made = [(request.item, digest(request.request)) for request in present.requests]
    return {
        "attachments": sorted(map(msgspec.structs.astuple, present.files)),
        "requests": sorted((item, found, found) for item, found in made),
        "ratings": sorted(map(msgspec.structs.astuple, present.ratings)),
    }


def _unsaid(portfolio: Mapping[str, Any], present: Present) -> list[str]:
    """The values of the portfolio that do not stand in the answers, by their place."""
    stands: dict[tuple[str, str], Any] = {
        (given.question, given.item): given.value for given in present.answers if given.status == "answered"
    }
    if present.signature:
        stands["ethics.lapsed" if present.signature.stale else "ethics.signature", ""] = present.signature.record
    single = ((name, "", portfolio.get(name) or {}) for name in SINGLES)
    listed = ((name, item["id"], item) for name in LISTS for item in portfolio.get(name) or ())
    unsaid = [
        f"{item or name}.{field}"
        for name, item, values in (*single, *listed)
        for field, value in values.items()
        if field != "id" and value is not None and stands.get((f"{name}.{field}", item)) != value
    ]
    flow = {"id": present.flow.id, "version": present.flow.version, "sha256": present.flow.sha256}
    return unsaid + ([] if portfolio.get("flow") == flow else ["flow"])
