"""The referee's own interview: a case like any other, in a folder of its own, that ends in one sealed file."""

import datetime as dt
import secrets
from contextlib import closing
from pathlib import Path

from intake.bundle.files import Tell, chunks, draft, opened
from intake.interview import commands as cmd
from intake.interview import events as ev
from intake.journal.home import home_folder
from intake.journal.store import Journal
from intake.packs.load import load
from intake.portfolio.edtf import spoken
from intake.portfolio.rating import Rating, Request
from intake.references.errors import RatingError
from intake.references.rating import ANSWERS, code_of, guidance, rating_bytes, rating_of
from intake.references.reading import LARGEST_REQUEST
from intake.references.request import fingerprint, rating_name, read_request, request_bytes
from intake.session.case import OpenCase
from intake.session.errands import Errand
from intake.session.exchange import OwnComputer, Write
from intake.session.handover import Handover
from intake.session.opening import clock_for
from intake.session.session import Session
from intake.session.shelf import Shelf
from intake.session.views import Message
from intake.text import shorten, visible
from intake.words import _


class RatingHandover(Handover):
    """A rating leaves as one file, sealed where the association has given keys."""

    farewell = _("Everything is saved. Start the same command again to go on at this question.")
    #: What was said when the rating was written the last time, its receipt code among it.
    told: tuple[str, ...] = ()

    def bind(self, request: Request, secret: bytes) -> "RatingHandover":
        """The handover of the rating for `request`; the `secret` keys its receipt code."""
        self.asked, self.secret = request, secret
        return self

    def exporting(self, target: Path | None = None) -> Errand:
        """To write the rating, and say its receipt code. Raises Refused with nothing written."""
        from intake.references.sealing import padded, seal

        known, keys = self.case.projection.known, self.case.pack.flow.public_keys
        if not known.get("review.ready"):
            raise cmd.Refused(_("Look at your answers first and say yes at the review; then the rating is written."))
        if self.asked.keys != fingerprint(keys):
            raise cmd.Refused(_other_keys(self.asked))
        rating = self._rating(sealed=bool(keys))
        document = padded(rating_bytes(rating))
        try:
            data = seal(document, keys) if keys else document
        except RatingError as error:
            raise cmd.Refused(str(error)) from error
        name = rating_name(self.asked.id, sealed=bool(keys))

        def work(_tell: Tell) -> tuple[str, str]:
            return self.exchange.given(target, name, self.folder, lambda path: _written(path, data))

        def then(done: tuple[str, str]) -> list[Message]:
            sha256, where = done
            self.case.commit([ev.Exported(sha256=sha256, complete=True)])
            self.told = (where, *_told(rating, sealed=bool(keys)))
            return [Message("noted", text) for text in self.told]

        return Errand(_("Writing the rating"), len(data), work, then)

    def _rating(self, *, sealed: bool) -> Rating:
        docs, pin = self.case.projection.docs, self.case.pack.flow_pin
        answers = {section: dict(docs.get(section, {}).get("", {})) for section in ANSWERS}
        written = dt.datetime.fromisoformat(self.case.state.at).date().isoformat()
        return rating_of(self.asked, answers, pin.model_dump(), written, self.secret, sealed)


class _Exchange(OwnComputer):
    """Writes to this computer, and has the greeting say what was asked for."""

    def __init__(self, target: Path | None, notice: str) -> None:
        super().__init__()
        self.target, self.notice = target, notice

    def taken(self, words: str) -> Path:  # noqa: ARG002
        """Always refused."""
        raise cmd.Refused(_("A rating is of what you have seen; no file goes with it."))

    def given(self, wanted: Path | None, name: str, folder: Path, write: Write) -> tuple[str, str]:
        """Write to the path that was asked for, else to the current folder."""
        path = wanted or self.target or Path.cwd() / name
        return super().given(path, name, folder, write)[0], _("Rating written: {path}").format(path=visible(str(path)))


