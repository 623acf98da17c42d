"""Where the source page is silent or says two things: each doubtful case gets the honest word, and only that case."""

import datetime as dt
from typing import Any

import pytest
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
    verdicts,
    words,
)

from intake.rulebook.assess import Assessment

MASTER = degree("master", "2017-05-13")
FOUR_YEARS = job("2022-01-01")


def word(requirement: str, doc: Doc) -> str:
    """What one requirement says of a document."""
    return words(doc)[requirement]


def with_education(*items: Doc) -> Doc:
    """Somebody with these degrees and credentials and nothing else."""
    return document(education=list(items))


def with_work(*items: Doc, education: tuple[Doc, ...] = (MASTER,)) -> Doc:
    """Somebody with a Master's degree of 2017 and these jobs."""
    return document(education=list(education), work=list(items))


# Row 1: seven numbers on the page, four levels in the rules.
def test_there_are_four_levels_and_the_mentor_has_three_categories() -> None:
    assert [level.number for level in EDITION.levels] == ["I", "II", "III", "IV"]
    assert list(EDITION.levels[3].tracks) == ["clinical", "policy", "research"]


# Rows 4 and 5: three years in one of the Mentor's categories, after the Master's.
def test_half_of_the_mentors_years_in_each_of_two_categories_is_to_be_confirmed() -> None:
    said = words(
        with_work(leading("clinical", "2022-01-01", "2023-06-30"), leading("policy", "2023-07-01", "2024-12-31"))
    )
    assert said["imhm.clinical.work"] == said["imhm.policy.work"] == "confirm"
    assert said["imhm.research.work"] == "not_met", "no work is listed in that category"


@pytest.mark.parametrize(
    ("first_ends", "second_ends"),
    [("2023-06-29", "2024-12-31"), ("2023-06-30", "2024-12-30"), ("2022-12-31", "2024-06-30")],
)
def test_categories_that_do_not_add_up_to_three_years_are_not_met(first_ends: str, second_ends: str) -> None:
    said = words(with_work(leading("clinical", "2022-01-01", first_ends), leading("policy", "2023-07-01", second_ends)))
    assert said["imhm.clinical.work"] == said["imhm.policy.work"] == "not_met"


def test_two_categories_at_the_same_time_are_not_counted_twice() -> None:
    same = (leading("clinical", "2022-01-01", "2023-06-30"), leading("policy", "2022-01-01", "2023-06-30"))
    assert word("imhm.clinical.work", with_work(*same)) == "not_met"


def test_three_full_years_in_one_category_are_met_and_no_other_category_is() -> None:
    said = words(with_work(leading("policy", "2022-01-01", "2024-12-31")))
    assert (said["imhm.policy.work"], said["imhm.clinical.work"]) == ("met", "not_met")


def test_the_mentors_years_are_counted_from_the_masters_and_the_day_they_are_full_is_given() -> None:
    verdict = verdicts(with_work(leading("policy", "2022-01-10"), education=(degree("master", "2023-05-13"),)))
    policy = verdict["imhm.policy.work"]
    assert policy.verdict == "confirm", "all time together is over three years"
    assert policy.earliest is not None
    assert policy.earliest.strict == "2026-05-13"


# Rows 6 and 8: which degree.
@pytest.mark.parametrize(
    ("credential", "level_1", "level_2", "level_3"),
    [
        ("high_school", "not_met", "not_met", "not_met"),
        ("certificate", "not_met", "not_met", "confirm"),
        ("associate", "met", "not_met", "not_met"),
        ("bachelor", "confirm", "met", "not_met"),
        ("master", "confirm", "met", "met"),
        ("doctorate", "confirm", "confirm", "met"),
        ("cda", "met", "not_met", "not_met"),
    ],
)
def test_a_degree_alone(credential: str, level_1: str, level_2: str, level_3: str) -> None:
    said = words(with_education(degree(credential)))
    assert (said["ifa.route"], said["ifs.degree"], said["imhs.degree"]) == (level_1, level_2, level_3)
    assert said["imhm.degree"] == said["imhs.degree"]


