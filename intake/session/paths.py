"""Paths as they are typed, pasted, or dropped on a terminal: quoted, with backslashes, or as an address."""

import os
import shlex
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from intake.text import visible

_HERE = {"", "localhost"}
#: No path that a system opens is longer, in characters.
_LONGEST = 4_096


def path_of(words: str) -> Path:
    """The path that `words` name: of the ways to read them the first that leads to something, else the plain one."""
    ways = list(readings(words))
    return next((path for path in ways if os.path.lexists(path)), ways[0] if ways else Path(words))


def readings(words: str) -> Iterator[Path]:
    """The ways to read `words` as a path: as they stand, without quotes, without backslashes, as an address."""
    text = words.strip()
    address = urlsplit(text) if text.casefold().startswith("file:") else None
    forms = [words, text, _unquoted(text), _unescaped(text)]
    if address is not None:
        forms = [unquote(address.path)] if address.netloc in _HERE else []
    for form in dict.fromkeys(forms):
        if form and "\0" not in form:
            yield Path(os.path.expanduser(form))  # noqa: PTH111 - Path.expanduser raises where nobody has that name


def dropped(words: str) -> Path | None:
    """The plain file that a single pasted line names in full; None for other words, folders, links and devices."""
    if len(words) > _LONGEST or "\n" in words.strip():
        return None
    return next((path for path in readings(words) if path.is_absolute() and _is_plain(path)), None)


def attaching(path: Path) -> str:
    """The words that attach the file at `path`; empty where its name holds what no answer can hold."""
    name = str(path)
    if name != unicodedata.normalize("NFC", visible(name, one_line=True)):
        return ""
    return f"/attach {name}" if name == name.strip() else f'/attach "{name}"'


def _is_plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text


def _unescaped(text: str) -> str:
    """What a shell would make of `text`, where that is one word; else nothing."""
    try:
        words = shlex.split(text)
    except ValueError:
        return ""
    return words[0] if len(words) == 1 else ""
