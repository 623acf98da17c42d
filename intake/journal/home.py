"""The folder that holds everything of one person: found, made, and closed to everybody else."""

import os
import stat
import sys
from pathlib import Path

import platformdirs

from intake.journal.errors import Refused, explained
from intake.text import visible
from intake.words import _

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_SHARED = _(
    "The folder {path} is shared with other people on this computer, so your answers would not be private there. "
    "Please choose a folder of your own with --home."
)
_NOWHERE = _("{path} leads to no folder. Please choose another one with --home.")
_NOT_PLAIN = _(
    "{path} is a link or something else than a plain file, so it may lead to a place that is not yours. It was left as "
    "it is: please look where it leads, and then move it away."
)


def home_folder(chosen: Path | None) -> Path:
    """The folder `chosen` (from --home), else $INTAKE_HOME, else the platform's own place; absolute, and mode 0700.

    Raises Refused for a folder that cannot be kept private, NotStored when it cannot be made.
    """
    home = _absolute(_wanted(chosen))
    with explained(home):
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        keep_private(home)
    return home


def keep_private(home: Path) -> None:
    """Take everybody else's rights to the folder `home` away. Raises Refused where it is not ours to do so."""
    info = home.stat()
    if sys.platform != "win32" and info.st_mode & _OTHERS:  # Windows keeps a person's folders private by their place
        if info.st_mode & stat.S_ISVTX or info.st_uid != os.getuid():
            raise Refused(_SHARED.format(path=visible(str(home), one_line=True)))
        home.chmod(0o700)


def keep_file_private(path: Path) -> None:
    """Take everybody else's rights to the file `path` away. Raises Refused unless it is a plain file, or not there."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise Refused(_NOT_PLAIN.format(path=visible(str(path), one_line=True)))
    if sys.platform != "win32" and mode & _OTHERS:
        path.chmod(0o600)


def _absolute(folder: Path) -> Path:
    try:
        return folder.expanduser().resolve()
    except RuntimeError as error:  # a person that is not there, or links in a circle
        raise Refused(_NOWHERE.format(path=visible(str(folder), one_line=True))) from error


def _wanted(chosen: Path | None) -> Path:
    if chosen is not None:
        return chosen
    named = os.environ.get("INTAKE_HOME")
    return Path(named) if named else Path(platformdirs.user_data_dir("intake", appauthor=False))
