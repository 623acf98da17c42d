"""Who sits at the keyboard, as colleagues at one desk call each other."""

import getpass
import os

from intake.text import shorten

#: The environment's name for whoever works here.
VARIABLE = "INTAKE_NAME"
_LONGEST = 60


def named() -> str:
    """The name that was given with INTAKE_NAME, on one line; empty where none was."""
    return shorten(os.environ.get(VARIABLE, "").strip(), _LONGEST)


def person() -> str:
    """The name that was given, else that of the account; empty where the system knows none."""
    return named() or _account()


def _account() -> str:
    try:
        return shorten(getpass.getuser(), _LONGEST)
    except (OSError, KeyError, ImportError):  # an account without a name, as in a container
        return ""
