"""A proof holds everything that led to its verdict: rule, figures, items, reasons, source, guidance, question, days."""

import datetime as dt
from typing import Any

import pytest
from rulebook_samples import AS_OF, EDITION, Doc, degree, document, job, known, leading, reference, verdicts

from intake.portfolio.document import Answers
from intake.rulebook import forecast
from intake.rulebook.assess import Assessment
from intake.rulebook.earliest import earliest
from intake.rulebook.edition import Edition
from intake.rulebook.proof import in_years
from intake.rulebook.sentence import rule
from intake.rulebook.verdicts import Verdict
from intake.session.proofs import proof_text

MASTER = degree("master", "2017-05-13")
POLICY = document(
    education=[degree("master", "2023-05-13")],
    work=[leading("policy", "2022-01-10", title="program lead"), job("2019-01-01", "2021-12-31", title="home visitor")],
)


def proof(requirement: str, doc: Doc) -> Verdict:
    """The proof of one requirement."""
    return verdicts(doc)[requirement]


def lines(requirement: str, doc: Doc) -> list[str]:
    """The same as a person reads it."""
    return proof_text(proof(requirement, doc)).splitlines()


def test_a_proof_tells_everything_in_its_order() -> None:
    policy = next(r for r in EDITION.requirements if r.id == "imhm.policy.work")
    assert lines("imhm.policy.work", POLICY) == [
        "Three years leading in policy: Confirm with the association",
        f"  Rule: {rule(EDITION, policy)}",
        "  the day of the first Master's or doctorate: May 13, 2023",
        (
            "  months as leader in policy or program administration after the degree: 33 to 49"
            " (the shorter reading counts: 2 years 9 months)"
        ),
        (
            "  months in the Mentor's three categories together after the degree: 33 to 49"
            " (the shorter reading counts: 2 years 9 months)"
        ),
        "  work in policy or program administration: 1",
        (
            "  Counted: program lead, County 33 to 49 months (months before the day of the first Master's or doctorate"
            " count only if the association says so)"
        ),
        (
            "  Not counted: home visitor, County: it is not listed as leading in policy or program administration;"
            " it is in none of the Mentor's categories"
        ),
        (
            "  By time alone, if nothing else changes: on May 13, 2026; on the looser reading,"
            " for the association to confirm, already"
        ),
        (
            '  Source: VAIMH page "What is Infant Mental Health Endorsement?" (undated, about 2013-2018),'
            " “A Brief Overview, 4”: “a minimum of 3 years specialized work experience in at least one of three"
            " categories”"
        ),
        (
            "  To ask: Does work before the degree, or in another of the three categories, count toward the three years"
            " in policy?"
        ),
    ]


def test_other_guidance_stands_with_its_source_and_what_is_to_do_with_whose_turn_it_is() -> None:
    told = lines("imhs.exam", document(exam={"status": "registered"}))
    assert "  The written exam has been registered for" in told
    assert (
        "  Other guidance: No Specialist exam from 1 January 2025, and all Alliance associations are to adopt it."
        in [line.removesuffix(" (Connecticut)") for line in told]
    )
    assert told[-2].endswith("Ask first whether it is still held. (waiting on others)")
    assert told[-1] == "  To ask: Is the written exam still required for Level III?"


def test_an_item_that_counts_toward_one_figure_says_why_it_does_not_toward_another() -> None:
    education = proof("portfolio.education", document(education=[degree("bachelor", transcript="own_copy")]))
    (counted,) = education.counted
    assert "every college transcript sent by the school: the official transcript has not been sent" in counted.reason
    both = document(education=[MASTER], work=[leading("clinical", "2024-01-01"), leading("policy", "2020", "2023")])
    clinical, policy = proof("imhm.clinical.work", both).counted
    assert (clinical.amount, clinical.reason) == ("26 months", "")
    assert policy.reason.startswith("not toward months as practice leader after the degree: it is not listed as work")


