"""How far long work is: a line on a terminal that is drawn over and over, and gone at the end."""

import time
from collections.abc import Callable
from typing import TextIO

from intake.words import _

#: Not drawn more often than this, in seconds.
PAUSE = 0.1
_CLEAR = "\r\x1b[K"


#: What is counted, unless something else is said.
BUNDLES = _("{done:,} of {total:,} bundles")


def line(done: int, total: int, seconds: float, counting: str = BUNDLES) -> str:
    """How many of `total` are done after `seconds`, how many a second, and how long the rest will take."""
    counted = counting.format(done=done, total=total)
    if not done or seconds <= 0:
        return counted
    rate = done / seconds
    shown = f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}"
    left = span((total - done) / rate)
    return _("{counted}, {rate} a second, {left} left").format(counted=counted, rate=shown, left=left)


def span(seconds: float) -> str:
    """A time of some seconds in words, such as `2 min 5 s`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest) if minutes else f"{rest} s"


class Progress:
    """The line on `stream`, if that is a terminal; nothing otherwise, and for a single piece."""

    def __init__(
        self,
        stream: TextIO,
        total: int,
        clock: Callable[[], float] = time.monotonic,
        counting: str = BUNDLES,
    ) -> None:
        """Of `total` pieces, which `counting` says; `clock` in seconds."""
        self._counting = counting
        self._stream, self._total, self._clock = stream, total, clock
        self._shown = total > 1 and stream.isatty()
        self._began = clock()
        self._drawn = self._began - PAUSE

    def tell(self, done: int) -> None:
        """So many are done."""
        if self._shown and self._clock() - self._drawn >= PAUSE:
            self._drawn = self._clock()
            self._stream.write(_CLEAR + line(done, self._total, self._drawn - self._began, self._counting))
            self._stream.flush()

    def clear(self) -> None:
        """Make room for something else on the terminal; the line comes back with what is told next."""
        if self._shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._drawn = self._clock() - PAUSE
