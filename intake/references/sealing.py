"""Sealing with age (age-encryption.org/v1): to be opened with the office key or the backup key, and with no other."""

from collections.abc import Iterable, Mapping

import pyrage

from intake.references.errors import RatingError
from intake.words import _

#: What is sealed is filled up to a multiple of this, in bytes, so that the size of a file tells nothing of a rating.
STEP = 16 << 10
#: How every sealed file begins.
MARK = b"age-encryption.org/v1\n"


def padded(document: bytes) -> bytes:
    """A JSON text filled up with blanks, which mean nothing in JSON, and a line feed at its end."""
    missing = -(len(document) + 1) % STEP
    return document + b" " * missing + b"\n"


def seal(document: bytes, keys: Mapping[str, str]) -> bytes:
    """`document` sealed to all public `keys`. Raises RatingError where one of them is no key."""
    try:
        recipients = [pyrage.x25519.Recipient.from_str(key) for key in keys.values()]
    except pyrage.RecipientError as error:
        text = _("The pack holds a public key that is none. Nothing was sealed; ask the association.")
        raise RatingError(text) from error
    sealed: bytes = pyrage.encrypt(document, recipients)
    return sealed


def unseal(data: bytes, identities: Iterable[str]) -> bytes:
    """What is sealed in `data`. Raises RatingError where no key opens it, or where one bit of it was changed."""
    try:
        opened: bytes = pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(identity) for identity in identities])
    except pyrage.IdentityError as error:
        raise RatingError(_("The key file holds something that is no secret key.")) from error
    except pyrage.DecryptError as error:
        text = _("It was sealed to other keys, cut short, or changed on its way. Ask the referee to send it again.")
        raise RatingError(text) from error
    return opened


def is_sealed(data: bytes) -> bool:
    """Whether a file says that it is sealed."""
    return data.startswith(MARK)
