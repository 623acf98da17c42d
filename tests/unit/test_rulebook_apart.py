"""Two rules in words, clause by clause."""

from intake.rulebook.apart import Apart, apart


def test_each_clause_stands_with_what_leads_to_it() -> None:
    here = "At least 24 months. Not counted: where it was unpaid; where it was abroad. The page is silent."
    there = "At least 36 months. Not counted: where it was abroad; where it was short."
    assert apart(here, there) == Apart(
        "Not counted: where it was abroad.",
        "At least 24 months. Not counted: where it was unpaid. The page is silent.",
        "At least 36 months. Not counted: where it was short.",
    )


def test_a_clause_under_another_head_is_another() -> None:
    assert apart("Not counted: by night.", "Counted: by night.").both == ""


def test_rules_alike_leave_nothing_to_either() -> None:
    assert apart("One of: a CDA; a degree.", "One of: a CDA; a degree.") == Apart("One of: a CDA; a degree.", "", "")
