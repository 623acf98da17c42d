"""The list of questions for the association: each one lands with those it concerns, and with nobody else."""

from pathlib import Path
from typing import Any

import pytest
from rulebook_samples import AS_OF, EDITION, Doc, asked, degree, document, job, known, leading, training

from intake.rulebook.assess import Assessment
from intake.rulebook.board import gaps, questions, to_do

RENEWS = document(applicant={"purpose": "renew"})
NOBODY = document(finished=())


def aims(level: str, **sections: Any) -> Doc:
    """Somebody who works toward a level."""
    return document(target={"level": level}, **sections)


#: question → (documents of people whom it concerns, documents of people whom it does not).
CONCERNS: dict[str, tuple[list[Doc], list[Doc]]] = {
    "two_tracks": (
        [document(work=[leading("clinical", "2024"), leading("policy", "2025")])],
        [document(work=[leading("clinical", "2010"), leading("clinical", "2020"), job("2010")])],
    ),
    "post_graduate_experience": (
        [document(work=[leading(role, "2024")]) for role in ("clinical", "policy", "research")],
        [document(work=[job("2024")])],
    ),
    "post_graduate_degree": (
        [document(education=[degree("doctorate")]), document(education=[degree("certificate")])],
        [document(education=[degree("master"), degree("cda")])],
    ),
    "higher_degree": (
        [aims("ifa", education=[degree("bachelor")]), aims("ifs", education=[degree("doctorate")])],
        [aims("ifa", education=[degree("associate")]), aims("ifs", education=[degree("master")])],
    ),
    "ages": (
        [document(work=[job("2024", ages=["ages_3_to_5"])])],
        [document(work=[job("2024", ages=["birth_to_3", "caregivers"]), job("2020", ages=["older"])])],
    ),
    "unpaid": ([document(work=[job("2024", paid=False)])], [document(work=[job("2024"), job("2020", paid=None)])]),
    "before_degree": (
        [aims("ifs", work=[job("2024")], education=[degree("bachelor")])],
        [aims("ifs", education=[degree("bachelor")]), aims("ifa", work=[job("2024")], education=[degree("bachelor")])],
    ),
    "part_time": ([document(work=[job("2024", schedule="part_time")])], [document(work=[job("2024")])]),
    "supervision": ([document(finished=("supervision", "work"))], [NOBODY]),
    "renewal_supervision": ([RENEWS], [document(), aims("imhm")]),
    "renewal_year": ([RENEWS], [document()]),
    "initial_training": ([document(training=[training(3)], finished=("training", "work"))], [NOBODY]),
    "who_refers": ([document(finished=("references",))], [NOBODY]),
    "cda_transcript": ([document(education=[degree("cda")])], [document(education=[degree("bachelor")])]),
    "no_college": (
        [document(education=[degree("high_school")]), document()],
        [document(education=[degree("associate")]), NOBODY, document(education=[{}])],
    ),
    "order_of_review": ([aims("imhs"), aims("imhm")], [aims("ifa"), aims("ifs"), document()]),
    "exam": ([aims("imhs"), aims("imhm")], [aims("ifa"), aims("ifs"), document()]),
    "fee": ([document(membership={"current": False})], [document(membership={"current": True}), document()]),
    "inactive": ([RENEWS], [document()]),
    "coming_back": (
        [document(endorsement={"registry": how}) for how in ("inactive", "removed")],
        [document(endorsement={"registry": "active"}), RENEWS],
    ),
    "foreign": (
        [document(education=[degree("master", abroad=True)]), document(work=[job("2024", abroad=True)])],
        [document(education=[degree("master")], work=[job("2024")])],
    ),
    "names": (
        [document(education=[degree("master", other_name=True)])],
        [document(education=[degree("master", other_name=False)])],
    ),
    "residence": (
        [document(applicant={"virginia": where}) for where in ("live", "work", "neither")],
        [document(applicant={"virginia": "live_and_work"}), document()],
    ),
    "expired_cda": (
        [document(education=[degree("cda", expires="2025-01")])],
        [document(education=[degree("cda", expires="2027-01"), degree("bachelor", expires="2020-01")])],
    ),
    "moving": ([document(applicant={"purpose": "move"})], [document(), RENEWS]),
    "policies": ([RENEWS], [document()]),
    "code": ([document(ethics={"read": False})], [document(ethics={"read": True}), document()]),
}


