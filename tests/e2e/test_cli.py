"""The commands as scripts and people use them: exit codes, JSON, deleting, finding, and what goes wrong kindly."""

import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from desk import DAY, Desk, Talking, environment

from intake.cli import run

COMMANDS = [
    "new",
    "resume",
    "cases",
    "rename",
    "summary",
    "delete",
    "board",
    "plan",
    "timeline",
    "assess",
    "handover",
    "export",
    "check",
    "schema",
    "levels",
    "serve",
    "rate",
    "references",
    "keys",
    "flow",
    "open",
    "files",
    "prescreen",
    "renew",
    "move",
    "log",
    "desk",
    "give",
    "demo",
    "handouts",
]
KEPT = b"%PDF-1.7 a transcript that nobody else has"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with Dana's finished case; her bundle whole, unpacked and with one bit flipped; and papers of no use."""
    desk = Desk(tmp_path_factory.mktemp("told"))
    (desk.folder / "transcript.pdf").write_bytes(KEPT)
    assert desk.persona("dana").code == 0
    attached = desk.intake("resume", "dana", "--as-of", DAY, typed="go to education\n/attach transcript.pdf\n/finish\n")
    assert "Attached: transcript.pdf" in attached.out
    bundle = desk.folder / "dana.zip"
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(desk.folder)
        document = next(name for name in archive.namelist() if name.endswith("data/portfolio.json"))
        (desk.folder / "portfolio.json").write_bytes(archive.read(document))
    (desk.folder / document.partition("/")[0]).rename(desk.folder / "unpacked")
    data = bytearray(bundle.read_bytes())
    data[data.index(b"Dana Whitfield")] ^= 1
    (desk.folder / "flipped.zip").write_bytes(data)
    (desk.folder / "rubbish.json").write_text('{"format": ')
    (desk.folder / "wrong.json").write_text('{"format": "intake/portfolio/1", "work": [{"paid": "sometimes"}]}')
    return desk


@pytest.fixture
def copy(told: Desk, quick_folder: Path) -> Desk:
    """The same desk, to be changed."""
    shutil.copytree(told.folder, quick_folder, dirs_exist_ok=True)
    return Desk(quick_folder)


def case_of(desk: Desk) -> dict[str, Any]:
    """The only case."""
    (case,) = json.loads(desk.intake("cases", "--json").out)
    return dict(case)


CODES = {
    0: """--help|--version|cases|board|board dana|export dana --to again.zip|check dana.zip|check unpacked
        assess portfolio.json|assess portfolio.json --rulebook vaimh/later --compare okaimh/levels_2_and_4
        board dana --rulebook vaimh/later|board dana --compare vaimh/later --json|schema|schema portfolio
        flow check|flow diagram|flow check vaimh/application --json|board dana --why ifs --rulebook vaimh/seed
        flow diagram --format svg|levels|levels III --format html|levels --json|levels level 1 --to again.txt
        flow check vaimh/seed|flow check vaimh|flow codes|flow codes --json
        flow new okaimh Oklahoma --to own|plan dana|plan dana IV --json|plan dana --what-if membership
        desk --plain --sort due|desk dana --json|desk --csv --waiting others|desk --questions|give dana Tom
        summary dana|summary dana --html again.html --pdf again.pdf""",
    1: "check flipped.zip|check dana.zip flipped.zip|check flipped.zip --json",
    2: """nonsense|plan|--as-of tomorrow|--as-of 2026-02-30 cases|export dana|check|assess|delete|rename dana
        flow mend|cases --unheard-of|levels --format pdf|board dana --why ifs --compare vaimh/later""",
    3: """desk nobody|give nobody Tom|give dana Tom --due soonish
        plan nobody|plan dana VII|plan dana --what-if unicorns|plan dana --rulebook vaimh/none|board nobody
        resume nobody|export nobody --to x.zip|delete nobody --yes|export dana --to no/such/folder/x.zip
        rename nobody Somebody|check nothing.zip|check portfolio.json|check dana.zip nothing.zip|assess nothing.json
        assess .|assess rubbish.json|assess wrong.json|assess dana.zip|assess portfolio.json --rulebook vaimh/none
        assess portfolio.json --rulebook ../seed|board dana --compare vaimh/none
        schema nothing|summary nobody|flow check no/such|cases --home portfolio.json|board dana --why banana
        levels V|levels --rulebook vaimh/none|levels --to no/such/x|flow coverage vaimh/application nothing.txt
        board dana --rulebook vaimh/none|flow check .""",
}


