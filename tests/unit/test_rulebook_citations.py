"""Every verdict cites: which source, which section, and a quotation that stands there word for word."""

import re
from pathlib import Path

import pytest
from rulebook_samples import AS_OF, EDITION, degree, document, job, known, leading, reference, training, verdicts, words

from intake.packs.load import editions, load_edition
from intake.rulebook.assess import Assessment
from intake.rulebook.board import totals
from intake.rulebook.edition import Edition, Requirement
from intake.rulebook.sentence import rule
from intake.rulebook.verdicts import WORDS
from intake.session.proofs import proof_text

PAGE = Path(__file__).parents[3] / "shared" / "seed-page.txt"
SHIPPED = [load_edition(name)[0] for name in editions()]
CASES = [
    document(),
    document(finished=()),
    document(applicant={"purpose": "renew"}, renewal={"training_hours": 3}),
    document(
        education=[degree("master"), degree("bachelor", abroad=True), degree("cda", expires="2020-01")],
        training=[training(3), training(4, "2027")],
        work=[job("2019-01"), job("2023", schedule="part_time", paid=False), leading("policy", "2024-05-01")],
        references=[reference("A"), reference("B", "asked")],
    ),
]
FORBIDDEN = re.compile(r"\b(approved?|eligib\w+|qualif\w+|congratulations|passed|guarantee\w*)\b", re.IGNORECASE)


def every_requirement() -> list[tuple[Edition, Requirement]]:
    """Each requirement of each shipped edition."""
    return [(edition, requirement) for edition in SHIPPED for requirement in edition.requirements]


def spaced(text: str) -> str:
    """A text with single blanks."""
    return " ".join(text.split())


@pytest.mark.parametrize("doc", CASES)
def test_each_verdict_names_its_source_its_section_and_a_quotation(doc: dict[str, object]) -> None:
    said = verdicts(doc)
    assert {name: verdict.verdict for name, verdict in said.items()} == words(doc)
    for verdict in said.values():
        assert verdict.cite.source == EDITION.sources["page"].title
        assert verdict.cite.section.strip()
        assert len(verdict.cite.quote) > 10
        assert f"“{verdict.cite.quote}”" in proof_text(verdict)


def test_every_quotation_stands_on_the_source_page_word_for_word() -> None:
    page = spaced(PAGE.read_text("utf-8")) if PAGE.is_file() else None
    for edition, requirement in every_requirement():
        quote = requirement.cite.quote
        assert requirement.cite.source in edition.sources
        assert quote == spaced(quote), f"{requirement.id}: a quotation is one line with single blanks"
        assert "facubaby1lty" not in quote
        assert page is None or quote in page, f"{requirement.id}: {quote}"


def test_every_section_named_is_a_heading_of_the_page() -> None:
    headings = {"What is Infant Mental Health Endorsement?", "A Brief Overview", "Prerequisite Requirements"}
    page = PAGE.read_text("utf-8") if PAGE.is_file() else "\n".join(headings)
    for _edition, requirement in every_requirement():
        heading = re.sub(r", (\(\d\)|\d)$", "", requirement.cite.section)
        assert heading in headings
        assert heading in page


def test_an_item_of_the_page_is_cited_by_its_number() -> None:
    page = spaced(PAGE.read_text("utf-8")) if PAGE.is_file() else None
    for _edition, requirement in every_requirement():
        number = re.search(r", (?:\((\d)\)|(\d))$", requirement.cite.section)
        if number and page is not None:
            mark = f"({number[1]}) " if number[1] else f"{number[2]}. "
            item = page.split(mark, 1)[1].split("; ")[0]
            assert requirement.cite.quote in item, requirement.id


def test_a_number_in_a_rule_stands_in_its_quotation() -> None:
    for _edition, requirement in every_requirement():
        ways = [requirement.need] if isinstance(requirement.need, dict) else list(requirement.need or ())
        limits = {s["minimum"] for way in ways for s in way.values() if s.get("minimum", 1) > 1}
        assert limits <= requirement.figures.keys(), requirement.id
        assert all(words in requirement.cite.quote for words in requirement.figures.values())


def test_what_must_be_asked_has_a_question() -> None:
    """A verdict may be Confirm wherever a looser reading exists; then there is something to ask."""
    for _edition, requirement in every_requirement():
        loose = requirement.confirm is not None or any(
            w.confirm for name in requirement.facts if name in EDITION.facts for w in EDITION.facts[name].where
        )
        assert requirement.ask or not loose, requirement.id
        assert requirement.to_do or not requirement.need, requirement.id


@pytest.mark.parametrize("doc", CASES)
def test_each_item_of_a_list_counts_or_is_said_not_to_with_a_reason(doc: dict[str, object]) -> None:
    for verdict in verdicts(doc).values():
        for out in verdict.not_counted:
            assert out.reason.strip(), f"{verdict.id}: {out.item}"
            assert out.title
        assert not {c.item for c in verdict.counted} & {n.item for n in verdict.not_counted}


def test_a_proof_shows_the_figures_the_items_and_the_reasons() -> None:
    doc = document(
        education=[degree("master", "2017-05-13")],
        work=[job("2021-02", "2023-06", title="therapist"), job("2024", title="sitter", paid=False, supervised=False)],
    )
    verdict = verdicts(doc)["imhs.work"]
    assert [(c.title, c.amount) for c in verdict.counted] == [("therapist, County", "27 to 29 months")]
    assert [(n.title, n.reason) for n in verdict.not_counted] == [("sitter, County", "it was not supervised")]
    assert verdict.figures["supervised_months"]["loose"] == 29
    assert "27.16 to 29 (the shorter reading counts)" in proof_text(verdict)


def test_a_figure_is_never_shown_rounded_up() -> None:
    doc = document(work=[job("2022-01-01", "2023-12-30")])
    figure = verdicts(doc)["ifa.route"].figures["paid_months"]
    assert (figure["strict"], verdicts(doc)["ifa.route"].verdict) == (23.96, "not_met")


@pytest.mark.parametrize("hours", [0.29, 1.15, 4.35, 8.2, 16.1, 1.5, 3])
def test_hours_are_shown_as_they_were_given(hours: float) -> None:
    shown_totals = totals(Assessment(EDITION, AS_OF, known(document(training=[training(hours)]))))
    assert shown_totals["training_hours"] == {"strict": hours, "loose": hours}


def test_no_word_of_the_rules_says_that_somebody_is_approved() -> None:
    for edition in SHIPPED:
        texts = [edition.disclaimer, *WORDS.values()]
        texts += [t for r in edition.requirements for t in (r.title, rule(edition, r), r.ask, r.to_do)]
        texts += [t for q in edition.questions for t in (q.ask, q.says, q.silent)]
        texts += [t for f in edition.facts.values() for t in (f.title, *(w.because + w.otherwise for w in f.where))]
        assert [t for t in texts if FORBIDDEN.search(t)] == []
