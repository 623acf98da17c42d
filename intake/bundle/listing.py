"""A manifest of any bag held against the files that are there: what it lists, and what is wrong with its lines."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from intake.bundle.names import LONGEST_PART, leads_out
from intake.bundle.report import Finding
from intake.bundle.tagfiles import ALGORITHMS, WHOLE, Version, listed
from intake.text import shorten
from intake.words import _

PAYLOAD = "data/"


class Listing(NamedTuple):
    """What the manifest `file` lists: the hash of each file, by the name that it has in the bag.

    `algorithm` is one of `hashlib`, and empty for one that is not known here.
    """

    file: str
    of_tags: bool
    algorithm: str
    hashes: dict[str, str]


class Some:
    """Names, or lines, of which the first is said, and how many more there are."""

    def __init__(self) -> None:
        """None yet."""
        self.first, self.count = "", 0

    def add(self, name: str) -> None:
        """One more."""
        self.first = self.first if self.count else name
        self.count += 1

    def __str__(self) -> str:
        shown = f"“{shorten(self.first, 120)}”"
        return _("{first} and {more:,} more").format(first=shown, more=self.count - 1) if self.count > 1 else shown


class Sorted:
    """Names in a manifest, and lines of it, by what is to be said of them."""

    def __init__(self) -> None:
        """Nothing to be said."""
        self.odd, self.outside, self.otherwise = Some(), Some(), Some()
        self.composed, self.twice, self.contradicted = Some(), Some(), Some()


class There:
    """The names of the files in a bag, also found in other forms of the same letters."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names` as the system gives them."""
        self._names = frozenset(names)
        self._composed = {_composed(name): name for name in self._names if not name.isascii()}

    def called(self, name: str) -> str:
        """The name of the file that `name` means; `name` where there is none."""
        return name if name in self._names or name.isascii() else self._composed.get(_composed(name), name)


def _composed(name: str) -> str:
    """`name` with its letters composed; not in parts longer than any system takes, as that takes quadratic time."""
    parts = name.split("/")
    return "/".join(unicodedata.normalize("NFC", part) if len(part) <= LONGEST_PART else part for part in parts)


def plain(name: str) -> str:
    """`name` without parts that lead nowhere: `./` and a second slash."""
    return re.sub("/+", "/", "/".join(part for part in name.split("/") if part != "."))


def outside(name: str) -> bool:
    """Whether a plain name is none of the payload, or could be read as leading out of it."""
    return not name.startswith(PAYLOAD) or leads_out(name)


def read_manifest(
    file: str, kind: tuple[bool, str], text: str, version: Version, there: There
) -> tuple[Listing, list[Finding]]:
    """The manifest `file` with the `text`, and what is to be said of its lines; `kind` as of `manifest_of`."""
    of_tags, algorithm = kind
    hashes: dict[str, str] = {}
    found = Sorted()
    for line in listed(text, algorithm, version):
        if isinstance(line, str):
            found.odd.add(line)
            continue
        name = plain(line.name)
        if (leads_out(name) or name.startswith(PAYLOAD)) if of_tags else outside(name):
            found.outside.add(line.name)
            continue
        _sort(found, hashes, name, there.called(name), line.hash)
        if line.marked or name != line.name:
            found.otherwise.add(line.name)
    return Listing(file, of_tags, ALGORITHMS.get(algorithm, ""), hashes), list(_said(file, found, version))


def _sort(found: Sorted, hashes: dict[str, str], name: str, called: str, hash_: str) -> None:
    if name != called:
        found.composed.add(name)
    if called in hashes:
        (found.twice if hashes[called] == hash_ else found.contradicted).add(name)
    hashes.setdefault(called, hash_)


def _said(file: str, found: Sorted, version: Version) -> Iterator[Finding]:
    twice = "bag-listed-twice" if version >= WHOLE else "bag-twice"
    table: tuple[tuple[str, Some, str], ...] = (
        ("bag-manifest-line", found.odd, _("in {file} is not a hash, blanks and a name: {names}.")),
        (
            "bag-name-outside",
            found.outside,
            _("{file} lists what does not belong in it, or lies outside the bag: {names}."),
        ),
        ("bag-hashes-differ", found.contradicted, _("{file} lists with two different hashes: {names}.")),
        (twice, found.twice, _("{file} lists more than once: {names}.")),
        ("bag-manifest-form", found.otherwise, _("{file} writes names with “./” or “*” before them: {names}.")),
        (
            "bag-name-composed",
            found.composed,
            _("{file} writes letters with accents in another form than the files: {names}."),
        ),
    )
    for code, names, words in table:
        if names.count:
            yield Finding(code, file, words.format(file=file, names=names))


def missing(listings: Iterable[Listing], sizes: Mapping[str, int]) -> dict[str, str]:
    """Files that are listed and not there, each with the first manifest that lists it."""
    return {name: listing.file for listing in reversed(list(listings)) for name in listing.hashes if name not in sizes}
