"""The editions beside the seed: what later Virginia pages, Oklahoma and the Alliance change, and what they never do."""

import re
from typing import Any

import pytest
from golden.cases import EDGES
from rulebook_samples import (
    AS_OF,
    EDITION,
    LISTS,
    Doc,
    degree,
    document,
    job,
    known,
    leading,
    reference,
    training,
    words,
)

from intake.packs.load import load_edition
from intake.rulebook.assess import Assessment
from intake.rulebook.compare import compare
from intake.rulebook.edition import Edition
from intake.rulebook.proof import prove
from intake.rulebook.sentence import rule

LATER = load_edition("vaimh/later")[0]
OKLAHOMA = load_edition("okaimh/levels_2_and_4")[0]
ALLIANCE = load_edition("alliance/hours_as_guidance")[0]
MASTER = degree("master", "2017-05-13")
BACHELOR = degree("bachelor", "2015-05-20")


def later(**sections: Any) -> dict[str, str]:
    """What later pages say of a document."""
    return words(document(**sections), edition=LATER)


def moving(held: str, since: str | None) -> Doc:
    """Somebody who moves on from a level."""
    return document(applicant={"purpose": "move"}, endorsement={"level": held, "since": since})


def renewing(edition: Edition, level: str | None, hours: float | None) -> str:
    """What an edition says of a renewal's reflective supervision."""
    sections: dict[str, Any] = {"endorsement": {"level": level}, "renewal": {"supervision_hours": hours}}
    return words(document(applicant={"purpose": "renew"}, **sections), edition=edition)["renew.supervision"]


# The Alliance's hours are shown and never judged by.
@pytest.mark.parametrize("doc", [pytest.param(doc, id=case.name) for case, doc in EDGES])
def test_the_alliances_hours_never_change_a_verdict_nor_a_rule(doc: Doc) -> None:
    seed, alliance = (Assessment(edition, AS_OF, known(doc)) for edition in (EDITION, ALLIANCE))
    assert {line.change for line in compare(seed, alliance).requirements} == {"same", "other_guidance"}


def test_the_alliances_hours_are_shown() -> None:
    shown = {r.id: " ".join(g.text for g in r.guidance) for r in ALLIANCE.requirements}
    assert "30 clock hours" in shown["portfolio.training"]
    assert "24 hours" in shown["portfolio.supervision"]
    assert "50 hours" in shown["portfolio.supervision"]


# Level I by later pages: any academic degree, or two years paid with birth to 36 months.
@pytest.mark.parametrize(
    ("credential", "word"),
    [("cda", "confirm"), ("associate", "met"), ("bachelor", "met"), ("doctorate", "met"), ("certificate", "confirm")],
)
def test_an_academic_degree_meets_level_i_and_a_cda_is_to_be_confirmed(credential: str, word: str) -> None:
    assert later(education=[degree(credential)])["ifa.route"] == word


def test_work_with_ages_3_to_5_alone_no_longer_counts_at_level_i() -> None:
    assert later(work=[job("2022-01-01")])["ifa.route"] == "met"
    assert later(work=[job("2022-01-01", ages=["ages_3_to_5"])])["ifa.route"] == "not_met"


def test_work_with_caregivers_alone_does_not_count_at_level_i_and_is_to_be_confirmed_at_ii_and_iii() -> None:
    told: dict[str, Any] = {"work": [job("2019-01-01", ages=["caregivers"])]}
    said = later(**told, education=[BACHELOR, degree("master", "2017-05-13")])
    assert (said["ifs.work"], said["imhs.work"]) == ("confirm", "confirm")
    assert later(**told, education=[degree("high_school")])["ifa.route"] == "not_met"
    assert later(**told, education=[degree("master", "2025-06-01")])["ifs.work"] == "confirm", (
        "a lower degree may be first"
    )
    assert later(**told, education=[degree("doctorate", "2025-06-01")])["imhs.work"] == "confirm"


