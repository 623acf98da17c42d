"""The checker of phrases: what would be heard as something else, or never, each with a stable code."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from intake.interview.flow import Flow, OptionPart
from intake.packs.finding import Finding
from intake.understand.patterns import shared
from intake.understand.vocabulary import COMMANDS, HELP, Vocabulary


def check_phrases(vocabulary: Vocabulary, flow: Flow) -> Iterator[Finding]:
    """Every fault of the words for commands, by themselves and beside the flow that they serve."""
    yield from _intents(vocabulary, flow)
    yield from _twice(vocabulary)
    yield from _unheard(vocabulary)
    yield from _hidden(vocabulary, flow)


def check_names(flow: Flow) -> Iterator[Finding]:
    """Every name that two sections have, or two questions of one section."""
    yield from _names("section-alias-twice", "sections", ((s.id, s.aliases) for s in flow.sections.values()))
    for section in flow.sections.values():
        names = ((f"{section.id}.{q.field}", (q.label, *q.aliases)) for q in section.questions)
        yield from _names("question-alias-twice", "questions of this section", names)


def _names(code: str, what: str, owners: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[Finding]:
    named: dict[str, dict[str, None]] = {}
    for owner, names in owners:
        for name in {name.casefold() for name in names}:
            named.setdefault(name, {})[owner] = None
    for name, having in named.items():
        if len(having) > 1:
            first, second, *_more = having
            yield Finding(code, second, f"{name!r} means two {what}, also {first}; take it from one of them.")


def _intents(vocabulary: Vocabulary, flow: Flow) -> Iterator[Finding]:
    for part, intents in (("phrases", vocabulary.phrases), ("slash", vocabulary.slash), ("keys", vocabulary.keys)):
        for intent in intents:
            name, _blank, topic = intent.partition(" ")
            topics = {"help": HELP, "about": vocabulary.about.keys()}.get(name, ())
            if name not in COMMANDS or (topic and topic not in topics):
                yield Finding("intent-unknown", f"{part}.{intent}", "There is no such command; check its spelling.")
    for topic in sorted(vocabulary.about.keys() - flow.about.keys()):
        yield Finding("about-unknown", f"about.{topic}", "The flow has no answer of this name under about.")
    for topic in sorted(flow.about.keys() - vocabulary.about.keys()):
        yield Finding("about-unheard", f"about.{topic}", "No phrase asks for this answer of the flow.")
    slashes = Counter(name for names in vocabulary.slash.values() for name in names)
    for name, count in slashes.items():
        if count > 1 or name in COMMANDS - {"question"}:
            yield Finding("slash-twice", f"slash.{name}", "This name after a slash means two commands.")


def _twice(vocabulary: Vocabulary) -> Iterator[Finding]:
    """Patterns of two commands that share a phrase; only those are compared that can begin with the same word."""
    seen = set()
    for opened in vocabulary.opening.values():
        for (text, intent), (other, meant) in combinations(opened, 2):
            if intent == meant or (text, other) in seen:
                continue
            seen.add((text, other))
            if phrase := shared(vocabulary.compiled(text), vocabulary.compiled(other)):
                where = f"{intent}: {other}"
                yield Finding("phrase-twice", where, f"{phrase!r} means {intent!r} and {meant!r}; take it from one.")


def _unheard(vocabulary: Vocabulary) -> Iterator[Finding]:
    for phrase in sorted(vocabulary.certain):
        if vocabulary.meaning(phrase.split()) is None:
            yield Finding("surely-unknown", f"surely.{phrase}", "This phrase stands under no command.")
    for word in sorted(set(vocabulary.light) & {word for words in vocabulary.keys.values() for word in words}):
        yield Finding("key-light", f"light.{word}", "A word that tells a command is not light; take it from one list.")
    keyed = Counter(word for words in vocabulary.keys.values() for word in words)
    for word in (word for word, count in keyed.items() if count > 1):
        yield Finding("key-twice", f"keys.{word}", "This word tells two commands; take it from one of them.")


def _hidden(vocabulary: Vocabulary, flow: Flow) -> Iterator[Finding]:
    sections = [name for s in flow.sections.values() for name in (s.id.replace("_", " "), s.title, *s.aliases)]
    for name in dict.fromkeys(sections):
        meant = vocabulary.meaning(vocabulary.spoken(f"go to {name}").split())
        if meant:
            yield Finding("phrase-hides-section", name, f"'go to {name}' means {meant!r}, so nobody gets there by it.")
    for section in flow.sections.values():
        for question in section.questions:
            for name in {vocabulary.spoken(name) for option in question.choices for name in _called(option)}:
                if name in vocabulary.certain:
                    where = f"{section.id}.{question.field}"
                    yield Finding("option-hides-phrase", where, f"{name!r} is a command everywhere else; rename it.")


def _called(option: OptionPart) -> tuple[str, ...]:
    return (option.id.replace("_", " "), option.label, *option.aliases)
