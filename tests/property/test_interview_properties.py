"""Whatever is done, in whatever order: nothing is lost, everything can be taken back, and there is always a way on."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from memory import case, replayed

from intake.interview import commands as cmd
from intake.interview.flow import Question
from intake.interview.projection import Projection
from intake.interview.standing import MORE, can_ask
from intake.interview.statechart import END
from intake.portfolio.records import LISTS
from intake.rulebook.assess import Assessment
from intake.session.case import OpenCase

_DATES = ("2015-05", "2017-05-01", "2024", "2025-11-30", "2031")
_SPANS = (
    {"start": "2017-02", "end": ".."},
    {"start": "2020-01-15", "end": "2023-06"},
    {"start": "2024", "end": "2025"},
)


def value_for(question: Question, pick: int) -> Any:
    """A legal value of `question`, chosen by `pick`."""
    if question.kind in {"choice", "choices"}:
        chosen = question.choices[pick % len(question.choices)].id
        return chosen if question.kind == "choice" else [chosen]
    if question.whole and pick % 2:
        return question.whole
    plain = {"yes_no": bool(pick % 2), "date": _DATES[pick % len(_DATES)], "span": _SPANS[pick % len(_SPANS)]}
    return plain.get(question.kind, pick % 40 + 0.5 if question.kind in {"hours", "number"} else f"words {pick}")


def perform(opened: OpenCase, action: str, pick: int) -> None:
    """One thing that a person may do; what does not fit is refused and changes nothing."""
    try:
        opened.do(_command(opened, action, pick))
    except cmd.Refused:
        return


def _fill(opened: OpenCase, section: str, item: str, pick: int) -> cmd.Fill:
    questions = opened.pack.flow.sections[section].questions[: 1 + pick % 3]
    answers = {q.field: cmd.Answer("", "", value_for(q, pick)) for q in questions}
    kept = [words for words in opened.state.content.remembered if words.section == section]
    return cmd.Fill(section, item, answers, kept[0].words if kept and pick % 2 else "")


def _command(opened: OpenCase, action: str, pick: int) -> cmd.Command:
    here, flow = opened.standing, opened.pack.flow
    section = LISTS[pick % len(LISTS)]
    items = [item.id for item in opened.projection.section(section).ordered()]
    item = items[pick % len(items)] if items else f"{section}-1"
    if action == "answer":
        if here.field == MORE:
            return cmd.Add(here.section) if pick % 3 else cmd.Finish(here.section)
        question = flow.question(here.question)
        return cmd.Answer(here.question, here.item, value_for(question, pick)) if question else cmd.Onward()
    if action == "change":
        rows = [(f"{s.id}.{q.field}", q) for s in flow.sections.values() if not s.repeat for q in s.questions]
        name, question = rows[pick % len(rows)]
        return cmd.Answer(name, "", value_for(question, pick))
    simple: dict[str, cmd.Command] = {
        "skip": cmd.Pass(here.question, here.item, "skipped"),
        "back": cmd.Back(),
        "onward": cmd.Onward(),
        "undo": cmd.Undo(),
        "redo": cmd.Redo(),
        "add": cmd.Add(section),
        "remove": cmd.Remove(section, item),
        "move": cmd.Reorder(section, item, pick % max(len(items), 1)),
        "finish": cmd.Finish(section),
        "goto": cmd.GoTo(list(flow.sections)[pick % len(flow.sections)]),
        "ask": cmd.Ask(f"question {pick}"),
        "fill": _fill(opened, section, item if items and pick % 2 else "", pick),
        "remember": cmd.Remember(section, f"words {pick % 3}"),
        "recall": cmd.Recall(section, f"words {pick % 3}"),
        "attach": cmd.Attach(item, "a.pdf", "0" * 64, pick),
    }
    return simple[action]


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(
            ["answer"] * 8
            + [
                "change",
                "skip",
                "back",
                "onward",
                "undo",
                "redo",
                "add",
                "remove",
                "move",
                "finish",
                "goto",
                "ask",
                "attach",
                "fill",
                "remember",
                "recall",
            ]
        ),
        st.integers(0, 999),
    ),
    max_size=60,
)


def played(actions: list[tuple[str, int]]) -> OpenCase:
    """A case in which all of `actions` were done."""
    opened = case()
    for action, pick in actions:
        perform(opened, action, pick)
    return opened


@settings(max_examples=60, deadline=None)
@given(ACTIONS)
def test_replaying_the_written_log_gives_the_live_state(actions: list[tuple[str, int]]) -> None:
    opened = played(actions)
    assert replayed(opened) == opened.state


@settings(max_examples=60, deadline=None)
@given(ACTIONS)
def test_undo_then_redo_is_the_identity(actions: list[tuple[str, int]]) -> None:
    opened = played(actions)
    before, standing = opened.state.content, opened.standing
    if not opened.state.past:
        return
    opened.do(cmd.Undo())
    opened.do(cmd.Redo())
    assert opened.state.content == before
    assert opened.standing == standing


@settings(max_examples=40, deadline=None)
@given(ACTIONS)
def test_undoing_everything_leads_back_to_the_empty_case(actions: list[tuple[str, int]]) -> None:
    opened = played(actions)
    while opened.state.past:
        opened.do(cmd.Undo())
    assert not any(section.items for section in opened.state.content.sections.values())


@settings(max_examples=60, deadline=None)
@given(ACTIONS)
def test_there_is_always_a_question_that_can_be_answered_until_the_end(actions: list[tuple[str, int]]) -> None:
    opened = played(actions)
    for _step in range(400):
        here = opened.standing
        if here.question == END:
            return
        assert can_ask(opened.projection, here.question, here.item)
        if here.field == MORE:
            opened.do(cmd.Finish(here.section))
        else:
            opened.do(cmd.Pass(here.question, here.item, "skipped"))
    raise AssertionError(f"no end in sight at {opened.standing}")


@settings(max_examples=60, deadline=None)
@given(ACTIONS)
def test_what_is_brought_forward_equals_what_is_reckoned_from_scratch(actions: list[tuple[str, int]]) -> None:
    opened = played(actions)
    anew = Projection(opened.pack.flow, opened.state.content)
    assert opened.projection.docs == anew.docs
    assert opened.projection.open == anew.open
    assert opened.projection.known == anew.known
    assert opened.assessment.words() == Assessment(opened.pack.edition, opened.as_of, opened.answers()).words()


@settings(max_examples=60, deadline=None)
@given(ACTIONS, st.integers(1, 6))
def test_going_back_blanks_nothing(actions: list[tuple[str, int]], times: int) -> None:
    opened = played(actions)
    before = opened.state.content.sections
    for _time in range(times):
        perform(opened, "back", 0)
    assert opened.state.content.sections == before
