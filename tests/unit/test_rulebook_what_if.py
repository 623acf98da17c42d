"""What if: changes on the answers, made without touching them, and what would move."""

import copy
import datetime as dt

import pytest
from rulebook_samples import AS_OF, EDITION, Doc, degree, document, job, known, reference

from intake.rulebook.assess import Assessment
from intake.rulebook.assumed import assumed
from intake.rulebook.what_if import Added, Change, Changed, Later, applied, difference, tried


def moved(doc: Doc, *changes: Change) -> dict[str, tuple[str, str]]:
    """What moves, by requirement."""
    before = Assessment(EDITION, AS_OF, known(doc))
    return {m.requirement.id: (m.before, m.after) for m in difference(before, tried(before, changes)).moved}


def entry(section: str, **said: object) -> Added:
    """One more entry, with what was not said of it taken as counting plainly."""
    return Added(section, assumed(EDITION, section, said, AS_OF))


def test_a_degree_that_is_tried_moves_what_asks_for_it() -> None:
    assert moved(document(), entry("education", credential="master"))["imhs.degree"] == ("not_met", "met")


def test_an_answer_that_is_changed_moves_its_requirement() -> None:
    doc = document(membership={"current": False})
    assert moved(doc, Changed("membership", "", {"current": True})) == {"pre.membership": ("not_met", "met")}


def test_an_entry_that_is_changed_moves_what_it_counts_for() -> None:
    doc = document(education=[degree("high_school")], work=[job("2022-01-01", paid=False)])
    assert moved(doc, Changed("work", "work-1", {"paid": True}))["ifa.route"] == ("not_met", "met")


def test_later_everything_that_goes_on_has_gone_on() -> None:
    doc = document(education=[degree("master", "2017-05-13")], work=[job("2025-01-01")])
    assert moved(doc, Later(dt.date(2026, 12, 31))) == {}
    assert moved(doc, Later(dt.date(2027, 1, 1)))["imhs.work"] == ("not_met", "met")


def test_several_changes_are_tried_together() -> None:
    both = moved(document(), entry("education", credential="cda"), Changed("membership", "", {"current": True}))
    assert {"ifa.route", "pre.membership"} <= both.keys()


def test_two_references_that_are_tried_are_two_people() -> None:
    doc = document(references=[reference("Ana")])
    assert moved(doc, entry("references"), entry("references"))["portfolio.references"] == ("not_met", "met")
    assert "portfolio.references" not in moved(doc, entry("references"))


@pytest.mark.parametrize("section", ["education", "work", "references", "training", "supervision"])
def test_an_entry_of_which_nothing_is_said_turns_no_verdict_unknown(section: str) -> None:
    doc = document(education=[degree("high_school")], membership={"current": False}, exam={"status": "not_registered"})
    assert not any(after == "need_information" for _before, after in moved(doc, entry(section)).values())


def test_what_was_said_is_never_replaced_by_what_is_assumed() -> None:
    values = assumed(EDITION, "work", {"role": "policy", "schedule": "part_time"}, AS_OF)
    assert (values["role"], values["schedule"], values["abroad"]) == ("policy", "part_time", False)
    assert assumed(EDITION, "work", {"supervised": True}, AS_OF)["role"] == "direct"
    assert assumed(EDITION, "education", {"expires": "2030-01"}, AS_OF)["credential"] == "cda"


def test_no_amount_is_taken_for_granted() -> None:
    assert assumed(EDITION, "work", {}, AS_OF)["span"] == {"start": "2026-03-01", "end": ".."}
    assert "ifa.route" not in moved(document(), entry("work"))


def test_the_answers_that_a_trial_is_made_on_stay_as_they_were() -> None:
    answers = known(document(education=[degree("cda")], work=[job("2022-01-01")], membership={"current": False}))
    before = copy.deepcopy(answers)
    applied(
        answers,
        [entry("work"), Changed("work", "work-1", {"paid": False}), Changed("membership", "", {"current": True})],
    )
    assert answers == before
