"""How wide a text is without a font at hand, never less than in Verdana or DejaVu Sans, which are wide; its lines."""

import unicodedata
from itertools import accumulate

#: Widths in ems of what is narrower or wider than most.
_WIDTHS = dict.fromkeys("ijl'|", 0.3) | dict.fromkeys('frtI ,.:;!()[]/-“”’"', 0.46) | dict.fromkeys("mwMWQ@%…—", 1.05)


def width(words: str, size: float) -> float:
    """The width of `words` in letters of `size`, in the unit of `size`."""
    return size * sum(map(_ems, words))


def _ems(character: str) -> float:
    if unicodedata.combining(character):
        return 0
    wide = unicodedata.east_asian_width(character) in "WF"
    return _WIDTHS.get(character, 1.05 if wide else 0.8 if character.isupper() else 0.66)


def wrapped(words: str, size: float, most: float) -> list[str]:
    """`words` in lines that are at most so wide; a word that is wider by itself is broken."""
    lines = [""]
    for word in (part for long in words.split() for part in _broken(long, size, most)):
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line]


def _broken(word: str, size: float, most: float) -> list[str]:
    reach = list(accumulate(size * _ems(character) for character in word))
    if not reach or reach[-1] <= most:
        return [word]
    fits = max(1, sum(end <= most for end in reach))
    return [word[:fits], *_broken(word[fits:], size, most)]
