"""Judging a bag that any program wrote, as a bag and nothing more: BagIt 1.0 (RFC 8493) and 0.93 to 0.97.

What the suite of the Library of Congress warns of is noted and no fault. Nothing is written, and nothing is fetched.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from intake.bundle import tagfiles
from intake.bundle.anyzip import packed
from intake.bundle.bagread import Bag, read_bag
from intake.bundle.files import opened
from intake.bundle.listing import PAYLOAD, Listing, Some, missing
from intake.bundle.names import alike, is_litter, problem
from intake.bundle.report import Finding, Report, gathering, reported
from intake.bundle.source import Folder, Source, hashed
from intake.bundle.tagfiles import WHOLE
from intake.text import shorten
from intake.words import _

#: The most files in a bag that lies in a folder.
MOST_FILES = 500_000
#: How many files are said one by one of which the same is to be said.
MOST_SAID = 1_000
#: Hashes that find damage, and not a change that somebody made on purpose.
_WEAK = {"md5", "sha1"}


def check_bag(path: Path) -> Report:
    """What is wrong with the bag at `path`, a folder or a .zip; all of it, unless reading must stop.

    Raises BundleError where `path` cannot be read, or is neither.
    """
    findings: list[Finding] = []
    said = "BagIt"
    with gathering(path, findings):
        if path.is_dir():
            said = judge(folder(path), (path / PAYLOAD).is_dir(), findings)
        else:
            with opened(path, follow=True) as file:
                source = packed(file, findings)
                said = judge(source, source.has_payload, findings)
    return reported(path, findings, bag=said)


def folder(root: Path) -> Folder:
    """The files of the bag in a folder, under whatever names. Raises StopError, BundleError."""
    return Folder(root, lambda _names: (), MOST_FILES)


def judge(source: Source, has_payload: bool, findings: list[Finding]) -> str:
    """Add what is wrong with the bag in `source` to `findings`; returns what it is. Raises StopError, BundleError.

    `has_payload` says whether it has the folder of the payload, which may be empty.
    """
    if not has_payload:
        findings.append(Finding("bag-no-payload", PAYLOAD, _("There is no folder “data” in the bag.")))
    bag = read_bag(source, findings)
    known = [listing for listing in bag.payload if listing.algorithm]
    findings += _unknown(bag, known)
    if not set(bag.fetch) - set(source.sizes):
        findings += _info(tagfiles.VERSIONS[bag.declared.version], bag.info, source.sizes)
    hashed_by = [listing for listing in (*bag.payload, *bag.tags) if listing.algorithm]
    findings += _first(_absent(bag, source.sizes))
    findings += _first(_unlisted(bag, known, source.sizes))
    findings += _first(_changed(source, hashed_by))
    findings += _first(_noted_names(source.sizes))
    return _said(bag, known, source.sizes)


def _info(file: str, text: str, sizes: Mapping[str, int]) -> Iterator[Finding]:
    """What is wrong with the metadata: lines that are none, and a Payload-Oxum that does not add up."""
    payload = [size for name, size in sizes.items() if name.startswith(PAYLOAD)]
    stated, odd = Counter[str](), Some()
    for line in tagfiles.labels(text):
        if isinstance(line, str):
            odd.add(line)
        elif line[0] == "payload-oxum":
            stated[line[1]] += 1
    if odd.count:
        words = _("“{file}” has lines that are not a label, a colon and a value: {names}.")
        yield Finding("bag-info-line", file, words.format(file=file, names=odd))
    if stated.total() > 1:
        yield Finding("bag-oxum-twice", file, _("“{file}” states the Payload-Oxum more than once.").format(file=file))
    there = f"{sum(payload)}.{len(payload)}"
    for oxum in stated:
        if oxum != there:
            words = _("“{file}” states {oxum} as bytes and files of the payload, and there are {there}.")
            yield Finding("bag-oxum-differs", file, words.format(file=file, oxum=shorten(oxum, 40), there=there))


def _unknown(bag: Bag, known: Sequence[Listing]) -> Iterator[Finding]:
    """What is to be said of the algorithms."""
    if not known:
        yield Finding("bag-no-manifest", "", _("There is no manifest of the payload with hashes that are known here."))
    elif {listing.algorithm for listing in known} <= _WEAK:
        words = _("Its hashes (MD5, SHA-1) find damage, but not what somebody changed on purpose.")
        yield Finding("bag-hash-weak", known[0].file, words)
    for listing in (*bag.payload, *bag.tags):
        if not listing.algorithm:
            words = _("The hashes in “{file}” are of a kind that is not known here; they were not looked at.")
            yield Finding("bag-hash-unknown", listing.file, words.format(file=listing.file))


def _absent(bag: Bag, sizes: Mapping[str, int]) -> Iterator[Finding]:
    """Files that are listed, or to be fetched, and are not there."""
    for name, url in bag.fetch.items():
        if name not in sizes:
            words = _("“{name}” is not here: it is still to be fetched from {url}.")
            yield _about("bag-not-fetched", name, words, url=shorten(url, 120))
    for name, file in missing((*bag.payload, *bag.tags), sizes).items():
        if name not in bag.fetch:
            yield _about("file-missing", name, _("“{name}” is listed in “{file}” but is not there."), file=file)


def _unlisted(bag: Bag, known: Sequence[Listing], sizes: Mapping[str, int]) -> Iterator[Finding]:
    """Payload files, there or to be fetched, that are not in every manifest in 1.0, or in none before.

    In 1.0 also manifests that a tag manifest leaves out.
    """
    whole = bag.declared.version >= WHOLE
    for name in dict.fromkeys((*(name for name in sizes if name.startswith(PAYLOAD)), *bag.fetch)):
        without = [listing.file for listing in (bag.payload if whole else known) if name not in listing.hashes]
        if without and (whole or len(without) == len(known)):
            yield _about("file-not-listed", name, _not_listed(name), file=", ".join(without))
    for listing in bag.tags if whole else ():
        if left := [one.file for one in bag.payload if one.file not in listing.hashes]:
            yield _about("manifest-not-listed", left[0], _("“{name}” is not listed in “{file}”."), file=listing.file)


def _not_listed(name: str) -> str:
    if is_litter(name):
        return _("“{name}” is not listed in {file}. The computer put it there: delete it, and check again.")
    return _("“{name}” is there but is not listed in {file}.")


def _changed(source: Source, known: Sequence[Listing]) -> Iterator[Finding]:
    """Files whose hash is another one than a manifest says; each is read once."""
    stated: defaultdict[str, list[tuple[Listing, str]]] = defaultdict(list)
    for listing in known:
        for name, hash_ in listing.hashes.items():
            stated[name].append((listing, hash_))
    for name in sorted(stated.keys() & source.sizes.keys()):
        found = hashed(source.read(name), {listing.algorithm for listing, _hash in stated[name]})
        if wrong := [listing.file for listing, hash_ in stated[name] if found[listing.algorithm] != hash_]:
            words = _("“{name}” is not the file that was put in: its hash is another one than {file} says.")
            yield _about("hash-differs", name, words, file=", ".join(wrong))


def _noted_names(sizes: Mapping[str, int]) -> Iterator[Finding]:
    """Names that another system could not give, or would take for one."""
    hard: defaultdict[str, Some] = defaultdict(Some)
    for name in sizes:
        if found := problem("".join(letter if letter.isascii() else "x" for letter in name)):
            hard[found[1]].add(name)
    for words, names in hard.items():
        yield Finding("bag-name-hard", "", f"{names}: {words}.")
    for first, second, *_more in alike(sizes):
        words = _("Some systems take “{name}” and “{other}” for one.")
        yield _about("bag-name-collides", first, words, other=shorten(second, 120))


def _first(found: Iterator[Finding]) -> Iterator[Finding]:
    """The first of many findings one by one, and how many more there are."""
    yield from islice(found, MOST_SAID)
    more = Counter(finding.code for finding in found)
    for code, count in more.items():
        yield Finding(code, "", _("The same is so of {count:,} more files.").format(count=count))


def _said(bag: Bag, known: Sequence[Listing], sizes: Mapping[str, int]) -> str:
    count = sum(name.startswith(PAYLOAD) for name in sizes)
    kinds = ", ".join(dict.fromkeys(listing.algorithm for listing in known))
    version = tagfiles.said(bag.declared.version)
    return _("BagIt {version}, files: {count:,}, hashes: {kinds}").format(version=version, count=count, kinds=kinds)


def _about(code: str, name: str, words: str, **more: str) -> Finding:
    shown = shorten(name, 120)
    return Finding(code, shown, words.format(name=shown, **more))
