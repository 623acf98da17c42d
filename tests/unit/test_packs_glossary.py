"""The glossary: a term is found however a person writes it, and nothing is found where two would fit."""

import pytest

from intake.packs.glossary import Glossary, Term
from intake.packs.load import load

GLOSSARY = load().glossary
NAMES = [(name, term) for term in GLOSSARY.terms for name in (term.term, *term.aliases)]
FORMS = [
    "{}", "{}?", "{}.", "  {}  ", "the {}", "a {}", "an {}", "my {}", "your {}", "this {}",
    "“{}”", '"{}"', "'{}'?", "({})",
]  # fmt: skip


@pytest.mark.parametrize(("name", "term"), NAMES, ids=[name for name, _term in NAMES])
def test_a_term_is_found_in_every_everyday_form(name: str, term: Term) -> None:
    forms = [form.format(name) for form in FORMS]
    forms += [name.upper(), name.title(), name.replace("-", " "), name.replace(" ", "-"), name.replace("-", "–")]
    forms += [name.replace(" ", "  "), f"{name} "]
    assert {form: GLOSSARY.find(form) for form in forms} == dict.fromkeys(forms, term)


@pytest.mark.parametrize(
    ("asked", "term"),
    [
        ("clock hours", "clock hour"),
        ("transcripts", "official transcript"),
        ("official transcripts", "official transcript"),
        ("references", "reference rating"),
        ("reference ratings", "reference rating"),
        ("waivers", "waiver"),
        ("vignettes", "vignette"),
        ("panels", "panel"),
        ("categories", "level"),
        ("CDAs", "CDA"),
        ("practice leaders", "practice leader"),
        ("post-graduate degrees", "post-graduate degree"),
        ("relationship-focused service", "relationship-focused services"),
        ("RSC", "reflective supervision"),
        ("rs", "reflective supervision"),
        ("IMH-E®", "endorsement"),
        ("imh", "infant mental health"),
        ("ethics", "Code of Ethics"),
        ("clock", "clock hour"),
        ("reference letter", "reference rating"),
        ("Child Development Associate (CDA)", "CDA"),
    ],
)
def test_plurals_abbreviations_and_parts_of_a_name_are_understood(asked: str, term: str) -> None:
    found = GLOSSARY.find(asked)
    assert found is not None
    assert found.term == term


@pytest.mark.parametrize(
    "asked", ["", "the", "a", "?", "supervision", "exam", "degree of freedom", "the weather", "x" * 5000]
)
def test_what_names_no_term_or_several_finds_none(asked: str) -> None:
    assert GLOSSARY.find(asked) is None


def test_each_term_is_one_plain_sentence_and_no_name_means_two() -> None:
    names = [name.casefold() for name, _term in NAMES]
    assert len(names) == len(set(names))
    for term in GLOSSARY.terms:
        assert term.means[0].isupper()
        assert term.means.endswith(".")
        assert "\n" not in term.means
        assert "approved" not in term.means


def test_a_part_of_a_name_is_enough_only_while_it_is_the_only_one() -> None:
    one = Term(term="clock hour", means="Sixty minutes.")
    two = Term(term="office hour", means="Open door.")
    assert Glossary(terms=(one,)).find("hour") is one
    assert Glossary(terms=(one, two)).find("hour") is None
