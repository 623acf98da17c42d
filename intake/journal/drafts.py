"""Words that were typed and not sent: kept in a private file beside the journal until they are."""

import os
from contextlib import suppress
from pathlib import Path

from intake.text import visible

#: Far more characters than any box holds, so that a file that is not ours costs little.
_LARGEST = 1 << 20


def read_draft(path: Path) -> str:
    """The words kept at `path`, safe to show; empty where there are none, or none that can be read."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), encoding="utf-8") as file:
            return visible(file.read(_LARGEST))
    except (OSError, UnicodeDecodeError):
        return ""


def keep_draft(path: Path, words: str) -> bool:
    """Keep `words` at `path`, readable to nobody else, in place of what was there; none at all take the file away.

    Whether that was done. A disk that does not take them keeps those of before, and nothing else is lost: this is done
    on the way out, too.
    """
    new = path.with_name(path.name + ".new")
    with suppress(OSError):
        new.unlink(missing_ok=True)
        if not words.strip():
            path.unlink(missing_ok=True)
            return True
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(words.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
        return True
    return False
