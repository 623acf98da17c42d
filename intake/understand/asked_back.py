"""A question where any words are an answer: typed without its mark it is neither saved nor lost, but asked back."""

import msgspec

from intake.text import shorten, visible
from intake.understand.commands import Command, command
from intake.understand.corrections import is_title
from intake.understand.questions import asks, might_ask
from intake.understand.vocabulary import Vocabulary
from intake.words import _

#: What a question is carried out as, and nothing else is.
_ASKING = frozenset({"question", "counts", "define", "about", "why", "prove", "require"})


def asked_back(text: str, vocabulary: Vocabulary) -> Command | None:
    """The question that `text` may be, with its read-back; None where it is written as a title, or asks nothing."""
    if is_title(text) or not (asks(text, vocabulary) or might_ask(text, vocabulary)):
        return None
    order = command(text, vocabulary, free_text=False)
    meant = order if order and order.name in _ASKING else Command("question", text)
    ask = _("Is “{text}” a question, and not the answer?").format(text=shorten(visible(text), 200))
    return msgspec.structs.replace(meant, confirm=ask)
