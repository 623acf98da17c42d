"""Commands in what was typed: slash forms always; everyday phrases where the whole utterance is one.

A command is never looked for inside an answer, and where a name or a title is asked for only the unmistakable ones are
heard: "Skip Williams" is a person, "Help Me Grow" a program, "What Is Attachment?" a training.
"""

import re
from itertools import islice
from typing import NamedTuple

import msgspec

from intake.text import UnusableText, accept, visible
from intake.understand.corrections import corrected
from intake.understand.misspelt import respelled, term
from intake.understand.option_names import exact
from intake.understand.questions import Piece, asks, explains, pieces
from intake.understand.slots import Choice
from intake.understand.topics import topical
from intake.understand.vocabulary import Vocabulary
from intake.understand.words import is_unsure, phrases
from intake.words import _

#: The longest utterance, in characters, that is looked at for a command; a question for the association may be long.
LONGEST = 2_000
_LONGEST_PHRASE, _MOST_CLAUSES = 120, 8
#: How many ways to part an utterance are tried; what people say has few.
_MOST_PIECES = 12
#: The most words of a command beside its reason.
_MOST_SAID = 12
#: What a misspelt command does without a read-back: nothing of these is lost by a wrong guess.
_HARMLESS = frozenset(
    {"back", "undo", "redo", "skip", "why", "help", "define", "goto", "review", "repeat", "next", "board", "list"}
    | {"about", "keep", "prove", "whatif", "plan", "timeline", "files", "compare", "handover", "require"}
)
#: What people give a reason for. What ends a list or changes an entry has to be all that is said.
_EXPLAINED = frozenset({"back", "skip", "why", "help", "repeat", "review", "pause", "about"})
_SMALL = frozenset(phrases("a|an|the|of|to|at|and|in|on|for|it|from|with|by|or|as"))
_CLAUSE_END = re.compile(r"[.,;:!?]\s+")
#: What is heard of a question where any text would be an answer.
_DIGRESSIONS = frozenset({"define", "about", "why", "prove", "ask", "whatif", "plan", "compare", "require", "counts"})
#: From how many words on a phrase is heard there too: nobody is called "can we go back".
_SPOKEN = 3


class Command(msgspec.Struct, frozen=True):
    """A wish to do something else than answer. `topic`: what is meant, in the person's own words.

    change: all that followed the verb, " to " and a new value among it; correct: the new value of the last answer;
    attach: a path; ask, counts and question: the question, counts whether something counts, the last one that nothing
    here answers; whatif and intend: what is tried or planned; log: what was had; define, prove, require, goto, add,
    remove, list, plan, drop, compare, cases: bare words; about: a topic of the pack; help: empty, example, human,
    restart or a slash command that is none.
    Empty where nothing was named. `confirm` is the read-back of a guess, empty where there was none.
    """

    name: str
    topic: str = ""
    confirm: str = ""


class _Hearing(NamedTuple):
    """What was said, and the words it is heard by."""

    text: str
    vocabulary: Vocabulary


def command(text: str, vocabulary: Vocabulary, *, free_text: bool, options: tuple[Choice, ...] = ()) -> Command | None:
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
    hearing = _Hearing(kept, vocabulary)
    if kept.startswith("/"):
        return _slash(hearing)
    if kept.startswith("?") and not kept.strip("?! "):
        return Command("help")
    if free_text:
        return _unmistakable(hearing)
    if exact(kept, options):
        return None
    whole = _everyday(hearing) or _misspelt(hearing, options) or _hinted(hearing)
    return whole or _explained(hearing, options) or _question(hearing)


def _everyday(hearing: _Hearing) -> Command | None:
    if whole := _phrase(hearing):
        return whole
    if value := corrected(hearing.text):
        after = _Hearing(value, hearing.vocabulary)
        return _phrase(after) or _topical(after) or _question(after) or Command("correct", value)
    return _topical(hearing) or _last_of(hearing)


def _last_of(hearing: _Hearing) -> Command | None:
    """The last of several commands in one breath, or the one after "I don't know": "huh? say that again"."""
    clauses = [clause for clause in _CLAUSE_END.split(hearing.text[:_LONGEST_PHRASE]) if clause.strip()]
    if not 1 < len(clauses) <= _MOST_CLAUSES:
        return None
    heard = [_phrase(_Hearing(clause, hearing.vocabulary)) for clause in clauses]
    if any(not (one or is_unsure(said)) for one, said in zip(heard, clauses, strict=True)):
        return None
    return heard[-1]


def _topical(hearing: _Hearing) -> Command | None:
    found = topical(*hearing)
    return Command(*found) if found else None


def _question(hearing: _Hearing) -> Command | None:
    return Command("question", hearing.text) if asks(*hearing) else None


