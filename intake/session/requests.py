"""Requests for reference ratings, one file for each referee; and the referees' files that come back."""

from collections.abc import Callable
from pathlib import Path

from intake.bundle.attachments import keep
from intake.bundle.errors import BundleError
from intake.bundle.files import chunks, draft, opened
from intake.interview import commands as cmd
from intake.interview.flow import Flow
from intake.packs.load import flows, load_flow
from intake.packs.yaml import PackError
from intake.portfolio.rating import Request
from intake.references.distinct import Person, doubles
from intake.references.mix import mix_said
from intake.references.rating import read_rating, require_request
from intake.references.reading import LARGEST_RATING
from intake.references.request import RATING_NAME, fingerprint, request_bytes, request_id, request_name, request_of
from intake.references.sealing import is_sealed
from intake.session.case import OpenCase
from intake.session.wording import item_said
from intake.text import visible
from intake.words import _

#: How many ratings the page asks for.
_ASKED = 3
#: Gives as many random bytes as are asked for.
Random = Callable[[int], bytes]


def make_requests(case: OpenCase, waiver: bool, folder: Path, random: Random) -> list[str]:
    """Write a request file into `folder` for each referee that is named; what to say of it. Raises Refused.

    A referee whose request says the same as before gets the same one again. Nobody who is named twice gets two.
    """
    applicant = str(case.projection.known.get("applicant.name", ""))
    if not applicant:
        raise cmd.Refused(_("A request carries your name. Give it first: go to name."))
    docs = case.projection.docs["references"]
    items = [item.id for item in case.projection.section("references").ordered() if docs.get(item.id, {}).get("name")]
    if not items:
        raise cmd.Refused(_("Name the people who are to rate you first: go to references."))
    same, said = _doubles(applicant, [str(docs[item]["name"]) for item in items])
    written = [
        _requested(case, item, waiver, folder, random) for place, item in enumerate(items, start=1) if place not in same
    ]
    counted = _("{n} different people are named; the page asks for three.").format(n=len(items) - len(same))
    said += [counted] if len(items) - len(same) < _ASKED else []
    return [*written, *said, *_told(case, waiver, [str(docs[item].get("relation", "")) for item in items])]


def _doubles(applicant: str, names: list[str]) -> tuple[set[int], list[str]]:
    """Who is somebody who was named before, the applicant among them, by place from 1; and what to say of it."""
    people = [Person(name) for name in (applicant, *names)]
    found = doubles(people)
    text = _(
        "No request for {other}: the same person as {one} ({by}). The page asks for three ratings, and three different "
        "people are meant. Where they are two people, give both names in full."
    )
    said = {
        other: text.format(one=visible(people[one].name), other=visible(people[other].name), by=by)
        for one, other, by in reversed(found)
    }
    return set(said), list(said.values())


def _requested(case: OpenCase, item: str, waiver: bool, folder: Path, random: Random) -> str:
    made = case.state.content.requests.get(item)
    before = request_of(made.request) if made else None
    request = _request(case, item, waiver, before.id if before else request_id(random(16)))
    if before and before.model_copy(update={"made": request.made}) == request:
        request = before
    else:
        request = request if before is None else request.model_copy(update={"id": request_id(random(16))})
        case.do(cmd.Request(item, request.model_dump(mode="json")))
    path = folder / request_name(request)
    try:
        with draft(folder) as copy:
            copy.file.write(request_bytes(request))
            copy.publish(path)
    except OSError as error:
        text = _("The request could not be written to {folder}: {why}. Say it again to write it.")
        raise cmd.Refused(text.format(folder=visible(str(folder)), why=error.strerror)) from error
    text = _("Request for {name}: {path}")
    if before and before is not request:
        text = _("Request for {name}: {path}. It takes the place of the one before: a rating for that one is left out.")
    return text.format(name=item_said(case.projection, "references", item), path=visible(str(path)))


def _request(case: OpenCase, item: str, waiver: bool, name: str) -> Request:
    doc = case.projection.docs["references"][item]
    return request_of(
        {
            "id": name,
            "association": association(case),
            "applicant": str(case.projection.known["applicant.name"])[:500],
            "referee": str(doc["name"])[:500],
            "kind": doc.get("relation"),
            "waiver": waiver,
            "level": case.projection.known.get("target.level"),
            "edition": case.pack.edition.edition,
            "made": case.clock().date().isoformat(),
            "keys": fingerprint(keys(case)),
        }
    )


