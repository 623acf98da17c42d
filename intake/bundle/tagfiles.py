"""What the tag files of any bag say, as values: BagIt 1.0 (RFC 8493) and the drafts 0.93 to 0.97 before it.

All is read from text and bytes alone. Names are given as the files are called, and need not lie in the bag.
"""

import codecs
import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from intake.text import shorten
from intake.words import _

Version = tuple[int, int]

#: BagIt 1.0, where every manifest must list every file, and a name's own percent sign is coded.
WHOLE: Version = (1, 0)
#: The versions that are known, by the name of the file that holds a bag's metadata.
VERSIONS: dict[Version, str] = dict.fromkeys([(0, 93), (0, 94), (0, 95)], "package-info.txt") | dict.fromkeys(
    [(0, 96), (0, 97), WHOLE], "bag-info.txt"
)

#: Encodings of text alone, as Python's codecs name them; not those that run a language of their own, as UTF-7 does.
_ENCODINGS = frozenset(
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "utf-32", "utf-32-be", "utf-32-le", "ascii"]
    + ["big5", "cp437", "cp850", "euc_jp", "euc_kr", "gb18030", "gb2312", "gbk", "koi8-r", "koi8-u", "mac-roman"]
    + ["shift_jis", "tis-620", *(f"iso8859-{part}" for part in (*range(1, 12), 13, 14, 15, 16))]
    + [f"cp{page}" for page in (866, 874, 932, 936, 949, 950, *range(1250, 1259))]
)
#: Hashes of a fixed length, as a manifest's name gives them and as `hashlib` does.
ALGORITHMS = {
    re.sub("[^a-z0-9]", "", name): name for name in hashlib.algorithms_guaranteed if not name.startswith("shake")
}

_END = r"(?:\r\n|\r|\n)"
_DECLARATION = re.compile(
    rf"BagIt-Version[ \t]*:[ \t]*([^\r\n]*){_END}Tag-File-Character-Encoding[ \t]*:[ \t]*([^\r\n]*){_END}*"
)
_VERSION = re.compile(r"([0-9]{1,3})\.([0-9]{1,3})")
_MANIFEST = re.compile(r"(tag)?manifest-([A-Za-z0-9_-]{1,40})\.txt")
_LINE = re.compile(r"[^\r\n]+")
#: md5sum and its like put an asterisk before the name of a file that was read as binary. No system takes longer names.
_LISTED = re.compile(r"(\S+)[ \t]+(\*?)([^ \t].{0,32766})")
_FETCHED = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*:\S+)[ \t]+([0-9]{1,20}|-)[ \t]+([^ \t].{0,32766})")
_LABEL = re.compile(r"([^ \t:][^:]*):(.*)")
_CODED = {"%0A": "\n", "%0D": "\r", "%25": "%"}


class TagError(ValueError):
    """A tag file that cannot be read: `code` is a stable word, the message a whole sentence."""

    def __init__(self, code: str, message: str) -> None:
        """`message` says what is wrong."""
        super().__init__(message)
        self.code = code


class Declaration(NamedTuple):
    """What bagit.txt declares: the version, and the encoding of all other tag files."""

    version: Version
    encoding: str


class Listed(NamedTuple):
    """A line of a manifest: the hash as it stands, in lower case, and the file's name; `marked` as by md5sum."""

    hash: str
    name: str
    marked: bool


class Fetched(NamedTuple):
    """A line of fetch.txt: from where, and the name of the file that it becomes."""

    url: str
    name: str


def declaration(data: bytes) -> Declaration:
    """What the bytes of bagit.txt declare. Raises TagError."""
    if data.startswith(codecs.BOM_UTF8):
        raise TagError("bag-bom", _("“bagit.txt” begins with a byte-order mark, which it must not."))
    found = _DECLARATION.fullmatch(data.decode("utf-8", "replace"))
    if not found:
        words = _("“bagit.txt” is not the two lines BagIt-Version and Tag-File-Character-Encoding.")
        raise TagError("bag-declaration", words)
    return Declaration(_version(found[1].strip()), _encoding(found[2].strip()))


def _version(text: str) -> Version:
    found = _VERSION.fullmatch(text)
    version = (int(found[1]), int(found[2])) if found else (0, 0)
    if version not in VERSIONS:
        known = ", ".join(map(said, VERSIONS))
        words = _("“bagit.txt” names the version “{text}”. Known are {known}.")
        raise TagError("bag-version", words.format(text=shorten(text, 40), known=known))
    return version


def said(version: Version) -> str:
    """A version as bagit.txt names it."""
    return f"{version[0]}.{version[1]}"


def _encoding(text: str) -> str:
    try:
        name = codecs.lookup(text).name
    except (LookupError, ValueError):
        name = ""
    if name not in _ENCODINGS:
        words = _("“bagit.txt” names the encoding “{text}”, which is not known here.")
        raise TagError("bag-encoding", words.format(text=shorten(text, 40)))
    return name


def decoded(which: str, data: bytes, encoding: str) -> str:
    """The text of the tag file `which`, without a byte-order mark. Raises TagError."""
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeError:
        words = _("“{file}” is no text in {encoding}, as “bagit.txt” says it is.")
        raise TagError("bag-encoding", words.format(file=which, encoding=encoding)) from None


def manifest_of(name: str) -> tuple[bool, str] | None:
    """Of a manifest's file name: whether it lists tag files, and its algorithm as named; None for another file."""
    found = _MANIFEST.fullmatch(name)
    return (bool(found[1]), re.sub("[^a-z0-9]", "", found[2].lower())) if found else None


def listed(text: str, algorithm: str, version: Version) -> Iterator[Listed | str]:
    """The lines of a manifest by `algorithm`; one that is none, as it stands. Empty lines are passed over."""
    digits = hashlib.new(ALGORITHMS[algorithm], usedforsecurity=False).digest_size * 2 if algorithm in ALGORITHMS else 0
    for line in _lines(text):
        found = _LISTED.fullmatch(line)
        if found and (not digits or _is_hash(found[1], digits)):
            yield Listed(found[1].lower(), _name(found[3], version), bool(found[2]))
        else:
            yield line


def _is_hash(text: str, digits: int) -> bool:
    return len(text) == digits and not set(text) - set("0123456789abcdefABCDEF")


def fetched(text: str, version: Version) -> Iterator[Fetched | str]:
    """The lines of fetch.txt; one that is none as it stands."""
    for line in _lines(text):
        found = _FETCHED.fullmatch(line)
        yield Fetched(found[1], _name(found[3], version)) if found else line


def _name(text: str, version: Version) -> str:
    """A name as the file is called: line ends are coded in a manifest, and in 1.0 the sign that codes them."""
    coded = "%(0[AaDd]|25)" if version >= WHOLE else "%0[AaDd]"
    return re.sub(coded, lambda found: _CODED[found[0].upper()], text)


def labels(text: str) -> Iterator[tuple[str, str] | str]:
    """The labels of a metadata file in small letters, each with its value; a line that is none as it stands.

    A label may come more than once. Lines that begin with a blank go on with the value before, and are passed over.
    """
    for line in _lines(text):
        found = _LABEL.fullmatch(line)
        if found:
            yield found[1].strip().casefold(), found[2].strip()
        elif not line.startswith((" ", "\t")):
            yield line


def _lines(text: str) -> Iterator[str]:
    return (found[0] for found in _LINE.finditer(text))
