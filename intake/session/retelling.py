"""What stands in a case, taken from it and told again as the portfolio that it leads to."""

from functools import lru_cache
from typing import Any, NamedTuple

from msgspec.structs import replace

from intake.interview.present import Pin, Present
from intake.interview.projection import Projection
from intake.interview.restoring import admitted, content_of, present_of
from intake.interview.state import State
from intake.packs.load import Pack, load, load_version
from intake.packs.yaml import PackError
from intake.session import signatures
from intake.session.case import OpenCase
from intake.session.document import attachments_of, portfolio_of, requests_of


class _Told(NamedTuple):
    """What of a case a portfolio is made of."""

    pack: Pack
    projection: Projection
    state: State


def present_in(case: OpenCase) -> Present:
    """All that stands in a case, under the questions that it is shown under."""
    pin = case.pack.flow_pin
    items = {entry["item"] for entry in (*attachments_of(case), *requests_of(case))}
    content = case.state.content
    if content.signature:
        content = replace(content, signature=signatures.placed(case, content.signature))
    return present_of(content, Pin(pin.id, pin.version, pin.sha256), items)


def retold(present: Present) -> dict[str, Any] | None:
    """The portfolio that `present` leads to, without verdicts; None where its questions are not here.

    Raises Unfit for an answer that its question cannot have.
    """
    pack = questions_of(present.flow)
    if pack is None:
        return None
    content = content_of(admitted(present, pack.flow))
    return portfolio_of(_Told(pack, Projection(pack.flow, content), State(content=content)))


@lru_cache(maxsize=8)
def questions_of(pin: Pin) -> Pack | None:
    """The pack with the very version of a flow that `pin` names; None where it is not here."""
    try:
        pack: Pack | None = load(pin.id)
        if pack is not None and pack.flow_pin.version != pin.version:
            pack = load_version(pin.id, pin.version)
    except PackError:
        return None
    return pack if pack is not None and pack.flow_pin.sha256 == pin.sha256 else None
