"""The receipt code: a short word that the referee reads out to staff, and that fits one rating alone.

A public key is public: anybody can seal a rating in a referee's name. The code is what tells a referee's own rating
from that. It is taken from the whole rating, with its request, under a secret that lies in the sealed file: so it
confirms this very rating for this very request, and who overhears a code can neither find a rating that it fits (it is
stretched, and 47 bits long) nor try out guesses at what was rated (without the secret there is nothing to try).
"""

import hashlib
import hmac
import re

#: Letters and digits of which none looks like another, in print or by hand.
LETTERS = "23456789ACDEFGHJKMNPQRTUWXY"
#: What is read in place of letters that are none of these.
_MEANT = str.maketrans("BSZ", "852")
_DATA, _CHECK = 10, 2
#: The largest prime below 27 × 27: two letters of check find every wrong letter and every two that changed places.
_PRIME = 727
_ROUNDS = 200_000


def receipt_code(rating: bytes, secret: bytes) -> str:
    """The code of a rating's exact bytes under its secret, as `XXXX-XXXX-XXXX`."""
    key = hashlib.pbkdf2_hmac("sha256", hashlib.sha256(rating).digest(), b"intake receipt" + secret, _ROUNDS)
    return grouped(checked(_letters(int.from_bytes(key[:16], "big"), _DATA)))


def checked(data: str) -> str:
    """`data` with its letters of check."""
    return data + _letters(_number(data) % _PRIME, _CHECK)


def grouped(code: str) -> str:
    """A code in groups of four, as it is shown."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def heard(words: str) -> str | None:
    """The code in what was typed, in any case and with anything between its letters; None where it is misread."""
    letters = re.sub(r"[^0-9A-Za-z]", "", words).upper().translate(_MEANT)
    sound = len(letters) == _DATA + _CHECK and set(letters) <= set(LETTERS)
    return grouped(letters) if sound and checked(letters[:_DATA]) == letters else None


def same_code(one: str, other: str) -> bool:
    """Whether two codes are one."""
    return hmac.compare_digest(one.encode(), other.encode())


def _letters(number: int, count: int) -> str:
    letters = ""
    for _place in range(count):
        number, place = divmod(number, len(LETTERS))
        letters = LETTERS[place] + letters
    return letters


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * len(LETTERS) + LETTERS.index(letter)
    return number
