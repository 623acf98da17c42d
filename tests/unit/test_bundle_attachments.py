"""Keeping attachments: byte for byte, under their hash, and never by way of a link."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from intake.bundle import attachments
from intake.bundle.attachments import keep
from intake.bundle.errors import BundleError
from intake.bundle.files import chunks
from intake.bundle.sniff import sniffed
from intake.text import visible

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize("data", [b"", b"a\r\nb\x00\xff", os.urandom(3 << 18)], ids=["empty", "binary", "long"])
def test_a_file_is_kept_byte_for_byte_under_its_hash(tmp_path: Path, data: bytes) -> None:
    """Any content, in a folder that is made for it."""
    (tmp_path / "transcript.pdf").write_bytes(data)
    kept = keep(tmp_path / "transcript.pdf", tmp_path / "case" / "files")
    sha256 = hashlib.sha256(data).hexdigest()
    assert (kept.name, kept.sha256, kept.size) == ("transcript.pdf", sha256, len(data))
    assert (tmp_path / "case" / "files" / sha256).read_bytes() == data


def test_what_is_kept_is_for_the_owner_alone(tmp_path: Path) -> None:
    """Whatever the original allowed."""
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "a").chmod(0o777)
    kept = keep(tmp_path / "a", tmp_path / "files")
    assert (tmp_path / "files" / kept.sha256).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "files").stat().st_mode & 0o777 == 0o700


def test_the_same_file_twice_is_kept_once(tmp_path: Path) -> None:
    """And a kept file that was damaged since is made good."""
    (tmp_path / "a").write_bytes(b"x")
    first = keep(tmp_path / "a", tmp_path / "files")
    (tmp_path / "files" / first.sha256).write_bytes(b"damaged")
    assert keep(tmp_path / "a", tmp_path / "files") == first
    assert [path.read_bytes() for path in (tmp_path / "files").iterdir()] == [b"x"]


def test_a_name_is_kept_as_it_can_be_shown(tmp_path: Path) -> None:
    """A name can hold a control that turns the text of a page around."""
    place = tmp_path / "cafe\u0301\u202efdp.exe\x1b"
    place.write_bytes(b"x")
    assert keep(place, tmp_path / "files").name == "caf\u00e9\ufffdfdp.exe\u241b"


def test_a_name_that_is_no_text_is_kept_all_the_same(tmp_path: Path) -> None:
    """Old systems left names in other encodings."""
    place = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.pdf"))
    place.write_bytes(b"x")
    assert keep(place, tmp_path / "files").name == "caf\ufffd.pdf"


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    """With its name, and no folder is made for it."""
    for name in ("nowhere.pdf", "nowhere/a.pdf", "nul\0.pdf"):
        with pytest.raises(BundleError, match=r"There is no file at .*n"):
            keep(tmp_path / name, tmp_path / "files")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """With what to do instead."""
    with pytest.raises(BundleError, match=r"is a folder\. Please name a single file"):
        keep(tmp_path, tmp_path / "files")


def test_a_link_is_refused(tmp_path: Path) -> None:
    """Also one that leads to a file that could be read."""
    (tmp_path / "real").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(BundleError, match="is a link"):
        keep(tmp_path / "link", tmp_path / "files")


def test_a_link_put_there_between_two_looks_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system itself refuses to follow it when the file is opened."""
    (tmp_path / "real").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    monkeypatch.setattr(Path, "is_symlink", lambda _: False)
    with pytest.raises(BundleError, match="could not be opened"):
        keep(tmp_path / "link", tmp_path / "files")


def test_a_device_and_a_pipe_are_refused(tmp_path: Path) -> None:
    """At once: nobody waits for somebody to write into the pipe, and nothing endless is copied."""
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(BundleError, match="device or a pipe"):
            keep(place, tmp_path / "files")


def test_a_file_that_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests may run as root, who may read everything; so the system's answer is made up."""
    (tmp_path / "a").write_bytes(b"x")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(BundleError, match="may not be read"):
        keep(tmp_path / "a", tmp_path / "files")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither half a file nor a temporary one."""
    (tmp_path / "a").write_bytes(b"x")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BundleError, match=r"No space left on device\. Nothing was attached"):
        keep(tmp_path / "a", tmp_path / "files")
    assert list((tmp_path / "files").iterdir()) == []


@pytest.mark.parametrize(
    ("head", "media"),
    [
        (b"%PDF-1.7", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"MM\0*", "image/tiff"),
        (b"\0\0\0\x18ftypheic", "image/heic"),
        (b"PK\3\4" + bytes(26) + b"word/document.xml", WORD),
        (b"PK\3\4" + bytes(26) + b"mimetype" + ODT.encode(), ODT),
        (b"PK\3\4" + bytes(26) + b"a.txt", "application/zip"),
        ("Résumé\n".encode() * 600, "text/plain"),
        (b"", "application/x-empty"),
        (b"\0\1\2", "application/octet-stream"),
    ],
)  # fmt: skip
def test_what_a_file_is_stands_in_its_first_bytes(head: bytes, media: str) -> None:
    """Whatever its name."""
    assert sniffed(head).media == media


def test_a_file_that_grows_while_it_is_copied_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of two versions is neither."""
    place = tmp_path / "a.pdf"
    place.write_bytes(b"x" * 10)

    def growing(file: BinaryIO) -> Iterator[bytes]:
        yield from chunks(file)
        place.write_bytes(b"x" * 11)

    monkeypatch.setattr(attachments, "chunks", growing)
    with pytest.raises(BundleError, match="changed while it was being copied"):
        keep(place, tmp_path / "files")
    assert list((tmp_path / "files").iterdir()) == []


@pytest.mark.parametrize("name", ["a\nb.pdf", "\x1b]0;x\x07.pdf", "\u202efdp.exe", "x" * 251 + ".pdf"])
def test_a_hostile_name_does_no_harm(tmp_path: Path, name: str) -> None:
    """It is kept as it can be shown, on one line."""
    (tmp_path / name).write_bytes(b"x")
    kept = keep(tmp_path / name, tmp_path / "files")
    assert kept.name == visible(kept.name, one_line=True)
    assert "\n" not in kept.name
