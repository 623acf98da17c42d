"""`intake references`, `rate`, `keys`: asking for ratings, the referee's interview, and what staff do with ratings."""

import argparse
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake.cli.written import print_json
from intake.text import visible
from intake.words import _

if TYPE_CHECKING:
    from intake.references.opening import Opened

WANTING = 1
_KEYS = _(
    "Two secret keys are written to {folder}: office.key and backup.key. Keep office.key where ratings are opened,\n"
    "and backup.key apart from it, off this computer. Who has one can open every rating; where both are lost, nobody\n"
    "can. Put these lines into the pack's rating.yaml:"
)


def references(options: argparse.Namespace) -> int:
    """Make requests, attach what came back, open it, or confirm it by the code that was read out."""
    actions = {"request": request, "attach": attach, "open": show, "confirm": confirm}
    return actions[options.action](options)


def request(options: argparse.Namespace) -> int:
    """Write a request for each referee that is named in a case."""
    from intake.session.requests import make_requests

    session = _session(options, options.case)
    try:
        waiver = options.waive if options.waive is not None else _waiver()
        lines = make_requests(session.case, waiver, options.to, secrets.token_bytes)
    finally:
        session.close()
    print("\n".join(lines))
    return 0


def _waiver() -> bool:
    """What is answered to the question of the waiver. Raises Refused where nobody answers."""
    from intake.interview.commands import Refused
    from intake.session.orders import WAIVER

    print(WAIVER, end=" ", flush=True)
    said = sys.stdin.readline().strip().casefold()
    if said not in {"y", "yes", "n", "no"}:
        raise Refused(_("Say yes or no, or give --waive or --keep-right. No request was written."))
    return said.startswith("y")


def attach(options: argparse.Namespace) -> int:
    """Put a referee's file with the request that it answers, unread."""
    session = _session(options, options.case)
    try:
        handover = session.talker.handover
        print("\n".join(handover.receive(options.file)))
    finally:
        session.close()
    return 0


def _session(options: argparse.Namespace, case: str) -> Any:
    from intake.session.start import open_session

    return open_session(getattr(options, "home", None), case=case, as_of=getattr(options, "as_of", None))


def show(options: argparse.Namespace) -> int:
    """Open the ratings in a bundle, or one that came by itself; 1 where something is wrong with one."""
    from intake.references.opening import same_people

    found, portfolio = _opened(options, options.code or [])
    doubles = same_people(found, portfolio)
    if options.json:
        print_json({"ratings": [_wire(one) for one in found], "same_people": doubles})
    else:
        print("\n\n".join(_text(one) for one in found) or _("There is no rating in it."))
        print("".join(f"\n! {visible(line)}" for line in doubles), end="\n" if doubles else "")
    return WANTING if doubles or any(one.state == "refused" for one in found) else 0


def confirm(options: argparse.Namespace) -> int:
    """Say whether a code that was read out is that of a rating; 1 where it is of none."""
    from intake.references.opening import codes_heard

    found, _portfolio = _opened(options, options.codes, note=True)
    codes = set(codes_heard(options.codes))
    confirmed = [one for one in found if one.code in codes]
    for one in confirmed:
        print(_head(one))
    if confirmed:
        print(_NOTED if _is_case(options.source) else _NOT_NOTED)
    if len(confirmed) < len(codes):
        print(_("A code fits no rating here: it was read out for another file, or the rating was exchanged."))
        return WANTING
    return 0


_NOTED = _("Noted in the case; the bundles written from it say so.")
_NOT_NOTED = _(
    "That is noted nowhere. To have it noted, open the bundle as a case, and confirm the ratings of the case."
)


def _is_case(source: Path) -> bool:
    """Whether what was named is neither a bundle nor a file, and so the id or title of a case."""
    return not source.exists() and source.suffix not in {".zip", ".age", ".json"}


