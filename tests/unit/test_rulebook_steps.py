"""What each requirement still takes: the amounts, the routes in their order, whose turn it is, and the days by time."""

import datetime as dt

import pytest
from rulebook_samples import AS_OF, EDITION, LISTS, Doc, degree, document, job, known, leading, reference, training

from intake.packs.load import load_edition
from intake.rulebook.assess import Assessment
from intake.rulebook.plan import RowPlan, plan
from intake.rulebook.steps import Route, routes

MASTER = degree("master", "2017-05-13")


def ways(requirement: str, doc: Doc) -> tuple[Route, ...]:
    """The routes to one requirement."""
    assessment = Assessment(EDITION, AS_OF, known(doc))
    return routes(assessment, next(r for r in assessment.requirements() if r.id == requirement))


def said(requirement: str, doc: Doc) -> list[str]:
    """The routes to one requirement in words, the steps with a + between."""
    return [" + ".join(step.text for step in route.steps) for route in ways(requirement, doc)]


def row(name: str, doc: Doc) -> RowPlan:
    """The plan of one row of the board."""
    (one,) = plan(Assessment(EDITION, AS_OF, known(doc)), name)
    return one


def renewing(hours: float, level: str = "ifs") -> Doc:
    """Somebody who renews a level, with these hours of reflective supervision in the year."""
    told: Doc = {"applicant": {"purpose": "renew"}, "endorsement": {"level": level}}
    return document(**told, renewal={"supervision_hours": hours, "training_hours": 15})


# Amounts.
@pytest.mark.parametrize(
    ("named", "text"),
    [(2, "a third reference"), (1, "2 more references"), (0, "3 more references")],
)
def test_references_that_are_lacking_are_counted(named: int, text: str) -> None:
    people = [reference(name, "not_asked") for name in ("Ana", "Bo", "Cy")[:named]]
    assert said("portfolio.references", document(references=people)) == [text]


@pytest.mark.parametrize(("have", "lacking", "words"), [(8, 4, "4 more of 12 hours"), (11.75, 0.25, "0.25 more of")])
def test_hours_that_are_lacking_are_the_limit_less_what_there_is(have: float, lacking: float, words: str) -> None:
    (route,) = ways("renew.supervision", renewing(have))
    assert route.steps[0].lacking == lacking
    assert route.steps[0].share == lacking / 12
    assert route.steps[0].text.startswith(words)


def test_a_level_that_may_be_exempt_from_a_renewals_hours_begins_with_the_question() -> None:
    first, second = ways("renew.supervision", renewing(8, "ifa"))
    assert [step.turn for step in first.steps] == ["association"]
    assert second.steps[0].text.startswith("4 more of 12 hours")


def test_months_that_are_lacking_are_rounded_up_to_whole_ones() -> None:
    past = document(education=[MASTER], work=[job("2023-01-01", "2024-10-15")])
    (route,) = ways("imhs.work", past)
    assert 2 < route.steps[0].lacking < 3
    assert route.steps[0].text == "3 more months of supervised work after the degree"
    nearly = document(education=[MASTER], work=[job("2023-01-01", "2024-11-30")])
    assert said("imhs.work", nearly) == ["1 more month of supervised work after the degree"]


def test_a_degree_that_is_lacking_is_called_by_its_name() -> None:
    assert said("ifs.degree", document(education=[degree("high_school")])) == ["a Bachelor's or Master's degree"]


def test_what_is_met_takes_nothing() -> None:
    assert ways("ifs.degree", document(education=[MASTER])) == ()


# Routes, the shortest first.
def test_all_three_ways_to_level_i_are_listed_in_the_order_of_the_rule_where_nothing_is_there() -> None:
    assert said("ifa.route", document()) == [
        "a CDA",
        "an Associate's degree",
        "24 more months of paid work in infant and early childhood",
    ]


