"""YAML for packs, read safely: no tags, no aliases, no duplicate keys, limits on size, depth and number.

Only `true`, `false`, `null` and JSON numbers are anything but text, so that the country `no` and the code `012` are
what their author wrote. Every error names file and line.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from intake.packs.finding import Finding, PackError, refusal
from intake.packs.syntax import explained
from intake.text import visible

__all__ = ["DEEPEST", "LARGEST", "MOST", "PackError", "Place", "Places", "read"]

LARGEST = 1024 * 1024
DEEPEST = 32
#: The most values in one file: some 2,000 questions with all that belongs to them.
MOST = 40_000
#: What is longer stays text, so that no number is infinite or loses digits.
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?([eE][+-]?[0-9]{1,2})?\Z")
_WORDS = {"true": True, "false": False, "null": None, "": None, "~": None}
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Place(NamedTuple):
    """Where something stands: a file, and the line in it from 1."""

    path: Path
    line: int


#: Where each value of a document stands, by the keys and indexes that lead to it, from the line of its key; `()` is the
#: document. A line of a block of text (after `|`) has a place, too: its words are the last step that leads to it.
Places = dict[tuple[str | int, ...], Place]

_CONTROL = "holds a control character that cannot be seen. Take it out"


def read(path: Path) -> tuple[Any, Places, bytes]:
    """The value in a YAML file, the place of everything in it, and its bytes. Raises PackError."""
    data = _bytes(path)
    try:
        loader = _Loader(data.decode("utf-8"))
        builder = _Builder(path, iter(loader.get_event, None))
        return builder.document(), builder.places, data
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refused(path, line, "file-encoding", f"is not UTF-8 text (byte {error.start})") from error
    except yaml.reader.ReaderError as error:
        line = data.decode("utf-8").count("\n", 0, error.position) + 1
        raise _refused(path, line, "file-control", _CONTROL) from error
    except yaml.MarkedYAMLError as error:
        raise _refused(path, *_syntax(error, data)) from error
    except yaml.YAMLError as error:
        raise _refused(path, 1, "yaml-syntax", str(error)) from error


def _syntax(error: yaml.MarkedYAMLError, data: bytes) -> tuple[int, str, str]:
    line, why = explained(error, data.decode("utf-8"))
    return line, "yaml-syntax", why


def _bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():  # opening a pipe would wait for ever
            raise _refused(path, 1, "file-missing", "is not a file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise _refused(path, 1, "file-missing", f"cannot be read ({error.strerror})") from error
    if len(data) > LARGEST:
        line = data.count(b"\n") + 1
        raise _refused(path, line, "file-large", f"larger than {LARGEST // 1024} KiB from here. Split it")
    return data


def _refused(path: Path, line: int, code: str, message: str) -> PackError:
    return refusal(Finding(str(path), line, code, f"{message}."))


class _Builder:
    def __init__(self, path: Path, events: Iterator[Any]) -> None:
        self.path, self.events, self.places = path, events, Places()

    def document(self) -> Any:
        value: Any = None
        for event in self.events:
            if isinstance(event, yaml.NodeEvent):
                if () in self.places:
                    raise self.error(event, "yaml-documents", "a second document begins here; a file holds one")
                value = self.node(event, ())
        return value

    def must_be_plain(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            why = "anchors and aliases (& and *) are not used in packs; write the value out, or text in quotation marks"
            raise self.error(event, "yaml-alias", why)
        if event.tag and event.tag != "!":
            raise self.error(
                event,
                "yaml-tag",
                f"the tag {event.tag} is not used in packs; write plain values, or text in quotation marks",
            )

    def must_be_seen(self, event: Any) -> None:
        """Written as an escape a control character passes the reader; a terminal would obey it."""
        if visible(event.value) != event.value.replace("\t", " "):
            raise self.error(event, "file-control", _CONTROL)

    def node(self, event: Any, at: tuple[str | int, ...]) -> Any:
        line = _line(event)
        self.places[at] = Place(self.path, line)
        self.must_be_plain(event)
        if len(at) > DEEPEST:
            raise self.error(event, "yaml-deep", f"nested deeper than {DEEPEST} levels")
        if len(self.places) > MOST:
            raise self.error(event, "yaml-many", f"more than {MOST:,} values in one file. Split it")
        if isinstance(event, yaml.ScalarEvent):
            self.must_be_seen(event)
            if event.style == "|":
                words = enumerate(event.value.splitlines(), start=line + 1)
                self.places |= {(*at, text): Place(self.path, number) for number, text in words}
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(at)
        return self.mapping(at)

    def sequence(self, at: tuple[str | int, ...]) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            values.append(self.node(event, (*at, len(values))))
        return values

    def mapping(self, at: tuple[str | int, ...]) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self.error(event, "yaml-key", "a key must be plain text")
            self.must_be_plain(event)
            self.must_be_seen(event)
            key, line = event.value, _line(event)
            if key in values:
                raise self.error(event, "yaml-key-twice", f"the key {key!r} stands here twice; remove one")
            values[key] = self.node(next(self.events), (*at, key))
            self.places[*at, key] = Place(self.path, line)
        return values

    def error(self, event: Any, code: str, message: str) -> PackError:
        return _refused(self.path, _line(event), code, message)


def _line(event: Any) -> int:
    line: int = event.start_mark.line
    return line + 1


def _scalar(event: Any) -> Any:
    text: str = event.value
    if not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _NUMBER.match(text):
        return float(text) if any(c in text for c in ".eE") else int(text)
    return text