def _opened(
    options: argparse.Namespace, words: list[str], *, note: bool = False
) -> "tuple[list[Opened], dict[str, Any] | None]":
    """The ratings in what was named, opened; where it is a case, what is confirmed is noted in it."""
    from intake.bundle.enclosed import references as enclosed
    from intake.bundle.files import chunks
    from intake.bundle.files import opened as opened_file
    from intake.references.keys import read_keys
    from intake.references.opening import codes_heard, opened_ratings
    from intake.references.reading import LARGEST_RATING

    codes = codes_heard(words)
    identities = read_keys(options.key) if options.key else []
    path: Path = options.source
    if _is_case(path):
        return _of_case(options, identities, codes, note=note)
    if path.is_dir() or path.suffix == ".zip":
        portfolio, files = enclosed(path, LARGEST_RATING)
        return opened_ratings(files, portfolio, identities, codes), portfolio
    with opened_file(path, follow=True) as file:
        data = b"".join(chunks(file, LARGEST_RATING + 1))
    return opened_ratings({path.name: data}, None, identities, codes), None


def _of_case(
    options: argparse.Namespace, identities: list[str], codes: list[str], *, note: bool
) -> "tuple[list[Opened], dict[str, Any]]":
    from intake.session.confirming import note_confirmed, open_ratings

    session = _session(options, str(options.source))
    try:
        found, portfolio = open_ratings(session.case, session.talker.handover.folder, identities, codes)
        if note:
            note_confirmed(session.case, found)
    finally:
        session.close()
    return found, portfolio


def _head(one: "Opened") -> str:
    seal = _("sealed") if one.sealed else _("NOT SEALED")
    states = {"confirmed": _("confirmed by its code"), "unconfirmed": _("unconfirmed"), "refused": _("refused")}
    return _("{file}: {seal}, {state}").format(
        file=visible(one.file, one_line=True), seal=seal, state=states[one.state]
    )


def _text(one: "Opened") -> str:
    from intake.portfolio.edtf import spoken

    if one.rating is None:
        return f"{_head(one)}\n  ! {visible(one.problem)}"
    asked = one.rating.request
    lines = [
        _("of {applicant}, asked of {referee} on {made}").format(
            applicant=asked.applicant, referee=asked.referee, made=spoken(asked.made)
        ),
        _("waiver given") if asked.waiver else _("no waiver: the applicant keeps the right to see it"),
        *(f"{name}: {value}" for name, value in _answers(one.rating).items()),
        *(f"! {note}" for note in one.notes),
    ]
    return "\n".join([_head(one), *(f"  {visible(line, one_line=True)}" for line in lines)])


def _answers(rating: Any) -> dict[str, str]:
    """The answers by their labels, as they were given; of a pack that is not here, by their names."""
    from intake.packs.load import load_flow
    from intake.packs.yaml import PackError
    from intake.references.rating import ANSWERS
    from intake.session.wording import said

    given = {f"{part}.{field}": v for part in ANSWERS for field, v in getattr(rating, part).model_dump().items()}
    try:
        flow = load_flow(f"{rating.request.association}/rating")[0]
    except PackError:
        return {name: str(value) for name, value in given.items() if value is not None}
    asked = {name: flow.question(name) for name in given}
    return {q.label: said(q, given[name]) if given[name] is not None else "–" for name, q in asked.items() if q}


def _wire(one: "Opened") -> dict[str, Any]:
    """A rating for machines, without the secret of its code."""
    rating = one.rating.model_dump(mode="json", exclude={"secret"}) if one.rating else None
    return one._asdict() | {"rating": rating, "notes": list(one.notes)}


def rate(options: argparse.Namespace) -> int:
    """Talk with a referee about the rating that a request asks for."""
    from intake.session.rating import RatingShelf

    shelf = RatingShelf(getattr(options, "home", None), options.request, getattr(options, "as_of", None), options.to)
    if getattr(options, "plain", False) or not (sys.stdin.isatty() and sys.stdout.isatty()):
        from intake.plain.run import run

        session = shelf.begin()
        try:
            run(session, None)
        finally:
            session.close()
        return 0
    from intake.tui import run as run_app

    try:
        code = run_app(shelf.begin)  # no home and no cases: its welcome and its list are for applicants
        print("\n".join(shelf.last_words))
        return code
    finally:
        if shelf.opened is not None:
            shelf.opened.close()


def keys(options: argparse.Namespace) -> int:
    """Make the office key and the backup key, and print the lines for the pack."""
    from intake.references.keys import make_keys

    public = make_keys(options.to)
    print(_KEYS.format(folder=visible(str(options.to), one_line=True)))
    print("keys:\n" + "\n".join(f"  {holder}: {key}" for holder, key in public.items()))
    return 0
