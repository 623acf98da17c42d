"""Extending: an edition says only what differs, and what is wrong in it is named with the file and line at fault."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.packs import load as packs
from intake.packs.yaml import PackError
from intake.resources import flows_folder

HEAD = "extends: vaimh/seed\nedition: vaimh/mine\nversion: 1\ntitle: Mine\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The rulebooks of one association, to which a test adds its own."""
    copy = tmp_path / "flows" / "vaimh" / "rulebook"
    copy.mkdir(parents=True)
    shutil.copy(flows_folder() / "vaimh" / "rulebook" / "seed.yaml", copy)
    monkeypatch.setattr(packs, "flows_folder", lambda: tmp_path / "flows")
    packs.load_edition.cache_clear()
    yield copy
    packs.load_edition.cache_clear()


def write(folder: Path, text: str, name: str = "mine") -> Path:
    """A rulebook file of this text."""
    path = folder / f"{name}.yaml"
    path.write_text(text, "utf-8")
    return path


def refusal(name: str = "vaimh/mine") -> str:
    """Why an edition is refused."""
    with pytest.raises(PackError) as refused:
        packs.load_edition(name)
    return str(refused.value)


def test_an_edition_that_says_nothing_of_its_own_has_all_rules_of_the_one_it_extends(folder: Path) -> None:
    write(folder, HEAD)
    seed, mine = packs.load_edition("vaimh/seed")[0], packs.load_edition("vaimh/mine")[0]
    assert (mine.edition, mine.title) == ("vaimh/mine", "Mine")
    named = {"edition": seed.edition, "version": seed.version, "title": seed.title}
    assert mine.model_copy(update=named) == seed


def test_entries_are_replaced_key_by_key_and_new_ones_come_last(folder: Path) -> None:
    write(
        folder,
        HEAD + "disclaimer: Only they decide.\n"
        "facts:\n  cda: {title: credentials}\n  spare: {title: jobs, op: count, of: work}\n"
        "levels:\n  - {id: ifs, title: Family Specialist}\n"
        "requirements:\n  - {id: ifs.degree, to_do: A degree.}\n",
    )
    seed, mine = packs.load_edition("vaimh/seed")[0], packs.load_edition("vaimh/mine")[0]
    assert mine.disclaimer == "Only they decide."
    assert mine.facts["cda"] == seed.facts["cda"].model_copy(update={"title": "credentials"})
    assert list(mine.facts) == [*seed.facts, "spare"]
    assert [level.id for level in mine.levels] == [level.id for level in seed.levels]
    assert (mine.levels[1].number, mine.levels[1].title) == ("II", "Family Specialist")
    changed = [(a.id, b.to_do) for a, b in zip(seed.requirements, mine.requirements, strict=True) if a != b]
    assert changed == [("ifs.degree", "A degree.")]


def test_what_an_entry_says_of_one_key_is_taken_whole(folder: Path) -> None:
    write(
        folder,
        HEAD + "requirements:\n  - {id: ifs.work, guidance: []}\n  - {id: ifa.route, need: {cda: {minimum: 1}}}\n",
    )
    by_id = {r.id: r for r in packs.load_edition("vaimh/mine")[0].requirements}
    assert by_id["ifs.work"].guidance == ()
    assert by_id["ifa.route"].need == {"cda": {"minimum": 1}}


def test_without_takes_entries_out_of_whatever_part_has_them(folder: Path) -> None:
    write(folder, HEAD + "without: [imhs.exam, ages, expired_cda, imhm]\n")
    seed, mine = packs.load_edition("vaimh/seed")[0], packs.load_edition("vaimh/mine")[0]
    assert {r.id for r in seed.requirements} - {r.id for r in mine.requirements} == {"imhs.exam"}
    assert {q.id for q in seed.questions} - {q.id for q in mine.questions} == {"ages", "expired_cda"}
    assert seed.facts.keys() - mine.facts.keys() == {"expired_cda"}
    assert [level.id for level in mine.levels] == ["ifa", "ifs", "imhs"]


def test_an_entry_taken_out_and_said_anew_is_the_new_one_alone(folder: Path) -> None:
    text = "without: [cda]\nfacts:\n  cda: {title: credentials, op: count, of: education}\n"
    write(folder, HEAD + text)
    assert packs.load_edition("vaimh/mine")[0].facts["cda"].where == ()


def test_an_edition_extends_one_that_extends_another(folder: Path) -> None:
    write(folder, HEAD + "facts:\n  cda: {title: credentials}\n")
    write(folder, HEAD.replace("vaimh/mine", "vaimh/next").replace("vaimh/seed", "vaimh/mine"), "next")
    assert packs.load_edition("vaimh/next")[0].facts["cda"].title == "credentials"