def test_a_jd_is_recorded_as_a_doctorate_and_what_counts_is_asked() -> None:
    said = words(with_education(degree("doctorate", subject="law (JD)")))
    assert (said["ifs.degree"], said["imhs.degree"]) == ("confirm", "met")


def test_a_degree_that_has_not_been_awarded_yet_does_not_count() -> None:
    assert word("imhs.degree", with_education(degree("master", "2027-05"))) == "not_met"
    assert word("imhs.degree", with_education(degree("master", "2026"))) == "need_information"
    assert word("imhs.degree", with_education(degree("master", "2026-03-01"))) == "met"


# Row 7: the level's criterion and the prerequisite are told apart.
def test_a_cda_meets_level_i_and_leaves_the_prerequisite_of_experience_open() -> None:
    said = words(with_education(degree("cda")))
    assert (said["ifa.route"], said["pre.experience"]) == ("met", "not_met")


# Row 9: birth to 3.
def test_work_with_ages_3_to_5_alone_is_to_be_confirmed() -> None:
    said = words(with_work(job("2022-01-01", ages=["ages_3_to_5"])))
    assert {said[r] for r in ("ifa.route", "ifs.work", "imhs.work", "pre.experience")} == {"confirm"}


def test_work_with_babies_among_others_counts() -> None:
    said = words(with_work(job("2022-01-01", ages=["ages_3_to_5", "birth_to_3", "caregivers"])))
    assert {said[r] for r in ("ifa.route", "ifs.work", "imhs.work", "pre.experience")} == {"met"}


def test_work_with_older_children_alone_does_not_count() -> None:
    said = words(with_work(job("2022-01-01", ages=["older"]), education=(degree("high_school"),)))
    assert {said[r] for r in ("ifa.route", "ifs.work", "imhs.work", "pre.experience")} == {"not_met"}


@pytest.mark.parametrize(
    ("ages", "level_1", "level_2", "level_3"),
    [
        (["caregivers"], "confirm", "confirm", "confirm"),
        (["caregivers", "older"], "confirm", "confirm", "confirm"),
        (["none"], "not_met", "confirm", "not_met"),
    ],
)
def test_work_that_does_not_name_babies_is_to_be_confirmed(
    ages: list[str], level_1: str, level_2: str, level_3: str
) -> None:
    said = words(with_work(job("2022-01-01", ages=ages)))
    assert (said["ifs.work"], said["ifs.nature"]) == (level_2, level_2)
    assert (said["imhs.work"], said["imhs.nature"]) == (level_3, level_3)
    assert word("ifa.route", with_work(job("2022-01-01", ages=ages), education=())) == level_1


# Row 10: paid at I and II, supervised at III.
def test_unpaid_work_does_not_count_at_i_and_ii_and_is_to_be_confirmed_at_iii() -> None:
    said = words(with_work(job("2022-01-01", paid=False), education=(degree("high_school"), MASTER)))
    assert said["ifs.work"] == "not_met"
    assert said["imhs.work"] == "confirm"
    assert word("ifa.route", with_work(job("2022-01-01", paid=False), education=())) == "not_met"


def test_work_without_supervision_does_not_count_at_iii() -> None:
    said = words(with_work(job("2022-01-01", supervised=False, supervised_span=None)))
    assert (said["ifs.work"], said["imhs.work"]) == ("met", "not_met")


def test_only_the_supervised_part_of_a_job_counts_at_iii() -> None:
    short = job("2022-01-01", supervised_span={"start": "2022-01-01", "end": "2023-06-30"})
    full = job("2022-01-01", supervised_span={"start": "2022-01-01", "end": "2023-12-31"})
    assert word("imhs.work", with_work(short)) == "not_met"
    assert word("imhs.work", with_work(full)) == "met"


# Row 11: the nature of the work is never decided here.
def test_whether_work_promotes_infant_mental_health_is_for_the_association_to_say() -> None:
    said = words(with_work(FOUR_YEARS, leading("clinical", "2018-01-01", "2021-12-31")))
    assert {said[r] for r in ("ifs.nature", "imhs.nature", "imhm.clinical.role")} == {"confirm"}