# Post-graduate work at II and III.
def test_months_before_the_degree_do_not_count_by_later_pages() -> None:
    work = [job("2020-01-01", "2025-12-31")]
    told: dict[str, Any] = {"education": [BACHELOR, degree("master", "2024-06-01")], "work": work}
    assert later(**told)["imhs.work"] == "not_met"
    assert words(document(**told))["imhs.work"] == "confirm"
    assert later(education=[degree("bachelor", "2024-06-01")], work=work)["ifs.work"] == "not_met"


def test_where_the_lower_degree_is_not_listed_the_association_is_to_say() -> None:
    work = [job("2020-01-01", "2025-12-31")]
    assert later(education=[degree("master", "2024-06-01")], work=work)["ifs.work"] == "confirm"
    assert later(education=[degree("doctorate", "2024-06-01")], work=work)["imhs.work"] == "confirm"


def test_a_degree_that_may_be_earlier_leaves_the_months_open() -> None:
    told: dict[str, Any] = {"education": [BACHELOR, degree("master", "2025-06-01")], "work": [job("2020-01-01")]}
    assert later(**told)["imhs.work"] == "not_met"
    assert later(**told, finished=("work",))["imhs.work"] == "need_information"
    undated = [*told["education"], degree("master", None)]
    assert later(education=undated, work=told["work"])["imhs.work"] == "need_information"


def test_unpaid_work_no_longer_counts_at_level_iii() -> None:
    told: dict[str, Any] = {"education": [MASTER], "work": [job("2020-01-01", paid=False)]}
    assert (words(document(**told))["imhs.work"], later(**told)["imhs.work"]) == ("confirm", "not_met")


def test_months_before_the_degree_are_said_not_to_count() -> None:
    doc = document(education=[BACHELOR, degree("master", "2025-06-01")], work=[job("2020-01-01")])
    assessment = Assessment(LATER, AS_OF, known(doc))
    counted = prove(assessment, next(r for r in LATER.requirements if r.id == "imhs.work")).counted
    item = next(c for c in counted if c.item == "work-1")
    assert item.amount.startswith("9 months toward months of supervised and paid work after the degree; ")
    assert item.reason == "months before the day of the first Master's or doctorate do not count"


# Reflective supervision is required of some.
@pytest.mark.parametrize(
    ("items", "finished", "word"),
    [
        ([], LISTS, "not_met"),
        ([], (), "need_information"),
        ([{"format": "group", "hours": 3}], LISTS, "met"),
        ([{"format": "peer", "hours": 30}], LISTS, "confirm"),
    ],
)
def test_reflective_supervision_is_required_of_ii_iii_and_the_clinical_mentor(
    items: list[Doc], finished: tuple[str, ...], word: str
) -> None:
    said = later(supervision=items, finished=finished)
    required = {name for name in said if name.endswith(".supervision")}
    assert required == {"ifs.supervision", "imhs.supervision", "imhm.clinical.supervision"}
    assert {said[name] for name in required} == {word}


# The exam, where the sources conflict.
@pytest.mark.parametrize(
    ("status", "word"),
    [("not_registered", "confirm"), ("registered", "confirm"), ("taken", "met"), (None, "confirm")],
)
def test_an_exam_not_taken_is_to_be_confirmed_at_iii_and_iv(status: str | None, word: str) -> None:
    said = later(exam={"status": status})
    assert (said["imhs.exam"], said["imhm.exam"]) == (word, word)


# Moving on.
@pytest.mark.parametrize(
    ("held", "requirement", "since", "word", "day"),
    [
        ("ifa", "ifs.moving", "2025-03-01", "met", None),
        ("ifa", "ifs.moving", "2025-03-02", "not_met", "2026-03-02"),
        ("ifs", "imhs.moving", "2025-07-01", "not_met", "2026-07-01"),
        ("imhs", "imhm.moving", "2023-03-01", "met", None),
        ("imhs", "imhm.moving", "2024-01-15", "not_met", "2027-01-15"),
        ("imhs", "imhm.moving", None, "need_information", None),
    ],
)
def test_the_years_between_levels_are_counted_from_the_present_endorsement(
    held: str, requirement: str, since: str | None, word: str, day: str | None
) -> None:
    assessment = Assessment(LATER, AS_OF, known(moving(held, since)))
    (rule,) = (r for r in assessment.requirements() if r.id.endswith(".moving"))
    proof = prove(assessment, rule)
    assert (proof.id, proof.verdict) == (requirement, word)
    assert (proof.earliest.strict if proof.earliest else None) == day


