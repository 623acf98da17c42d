"""Views of an open case for front ends, and the same as plain text for the transcript."""

from collections.abc import Iterator
from typing import Literal

from intake.interview.flow import Question, Section
from intake.interview.standing import Standing, can_ask
from intake.interview.state import ONLY, Item
from intake.portfolio.edtf import spoken
from intake.rulebook import board as rows
from intake.rulebook.assess import Assessment
from intake.rulebook.outcomes import endings
from intake.rulebook.verdicts import WORDS
from intake.session import signatures
from intake.session.attaching import files_text, lost_said, transcripts_text
from intake.session.case import OpenCase
from intake.session.planning import planned_lines
from intake.session.rated import awaited, ratings_said
from intake.session.views import BoardRow, FileRow, Message, OutlineRow, ReviewRow
from intake.session.wording import answer_said, aside_said, item_said, said
from intake.text import visible
from intake.words import _


def outline(case: OpenCase) -> list[OutlineRow]:
    """The sections that are asked for, with how far each is."""
    here = case.standing.section
    shown = []
    for section in case.pack.flow.sections.values():
        if not case.projection.relevant(section.id) and section.id not in case.pack.flow.finishing:
            continue
        kept = case.projection.section(section.id)
        done = case.projection.relevant(section.id) and case.projection.done(section.id)
        begun = any(item.answers for item in kept.items.values()) if len(kept.items) < 2 else True
        state = "here" if section.id == here else "done" if done else "begun" if begun else "open"
        detail = " · ".join(filter(None, (_count_said(section, len(kept.items)), _missing_said(case, section))))
        shown.append(OutlineRow(section.id, section.title, state, detail))  # type: ignore[arg-type]
    return shown


def _count_said(section: Section, count: int) -> str:
    """How many entries a list has: "2 jobs", "1 of 3 references"."""
    if section.repeat is None or not count:
        return ""
    expected = section.repeat.expected
    name = section.repeat.one if (expected or count) == 1 else section.repeat.many
    return _("{n} of {total} {name}").format(n=count, total=expected, name=name) if expected else f"{count} {name}"


def _missing_said(case: OpenCase, section: Section) -> str:
    """How much of what was begun has no answer yet or was skipped; nothing of what was not: all of it is missing."""
    waiting = case.projection.open[section.id]
    if section.repeat is not None:
        return _("{n} unfinished").format(n=len(waiting)) if waiting else ""
    answers = [case.projection.answer(f"{section.id}.{q.field}", ONLY) for q in case.projection.asks(section.id, ONLY)]
    missing = sum(answer is None or answer.look != "" for answer in answers)
    if 0 < missing < len(answers):
        return _("{n} missing").format(n=missing)
    skipped = sum(answer is not None and answer.status == "skipped" for answer in answers)
    return _("{n} skipped").format(n=skipped) if skipped else ""


def board_rows(case: OpenCase) -> list[BoardRow]:
    """The rows of the board."""
    return rows_of(case.assessment)


def rows_of(assessment: Assessment) -> list[BoardRow]:
    """The rows of the board by an assessment."""
    return [
        BoardRow(r.id, r.number, r.title, r.word, WORDS[r.word], r.met, r.total, r.open) for r in rows.board(assessment)
    ]


def board_text(assessment: Assessment) -> str:
    """The board in words, with the day that it is reckoned for."""
    day = _("As of {day}.").format(day=spoken(assessment.as_of.isoformat()))
    lines = [assessment.edition.disclaimer, day]
    for row in rows.board(assessment):
        name = f"{row.number} {row.title}".strip()
        rest = _(" Open: {open}.").format(open="; ".join(row.open)) if row.open else ""
        text = _("{name}: {word}. {met} of {total}.{rest}")
        lines.append(text.format(name=name, word=WORDS[row.word], met=row.met, total=row.total, rest=rest))
    return "\n".join([*lines, *endings_said(assessment)])


def endings_said(assessment: Assessment) -> list[str]:
    """What a renewal can come to, a line each, with the sentence it stands on; none where nothing is renewed."""
    text = _("{title}: {says} {source}: “{quote}”")
    return [
        text.format(title=visible(e.title), says=e.says, source=e.cite.source, quote=e.cite.quote)
        for e in endings(assessment)
    ]


def passed_over_text(case: OpenCase) -> str:
    """The questions that were skipped or are not known, in words; empty where there are none."""
    names = [f"{row.section}: {row.label}" for row in review(case) if row.status in ("skipped", "unsure")]
    return _("Skipped, or not sure yet: {names}.").format(names="; ".join(names)) if names else ""


def to_do(case: OpenCase) -> tuple[list[str], list[str]]:
    """What is missing: the person's own to do, and what waits for others."""
    mine, waiting = rows.to_do(case.assessment)
    return [task.text for task in mine], [task.text for task in waiting]