def test_an_item_that_counts_toward_nothing_gives_every_reason_once() -> None:
    (school,) = proof("ifa.route", document(education=[degree("high_school")])).not_counted
    assert school.title == "high-school diploma, child development"
    assert school.reason == "it is not a CDA; it is not an Associate's degree"


def test_what_counts_only_on_confirmation_says_so() -> None:
    doc = document(education=[MASTER], work=[job("2020-01-01", schedule="part_time")])
    (item,) = proof("ifs.work", doc).counted
    assert item.amount == "0 to 74 months"
    assert item.reason == (
        "only if the association says so: it was part-time and the page does not say how part-time work counts"
    )


def test_a_verdict_that_is_met_says_nothing_of_its_looser_need() -> None:
    met = proof("portfolio.education", document(education=[degree("bachelor"), degree("associate")]))
    assert {item.reason for item in met.counted} <= {""}
    assert met.ask == ""


def test_what_is_open_is_told_as_open() -> None:
    told = lines("portfolio.references", document(references=[reference("Robin Avery")], finished=()))
    assert "  different people named as references: 1; there may be more, as not all of it is known yet" in told
    assert "  membership in VAIMH: not known yet" in lines("pre.membership", document())
    told = lines("portfolio.education", document(education=[degree("bachelor", transcript=None)]))
    assert "  every college transcript sent by the school: not certain yet" in told


@pytest.mark.parametrize(
    ("items", "requirement", "strict", "loose"),
    [
        ([degree("master", "2027-05-20")], "imhs.degree", "2027-05-20", "2027-05-20"),
        ([degree("master", "2027-05")], "imhs.degree", "2027-05-31", "2027-05-31"),
        ([degree("master", "2027-05-20", abroad=True)], "imhs.degree", None, "2027-05-20"),
        ([degree("cda", "2026-06-01", expires="2026-09-01")], "ifa.route", "2026-06-01", "2026-06-01"),
        ([degree("cda", "2026-06-01", expires="2026-06-01")], "ifa.route", None, "2026-06-01"),
        ([degree("cda", "2060-06-01")], "ifa.route", None, None),
        ([degree("high_school")], "imhs.degree", None, None),
    ],
)
def test_a_degree_to_come_gives_the_day_on_which_it_counts(
    items: list[Doc], requirement: str, strict: str | None, loose: str | None
) -> None:
    days = proof(requirement, document(education=items)).earliest
    assert (days.strict, days.loose) == (strict, loose) if days else (strict, loose) == (None, None)


def test_the_first_of_a_degree_to_come_and_of_months_that_grow_is_given() -> None:
    work: dict[str, Any] = {"work": [job("2025-04-01")]}
    for awarded, day in (("2026-06-01", "2026-06-01"), ("2028-06-01", "2027-04-01")):
        doc = document(education=[degree("associate", awarded)], **work)
        days = proof("ifa.route", doc).earliest
        assert days is not None
        assert (days.strict, days.loose) == (day, day)


def test_hundreds_of_dates_to_come_take_no_longer_than_the_first_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[dt.date] = []

    def counted(edition: Edition, day: dt.date, answers: Answers) -> Assessment:
        made.append(day)
        return Assessment(edition, day, answers)

    monkeypatch.setattr(forecast, "Assessment", counted)
    days = (f"2027-{month:02d}-{day:02d}" for month in range(1, 13) for day in range(1, 28))
    case = Assessment(EDITION, AS_OF, known(document(education=[degree("certificate", day) for day in days])))
    assert earliest(case, next(r for r in EDITION.requirements if r.id == "ifs.degree")) is None
    assert len(made) <= 2 * 2 * forecast.MOST_TURNS


@pytest.mark.parametrize(
    ("months", "told"),
    [
        (0.9, "0 months"),
        (1, "1 month"),
        (11.99, "11 months"),
        (12, "1 year"),
        (25, "2 years 1 month"),
        (69.67, "5 years 9 months"),
    ],
)
def test_months_are_told_in_full_years_and_months(months: float, told: str) -> None:
    assert in_years(months) == told
