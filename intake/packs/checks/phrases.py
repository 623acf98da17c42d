"""The phrases and the glossary of a pack: what would be heard as something else, or never."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from intake.interview.flow import Flow, OptionPart
from intake.packs.checks.fault import At, Fault, fault
from intake.packs.checks.form import questions, sections
from intake.packs.glossary import Glossary
from intake.understand.patterns import Pattern, expanded, shared, size
from intake.understand.vocabulary import COMMANDS, HELP, Vocabulary

#: A pattern of at most so many phrases is compared by its phrases, a longer one place by place.
_FEW = 300
#: The most pairs of longer patterns that are compared.
_MOST_PAIRS = 20_000


def check_phrases(vocabulary: Vocabulary, flow: Flow) -> Iterator[Fault]:
    """Every fault of the words for commands, by themselves and beside the flow that they serve."""
    yield from _intents(vocabulary, flow)
    yield from _twice(vocabulary)
    yield from _unheard(vocabulary)
    yield from _hiding(vocabulary, flow)


def check_glossary(glossary: Glossary) -> Iterator[Fault]:
    """Every name that two terms have."""
    first: dict[str, int] = {}
    for n, term in enumerate(glossary.terms):
        for name in dict.fromkeys(name.casefold() for name in (term.term, *term.aliases)):
            if first.setdefault(name, n) != n:
                yield fault("term-twice", ("terms", n), value=repr(name))


def check_options(vocabulary: Vocabulary, flow: Flow) -> Iterator[Fault]:
    """Every choice of the flow that is called as a command is."""
    for at, section, question in questions(flow):
        for n, option in enumerate(question.choices):
            for name in dict.fromkeys(vocabulary.spoken(name) for name in _called(option)):
                if name in vocabulary.certain:
                    where = f"{section.id}.{question.field}"
                    yield fault("option-hides-phrase", (*at, "choices", n), name=where, value=repr(name))


def _called(option: OptionPart) -> tuple[str, ...]:
    return (option.id.replace("_", " "), option.label, *option.aliases)


def _intents(vocabulary: Vocabulary, flow: Flow) -> Iterator[Fault]:
    for part, intents in (("phrases", vocabulary.phrases), ("slash", vocabulary.slash), ("keys", vocabulary.keys)):
        for intent in intents:
            name, _blank, topic = intent.partition(" ")
            topics = {"help": HELP, "about": vocabulary.about.keys()}.get(name, ())
            if name not in COMMANDS or (topic and topic not in topics):
                yield fault("intent-unknown", (part, intent), name=repr(intent))
    for topic in sorted(vocabulary.about.keys() - flow.about.keys()):
        yield fault("about-unknown", ("about", topic), name=topic)
    for topic in sorted(flow.about.keys() - vocabulary.about.keys()):
        yield fault("about-unheard", ("about",), name=topic)
    slashes = Counter(name for names in vocabulary.slash.values() for name in names)
    for intent, names in vocabulary.slash.items():
        for name in names:
            if slashes[name] > 1 or name in COMMANDS - {"question"}:
                yield fault("slash-twice", ("slash", intent), name=name)


def _place(intent: str, text: str) -> At:
    """Where a phrase of a command stands."""
    part, _blank, topic = intent.partition(" ")
    return ("about", topic, text) if part == "about" else ("phrases", intent, text)


def _twice(vocabulary: Vocabulary) -> Iterator[Fault]:
    """Phrases that two commands have; each pair of patterns is told once."""
    pairs, told = _pairs(vocabulary), set[tuple[str, str]]()
    if pairs is None:
        yield fault("unproven", ("phrases",), name="phrases", bound=f"{_MOST_PAIRS:,} pairs of long phrases")
    for (text, intent), (other, meant), phrase in (*_short(vocabulary), *_long(vocabulary, pairs or ())):
        if (text, other) not in told:
            told.add((text, other))
            yield fault("phrase-twice", _place(meant, other), value=repr(phrase), name=repr(intent), other=repr(meant))


#: A pattern as it is written, and its command.
_Listed = tuple[str, str]
_Pair = tuple[_Listed, _Listed]


def _short(vocabulary: Vocabulary) -> Iterator[tuple[_Listed, _Listed, str]]:
    """Two short patterns of different commands that share a phrase."""
    saying: dict[str, _Listed] = {}
    for text, intent in vocabulary.listed():
        pattern = vocabulary.compiled(text)
        for phrase in _phrases(pattern) if size(pattern) <= _FEW else ():
            first = saying.setdefault(phrase, (text, intent))
            if first[1] != intent:
                yield first, (text, intent), phrase


def _phrases(pattern: Pattern) -> Iterator[str]:
    """The phrases of a pattern, with "…" where it names something."""
    if pattern.after is None:
        return expanded(pattern.before)
    return (f"{before} … {after}".strip() for before in expanded(pattern.before) for after in expanded(pattern.after))


def _long(vocabulary: Vocabulary, pairs: Iterable[_Pair]) -> Iterator[tuple[_Listed, _Listed, str]]:
    """Two patterns of different commands, one of them long, that share a phrase."""
    words = cache(lambda text: _words(vocabulary.compiled(text)))
    for (text, intent), (other, meant) in pairs:
        (some, needed), (more, wanted) = words(text), words(other)
        if any(more.isdisjoint(part) for part in needed) or any(some.isdisjoint(part) for part in wanted):
            continue  # a part that one cannot do without has no word of the other's
        if phrase := shared(vocabulary.compiled(text), vocabulary.compiled(other)):
            yield (text, intent), (other, meant), phrase


def _words(pattern: Pattern) -> tuple[frozenset[str], list[frozenset[str]]]:
    """The words of a pattern, and those of each part that it cannot do without."""
    parts = [
        (frozenset(word for phrase in part.phrases for word in phrase.split()), part.optional)
        for part in (*pattern.before, *(pattern.after or ()))
    ]
    return frozenset().union(*(words for words, _optional in parts)), [
        words for words, optional in parts if not optional
    ]


def _pairs(vocabulary: Vocabulary) -> list[_Pair] | None:
    """Patterns of different commands that can begin with the same word, one of them long; None where too many."""
    long = {listed for listed in vocabulary.listed() if size(vocabulary.compiled(listed[0])) > _FEW}
    pairs: dict[_Pair, None] = {}
    for opened in vocabulary.opening.values():
        longer = [one for one in opened if one in long]
        if len(longer) * len(opened) > _MOST_PAIRS:
            return None
        at = {one: n for n, one in enumerate(opened)}
        found = ((a, b) if at[a] < at[b] else (b, a) for a in longer for b in opened)
        pairs |= {pair: None for pair in found if pair[0][1] != pair[1][1]}
        if len(pairs) > _MOST_PAIRS:
            return None
    return list(pairs)


def _unheard(vocabulary: Vocabulary) -> Iterator[Fault]:
    for n, text in enumerate(vocabulary.surely):
        for phrase in expanded(vocabulary.compiled(text).before):
            if vocabulary.meaning(phrase.split()) is None:
                yield fault("surely-unknown", ("surely", n, text), name=repr(phrase))
    for word in sorted(set(vocabulary.light) & {word for words in vocabulary.keys.values() for word in words}):
        yield fault("key-light", ("light",), name=repr(word))
    first: dict[str, str] = {}
    for intent, words in vocabulary.keys.items():
        for word in words:
            if first.setdefault(word, intent) != intent:
                yield fault("key-twice", ("keys", intent), name=repr(word))


def _hiding(vocabulary: Vocabulary, flow: Flow) -> Iterator[Fault]:
    """Phrases that hide the way to a section; they stand in the phrases, so that is where it is told."""
    for _at, section in sections(flow):
        for name in dict.fromkeys((section.id.replace("_", " "), section.title, *section.aliases)):
            found = vocabulary.phrase(vocabulary.spoken(f"go to {name}").split())
            if found:
                yield fault(
                    "phrase-hides-section", ("phrases", found[0]), name=repr(found[0]), value=repr(f"go to {name}")
                )
