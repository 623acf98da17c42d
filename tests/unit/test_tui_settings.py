"""Wishes that are remembered: a file that somebody spoilt costs nothing but the wishes."""

from pathlib import Path

import pytest

from intake.tui.settings import Settings, read, write
from intake.tui.themes import CONTRAST, DARK, LIGHT, first_theme


def test_what_was_wished_is_there_again(tmp_path: Path) -> None:
    wishes = Settings(theme=LIGHT, introduced=True)
    write(tmp_path / "settings.json", wishes)
    assert read(tmp_path / "settings.json") == wishes
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "spoilt",
    [b"", b"{", b"[]", b"null", b'{"theme": 7, "introduced": "yes"}', b"\xff\xfe", b"[" * 100_000, b'{"other": 1}'],
)
def test_a_spoilt_file_is_as_none(tmp_path: Path, spoilt: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(spoilt)
    assert read(tmp_path / "settings.json") == Settings()


def test_one_good_wish_among_spoilt_ones_holds(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": 7, "introduced": true}', "utf-8")
    assert read(tmp_path / "settings.json") == Settings(introduced=True)


@pytest.mark.parametrize(
    ("wanted", "theme"),
    [
        (("", ""), DARK),
        (("", LIGHT), LIGHT),
        (("light", CONTRAST), LIGHT),
        (("ansi-dark", "contrast"), CONTRAST),
        (("textual-dark", "no such"), DARK),
    ],
)
def test_the_first_theme_wanted_that_is_ours(wanted: tuple[str, ...], theme: str) -> None:
    assert first_theme(*wanted) == theme