def test_the_way_of_which_the_smaller_part_is_lacking_comes_first() -> None:
    almost = document(work=[job("2022-01-01", "2023-10-31")])
    assert said("ifa.route", almost)[0] == "2 more months of paid work in infant and early childhood"


def test_time_alone_comes_before_what_is_to_be_done() -> None:
    assert [route.turn for route in ways("ifa.route", document(work=[job("2025-01-01")]))] == ["time", "yours", "yours"]


def test_what_only_the_association_can_say_comes_before_everything_else() -> None:
    routes_ = ways("ifa.route", document(education=[degree("bachelor")], work=[job("2025-01-01")]))
    assert [route.turn for route in routes_][:2] == ["association", "time"]
    assert len(routes_) == 4


def test_a_way_that_leads_away_from_a_maximum_is_closed() -> None:
    doc = document(education=[degree("bachelor", transcript="not_requested")])
    ask = "Ask the school to send the official transcript"
    assert said("portfolio.education", doc) == [f"{ask}: Bachelor's degree, child development, VCU (not requested)"]


def test_time_that_only_counts_if_the_association_says_so_asks_it_as_well() -> None:
    route = ways("ifa.route", document(work=[job("2025-04-01", ages=["ages_3_to_5"])]))[0]
    assert {step.turn for step in route.steps} == {"association"}, "no day is certain"
    assert [step.on for step in route.steps if step.on] == [dt.date(2027, 4, 1)]


@pytest.mark.parametrize("requirement", ["ifs.work", "imhs.work"])
def test_no_day_is_given_for_months_after_a_degree_that_is_not_there(requirement: str) -> None:
    (route,) = ways(requirement, document(education=[degree("cda")], work=[job("2024-09-03")]))
    assert (route.turn, route.steps[0].on, route.steps[0].lacking) == ("yours", None, 24)


def test_a_day_that_rests_on_a_degree_from_abroad_is_for_the_association_to_confirm() -> None:
    doc = document(education=[degree("bachelor", "2014", abroad=True)], work=[job("2024-04-01")])
    (route,) = ways("ifs.work", doc)
    assert [(step.turn, step.on) for step in route.steps] == [
        ("association", dt.date(2026, 4, 1)),
        ("association", None),
    ]
    assert route.steps[0].text.endswith("if nothing else changes and the association confirms it")
    assert route.steps[1].text == "Does my degree stand for the Bachelor's or Master's degree of Level II?"


def test_months_after_a_degree_under_way_come_by_time_alone() -> None:
    doc = document(education=[degree("bachelor", "2026-06-15")], work=[job("2025-01-01")])
    step = next(route.steps[0] for route in ways("ifs.work", doc) if route.turn == "time")
    assert (step.on, step.text.partition(", by ")[2]) == (dt.date(2028, 6, 15), "time alone, if nothing else changes")


def test_a_degree_under_way_comes_on_its_day_and_not_after_it_has_expired() -> None:
    bachelor = ways("ifs.degree", document(education=[degree("bachelor", "2026-06-15")]))[0]
    assert (bachelor.turn, bachelor.steps[0].on) == ("yours", dt.date(2026, 6, 15))
    assert bachelor.steps[0].text.endswith("on June 15, 2026, if it comes as you told")
    cda = degree("cda", "2026-06-15", expires="2029-06-15")
    (step,) = ways("ifa.route", document(education=[cda]))[0].steps
    assert (step.turn, step.on) == ("yours", dt.date(2026, 6, 15))


# Whose turn it is.
def test_the_transcripts_of_two_degrees_are_two_steps_and_one_may_wait_for_its_school() -> None:
    on_its_way, own = (
        degree("master", subject=subject, transcript=status)
        for subject, status in (("nursing", "requested"), ("law", "own_copy"))
    )
    there = degree("doctorate", transcript="received")
    (route,) = ways("portfolio.education", document(education=[on_its_way, own, there]))
    assert [(step.turn, step.text, step.share) for step in route.steps] == [
        ("others", "Official transcript from the school: Master's degree, nursing, VCU (requested)", 0),
        ("yours", "Ask the school to send the official transcript: Master's degree, law, VCU (own copy only)", 0.5),
    ]


