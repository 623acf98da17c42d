"""A renewal: hours count for their own year, what that year is stays in doubt, and what it can come to is said."""

from typing import Any

import pytest
from rulebook_samples import AS_OF, EDITION, Doc, asked, document, known, training, words

from intake.bundle.summary import summary
from intake.packs.load import load_edition
from intake.rulebook.assess import Assessment
from intake.rulebook.judging import judge
from intake.rulebook.outcomes import endings
from intake.rulebook.proof import prove
from intake.rulebook.years import Lies, lies, year_ends

ONE_DAY = {"start": "2025-05-06", "end": "2025-05-06"}


def renewal(**sections: Any) -> Doc:
    """A renewal for 2025 whose hours are listed."""
    told: Doc = {"applicant": {"purpose": "renew"}, "renewal": {"year": "2025", "hours": "listed"}}
    return document(finished=("training", "supervision"), **(told | sections))


def supervised(hours: float, span: Any = ONE_DAY, how: str | None = "individual") -> Doc:
    """Reflective supervision of a renewal."""
    return {"provider": "J.", "format": how, "span": span, "hours": hours}


def said(doc: Doc, requirement: str) -> str:
    """What the shipped edition says of one requirement."""
    return words(doc)[requirement]


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("2025-01-01", "inside"),
        ("2025-09-30", "inside"),
        ("2025-10-01", "doubtful"),  # of the year from January, not of the one from October
        ("2024-10-01", "doubtful"),  # the other way round
        ("2024-09-30", "outside"),
        ("2026-01-01", "outside"),
        ("2025-09", "inside"),
        ("2025", "doubtful"),  # any day of it
        ("2025-22", "inside"),
        ({"start": "2025-02-01", "end": "2025-08-31"}, "inside"),
        ({"start": "2025-02-01", "end": ".."}, "doubtful"),
        ({"start": "2024-02-01", "end": "2025-03-31"}, "doubtful"),
        ({"start": "2026-02-01", "end": ".."}, "outside"),
    ],
)
def test_a_time_lies_in_a_year_for_certain_only_where_it_does_however_the_year_begins(
    time: Any, expected: Lies
) -> None:
    assert lies(time, "2025", (1, 10)) == expected


@pytest.mark.parametrize(
    ("hours", "date", "word"),
    [
        (15, "2025-06", "met"),
        (14.5, "2025-06", "not_met"),
        (15, "2025-11", "confirm"),
        (15, "2025", "confirm"),
        (15, "2023-06", "not_met"),
        (15, None, "need_information"),
    ],
)
def test_training_counts_for_its_own_year(hours: float, date: str | None, word: str) -> None:
    assert said(renewal(training=[training(hours, date)]), "renew.training.listed") == word  # type: ignore[arg-type]


def test_without_a_year_nothing_is_counted_and_nothing_is_missed() -> None:
    doc = renewal(renewal={"hours": "listed"}, training=[training(15, "2025-06")])
    assert said(doc, "renew.training.listed") == "need_information"
    assessment = Assessment(EDITION, AS_OF, known(doc))
    rule = next(r for r in assessment.requirements() if r.id == "renew.training.listed")
    assert "the renewal year" in prove(assessment, rule).not_counted[0].reason


def test_a_year_told_later_is_counted_by_at_once() -> None:
    item = training(15, "2025-06") | {"id": "training-1"}
    assessment = Assessment(EDITION, AS_OF, known(renewal(renewal={"hours": "listed"}, training=[item])))
    assert assessment.words()["renew.training.listed"] == "need_information"
    assessment.touch(known(renewal(training=[item])), "renewal", "")
    assert assessment.words()["renew.training.listed"] == "met"


@pytest.mark.parametrize(
    ("level", "entry", "word"),
    [
        ("ifs", supervised(12), "met"),
        ("ifs", supervised(5), "not_met"),
        ("ifs", supervised(12, how="peer"), "confirm"),
        ("ifs", supervised(12, how=None), "need_information"),
        ("ifs", supervised(12, {"start": "2024-01-01", "end": ".."}), "confirm"),
        ("imhm", supervised(5), "confirm"),
    ],
)
def test_supervision_counts_for_its_own_year_and_the_exempt_levels_are_asked_about(
    level: str, entry: Doc, word: str
) -> None:
    assert said(renewal(endorsement={"level": level}, supervision=[entry]), "renew.supervision.listed") == word


