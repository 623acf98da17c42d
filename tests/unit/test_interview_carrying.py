"""What of a case counts on in the next, and what is asked anew."""

from typing import Any

import pytest

from intake.interview.carrying import Purpose, carried
from intake.interview.present import File, Given, Listed, Pin, Present

PIN = Pin("vaimh/application", 1, "0" * 64)
OTHER = Pin("vaimh/application", 2, "1" * 64)


def present(*answers: Given, lists: tuple[Listed, ...] = (), files: tuple[File, ...] = ()) -> Present:
    """A case in which this stands."""
    return Present(PIN, "intake-answers/1", answers, lists, files=files)


def entry(item: str, field: str, value: Any) -> Given:
    """An answer of a list's entry."""
    return Given(f"{item.rpartition('-')[0]}.{field}", item, value=value)


def told(after: Present) -> dict[str, Any]:
    """The answers that are asked once, by question."""
    return {given.question: given.value for given in after.answers if not given.item}


def test_a_person_is_carried_over_and_what_belongs_to_its_own_time_is_not() -> None:
    before = present(
        Given("applicant.name", value="Dana"),
        Given("applicant.phone", status="skipped"),
        Given("applicant.purpose", value="apply"),
        Given("membership.current", value=True),
        Given("exam.status", value="taken"),
        Given("ethics.read", value=True),
        Given("review.ready", value=True),
    )
    for purpose in ("renew", "move"):
        after = carried(before, purpose, OTHER, 2026)
        assert told(after) == {"applicant.name": "Dana", "applicant.phone": None, "applicant.purpose": purpose}
        assert (after.flow, after.signature) == (OTHER, None)


def test_the_level_aimed_for_is_held_only_after_another_look() -> None:
    (_aim, held) = carried(present(Given("target.level", value="imhs")), "move", PIN, 2026).answers
    assert (held.question, held.value) == ("endorsement.level", "imhs")
    assert "hold now" in held.look
    assert len(carried(present(Given("target.level", status="unsure")), "move", PIN, 2026).answers) == 1


def test_the_next_renewal_knows_the_endorsement_of_the_last() -> None:
    before = present(
        Given("applicant.purpose", value="renew"),
        Given("endorsement.level", value="ifs"),
        Given("endorsement.since", value="2019-10"),
        Given("endorsement.registry", value="active"),
    )
    after = carried(before, "renew", PIN, 2026)
    assert told(after) == {
        "applicant.purpose": "renew",
        "endorsement.level": "ifs",
        "endorsement.since": "2019-10",
    }
    assert not any(given.look for given in after.answers)


@pytest.mark.parametrize(
    ("purpose", "kept"),
    [("move", ("training-1", "training-2", "training-3", "training-4")), ("renew", ("training-2", "training-4"))],
)
def test_a_renewal_takes_over_what_may_count_for_its_year_and_a_move_all(
    purpose: Purpose, kept: tuple[str, ...]
) -> None:
    dates = {"training-1": "2024-12-31", "training-2": "2025", "training-3": "2019", "training-4": None}
    answers = [entry(item, "date", date) for item, date in dates.items() if date]
    files = tuple(File(item, "paper.pdf", "a" * 64, 3) for item in dates)
    listed = Listed("training", tuple(dates), count=7, finished=True)
    after = carried(present(*answers, lists=(listed,), files=files), purpose, PIN, 2026)
    assert after.lists == (Listed("training", kept, count=7),)
    assert tuple(file.item for file in after.files) == kept
    assert {given.item for given in after.answers if given.item} <= set(kept)


def test_a_rating_is_looked_at_again_and_stays_with_its_own_case() -> None:
    listed = Listed("references", ("references-1",), count=1, finished=True)
    answers = (entry("references-1", "name", "Ida Bell"), entry("references-1", "status", "sent"))
    sealed = File("references-1", "rating.age", "a" * 64, 3)
    after = carried(present(*answers, lists=(listed,), files=(sealed,)), "move", PIN, 2026)
    assert after.files == ()
    looks = {given.question: given.look for given in after.answers if given.item}
    assert looks["references.name"] == ""
    assert "the case before" in looks["references.status"]
    assert carried(present(*answers, lists=(listed,)), "renew", PIN, 2026).lists == ()