def test_nobody_who_applies_for_the_first_time_is_asked_how_long_they_held_a_level() -> None:
    assert not any(name.endswith((".moving", ".notice")) for name in later())


def test_the_day_of_the_endorsement_told_later_moves_what_stands_on_it() -> None:
    assessment = Assessment(LATER, AS_OF, known(moving("ifs", "2025-07-01")))
    assert assessment.words()["imhs.moving"] == "not_met"
    assessment.touch(known(moving("ifs", "2024-07-01")), "endorsement", "")
    assert assessment.words()["imhs.moving"] == "met"


# Renewal, with those who are left out.
@pytest.mark.parametrize(
    ("level", "hours", "word"),
    [
        ("ifa", 0, "confirm"),
        ("ifa", 12, "met"),
        ("ifs", 12, "met"),
        ("ifs", 11.5, "not_met"),
        ("imhs", 5, "not_met"),
        ("imhm", 12, "met"),
        ("imhm", 10, "confirm"),
        ("imhm", None, "confirm"),
        ("ifs", None, "need_information"),
        (None, 5, "need_information"),
        (None, 12, "met"),
    ],
)
def test_the_hours_of_a_renewal_depend_on_the_level_held(level: str | None, hours: float | None, word: str) -> None:
    assert renewing(LATER, level, hours) == renewing(EDITION, level, hours) == word


def test_nobody_is_told_to_be_left_out_of_a_renewals_hours() -> None:
    for edition in (LATER, EDITION):
        (requirement,) = (r for r in edition.requirements if r.id == "renew.supervision")
        told = " ".join([rule(edition, requirement), *(g.text for g in requirement.guidance)])
        assert not re.search("left out|enough|exempt", told)


def test_what_no_answer_records_is_always_for_the_association_to_say() -> None:
    assert later()["portfolio.agreement"] == "confirm"
    said = later(applicant={"purpose": "renew"})
    assert said["renew.fee"] == "confirm"


@pytest.mark.parametrize(
    ("told", "notice", "difference"),
    [
        ({}, ("need_information", "need_information"), ("need_information", "need_information")),
        ({"notice": False, "fee": "not_told"}, ("confirm", "not_met"), ("confirm", "not_met")),
        ({"notice": True, "fee": "told"}, ("confirm", "confirm"), ("confirm", "not_met")),
        ({"notice": True, "notified": "2025-12-01", "fee": "paid"}, ("confirm", "confirm"), ("confirm", "met")),
        ({"notice": True, "notified": "2025-08-15"}, ("confirm", "met"), ("need_information", "need_information")),
    ],
)
def test_notice_and_fees_of_a_move_are_for_the_association_to_say_where_the_page_is_silent(
    told: dict[str, Any], notice: tuple[str, str], difference: tuple[str, str]
) -> None:
    doc = moving("ifa", None) | {"moving": told}
    page, later_pages = words(doc), words(doc, edition=LATER)
    assert (page["pre.notice"], later_pages["pre.notice"]) == notice
    assert (page["pre.difference"], later_pages["pre.difference"]) == difference


@pytest.mark.parametrize(
    ("where", "word"),
    [
        ("live_and_work", "met"),
        ("live", "confirm"),
        ("work", "confirm"),
        ("neither", "confirm"),
        (None, "need_information"),
    ],
)
def test_who_lives_or_works_elsewhere_is_to_ask_where_to_apply(where: str | None, word: str) -> None:
    assert later(applicant={"purpose": "apply", "virginia": where})["pre.virginia"] == word


