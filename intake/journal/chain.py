"""Each line of a case carries the SHA-256 of all before it, so that no line can change, go, come or move unnoticed."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

#: A stored line: its place counted from 1, its bytes, its hash of 32 bytes.
Row = tuple[int, bytes, bytes]


def head(case: str, lines: Iterable[bytes]) -> bytes:
    """The hash of the last of all `lines` of `case`, in order: 32 bytes. It proves every one of them."""
    return onward(sha256(case.encode()).digest(), lines)


def onward(last: bytes, lines: Iterable[bytes]) -> bytes:
    """The hash of the last of `lines`, which follow what ends in the hash `last`."""
    for line in lines:
        last = sha256(last + line).digest()
    return last


def grown(last: bytes, count: int, lines: Sequence[bytes]) -> list[Row]:
    """The rows for `lines`, to follow `count` lines that end in the hash `last`."""
    rows = []
    for seq, line in enumerate(lines, count + 1):
        last = sha256(last + line).digest()
        rows.append((seq, line, last))
    return rows


def in_doubt(case: str, rows: Iterable[Row], count: int) -> int:
    """The place, counted from 1, of the first row that is wrong or missing, where `count` rows of `case` should be."""
    seq, last = 0, head(case, ())
    for seq, (place, line, stored) in enumerate(rows, 1):
        last = sha256(last + line).digest()
        if place != seq or last != stored:
            return seq
    return seq + 1 if seq < count else max(count, 1)
