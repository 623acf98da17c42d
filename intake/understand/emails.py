"""An e-mail address: typed as one, spelled out ("gloria at example dot org"), or within a sentence.

`email-validator` keeps the rules of an address. What was not typed as one, and a likely slip in a domain, is read back.
"""

from itertools import pairwise

from intake.understand.slots import Reading
from intake.understand.words import one_edit, phrases

READER = "emails"

_LEADS = frozenset(
    phrases("um|uh|well|oh|hi|hello|its|it's|it|is|my|the|email|e-mail|mail|address|would|be|you|can|reach|me|at|use")
)
#: What may stand beside an address in a sentence; any other neighbour may be a part of it.
_BEFORE = _LEADS | set(phrases("contact|to|write|send|use|please|try|or|work|personal"))
_AFTER = frozenset(phrases("is|for|please|thanks|thank|but|and|if|works|would|a"))
_SIGNS = {"at": "@", "(at)": "@", "[at]": "@", "dot": ".", "(dot)": ".", "[dot]": ".", "@": "@", ".": "."} | {
    "underscore": "_", "dash": "-", "hyphen": "-", "plus": "+"
}  # fmt: skip
_MARKS = ':,.;!?"()'
#: Domains that many people have, to which others one letter off are likely slips; but some of those are real.
_COMMON = phrases("gmail.com|yahoo.com|hotmail.com|outlook.com|icloud.com|comcast.net|verizon.net|protonmail.com")
_REAL = frozenset(phrases("ymail.com|mail.com|email.com"))
_ENDINGS = {
    slip: meant
    for meant, slips in {
        "com": "con|cmo|ocm|comm|vom|cim",
        "org": "ogr|orgg|rog",
        "net": "nte|ent",
        "edu": "eud|edy",
    }.items()
    for slip in phrases(slips)
}


def email(text: str) -> Reading | None:
    """The address that `text` gives, its domain in lower case; None where it gives none, or two."""
    words = text.replace("<", " ").replace(">", " ").replace("\u2019", "'").split()
    while len(words) > 1 and words[0].lower().rstrip(":,.") in _LEADS:
        words = words[1:]
    typed = len(words) == 1
    joined = words[0] if typed else _spelled(words) or _within(words)
    address = _valid(joined.removeprefix("mailto:").rstrip(".,;!?"))
    if address is None:
        return None
    meant = _meant(address)
    asks = not typed or not address.isascii() or meant != address
    return Reading(meant, READER, confirm=f"{meant}. Right?" if asks else "")


def _valid(text: str) -> str | None:
    """`text` in its normal form where it is an address, else None."""
    if text.count("@") != 1 or len(text.rpartition(".")[2]) == 1:
        return None
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - only an address needs it

    try:
        return validate_email(text, check_deliverability=False, strict=True).normalized
    except EmailNotValidError:
        return None


def _spelled(words: list[str]) -> str:
    """An address in which "at" and "dot" are words; empty where there is any other second word."""
    parted = [_SIGNS.get(word.lower(), word) for word in words]
    signs = set(_SIGNS.values())
    beside = any(not {left, right} & signs for left, right in pairwise(parted))
    return (
        "" if beside or parted.count("@") + sum("@" in word for word in parted if word != "@") != 1 else "".join(parted)
    )


def _within(words: list[str]) -> str:
    """The one address among other words, where neither neighbour can belong to it; else empty."""
    places = [place for place, word in enumerate(words) if "@" in word.strip(_MARKS)[1:]]
    if len(places) != 1:
        return ""
    place = places[0]
    before = [word.lower().strip(_MARKS) for word in words[max(place - 1, 0) : place]]
    after = [word.lower().strip(_MARKS) for word in words[place + 1 : place + 2]]
    alone = all(word in _BEFORE for word in before) and (
        all(word in _AFTER for word in after) or words[place].endswith(",")
    )
    return words[place].strip(_MARKS) if alone else ""


def _meant(address: str) -> str:
    """`address` with a likely slip in its domain put right: "gmial.com", "gmail.con"."""
    local, _, domain = address.rpartition("@")
    stem, _, ending = domain.rpartition(".")
    domain = f"{stem}.{_ENDINGS.get(ending, ending)}"
    if domain in _COMMON or domain in _REAL:
        return f"{local}@{domain}"
    return f"{local}@{next((common for common in _COMMON if one_edit(domain, common)), domain)}"
