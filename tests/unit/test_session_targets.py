"""Answers by their everyday names: which one is meant, or that none or several are."""

import pytest
from memory import case

from intake.interview import commands as cmd
from intake.interview.standing import Standing
from intake.session.case import OpenCase
from intake.session.targets import item_of, known_words, resolve, section_of

ENTRIES: dict[str, list[dict[str, object]]] = {
    "education": [
        {"credential": "cda", "school": "Council", "awarded": "2014", "expires": "2027", "transcript": "own_copy"},
        {"credential": "master", "subject": "social work", "school": "GMU", "awarded": "2019-05", "abroad": False},
    ],
    "training": [
        {"title": "Circle of Security", "provider": "VAIMH", "date": "2025-10", "hours": 6},
        {"title": "Reflective Practice Institute", "provider": "UCSF", "date": "2025-06", "hours": 24},
    ],
    "work": [
        {"title": "home visitor", "employer": "County", "schedule": "part_time", "role": "direct", "supervised": True},
        {"title": "nurse", "employer": "Norfolk Hospital", "schedule": "full_time", "role": "direct"},
    ],
    "supervision": [{"provider": "Mary Lopez", "hours": 24}],
    "references": [{"name": "Robin Avery"}, {"name": "Lee Park"}],
}


def told() -> OpenCase:
    """A case of somebody who aims for the Mentor's level, with two entries in most lists."""
    opened = case()
    opened.do(cmd.Answer("applicant.purpose", "", "apply"))
    opened.do(cmd.Answer("membership.current", "", False))
    opened.do(cmd.Answer("target.level", "", "imhm"))
    opened.do(cmd.Answer("exam.status", "", "registered"))
    opened.do(cmd.Answer("ethics.read", "", True))
    for section, items in ENTRIES.items():
        for n, item in enumerate(items, start=1):
            opened.do(cmd.Add(section))
            for field, value in item.items():
                opened.do(cmd.Answer(f"{section}.{field}", f"{section}-{n}", value))
    return opened


CASE = told()


@pytest.mark.parametrize(
    ("words", "question", "item"),
    [
        ("my name", "applicant.name", ""),
        ("my email", "applicant.email", ""),
        ("e-mail address", "applicant.email", ""),
        ("where I live", "applicant.virginia", ""),
        ("the purpose", "applicant.purpose", ""),
        ("my membership", "membership.current", ""),
        ("when my membership ended", "membership.ended", ""),
        ("the level", "target.level", ""),
        ("my level", "target.level", ""),
        ("the track", "target.track", ""),
        ("mentor category", "target.track", ""),
        ("my graduation year", "education.awarded", "education-2"),
        ("graduation date of the first degree", "education.awarded", "education-1"),
        ("the date awarded", "education.awarded", "education-2"),
        ("the expiry date of my CDA", "education.expires", "education-1"),
        ("my school", "education.school", "education-2"),
        ("the second degree's school", "education.school", "education-2"),
        ("maiden name", "education.other_name", "education-2"),
        ("the transcript of the master's", "education.transcript", "education-2"),
        ("hours of the last training", "training.hours", "training-2"),
        ("hours of training 1", "training.hours", "training-1"),
        ("hours of circle of security", "training.hours", "training-1"),
        ("reflective practice institute hours", "training.hours", "training-2"),
        ("the title of the first training", "training.title", "training-1"),
        ("the provider of training 2", "training.provider", "training-2"),
        ("the second training", "training.title", "training-2"),
        ("the end date of the second job", "work.span", "work-2"),
        ("the start date of job 1", "work.span", "work-1"),
        ("the nurse job dates", "work.span", "work-2"),
        ("job title", "work.title", "work-2"),
        ("my second job's title", "work.title", "work-2"),
        ("my first job's employer", "work.employer", "work-1"),
        ("employer of job 1", "work.employer", "work-1"),
        ("hours per week of job 1", "work.hours_per_week", "work-1"),
        ("the ages of the last job", "work.ages", "work-2"),
        ("the description of the first job", "work.description", "work-1"),
        ("whether I was paid", "work.paid", "work-2"),
        ("supervised dates of the home visitor job", "work.supervised_span", "work-1"),
        ("reflective supervision hours", "supervision.hours", "supervision-1"),
        ("hours of reflective supervision", "supervision.hours", "supervision-1"),
        ("the name of the second reference", "references.name", "references-2"),
        ("reference 1's name", "references.name", "references-1"),
        ("the status of the first reference", "references.status", "references-1"),
        ("Robin Avery's rating", "references.status", "references-1"),
        ("the exam date", "exam.date", ""),
        ("my exam status", "exam.status", ""),
        ("code of ethics version", "ethics.version", ""),
    ],
)
def test_an_everyday_phrase_names_one_answer(words: str, question: str, item: str) -> None:
    assert resolve(CASE.projection, words) == [(question, item)]