class RatingShelf(Shelf):
    """The one rating that a request asks for, where the app looks for cases."""

    def __init__(self, home: Path | None, request: Path, as_of: dt.date | None, target: Path | None) -> None:
        """The rating for the file `request`, kept below `home`. Raises RatingError, or PackError."""
        with opened(request, follow=True) as file:
            self.request = read_request(b"".join(chunks(file, LARGEST_REQUEST + 1)))
        super().__init__(
            home_folder(home) / "ratings" / self.request.id, flow=f"{self.request.association}/rating", as_of=as_of
        )
        self.target = target
        _require_same(self.home, self.request)

    @property
    def last_words(self) -> tuple[str, ...]:
        """What is said once the screen is gone: where the rating is, and its code, if it was written; how to go on."""
        handover = self.opened.talker.handover if self.opened else None
        told = handover.told if isinstance(handover, RatingHandover) else ()
        return (*told, RatingHandover.farewell)

    def _session(self, case: str | None = None, *, new: bool = False, newest: bool = False) -> Session:  # noqa: ARG002
        self.opened = _opened(self)
        return self.opened


def _opened(shelf: RatingShelf) -> Session:
    request, home = shelf.request, shelf.home
    pack = load(shelf.flow)
    clock, today, clock_name = clock_for(shelf.as_of)
    title = _("Rating of {name}").format(name=shorten(request.applicant, 60))
    with closing(Journal(home)) as journal:
        case = next(iter(journal.cases()), None) or journal.create(title, clock().isoformat(timespec="seconds"))
    journal = Journal(home)
    try:
        opened_case = OpenCase(journal, case.id, pack, clock, today)
    except BaseException:
        journal.close()
        raise
    exchange = _Exchange(shelf.target, _notice(request, pack.flow.public_keys))
    handover = RatingHandover(opened_case, home / "files" / case.id, exchange, clock_name)
    return Session(opened_case, case.title, handover.bind(request, _secret(home)))


def _notice(request: Request, keys: dict[str, str]) -> str:
    """Whom the rating is of, who may see it, and what is not known here."""
    waived = _("{applicant} has given up the right to see it.")
    kept = _("{applicant} has kept the right to see it, as far as there is one.")
    sealed = _("Your rating will be sealed: only those who hold the association's key can read it.")
    plain = _(
        "The association has given no key: your rating will not be sealed, and whoever holds the file can read it."
    )
    lines = [
        _("{applicant} asks {referee} for a rating (request of {made}).").format(
            applicant=request.applicant, referee=request.referee, made=spoken(request.made)
        ),
        (waived if request.waiver else kept).format(applicant=request.applicant),
        sealed if keys else plain,
    ]
    return " ".join([*lines, *([_other_keys(request)] if request.keys != fingerprint(keys) else [])])


def _other_keys(request: Request) -> str:
    if request.keys is None:
        return _(
            "The request knows of no key and this pack has one. Ask the applicant for a request from the newest pack."
        )
    return _(
        "The request names other keys than this pack holds. Ask the association for its newest pack before you rate."
    )


def _told(rating: Rating, *, sealed: bool) -> list[str]:
    code = _(
        "Receipt code: {code}. Read it out to staff of the association, and to nobody else. "
        "Without it they cannot tell that the rating is yours."
    )
    send = _("Send the file to the applicant, under the name that it has. It is sealed: the applicant cannot read it.")
    plain = _("NOT SEALED: whoever holds the file can read it, the applicant too. Send it as you would a letter.")
    return [code.format(code=code_of(rating)), send if sealed else plain, *guidance(rating)]


def _require_same(home: Path, request: Request) -> None:
    """Keep the request with its rating. Raises RatingError where the rating was begun for another one of that id."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = home / "request.json"
    if not path.exists():
        _written(path, request_bytes(request))
    elif path.read_bytes() != request_bytes(request):
        text = _(
            "A rating was begun for another request with the id {id}. Ask the applicant which of the two is meant."
        )
        raise RatingError(text.format(id=visible(request.id)))


def _secret(home: Path) -> bytes:
    """The secret of this rating's receipt code: the same at every writing, so that the same answers keep their code."""
    path = home / "secret"
    if not path.exists():
        _written(path, secrets.token_bytes(16))
    return path.read_bytes()


def _written(path: Path, data: bytes) -> str:
    """Write a file whole or not at all; its SHA-256. Raises Refused."""
    from hashlib import sha256

    try:
        with draft(path.parent) as copy:
            copy.file.write(data)
            copy.publish(path)
    except OSError as error:
        text = _("{path} could not be written: {why}. Please check the folder and that the disk has room.")
        raise cmd.Refused(text.format(path=visible(str(path)), why=error.strerror)) from error
    return sha256(data).hexdigest()
