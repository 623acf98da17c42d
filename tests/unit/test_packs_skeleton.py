"""A new pack is sound from the beginning, says what is still to be written, and never overwrites anything."""

from pathlib import Path

import pytest
from session_talk import APPLY, talk

from intake.packs.check import check
from intake.packs.finding import PackError
from intake.packs.load import load, packs_in
from intake.packs.skeleton import naming, skeleton, write

NAME = 'Ohio Association "for" Infant: Mental Health'


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A folder with one new pack in it."""
    write(skeleton("ohaimh", NAME), tmp_path / "packs")
    return tmp_path / "packs"


def test_a_new_pack_has_no_fault_and_begins_at_version_one(packs: Path) -> None:
    with packs_in(packs):
        report = check("ohaimh")
        pack = load("ohaimh/application")
    assert (report.findings, report.names) == ((), ("ohaimh/application", "ohaimh/first"))
    assert (pack.flow.association, pack.flow.version, pack.flow.rulebook) == (NAME, 1, "ohaimh/first")
    assert pack.edition.title == f"{NAME}, first edition"


def test_one_can_be_interviewed_by_it_at_once(packs: Path, tmp_path: Path) -> None:
    with packs_in(packs):
        session = talk(tmp_path, pack="ohaimh/application")
        for words in APPLY:
            session.say(words)
        assert [row.id for row in session.board()] == ["ifs", "portfolio"]


def test_its_files_name_schemas_that_lie_beside_them(packs: Path) -> None:
    files = sorted(packs.rglob("*.yaml"))
    assert len(files) == 4
    for file in files:
        first = file.read_text("utf-8").partition("\n")[0]
        assert (file.parent / first.partition("$schema=")[2]).is_file(), file


def test_every_line_that_names_the_other_association_is_told() -> None:
    files = skeleton("ohaimh", NAME)
    told = {(one.file, one.line) for one in naming(files)}
    for name, text in files.items():
        for n, line in enumerate(text.splitlines(), start=1):
            if name.endswith(".yaml") and ("Virginia" in line or "VAIMH" in line):
                assert (name, n) in told
    assert not any(file.endswith("phrases.yaml") and "vaimh" in text for file, text in files.items())


def test_what_is_there_already_is_left_as_it_is(packs: Path) -> None:
    mine = packs / "ohaimh" / "glossary.yaml"
    mine.write_text("terms: []\n", "utf-8")
    with pytest.raises(PackError, match="is there already; nothing was written"):
        write(skeleton("ohaimh", NAME), packs)
    assert mine.read_text("utf-8") == "terms: []\n"


@pytest.mark.parametrize("name", ["", "OH", "../up", "o h", "1st"])
def test_a_name_that_no_pack_can_have_is_refused(name: str) -> None:
    with pytest.raises(PackError, match="is no name for a pack"):
        skeleton(name, NAME)


def test_the_shipped_pack_is_not_hidden_and_an_association_has_a_name() -> None:
    with pytest.raises(PackError, match="There is a pack vaimh already"):
        skeleton("vaimh", NAME)
    with pytest.raises(PackError, match="Say what the association is called"):
        skeleton("ohaimh", " ")