def test_leading_work_alone_is_not_left_open_for_a_question_that_nobody_is_asked() -> None:
    assert word("imhs.nature", with_work(leading("clinical", "2018-01-01"))) == "not_met"


# What lies ahead.
def test_a_training_or_degree_still_to_come_does_not_meet_the_prerequisite() -> None:
    assert word("pre.training", document(training=[training(10, "2027-05")])) == "not_met"
    assert word("pre.training", document(training=[training(10, "2026-03-01")])) == "met"
    assert word("pre.training", document(training=[training(10, "2026")])) == "need_information"
    assert word("pre.training", with_education(degree("associate", "2027-05"))) == "not_met"


def test_a_high_school_diploma_alone_is_to_be_confirmed_as_education() -> None:
    assert word("pre.training", with_education(degree("high_school"))) == "confirm"
    assert word("pre.training", with_education(degree("high_school"), degree("cda"))) == "met"


BY_A_JOB = ("pre.experience", "portfolio.work", "ifs.nature", "imhs.nature")


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-03-01", ("met", "met", "confirm", "confirm")),
        ("2026-03-02", ("not_met", "confirm", "not_met", "not_met")),
        ("2026", ("need_information", "need_information", "need_information", "need_information")),
    ],
)
def test_a_job_counts_from_the_day_on_which_it_begins(start: str, expected: tuple[str, ...]) -> None:
    said = words(with_work(job(start, "2028-12-31")))
    assert tuple(said[name] for name in BY_A_JOB) == expected


def test_the_day_on_which_a_job_begins_is_the_day_by_time_alone() -> None:
    day = verdicts(with_work(job("2026-09-14")))["pre.experience"].earliest
    assert day is not None
    assert day.strict == "2026-09-14"


# Row 12: before the degree.
def test_time_before_the_degree_that_is_needed_for_the_two_years_is_to_be_confirmed() -> None:
    said = words(with_work(job("2023-01-01", "2025-12-31"), education=(degree("master", "2024-06-01"),)))
    assert said["ifs.work"] == said["imhs.work"] == "confirm"


def test_a_degree_after_the_jobs_start_counts_the_time_that_is_left() -> None:
    said = words(with_work(job("2020-01-01", "2025-12-31"), education=(degree("master", "2023-12-31"),)))
    assert said["ifs.work"] == said["imhs.work"] == "met"


def test_a_degree_of_unknown_date_leaves_the_years_to_be_confirmed() -> None:
    assert word("imhs.work", with_work(FOUR_YEARS, education=(degree("master", None),))) == "confirm"


# Row 13: part-time, overlaps, breaks.
def test_part_time_work_is_to_be_confirmed() -> None:
    said = words(with_work(job("2022-01-01", schedule="part_time"), education=(MASTER, degree("high_school"))))
    assert said["ifs.work"] == said["imhs.work"] == "confirm"


def test_overlapping_part_time_jobs_are_to_be_confirmed_and_not_counted_twice() -> None:
    halves = [
        job("2023-01-01", "2024-06-30", schedule="part_time"),
        job("2023-06-01", "2024-12-31", schedule="part_time"),
    ]
    assert word("ifa.route", with_work(*halves, education=())) == "confirm"
    short = [
        job("2023-01-01", "2024-06-30", schedule="part_time"),
        job("2023-06-01", "2024-12-30", schedule="part_time"),
    ]
    assert word("ifa.route", with_work(*short, education=())) == "not_met"


def test_overlapping_full_time_jobs_do_not_make_two_years_out_of_one() -> None:
    same = [job("2024-01-01", "2024-12-31"), job("2024-01-01", "2024-12-31")]
    assert word("ifa.route", with_work(*same, education=())) == "not_met"