@pytest.mark.parametrize(
    ("line", "code"),
    [(line.strip(), code) for code, lines in CODES.items() for line in lines.replace("\n", "|").split("|")],
)
def test_every_command_ends_with_the_code_that_help_lists(
    line: str, code: int, told: Desk, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(told.folder)
    monkeypatch.setenv("INTAKE_HOME", str(told.home))
    try:
        ended = run(line.split())
    except SystemExit as leaving:
        ended = leaving.code if isinstance(leaving.code, int) else -1
    said = capfd.readouterr()
    assert ended == code
    assert bool(said.err) == (code == 2 or (code == 3 and not line.startswith("check")))
    assert "Traceback" not in said.err + said.out
    assert "Errno" not in said.err + said.out


def test_help_names_every_command_and_each_has_an_example(desk: Desk) -> None:
    said = desk.intake("--help").out
    for code in ("0  done", "1  checked, and found wanting", "2  the command was not", "3  an input could not be"):
        assert code in said
    for command in COMMANDS:
        assert f"    {command} " in said
        assert f"example:\n  intake {command}" in desk.intake(command, "--help").out


def test_what_is_wrong_with_a_document_is_said_with_its_field(told: Desk) -> None:
    wrong, rubbish, missing = (told.intake("assess", f"{name}.json") for name in ("wrong", "rubbish", "nothing"))
    assert "work.0.paid: it should be true or false" in wrong.err
    assert "rubbish.json: the document is not JSON: see line 1, column 12." in rubbish.err
    assert missing.err == "intake: There is no file at nothing.json. Please check the name and the folder.\n"


def test_verdicts_for_machines_have_every_field_that_is_promised(told: Desk) -> None:
    wire = json.loads(told.intake("assess", "portfolio.json", "--json").out)
    judged = json.loads((told.folder / "portfolio.json").read_bytes())["judged"]
    assert (wire["rulebook"], wire["as_of"]) == ("vaimh/seed", DAY)
    assert {r["id"]: r["verdict"] for r in wire["requirements"]} == judged["verdicts"]
    assert [level["id"] for level in wire["levels"]] == ["prerequisites", "ifa", "ifs", "imhs", "imhm", "portfolio"]
    fields = {"id", "level", "track", "verdict", "figures", "counted", "not_counted", "cite", "ask"}
    for requirement in wire["requirements"]:
        assert fields <= requirement.keys()
        assert requirement["verdict"] in {"met", "not_met", "need_information", "confirm"}
        assert all(requirement["cite"][part] for part in ("source", "section", "quote"))
        assert all("reason" in item for item in requirement["counted"])
        assert all(item["reason"] for item in requirement["not_counted"])
        assert requirement["ask"] or requirement["verdict"] != "confirm"
    assert any(requirement["not_counted"] for requirement in wire["requirements"])
    assert all({"strict", "loose"} <= figure.keys() for r in wire["requirements"] for figure in r["figures"].values())


def test_the_board_says_why_of_one_rule_or_of_a_level_and_by_which_rules(told: Desk) -> None:
    one, level, wrong = (told.intake("board", "dana", "--as-of", DAY, "--why", n) for n in ("imhs.work", "ifs", "imhz"))
    assert one.out.count("  Rule: ") == 1
    assert "\n\nVirginia, the source page\n\nimhs.work\nTwo years of supervised work: Met by your answers\n" in one.out
    assert [line for line in level.out.splitlines() if line.startswith("ifs.")] == [
        "ifs.degree",
        "ifs.work",
        "ifs.nature",
    ]
    assert wrong.err.startswith(
        "intake: There is no rule “imhz” in this case. There are: prerequisites, ifa, ifs, imhs,"
    )
    wire = json.loads(
        told.intake("board", "dana", "--as-of", DAY, "--why", "imhs", "--rulebook", "vaimh/seed", "--json").out
    )
    assert (wire["rulebook"], wire["as_of"]) == ("vaimh/seed", DAY)
    assert [r["id"] for r in wire["requirements"]] == ["imhs.degree", "imhs.work", "imhs.nature", "imhs.exam"]
    whole = json.loads(told.intake("assess", "portfolio.json", "--json").out)["requirements"]
    assert [r for r in whole if r["level"] == "imhs"] == wire["requirements"], (
        "and the bundle's document gives the same"
    )
    folder = told.folder / "unpacked" / "data"
    assert json.loads((folder / "proofs.json").read_bytes())["requirements"] == whole


@pytest.mark.parametrize("command", [("assess", "portfolio.json"), ("board", "dana", "--as-of", DAY)])
def test_a_document_or_a_case_is_compared_between_two_editions(command: tuple[str, ...], told: Desk) -> None:
    wire = json.loads(told.intake(*command, "--compare", "vaimh/later", "--json").out)
    assert (wire["here"], wire["there"], wire["as_of"]) == ("vaimh/seed", "vaimh/later", DAY)
    exam = next(line for line in wire["requirements"] if line["id"] == "imhs.exam")
    assert (exam["change"], exam["here"]["verdict"], exam["there"]["verdict"]) == (
        "other_verdict",
        "not_met",
        "confirm",
    )
    said = told.intake(*command, "--compare", "vaimh/later").out
    assert "III · Written exam: Not met → Confirm with the association" in said


def test_a_case_is_judged_by_another_edition_when_asked(told: Desk) -> None:
    wire = json.loads(told.intake("board", "dana", "--as-of", DAY, "--rulebook", "vaimh/later", "--json").out)
    assert wire["rulebook"] == "vaimh/later"
    assert {"ifs.supervision", "portfolio.agreement"} <= {r["id"] for r in wire["requirements"]}
    unknown = told.intake("board", "dana", "--rulebook", "vaimh/latter")
    assert unknown.err.startswith("intake: There is no rulebook vaimh/latter. There are: ")


def test_the_timeline_is_written_as_text_as_json_and_as_a_picture(told: Desk) -> None:
    command = ("timeline", "dana", "--as-of", DAY, "--level", "III")
    text = told.intake(*command).out
    assert "  1 parent-infant therapist, Chesterfield Infant Program: February 1, 2021 – now; 61 months;" in text
    assert "29 months, 24 needed · III Two years of supervised work (months of supervised" in text
    assert "II Two years of paid" not in text.replace("III", "")
    assert any(line.startswith(" 1 ") and line.endswith("█▶") for line in text.splitlines())
    wire = json.loads(told.intake(*command, "--json").out)
    (counts,) = wire["counts"]
    assert (counts["requirement"], counts["months"]["strict"], counts["needed"]) == ("imhs.work", 29, 24)
    assert counts["counts"] == [{"first": "2021-02-01", "last": "2023-06-30"}]
    assert told.intake(*command, "--to", "dana.svg").out == "dana.svg is written.\n"
    assert "<title" in (told.folder / "dana.svg").read_text("utf-8")
    assert told.intake(*command, "--to", "dana.txt").code == 0
    assert (told.folder / "dana.txt").read_text("utf-8") == text
    assert told.intake("timeline", "dana", "--level", "IX").code == 3


def test_the_other_commands_speak_json_too(told: Desk) -> None:
    assert case_of(told).keys() == {"id", "title", "created", "changed", "events", "closed", "update", "opened_from"}
    board = json.loads(told.intake("board", "dana", "--as-of", DAY, "--json").out)
    assert {"case", "title", "levels", "requirements", "to_do", "waiting", "questions"} <= board.keys()
    sound, flipped, lost = json.loads(told.intake("check", "dana.zip", "flipped.zip", "lost.zip", "--json").out)
    assert (sound["ok"], sound["findings"]) == (True, [])
    assert not flipped["ok"]
    assert all(finding.keys() == {"code", "where", "message"} for finding in flipped["findings"])
    assert any("portfolio.json" in finding["where"] for finding in flipped["findings"])
    assert "lost.zip" in lost["error"]
    assert json.loads(told.intake("flow", "check", "--json").out)["findings"] == []
    assert json.loads(told.intake("schema", "portfolio").out)["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("typed", ["", "yes\n", "{id}\n", "{id}\nyes\n", "delete\n{id}\n", "{id}\n\ndelete\n"])
def test_nothing_is_deleted_unless_both_questions_are_answered(copy: Desk, typed: str) -> None:
    case = case_of(copy)
    done = copy.intake("delete", "dana", typed=typed.format(id=case["id"]))
    assert done.code == 0
    assert done.out.endswith("Nothing was deleted.\n")
    assert case_of(copy) == case
    assert [file.read_bytes() for file in (copy.home / "files" / case["id"]).iterdir()] == [KEPT]


def test_a_deleted_case_leaves_nothing_behind(copy: Desk) -> None:
    case = case_of(copy)
    done = copy.intake("delete", case["id"][:3], typed=f"{case['id']}\ndelete\n")
    assert (done.code, done.err) == (0, "")
    assert case["id"] in done.out
    assert copy.intake("cases").out.startswith("There are no cases yet.")
    left = b"".join(file.read_bytes() for file in copy.home.rglob("*") if file.is_file())
    assert [trace for trace in (b"Whitfield", b"Chesterfield", KEPT, case["id"].encode()) if trace in left] == []


def test_a_case_is_found_by_its_id_the_beginning_of_it_and_its_title(copy: Desk) -> None:
    case = case_of(copy)
    assert copy.intake("rename", case["id"][:3], "Spring – 2026").code == 0
    for name in (case["id"].upper(), case["id"][:4], "spring – 2026"):
        assert copy.intake("resume", name, "--as-of", DAY).out.startswith("  Welcome back.")
    again = copy.intake("new", "--as-of", DAY, typed="Robert Lee\n")
    assert "Welcome back." not in again.out
    assert copy.intake("rename", "robert lee", "Spring – 2026").code == 0
    unclear = copy.intake("resume", "Spring – 2026")
    assert unclear.code == 3
    assert case["id"] in unclear.err


def test_a_second_window_on_a_case_is_refused_and_the_first_goes_on(copy: Desk) -> None:
    case = case_of(copy)
    first = Talking(copy, "resume", "dana", "--as-of", DAY)
    first.until("Welcome back.")
    for command in (["resume", "dana"], ["export", "dana", "--to", "x.zip"], ["delete", "dana", "--yes"]):
        second = copy.intake(*command)
        assert second.code == 3
        assert second.err.startswith("intake: This case is open in another window of intake")
    assert [file.read_bytes() for file in (copy.home / "files" / case["id"]).iterdir()] == [KEPT]
    assert copy.intake("cases").code == 0
    assert "→ Dana Price. Saved." in first.done("change my name to Dana Price\n").out
    assert copy.intake("resume", "dana").code == 0


@pytest.mark.parametrize("command", ["--help", "cases", "schema portfolio", "board dana", "resume dana"])
def test_a_reader_who_leaves_is_no_error(told: Desk, command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "intake", *command.split()],
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment(told.folder, INTAKE_HOME=str(told.home)),
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_is_said_in_one_line(told: Desk) -> None:
    for command in ("schema", "schema portfolio"):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "intake", *command.split()],
                stdout=full,
                stderr=subprocess.PIPE,
                env=environment(told.folder),
                check=False,
            )
        assert (done.returncode, done.stderr) == (3, b"intake: No space left on device.\n")


