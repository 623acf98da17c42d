"""The conversation as plain text, to be copied or kept in a file: who speaks is clear without colour."""

from collections.abc import Iterable

from intake.session.views import Message


def transcript_text(messages: Iterable[Message]) -> str:
    """All messages in order: the person's words after a “>”, as in the plain mode, and the program's set in after it.

    A question stands at the margin with a blank line before it, so that each exchange can be told apart.
    """
    return "\n".join(_lines(messages)) + "\n"


def _lines(messages: Iterable[Message]) -> Iterable[str]:
    for number, message in enumerate(messages):
        if number and message.kind == "asks":
            yield ""
        first, later = _BEGINNINGS[message.kind]
        begin, *rest = message.text.split("\n")
        yield first + begin
        yield from (later + line if line else "" for line in rest)


#: How the first line of a message begins, and how its later ones do.
_BEGINNINGS = {
    "asks": ("", ""),
    "you": ("> ", "> "),
    "noted": ("  ", "  "),
    "told": ("  ", "  "),
    "problem": ("  ! ", "    "),
}
