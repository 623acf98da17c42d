"""What a folder holds, for choosing a file: folders first, hidden ones left out, links shown and never followed."""

import os
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from typing import Literal, NamedTuple

from intake.words import _

Kind = Literal["up", "folder", "file", "link", "other"]
_ORDER: dict[Kind, int] = {"up": 0, "folder": 1, "file": 2, "link": 3, "other": 4}


class Found(NamedTuple):
    """One thing in a folder; its name is as the system gives it, and not safe to show."""

    name: str
    kind: Kind


class Listing(NamedTuple):
    """What a folder holds that begins as was typed, or in plain words why there is nothing to choose."""

    folder: Path
    found: tuple[Found, ...]
    problem: str = ""


def listing(folder: Path, beginning: str = "") -> Listing:
    """What is in `folder` and begins with `beginning`, whatever its case; hidden ones where a dot was typed."""
    up = (Found("..", "up"),) if folder.parent != folder and not beginning else ()
    try:
        with os.scandir(folder) as entries:
            found = [Found(entry.name, _kind(entry)) for entry in entries if _begins(entry.name, beginning)]
    except PermissionError:
        return Listing(folder, up, _("This folder may not be looked into."))
    except (OSError, ValueError):
        return Listing(folder, up, _("There is no such folder."))
    found.sort(key=lambda each: (_ORDER[each.kind], each.name.casefold()))
    return Listing(folder, (*up, *found), "" if found else _("Nothing here that begins so.") if beginning else "")


def split(folder: Path, typed: str) -> tuple[Path, str]:
    """The folder that `typed` leads to from `folder`, and the beginning of a name after its last separator."""
    head, slash, tail = typed.rpartition(os.sep)
    if not slash:
        return (Path.home(), "") if typed == "~" else (folder, typed)
    return folder / os.path.expanduser(head + slash), tail  # noqa: PTH111 - Path's raises where nobody has that name


def completed(typed: str, found: tuple[Found, ...]) -> str:
    """`typed` with its last part as far as all names that begin so agree; a separator after a single folder."""
    names = [each.name for each in found if each.kind != "up"]
    head, slash, tail = typed.rpartition(os.sep)
    common = _beginning(names)
    if len(common) <= len(tail) and len(names) != 1:
        return typed
    single = len(found) == 1 and found[0].kind == "folder"
    return head + slash + (common or tail) + (os.sep if single else "")


def _beginning(names: Sequence[str]) -> str:
    """What all names begin with; of the first and the last in order all others have it too."""
    pairs = zip(min(names, default=""), max(names, default=""), strict=False)
    return "".join(one for one, _other in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _kind(entry: os.DirEntry[str]) -> Kind:
    try:
        if entry.is_symlink():
            return "link"
        if entry.is_dir(follow_symlinks=False):
            return "folder"
        return "file" if entry.is_file(follow_symlinks=False) else "other"
    except OSError:
        return "other"


def _begins(name: str, beginning: str) -> bool:
    return name.casefold().startswith(beginning.casefold()) and (beginning.startswith(".") or not name.startswith("."))
