"""The referees' files in a bundle, read into memory once the bundle was checked; nothing is unpacked."""

from pathlib import Path
from typing import Any

from intake.bundle import bag
from intake.bundle.check import check
from intake.bundle.errors import BundleError
from intake.bundle.files import named, opened
from intake.bundle.source import Archive, Folder, Source
from intake.bundle.zipcheck import survey


def references(path: Path, most: int) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The portfolio and the referees' files, by name, of the bundle at `path`, a .zip or a bag's own folder.

    A file of more than `most` bytes is cut short there. Raises BundleError unless the bundle is in order.
    """
    report = check(path)
    if not report.ok or report.portfolio is None:
        why = report.findings[0].message if report.findings else ""
        raise BundleError(f"{named(path)} is not in order, so nothing in it was opened. {why}")
    if path.is_dir():
        return report.portfolio, _read(Folder(path), most)
    with opened(path, follow=True) as file:
        places, _odd = survey(file)
        inner = {name.partition("/")[2]: place for name, place in places.items()}
        return report.portfolio, _read(Archive(file, inner), most)


def _read(source: Source, most: int) -> dict[str, bytes]:
    """The referees' files, in the order of their names."""
    names = sorted(name for name in source.sizes if name.startswith(bag.REFERENCES))
    return {name.removeprefix(bag.REFERENCES): _first(source, name, most) for name in names}


def _first(source: Source, name: str, most: int) -> bytes:
    data = bytearray()
    for chunk in source.read(name):
        data += chunk
        if len(data) > most:
            break
    return bytes(data[: most + 1])