# Row 14: reflective supervision "(as appropriate)".
@pytest.mark.parametrize("items", [[], [{}], [{"provider": "Mary", "hours": 0}], [{"format": "peer", "hours": 3}]])
@pytest.mark.parametrize("finished", [(), LISTS])
def test_reflective_supervision_is_never_held_against_anyone(items: list[Doc], finished: tuple[str, ...]) -> None:
    said = words(document(supervision=items, finished=finished))
    assert said["portfolio.supervision"] != "not_met"
    assert (said["portfolio.supervision"] == "confirm") == (not items and finished == LISTS)


# Row 15 and 21: renewal and membership.
def test_a_renewal_is_judged_by_its_own_rules_alone() -> None:
    doc = document(
        applicant={"purpose": "renew"},
        membership={"current": False},
        renewal={"year": "2025", "training_hours": 15, "supervision_hours": 11.5},
        endorsement={"level": "ifs", "registry": "removed"},
    )
    said = words(doc)
    assert all(name.startswith("renew.") for name in said)
    assert (said["renew.training"], said["renew.supervision"]) == ("met", "not_met")
    assert (said["renew.membership"], said["renew.removed"]) == ("not_met", "confirm")


def test_a_lapsed_membership_is_not_met_and_an_unknown_one_is_asked_for() -> None:
    assert word("pre.membership", document(membership={"current": False, "ended": "2024-12"})) == "not_met"
    assert word("pre.membership", document()) == "need_information"
    assert word("pre.membership", document(membership={"current": True})) == "met"


# Row 16: no number of training hours.
def test_no_number_of_training_hours_decides_anything() -> None:
    assert word("portfolio.training", document(training=[training(0.5)])) == "met"
    assert word("portfolio.training", document()) == "confirm"
    assert word("portfolio.training", document(finished=())) == "need_information"


def test_a_training_dated_in_the_future_is_listed_and_its_hours_do_not_count() -> None:
    doc = document(training=[training(10), training(20, "2027-05"), training(3, "2026-03-01")])
    assert Assessment(EDITION, AS_OF, known(doc)).figure("training_hours").strict == 13
    assert word("portfolio.training", doc) == "met"


# Row 17: three distinct people.
def test_the_same_rater_twice_is_one() -> None:
    three = [reference("Robin Avery"), reference("ROBIN  avery"), reference("Lee Park")]
    assert word("portfolio.references", document(references=three)) == "not_met"
    assert word("portfolio.ratings", document(references=three)) == "not_met"
    said = words(document(references=[*three, reference("Ana Ruiz", "agreed")]))
    assert (said["portfolio.references"], said["portfolio.ratings"]) == ("met", "not_met")


def test_nothing_is_asked_of_who_the_three_are() -> None:
    three = [reference(name) | {"relation": "parent"} for name in ("A", "B", "C")]
    assert word("portfolio.ratings", document(references=three)) == "met"


# Row 18: transcripts, a CDA, no college.
@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([degree("bachelor")], "met"),
        ([degree("bachelor", transcript="own_copy")], "not_met"),
        ([degree("bachelor"), degree("master", transcript="requested")], "not_met"),
        ([degree("bachelor"), degree("cda", transcript="own_copy")], "confirm"),
        ([degree("bachelor"), degree("cda", transcript="requested")], "not_met"),
        ([degree("bachelor", other_name=True)], "confirm"),
        ([degree("bachelor", other_name=None)], "need_information"),
        ([degree("cda", transcript="requested")], "not_met"),
        ([degree("cda", transcript="own_copy")], "confirm"),
        ([degree("cda", transcript="not_requested")], "not_met"),
        ([degree("high_school")], "confirm"),
        ([], "confirm"),
        ([degree("bachelor", transcript=None)], "need_information"),
        ([{"credential": None, "transcript": "not_requested"}], "need_information"),
    ],
)
def test_transcripts(items: list[Doc], expected: str) -> None:
    assert word("portfolio.education", document(education=items)) == expected


def test_a_transcript_that_was_asked_for_waits_for_others() -> None:
    asked = verdicts(with_education(degree("bachelor", transcript="requested")))["portfolio.education"]
    own = verdicts(with_education(degree("bachelor", transcript="own_copy")))["portfolio.education"]
    assert (asked.waiting, own.waiting) == (True, False)


