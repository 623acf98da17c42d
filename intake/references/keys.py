"""The association's keys: one for the office, one laid away in case the first is lost."""

import os
import re
from pathlib import Path

import pyrage

from intake.bundle.files import chunks, named, opened
from intake.references.errors import RatingError
from intake.words import _

#: Who holds a key.
HOLDERS = ("office", "backup")
_SECRET = re.compile(r"AGE-SECRET-KEY-1[0-9A-Z]{58}")
#: The largest key file, in bytes.
_LARGEST = 16 << 10


def make_keys(folder: Path) -> dict[str, str]:
    """Write `office.key` and `backup.key` into `folder`, for their owner alone; the public keys by holder.

    The form is that of age-keygen. Raises RatingError where one of the files is there already: a key that is written
    over is lost, and all that was sealed to it.
    """
    paths = {holder: folder / f"{holder}.key" for holder in HOLDERS}
    for path in paths.values():
        if os.path.lexists(path):
            text = _("{path} is there already. A key that is written over is lost; choose another folder.")
            raise RatingError(text.format(path=named(path)))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    public = {}
    for holder, path in paths.items():
        identity = pyrage.x25519.Identity.generate()
        public[holder] = str(identity.to_public())
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"# public key: {public[holder]}\n{identity}\n")
            file.flush()
            os.fsync(file.fileno())
    return public


def read_keys(path: Path) -> list[str]:
    """The secret keys in a key file. Raises BundleError where there is no such file, or no key in it."""
    with opened(path, follow=True) as file:
        data = b"".join(chunks(file, _LARGEST + 1))
    lines = data.decode("ascii", "replace").splitlines() if len(data) <= _LARGEST else []
    found = [line.strip() for line in lines if _SECRET.fullmatch(line.strip())]
    if not found:
        text = _("There is no secret key in {path}. A key file is made by intake keys new, or by age-keygen.")
        raise RatingError(text.format(path=named(path)))
    return found