@pytest.mark.parametrize("words", ["banana", "the third job", "hours of training 7", "the fifth reference", "it", ""])
def test_what_names_nothing_that_is_there_names_nothing(words: str) -> None:
    assert resolve(CASE.projection, words) == []


def test_what_several_may_mean_is_told_apart_by_the_question_that_stands() -> None:
    assert len(resolve(CASE.projection, "the hours")) == 2
    assert resolve(CASE.projection, "the hours", Standing("training.date", "training-1")) == [
        ("training.hours", "training-1")
    ]
    assert resolve(CASE.projection, "the hours", Standing("supervision.span", "supervision-1")) == [
        ("supervision.hours", "supervision-1")
    ]


def test_at_a_question_of_an_entry_its_own_answers_are_meant() -> None:
    here = Standing("work.ages", "work-1")
    assert resolve(CASE.projection, "the employer", here) == [("work.employer", "work-1")]
    assert resolve(CASE.projection, "the employer of the last job", here) == [("work.employer", "work-2")]
    assert resolve(CASE.projection, "my name", Standing("references.relation", "references-1")) == [
        ("applicant.name", "")
    ]


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("work", "work"),
        ("my jobs", "work"),
        ("degrees", "education"),
        ("the trainings", "training"),
        ("workshops", "training"),
        ("references", "references"),
        ("reference ratings", "references"),
        ("reflective supervision", "supervision"),
        ("the exam", "exam"),
        ("about me", "applicant"),
        ("membership", "membership"),
        ("level", "target"),
        ("code of ethics", "ethics"),
        ("renewal", None),
        ("banana", None),
        ("", None),
    ],
)
def test_a_part_of_the_interview_is_found_by_its_names(words: str, section: str | None) -> None:
    assert section_of(CASE.projection, words) == section


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("job 2", "work-2"),
        ("the first job", "work-1"),
        ("the 2nd job", "work-2"),
        ("the last job", "work-2"),
        ("the nurse", "work-2"),
        ("the job", "work-1"),
        ("it", "work-1"),
        ("that one", "work-1"),
        ("training 2", "training-2"),
        ("the CDA", "education-1"),
        ("reference 2", "references-2"),
        ("job 3", None),
        ("the tenth job", None),
        ("banana", None),
        ("the exam", None),
    ],
)
def test_an_entry_is_found_by_place_or_title_and_never_guessed(words: str, item: str | None) -> None:
    found = item_of(CASE.projection, words, Standing("work.ages", "work-1"))
    assert (found.item if found else None) == item


def test_a_title_that_two_entries_share_names_neither() -> None:
    opened = told()
    opened.do(cmd.Add("work"))
    opened.do(cmd.Answer("work.title", "work-3", "nurse"))
    assert item_of(opened.projection, "the nurse", Standing("work.more", "")) is None


def test_only_names_of_answers_make_an_order_where_a_title_is_asked_for() -> None:
    flow = CASE.pack.flow
    assert known_words(flow, "the school")
    assert known_words(flow, "the end date of the second job")
    assert not known_words(flow, "Makers")
    assert not known_words(flow, "")