def test_what_waits_for_others_is_theirs() -> None:
    asked = document(references=[reference(name, "asked") for name in ("Ana", "Bo", "Cy")])
    not_asked = document(references=[reference(name, "not_asked") for name in ("Ana", "Bo", "Cy")])
    assert [(route.turn, route.steps[0].share) for route in ways("portfolio.ratings", asked)] == [("others", 0)]
    assert [route.turn for route in ways("portfolio.ratings", not_asked)] == ["yours"]


def test_an_entry_that_is_not_told_to_the_end_is_told_first() -> None:
    untold = document(work=[job("2022-01-01", paid=None)])
    first = ways("ifa.route", untold)[0]
    assert first.steps[0].text == "Tell more about home visitor, County (paid)"
    assert first.steps[0].share == 0


def test_a_list_that_is_not_closed_is_to_be_closed() -> None:
    open_ = document(education=[MASTER], finished=tuple(name for name in LISTS if name != "education"))
    assert all(
        step.startswith("Say when the list is complete") for step in said("portfolio.education", open_)[0].split(" + ")
    )


# The plan of a row.
def test_ones_own_steps_come_first_and_the_smaller_before_the_larger() -> None:
    doc = document(
        references=[reference("Ana"), reference("Bo")],
        training=[training(6)],
        education=[degree("cda", transcript="own_copy")],
    )
    portfolio = row("portfolio", doc)
    assert [gap.turn for gap in portfolio.gaps] == sorted(
        (gap.turn for gap in portfolio.gaps), key=["yours", "time", "others", "association"].index
    )
    assert portfolio.next is not None
    assert portfolio.next.routes[0].steps[0].text == "a third reference"


def test_a_step_that_closes_other_gaps_too_says_so() -> None:
    (degree_gap,) = [gap for gap in row("imhs", document()).gaps if gap.id == "imhs.degree"]
    assert degree_gap.closes == ("imhm.degree",)


def test_of_two_steps_alike_the_one_that_closes_more_comes_first() -> None:
    ids = [gap.id for gap in row("imhs", document(exam={"status": "not_registered"})).gaps]
    assert ids == ["imhs.degree", "imhs.exam", "imhs.work", "imhs.nature"]


def test_of_the_mentors_categories_the_one_that_stands_best_is_planned() -> None:
    doc = document(education=[MASTER], work=[leading("policy", "2024-03-01")])
    ids = {gap.id for gap in row("imhm", doc).gaps}
    assert "imhm.policy.work" in ids
    assert not any(name.startswith(("imhm.clinical", "imhm.research")) for name in ids)


def test_every_open_requirement_has_a_route_and_nothing_said_promises_anything() -> None:
    for doc in (
        document(),
        document(finished=()),
        renewing(3),
        document(work=[job("2025-01-01", schedule="part_time")]),
    ):
        assessment = Assessment(EDITION, AS_OF, known(doc))
        for requirement in assessment.requirements():
            found = routes(assessment, requirement)
            assert bool(found) == (assessment.word(requirement) != "met"), requirement.id
            assert not any(w in step.text for r in found for step in r.steps for w in ("approved", "eligible"))


def test_what_is_asked_once_and_not_told_is_told_first() -> None:
    later, _pin = load_edition("vaimh/later")
    doc = document(applicant={"purpose": "move"}, endorsement={"level": "ifa"})
    (moving,) = [r for r in later.requirements if r.id == "ifs.moving"]
    (step,) = routes(Assessment(later, AS_OF, known(doc)), moving)[0].steps
    assert (step.turn, step.text) == ("yours", "Tell more about endorsement (held since)")
