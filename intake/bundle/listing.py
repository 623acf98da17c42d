"""A manifest of any bag held against the files that are there: what it lists, and what is wrong with its lines."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from intake.bundle.names import leads_out
from intake.bundle.report import Finding
from intake.bundle.tagfiles import ALGORITHMS, WHOLE, Version, listed
from intake.text import shorten
from intake.words import _

PAYLOAD = "data/"

#: The longest name whose letters are composed to look for it, in characters; longer ones no system takes.
_LONGEST = 1_024


class Listing(NamedTuple):
    """What the manifest `file` lists: the hash of each file, by the name that it has in the bag.

    `algorithm` is one of `hashlib`, and empty for one that is not known here.
    """

    file: str
    of_tags: bool
    algorithm: str
    hashes: dict[str, str]


class Sorted(NamedTuple):
    """Names in a manifest, and lines of it, by what is to be said of them."""

    odd: list[str]
    outside: list[str]
    otherwise: list[str]
    composed: list[str]
    twice: list[str]
    contradicted: list[str]


class There:
    """The names of the files in a bag, also found in other forms of the same letters."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names` as the system gives them."""
        self._names = frozenset(names)
        self._composed = {unicodedata.normalize("NFC", name): name for name in self._names if not name.isascii()}

    def called(self, name: str) -> str:
        """The name of the file that `name` means; `name` where there is none."""
        if name in self._names or name.isascii() or len(name) > _LONGEST:
            return name
        return self._composed.get(unicodedata.normalize("NFC", name), name)


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
    found = Sorted([], [], [], [], [], [])
    for line in listed(text, algorithm, version):
        if isinstance(line, str):
            found.odd.append(line)
            continue
        name = plain(line.name)
        if (leads_out(name) or name.startswith(PAYLOAD)) if of_tags else outside(name):
            found.outside.append(line.name)
            continue
        _sort(found, hashes, name, there.called(name), line.hash)
        if line.marked or name != line.name:
            found.otherwise.append(line.name)
    return Listing(file, of_tags, ALGORITHMS.get(algorithm, ""), hashes), list(_said(file, found, version))


def _sort(found: Sorted, hashes: dict[str, str], name: str, called: str, hash_: str) -> None:
    if name != called:
        found.composed.append(name)
    if called in hashes:
        (found.twice if hashes[called] == hash_ else found.contradicted).append(name)
    hashes.setdefault(called, hash_)


def _said(file: str, found: Sorted, version: Version) -> Iterator[Finding]:
    twice = "bag-listed-twice" if version >= WHOLE else "bag-twice"
    table: tuple[tuple[str, list[str], str], ...] = (
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
        if names:
            yield Finding(code, file, words.format(file=file, names=several(names)))


def several(names: list[str]) -> str:
    """The first of `names`, and how many more there are."""
    first = f"“{shorten(names[0], 120)}”"
    return _("{first} and {more:,} more").format(first=first, more=len(names) - 1) if names[1:] else first


def missing(listings: Iterable[Listing], sizes: Mapping[str, int]) -> dict[str, str]:
    """Files that are listed and not there, each with the first manifest that lists it."""
    return {name: listing.file for listing in reversed(list(listings)) for name in listing.hashes if name not in sizes}
