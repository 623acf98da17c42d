"""The words a person reads in widgets and messages, in their language. `_` is the one function for all of them."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

#: Where compiled catalogues stand: `<language>/LC_MESSAGES/intake.mo`.
LOCALE = Path(__file__).with_name("locale")


@cache
def translator(folder: Path) -> Callable[[str], str]:
    """A function from English to the environment's language, by the catalogues in `folder`; else to English itself."""
    if not folder.is_dir():
        return str
    import gettext  # costs 5 ms, and an English-only installation has no catalogue to read

    return gettext.translation("intake", folder, fallback=True).gettext


def _(text: str) -> str:
    """`text`, an English literal of this program, in the person's language."""
    return translator(LOCALE)(text)
