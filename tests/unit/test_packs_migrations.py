"""Migrations as files: version N has N−1 of them, each step names what is there, and nothing is left unsaid."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
from version_samples import (
    FIRST,
    FLOW,
    REWORDED,
    SECOND,
    SHIPPED,
    THIRD,
    TO_REWORDED,
    TO_SECOND,
    TO_THIRD,
    changed,
    publish,
    put_migration,
    shelf,
)

from intake.packs import load as packs
from intake.packs.check import check
from intake.packs.finding import PackError
from intake.packs.load import load_migration, load_version, load_vocabulary

Steps = list[dict[str, str]]
NOW = changed(SHIPPED, version=2)
ADD_TELEPHONE = {"do": "add_question", "question": "applicant.phone"}


@pytest.fixture
def flows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of all packs, to publish in."""
    yield from shelf(tmp_path, monkeypatch)


def found(flows: Path, old: str | None, *steps: dict[str, str]) -> list[tuple[str, str]]:
    """The code and file of all that is found where `steps` lead from an `old` version (None: not here) to `NOW`."""
    publish(flows, NOW, steps, older=[old] if old else [])
    return told()


def told() -> list[tuple[str, str]]:
    """The code and the file of all that is found in the flow as it is published."""
    load_vocabulary.cache_clear()
    return [(f.code, Path(f.file).name) for f in check(FLOW).findings]


def step(do: str, **names: str) -> dict[str, str]:
    """One step of a migration file."""
    return {"do": do, **names}