@pytest.mark.parametrize(
    ("college", "cda", "waits"),
    [
        ("sent", "requested", True),
        ("requested", "own_copy", True),
        ("own_copy", "requested", False),
        ("requested", "not_requested", False),
    ],
)
def test_a_cda_whose_copy_was_asked_for_waits_for_others(college: str, cda: str, waits: bool) -> None:
    papers = verdicts(with_education(degree("bachelor", transcript=college), degree("cda", transcript=cda)))
    assert (papers["portfolio.education"].verdict, papers["portfolio.education"].waiting) == ("not_met", waits)


# Row 23: an expired CDA, a foreign degree, work abroad.
def test_an_expired_cda_is_to_be_confirmed() -> None:
    assert word("ifa.route", with_education(degree("cda", expires="2025-12-31"))) == "confirm"
    assert word("ifa.route", with_education(degree("cda", expires=None))) == "need_information"
    assert word("ifa.route", with_education(degree("cda", "2027-01", expires="2030-01"))) == "not_met"


def test_foreign_degrees_and_work_abroad_are_to_be_confirmed() -> None:
    assert word("ifs.degree", with_education(degree("bachelor", abroad=True))) == "confirm"
    assert word("imhs.degree", with_education(degree("master", abroad=True))) == "confirm"
    said = words(with_work(job("2018-06-01", "2021-08-31", abroad=True), education=(MASTER, degree("high_school"))))
    assert said["ifs.work"] == said["imhs.work"] == "confirm"


# "Don't know" to everything.
def test_who_knows_nothing_yet_is_told_not_met_of_nothing_but_the_signature_that_is_not_there() -> None:
    said = words(document(finished=()))
    assert {name for name, verdict in said.items() if verdict != "need_information"} == {"portfolio.ethics"}


def test_entries_of_which_nothing_is_known_are_never_held_against_anyone() -> None:
    empty: dict[str, Any] = {name: [{}, {}, {}] for name in LISTS}
    said = words(document(**empty))
    assert {name for name, verdict in said.items() if verdict == "not_met"} == {"portfolio.ethics"}


# By time alone.
@pytest.mark.parametrize(
    ("work", "requirement", "strict", "loose"),
    [
        (job("2025-04-01"), "ifa.route", "2027-04-01", "2027-04-01"),
        (job("2025-04-01", ages=["ages_3_to_5"]), "ifa.route", None, "2027-04-01"),
        (job("2025-04"), "ifa.route", "2027-04-30", "2027-04-01"),
        (job("2024-04-01", "2025-01-01"), "ifa.route", None, None),
        (job("2025-05-19"), "imhs.work", "2027-05-19", "2027-05-19"),
    ],
)
def test_the_day_on_which_time_alone_would_do(
    work: Doc, requirement: str, strict: str | None, loose: str | None
) -> None:
    education = (MASTER,) if requirement == "imhs.work" else ()
    doc = with_work(work, education=education)
    earliest = verdicts(doc)[requirement].earliest
    assert (earliest.strict, earliest.loose) == (strict, loose) if earliest else (strict, loose) == (None, None)
    for day, reached in ((strict, {"met"}), (loose, {"met", "confirm"})):
        if day:
            then = dt.date.fromisoformat(day)
            assert words(doc, then)[requirement] in reached
            assert words(doc, then - dt.timedelta(1))[requirement] not in reached


def test_what_is_met_already_has_no_day_to_wait_for() -> None:
    assert verdicts(with_work(FOUR_YEARS))["ifs.work"].earliest is None


def test_a_degree_that_is_told_later_moves_the_months_that_stand_on_it() -> None:
    before = with_work(FOUR_YEARS, education=(degree("master", "2025-06"),))
    after = with_work(FOUR_YEARS, education=(degree("master", "2021-06"),))
    assessment = Assessment(EDITION, AS_OF, known(before))
    assert assessment.words()["imhs.work"] == "confirm"
    assessment.touch(known(after), "education", "education-1")
    assert assessment.words()["imhs.work"] == "met"
    assert assessment.figure("supervised_months").strict == 50