def test_the_hash_covers_every_file_an_edition_is_made_of(folder: Path) -> None:
    mine, seed = write(folder, HEAD), folder / "seed.yaml"
    below = hashlib.sha256(seed.read_bytes()).hexdigest()
    assert packs.load_edition("vaimh/seed")[1].sha256 == below
    first = packs.load_edition("vaimh/mine")[1].sha256
    assert first == hashlib.sha256(mine.read_bytes() + below.encode()).hexdigest()
    seed.write_text(seed.read_text("utf-8") + "# a remark\n", "utf-8")
    packs.load_edition.cache_clear()
    assert packs.load_edition("vaimh/mine")[1].sha256 != first


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("without: [imhs.exam, imhs.exma]", 5, "without: 'imhs.exma' does not stand in what is extended"),
        ("without: imhs.exam", 5, "without: is a list of ids, such as [imhs.exam]"),
        ("without:\n  - imhs.exam\n  - nothing", 7, "without: 'nothing' does not stand"),
        ("facts:\n  cda:\n    op: cuont", 7, "facts.cda.op: write one of 'count'"),
        (
            "requirements:\n  - id: ifs.degree\n    ned: {}",
            7,
            "requirements.6.ned (requirements ifs.degree): This key is not known here",
        ),
        ("requirements:\n  - {title: no id}", 6, "requirements.36.id: Field required"),
        ("requirements:\n  - {id: a.b}\n  - {id: a.b}", 7, "'a.b' stands here twice"),
        ("facts: [1]", 5, "facts: write a map, such as key: value"),
        ("levels: 3", 5, "levels: write a list, such as [one, two]"),
    ],
)
def test_what_is_wrong_is_named_with_the_line_of_the_entry_at_fault(
    folder: Path, text: str, line: int, why: str
) -> None:
    path = write(folder, f"{HEAD}{text}\n")
    assert refusal().startswith(f"{path}:{line}: {why}")


def test_what_is_wrong_in_the_extended_file_is_named_there(folder: Path) -> None:
    write(folder, HEAD + "facts:\n  cda: {title: credentials}\n")
    seed = folder / "seed.yaml"
    text = seed.read_text("utf-8")
    seed.write_text(text.replace("    op: earliest\n", "    op: erliest\n", 1), "utf-8")
    line = text[: text.index("    op: earliest\n")].count("\n") + 1
    assert refusal().startswith(f"{seed}:{line}: facts.specialist_degree_date.op: write one of")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            HEAD.replace("vaimh/seed", "vaimh/soil"),
            "1: extends: There is no rulebook vaimh/soil. There are: vaimh/mine, ",
        ),
        (HEAD.replace("vaimh/seed", "../seed"), "1: extends: '../seed' is not the name of a pack"),
        (HEAD.replace("vaimh/seed", "[vaimh/seed]"), "1: extends: names one file, such as vaimh/seed."),
        (HEAD.replace("vaimh/seed", "vaimh/mine"), "1: extends: goes round in a circle (mine → mine)"),
        (HEAD.replace("edition: vaimh/mine\n", ""), "1: edition: Field required"),
        (HEAD.replace("version: 1\n", ""), "1: version: Field required"),
    ],
)
def test_what_cannot_be_extended_is_refused_with_file_and_line(folder: Path, text: str, why: str) -> None:
    path = write(folder, text)
    assert refusal().startswith(f"{path}:{why}")


@pytest.mark.parametrize("content", ["", "[]", "words", "- {id: a}"])
def test_a_file_without_entries_cannot_be_extended(folder: Path, content: str) -> None:
    write(folder, content, "seed")
    path = write(folder, HEAD)
    assert refusal() == f"{path}:1: extends: the file of that name holds no entries."


def test_a_circle_of_several_files_is_named(folder: Path) -> None:
    write(folder, HEAD.replace("vaimh/seed", "vaimh/two"))
    two = write(folder, HEAD.replace("vaimh/seed", "vaimh/mine"), "two")
    said = f"{two}:1: extends: goes round in a circle (mine → two → mine); take one of these out."
    assert refusal() == said


def test_files_one_upon_the_other_without_end_are_refused(folder: Path) -> None:
    for n in range(40):
        write(folder, HEAD.replace("vaimh/seed", f"vaimh/f{n + 1}"), f"f{n}")
    assert refusal("vaimh/f0").endswith("extends: more than 32 files, one upon the other.")
