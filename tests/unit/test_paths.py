"""Paths as terminals paste them: whatever the quoting, the file is found, and only a plain one is offered."""

import os
import shlex
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.packs.load import load_vocabulary
from intake.session.paths import attaching, dropped, path_of, readings
from intake.understand.commands import command

#: Names as people and systems give them; a slash and NUL are in none.
NAMES = st.text(
    st.characters(codec="utf-8", exclude_characters="/\0", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40
).filter(lambda name: name.strip(".") and len(name.encode()) < 200)


@given(NAMES.filter(lambda name: name == name.strip()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_file_is_found_however_a_terminal_pastes_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("x")
    try:
        for pasted in (str(path), shlex.quote(str(path)), f'"{path}"', path.as_uri(), f"{path} "):
            assert os.path.samefile(path_of(pasted), path)  # noqa: PTH121 - the other way round reads worse
        backslashed = "".join(c if c.isalnum() or c in "/_." else f"\\{c}" for c in str(path))
        assert path_of(backslashed) == path
    finally:
        path.unlink()


@given(st.text(max_size=80))
def test_no_words_make_reading_them_fail(words: str) -> None:
    assert all(isinstance(path, Path) for path in readings(words))
    dropped(words)


def test_only_a_plain_file_named_in_full_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, folder, link = tmp_path / "a b.pdf", tmp_path / "folder", tmp_path / "link"
    file.write_text("x")
    folder.mkdir()
    link.symlink_to(file)
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)
    assert dropped(f"'{file}'") == file
    for words in (folder, link, tmp_path / "pipe", "a b.pdf", f"{file}\n{file}", "/nowhere", "file://elsewhere/a"):
        assert dropped(str(words)) is None


def test_a_home_is_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "cv.pdf").write_text("x")
    assert dropped("~/cv.pdf") == tmp_path / "cv.pdf"
    assert path_of("~nobody-of-that-name/cv.pdf") == Path("~nobody-of-that-name/cv.pdf")


@given(NAMES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_words_that_attach_a_file_lead_to_that_file_or_there_are_none(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    words = attaching(path)
    if words:
        path.write_text("x")
        try:
            order = command(words, load_vocabulary(), free_text=True)
            assert order is not None
            assert path_of(order.topic) == path
        finally:
            path.unlink()


@pytest.mark.parametrize("name", ["a\x1b[31m.pdf", "a\nb.pdf", "a\u202eb.pdf", "e\u0301.pdf", "\udcff.pdf"])
def test_a_name_that_no_answer_can_hold_has_no_words(name: str) -> None:
    assert attaching(Path("/tmp") / name) == ""
