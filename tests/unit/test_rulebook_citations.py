"""Every verdict cites: which source, which section, and a quotation that stands there word for word."""

import re
from pathlib import Path

import pytest
from rulebook_samples import AS_OF, EDITION, degree, document, job, known, leading, reference, training, verdicts, words

from intake.packs.load import editions, load_edition
from intake.portfolio.conditions import Need
from intake.rulebook.assess import Assessment
from intake.rulebook.board import totals
from intake.rulebook.edition import Citation, Edition, Requirement
from intake.rulebook.sentence import rule
from intake.rulebook.verdicts import WORDS
from intake.session.proofs import proof_text

SHARED = Path(__file__).parents[3] / "shared"
PAGE = SHARED / "seed-page.txt"
#: The one source that is quoted; what the others say is known as the domain's table paraphrases it.
QUOTED = "page"
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


def every_citation() -> list[tuple[Edition, Requirement, Citation]]:
    """Each sentence that a requirement of a shipped edition stands on."""
    return [
        (edition, requirement, cite) for edition, requirement in every_requirement() for cite in requirement.citations
    ]


def limits(need: Need | tuple[Need, ...] | None) -> set[float]:
    """The numbers in a need; one is none, it means that there is any, and nothing is below zero."""
    ways = [need] if isinstance(need, dict) else list(need or ())
    return {v for way in ways for schema in way.values() for k, v in schema.items() if "imum" in k.lower() and v > 1}


def figure_of(said: str) -> int:
    """The figure that words of a quotation give; years as months."""
    number = re.search(r"\d+", said)
    return (int(number[0]) if number else {"three": 3}[said.partition(" ")[0]]) * (12 if "year" in said else 1)


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


def test_every_quotation_stands_in_its_source_word_for_word() -> None:
    for edition, requirement, cite in every_citation():
        assert cite.source in edition.sources
        assert cite.quote == spaced(cite.quote), f"{requirement.id}: a quotation is one line with single blanks"
        assert "facubaby1lty" not in cite.quote
        source = PAGE if cite.source == QUOTED else SHARED / "domain.md"
        text = spaced(source.read_text("utf-8").replace("**", "")) if source.is_file() else cite.quote
        assert cite.quote in text, f"{edition.edition}: {requirement.id}: {cite.quote}"


def test_what_is_not_quoted_from_the_page_itself_says_that_it_is_paraphrased() -> None:
    for edition in SHIPPED:
        for name, source in edition.sources.items():
            assert ("paraphrased, not checked live" in source.title) == (name != QUOTED), f"{edition.edition}: {name}"


def test_a_source_is_tagged_as_its_quotations_are() -> None:
    """Where a quotation names the pages that it comes from, they are those of its source."""
    for edition, requirement, cite in every_citation():
        tags = set(re.findall(r"VA-\d+", cite.quote))
        assert tags <= set(re.findall(r"VA-\d+", edition.sources[cite.source].title)), requirement.id


def test_every_section_named_is_a_heading_of_the_page() -> None:
    headings = {"What is Infant Mental Health Endorsement?", "A Brief Overview", "Prerequisite Requirements"}
    headings |= {"Moving from One Level to the Next"}
    page = PAGE.read_text("utf-8") if PAGE.is_file() else "\n".join(headings)
    for _edition, _requirement, cite in every_citation():
        heading = re.sub(r", (\(\d\)|\d)$", "", cite.section)
        assert cite.source != QUOTED or heading in headings
        assert cite.source != QUOTED or heading in page


def test_an_item_of_the_page_is_cited_by_its_number() -> None:
    page = spaced(PAGE.read_text("utf-8")) if PAGE.is_file() else None
    for _edition, requirement, cite in every_citation():
        number = re.search(r", (?:\((\d)\)|(\d))$", cite.section)
        if number and page is not None:
            mark = f"({number[1]}) " if number[1] else f"{number[2]}. "
            item = page.split(mark, 1)[1].split("; ")[0]
            assert cite.quote in item, requirement.id


def test_a_number_in_a_rule_stands_in_its_quotation() -> None:
    for _edition, requirement in every_requirement():
        numbers = limits(requirement.need) | limits(requirement.confirm)
        assert numbers <= requirement.figures.keys(), requirement.id
        for number, said in requirement.figures.items():
            assert any(said in cite.quote for cite in requirement.citations), f"{requirement.id}: {said}"
            assert number == figure_of(said), f"{requirement.id}: {number} is not {said!r}"


def test_what_must_be_asked_has_a_question() -> None:
    """A verdict may be Confirm wherever a looser reading exists; then there is something to ask."""
    for edition, requirement in every_requirement():
        loose = requirement.confirm is not None or any(
            w.confirm for name in requirement.facts if name in edition.facts for w in edition.facts[name].where
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
    assert "27 to 29 (the shorter reading counts: 2 years 3 months)" in proof_text(verdict)
    degree_above = verdicts(document(education=[degree("bachelor", "2017-05")]))["ifa.route"]
    assert "Associate's degrees: 0 for certain, perhaps 1" in proof_text(degree_above), "no reading of it is shorter"


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
