"""Rules in plain words, made from the rules: every keyword, every kind of fact, and every shipped rule."""

import re
from typing import Any

import pytest

from intake.packs.load import editions, load_edition
from intake.rulebook.edition import Answer, Edition, Requirement
from intake.rulebook.sentence import on_confirmation, rule, sentence

SHIPPED = [(e, r) for e in (load_edition(name)[0] for name in editions()) for r in e.requirements]
SEED = load_edition("vaimh/seed")[0]
EDITION = SEED.model_copy(
    update={
        "facts": {
            "cda": SEED.facts["cda"],
            "paid_months": SEED.facts["paid_months"],
            "work": SEED.facts["direct_experience"],
            "sent": SEED.facts["transcripts_sent"],
            "degree_date": SEED.facts["graduate_degree_date"],
            "lead": SEED.facts["paid_months"].model_copy(update={"title": "leading a program", "one": ""}),
        },
        "answers": SEED.answers,
    }
)


def requirement(**parts: Any) -> Requirement:
    """A requirement of which only the need matters."""
    cite = {"source": "page", "section": "A Brief Overview", "quote": "a sentence"}
    return Requirement.model_validate({"id": "x", "group": "level", "title": "Something", "cite": cite} | parts)


def said(need: Any = None, confirm: Any = None) -> str:
    """The sentence of a requirement with this need."""
    return sentence(EDITION, requirement(need=need, confirm=confirm))


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        ({"cda": {"minimum": 1}}, "At least one CDA."),
        ({"cda": {"minimum": 2}}, "At least 2 CDAs."),
        ({"cda": {"maximum": 0}}, "No CDAs."),
        ({"cda": {"const": 3}}, "Exactly 3 CDAs."),
        ({"cda": {"enum": [2, 4]}}, "Exactly 2 or 4 CDAs."),
        ({"cda": {"minimum": 2, "exclusiveMaximum": 5}}, "At least 2 and fewer than 5 CDAs."),
        ({"cda": {"exclusiveMinimum": 2, "maximum": 5}}, "More than 2 and at most 5 CDAs."),
        ({"cda": {"anyOf": [{"maximum": 0}, {"minimum": 3}]}}, "No CDAs or at least 3 CDAs."),
        ({"work": {"minimum": 1}}, "At least one job with babies and toddlers."),
        ({"paid_months": {"minimum": 24}}, "At least 24 months of paid work in infant and early childhood."),
        ({"paid_months": {"minimum": 37.5}}, "At least 37.5 months of paid work in infant and early childhood."),
        ({"lead": {"minimum": 6}}, "At least 6 months of leading a program."),
        ({"sent": {"const": True}}, "Every college transcript sent by the school."),
        ({"sent": {"const": False}}, "Not every college transcript sent by the school."),
        ({"membership.current": {"const": True}}, "Membership in VAIMH is current."),
        (
            {"exam.status": {"enum": ["registered", "taken"]}},
            "The written exam has been registered for or has been taken.",
        ),
        ({"renewal.training_hours": {"minimum": 15}}, "At least 15 hours of relationship-based training in the year."),
        ({"applicant.other_state": {"const": "no_idea"}}, "Applicant: other state is no idea."),
        ({"applicant.other_state": {"contains": {"enum": ["a_b", "c"]}}}, "Applicant: other state is a b or is c."),
        (
            {"cda": {"minimum": 1}, "sent": {"const": True}, "membership.current": {"const": True}},
            ("At least one CDA, every college transcript sent by the school "
            "and membership in VAIMH is current."),
        ),
    ],
)  # fmt: skip
def test_a_need_is_said_as_a_person_would(need: dict[str, Any], expected: str) -> None:
    assert said(need) == expected


