"""The signature of the Code of Ethics: a record that stands by itself, and what a later change does to it."""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from intake.bundle import labels
from intake.interview import commands as cmd
from intake.interview import events as ev
from intake.interview.standing import Standing, can_ask
from intake.interview.state import ONLY
from intake.journal import chain
from intake.portfolio.signing import same_name
from intake.text import visible
from intake.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake.interview.state import Content
    from intake.session.case import OpenCase

#: The question whose answer is the signature.
NAME = "sign.name"
_REVIEWED = "review.ready"
#: Fields of the record that say again what stands above it where it is shown.
_JUST_SHOWN = frozenset({"shown", "copy_given"})
_SIGNED = b'"kind":"signed"'


def record(case: OpenCase, name: str, clock_name: str, portfolio_sha256: str) -> dict[str, str | bool]:
    """What typing `name` over a portfolio with this digest signs: what was shown, agreed to and meant, and when.

    Raises Refused where something else is shown.
    """
    _require_shown(case)
    flow, known = case.pack.flow, case.projection.known
    section = flow.sections["sign"]
    shown = "\n".join(filter(None, (section.intro, section.by_field["name"].ask)))
    consent: dict[str, str | bool] = {"consent": section.intro} if section.intro else {}
    return consent | {
        "document": flow.document,
        "version": str(known.get("ethics.version", flow.document_version)),
        "shown": shown,
        "shown_sha256": sha256(shown.encode()).hexdigest(),
        "intent": flow.intent,
        "name": name,
        "name_matches": same_name(name, str(known.get("applicant.name", ""))),
        "signed_at": case.clock().isoformat(timespec="seconds"),
        "clock": clock_name,
        "portfolio_sha256": portfolio_sha256,
        "copy_given": _("shown when it was signed; in every bundle, as data/signature.json and in the summary"),
    }


def _require_shown(case: OpenCase) -> None:
    """A name typed in passing, as in a list of all answers, signs nothing. Raises Refused."""
    if case.standing.question != NAME:
        raise cmd.Refused(_("A name signs under the words that it stands for. Say: sign the code. They come first."))


def copy_said(case: OpenCase) -> str:
    """The signature's whole record as lines: the copy that is given to whoever signed."""
    signature = case.state.content.signature
    record = placed(case, signature) if signature else {}
    lines = [
        f"  {labels.heading(field)}: {visible(labels.answer(field, value), one_line=True)}"
        for field, value in record.items()
        if field not in _JUST_SHOWN
    ]
    return "\n".join([_("Your copy of the record, which every bundle holds too:"), *lines])


def doubt(case: OpenCase, at: Standing, name: object) -> str:
    """What is read back before a name is signed that is not the applicant's; empty elsewhere.

    Raises Refused where it would be signed in passing.
    """
    if at.question != NAME:
        return ""
    _require_shown(case)
    applicant = str(case.projection.known.get("applicant.name", ""))
    if same_name(str(name), applicant):
        return ""
    told = _("The name on the application is “{applicant}”. Sign as “{name}” all the same?")
    return told.format(applicant=visible(applicant) or _("not given"), name=visible(str(name)))


class Place(NamedTuple):
    """A signature that was given, the number of its event in the log, and the hash of the log up to it.

    That hash is the journal's chain begun without the id of the case, so that it is the same wherever the same is said.
    """

    signature: dict[str, str | bool]
    event: int
    event_sha256: str


def places(lines: Sequence[bytes]) -> tuple[Place, ...]:
    """The signatures given in a log, in order; a log without any costs a look at its lines."""
    marked = [number for number, line in enumerate(lines, 1) if _SIGNED in line]
    found, last = [], chain.head("", ())
    for before, number in pairwise([0, *marked]):
        last, event = chain.onward(last, lines[before:number]), ev.load(lines[number - 1]).event
        if isinstance(event, ev.Signed):
            found.append(Place(event.signature, number, last.hex()))
    return tuple(found)


def placed(case: OpenCase, signature: dict[str, str | bool | int]) -> dict[str, Any]:
    """A signature with its place in the log of the case; as it is where it was given elsewhere."""
    place = next((place for place in reversed(case.signed) if place.signature == signature), None)
    return signature | {"event": place.event, "event_sha256": place.event_sha256} if place else dict(signature)


def again(case: OpenCase) -> None:
    """Go to the signature from wherever one stands. Raises Refused where the Code was not read."""
    if case.projection.known.get("ethics.read") is not True:
        raise cmd.Refused(_("The Code of Ethics is signed by who has read it. Say go to ethics, and whether you have."))
    if not can_ask(case.projection, NAME, ONLY):
        case.do(cmd.Answer(_REVIEWED, ONLY, value=True, reader="command"))
    case.do(cmd.GoTo(NAME))


def news(before: Content, after: Content) -> str:
    """What a change has done to a signature that was given; empty where it stands as it stood."""
    if before.signature is None or before.signature != after.signature:
        return ""
    if after.changed_since_signing and not before.changed_since_signing:
        return _(
            "You signed the answers as they were, so your signature no longer stands. To sign these, say: sign again."
        )
    if before.changed_since_signing and not after.changed_since_signing:
        return _("These are the answers that you signed, so your signature stands again.")
    return ""


def said(content: Content) -> list[str]:
    """How a signature stands, in a line; nothing where none was given."""
    if content.signature is None:
        return []
    signature = content.signature
    at = _("Signature of {name}, {time} ({clock})").format(
        name=signature["name"], time=signature["signed_at"], clock=signature["clock"]
    )
    if content.changed_since_signing:
        return [_("{at}: it no longer stands, as answers were changed since. Say: sign again.").format(at=at)]
    return [_("{at}: it stands over these answers.").format(at=at)]
