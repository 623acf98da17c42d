"""The terminal that the app was begun at: whether it is still there, and how large it is."""

import os
import sys
from contextlib import suppress

from textual.geometry import Size


def is_there() -> bool:
    """Whether standard input is a terminal; Textual would go on reading the end of one that went away."""
    if sys.platform == "win32":
        return True
    import termios

    try:
        termios.tcgetattr(0)
    except termios.error:
        return False
    return True


def size() -> Size:
    """Its columns and lines as they are; none where it does not say."""
    with suppress(OSError):
        return Size(*os.get_terminal_size(0))
    return Size()
