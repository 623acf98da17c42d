"""Commands that name something: "change my email", "what is reflective supervision?", "take me to the trainings".

The forms are the vocabulary's, with "…" for what is named; here is what a name must be like, and how it is cut out.
"""

import re

from intake.understand.misspelt import term
from intake.understand.vocabulary import Token, Vocabulary
from intake.understand.words import phrases

#: The most words that a term or a place has.
_MOST_TERM = 6
#: The fewest words of a question for the association.
_SHORTEST_QUESTION = 3
#: Commands whose topic is kept to the letter: a new value, a path, a question.
_EXACT = frozenset({"change", "ask", "attach", "detach", "export", "move", "whatif", "intend", "log"})
#: Commands that name something; of another, as in "why do you need …", what stands in the blank does not matter.
_NAMING = _EXACT | {"define", "prove", "require", "goto", "add", "remove", "list", "plan", "drop", "compare", "cases"}
#: Commands whose topic has to name rules or levels.
_OF_RULES = frozenset({"prove", "plan"})
#: What stands between the names of two levels.
_BETWEEN = re.compile(r"\s*(?:[,&]|\b(?:and|or|vs|versus)\b)\s*", re.IGNORECASE)
_ARTICLES = frozenset(phrases("a|an|the|my|our|another|all|some|new|those|these"))
_PLACES = frozenset(phrases("section|sections|part|page|question|questions|step|stuff|thing"))
_LINKS = frozenset(phrases("for|of|at|in|on|and|or|with"))
_COUNT_BEGINS = frozenset(phrases("does|do|will|would|can|could|should"))
#: Whom or what one asks again begins no question: "I have to ask my boss about it".
_NO_QUESTIONS = frozenset(phrases("my|our|that|this|it"))
_PATH = re.compile(r"[/\\]|\A~|\.zip\Z", re.IGNORECASE)
_MOVES = re.compile(r"\s(?:up|down|first|last|to|before|after)\b", re.IGNORECASE)


def topical(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The command that `text` gives by naming something, and its topic in the person's words; None where it is none."""
    tokens = vocabulary.tokens(text)
    words = [token.word for token in tokens]
    for start, end in vocabulary.freed(words):
        said = tokens[start:end]
        if words[start] in _COUNT_BEGINS and "count" in words[start + 2 : end]:
            return "counts", text[said[0].start :].strip()
        if found := _formed(text, said, vocabulary):
            return found
    return None


def _formed(text: str, said: list[Token], vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The form that `said` has and what it names; of several the one with most words of its own."""
    for first, last, intent in vocabulary.named([token.word for token in said]):
        topic = _topic(text, intent, said[first:last], vocabulary, whole=last == len(said))
        name, _blank, fixed = intent.partition(" ")
        if name == "define" and _BETWEEN.search(topic) and _names_levels(topic, vocabulary):
            return "require", topic  # the difference between them, and no term
        if name == "define":
            topic = term(topic, vocabulary) or topic
        if name == "require" and not _names_levels(topic, vocabulary):
            continue
        if topic and (name not in _OF_RULES or vocabulary.names_rules(topic)):
            return name, topic if name in _NAMING else fixed
    return None


def levels_said(topic: str) -> list[str]:
    """The levels that "II and level 3" speaks of, each with the word before it."""
    parts = [part for part in _BETWEEN.split(topic) if part]
    return [part if len(part.split()) > 1 else f"level {part}" for part in parts]


def _names_levels(topic: str, vocabulary: Vocabulary) -> bool:
    return all(_is_level(level, vocabulary) for level in levels_said(topic))


def _is_level(said: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.names_level(said) or vocabulary.names_level(said.removeprefix("level "))


def _topic(text: str, intent: str, named: list[Token], vocabulary: Vocabulary, *, whole: bool) -> str:
    """What is named, cut out of `text`; empty where that is nothing that this command names."""
    words = [token.word for token in named]
    if vocabulary.banned(intent) & set(words):
        return ""
    if intent in _EXACT:
        topic = text[named[0].start - _opens(text, named[0].start) : None if whole else named[-1].end].strip()
        return topic if _fits(intent, topic) else ""
    end = min(end for start, end in vocabulary.freed(words) if start == 0)
    named = named[:end]
    while len(named) > 1 and named[0].word in _ARTICLES:
        named = named[1:]
    if intent == "goto" and len(named) > 1 and named[-1].word in _PLACES:
        named = named[:-1]
    while len(named) > 1 and named[-1].word in _LINKS and not text[named[-1].start].isdigit():  # "level 4" is whole
        named = named[:-1]
    topic = text[named[0].start : named[-1].end]
    return topic if _fits(intent, topic) else ""


def _opens(text: str, start: int) -> int:
    """How much of a path, as "~/" or "./", stands before its first word."""
    return start - len(text[:start].rstrip("~./\\'\"“$-"))


def _fits(intent: str, topic: str) -> bool:
    if intent == "move":
        return _MOVES.search(topic) is not None
    if intent == "export":
        return _PATH.search(topic.strip("'\"")) is not None
    if intent == "add":
        return not any(sign.isdigit() for sign in topic)
    if intent == "ask":
        return len(topic.split()) >= _SHORTEST_QUESTION and topic.split(maxsplit=1)[0].lower() not in _NO_QUESTIONS
    return intent not in {"define", "goto"} or len(topic.split()) <= _MOST_TERM
