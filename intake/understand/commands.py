"""Commands in what was typed: slash forms always; everyday phrases where the whole utterance is one.

A command is never looked for inside an answer, and where a name or a title is asked for only the unmistakable ones are
heard: "Skip Williams" is a person, "Help Me Grow" a program, "What Is Attachment?" a training.
"""

import re

import msgspec

from intake.text import UnusableText, accept
from intake.understand.corrections import corrected
from intake.understand.intents import AFTER, BEFORE, NAMES, PHRASES, SHORT, UNMISTAKABLE
from intake.understand.option_names import exact
from intake.understand.slots import Choice
from intake.understand.topics import topical
from intake.understand.words import phrases, plain

#: The longest utterance, in characters, that is looked at for a command; a question for the association may be long.
LONGEST = 2_000


class Command(msgspec.Struct, frozen=True):
    """A wish to do something else than answer. `topic`: what is meant, in the person's own words.

    change: all that followed the verb, " to " and a new value among it; correct: the new value of the last answer;
    attach: a path; ask: the question; define, goto, add, remove, list: bare words; about: privacy, length, eligible,
    easy or cost; help: empty, example, human, restart or a slash command that is none. Empty where nothing was named.
    """

    name: str
    topic: str = ""


def command(text: str, *, free_text: bool, options: tuple[Choice, ...] = ()) -> Command | None:
    """The command that `text` is, or None where it is an answer; never an exception.

    `free_text` is true where the question takes any text (a name, a title, an employer). What names one of `options`,
    those of the question that stands, is an answer even if it sounds like a command ("Another certificate").
    """
    if len(text) > LONGEST:
        return None
    try:
        kept = accept(text)
    except UnusableText:
        return None
    if kept.startswith("/"):
        return _slash(kept)
    if kept.startswith("?") and not kept.strip("?! "):
        return Command("help")
    if free_text:
        return _unmistakable(kept)
    return None if exact(kept, options) else _everyday(kept)


def _everyday(kept: str) -> Command | None:
    if whole := _phrase(kept):
        return whole
    if value := corrected(kept):
        return _phrase(value) or _topical(value) or Command("correct", value)
    return _topical(kept)


def _topical(kept: str) -> Command | None:
    found = topical(kept)
    return Command(*found) if found else None


def _slash(kept: str) -> Command | None:
    """A command after a slash. A path or a typed "/s/" is an answer; a misspelt command asks for help."""
    name, _, topic = kept[1:].partition(" ")
    name = name.lower()
    if not re.fullmatch(r"[a-z]+|\?", name):
        return None
    meant = name if name in _NAMES else _SHORT.get(name, f"help /{name}")
    meant, _, fixed = meant.partition(" ")
    topic = topic.strip()
    return Command(meant, fixed or (_unquoted(topic) if meant == "attach" else topic))


def _unquoted(path: str) -> str:
    """A path without the quotation marks that a terminal puts round it when a file is dropped there."""
    return path[1:-1] if len(path) > 1 and path[0] == path[-1] and path[0] in "'\"" else path


def _phrase(kept: str) -> Command | None:
    """The command whose phrase `kept` is, once politeness is taken off either end."""
    words = _words(kept)
    while 0 < len(words) <= _LONGEST_PHRASE:
        if words in _MEANING:
            return _MEANING[words]
        shorter = _without(words)
        if shorter == words:
            return None
        words = shorter
    return None


def _without(words: str) -> str:
    for before in _BEFORE:
        if words.startswith(f"{before} "):
            return words[len(before) + 1 :]
    for after in _AFTER:
        if words.endswith(f" {after}"):
            return words[: -len(after) - 1]
    return words


def _unmistakable(kept: str) -> Command | None:
    words = _words(kept)
    if words in _UNMISTAKABLE:
        return _MEANING[words]
    if _is_title(kept):
        return None
    if kept.endswith("?"):
        found = _phrase(kept) or _topical(kept)
        return found if found and found.name in ("define", "about", "why", "ask") else None
    value = corrected(kept, surely=True)
    return Command("correct", value) if value else None


def _is_title(kept: str) -> bool:
    """Whether `kept` is written as titles are: the second word begins with a capital and is no abbreviation."""
    second = kept.split()[1:2]
    return bool(second) and second[0][0].isupper() and not second[0].isupper()


def _words(kept: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", plain(kept)))


_MEANING = {phrase: Command(*intent.split(" ", 1)) for intent, block in PHRASES.items() for phrase in phrases(block)}
_NAMES = frozenset(phrases(NAMES))
_SHORT = {short: intent for intent, block in SHORT.items() for short in phrases(block)}
_LONGEST_PHRASE = 120
_BEFORE = sorted(phrases(BEFORE), key=len, reverse=True)
_AFTER = sorted(phrases(AFTER), key=len, reverse=True)
_UNMISTAKABLE = frozenset(phrases(UNMISTAKABLE))
