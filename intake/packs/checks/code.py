"""What a code of the checker is."""

from typing import NamedTuple


class Code(NamedTuple):
    """What a code means, and its sentence; names in braces are what a fault says of itself."""

    meaning: str
    sentence: str = "{reason}"