def test_a_name_that_would_steer_the_terminal_is_only_shown(desk: Desk) -> None:
    hostile = desk.folder / "\x1b[31mred\u202e.json"
    hostile.write_text("{")
    for command in (["assess", hostile], ["check", hostile], ["check", f"{hostile}.zip"], ["board", hostile.name]):
        done = desk.intake(*command)
        assert done.code == 3
        assert "[31mred" in done.out + done.err
        assert not {"\x1b", "\u202e"} & set(done.out + done.err)


def test_bytes_that_are_no_text_are_asked_for_again(desk: Desk) -> None:
    done = desk.intake(
        "--plain", "--as-of", DAY, typed=b"Ren\xe9e Dubois\n\xff\xfe\n\x00\x1b[2J\xc3\nRen\xc3\xa9e Dubois\n"
    )
    assert done.code == 0
    assert done.out.count("  ! Part of that text is damaged (half a character). Please type it again.") == 3
    assert "Name: Renée Dubois. Saved." in done.out
    assert "\x1b" not in done.out
    assert desk.answers() == ["Renée Dubois"]


def test_a_file_from_windows_is_read_like_any_other(desk: Desk) -> None:
    done = desk.intake("--plain", "--as-of", DAY, typed=b"\xef\xbb\xbf# my answers\r\nDana Whitfield\r\n")
    assert "Name: Dana Whitfield. Saved." in done.out
    assert desk.answers() == ["Dana Whitfield"]


