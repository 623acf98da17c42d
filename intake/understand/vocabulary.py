"""The words for commands, as a pack brings them: data that staff add to, read once and compiled when first needed."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from pydantic.json_schema import SkipJsonSchema

from intake.understand.patterns import Pattern, expanded, few, openings, pattern, reached, well_formed
from intake.understand.words import plain

#: Every command there is; what carries out a command knows them by these names.
COMMANDS = frozenset(
    {"back", "undo", "redo", "skip", "why", "help", "define", "change", "goto", "review", "pause", "repeat", "next"}
    | {"add", "remove", "move", "attach", "detach", "ask", "board", "list", "export", "finish", "keep", "about"}
    | {"correct", "question", "prove", "whatif", "plan", "intend", "drop", "timeline", "files", "sign", "request"}
    | {"compare", "cases", "handover", "log", "require", "counts"}
)
#: Topics of help that are not a command's name.
HELP = frozenset({"example", "human", "restart"})
#: How many courtesies one utterance is freed of at either end, how many words one has, and how many ways are tried.
_MOST_STAGES, _MOST_COURTESY, _MOST_FREED, _MOST_ENDS = 6, 6, 8, 3
#: The most words that a form has behind its blank.
_MOST_BEHIND = 8
#: The longest utterance, in words, in which a key word tells.
_MOST_HINTED = 8
_TOKEN = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
#: "whyyy"; but III is a level.
_STRETCHED = re.compile(r"([a-hj-z])\1{2,}")
_WORD = re.compile(r"[^\W_]+")
#: What needs no change but a spelling out.
_PLAIN = re.compile(r"[a-z()\[\]|\u2026]*(?: [a-z()\[\]|\u2026]+)*").fullmatch
_SIGNS = "()[]|\u2026"


def _lines(value: object) -> object:
    return [line for line in value.splitlines() if line.strip()] if isinstance(value, str) else value


def _split(value: object) -> object:
    return value.split() if isinstance(value, str) else value


#: Words as a pack writes them, with blanks between.
Words = Annotated[tuple[str, ...], BeforeValidator(_split, json_schema_input_type=str | list[str])]
#: Phrases as a pack writes them, one on a line.
Phrases = Annotated[
    tuple[str, ...], BeforeValidator(_lines, json_schema_input_type=str | list[str]), AfterValidator(well_formed)
]
#: Phrases that are listed one by one.
Listed = Annotated[Phrases, AfterValidator(few)]


def _made_plain(text: str) -> str:
    return text if _PLAIN(text) else plain(text)


class Token(NamedTuple):
    """A word made comparable, and where it stands in the text."""

    word: str
    start: int
    end: int


class Topic(BaseModel):
    """What questions may be about: its name, its words, which rules are on it by a part of their ids.

    `silent` is a sentence on what the page does not say of it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    words: Words
    rules: Words
    silent: str


