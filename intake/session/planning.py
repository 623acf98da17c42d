"""The plan of a case and what a trial would move, as views for front ends and as plain text."""

from collections.abc import Iterator, Sequence

from intake.interview.commands import Refused
from intake.portfolio.edtf import spoken
from intake.rulebook.assess import Assessment
from intake.rulebook.board import Row, board
from intake.rulebook.counting import counting
from intake.rulebook.edition import Requirement
from intake.rulebook.naming import by_id
from intake.rulebook.plan import Gap, RowPlan, plan
from intake.rulebook.steps import Route, Turn, routes
from intake.rulebook.verdicts import WORDS, Earliest
from intake.rulebook.what_if import TRIED, Moved, MovedDay, difference, tried
from intake.session.case import OpenCase
from intake.session.trial import tries
from intake.session.views import PlanGap, PlanRow, RequirementRow, Trial, TrialDay, TrialMove, TrialRow
from intake.text import shorten, visible
from intake.understand.option_names import exact
from intake.understand.read import read
from intake.understand.slots import Choice, Reading, Slot
from intake.words import _

#: Whose turn it is, as it is said.
TURNS: dict[Turn, str] = {
    "yours": _("Yours to do"),
    "time": _("By time alone"),
    "others": _("Waiting on others"),
    "association": _("For the association to confirm"),
}
#: What can be tried, said where something could not be read.
EXAMPLE = _(
    "what if I had a Master's from 2024? Or: 24 hours of reflective supervision, another reference, two more years, "
    "without job 2, the first job was unpaid"
)


def plan_rows(assessment: Assessment, row: str = "") -> list[PlanRow]:
    """The plan of every row of the board, or of one; its gaps stand as in `intake.rulebook.plan`."""
    return [_row(one) for one in plan(assessment, row)]


def requirement_rows(assessment: Assessment, row: str) -> list[RequirementRow]:
    """The requirements of a row of the board, shared ones before tracks and the exam; none for an unknown id."""
    named = by_id(assessment.requirements(), row)
    tracks = {track: title for level in assessment.edition.levels for track, title in level.tracks.items()}
    parts = {r.id: _part(r, tracks) for r in named}
    order = list(dict.fromkeys(["", *parts.values()]))
    return [_requirement(assessment, r, parts[r.id]) for r in sorted(named, key=lambda r: order.index(parts[r.id]))]


def _part(requirement: Requirement, tracks: dict[str, str]) -> str:
    if requirement.group == "exam":
        return _("The exam")
    track = tracks.get(requirement.track, requirement.track)
    return _("Track: {track}").format(track=visible(track)) if track else ""


def _requirement(assessment: Assessment, requirement: Requirement, part: str) -> RequirementRow:
    word, found = assessment.word(requirement), routes(assessment, requirement)
    whose = TURNS[found[0].turn] if found else ""
    ways = tuple(_way(route) for route in found)
    return RequirementRow(requirement.id, part, visible(requirement.title), word, WORDS[word], whose, ways)


def _row(one: RowPlan) -> PlanRow:
    row = one.row
    gaps = tuple(_gap(gap) for gap in one.gaps)
    return PlanRow(row.id, row.number, row.title, row.word, WORDS[row.word], row.met, row.total, gaps)


def _gap(gap: Gap) -> PlanGap:
    ways = tuple(_way(route) for route in gap.routes)
    return PlanGap(gap.id, gap.title, gap.turn, TURNS[gap.turn], ways, gap.closes)


def _way(route: Route) -> str:
    """The steps of a route, what is to be confirmed after them marked so."""
    done = [step.text for step in route.steps if step.turn != "association"]
    asks = [step.text for step in route.steps if step.turn == "association"]
    if done and asks:
        return _("{steps}, and the association to confirm: {asks}").format(steps="; ".join(done), asks=" ".join(asks))
    return "; ".join([*done, *asks])


def row_of(case: OpenCase, assessment: Assessment, words: str) -> str:
    """The id of the row of the board that `words` name: a level in any of its forms, or a title. Raises Refused."""
    rows, names = board(assessment), case.pack.vocabulary.names
    choices = [Choice(row.id, row.title, tuple(filter(None, (row.id, row.number, *names(row.id))))) for row in rows]
    levels = tuple(choice for choice, row in zip(choices, rows, strict=True) if row.number)
    got = read(words, Slot("choice", choices=levels), assessment.as_of)
    if isinstance(got, Reading) and not got.confirm:
        return str(got.value)
    if named := exact(words, tuple(choice for choice in choices if choice not in levels)):
        return named[0].id
    listed = ", ".join(_named(row.number, row.title) for row in rows)
    text = _("There is no plan for “{words}”. There is one for: {listed}.")
    raise Refused(text.format(words=shorten(visible(words), 60), listed=listed))


def trial(case: OpenCase, assessment: Assessment, words: Sequence[str], row: str = "") -> Trial:
    """What `words` would move in a case that is judged by `assessment`, in all rows of the board or in one.

    Nothing of the case changes.
    """
    found = tries(case, assessment, words)
    after = tried(assessment, found.changes)
    moves = difference(assessment, after)
    numbers = {level.id: level.number for level in assessment.edition.levels}
    moving = any(_shifts(*pair) for pair in moves.rows) or moves.moved or moves.days
    return Trial(
        as_of=after.as_of.isoformat(),
        tried=found.said,
        granted=found.granted,
        unread=found.unread,
        rows=tuple(_trial_row(*pair) for pair in moves.rows if row in {"", pair[0].id}),
        moved=tuple(_move(m, numbers) for m in moves.moved if _of_row(m.requirement, row)),
        days=tuple(_day(m, numbers) for m in moves.days if _of_row(m.requirement, row)),
        still=() if moving else tuple(dict.fromkeys((*found.aside, *_still(assessment, after, row)))),
    )


