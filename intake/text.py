"""The one gate for text that a person or a file supplied: at input with `accept`, at output with `visible`.

Terminals obey control characters, and bidi overrides make a line read differently from what it says. Both are made
visible instead of obeyed; everything else, joiners for emoji and Persian among it, stays as it was written.
"""

import re
import unicodedata

#: The longest single answer taken, in characters. A résumé fits; a pasted log file does not.
LONGEST_ANSWER = 20_000
#: The most marks on one letter, as in Unicode's Stream-Safe Text Format; putting more in order takes quadratic time.
MOST_MARKS = 30

_REPLACEMENT = "\ufffd"
_KEPT = {0x0A: "\n", 0x09: " "}
_TABLE: dict[int, str] = (
    {code: chr(0x2400 + code) for code in range(0x20)}
    | {0x7F: "\u2421"}
    | dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT)
    | dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], _REPLACEMENT)
    | dict.fromkeys([0x2028, 0x2029], "\n")
    | dict.fromkeys([0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080)], _REPLACEMENT)
    | _KEPT
)
#: Letters, without capitals, that are typed as others where a keyboard has none of them.
_UNSTROKED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "þ": "th", "æ": "ae", "œ": "oe", "’": "'"}
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN = re.compile(r"[\x20-\x7e]*\Z")


class UnusableText(ValueError):
    """Text that cannot be kept; the message says why, in words for the person who typed it."""


def visible(text: str, *, one_line: bool = False) -> str:
    """`text` with nothing in it that a terminal, a browser or a reader would obey instead of show.

    C0 controls become their pictures, C1 and bidi controls U+FFFD, a tab a space; line feeds stay unless `one_line`.
    """
    if _PLAIN.match(text):
        return text
    shown = _SURROGATE.sub(_REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n")).translate(_TABLE)
    return " ".join(shown.split("\n")) if one_line else shown


def accept(text: str) -> str:
    """`text` as it is kept: visible, in Unicode NFC, without blanks at its ends. Raises UnusableText."""
    if len(text) > LONGEST_ANSWER:
        raise UnusableText(
            f"That is {len(text):,} characters long, and one answer can hold {LONGEST_ANSWER:,}. "
            "Please give a shorter answer, or keep the long text in a file of its own."
        )
    if _SURROGATE.search(text):
        raise UnusableText("Part of that text is damaged (half a character). Please type it again.")
    if not text.isascii() and _piled_up(text):
        raise UnusableText(f"That has a letter with more than {MOST_MARKS} accents on it. Please type it again.")
    return unicodedata.normalize("NFC", visible(text)).strip()


def _piled_up(text: str) -> bool:
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run > MOST_MARKS:
            return True
    return False


def shorten(text: str, width: int) -> str:
    """`text` on one line of at most `width` characters, with an ellipsis where it was cut; for narrow places only."""
    line = visible(text, one_line=True)
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def folded(text: str) -> str:
    """`text` as it is searched and compared: without capitals and accents, so that "Lucia lukasz" finds "Lucía Łukasz".

    Letters with a stroke and the like, which Unicode does not take apart, become those of a keyboard without them.
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold().translate(_UNSTROKED)
