"""Names of files in a bundle that are safe to unpack on any system: a table of rules with codes and words."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from intake.bundle.report import Finding
from intake.text import shorten

#: The longest part between two slashes, in bytes, that every common file system takes.
LONGEST_PART = 255

_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9])(\..*)?\Z", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:")


def _parts(name: str) -> list[str]:
    return name.split("/")


_RULES: tuple[tuple[str, Callable[[str], object], str], ...] = (
    ("name-empty", lambda n: not n, "has no name"),
    ("name-absolute", lambda n: n.startswith(("/", "~")), "begins at the root or home folder of the computer"),
    ("name-drive", _DRIVE.match, "begins with the letter of a drive"),
    ("name-backslash", lambda n: "\\" in n, "has a backslash in its name"),
    ("name-parent", lambda n: {".", ".."} & set(_parts(n)), "points out of its own folder"),
    ("name-folder", lambda n: n.endswith("/"), "is an entry for a folder, and a bundle holds only files"),
    ("name-empty-part", lambda n: "" in _parts(n), "has two slashes in a row in its name"),
    ("name-ascii", lambda n: not n.isascii(), "has letters outside plain ASCII in its name"),
    ("name-control", lambda n: not n.isprintable(), "has a control character in its name"),
    ("name-character", lambda n: set('<>:"|?*') & set(n), "has a character in its name that some systems forbid"),
    (
        "name-trailing",
        lambda n: any(p.endswith((".", " ")) for p in _parts(n)),
        "has a part that ends in a dot or blank",
    ),
    ("name-device", lambda n: any(_DEVICE.match(p) for p in _parts(n)), "has the name of a device on some systems"),
    ("name-long", lambda n: any(len(p) > LONGEST_PART for p in _parts(n)), "has a name too long for some systems"),
)
#: A variable that Windows puts a path in place of.
_VARIABLE = re.compile(r"%[^%/]+%(/|\Z)")
#: What systems leave in folders that are looked at.
_LITTER = re.compile(r"(\.ds_store|thumbs\.db|desktop\.ini|\._.*)\Z", re.IGNORECASE)
_LEADING_OUT = {"name-empty", "name-absolute", "name-drive", "name-parent"}
_WHAT_TO_DO = "Do not unpack this file with other programs; ask the sender for a new bundle."


def problem(name: str) -> tuple[str, str] | None:
    """What makes `name` unsafe as (code, words that follow the name), None where nothing does."""
    return next(((code, words) for code, broken, words in _RULES if broken(name)), None)


def leads_out(name: str) -> bool:
    """Whether `name` could stand for a file outside its folder on any system."""
    there = name.replace("\\", "/")
    found = problem(there)
    return bool(found and found[0] in _LEADING_OUT) or bool(_VARIABLE.match(there))


def is_litter(name: str) -> bool:
    """Whether a system, and no person, put a file of this name there."""
    return bool(_LITTER.match(_parts(name)[-1]))


def alike(names: Iterable[str]) -> Iterator[list[str]]:
    """Names that are one file on systems that fold case or compose letters; the same name given twice among them."""
    same: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        same[unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())].append(name)
    return (group for group in same.values() if len(group) > 1)


def unsafe(names: Iterable[str]) -> Iterator[Finding]:
    """Findings on names that are unsafe, given twice, or one file on systems that fold case or compose letters."""
    given = list(names)
    for name in given:
        if found := problem(name):
            yield _finding(found[0], name, found[1])
    for same in alike(given):
        if len(same) > len(set(same)):
            yield _finding("name-duplicate", same[0], "stands in the bundle more than once")
        if len(set(same)) > 1:
            yield _finding("name-collides", same[1], f"is the same file as “{shorten(same[0], 80)}” on some systems")


def _finding(code: str, name: str, words: str) -> Finding:
    shown = shorten(name, 120)
    return Finding(code, shown, f"“{shown}” {words}. {_WHAT_TO_DO}")