def _shifts(before: Row, after: Row) -> bool:
    return (before.word, before.met) != (after.word, after.met)


def _still(before: Assessment, after: Assessment, row: str) -> Iterator[str]:
    """Of what moves nothing: what would be missing after it where that is something else, and why it does not count."""
    for requirement in (r for r in after.requirements() if _of_row(r, row)):
        had, has = ([_way(route) for route in routes(each, requirement)[:1]] for each in (before, after))
        if has and has != had:
            yield _("{title}: still to come: {way}").format(title=requirement.title, way=has[0])
        for item in counting(after, requirement)[1]:
            if item.item.startswith(TRIED):
                yield _("{title}: not counted: {reason}").format(title=requirement.title, reason=item.reason)


def _of_row(requirement: Requirement, row: str) -> bool:
    return row in {"", requirement.level or requirement.group}


def _day(moved: MovedDay, numbers: dict[str, str]) -> TrialDay:
    requirement = moved.requirement
    number = numbers.get(requirement.level, "")
    return TrialDay(requirement.id, number, requirement.title, _day_said(moved.before), _day_said(moved.after))


def _day_said(days: Earliest | None) -> str:
    """The first day, the strict one where there is one; with its doubt."""
    if days is None:
        return _("no day")
    if days.strict:
        return spoken(days.strict)
    text = _("{day}, for the association to confirm")
    return text.format(day=spoken(days.loose)) if days.loose else _("no day")


def _move(moved: Moved, numbers: dict[str, str]) -> TrialMove:
    requirement, before, after = moved
    number = numbers.get(requirement.level, "")
    return TrialMove(requirement.id, number, requirement.title, before, after, WORDS[before], WORDS[after])


def _trial_row(before: Row, after: Row) -> TrialRow:
    said = WORDS[before.word], WORDS[after.word]
    counts = before.met, after.met, after.total
    return TrialRow(before.id, before.number, before.title, before.word, after.word, *said, *counts)


def plan_text(case: OpenCase, assessment: Assessment, row: str = "") -> str:
    """The plan in words, with what the person plans and what that would move."""
    lines = [assessment.edition.disclaimer]
    for one in plan_rows(assessment, row):
        lines += ["", *_plan_lines(one)]
    planned = case.state.content.planned
    if planned:
        moves = _moves(trial(case, assessment, planned, row))
        lines += ["", *planned_lines(case), _("Done, that would move:"), *(f"  {line}" for line in moves)]
    return "\n".join(lines)


def planned_lines(case: OpenCase) -> list[str]:
    """What the person plans, numbered, in their words."""
    texts = enumerate(case.state.content.planned, start=1)
    return [_("You plan to: {words} (plan {n})").format(n=n, words=visible(words)) for n, words in texts]


def _plan_lines(one: PlanRow) -> Iterator[str]:
    name = _named(one.number, one.title)
    yield _("{name}: {word}. {met} of {total}.").format(name=name, word=one.word, met=one.met, total=one.total)
    turn = ""
    for gap in one.gaps:
        if gap.turn != turn:
            turn = gap.turn
            yield f"  {gap.whose}:"
        yield f"    - {gap.title}: {gap.ways[0]}"
        yield from (_("      or: {way}").format(way=way) for way in gap.ways[1:])


def trial_text(found: Trial) -> str:
    """What was tried, what was taken for granted, and what would move."""
    lines = [_("If: {tried}.").format(tried="; ".join(found.tried))]
    if found.granted:
        lines.append(_("Taken for granted: {granted}.").format(granted="; ".join(found.granted)))
    lines += _moves(found)
    if found.unread:
        lines.append(unread_said(found.unread))
    return "\n".join([*lines, _("Nothing was changed.")])


def unread_said(texts: Sequence[str]) -> str:
    """That words could not be read as something to try, and what can."""
    said = "; ".join(_("“{words}”").format(words=text) for text in texts)
    return _("I could not tell what would be different in {said}. For example: {example}.").format(
        said=said, example=EXAMPLE
    )


def _moves(found: Trial) -> list[str]:
    rows = [
        _("{name}: {before}, {had} of {total} → {after}, {has} of {total}").format(
            name=_named(row.number, row.title),
            before=row.before_word,
            had=row.before_met,
            after=row.after_word,
            has=row.after_met,
            total=row.total,
        )
        for row in found.rows
        if (row.before, row.before_met) != (row.after, row.after_met)
    ]
    moved = [f"  {_named(m.number, m.title)}: {m.before_word} → {m.after_word}" for m in found.moved]
    days = [
        _("  {name}: the first day by time alone, if nothing else changes: {before} → {after}").format(
            name=_named(d.number, d.title), before=d.before, after=d.after
        )
        for d in found.days
    ]
    return [*rows, *moved, *days] or [_("By these rules nothing would move."), *(f"  {line}" for line in found.still)]


def _named(number: str, title: str) -> str:
    return f"{number} {title}".strip()
