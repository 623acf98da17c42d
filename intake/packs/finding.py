"""A fault of a pack, as the checkers report it."""

import msgspec


class Finding(msgspec.Struct, frozen=True):
    """One fault: a stable code, where it is, and a sentence that says what to do."""

    code: str
    where: str
    message: str