def test_output_is_utf8_whatever_the_locale_says(told: Desk) -> None:
    assert "“" in told.intake("board", "dana", PYTHONIOENCODING="ascii").out


def test_the_home_folder_is_the_one_that_is_named_and_is_private(desk: Desk) -> None:
    named = desk.folder / "named"
    assert desk.intake("--plain", "--home", named, "--as-of", DAY, typed="Dana Whitfield\n").code == 0
    assert not desk.home.exists()
    assert desk.intake("--plain", "--as-of", DAY, typed="Robert Lee\n").code == 0
    assert desk.answers() == ["Robert Lee"]
    assert "Dana Whitfield" in desk.intake("cases", INTAKE_HOME=str(named)).out
    assert stat.S_IMODE(named.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in named.rglob("*") if file.is_file()} == {0o600}


def test_a_bundle_that_cannot_be_written_is_said_and_the_answers_are_kept(desk: Desk) -> None:
    done = desk.intake("--plain", "--as-of", DAY, "--bundle", "no/such/folder/me.zip", typed="Dana Whitfield\n")
    assert done.code == 3
    assert "no/such/folder" in done.err
    assert desk.answers() == ["Dana Whitfield"]


def test_ctrl_c_at_the_question_deletes_nothing(copy: Desk) -> None:
    deleting = Talking(copy, "delete", "dana")
    deleting.until("to go on: ")
    deleting.interrupt()
    done = deleting.done()
    assert (done.code, "Traceback" in done.err) == (130, False)
    assert case_of(copy)["title"] == "Dana Whitfield"


def test_the_only_case_is_meant_where_none_is_named_and_several_are_listed(desk: Desk) -> None:
    assert "There are no cases yet" in desk.intake("board").err
    desk.persona("dana")
    assert "Prerequisites: Met" in desk.intake("board").out
    assert "2 jobs, as of" in desk.intake("timeline").out
    desk.persona("keisha", "new")
    several = desk.intake("export", "--to", "some.zip")
    assert several.code == 3
    assert "There are several cases" in several.err
    assert "Keisha Brooks" in several.err
    assert desk.intake("delete").code == 2