def review(case: OpenCase) -> list[ReviewRow]:
    """Every question that is asked in this case, with its answer or why there is none."""
    return [row for section in case.pack.flow.sections for row in _review_of(case, section)]


def _review_of(case: OpenCase, name: str) -> Iterator[ReviewRow]:
    section = case.pack.flow.sections[name]
    kept = case.projection.section(name)
    for item in kept.ordered() if section.repeat else [kept.get(ONLY) or Item(ONLY, 0, {})]:
        title = _section_said(case, name, item.id)
        for question in case.projection.asks(name, item.id):
            yield _row(f"{name}.{question.field}", item, title, question)


def _row(name: str, item: Item, title: str, question: Question) -> ReviewRow:
    answer = item.answers.get(question.field)
    if answer is None:
        return ReviewRow(name, item.id, title, question.label, "", "unanswered")
    look = visible(answer.look) if answer.look else ""
    if answer.status != "answered":
        return ReviewRow(name, item.id, title, question.label, "", answer.status, look)
    status: Literal["answered", "approximate"] = "approximate" if answer.hedged else "answered"
    return ReviewRow(name, item.id, title, question.label, said(question, answer.value), status, look)


def review_row(case: OpenCase, at: Standing) -> ReviewRow | None:
    """One answer of the review; None where its question is not asked now."""
    question = case.pack.flow.question(at.question)
    if question is None or not can_ask(case.projection, at.question, at.item):
        return None
    item = case.projection.section(at.section).get(at.item) or Item(at.item, 0, {})
    return _row(at.question, item, _section_said(case, at.section, at.item), question)


def _section_said(case: OpenCase, name: str, item: str) -> str:
    section = case.pack.flow.sections[name]
    return f"{section.title}: {item_said(case.projection, name, item)}" if section.repeat else section.title


def review_text(case: OpenCase, files: list[FileRow]) -> str:
    """All answers in words, the files, the ratings, what is missing, and the questions for the association."""
    lines: list[str] = []
    heading = ""
    for row in review(case):
        if row.section != heading:
            heading = row.section
            lines.append(f"{heading}")
        question = case.pack.flow.question(row.question)
        assert question is not None, "a row of the review is a question of the flow"
        answer = case.projection.answer(row.question, row.item)
        look = _(" (needs another look)") if row.look else ""
        lines.append(f"  {row.label}: {answer_said(question, answer) or _('(no answer yet)')}{look}")
    kept = [aside for aside in case.state.content.aside if aside.answer.status == "answered"]
    lines += [_("Kept, and not asked for any more:")] if kept else []
    lines += [f"  {aside_said(case.projection, aside)}" for aside in kept]
    transcripts = transcripts_text(case)
    lines += (
        [_("Official transcripts, by your account:"), *(f"  {line}" for line in transcripts)] if transcripts else []
    )
    lines += [files_text(files)] if files else []
    lines += ratings_said(case)
    lines += signatures.said(case.state.content)
    mine, waiting = to_do(case)
    mine += lost_said(files)
    waiting += awaited(case)
    lines += [_("To do:"), *(f"  - {gap}" for gap in mine)] if mine else []
    lines += [_("Waiting on others:"), *(f"  - {gap}" for gap in waiting)] if waiting else []
    lines += planned_lines(case)
    asks = rows.questions(case.assessment, case.state.content.asked)
    lines += [_("Questions for the association:"), *(f"  - {visible(q)}" for q in asks)] if asks else []
    return "\n".join(lines)


def list_text(case: OpenCase, standing: Standing) -> str:
    """The entries of the list that is being asked, numbered; of all lists elsewhere."""
    flow = case.pack.flow
    here = flow.sections.get(standing.section)
    chosen = [here] if here and here.repeat else [s for s in flow.sections.values() if s.repeat]
    lines = []
    for section in chosen:
        items = case.projection.section(section.id).ordered()
        lines.append(f"{section.title}: {len(items)}")
        lines += [f"  {n} {item_said(case.projection, section.id, item.id)}" for n, item in enumerate(items, start=1)]
    return "\n".join(lines)


def history(case: OpenCase) -> list[Message]:
    """The answers so far as a conversation, in the order of the sections."""
    return [message for section in case.pack.flow.sections for message in _history_of(case, section)]


def _history_of(case: OpenCase, name: str) -> Iterator[Message]:
    for item in case.projection.section(name).ordered():
        for question in case.projection.asks(name, item.id):
            answer = item.answers.get(question.field)
            if answer is not None and answer.status == "answered":
                about = (f"{name}.{question.field}", item.id)
                yield Message("asks", question.ask, about)
                yield Message("you", visible(answer.raw or said(question, answer.value)), about)