def _slash(hearing: _Hearing) -> Command | None:
    """A command after a slash. A path or a typed "/s/" is an answer; a misspelt command asks for help."""
    name, _blank, topic = hearing.text[1:].partition(" ")
    name = name.lower()
    if not re.fullmatch(r"[a-z_]+|\?", name):
        return None
    meant, _blank, fixed = hearing.vocabulary.slashes.get(name, f"help /{name}").partition(" ")
    topic = topic.strip()
    return Command(meant, fixed or (_unquoted(topic) if meant == "attach" else topic))


def _unquoted(path: str) -> str:
    """A path without the quotation marks that a terminal puts round it when a file is dropped there."""
    return path[1:-1] if len(path) > 1 and path[0] == path[-1] and path[0] in "'\"" else path


def _phrase(hearing: _Hearing) -> Command | None:
    """The command whose phrase was said, once politeness is taken off either end."""
    if len(hearing.text) > _LONGEST_PHRASE:
        return None
    intent = hearing.vocabulary.meaning(hearing.vocabulary.spoken(hearing.text).split())
    return _named(intent) if intent else None


def _named(intent: str) -> Command:
    name, _blank, topic = intent.partition(" ")
    return Command(name, topic)


def _misspelt(hearing: _Hearing, options: tuple[Choice, ...]) -> Command | None:
    """The one command that is said if one letter was wrong; one that takes something away is read back."""
    mended = respelled(hearing.text, hearing.vocabulary, options)
    hearings = ((text, _everyday(_Hearing(text, hearing.vocabulary))) for text in mended)
    found = {text: heard for text, heard in hearings if heard and heard.name not in {"correct", "question"}}
    if len({(heard.name, heard.topic) for heard in found.values()}) != 1:
        return None
    return _guessed(*found.popitem())


def _hinted(hearing: _Hearing) -> Command | None:
    intent = hearing.vocabulary.hinted(hearing.vocabulary.spoken(hearing.text).split())
    return _guessed(intent, _named(intent)) if intent else None


def _explained(hearing: _Hearing, options: tuple[Choice, ...]) -> Command | None:
    """The command that begins or ends what was said where all else explains it: "save this, my shift starts"."""
    text, vocabulary = hearing
    if len(text) > _LONGEST_PHRASE or _is_title(text):
        return None
    heard = ((piece, _briefly(piece, vocabulary)) for piece in islice(pieces(text, vocabulary), _MOST_PIECES))
    fits = [_guessed(piece.said, one) for piece, one in heard if one and explains(piece.rest, text, options)]
    return min(fits, key=lambda one: (one.name != "define", bool(one.confirm)), default=None)


def _briefly(piece: Piece, vocabulary: Vocabulary) -> Command | None:
    """The command of a piece: a phrase of two words, one certain word beside a sign, or a question for a known term."""
    said = vocabulary.spoken(piece.said).split()
    if len(said) > _MOST_SAID:
        return None
    if found := vocabulary.phrase(said):
        heard, words = _named(found[0]), found[1]
        certain = len(words) > 1 or (piece.marked and words[0] in vocabulary.certain)
        return heard if certain and heard.name in _EXPLAINED else None
    if (named := term(piece.said, vocabulary)) and vocabulary.meaning(vocabulary.spoken(piece.rest).split()) == "help":
        return Command("define", named)  # "Clock hours? What is that?"
    asked = _topical(_Hearing(piece.said, vocabulary))
    return asked if asked and asked.name == "define" and term(asked.topic, vocabulary) else None


def _guessed(text: str, heard: Command) -> Command:
    """A command that was guessed at, with a read-back where a wrong guess would not be harmless."""
    if heard.name in _HARMLESS:
        return heard
    return msgspec.structs.replace(heard, confirm=_("Did you mean “{text}”?").format(text=visible(text)))


def _unmistakable(hearing: _Hearing) -> Command | None:
    text, vocabulary = hearing
    words = vocabulary.spoken(text)
    if _is_title(text):
        return None
    if words in vocabulary.certain:
        return _phrase(hearing)
    whole = _phrase(hearing) or _last_of(hearing)
    if whole and (len(words.split()) >= _SPOKEN or whole.name in _DIGRESSIONS or _is_certain(words, vocabulary)):
        return whole
    if text.endswith("?"):
        found = _topical(hearing)
        return found if found and found.name in _DIGRESSIONS else _question(hearing)
    value = corrected(text, surely=True)
    return Command("correct", value) if value else None


def _is_certain(words: str, vocabulary: Vocabulary) -> bool:
    said = words.split()
    return any(" ".join(said[start:end]) in vocabulary.certain for start, end in vocabulary.freed(said))


def _is_title(text: str) -> bool:
    """Whether `text` is written as titles are: its second word begins with a capital.

    Abbreviations, and the words that stay small in titles, are left out.
    """
    second = next((word for word in text.split()[1:] if not word.isupper() and word not in _SMALL), "")
    return second[:1].isupper()
