"""What a bag of any program says of itself: all its tag files, read as one value."""

from collections.abc import Iterator
from typing import NamedTuple

from intake.bundle import tagfiles
from intake.bundle.bag import BAGIT
from intake.bundle.listing import Listing, Some, There, outside, plain, read_manifest
from intake.bundle.report import Finding, StopError
from intake.bundle.source import Source
from intake.bundle.strict import LARGEST
from intake.bundle.tagfiles import Declaration, TagError
from intake.words import _

FETCH = "fetch.txt"

#: More bytes than two lines have.
_DECLARED = 4_096


class Bag(NamedTuple):
    """A bag's declaration, its manifests, the files to be fetched and from where, and the text of its metadata."""

    declared: Declaration
    payload: list[Listing]
    tags: list[Listing]
    fetch: dict[str, str]
    info: str


def read_bag(source: Source, findings: list[Finding]) -> Bag:
    """What the tag files say. Raises StopError where they cannot be read."""
    try:
        declared = _declared(source)
        texts = {
            name: tagfiles.decoded(name, _bytes(source, name), declared.encoding) for name in _tags(source, declared)
        }
    except TagError as error:
        raise StopError(Finding(error.code, BAGIT, str(error))) from None
    there = There(source.sizes)
    listings = []
    for name, text in texts.items():
        if kind := tagfiles.manifest_of(name):
            listing, said = read_manifest(name, kind, text, declared.version, there)
            listings.append(listing)
            findings += said
    fetch: dict[str, str] = {}
    findings += _fetch(texts.get(FETCH, ""), declared, there, fetch)
    return Bag(
        declared,
        [one for one in listings if not one.of_tags],
        [one for one in listings if one.of_tags],
        fetch,
        texts.get(tagfiles.VERSIONS[declared.version], ""),
    )


def _tags(source: Source, declared: Declaration) -> list[str]:
    """The tag files that are read, in the order of their names. Raises StopError where they are too large."""
    others = {FETCH, tagfiles.VERSIONS[declared.version]}
    names = sorted(name for name in source.sizes if name in others or tagfiles.manifest_of(name))
    if sum(source.sizes[name] for name in names) > LARGEST:
        words = _("The manifests and other tag files are together larger than {size} MiB.")
        raise StopError(Finding("bag-tags-too-large", "", words.format(size=LARGEST >> 20)))
    return names


def _bytes(source: Source, name: str) -> bytes:
    return b"".join(source.read(name))


def _declared(source: Source) -> Declaration:
    """What the bag declares. Raises TagError."""
    if BAGIT not in source.sizes:
        raise TagError("bag-undeclared", _("There is no “bagit.txt”, which every bag begins with."))
    return tagfiles.declaration(_bytes(source, BAGIT) if source.sizes[BAGIT] <= _DECLARED else b"")


def _fetch(text: str, declared: Declaration, there: There, fetch: dict[str, str]) -> Iterator[Finding]:
    """Fill `fetch` with the files to be fetched and from where; what is wrong with the lines."""
    odd, out = Some(), Some()
    for line in tagfiles.fetched(text, declared.version):
        if isinstance(line, str):
            odd.add(line)
        elif outside(name := plain(line.name)):
            out.add(line.name)
        else:
            fetch[there.called(name)] = line.url
    if odd.count:
        words = _("“fetch.txt” has lines that are not an address, a length and a name: {names}.")
        yield Finding("bag-fetch-line", FETCH, words.format(names=odd))
    if out.count:
        words = _("“fetch.txt” would put files outside the payload, or outside the bag: {names}. Fetch none of them.")
        yield Finding("bag-name-outside", FETCH, words.format(names=out))
