"""What a terminal sends, heard so that none of it can end the app or act as a key that nobody pressed.

Textual's driver ends with the first byte that is no UTF-8, as a terminal set to another encoding sends for "é"; and an
escape within a paste puts its words out of order and lets the rest of it press keys. The driver has no hook for either,
so the names that it looks up are bound here.
"""

from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers import linux_driver
from textual.message import Message

from intake.text import visible

_ESCAPE = "\x1b"


class PasteParser(XTermParser):
    """The parser of keys, for which an escape within a paste is a letter."""

    _pasting = False
    _held = ""

    def feed(self, data: str) -> Iterable[Message]:
        """The messages that `data` completes; none of it is the end."""
        heard = "".join(self._defused(data))
        return super().feed(heard) if heard or not data else ()

    def _defused(self, data: str) -> Iterator[str]:
        """`data` with the escapes of a paste made visible; the beginning of what may be its end waits for the rest."""
        rest, self._held = self._held + data, ""
        while rest:
            text, mark, rest = rest.partition(BRACKETED_PASTE_END if self._pasting else BRACKETED_PASTE_START)
            if self._pasting and not mark:
                at = _end_begins(text)
                text, self._held = text[:at], text[at:]
            yield (text.replace(_ESCAPE, visible(_ESCAPE)) if self._pasting else text) + mark
            self._pasting ^= bool(mark)


def _end_begins(text: str) -> int:
    """Where the last characters of `text` may be the first of a paste's end; its length where they are not."""
    at = text.rfind(_ESCAPE)
    return at if at >= 0 and BRACKETED_PASTE_END.startswith(text[at:]) else len(text)


def _forgiving(encoding: str) -> Any:
    return partial(getincrementaldecoder(encoding), errors="replace")


def hear_kindly() -> None:
    """Let Textual's driver hear so; what is bound already is bound again without harm."""
    linux_driver.getincrementaldecoder = _forgiving  # type: ignore[attr-defined]
    linux_driver.XTermParser = PasteParser  # type: ignore[attr-defined]