def test_several_ways_are_one_of_them_and_a_looser_need_is_the_associations_to_say() -> None:
    ways = [{"cda": {"minimum": 1}}, {"paid_months": {"minimum": 24}}]
    one_of = "ne of: at least one CDA; at least 24 months of paid work in infant and early childhood"
    assert said(ways) == f"O{one_of}."
    assert said(None, ways) == f"Only if the association says so: o{one_of}."
    assert said({"sent": {"const": True}}, ways) == (
        f"Every college transcript sent by the school; or, only if the association says so, o{one_of}."
    )
    assert said() == said(None, {}) == "Whether this is met, only the association can say."


def test_what_counts_only_on_confirmation_is_told_with_its_reason() -> None:
    work = next(r for r in SEED.requirements if r.id == "ifs.work")
    told = on_confirmation(SEED, work)
    assert told.startswith("Counted only if the association says so: time before the day of the first Bachelor's")
    assert "where it was part-time and the page does not say how part-time work counts" in told
    assert on_confirmation(SEED, next(r for r in SEED.requirements if r.id == "portfolio.ethics")) == ""


def limits(part: Any) -> list[float]:
    """Every number in a need, however deep."""
    if isinstance(part, dict):
        return [n for value in part.values() for n in limits(value)]
    if isinstance(part, list | tuple):
        return [n for value in part for n in limits(value)]
    return [part] if isinstance(part, int | float) and not isinstance(part, bool) else []


@pytest.mark.parametrize(("edition", "shipped"), SHIPPED, ids=lambda part: getattr(part, "id", ""))
def test_a_shipped_rule_reads_as_a_sentence_and_holds_every_number(edition: Edition, shipped: Requirement) -> None:
    text, words = rule(edition, shipped), {0.0: "(?:no|0)", 1.0: "one"}
    assert text[0].isupper()
    assert text.endswith(".")
    assert not re.search(r"[{}_]|\bNone\b|  ", text)
    assert not [name for name in shipped.facts if "_" in name and name in text]
    for limit in limits([shipped.need, shipped.confirm]):
        assert re.search(rf"\b{words.get(limit, limit)}\b", text, re.IGNORECASE), limit
    named = [edition.facts.get(name) or edition.answers.get(name) for name in shipped.facts]
    assert None not in named, "a fact or an answer without a title"


def test_what_never_counts_and_no_title_says_is_said() -> None:
    shipped = {r.id: r for r in SEED.requirements}
    assert "Not counted: where it is listed as work in a leading role; where it was not supervised." in rule(
        SEED, shipped["imhs.work"]
    )
    later, _pin = load_edition("vaimh/later")
    text = rule(later, next(r for r in later.requirements if r.id == "imhs.work"))
    assert "Not counted: time before the day of the first Master's or doctorate;" in text


def test_two_values_that_are_said_alike_are_said_once() -> None:
    answers = {"exam.status": {"title": "the exam", "says": {"taken": "has been taken", "passed": "has been taken"}}}
    edition = SEED.model_copy(update={"answers": {n: Answer.model_validate(a) for n, a in answers.items()}})
    need = {"exam.status": {"enum": ["taken", "passed"]}}
    exam = next(r for r in SEED.requirements if r.id == "imhs.exam").model_copy(update={"need": need})
    assert sentence(edition, exam) == "The exam has been taken."


def test_a_value_that_only_narrows_another_adds_nothing() -> None:
    assert said({"exam.status": {"enum": ["taken", "passed"]}}) == "The written exam has been taken."


def test_where_every_answer_will_do_it_is_said_so() -> None:
    told = said(None, {"moving.notice": {"enum": [True, False]}})
    assert told == "Only if the association says so: any answer about the written notice of moving."


@pytest.mark.parametrize(("edition", "shipped"), [pair for pair in SHIPPED if pair[0].association == "vaimh"])
def test_words_that_the_quoted_page_does_not_have_are_marked_as_a_reading(
    edition: Edition, shipped: Requirement
) -> None:
    whole = rule(edition, shipped)
    for words in ("after the degree", "with birth to 3"):
        if re.search(rf"{words}\b", sentence(edition, shipped)):
            marked = rf'"{words}".* read|from the Master.s degree.* strict reading'
            assert re.search(marked, whole, re.IGNORECASE), shipped.id
