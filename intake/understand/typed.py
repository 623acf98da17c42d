"""What was typed, taken over: `intake.text.accept`, and before it a guard that keeps every text cheap to take."""

import unicodedata

from intake.text import LONGEST_ANSWER, UnusableText, accept

#: The most marks on one letter, as in Unicode's Stream-Safe Text Format; putting more in order takes quadratic time.
MOST_MARKS = 30


def typed(text: str) -> str:
    """`text` as `accept` keeps it. Raises UnusableText where it cannot be kept, in words for the person."""
    if len(text) <= LONGEST_ANSWER and not text.isascii() and _piled_up(text):
        raise UnusableText(f"That has a letter with more than {MOST_MARKS} accents on it. Please type it again.")
    return accept(text)


def _piled_up(text: str) -> bool:
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run > MOST_MARKS:
            return True
    return False
