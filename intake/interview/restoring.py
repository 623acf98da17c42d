"""A content as the document of what stands in it, and back; and what a flow says of such a document."""

from collections.abc import Container

import msgspec
from rpds import HashTrieMap

from intake.interview import events as ev
from intake.interview import present as pr
from intake.interview.fitting import fits
from intake.interview.flow import Flow, Question
from intake.interview.state import ONLY, Answer, Aside, Content, Focus, Item, Rating, Section


def present_of(content: Content, flow: pr.Pin, asked_for: Container[str]) -> pr.Present:
    """What stands in `content`, in an order that tells nothing of how it came about.

    The files, requests and ratings are those of the items in `asked_for`; the others stay where they are.
    """
    sections = sorted(content.sections.items())
    files = [file for file in content.files.values() if file.item in asked_for]
    requests = [pr.Request(item, made.request) for item, made in content.requests.items() if item in asked_for]
    signature = content.signature
    return pr.Present(
        flow=flow,
        format=pr.FORMAT,
        answers=tuple(
            _given(f"{name}.{field}", item.id, answer)
            for name, section in sections
            for item in section.ordered()
            for field, answer in sorted(item.answers.items())
        ),
        lists=tuple(_listed(name, section) for name, section in sections if _is_list(section)),
        aside=tuple(pr.Aside(_given(a.question, a.item, a.answer), a.label) for a in content.aside),
        waiting=tuple(pr.Waiting(kept.section, kept.words) for kept in content.remembered),
        asked=content.asked,
        files=tuple(sorted(map(_file, files), key=lambda file: (file.item, file.name, file.sha256))),
        requests=tuple(sorted(requests, key=lambda made: made.item)),
        ratings=tuple(_ratings(content, {str(made.request["id"]) for made in requests})),
        signature=pr.Signature(dict(signature), content.changed_since_signing) if signature else None,
        focus=pr.Place(content.focus.to, content.focus.item) if content.focus else None,
        last=pr.Place(content.last.to, content.last.item) if content.last else None,
    )


def _given(question: str, item: str, answer: Answer) -> pr.Given:
    return pr.Given(question, item, answer.status, answer.value, answer.raw, answer.reader, answer.hedged, answer.look)


def _is_list(section: Section) -> bool:
    return bool(section.count or section.finished or any(item.id != ONLY for item in section.ordered()))


def _listed(name: str, section: Section) -> pr.Listed:
    items = tuple(item.id for item in section.ordered() if item.id != ONLY)
    return pr.Listed(name, items, section.count, section.finished, section.left)


def _file(file: ev.Attached) -> pr.File:
    return pr.File(**{field: getattr(file, field) for field in pr.File.__struct_fields__})


def _ratings(content: Content, requests: set[str]) -> list[pr.Rating]:
    came = sorted((name, rating) for name, rating in content.ratings.items() if name in requests)
    return [pr.Rating(name, rating.sha256, rating.size, rating.sealed, rating.code) for name, rating in came]


def content_of(present: pr.Present) -> Content:
    """The content in which all of a sound `present` stands."""
    answers: dict[str, dict[str, dict[str, Answer]]] = {listed.section: {} for listed in present.lists}
    for given in present.answers:
        name, _, field = given.question.partition(".")
        answers.setdefault(name, {}).setdefault(given.item, {})[field] = _answer(given)
    lists = {listed.section: listed for listed in present.lists}
    signature = present.signature
    return Content(
        sections={name: _section(items, lists.get(name, pr.Listed(name))) for name, items in answers.items()},
        focus=Focus(present.focus.to, present.focus.item) if present.focus else None,
        last=Focus(present.last.to, present.last.item) if present.last else None,
        files=HashTrieMap({(f.item, f.sha256): ev.Attached(**msgspec.structs.asdict(f)) for f in present.files}),
        requests=HashTrieMap({r.item: ev.Requested(item=r.item, request=r.request) for r in present.requests}),
        ratings=HashTrieMap({r.request: Rating(r.sha256, r.size, r.sealed, r.code) for r in present.ratings}),
        asked=present.asked,
        remembered=tuple(ev.Remembered(section=kept.section, words=kept.words) for kept in present.waiting),
        signature=signature.record if signature else None,
        changed_since_signing=bool(signature and signature.stale),
        aside=tuple(Aside(a.given.question, a.given.item, _answer(a.given), a.label) for a in present.aside),
    )


def _answer(given: pr.Given) -> Answer:
    return Answer(given.value, given.raw, given.reader, given.hedged, given.status, given.look)


def _section(answers: dict[str, dict[str, Answer]], listed: pr.Listed) -> Section:
    items = [Item(name, rank, answers.get(name, {})) for rank, name in enumerate(listed.items, start=1)]
    once = [Item(ONLY, 0, answers[ONLY])] if ONLY in answers else []
    held = HashTrieMap({item.id: item for item in [*once, *items]})
    return Section(held, None, listed.count, listed.finished, listed.left)


def admitted(present: pr.Present, flow: Flow) -> pr.Present:
    """`present` as `flow` has a place for it: answers to questions that it does not have are kept aside.

    Raises Unfit for a value that no reader of its question would have given.
    """
    placed = [given for given in present.answers if _question(flow, given)]
    for place, given in enumerate(present.answers):
        question = _question(flow, given)
        if question and given.status == "answered" and not _could_be(question, given):
            raise pr.Unfit(f"answers.{place}.value is not an answer that “{given.question}” can have")
    strangers = tuple(pr.Aside(given) for given in present.answers if not _question(flow, given))
    return msgspec.structs.replace(
        present,
        answers=tuple(placed),
        aside=(*present.aside, *strangers),
        focus=present.focus if _is_there(present, flow, present.focus) else None,
        last=present.last if _is_there(present, flow, present.last) else None,
    )


def _is_there(present: pr.Present, flow: Flow, place: pr.Place | None) -> bool:
    """Whether a place is one of the flow, and its item, where it names one, is listed."""
    if place is None:
        return False
    section, _, field = place.to.partition(".")
    part = flow.sections.get(section)
    items = {item for listed in present.lists if listed.section == section for item in listed.items}
    return part is not None and (field in {"", "more"} or field in part.by_field) and place.item in {ONLY, *items}


def _question(flow: Flow, given: pr.Given) -> Question | None:
    """The question of an answer; None where the flow has none, or asks it of entries and this is of none, or so."""
    section = flow.sections.get(given.question.partition(".")[0])
    if section is None or (section.repeat is None) != (given.item == ONLY):
        return None
    return section.by_field.get(given.question.partition(".")[2])


def _could_be(question: Question, given: pr.Given) -> bool:
    """Whether a value is of its question's kind and within its bounds; one to be looked at again may be beyond them."""
    value = given.value
    if not fits(question, value) or value in ("", []):
        return False
    if isinstance(value, list) and len(set(value)) < len(value):
        return False
    if isinstance(value, bool) or not isinstance(value, int | float) or given.look:
        return True
    return (question.least is None or value >= question.least) and (question.most is None or value <= question.most)
