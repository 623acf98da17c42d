"""What is said to whoever types a command that is not there, or something that it cannot take."""

from pathlib import Path

import pytest

from intake.cli import run


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["compare", "dana"], "did you mean 'board CASE --compare EDITION'?"),
        (["bord"], "did you mean 'board'?"),
        (["levels", "--format", "htm"], "did you mean 'html'?"),
        (["zzz"], "choose from new, resume"),
    ],
)
def test_a_command_that_is_not_there_is_told_with_the_one_that_was_meant(
    typed: list[str], meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(typed)
    assert meant in capsys.readouterr().err


@pytest.mark.parametrize("name", ["dana", "dana.zip"])
def test_a_case_or_a_bundle_is_not_assessed_and_the_command_for_it_is_named(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["assess", str(tmp_path / name)]) == 3
    assert "intake board CASE --json" in capsys.readouterr().err


def test_a_folder_that_is_missing_is_named_and_not_the_file_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["assess", str(tmp_path / "none" / "portfolio.json")]) == 3
    assert f"There is no folder {tmp_path / 'none'}." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["demo", "gloria", "--headless", "--bundle", "gl.zip"], "it does not take --bundle"),
        (["--bundle", "gl.zip", "demo", "gloria", "--headless"], "it does not take --bundle"),
        (["demo", "gloria", "--headless", "--as-of", "2030-01-01"], "it does not take --as-of"),
        (["demo", "dana", "gloria", "Dana"], "named twice"),
        (["demo", "dana", "gloria", "robert"], "Two can stand side by side"),
        (["demo", "dana", "--record", "none/dana.cast"], "There is no folder none."),
    ],
)
def test_what_a_demonstration_cannot_heed_is_refused_before_it_plays(
    typed: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(typed) == 3
    printed = capsys.readouterr()
    assert told in printed.err
    assert printed.out == ""


def test_no_option_is_offered_that_a_demonstration_refuses(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        run(["demo", "--help"])
    offered = capsys.readouterr().out
    assert "--home" in offered
    assert not any(option in offered for option in ("--as-of", "--bundle"))


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "soon"])
def test_a_day_that_cannot_be_reckoned_with_is_refused(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(["cases", "--as-of", day])
    assert day in capsys.readouterr().err


def test_an_empty_name_of_the_home_folder_is_not_the_folder_one_is_in(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit, match="2"):
        run(["cases", "--home", ""])
    assert "no folder is named" in capsys.readouterr().err
    assert not [*tmp_path.iterdir()]
