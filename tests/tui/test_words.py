"""Words for people: English where there is no catalogue, the person's language where there is one."""

import struct
from pathlib import Path

import pytest

from intake.words import translator


def compiled(entries: dict[str, str]) -> bytes:
    """A catalogue in gettext's binary format (.mo)."""
    pairs = [("", "Content-Type: text/plain; charset=UTF-8\n"), *sorted(entries.items())]
    originals = [english.encode() for english, _ in pairs]
    translations = [other.encode() for _, other in pairs]
    count, tables = len(pairs), b""
    offset = 28 + 16 * count
    for text in (*originals, *translations):
        tables += struct.pack("<II", len(text), offset)
        offset += len(text) + 1
    header = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0)
    return header + tables + b"".join(text + b"\0" for text in (*originals, *translations))


@pytest.fixture
def spanish(tmp_path: Path) -> Path:
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "intake.mo").write_bytes(compiled({"Undo": "Deshacer"}))
    return tmp_path


def test_without_catalogues_it_is_english(tmp_path: Path) -> None:
    assert translator(tmp_path / "none")("Undo") == "Undo"


def test_a_catalogue_of_the_environments_language_is_used(spanish: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "es")
    translate = translator(spanish)
    assert translate("Undo") == "Deshacer"
    assert translate("not translated yet") == "not translated yet"


def test_another_language_falls_back_to_english(spanish: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fi")
    assert translator(spanish)("Undo") == "Undo"
