"""What a desk shows of a case, reckoned once from its log and kept until that changes."""

import unicodedata
from collections.abc import Iterator
from typing import Literal

import msgspec

from intake.bundle import labels
from intake.portfolio.edtf import bounds
from intake.rulebook import board
from intake.session.case import OpenCase
from intake.session.document import ratings_of
from intake.session.looks import to_do
from intake.session.origin import origin_of
from intake.session.rated import awaited
from intake.text import shorten, visible
from intake.words import _

#: Who something can be waited for from.
Whom = Literal["office", "applicant", "others", "association"]
Kind = Literal["application", "move", "renewal", "call", "rating"]
#: Kinds of cases by what the applicant came for; what else they came for is an application.
_KINDS: dict[object, Kind] = {"move": "move", "renew": "renewal"}
#: So much of what is waited for stands in a row, in characters.
_SHORT = 80
#: What of an applicant is searched for, besides the title.
_SEARCHED = ("applicant.name", "applicant.email", "applicant.phone")


class Due(msgspec.Struct, frozen=True, array_like=True):
    """A day, as an ISO date, and what is due on it; `asked` where a colleague set it, so that it does not pass by."""

    day: str
    what: str
    asked: bool = False


class Wait(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """How many things one side has to do, and the first of them in short; of the association there are questions."""

    whom: Whom
    count: int
    first: str


class Brief(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A case in one row. `waits` are the sides that something is waited for from, the most pressing first.

    `dues` is in the order of the days, `holder` the colleague who has it; `words` is what is searched, folded.
    """

    kind: Kind
    level: str = ""
    waits: tuple[Wait, ...] = ()
    requested: int = 0
    received: int = 0
    confirmed: int = 0
    dues: tuple[Due, ...] = ()
    holder: str = ""
    words: str = ""

    def count(self, whom: Whom) -> int:
        """How many things `whom` has to do."""
        return next((wait.count for wait in self.waits if wait.whom == whom), 0)


class More(msgspec.Struct, frozen=True, array_like=True):
    """The rest of a case, for whoever looks at it: what is waited for and from whom, in full.

    `as_of` is the ISO date that it is reckoned for; `trouble` says why a case cannot be read, and is empty elsewhere.
    """

    as_of: str
    mine: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    note: str = ""
    by: str = ""
    came: str = ""
    trouble: str = ""


def folded(text: str) -> str:
    """`text` without capitals and accents, so that "Lucia" finds "Lucía"."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def brief(case: OpenCase) -> tuple[Brief, More, tuple[str, ...]]:
    """A case as a desk shows it, the rest of it, and its questions for the association."""
    more = _more(case)
    questions = tuple(map(visible, _questions(case)))
    ratings = ratings_of(case)
    handed = case.state.handed
    shown = Brief(
        kind=kind_of(case),
        level=_level(case),
        waits=_waits(more, len(questions)),
        requested=len(case.state.content.requests),
        received=len(ratings),
        confirmed=sum("code" in rating for rating in ratings),
        dues=tuple(sorted(_dues(case), key=lambda due: due.day)),
        holder=visible(handed.to, one_line=True) if handed else "",
    )
    return msgspec.structs.replace(shown, words=_words(case, shown, more)), more, questions


def unreadable(trouble: str, as_of: str) -> tuple[Brief, More, tuple[str, ...]]:
    """A case that cannot be read, which the office has to see to."""
    text = visible(trouble, one_line=True)
    shown = Brief(kind="application", waits=(Wait("office", 1, _("cannot be read")),), words=folded(text))
    return shown, More(as_of=as_of, trouble=text), ()


def kind_of(case: OpenCase) -> Kind:
    """What a case is; a call is an application once it is gone on with."""
    if case.pack.flow.records != "portfolio":
        return "rating"
    called, hung = getattr(case.state, "called", None), getattr(case.state, "hung", None)
    if called is not None and (hung is None or case.state.changed <= hung.step):
        return "call"
    return _KINDS.get(case.projection.known.get("applicant.purpose"), "application")


def _more(case: OpenCase) -> More:
    mine, others = to_do(case)
    opened, handed = case.state.opened, case.state.handed
    return More(
        as_of=case.as_of.isoformat(),
        mine=_shown(mine),
        others=_shown([*others, *awaited(case)]),
        office=_shown(_unconfirmed(case)),
        note=visible(handed.note, one_line=True) if handed else "",
        by=visible(handed.by, one_line=True) if handed else "",
        came=str(origin_of(opened) or "") if opened else "",
    )


def _shown(texts: list[str]) -> tuple[str, ...]:
    return tuple(visible(text, one_line=True) for text in texts)


def _unconfirmed(case: OpenCase) -> list[str]:
    """What staff have to hear: the receipt codes of the ratings that came."""
    codes = {rating["request"]: rating.get("code") for rating in ratings_of(case)}
    names = {str(made.request["id"]): str(made.request["referee"]) for made in case.state.content.requests.values()}
    text = _("the receipt code of the rating by {name}")
    return [text.format(name=names[request]) for request, code in codes.items() if not code]


def _questions(case: OpenCase) -> list[str]:
    """The questions by themselves, so that the same one is the same in every case."""
    return list(dict.fromkeys([*board.open_questions(case.assessment), *case.state.content.asked]))


def _waits(more: More, questions: int) -> tuple[Wait, ...]:
    sides: tuple[tuple[Whom, tuple[str, ...]], ...] = (
        ("office", more.office),
        ("applicant", more.mine),
        ("others", more.others),
    )
    waits = tuple(Wait(whom, len(texts), shorten(texts[0], _SHORT)) for whom, texts in sides if texts)
    return (*waits, Wait("association", questions, "")) if questions else waits


def _level(case: OpenCase) -> str:
    """The number of the level aimed for, or held where it is renewed; its id where the edition has no such level."""
    known = case.projection.known
    aimed = known.get("target.level") or known.get("endorsement.level") or ""
    return next((level.number for level in case.pack.edition.levels if level.id == aimed), str(aimed))


def _dues(case: OpenCase) -> Iterator[Due]:
    """What a colleague set, and what was told to expire; of a part date the first day that it may be."""
    handed = case.state.handed
    if handed and handed.due:
        yield Due(handed.due, visible(handed.note, one_line=True) or _("handed over"), asked=True)
    for doc in case.projection.docs.get("education", {}).values():
        if doc.get("expires"):
            what = labels.answer("credential", doc.get("credential")) or _("A credential")
            yield Due(bounds(doc["expires"]).earliest.isoformat(), _("{what} expires").format(what=what))


def _words(case: OpenCase, shown: Brief, more: More) -> str:
    told = [str(case.projection.known.get(name, "")) for name in _SEARCHED]
    waits = [*more.mine, *more.others, *more.office]
    words = [*told, shown.kind, shown.holder, more.note, more.came, *waits]
    return folded(" ".join(visible(word, one_line=True) for word in words if word))
