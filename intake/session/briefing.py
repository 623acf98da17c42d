"""What a desk shows of a case, reckoned from its log."""

from collections.abc import Iterator
from typing import NamedTuple

from intake.bundle import labels
from intake.canonical import digest
from intake.interview import events as ev
from intake.portfolio.edtf import bounds, spoken
from intake.rulebook import board
from intake.rulebook.years import year_ends
from intake.session.brief import Brief, Due, Kind, More, Wait, Whom
from intake.session.case import OpenCase
from intake.session.document import ratings_of
from intake.session.looks import to_do
from intake.session.origin import origin_of
from intake.session.rated import awaited
from intake.text import folded, shorten, visible
from intake.words import _

#: Kinds of cases by what the applicant came for; what else they came for is an application.
_KINDS: dict[object, Kind] = {"move": "move", "renew": "renewal"}
#: So much of what is waited for stands in a row, in characters.
_SHORT = 80
#: So many hexadecimal digits tell one applicant from another.
_DIGITS = 12
#: What of an applicant is searched for, besides the title.
_SEARCHED = ("applicant.name", "applicant.email", "applicant.phone")


class Known(NamedTuple):
    """A case as a desk shows it, the words to search in, folded; the rest of it; its questions for the association."""

    brief: Brief
    words: str
    more: More
    questions: tuple[str, ...] = ()


def brief(case: OpenCase) -> Known:
    """What a desk knows of a case."""
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
        copied=case.state.opened is not None,
        person=_person(case),
    )
    return Known(shown, _words(case, shown, more), more, questions)


def unreadable(trouble: str, as_of: str) -> Known:
    """A case that cannot be read, which the office has to see to."""
    text = visible(trouble, one_line=True)
    shown = Brief(kind="application", waits=(Wait("office", 1, _("cannot be read")),))
    return Known(shown, folded(text), More(as_of=as_of, trouble=text))


def kind_of(case: OpenCase) -> Kind:
    """What a case is; a call is an application once it is gone on with."""
    if case.pack.flow.records != "portfolio":
        return "rating"
    called, hung = case.state.called, case.state.hung
    onward = hung is not None and isinstance(hung.event, ev.Hung) and hung.event.onward
    if called is not None and not onward and (hung is None or case.state.changed <= hung.step):
        return "call"
    return _KINDS.get(case.projection.known.get("applicant.purpose"), "application")


def _more(case: OpenCase) -> More:
    mine, others = to_do(case)
    opened, handed, hung = case.state.opened, case.state.handed, case.state.hung
    return More(
        as_of=case.as_of.isoformat(),
        mine=_shown(mine),
        others=_shown([*others, *awaited(case)]),
        office=_shown([*_handed(case), *_unconfirmed(case)]),
        note=visible(handed.note, one_line=True) if handed else "",
        by=visible(handed.by, one_line=True) if handed else "",
        came=str(origin_of(opened) or "") if opened else "",
        action=visible(hung.event.action, one_line=True) if hung and isinstance(hung.event, ev.Hung) else "",
    )


def _shown(texts: list[str]) -> tuple[str, ...]:
    return tuple(visible(text, one_line=True) for text in texts)


def _handed(case: OpenCase) -> Iterator[str]:
    """What the colleague who has it was asked for; nothing where it was handed over without a note or a day."""
    handed = case.state.handed
    if handed and (handed.note or handed.due):
        yield _("{name}: {what}").format(name=handed.to, what=handed.note or _("handed over"))


def _unconfirmed(case: OpenCase) -> list[str]:
    """What staff have to hear: the receipt codes of the ratings that came."""
    codes = {rating["request"]: rating.get("code") for rating in ratings_of(case)}
    names = {str(made.request["id"]): str(made.request["referee"]) for made in case.state.content.requests.values()}
    text = _("the receipt code of the rating by {name}")
    return [text.format(name=names[request]) for request, code in codes.items() if not code]


def _questions(case: OpenCase) -> list[str]:
    """The questions by themselves, so that the same one is the same in every case."""
    return list(dict.fromkeys([*board.open_questions(case.assessment), *case.state.content.asked]))


def _person(case: OpenCase) -> int:
    """A number for the applicant's name and address, which take more room than a row of many has."""
    name, email = (folded(str(case.projection.known.get(f"applicant.{field}", ""))) for field in ("name", "email"))
    return int(digest([name, email])[:_DIGITS], 16) if name else 0


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
    """What a colleague set; what was told to expire, of a part date the first day that it may be; ends of renewals."""
    handed = case.state.handed
    if handed and handed.due:
        yield Due(handed.due, visible(handed.note, one_line=True) or _("handed over"), asked=True)
    for doc in case.projection.docs.get("education", {}).values():
        if doc.get("expires"):
            what = labels.answer("credential", doc.get("credential")) or _("A credential")
            yield Due(bounds(doc["expires"]).earliest.isoformat(), _("{what} expires").format(what=what))
    ends = [end.isoformat() for end in year_ends(case.pack.edition, case.projection.known)]
    if len(ends) == 1:
        yield Due(ends[0], _("The renewal year ends"))
    elif ends:
        days = _(" or ").join(map(spoken, ends))
        what = _("The renewal year may end on {days}; ask the association which").format(days=days)
        yield Due(ends[0], what, latest=ends[-1])


def _without(case: OpenCase) -> Iterator[str]:
    """What was told that there is none of, so that "no reflective supervision" finds it: lists, and answers."""
    found = case.projection
    for section in case.pack.flow.sections.values():
        if section.repeat is not None and found.relevant(section.id):
            if found.complete(section.id) and not found.docs[section.id]:
                yield _("no {what}").format(what=section.title)
        else:
            for question in section.questions:
                value = found.known.get(f"{section.id}.{question.field}")
                if isinstance(value, bool | int | float) and not value:
                    yield _("no {what}").format(what=question.label)


def _words(case: OpenCase, shown: Brief, more: More) -> str:
    told = [str(case.projection.known.get(name, "")) for name in _SEARCHED]
    waits = [*more.mine, *more.others, *more.office]
    words = [*told, shown.kind, shown.holder, more.note, more.came, more.action, *waits, *_without(case)]
    return folded(" ".join(visible(word, one_line=True) for word in words if word))
