"""A full disk: a clear word, nothing lost, and it goes on where it stood once there is room."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from desk import DAY, LONGEST, ROOT, Done, environment

from intake.bundle.check import check
from intake.journal.store import Journal

SIZE = 2 << 20
#: Given before the disk is full, and after it.
BEFORE, AFTER = ["Dana Whitfield", "dana.w@example.org", "skip"], ["live and work in Virginia", "first time"]


class Small(NamedTuple):
    """A folder on a disk of 2 MB; where none can be mounted, the files that a process writes are kept as small."""

    folder: Path
    mounted: bool

    def intake(self, *arguments: str, typed: list[str], room: bool = True) -> Done:
        """Run the program there, with room on the disk or without."""
        filler = self.folder / "filler"
        if self.mounted and not room:
            _fill(filler)
        command = [sys.executable, "-m", "intake", "--home", str(self.folder / "home"), "--as-of", DAY, *arguments]
        done = subprocess.run(
            command,
            input="\n".join(typed).encode(),
            capture_output=True,
            cwd=self.folder,
            env=environment(self.folder, PYTHONPATH=str(ROOT), PYTHONDONTWRITEBYTECODE="1"),
            preexec_fn=None if self.mounted else partial(_at_most, SIZE if room else 0),
            timeout=LONGEST,
            check=False,
        )
        filler.unlink(missing_ok=True)
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def _fill(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))


def _at_most(size: int) -> None:
    """No file of this process grows beyond so many bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def log(small: Small) -> list[bytes]:
    """The lines of the one case there."""
    journal = Journal(small.folder / "home")
    try:
        return journal.load(journal.cases()[0].id)
    finally:
        journal.close()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Small]:
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    yield Small(place, mounted)
    if mounted:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_answers_that_the_disk_does_not_take_can_be_given_again(small: Small) -> None:
    assert small.intake("--plain", typed=BEFORE).code == 0
    before = log(small)
    done = small.intake("--plain", typed=AFTER, room=False)
    assert done.code == 3
    assert "Traceback" not in done.err
    assert "Nothing was lost up to here" in done.err
    assert log(small) == before
    done = small.intake("--plain", typed=AFTER)
    assert done.out.count("Saved.") == len(AFTER)
    assert log(small)[: len(before)] == before


def test_a_bundle_for_which_there_is_no_room_leaves_the_one_before(small: Small) -> None:
    target = small.folder / "me.zip"
    written = ["export", "dana", "--to", str(target)]
    small.intake("--plain", typed=BEFORE)
    assert small.intake(*written, typed=[]).code == 0
    old = target.read_bytes()
    small.intake("--plain", typed=AFTER)
    done = small.intake(*written, typed=[], room=False)
    assert done.code == 3
    assert "Traceback" not in done.err
    assert target.read_bytes() == old
    assert small.intake(*written, typed=[]).code == 0
    assert target.read_bytes() != old
    assert check(target).ok
    assert not list(small.folder.glob(".intake-*"))


def test_a_file_that_does_not_fit_is_not_attached_and_the_talk_goes_on(small: Small, tmp_path: Path) -> None:
    large = tmp_path / "large.bin"
    large.write_bytes(bytes(3 << 20))
    words = [*BEFORE, "go to education", "yes", "MSW from VCU, May 2017", "yes", f"/attach {large}", "no", "no"]
    done = small.intake("--plain", typed=words)
    assert "could not be kept: " in done.out
    assert "Nothing was attached." in done.out
    assert done.out.count("Saved.") >= 4
    assert not list(small.folder.rglob("*.partial"))
