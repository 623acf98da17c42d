"""How a question is laid out around the answer box: its options, what is marked, the hint. Pure functions."""

from collections.abc import Sequence

from intake.session.views import Message, Prompt
from intake.words import _

#: The kinds of question whose options are numbered on the screen alone.
_BY_LABEL = frozenset({"yes_no", "gate", "phase"})
_DIGITS = 3

#: The kinds of question that a calendar answers.
DATED = frozenset({"date", "span"})


def kept(prompt: Prompt, labels: Sequence[str]) -> int | None:
    """The index of the option kept so far, or marked from the start; None where none is, or where several may be."""
    folded = [label.casefold() for label in labels]
    current = (prompt.current or prompt.marked).casefold()
    return folded.index(current) if current in folded and prompt.kind != "choices" else None


def named(prompt: Prompt, labels: Sequence[str], words: str) -> str:
    """The label of the option whose number is sent, where the reader knows no numbers: to yes or no."""
    number = int(words) if words.isdecimal() and len(words) < _DIGITS else 0
    return labels[number - 1] if prompt.kind in _BY_LABEL and 1 <= number <= len(labels) else words


def aimed(labels: Sequence[str], reading: str, *, several: bool) -> frozenset[int]:
    """The indices of the options that a reading of the words names; empty where it names none."""
    if not several:
        return frozenset(index for index, label in enumerate(labels) if label.casefold() == reading.casefold())
    listed = f", {reading}, ".casefold()
    return frozenset(index for index, label in enumerate(labels) if f", {label}, ".casefold() in listed)


def refused(messages: Sequence[Message]) -> bool:
    """Whether something that was said could not be taken."""
    return any(message.kind == "problem" for message in messages)


def hint(prompt: Prompt) -> str:
    """The dim line while nothing is typed."""
    if prompt.current:
        return _("Now: {answer}. Enter keeps it.").format(answer=prompt.current)
    if prompt.marked:
        return _("Enter takes {answer}; or say no, or what is different.").format(answer=prompt.marked)
    if prompt.example:
        return _("for example: {example}").format(example=prompt.example)
    return _("Mark all that fit, by number or with the space bar; Enter sends.") if prompt.kind == "choices" else ""