def _told(case: OpenCase, waiver: bool, kinds: list[str]) -> list[str]:
    """What goes with the files: the waiver, whether ratings will be sealed, and whom other guidance wants."""
    given = _("Recorded in them: you give up the right to see the ratings.")
    kept = _("Recorded in them: you keep the right to see the ratings, as far as there is one.")
    sealed = _(
        "Send each file to its referee, who answers with intake rate. The ratings come sealed: you cannot read them."
    )
    plain = _(
        "Send each file to its referee, who answers with intake rate. The association has given no key, so the ratings "
        "come unsealed and marked so: whoever holds the file can read it."
    )
    level = str(case.projection.known.get("target.level", ""))
    question = case.pack.flow.question("references.relation")
    labels = {choice.id: choice.label for choice in question.choices} if question else {}
    flow = _rating_flow(case)
    mix = flow.mix.get(level) if flow else None
    return [
        given if waiver else kept,
        sealed if keys(case) else plain,
        *(mix_said(mix, kinds, labels) if level else []),
    ]


def receive(case: OpenCase, path: Path, folder: Path) -> list[str]:
    """Keep a referee's file with the request that its name says; it is not read where it is sealed. Raises Refused."""
    found = RATING_NAME.fullmatch(path.name)
    if not found:
        text = _(
            "{name} is not called as intake rate calls a rating: rating-….age. Give it back the name that it came with."
        )
        raise cmd.Refused(text.format(name=visible(path.name, one_line=True)))
    request = _made(case, found[1])
    try:
        data = _small(path)
        _require_form(data, found[2], request)
        kept = keep(path, folder)
    except BundleError as error:
        raise cmd.Refused(str(error)) from error
    _require_once(case, kept.sha256, request.id)
    replaced = request.id in case.state.content.ratings
    case.do(cmd.Receive(request.id, kept.sha256, kept.size, found[2] == "age"))
    text = (
        _("Attached the rating by {name}, in place of the one before. Saved.")
        if replaced
        else _("Attached the rating by {name}. Saved.")
    )
    state = _("It is sealed; nobody has read it here.") if found[2] == "age" else _("It is not sealed, and marked so.")
    return [f"{text.format(name=visible(request.referee))} {state}"]


def _made(case: OpenCase, name: str) -> Request:
    requests = [request_of(made.request) for made in case.state.content.requests.values()]
    request = next((each for each in requests if each.id == name), None)
    if request is None:
        raise cmd.Refused(_("That rating answers a request ({id}) that this case has not made.").format(id=name))
    return request


def _small(path: Path) -> bytes:
    with opened(path) as file:
        data = b"".join(chunks(file, LARGEST_RATING + 1))
    if len(data) > LARGEST_RATING:
        raise BundleError(_("That file is too large for a rating. Ask the referee to send it again."))
    return data


def _require_form(data: bytes, suffix: str, request: Request) -> None:
    """A sealed file begins as such; one that is not sealed has to be for this request. Raises BundleError."""
    if suffix == "age" and not is_sealed(data):
        raise BundleError(_("That file is not sealed, though its name says so. Ask the referee to send it again."))
    if suffix == "json":
        require_request(read_rating(data), request)


def _require_once(case: OpenCase, sha256: str, request: str) -> None:
    for name, received in case.state.content.ratings.items():
        if received.sha256 == sha256 and name != request:
            raise cmd.Refused(
                _("That very file is attached for another request already. A rating stands for one alone.")
            )


def association(case: OpenCase) -> str:
    """The folder of the case's pack, such as vaimh."""
    return case.pack.flow.flow.partition("/")[0]


def keys(case: OpenCase) -> dict[str, str]:
    """The public keys of the case's association, by holder; none where it has given none."""
    flow = _rating_flow(case)
    return flow.public_keys if flow else {}


def _rating_flow(case: OpenCase) -> Flow | None:
    """The questions of a rating, with keys and guidance; None where the pack has none."""
    name = f"{association(case)}/rating"
    try:
        return load_flow(name)[0] if name in flows() else None
    except PackError as error:  # not the same as none: requests for unsealed ratings would go out
        raise cmd.Refused(str(error)) from error
