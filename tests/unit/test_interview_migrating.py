"""Steps on a content: what goes over, what makes room, and what is kept aside."""

from collections.abc import Collection
from typing import Any

import pytest
from memory import case

from intake.interview import commands as cmd
from intake.interview import events as ev
from intake.interview import steps as st
from intake.interview.fold import fold
from intake.interview.migrating import former, migrated, misfits, renamed
from intake.interview.state import Content
from intake.packs.load import load

SPAN = {"start": "2020-01", "end": ".."}


@pytest.fixture
def content() -> Content:
    """Two jobs with two answers each, an e-mail address and a membership."""
    opened = case()
    for place in ("here", "there"):
        opened.do(cmd.Add("work", f"nurse {place}"))
    for n, place in enumerate(("Bon Secours", "VCU"), start=1):
        opened.do(cmd.Answer("work.employer", f"work-{n}", place))
    opened.do(cmd.Answer("applicant.email", "", "a@b.org"))
    opened.do(cmd.Pass("applicant.phone", "", "unsure"))
    opened.do(cmd.Answer("membership.current", "", True))
    opened.do(cmd.Attach("work-2", "card.pdf", "0" * 64, 8))
    return opened.state.content


def built(*events: ev.Event, finishing: Collection[str] = ()) -> Content:
    """The content after `events`, each a step of its own."""
    entries = [ev.Entry(n, n, "", event) for n, event in enumerate(events, start=1)]
    return fold(entries, frozenset(finishing)).content


def standing(content: Content) -> dict[str, Any]:
    """Every answer that stands, as `section.item.field`."""
    return {
        f"{name}.{item.id}.{field}": answer.value
        for name, section in content.sections.items()
        for item in section.ordered()
        for field, answer in item.answers.items()
    }


def aside(content: Content) -> list[tuple[str, str, Any]]:
    """What is kept aside: question, item, value."""
    return [(kept.question, kept.item, kept.answer.value) for kept in content.aside]


def test_a_name_that_is_taken_makes_room_and_loses_nothing(content: Content) -> None:
    after = migrated(content, [st.RenameQuestion("work.title", "work.employer")])
    assert standing(after).items() >= {("work.work-1.employer", "nurse here"), ("work.work-2.employer", "nurse there")}
    assert aside(after) == [("work.employer", "work-1", "Bon Secours"), ("work.employer", "work-2", "VCU")]


def test_a_section_whose_name_is_taken_makes_room_and_keeps_its_files_apart(content: Content) -> None:
    after = migrated(content, [st.RenameSection("applicant", "work")])
    assert standing(after)["work..email"] == "a@b.org"
    assert standing(after)["work~.work~-2.employer"] == "VCU"
    assert [file.item for file in after.files.values()] == ["work~-2"]
    assert {step.question for step in misfits(after, load().flow)} >= {"work~.title", "work~.employer", "work.email"}


def test_what_is_asked_once_goes_to_another_section_and_an_answer_in_a_list_does_not(content: Content) -> None:
    after = migrated(content, [st.RenameQuestion("applicant.email", "contact.email")])
    assert standing(after)["contact..email"] == "a@b.org"
    assert "applicant..email" not in standing(after)
    after = migrated(content, [st.RenameQuestion("work.title", "contact.title")])
    assert aside(after) == [("work.title", "work-1", "nurse here"), ("work.title", "work-2", "nurse there")]


def test_names_can_be_exchanged_by_way_of_a_third(content: Content) -> None:
    exchange = [
        st.RenameQuestion("work.title", "work.third"),
        st.RenameQuestion("work.employer", "work.title"),
        st.RenameQuestion("work.third", "work.employer"),
    ]
    after = standing(migrated(content, exchange))
    assert (after["work.work-1.title"], after["work.work-1.employer"]) == ("Bon Secours", "nurse here")
    assert aside(migrated(content, exchange)) == []


def test_two_choices_of_a_list_that_become_one_stand_in_it_once() -> None:
    ages = ["birth_to_3", "ages_3_to_5", "caregivers"]
    content = built(ev.Added("work", "work-1"), ev.Answered("work.ages", ages, "work-1"))
    after = migrated(content, [st.RenameOption("work.ages", "ages_3_to_5", "birth_to_3")])
    assert standing(after) == {"work.work-1.ages": ["birth_to_3", "caregivers"]}


def test_an_entry_has_no_place_where_the_question_is_asked_once_nor_the_other_way_round() -> None:
    listed = built(ev.Added("applicant", "applicant-1"), ev.Answered("applicant.name", "Dana", "applicant-1"))
    assert misfits(listed, load().flow) == (st.SetAside("applicant.name", "applicant-1"),)
    once = built(ev.Answered("training.title", "Circle of Security"))
    assert misfits(once, load().flow) == (st.SetAside("training.title", ""),)


def test_what_lapsed_under_the_version_before_is_not_back_on_replay() -> None:
    moved = ev.Migrated(
        flow="vaimh/application",
        version=2,
        sha256="1" * 64,
        from_version=1,
        from_sha256="0" * 64,
        steps=(st.RenameSection("check", "review"),),
        finishing=("check",),
    )
    said: list[ev.Event] = [ev.Answered("check.ready", True), ev.Answered("applicant.name", "Dana"), moved]
    assert standing(built(*said, finishing={"review"})) == {"applicant..name": "Dana"}
    said.insert(2, ev.Answered("check.ready", True))
    assert standing(built(*said, finishing={"review"})) == {"applicant..name": "Dana", "review..ready": True}


def test_not_sure_is_looked_at_again_too(content: Content) -> None:
    after = migrated(content, [st.AskAnew("applicant.phone", "A number is needed now.")])
    answer = after.sections["applicant"].items[""].answers["phone"]
    assert (answer.status, answer.look) == ("unsure", "A number is needed now.")


def test_what_sections_are_called_before_and_after_is_the_other_way_round() -> None:
    steps = [st.RenameSection("review", "look"), st.RenameSection("look", "check")]
    assert renamed({"review", "sign"}, steps) == {"check", "sign"}
    assert former({"check", "sign"}, steps) == {"review", "sign"}


@pytest.mark.parametrize(
    ("question", "value", "fits"),
    [
        ("work.title", "nurse", True),
        ("work.title", 3, False),
        ("work.paid", True, True),
        ("work.paid", "yes", False),
        ("work.hours_per_week", 20.5, True),
        ("work.hours_per_week", True, False),
        ("work.hours_per_week", 999, True),
        ("work.span", SPAN, True),
        ("work.span", {"start": "2020-01"}, False),
        ("work.span", {"start": "soon", "end": ".."}, False),
        ("work.span", "whole", False),
        ("work.supervised_span", "whole", True),
        ("work.schedule", "part_time", True),
        ("work.schedule", "half_time", False),
        ("work.ages", ["birth_to_3"], True),
        ("work.ages", ["birth_to_3", "teens"], False),
        ("work.ages", "birth_to_3", False),
        ("training.date", "2025-10", True),
        ("training.date", "last fall", False),
        ("training.date", ["2025"], False),
        ("training.place", "Richmond", False),
    ],
)
def test_an_answer_has_a_place_where_its_question_takes_such_a_value(question: str, value: Any, fits: bool) -> None:
    section = question.partition(".")[0]
    content = built(ev.Added(section, f"{section}-1"), ev.Answered(question, value, f"{section}-1"))
    assert (misfits(content, load().flow) == ()) is fits
