"""What a page says over its websocket. It is a stranger's: whatever is not understood is nothing. Pure."""

import json
from typing import NamedTuple

#: The widest and the tallest terminal, in cells, that a page is believed to have.
MOST = 500
_LEAST = 1


class Keys(NamedTuple):
    """What was typed, pasted or done with the mouse, as a terminal sends it."""

    data: bytes


class Size(NamedTuple):
    """The page's terminal in cells."""

    width: int
    height: int


class Look(NamedTuple):
    """Whether the person looks at the page."""

    here: bool


def heard(text: str) -> Keys | Size | Look | None:
    """What a message says; None where that is nothing."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return None
    match said:
        case ["stdin", str(keys)]:
            return Keys(keys.encode("utf-8", "replace"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            return Size(_bounded(width), _bounded(height))
        case ["focus"] | ["blur"]:
            return Look(said == ["focus"])
        case _:
            return None


def cells(text: str | None, default: int = 80) -> int:
    """A number of cells out of an address; `default` where it is none."""
    return _bounded(int(text)) if text and text.isdecimal() and len(text) < 6 else default


def _bounded(number: int) -> int:
    return max(_LEAST, min(MOST, number))