def test_hours_are_judged_as_totals_or_as_lists_and_never_as_both() -> None:
    totals = {"year": "2025", "hours": "totals", "training_hours": 16, "supervision_hours": 5}
    found = words(renewal(renewal=totals, endorsement={"level": "ifs"}))
    assert (found["renew.training"], found["renew.supervision"]) == ("met", "not_met")
    assert not {"renew.training.listed", "renew.supervision.listed"} & found.keys()
    assert not {"renew.training", "renew.supervision"} & words(renewal()).keys()


def test_the_attestation_is_judged_where_the_edition_asks_for_it_alone() -> None:
    later = load_edition("vaimh/later")[0]
    for attested, word in ((True, "met"), (False, "not_met"), (None, "need_information")):
        doc = renewal(renewal={"year": "2025", "attested": attested})
        assert words(doc, edition=later)["renew.attestation"] == word
        assert "renew.attestation" not in words(doc)


def ends(doc: Doc) -> dict[str, str]:
    """What is said of each thing that a renewal can come to."""
    return {end.id: end.says for end in endings(Assessment(EDITION, AS_OF, known(doc)))}


def test_what_a_renewal_can_come_to_is_said_with_its_sentence() -> None:
    poor = ends(renewal(membership={"current": False}))
    assert poor["renewed"] == "not as things stand."
    assert "only if you apply for it" in poor["inactive"]
    assert poor["removed"] == "if nothing is done."
    page = EDITION.outcomes[2].cite.quote
    assert page == "Failure to renew Endorsement® will result in being removed from the Endorsement® Registry."
    assert ends(document()) == {}


@pytest.mark.parametrize(
    ("registry", "names", "says", "quote"),
    [
        ("inactive", "inactive", "you are, as you say.", "able to apply to be listed"),
        ("removed", "removed", "you have been, as you say.", "will result in being removed"),
    ],
)
def test_who_is_inactive_or_removed_is_not_told_that_it_may_come(
    registry: str, names: str, says: str, quote: str
) -> None:
    doc = renewal(endorsement={"registry": registry})
    assert says in ends(doc)[names]
    assert not any("if nothing is done" in end or "answers are missing" in end for end in ends(doc).values())
    assert "renew.registry" not in words(doc)
    (rule,) = [r for r in Assessment(EDITION, AS_OF, known(doc)).requirements() if r.id == f"renew.{registry}"]
    assert quote in rule.cite.quote
    assert "How am I listed" not in rule.ask


def test_the_summary_of_a_renewal_shows_what_it_can_come_to_and_no_other_does() -> None:
    poor = renewal(membership={"current": False}, endorsement={"level": "ifs"})
    edition, pin = load_edition("vaimh/seed")
    judged, proofs = judge(edition, pin, known(poor), AS_OF)
    page = summary(poor | {"judged": judged.model_dump(mode="json")}, proofs)
    before, _, told = page.partition('id="endings"')
    assert "II, Infant Family Specialist: held, to be renewed" in before
    said = [told.index(part) for part in ("not as things stand", "only if you apply for it", "if nothing is done")]
    assert said == sorted(said)
    assert "Failure to renew Endorsement® will result in being removed" in told[said[2] :]
    applies = judge(edition, pin, known(document()), AS_OF)[0].model_dump(mode="json")
    assert 'id="endings"' not in summary(document() | {"judged": applies}, ())


def test_the_year_ends_on_each_day_that_pages_name() -> None:
    told = known(renewal()).known
    assert [day.isoformat() for day in year_ends(EDITION, told)] == ["2025-09-30", "2025-12-31"]
    assert year_ends(EDITION, {}) == ()


def test_coming_back_is_asked_and_not_guessed() -> None:
    assert "coming_back" in asked(renewal(endorsement={"registry": "inactive"}))
    assert "coming_back" not in asked(renewal(endorsement={"registry": "active"}))
    assert said(renewal(endorsement={"registry": "inactive"}), "renew.inactive") == "confirm"
