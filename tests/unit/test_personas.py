"""The ten personas of the pack: what each types leads to the verdicts that the domain's table gives."""

import hashlib
from pathlib import Path

import personas
import pytest

from intake.bundle.check import check
from intake.rulebook.proof import prove
from intake.session.document import rejudge

#: What the domain's persona table expects, by requirement; "by time" is the earliest date, strict or loose.
EXPECTED: dict[str, dict[str, str]] = {
    "keisha": {
        "pre.membership": "not_met",
        "ifa.route": "met",
        "ifs.degree": "not_met",
        "imhs.degree": "not_met",
        "imhm.degree": "not_met",
        "portfolio.references": "not_met",
        "portfolio.ethics": "not_met",
        "portfolio.education": "confirm",
        "portfolio.training": "met",
    },
    "marisol": {
        "pre.membership": "met",
        "ifa.route": "met",
        "ifs.degree": "met",
        "ifs.work": "met",
        "ifs.nature": "confirm",
        "imhs.degree": "not_met",
        "imhm.degree": "not_met",
        "portfolio.education": "met",
        "portfolio.references": "met",
        "portfolio.ratings": "met",
        "portfolio.ethics": "met",
    },
    "dana": {
        "ifa.route": "met",
        "ifs.degree": "met",
        "imhs.degree": "met",
        "imhs.work": "met",
        "imhs.nature": "confirm",
        "imhs.exam": "not_met",
        "imhm.clinical.work": "not_met",
        "imhm.policy.work": "not_met",
        "imhm.research.work": "not_met",
    },
    "robert": {
        "pre.membership": "not_met",
        "ifa.route": "met",
        "ifs.degree": "met",
        "ifs.work": "met",
        "ifs.nature": "confirm",
        "imhs.degree": "not_met",
        "imhm.degree": "not_met",
        "portfolio.references": "not_met",
        "portfolio.supervision": "confirm",
    },
    "eleanor": {
        "pre.experience": "confirm",
        "imhs.degree": "met",
        "imhs.work": "not_met",
        "imhm.degree": "met",
        "imhm.research.work": "met",
        "imhm.research.role": "confirm",
        "imhm.exam": "not_met",
    },
    "thomas": {
        "imhs.work": "not_met",
        "imhm.degree": "met",
        "imhm.policy.work": "confirm",
        "imhm.policy.role": "confirm",
    },
    "jennifer": {
        "ifa.route": "not_met",
        "ifs.degree": "not_met",
        "imhs.degree": "not_met",
        "imhm.degree": "not_met",
        "pre.experience": "met",
    },
    "aisha": {"imhs.degree": "met", "imhs.work": "not_met"},
    "analucia": {
        "ifa.route": "confirm",
        "ifs.degree": "confirm",
        "ifs.work": "confirm",
        "imhs.degree": "confirm",
        "imhs.work": "confirm",
        "imhm.clinical.work": "not_met",
        "imhm.policy.work": "not_met",
        "imhm.research.work": "not_met",
    },
    "gloria": {
        "renew.training": "met",
        "renew.supervision": "not_met",
        "renew.membership": "not_met",
        "renew.registry": "need_information",
    },
}

#: (persona, requirement): the earliest strict and loose dates that the domain's table gives.
DATES = {
    ("thomas", "imhm.policy.work"): ("2026-05-13", None),
    ("jennifer", "ifa.route"): (None, "2027-04-01"),
    ("aisha", "imhs.work"): ("2027-05-31", "2027-05-19"),
}


def test_every_persona_has_an_expectation() -> None:
    assert sorted(EXPECTED) == personas.NAMES


@pytest.mark.parametrize("name", personas.NAMES)
def test_a_persona_gets_the_verdicts_of_the_domains_table(name: str, tmp_path: Path) -> None:
    session, printed = personas.run(name, tmp_path, tmp_path / "me.zip")
    words = session.case.assessment.words()
    assert {key: words[key] for key in EXPECTED[name]} == EXPECTED[name]
    assert "\n  ! " not in printed, "a persona speaks so that all of it is understood"
    assert session.case.state.closed
    for (persona, requirement), (strict, loose) in DATES.items():
        if persona == name:
            rule = next(r for r in session.case.assessment.requirements() if r.id == requirement)
            earliest = prove(session.case.assessment, rule).earliest
            assert earliest is not None
            assert (earliest.strict, earliest.loose) == (strict, loose)


@pytest.mark.parametrize("name", personas.NAMES)
def test_a_personas_bundle_is_in_order_and_the_same_when_made_twice(name: str, tmp_path: Path) -> None:
    digests = set()
    for folder in ("one", "two"):
        bundle = tmp_path / folder / "me.zip"
        bundle.parent.mkdir()
        personas.run(name, tmp_path / folder / "home", bundle)
        digests.add(hashlib.sha256(bundle.read_bytes()).hexdigest())
    report = check(tmp_path / "one" / "me.zip", rejudge)
    assert report.findings == ()
    assert len(digests) == 1


def test_nobody_is_told_that_they_are_approved(tmp_path: Path) -> None:
    for name in personas.NAMES:
        _session, printed = personas.run(name, tmp_path / name, tmp_path / f"{name}.zip")
        said = [line for line in printed.casefold().splitlines() if not line.startswith("> ")]
        for word in ("approved", "eligible", "congratulations", "you passed", "qualified"):
            assert not any(word in line for line in said), word