class Vocabulary(BaseModel):
    """The words of a pack for commands, and for options that several questions share.

    Phrases by command, and by topic of `about`; `surely` holds those that count even where a name or a title is asked;
    `slash` the names after a slash; `before` and `after` politeness; `spelled` hurried spellings and contractions by
    what they stand for; `options` the names of options by id. `keys` are words that tell a command among
    none but `light` ones. `never` holds what no topic of a command contains: "go to it" names nothing. In what is
    tried, `more` says that it comes on top, `less` that something is missing or ends, those of them under `absent`
    that it was never there; `done` says no more than that it is there. `topics` are what questions may be about.
    `terms` are the names in the glossary, `levels` those of the levels and `rules` those of rules and levels, which a
    pack has beside these words.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    phrases: dict[str, Phrases]
    about: dict[str, Phrases]
    surely: Listed = ()
    slash: dict[str, tuple[str, ...]] = {}
    before: Listed = ()
    after: Listed = ()
    keys: dict[str, Words] = {}
    light: Words = ()
    never: dict[str, Words] = {}
    more: Words = ()
    less: Words = ()
    absent: Words = ()
    done: Words = ()
    topics: tuple[Topic, ...] = ()
    spelled: dict[str, str] = {}
    options: dict[str, tuple[str, ...]] = {}
    terms: SkipJsonSchema[tuple[str, ...]] = ()
    rules: SkipJsonSchema[tuple[str, ...]] = ()
    levels: SkipJsonSchema[tuple[str, ...]] = ()

    def names(self, option: str) -> tuple[str, ...]:
        """The shared names of an option, by its id or else by any of its names."""
        own = self.options.get(option)
        return own if own is not None else next((names for names in self.options.values() if option in names), ())

    def spoken(self, text: str) -> str:
        """The words of `text` made comparable: small letters, spelled out, and nothing between them but a blank."""
        words = _WORD.findall(_STRETCHED.sub(r"\1", plain(text)))
        return " ".join(self._respelled.get(word, word) for word in words)

    def tokens(self, text: str) -> list[Token]:
        """The words of `text`, comparable, each with its place."""
        return [
            Token(word, match.start(), match.end())
            for match in _TOKEN.finditer(text)
            for word in self.spoken(match[0]).split()
        ]

    def telling(self, text: str) -> frozenset[str]:
        """The words of `text` that tell something, comparable and without a plural's ending."""
        return frozenset(word.removesuffix("s") for word in self.spoken(text).split() if word not in self._light)

    def topic(self, text: str) -> Topic | None:
        """What `text` speaks of: the first of the topics with a word in it."""
        said = set(self.spoken(text).split())
        return next((topic for topic in self.topics if said.intersection(topic.words)), None)

    def names_rules(self, text: str) -> bool:
        """Whether `text` is made of words that name rules and levels."""
        said = self.telling(text)
        return bool(said) and said <= self._rule_words

    def names_level(self, text: str) -> bool:
        """Whether `text` is the name of a level, and nothing else."""
        return self.spoken(text) in self._level_names

    def freed(self, words: list[str]) -> Iterator[tuple[int, int]]:
        """Where `words` begin and end once politeness is taken off either end: all of them first, then ever less."""
        starts = self._stages(words, self.courtesies[0])
        ends = self._stages(words[::-1], self.courtesies[1])[:_MOST_ENDS]
        for start in starts:
            for end in ends:
                if start < len(words) - end:
                    yield start, len(words) - end

    def banned(self, intent: str) -> frozenset[str]:
        """The words that no topic of a command contains."""
        return frozenset(self.never.get(intent, ()))

    def meaning(self, words: list[str]) -> str | None:
        """The command, with its topic if it has one, whose phrase `words` are, once politeness is taken off."""
        found = self.phrase(words)
        return found[0] if found else None

    def phrase(self, words: list[str]) -> tuple[str, list[str]] | None:
        """The command whose phrase `words` are, and what is left of them once politeness is taken off."""
        for start, end in self.freed(words):
            for known, intent in self._opened(said := words[start:end]):
                fits = known.after is None and len(said) <= known.longest
                if fits and len(said) in reached(known.before, said, 0):
                    return intent, said
        return None

    def named(self, words: list[str]) -> list[tuple[int, int, str]]:
        """Where in `words` a name stands that a command has there, and the command; the longest form first."""
        found = [
            (first, last, intent)
            for form, intent in self._opened(words)
            if form.after is not None
            for first in reached(form.before, words, 0)
            for last in (
                range(max(first + 1, len(words) - _MOST_BEHIND), len(words) + 1) if form.after else [len(words)]
            )
            if last > first and len(words) in reached(form.after, words, last)
        ]
        return sorted(found, key=lambda place: place[1] - place[0])

    def hinted(self, words: list[str]) -> str | None:
        """The command whose key words stand in `words` among none but light ones; None where several's do."""
        found = {self._key_words[word] for word in words if word in self._key_words}
        plain_else = all(word in self._key_words or word in self.light for word in words)
        return found.pop() if plain_else and len(found) == 1 and len(words) <= _MOST_HINTED else None

    def _opened(self, words: list[str]) -> Iterator[tuple[Pattern, str]]:
        """The patterns that may begin as `words` do."""
        listed = (*self.opening.get(words[0], ()), *self.opening.get("", ())) if words else ()
        return ((self.compiled(text), intent) for text, intent in listed)

    @cached_property
    def opening(self) -> dict[str, list[tuple[str, str]]]:
        """Every pattern with its command, by each word that it can begin with."""
        written: dict[str, list[tuple[str, str]]] = {}
        for listed in self.listed():
            for word in dict.fromkeys(openings(listed[0])):
                written.setdefault(word, []).append(listed)
        spoken: dict[str, list[tuple[str, str]]] = {}
        for word, patterns in written.items():
            first = word if self._is_plain(word) else self.spoken(word).partition(" ")[0]
            spoken.setdefault(first, []).extend(patterns)
        return spoken

    @cached_property
    def compiled(self) -> Callable[[str], Pattern]:
        """What a pattern is made of; each is taken apart when it is first needed."""
        return lru_cache(maxsize=None)(lambda text: pattern(text, str.strip if self._is_plain(text) else self.spoken))

    @cached_property
    def certain(self) -> frozenset[str]:
        """The phrases that count even where a name or a title is asked."""
        return self._expanded(self.surely)

    @cached_property
    def courtesies(self) -> tuple[frozenset[str], frozenset[str]]:
        """Politeness before a command, and after it with its words turned round."""
        after = self._expanded(self.after)
        return self._expanded(self.before), frozenset(" ".join(phrase.split()[::-1]) for phrase in after)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that stands in a phrase, in politeness or in the name of an option."""
        said = [text for text, _intent in self.listed()] + [*self.before, *self.after, *self.spelled.values()]
        said += [name for names in self.options.values() for name in names]
        text = " ".join([*said, *self.spelled])
        for sign in _SIGNS:
            text = text.replace(sign, " ")
        written = set(text.split())
        known = {word for word in written if _PLAIN(word)} - self._respelled.keys()
        return frozenset(known.union(*(self.spoken(word).split() for word in written - known)))

    @cached_property
    def slashes(self) -> dict[str, str]:
        """What may stand after a slash → the command, with its topic if it has one."""
        short = {name: intent for intent, names in self.slash.items() for name in names}
        return {name: name for name in COMMANDS - {"question"}} | {name: f"about {name}" for name in self.about} | short

    def listed(self) -> list[tuple[str, str]]:
        """Every pattern with its command, in the order of the pack."""
        topics = {f"about {topic}": phrases for topic, phrases in self.about.items()}
        return [(text, intent) for intent, phrases in (self.phrases | topics).items() for text in phrases]

    def _expanded(self, texts: Phrases) -> frozenset[str]:
        return frozenset(phrase for text in texts for phrase in expanded(self.compiled(text).before))

    @cached_property
    def known_terms(self) -> dict[str, str]:
        """The names in the glossary by their words made comparable."""
        return {self.spoken(name): name for name in reversed(self.terms)}

    @cached_property
    def _light(self) -> frozenset[str]:
        return frozenset(self.light)

    @cached_property
    def _level_names(self) -> frozenset[str]:
        return frozenset(self.spoken(name) for name in self.levels)

    @cached_property
    def _rule_words(self) -> frozenset[str]:
        return frozenset(word for name in self.rules for word in self.telling(name))

    @cached_property
    def _key_words(self) -> dict[str, str]:
        return {word: intent for intent, words in self.keys.items() for word in words}

    @cached_property
    def _respelled(self) -> dict[str, str]:
        return {_made_plain(short): _made_plain(full) for short, full in self.spelled.items()}

    def _is_plain(self, text: str) -> bool:
        """Whether the words of a pattern are comparable as they stand: most of what a pack says is."""
        return _PLAIN(text) is not None and self._respelled.keys().isdisjoint(_WORD.findall(text))

    def _stages(self, words: list[str], courtesies: frozenset[str]) -> list[int]:
        """How many words may be off at the beginning of `words`: none first, then ever more; something always stays."""
        reached, edge = {0}, {0}
        for _ in range(_MOST_STAGES):
            edge = {
                at + n
                for at in edge
                for n in range(1, min(_MOST_COURTESY, len(words) - at - 1) + 1)
                if " ".join(words[at : at + n]) in courtesies
            } - reached
            reached |= edge
        return sorted(reached)[:_MOST_FREED]