ELDER = changed(REWORDED, ("- field: relation\n", "- field: role\n"), ("{id: bachelor,", "{id: degree,"), version=1)
ELDER = ELDER.replace("[certificate, associate, bachelor,", "[certificate, associate, degree,")
RIGHT = [
    ADD_TELEPHONE,
    step("rename_question", question="references.role", to="references.relation"),
    step("rename_option", question="education.credential", option="degree", to="bachelor"),
]
#: (code, where, the older version, the steps).
BREAKS: list[tuple[str, str, str | None, Steps]] = [
    ("migration-question-unsaid", "application-2.yaml", REWORDED, []),
    ("migration-question-lost", "application-2.yaml", ELDER,
     [ADD_TELEPHONE, step("add_question", question="references.relation"), RIGHT[2]]),
    ("migration-option-lost", "application-2.yaml", ELDER, RIGHT[:2]),
    ("migration-kind-changed", "application-2.yaml",
     changed(REWORDED, ("            ask: What was it called?\n            label: title\n            kind: text",
                        "            ask: What was it called?\n            label: title\n            kind: email"),
             version=1),
     [ADD_TELEPHONE]),
    ("migration-old-unknown", "application-2.yaml", ELDER,
     [ADD_TELEPHONE, step("rename_question", question="references.rolle", to="references.relation"), RIGHT[2]]),
    ("migration-old-unknown", "application-2.yaml", ELDER,
     [*RIGHT[:2], step("rename_option", question="education.credential", option="degre", to="bachelor")]),
    ("migration-old-unknown", "application-2.yaml", REWORDED,
     [ADD_TELEPHONE, step("rename_section", section="job", to="work")]),
    ("migration-new-unknown", "application-2.yaml", ELDER,
     [ADD_TELEPHONE, step("rename_question", question="references.role", to="references.relasion"), RIGHT[2]]),
    ("migration-new-unknown", "application-2.yaml", ELDER,
     [*RIGHT[:2], step("rename_option", question="education.credential", option="degree", to="bachelors")]),
    ("migration-new-unknown", "application-2.yaml", None,
     [ADD_TELEPHONE, step("rename_question", question="references.role", to="references.relasion")]),
    ("migration-new-unknown", "application-2.yaml", None,
     [step("ask_anew", question="applicant.mail", why="It moved.")]),
    ("migration-name-taken", "application-2.yaml", REWORDED,
     [ADD_TELEPHONE, step("rename_question", question="work.title", to="work.employer")]),
    ("migration-moves-list", "application-2.yaml",
     changed(REWORDED, ("          - field: ended\n            ask: When did it end, if",
                        "          - field: over\n            ask: When did it end, if"), version=1),
     [ADD_TELEPHONE, step("rename_question", question="work.description", to="membership.ended")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "where", "old", "steps"),
    [pytest.param(*one, id=f"{one[0]}: {one[1]}: {n}") for n, one in enumerate(BREAKS)],
)
def test_a_fault_is_found_under_its_own_code(flows: Path, code: str, where: str, old: str | None, steps: Steps) -> None:
    assert found(flows, old, *steps) == [(code, where)]


def test_what_is_right_is_found_right(flows: Path) -> None:
    assert found(flows, REWORDED, *TO_REWORDED) == []
    assert found(flows, ELDER, *RIGHT) == []
    assert found(flows, None, *RIGHT) == [], "the older version need not be here"


def test_an_option_that_is_gone_and_a_question_asked_from_scratch_can_be_said(flows: Path) -> None:
    fewer = [*RIGHT[:2], step("remove_option", question="education.credential", option="degree")]
    assert found(flows, ELDER, *fewer) == []
    anew = [
        step("remove_question", question="education.credential"),
        step("add_question", question="education.credential"),
    ]
    assert found(flows, ELDER, *RIGHT[:2], *anew) == []


def test_a_version_without_its_migrations_is_found_and_so_is_a_migration_without_its_version(flows: Path) -> None:
    publish(flows, THIRD, TO_SECOND)
    assert told() == [("migration-missing", "application.yaml")]
    publish(flows, NOW, RIGHT, TO_THIRD)
    assert told() == [("migration-spare", "application.yaml")]


def refusal(number: int = 2) -> str:
    """Why a migration is refused."""
    with pytest.raises(PackError) as refused:
        load_migration(FLOW, number)
    return str(refused.value)


@pytest.mark.parametrize(
    ("content", "line", "why"),
    [
        ({"flow": FLOW, "from": 1, "to": 3, "steps": []}, 3, "to: Value error, a migration leads from one version"),
        ({"flow": FLOW, "from": 0, "to": 1, "steps": []}, 2, "from: write 1 or more"),
        ({"flow": FLOW, "from": "1", "to": 2, "step": []}, 4, "step: This key is not known here"),
        (
            {"flow": FLOW, "from": 1, "to": 2, "steps": [{"do": "renam_question"}]},
            5,
            "write under 'do' one of 'rename_question'",
        ),
        (
            {"flow": FLOW, "from": 1, "to": 2, "steps": [{"do": "ask_anew", "question": "a.b"}]},
            5,
            "why: Field required",
        ),
        (
            {"flow": FLOW, "from": 1, "to": 2, "steps": [{"do": "add_question", "question": "Work"}]},
            6,
            "write small letters, digits and _, such as part.name",
        ),
        ({"flow": FLOW, "from": 2, "to": 3, "steps": []}, 1, "This file is for vaimh/application 2, and says"),
        ({"flow": "vaimh/other", "from": 1, "to": 2, "steps": []}, 1, "This file is for vaimh/application 2"),
    ],
)
def test_a_broken_migration_is_refused_with_file_and_line(
    flows: Path, content: dict[str, object], line: int, why: str
) -> None:
    path = put_migration(flows, 2, content)
    said = refusal()
    assert said.startswith(f"{path}:{line}: ")
    assert why in said


def test_an_older_version_in_the_wrong_place_is_refused_by_name(flows: Path) -> None:
    publish(flows, THIRD, TO_SECOND, TO_THIRD, older=[SECOND])
    with pytest.raises(PackError, match=r"application-1\.yaml:1: This file is for .* 1, and says .* 2;"):
        load_version(FLOW, 1)


def test_older_versions_are_no_packs_of_their_own(flows: Path) -> None:
    before = packs.flows(), packs.editions()
    publish(flows, THIRD, TO_SECOND, TO_THIRD, older=[FIRST, SECOND])
    assert (packs.flows(), packs.editions()) == before


def test_steps_of_a_file_are_recorded_as_they_stand(flows: Path) -> None:
    every: Sequence[dict[str, str]] = [*TO_SECOND, *TO_THIRD, step("remove_option", question="a.b", option="c")]
    put_migration(flows, 2, {"flow": FLOW, "from": 1, "to": 2, "steps": list(every)})
    migration = load_migration(FLOW, 2)
    assert migration is not None
    assert [msgspec.to_builtins(one) for one in migration.recorded()] == list(every)
