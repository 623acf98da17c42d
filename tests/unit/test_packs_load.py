"""Packs by name: what is there is found and pinned, what is wrong is named with file and line."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.packs import load as packs
from intake.packs.yaml import PackError
from intake.resources import flows_folder

SHIPPED = flows_folder()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the shipped packs that may be spoilt."""
    copy = tmp_path / "flows"
    shutil.copytree(SHIPPED, copy)
    monkeypatch.setattr(packs, "flows_folder", lambda: copy)
    caches = (packs.load, packs.load_flow, packs.load_edition, packs.load_vocabulary)
    for cached in caches:
        cached.cache_clear()
    yield copy
    for cached in caches:
        cached.cache_clear()


def spoil(path: Path, old: str, new: str) -> int:
    """Replace the first `old` in a file, and give the line (from 1) it stood on."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def refusal(name: str = "vaimh/application") -> str:
    """Why a pack is refused."""
    with pytest.raises(PackError) as refused:
        packs.load(name)
    return str(refused.value)


def test_the_shipped_pack_is_whole_and_pinned_by_its_bytes() -> None:
    pack = packs.load()
    flow, edition = SHIPPED / "vaimh" / "application.yaml", SHIPPED / "vaimh" / "rulebook" / "seed.yaml"
    assert (pack.flow.flow, pack.edition.edition) == (pack.flow_pin.id, pack.edition_pin.id)
    assert pack.flow_pin.sha256 == hashlib.sha256(flow.read_bytes()).hexdigest()
    assert pack.edition_pin.sha256 == hashlib.sha256(edition.read_bytes()).hexdigest()
    assert (pack.flow_pin.version, pack.edition_pin.version) == (pack.flow.version, pack.edition.version)


def test_what_is_there_is_listed() -> None:
    assert packs.flows() == ["vaimh/application", "vaimh/rating"]
    assert packs.editions() == ["alliance/hours_as_guidance", "okaimh/levels_2_and_4", "vaimh/later", "vaimh/seed"]


@pytest.mark.parametrize("name", ["vaimh/aplication", "other/application"])
def test_an_unknown_flow_is_answered_with_those_there_are(name: str) -> None:
    there = "There are: vaimh/application, vaimh/rating. Others are found with --packs, or INTAKE_PACKS."
    assert refusal(name) == f"There is no flow {name}. {there}"


def test_an_unknown_edition_is_answered_with_those_there_are() -> None:
    with pytest.raises(PackError, match=r"There is no rulebook vaimh/sead\. There are: .*, vaimh/later, vaimh/seed\."):
        packs.load_edition("vaimh/sead")


@pytest.mark.parametrize(
    "name", ["", "vaimh", "../vaimh/application", "vaimh/../x", "VAIMH/application", "vaimh/a\n", "/etc/passwd"]
)
def test_what_is_no_name_of_a_pack_never_becomes_a_path(name: str) -> None:
    assert "is not the name of a pack; a name looks like vaimh/application" in refusal(name)


def test_a_misspelt_key_is_named_with_its_line(folder: Path) -> None:
    path = folder / "vaimh" / "application.yaml"
    line = spoil(path, "            why: Membership is the first", "            wy: Membership is the first")
    why = "This key is not known here; check its spelling."
    place = "stages prerequisites › sections membership › questions current"
    assert refusal() == f"{path}:{line}: stages.0.sections.2.questions.0.wy ({place}): {why}"


def test_a_key_that_is_missing_is_named_with_the_line_of_what_lacks_it(folder: Path) -> None:
    path = folder / "vaimh" / "rulebook" / "seed.yaml"
    line = spoil(path, "    title: Membership\n", "")
    said = refusal()
    assert said.startswith(f"{path}:{line - 2}: requirements.0.title (requirements pre.membership): Field required")


def test_a_value_of_the_wrong_kind_is_named_with_its_line(folder: Path) -> None:
    path = folder / "vaimh" / "application.yaml"
    line = spoil(path, "version: 1\n", "version: one\n")
    assert refusal().startswith(f"{path}:{line}: version: write a whole number, without quotation marks")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (
            "need: {membership.current: {const: true}}",
            "need: current",
            "need (requirements pre.membership): write a map",
        ),
        ("id: pre.membership", "id: Pre Membership", "id (requirements Pre Membership): write small letters, digits"),
        (
            "    title: Membership\n",
            "    title:\n",
            "title (requirements pre.membership): nothing stands here; write a",
        ),
        (
            "  - {id: ifa, number: I,",
            "  - {id: ifa, number: 1,",
            "number (levels ifa): write a text; put a number, true",
        ),
    ],
)
def test_what_is_refused_is_named_by_its_entry_and_what_to_write(folder: Path, old: str, new: str, why: str) -> None:
    line = spoil(path := folder / "vaimh" / "rulebook" / "seed.yaml", old, new)
    said = refusal()
    assert said.startswith(f"{path}:{line}: ")
    assert f".0.{why}" in said


def test_an_unknown_operation_is_named_with_its_line(folder: Path) -> None:
    path = folder / "vaimh" / "rulebook" / "seed.yaml"
    line = spoil(path, "op: earliest", "op: erliest")
    said = refusal()
    assert said.startswith(f"{path}:{line}: facts.specialist_degree_date.op: write one of 'count'")


@pytest.mark.parametrize("text", ["", "[]", "just words"])
def test_a_file_that_is_no_pack_at_all_is_refused_by_name(folder: Path, text: str) -> None:
    path = folder / "vaimh" / "application.yaml"
    path.write_text(text, "utf-8")
    assert refusal().startswith(f"{path}:1: ")


def test_a_broken_glossary_is_refused_by_name_and_line(folder: Path) -> None:
    path = folder / "vaimh" / "glossary.yaml"
    line = spoil(path, "  - {term: level,", "  - {tarm: level,")
    assert refusal().startswith(f"{path}:{line}: terms.3.")


def test_a_flow_that_names_an_unknown_edition_says_so(folder: Path) -> None:
    spoil(folder / "vaimh" / "application.yaml", "rulebook: vaimh/seed", "rulebook: vaimh/soil")
    assert refusal().startswith("There is no rulebook vaimh/soil. There are: ")


def test_a_second_flow_and_edition_stand_beside_the_first(folder: Path) -> None:
    shutil.copy(folder / "vaimh" / "application.yaml", folder / "vaimh" / "renewal.yaml")
    spoil(folder / "vaimh" / "renewal.yaml", "flow: vaimh/application", "flow: vaimh/renewal")
    assert packs.flows() == ["vaimh/application", "vaimh/rating", "vaimh/renewal"]
    assert packs.load("vaimh/renewal").flow_pin.id == "vaimh/renewal"
    assert packs.load("vaimh/renewal").flow_pin.sha256 != packs.load().flow_pin.sha256


def test_a_misspelt_part_of_the_phrases_is_named_with_its_line(folder: Path) -> None:
    path = folder / "vaimh" / "phrases.yaml"
    line = spoil(path, "\nsurely:", "\nsurley:") + 1
    assert refusal() == f"{path}:{line}: surley: This key is not known here; check its spelling."


def test_every_question_beside_the_interview_has_an_answer_and_words_for_it() -> None:
    pack = packs.load()
    assert pack.flow.about.keys() == pack.vocabulary.about.keys()
    assert all(pack.vocabulary.about.values())
