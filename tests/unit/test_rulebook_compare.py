"""Two editions side by side: each line says what changes between them for the same answers."""

from typing import Any

import pytest
from rulebook_samples import AS_OF, EDITION, Doc, degree, document, job, known

from intake.packs.load import load_edition
from intake.rulebook.assess import Assessment
from intake.rulebook.compare import Comparison, compare
from intake.session.comparing import comparison_text, comparison_wire

LATER = load_edition("vaimh/later")[0]
DOC = document(
    target={"level": "ifa"}, membership={"current": False}, education=[degree("cda")], work=[job("2024-09-03")]
)


def beside(doc: Doc = DOC, here: str = "vaimh/seed", there: str = "vaimh/later") -> Comparison:
    """A document under two editions."""
    first, second = (Assessment(load_edition(name)[0], AS_OF, known(doc)) for name in (here, there))
    return compare(first, second)


def test_a_row_that_differs_is_marked() -> None:
    lines = comparison_text(beside()).splitlines()
    assert "▸ I Infant Family Associate: Met by your answers → Confirm with the association" in lines
    assert any(line.startswith("  II Infant Family Specialist: Not met") for line in lines)


def changes(comparison: Comparison) -> dict[str, str]:
    """What changes of each requirement."""
    return {line.id: line.change for line in comparison.requirements}


@pytest.mark.parametrize(
    ("requirement", "change", "here", "there"),
    [
        ("ifa.route", "other_verdict", "met", "confirm"),
        ("pre.membership", "other_rule", "not_met", "not_met"),
        ("ifs.degree", "same", "not_met", "not_met"),
        ("portfolio.supervision", "only_here", "confirm", None),
        ("ifs.supervision", "only_there", None, "not_met"),
    ],
)
def test_a_requirement_is_the_same_or_another_or_stands_on_one_side(
    requirement: str, change: str, here: str | None, there: str | None
) -> None:
    (line,) = (line for line in beside().requirements if line.id == requirement)
    assert line.change == change
    assert [side and side.verdict for side in (line.here, line.there)] == [here, there]


def test_a_rule_is_another_where_only_a_fact_it_stands_on_is() -> None:
    bare: dict[str, Any] = {
        name: fact.model_copy(update={"where": fact.where[:1]} if name == "paid_months" else {})
        for name, fact in EDITION.facts.items()
    }
    other = EDITION.model_copy(update={"facts": bare})
    lines = changes(compare(*(Assessment(edition, AS_OF, known(DOC)) for edition in (EDITION, other))))
    assert {name for name, change in lines.items() if change != "same"} == {"ifa.route"}


def test_an_edition_beside_itself_changes_nothing_and_asks_nothing_more() -> None:
    alone = beside(there="vaimh/seed")
    assert set(changes(alone).values()) == {"same"}
    assert {line.change for line in alone.rows} == {"same"}
    assert (alone.asks_here, alone.asks_there) == ((), ())


def test_the_other_way_round_says_the_same_mirrored() -> None:
    mirrored = {"only_here": "only_there", "only_there": "only_here"}
    there = changes(beside(here="vaimh/later", there="vaimh/seed"))
    assert {name: mirrored.get(change, change) for name, change in there.items()} == changes(beside())


def test_a_row_of_the_board_changes_with_its_verdict_and_may_stand_on_one_side() -> None:
    rows = {line.id: line.change for line in beside().rows}
    assert (rows["ifa"], rows["imhm"]) == ("other_verdict", "other_rule")
    oklahoma = {line.id: line.change for line in beside(there="okaimh/levels_2_and_4").rows}
    assert (oklahoma["ifa"], oklahoma["ifs"]) == ("only_here", "other_rule")


def test_what_is_to_be_asked_under_one_edition_alone_is_told_apart() -> None:
    comparison = beside()
    assert any(ask.startswith("What does membership cost now? The source page says") for ask in comparison.asks_here)
    assert any("What is recorded of later Virginia pages" in ask for ask in comparison.asks_there)
    assert not set(comparison.asks_here) & set(comparison.asks_there)


def test_in_words_every_change_stands_with_both_rules_and_their_sources() -> None:
    said = comparison_text(beside())
    assert said.startswith("vaimh/seed → vaimh/later\n")
    assert "I Infant Family Associate: Met by your answers → Confirm with the association\n" in said
    block = next(part for part in said.split("\n\n") if part.startswith("I · CDA, "))
    assert "“CDA or Associates degree or 2 years paid work experience in infant & early childhood”" in block
    assert "“any academic degree or 2 years paid (VA-13)”" in block
    assert "“paid, birth–36 months (VA-4)”" in block
    assert "By time alone, if nothing else changes: on September 3, 2026" in block
    same = sum(change == "same" for change in changes(beside()).values())
    assert f"The same under both: {same} requirements." in said
    assert "ifs" not in said


def test_what_both_rules_say_is_said_once_and_what_one_says_stands_under_a_mark() -> None:
    block = next(part for part in comparison_text(beside()).split("\n\n") if part.startswith("I · CDA, "))
    lines = block.splitlines()[1:]
    assert block.count("where it was not paid") == 1
    marks = [line.partition(": ")[0] for line in lines if not line.startswith("    ")]
    assert marks == ["  Both", "▸ Only vaimh/seed", "▸ Only vaimh/later"]
    assert "at least one Associate's degree" in block.partition("▸ Only vaimh/seed")[2].partition("▸")[0]


def test_a_row_that_changes_names_the_rules_that_change_it() -> None:
    said = comparison_text(beside())
    assert (
        "▸ I Infant Family Associate: Met by your answers → Confirm with the association\n"
        "    because of: CDA, Associate's degree, or two years of paid work\n"
    ) in said


def test_for_machines_each_line_has_both_sides_in_the_shape_of_an_assessment() -> None:
    wire = comparison_wire(beside())
    assert wire.keys() == {"here", "there", "levels", "requirements", "asks_here", "asks_there"}
    by_id = {line["id"]: line for line in wire["requirements"]}
    route = by_id["ifa.route"]
    assert (route["change"], route["here"]["verdict"], route["there"]["verdict"]) == ("other_verdict", "met", "confirm")
    assert [cite["quote"] for cite in route["there"]["also"]] == ["paid, birth–36 months (VA-4)"]
    assert by_id["ifs.supervision"]["here"] is None
    assert wire["levels"][1]["here"]["verdict"] == "met"
