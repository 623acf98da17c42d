"""Python's search for cycles of dead objects, put off while much is made that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def keep() -> None:
    """Leave all that there is now out of the search: a list of many thousands stays, and a search stops every key."""
    gc.freeze()


@contextmanager
def uncollected() -> Iterator[None]:
    """Within it none is looked for: neither imports nor packs nor logs make any, and the search doubles them."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
