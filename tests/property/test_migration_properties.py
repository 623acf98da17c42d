"""Whatever a new version does to the questions: answers are asked for, asked again or kept aside, also on replay."""

import copy
from collections import Counter
from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from memory import lines_of
from test_interview_properties import ACTIONS, played

from intake.interview import events as ev
from intake.interview import steps as do
from intake.interview.flow import Flow
from intake.interview.fold import fold
from intake.interview.migrating import migrated, misfits
from intake.interview.projection import Projection
from intake.interview.state import Answer, Content
from intake.packs.checks.migrations import follow
from intake.packs.load import load
from intake.packs.yaml import read
from intake.resources import flows_folder

Tree = dict[str, Any]
FLOW = load().flow
NEVER = frozenset({"when", "unless", "cues"})


def _bare(value: Any) -> Any:
    """A flow file without conditions and cues, which name questions."""
    if isinstance(value, dict):
        return {key: _bare(inner) for key, inner in value.items() if key not in NEVER}
    return [_bare(inner) for inner in value] if isinstance(value, list) else value


TREE: Tree = _bare(read(flows_folder() / "vaimh" / "application.yaml")[0])
TEXT = {"ask": "?", "label": "new", "kind": "text", "why": "new", "help": "new"}
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "rename_question",
                "rename_section",
                "rename_option",
                "merge_option",
                "remove_option",
                "remove_question",
                "add_question",
                "ask_anew",
            ]
        ),
        st.integers(0, 999),
    ),
    max_size=12,
)


class Author:
    """Somebody who writes a new version: the flow's tree as it becomes, and the steps that say so."""

    def __init__(self) -> None:
        self.tree = copy.deepcopy(TREE)
        self.steps: list[do.Step] = []

    def sections(self) -> list[Tree]:
        """What goes into the portfolio."""
        return [s for stage in self.tree["stages"] if stage["id"] != "finish" for s in stage["sections"]]

    def change(self, what: str, pick: int) -> None:
        """One change and its step."""
        section = self.sections()[pick % len(self.sections())]
        question = section["questions"][pick % len(section["questions"])]
        name, new = f"{section['id']}.{question['field']}", f"new_{len(self.steps)}"
        if what == "rename_section":
            self.steps.append(do.RenameSection(section["id"], new.replace("_", "")))
            section["id"] = new.replace("_", "")
        elif what == "rename_question":
            self.steps.append(do.RenameQuestion(name, f"{section['id']}.{new}"))
            self._retitle(section, question["field"], new)
            question["field"] = new
        elif what == "add_question":
            self.steps.append(do.AddQuestion(f"{section['id']}.{new}"))
            section["questions"].append(TEXT | {"field": new})
        elif what == "remove_question" and len(section["questions"]) > 1:
            self.steps.append(do.RemoveQuestion(name, "old"))
            section["questions"].remove(question)
            self._retitle(section, question["field"], section["questions"][0]["field"])
        elif what == "ask_anew":
            self.steps.append(do.AskAnew(name, "It means something else."))
        elif len(question.get("choices", [])) > 1:
            self._options(what, name, question["choices"], pick)

    def _retitle(self, section: Tree, old: str, new: str) -> None:
        if "repeat" in section:
            section["repeat"]["title"] = [new if field == old else field for field in section["repeat"]["title"]]

    def _options(self, what: str, name: str, choices: list[Tree], pick: int) -> None:
        chosen, other = choices[pick % len(choices)], choices[(pick + 1) % len(choices)]
        if what == "rename_option":
            self.steps.append(do.RenameOption(name, chosen["id"], f"new_{len(self.steps)}"))
            chosen["id"] = f"new_{len(self.steps) - 1}"
        elif what == "merge_option":
            self.steps.append(do.RenameOption(name, chosen["id"], other["id"]))
            choices.remove(chosen)
        elif what == "remove_option":
            self.steps.append(do.RemoveOption(name, chosen["id"]))
            choices.remove(chosen)


def written(changes: list[tuple[str, int]]) -> tuple[Flow, tuple[do.Step, ...]]:
    """The new version and the steps to it."""
    author = Author()
    for what, pick in changes:
        author.change(what, pick)
    return Flow.model_validate(author.tree), tuple(author.steps)


def every(content: Content) -> list[Answer]:
    """Every answer that is there: to a question, or aside."""
    standing = [
        answer
        for section in content.sections.values()
        for item in section.ordered()
        for answer in item.answers.values()
    ]
    return [*standing, *(kept.answer for kept in content.aside)]


