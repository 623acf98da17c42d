"""An e-mail address, typed as one or spelled out ("gloria at example dot org", which is read back)."""

import re
from itertools import pairwise

from intake.understand.slots import Reading
from intake.understand.words import phrases

READER = "emails"

_LEADS = frozenset(
    phrases("um|uh|well|oh|its|it's|it|is|my|the|email|e-mail|mail|address|would|be|you|can|reach|me|at|use")
)
_LOCAL = r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*"
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_ADDRESS = re.compile(rf"({_LOCAL})@((?:{_LABEL}\.)+[^\W\d_]{{2,}})")
_LONGEST = 254


def email(text: str) -> Reading | None:
    """The address that all of `text` is, its domain in lower case; None where it is none."""
    words = text.replace("<", " ").replace(">", " ").replace("\u2019", "'").split()
    while len(words) > 1 and words[0].lower().rstrip(":,.") in _LEADS:
        words = words[1:]
    spoken = len(words) > 1
    joined = _spelled(words) if spoken else "".join(words)
    match = _ADDRESS.fullmatch(joined.removeprefix("mailto:").rstrip(".,;!"))
    if not match or len(match[0]) > _LONGEST:
        return None
    address = f"{match[1]}@{match[2].lower()}"
    asks = spoken or not address.isascii()
    return Reading(address, READER, confirm=f"{address}. Right?" if asks else "")


def _spelled(words: list[str]) -> str:
    """An address in which "at" and "dot" are words; any other second word makes it none."""
    signs = {"at": "@", "dot": ".", "@": "@", ".": ".", "underscore": "_", "dash": "-"}
    parted = [signs.get(word.lower(), word) for word in words]
    beside = any(not {left, right} & set(signs.values()) for left, right in pairwise(parted))
    return " " if beside else "".join(parted)