# Oklahoma.
def oklahoma(**sections: Any) -> dict[str, str]:
    """What Oklahoma's edition says of a document."""
    return words(document(**sections), edition=OKLAHOMA)


def test_oklahoma_has_levels_ii_and_iv_alone() -> None:
    assert [level.number for level in OKLAHOMA.levels] == ["II", "IV"]
    assert {r.level for r in OKLAHOMA.requirements if r.group != "renewal"} == {"ifs", "imhm"}


@pytest.mark.parametrize(("hours", "word"), [(29.5, "not_met"), (30, "met")])
def test_oklahoma_asks_for_thirty_clock_hours(hours: float, word: str) -> None:
    said = oklahoma(training=[training(hours - 10), training(10), training(40, "2027-05")])
    assert (said["ifs.training"], said["imhm.training"]) == (word, word)
    assert said["ifs.training.nature"] == "confirm"


@pytest.mark.parametrize(
    ("relations", "word"),
    [
        (("supervisor", "rs_provider", "colleague"), "confirm"),
        (("supervisor", "rs_provider"), "not_met"),
        (("supervisor", "colleague", "colleague"), "confirm"),
        (("endorsed", "rs_provider", "colleague"), "confirm"),
        (("colleague", "rs_provider", "parent"), "not_met"),
        (("supervisor", "rs_provider", None), "confirm"),
        (("supervisor", None, None), "confirm"),
        (("colleague", None, None), "need_information"),
    ],
)
def test_oklahoma_asks_who_the_raters_are(relations: tuple[str | None, ...], word: str) -> None:
    raters = [reference(name) | {"relation": kind} for name, kind in zip("ABC", relations, strict=False)]
    assert oklahoma(references=raters, supervision=[{"provider": "Mary"}])["ifs.ratings.kinds"] == word
    assert oklahoma(references=raters, supervision=[{"provider": "Mary"}])["imhm.ratings.kinds"] == word


@pytest.mark.parametrize(("finished", "word"), [(LISTS, "not_met"), (("references",), "need_information")])
def test_without_reflective_supervision_nobody_can_rate_as_its_provider(finished: tuple[str, ...], word: str) -> None:
    raters = [
        reference(name) | {"relation": kind} for name, kind in zip("AB", ("supervisor", "rs_provider"), strict=True)
    ]
    said = oklahoma(references=[*raters, reference("C")], finished=finished)
    assert (said["ifs.ratings.kinds"], said["imhm.ratings.kinds"]) == (word, word)


@pytest.mark.parametrize(
    ("items", "word"),
    [
        ([BACHELOR, degree("master", transcript="not_requested")], "met"),
        ([degree("bachelor", transcript="own_copy"), degree("associate")], "not_met"),
        ([degree("bachelor", abroad=True)], "confirm"),
        ([degree("bachelor", "2027-05")], "not_met"),
        ([degree("bachelor", transcript=None)], "need_information"),
    ],
)
def test_oklahoma_asks_for_the_transcript_of_one_degree(items: list[Doc], word: str) -> None:
    assert oklahoma(education=items)["ifs.transcript"] == word


def test_oklahoma_has_no_degree_and_no_work_rule_for_level_iv_and_the_association_is_to_say() -> None:
    assert oklahoma()["imhm.degree_and_work"] == "confirm"


def test_what_is_known_of_virginias_membership_and_code_says_nothing_certain_in_oklahoma() -> None:
    said = oklahoma(membership={"current": True}, work=[leading("clinical", "2020")])
    assert (said["imhm.membership"], said["ifs.ethics"]) == ("confirm", "confirm")


def test_oklahomas_yearly_training_is_asked_of_mentors_alone() -> None:
    sections: dict[str, Any] = {"applicant": {"purpose": "renew"}, "renewal": {"training_hours": 14.5}}
    assert oklahoma(**sections, endorsement={"level": "imhm"}) == {"renew.training": "not_met"}
    assert oklahoma(**sections, endorsement={"level": "ifs"}) == {}
