"""Results that are kept from run to run: a file of JSON lines, one a bundle, each written whole.

A line counts for the bundle with its hash, where the program and the rules that made it are those of today.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import msgspec

from intake.bundle import bag
from intake.bundle.errors import BundleError
from intake.bundle.files import named
from intake.canonical import digest
from intake.checking.outcome import Outcome
from intake.resources import packs_here
from intake.words import _

FORMAT = "intake-results/1"


class Circumstances(msgspec.Struct, frozen=True):
    """What an outcome depends on besides its bundle: the program, all rules that are here, and what was asked."""

    program: str
    rules: str
    rulebook: str
    as_of: str
    bag: bool = False


class _Line(msgspec.Struct, frozen=True):
    format: str
    under: Circumstances
    outcome: Outcome


#: How every file of results begins, as far as it goes.
_HEAD = f'{{"format":"{FORMAT}"'.encode()
_DECODER = msgspec.json.Decoder(_Line)


def circumstances(rulebook: str, as_of: str, as_bag: bool = False) -> Circumstances:
    """Those of today. Raises OSError."""
    return Circumstances(bag.agent(), digest(packs_here("*/rulebook/**/*.yaml")), rulebook, as_of, as_bag)


class Results:
    """A file of results, open to be added to."""

    def __init__(self, path: Path, under: Circumstances) -> None:
        """Read and open the file at `path`, made where there is none. Raises BundleError, OSError."""
        data = path.read_bytes() if path.exists() else b""
        self._under = under
        self.known = {line.outcome.sha256: line.outcome for line in _lines(path, data) if line.under == under}
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        if data and not data.endswith(b"\n"):
            os.write(self._file, b"\n")

    def add(self, outcome: Outcome) -> None:
        """Keep an outcome, unless it is known or tells nothing about the bundle's bytes. Raises OSError."""
        if outcome.error or not outcome.sha256 or outcome.sha256 in self.known:
            return
        os.write(self._file, msgspec.json.encode(_Line(FORMAT, self._under, outcome)) + b"\n")

    def __enter__(self) -> "Results":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        os.close(self._file)


def _lines(path: Path, data: bytes) -> Iterator[_Line]:
    """The lines that can be read; others were cut short, or are of another version of intake."""
    first = data.partition(b"\n")[0]
    if not (first.startswith(_HEAD) or _HEAD.startswith(first)):
        raise BundleError(
            _("{path} holds something else than results. Please name a new file for them.").format(path=named(path))
        )
    yield from filter(None, map(_line, data.splitlines()))


def _line(text: bytes) -> _Line | None:
    try:
        line = _DECODER.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return line if line.format == FORMAT else None
