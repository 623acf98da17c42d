"""A bundle opened to be read back: checked wholly first, and then its answers and its files, from the same open file.

What the rules said of it is not looked at: a case that is opened is judged anew. So a bundle of another edition, or of
another version of the program, opens as long as everything in it is as it was put there.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import BinaryIO, NamedTuple

from intake.bundle import bag
from intake.bundle.check import check_archive
from intake.bundle.errors import BundleError
from intake.bundle.files import chunks, draft, named, opened
from intake.bundle.record import Retell, read_record
from intake.bundle.report import NOTED, Finding, StopError
from intake.bundle.source import Archive, Source, digest
from intake.bundle.zipcheck import survey
from intake.interview.present import Present
from intake.text import shorten
from intake.words import _

#: What a bundle written by another version of the program may have otherwise.
_OTHERWISE = NOTED | {"schema-differs"}
#: How the folders are called in which files wait for their case.
STAGED = ".opening-"
_MOST_SAID = 3
_WANTING = _("{path} cannot be opened, as it is not what was written:\n{lines}\nNothing was kept of it.")
_CLOSED = _(
    "{path} is in order, but it was written before bundles could be opened: it does not hold all that was said. "
    "Ask the applicant to write it again."
)


class Unpacked(NamedTuple):
    """A bundle that is in order: the SHA-256 of its file, what stands in it, and its files."""

    sha256: str
    present: Present
    source: Source
    #: The SHA-256 of each attachment and rating that is not lost, and its name in the bag.
    files: dict[str, str]


@contextmanager
def unpacked(path: Path, retell: Retell) -> Iterator[Unpacked]:
    """The bundle at `path` (a .zip), open for reading. Raises BundleError, saying what is wrong with it."""
    findings: list[Finding] = []
    try:
        with opened(path, follow=True) as file:
            portfolio = check_archive(file, findings, retell=retell) or {}
            _require_order(path, findings)
            source = _source(file)
            if bag.ANSWERS not in source.sizes:
                raise BundleError(_CLOSED.format(path=named(path)))
            files = {entry["sha256"]: name for name, entry in bag.enclosed(portfolio) if not entry.get("lost")}
            file.seek(0)
            yield Unpacked(digest(chunks(file)).sha256, read_record(source), source, files)
    except StopError as stop:
        raise _refused(path, [*findings, *stop.findings]) from stop
    except OSError as error:
        raise BundleError(f"{named(path)} could not be read: {error.strerror}. Please copy it again.") from error


def _require_order(path: Path, findings: list[Finding]) -> None:
    wanting = [finding for finding in findings if finding.code not in _OTHERWISE]
    if wanting:
        raise _refused(path, wanting)


def _refused(path: Path, findings: list[Finding]) -> BundleError:
    lines = [f"  {finding.message}" for finding in findings[:_MOST_SAID]]
    if len(findings) > _MOST_SAID:
        lines.append(_("  and {rest} more, which intake check says.").format(rest=len(findings) - _MOST_SAID))
    return BundleError(_WANTING.format(path=named(path), lines="\n".join(lines)))


def _source(file: BinaryIO) -> Archive:
    places, _odd = survey(file)
    return Archive(file, {name.partition("/")[2]: place for name, place in places.items()})


@contextmanager
def staged(bundle: Unpacked, folder: Path) -> Iterator[Path]:
    """The bundle's files as a case keeps them, in a folder of their own in `folder`; gone at the end unless moved away.

    Raises BundleError where one cannot be written, or is not the file that was checked.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        place = Path(mkdtemp(prefix=STAGED, dir=folder))
    except OSError as error:
        raise _unkept(error) from error
    try:
        for sha256 in bundle.files:
            _copy(bundle, sha256, place)
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _copy(bundle: Unpacked, sha256: str, place: Path) -> None:
    try:
        with draft(place) as copy:
            for chunk in bundle.source.read(bundle.files[sha256]):
                copy.file.write(chunk)
            copy.file.flush()
            with opened(copy.path) as written:
                if digest(chunks(written)).sha256 != sha256:
                    name = shorten(bundle.files[sha256], 120)
                    raise BundleError(_("{name} was changed while it was read. Nothing was kept.").format(name=name))
            copy.publish(place / sha256)
    except OSError as error:
        raise _unkept(error) from error


def _unkept(error: OSError) -> BundleError:
    text = _("The bundle's files could not be kept: {reason}. Nothing was. Please check that the disk has room.")
    return BundleError(text.format(reason=error.strerror))
