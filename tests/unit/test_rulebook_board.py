"""What is open in a row of the board: the worst first, and what has another verdict than the row says so."""

from typing import Any

from rulebook_samples import AS_OF, EDITION, degree, document, job, known

from intake.rulebook.assess import Assessment
from intake.rulebook.board import Row, board


def rows(**sections: Any) -> dict[str, Row]:
    assessment = Assessment(EDITION, AS_OF, known(document(**sections)))
    return {row.id: row for row in board(assessment)}


def test_what_is_only_to_be_confirmed_is_not_listed_as_if_it_were_not_met() -> None:
    found = rows(education=[degree("bachelor")], work=[job("2025-01-01")])["ifs"]
    assert found.word == "not_met"
    assert found.open == (
        "Two years of paid professional work",
        "Work that promotes infant mental health (confirm with the association)",
    )


def test_the_worst_is_named_first_and_the_exam_which_is_no_part_of_the_verdict_last() -> None:
    found = rows(education=[degree("master", abroad=True)], finished=("education",))["imhs"]
    assert found.word == "need_information"
    assert found.open == (
        "Two years of supervised work",
        "Relationship-focused services",
        "Master's or post-graduate degree (confirm with the association)",
        "Written exam",
    )