def test_every_question_of_the_edition_is_looked_at() -> None:
    assert [q.id for q in EDITION.questions] == list(CONCERNS)


def test_the_rows_of_the_domains_table_that_are_questions_are_here() -> None:
    assert {q.row for q in EDITION.questions} == {4, 5, 6, 8, 9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 23, 24}


@pytest.mark.parametrize("name", CONCERNS)
def test_a_question_lands_with_those_it_concerns_and_with_nobody_else(name: str) -> None:
    yes, no = CONCERNS[name]
    assert [name in asked(doc) for doc in yes] == [True] * len(yes)
    assert [name in asked(doc) for doc in no] == [False] * len(no)


def listed(doc: Doc, own: tuple[str, ...] = ()) -> list[str]:
    """The whole list of questions for a document."""
    return questions(Assessment(EDITION, AS_OF, known(doc)), own)


def test_a_question_says_what_the_page_says_and_what_it_does_not() -> None:
    line = next(q for q in listed(document(membership={"current": False})) if q.startswith("What does membership cost"))
    assert "The source page says: membership costs $25 a year. It does not say" in line
    assert line.endswith("Other guidance: $60 a year. (VA-6, VA-14, VA-16)")


def test_a_resident_of_maryland_who_works_in_virginia_has_where_to_apply_on_the_list() -> None:
    line = next(q for q in listed(document(applicant={"virginia": "work"})) if q.startswith("Do I apply in Virginia"))
    assert "Arizona and Tennessee" in line


def test_what_is_to_be_confirmed_is_asked_about_for_the_level_aimed_at() -> None:
    doctor = [degree("doctorate")]
    ask = "Does my degree stand for the Bachelor's or Master's degree of Level II?"
    assert ask in listed(aims("ifs", education=doctor))
    assert ask in listed(document(education=doctor)), "who is not sure of the level sees what concerns any of them"
    assert ask not in listed(aims("imhs", education=doctor))


def test_the_persons_own_questions_stand_on_the_list_once() -> None:
    own = "Does service coordination count?"
    assert listed(document(), (own, own)).count(own) == 1


def test_gaps_tell_what_is_the_persons_to_do_from_what_waits_for_others() -> None:
    doc = aims(
        "imhs",
        exam={"status": "registered"},
        education=[degree("master", transcript="requested")],
        references=[{"name": name, "status": "asked"} for name in ("A", "B", "C")],
    )
    mine, waiting = gaps(Assessment(EDITION, AS_OF, known(doc)))
    assert {r.id for r in waiting} == {"portfolio.education", "portfolio.ratings", "imhs.exam"}
    assert "imhs.work" in {r.id for r in mine}
    assert not {r.id for r in mine} & {r.id for r in waiting}
    assert not any(r.level not in {"", "imhs"} for r in [*mine, *waiting])


def test_each_transcript_is_a_line_of_its_own_by_whose_turn_it_is() -> None:
    statuses = ("not_requested", "requested", "sent", "own_copy", None)
    degrees = [degree("master", school=f"School {n}", transcript=status) for n, status in enumerate(statuses)]
    mine, waiting = to_do(Assessment(EDITION, AS_OF, known(document(education=degrees))))
    told = [task for task in mine if task.item]
    assert [task.item for task in told] == ["education-1", "education-4", "education-5"]
    assert [task.text.rpartition(", ")[2] for task in told[:2]] == [
        "School 0 (not requested)",
        "School 3 (own copy only)",
    ]
    assert told[2].text == "Tell more about Master's degree, child development (transcript)"
    (only,) = (task for task in waiting if task.item)
    assert only.text.startswith("Official transcript from the school: ")
    assert only.item == "education-2"


def test_every_quoted_fragment_in_a_question_stands_on_the_page() -> None:
    page = Path(__file__).parents[3] / "shared" / "seed-page.txt"
    text = " ".join(page.read_text("utf-8").split()).casefold() if page.is_file() else None
    for question in EDITION.questions:
        fragments = question.says.split('"')[1::2]
        assert question.says.count('"') % 2 == 0, question.id
        for fragment in fragments:
            assert fragment.strip(), question.id
            assert text is None or fragment.casefold() in text, f"{question.id}: {fragment}"
