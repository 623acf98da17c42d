"""What a desk knows of a case, as plain values that are kept until its log changes."""

from typing import Literal

import msgspec

#: Who something can be waited for from.
Whom = Literal["office", "applicant", "others", "association"]
Kind = Literal["application", "move", "renewal", "call", "rating"]


class Due(msgspec.Struct, frozen=True, array_like=True):
    """A day, as an ISO date, and what is due on it; `asked` where a colleague set it, so that it does not pass by.

    `latest` is the last of several days that it may be, of which `day` is the first; empty where it is that day.
    """

    day: str
    what: str
    asked: bool = False
    latest: str = ""


class Wait(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """How many things one side has to do, and the first of them in short; of the association there are questions."""

    whom: Whom
    count: int
    first: str


class Brief(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A case in one row. `waits` are the sides that something is waited for from, the most pressing first.

    `dues` is in the order of the days, `holder` the colleague who has it; `copied` where it was opened from a bundle.
    Cases of one applicant have the same `person`, which is 0 before there is a name.
    """

    kind: Kind
    level: str = ""
    waits: tuple[Wait, ...] = ()
    requested: int = 0
    received: int = 0
    confirmed: int = 0
    dues: tuple[Due, ...] = ()
    holder: str = ""
    copied: bool = False
    person: int = 0

    def count(self, whom: Whom) -> int:
        """How many things `whom` has to do."""
        return next((wait.count for wait in self.waits if wait.whom == whom), 0)


class More(msgspec.Struct, frozen=True, array_like=True):
    """The rest of a case, for whoever looks at it: what is waited for and from whom, in full.

    `as_of` is the ISO date that it is reckoned for, `action` what was agreed on at the end of a call. `trouble` says
    why a case cannot be read, and is empty elsewhere.
    """

    as_of: str
    mine: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    note: str = ""
    by: str = ""
    came: str = ""
    action: str = ""
    trouble: str = ""
