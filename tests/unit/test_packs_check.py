"""The checker of packs as an author meets it: what is checked, and what is said of it."""

import json
import shutil
from pathlib import Path

import pytest
from broken_packs import SOUND, build, examples

from intake.cli import run
from intake.packs.check import check
from intake.packs.checks.codes import CODES
from intake.packs.finding import PackError
from intake.packs.load import load_flow, packs_in


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The folder of an association whose flow has one fault."""
    example = next(example for example in examples() if example.code == "guard-overlap")
    return build(example, tmp_path / "packs")


def line_of(path: Path, text: str) -> int:
    """The line (from 1) on which a text stands in a file."""
    return next(n for n, line in enumerate(path.read_text("utf-8").splitlines(), start=1) if text in line)


def test_all_that_is_shipped_is_sound_and_much_was_looked_at() -> None:
    report = check()
    assert report.findings == ()
    assert {"vaimh/application", "vaimh/seed"} <= set(report.names)
    assert min(report.states, report.paths, report.figures) > 100


@pytest.mark.parametrize(
    ("name", "names"),
    [("vaimh/application", ("vaimh/application", "vaimh/seed")), ("vaimh/seed", ("vaimh/seed",))],
)
def test_a_flow_is_checked_with_the_edition_that_judges_it_and_an_edition_alone(
    name: str, names: tuple[str, ...]
) -> None:
    assert check(name).names == names


def test_an_unknown_pack_is_answered_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"There is no pack no/such\. There are: vaimh/application, .*vaimh/seed"):
        check("no/such")
    with packs_in(tmp_path), pytest.raises(PackError, match=r"There are no packs here\."):
        check()


def test_an_author_checks_a_folder_of_their_own_and_is_told_file_line_and_what_to_do(
    broken: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(broken)
    line = line_of(broken / "application.yaml", "unless: {applicant.purpose: {const: move}}")
    sentence = "endorsement: when and unless both hold for applicant.purpose; take it out of one of them."
    for folder in (str(broken), str(broken.parent)):
        assert run(["flow", "check", folder]) == 1
        first, summary = capsys.readouterr().out.splitlines()
        assert first == f"application.yaml:{line}: guard-overlap: {sentence}"
        assert summary.startswith("sample/application, sample/rules: 1 found; looked at ")
    assert load_flow("vaimh/application")[0].flow == "vaimh/application"  # what is shipped is there again


def test_a_folder_without_questions_is_told_to_have_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packs = shutil.copytree(SOUND, tmp_path / "packs")
    assert run(["flow", "check", str(packs / "sample")]) == 0
    assert "no questions in it" not in capsys.readouterr().out
    (packs / "sample" / "application.yaml").unlink()
    assert run(["flow", "check", str(packs / "sample")]) == 0
    assert capsys.readouterr().out.rstrip().endswith("; no questions in it: only the rules were checked")


def test_machines_get_the_same_fields(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["flow", "check", str(broken), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["checked"] == ["sample/application", "sample/rules"]
    (finding,) = told["findings"]
    assert finding.keys() == {"file", "line", "code", "message"}
    assert finding["code"] == "guard-overlap"
    assert told["covered"].keys() == {"states", "paths", "figures"}


def test_what_is_more_than_can_be_counted_is_told_as_a_power_of_ten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packs = shutil.copytree(SOUND, tmp_path / "packs")
    flow = packs / "sample" / "application.yaml"
    asked = "- {{field: {0}, ask: A, label: {0}, why: W, help: H, kind: yes_no{1}}}\n          "
    many = "".join(asked.format(f"q{n}", "") for n in range(60))
    every = ", ".join(f"q{n}: {{const: true}}" for n in range(60))
    text = flow.read_text("utf-8").replace(
        "- {field: ready", many + asked.format("q", f", when: {{{every}}}") + "- {field: ready"
    )
    flow.write_text(text, "utf-8")
    assert run(["flow", "check", str(packs)]) == 0
    assert "paths and" in (said := capsys.readouterr().out)
    assert "about 10^18" in said


def test_every_code_is_listed_with_what_it_means(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["flow", "codes"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(CODES)
    assert run(["flow", "codes", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == [{"code": code, "meaning": entry.meaning} for code, entry in CODES.items()]


def test_a_fault_of_one_file_does_not_hide_those_of_another(broken: Path) -> None:
    (broken / "glossary.yaml").unlink()
    rules = broken / "rulebook" / "rules.yaml"
    rules.write_text(rules.read_text("utf-8").replace("{24: 2 years}", "{24: two years}"), "utf-8")
    with packs_in(broken.parent):
        found = {finding.code for finding in check().findings}
    assert found == {"file-missing", "guard-overlap", "figure-not-quoted"}


def test_a_folder_whose_name_no_pack_can_have_is_named_and_does_not_hide_what_is_wrong_elsewhere(
    broken: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(broken.parent)
    unfit = shutil.copytree(SOUND / "sample", broken.parent / "My Pack")
    assert run(["flow", "check", "."]) == 1
    *found, _summary = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[1] for line in found] == ["file-misnamed", "guard-overlap"]
    assert run(["flow", "check", str(unfit)]) == 1
    first, _summary = capsys.readouterr().out.splitlines()
    assert first.startswith("My Pack:1: file-misnamed: My Pack is not checked: the names of files and folders have")


def test_a_flow_that_cannot_be_read_does_not_hide_what_is_wrong_with_its_rules(broken: Path) -> None:
    (broken / "application.yaml").write_text("flow: [", "utf-8")
    rules = broken / "rulebook" / "rules.yaml"
    rules.write_text(rules.read_text("utf-8").replace("version: 1", "version: one"), "utf-8")
    with packs_in(broken.parent):
        found = {(Path(finding.file).name, finding.code) for finding in check().findings}
    assert found == {("application.yaml", "yaml-syntax"), ("rules.yaml", "value-wrong")}


def test_an_authors_words_cannot_reach_the_terminal_as_commands(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flow = broken / "application.yaml"
    text = flow.read_text("utf-8").replace("{const: imhm}", '{const: "\\e[2J\\u202eimhm"}')
    flow.write_text(text, "utf-8")
    assert run(["flow", "check", str(broken)]) == 1
    said = capsys.readouterr().out
    assert "file-control" in said
    assert not {"\x1b", "\u202e"} & set(said)


def test_an_association_is_checked_with_all_its_editions() -> None:
    names = check("vaimh").names
    assert {"vaimh/application", "vaimh/seed", "vaimh/later"} <= set(names)
    assert all(name.startswith("vaimh/") for name in names)


def test_an_edition_in_a_folder_of_its_own_may_extend_a_shipped_one(tmp_path: Path) -> None:
    packs = shutil.copytree(SOUND, tmp_path / "packs")
    text = "edition: sample/more\nversion: 1\ntitle: More\nextends: {}\n"
    (packs / "sample" / "rulebook" / "more.yaml").write_text(text.format("vaimh/seed"), "utf-8")
    with packs_in(packs):
        assert check("sample/more").findings == ()


def test_a_fault_of_an_extended_edition_is_told_in_the_file_where_it_stands(tmp_path: Path) -> None:
    packs = shutil.copytree(SOUND, tmp_path / "packs")
    more = packs / "sample" / "rulebook" / "more.yaml"
    more.write_text(
        "edition: sample/more\nversion: 1\ntitle: More\nextends: sample/rules\nrequirements:\n"
        "  - id: renew.training\n    need: {renewal.training_hours: {minimum: 16}}\n",
        "utf-8",
    )
    with packs_in(packs):
        found = {(Path(finding.file).name, finding.line, finding.code) for finding in check().findings}
    rules = packs / "sample" / "rulebook" / "rules.yaml"
    assert found == {
        ("more.yaml", 7, "figure-missing"),
        ("rules.yaml", line_of(rules, "figures: {15: 15 hours}"), "figure-unused"),
    }