def told(answers: Iterable[Answer]) -> Counter[str]:
    """How often each thing was said, but for choices, whose names a step may change."""
    return Counter(repr(a.value) for a in answers if not isinstance(a.value, list) and " " in str(a.value))


def event_of(steps: tuple[do.Step, ...]) -> ev.Migrated:
    """The event of these steps."""
    return ev.Migrated(
        flow=FLOW.flow,
        version=2,
        sha256="1" * 64,
        from_version=1,
        from_sha256="0" * 64,
        steps=steps,
        finishing=tuple(sorted(FLOW.finishing)),
    )


@settings(max_examples=60, deadline=None)
@given(ACTIONS, CHANGES)
def test_after_a_sound_migration_every_answer_has_its_place_and_none_is_lost(
    actions: list[tuple[str, int]], changes: list[tuple[str, int]]
) -> None:
    flow, steps = written(changes)
    assert list(follow(steps, Flow.model_validate(TREE), flow)) == []
    before = played(actions).state.content
    after = migrated(before, steps)
    assert misfits(after, flow) == ()
    assert len(every(after)) == len(every(before))
    assert told(every(after)) == told(every(before))
    assert len(after.files) == len(before.files)
    assert Counter(w.words for w in after.remembered) == Counter(w.words for w in before.remembered)
    projection = Projection(flow, after)
    for name in flow.sections:
        for item in projection.section(name).ordered():
            looks = [field for field, answer in item.answers.items() if answer.look]
            assert not looks or item.id in projection.open[name], "what needs another look is asked"
            for field in looks:
                assert item.answers[field].status != "answered" or field in projection.docs[name][item.id]


@settings(max_examples=60, deadline=None)
@given(ACTIONS, CHANGES, ACTIONS)
def test_a_log_with_a_migration_is_replayed_to_the_state_that_stood(
    actions: list[tuple[str, int]], changes: list[tuple[str, int]], more: list[tuple[str, int]]
) -> None:
    opened = played(actions)
    flow, steps = written(changes)
    entries = [ev.load(line) for line in lines_of(opened)]
    number = opened.state.seq
    moved = ev.Entry(number + 1, opened.state.step + 1, "2026-03-02T12:00:00+00:00", event_of(steps))
    live = fold([moved], FLOW.finishing, opened.state)
    taken = live.content
    section = next(iter(flow.sections.values()))
    later: list[ev.Event] = [
        ev.Answered(question=f"{section.id}.{section.questions[0].field}", value=f"words {pick}") for _act, pick in more
    ]
    log = [*entries, moved]
    for event in [*later, *(ev.Undone() for _one in later)]:
        log.append(ev.Entry(log[-1].seq + 1, log[-1].step + 1, moved.at, event))
        live = fold(log[-1:], flow.finishing, live)
        assert fold([ev.load(ev.dump(entry)) for entry in log], flow.finishing) == live
    assert live.content == taken, "undo leads back to the migration, and no further"
    assert not live.past


NAMES = st.sampled_from([f"{s.id}.{q.field}" for s in FLOW.sections.values() for q in s.questions][:30])
SECTIONS = st.sampled_from(list(FLOW.sections))
WORDS = st.sampled_from(["bachelor", "apply", "direct", "birth_to_3", "part_time", "banana"])
ANY = st.lists(
    st.one_of(
        st.builds(do.RenameQuestion, NAMES, NAMES),
        st.builds(do.RenameSection, SECTIONS, SECTIONS),
        st.builds(do.RenameOption, NAMES, WORDS, WORDS),
        st.builds(do.RemoveOption, NAMES, WORDS),
        st.builds(do.RemoveQuestion, NAMES),
        st.builds(do.AskAnew, NAMES, st.just("why")),
        st.builds(do.SetAside, NAMES, st.sampled_from(["", "work-1"])),
    ),
    max_size=10,
)


@settings(max_examples=100, deadline=None)
@given(ACTIONS, ANY)
def test_steps_that_fit_nothing_lose_no_answer_either(actions: list[tuple[str, int]], steps: list[do.Step]) -> None:
    before = played(actions).state.content
    over = migrated(before, steps)
    after = migrated(over, misfits(over, FLOW))
    assert misfits(after, FLOW) == ()
    assert len(every(after)) == len(every(before))
    assert told(every(after)) == told(every(before))
    assert len(after.files) == len(before.files)
