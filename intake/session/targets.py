"""What is meant by "change the end date of my second job": questions, items and sections by their everyday names."""

import re
from typing import NamedTuple

from intake.interview.flow import Flow, Section
from intake.interview.projection import Projection
from intake.interview.standing import Standing
from intake.interview.state import ONLY

_ORDINALS = {
    word: n
    for n, words in enumerate(
        ("first 1st one", "second 2nd two", "third 3rd three", "fourth 4th four", "fifth 5th five", "sixth 6th six",
         "seventh 7th seven", "eighth 8th eight", "ninth 9th nine", "tenth 10th ten"), start=1)
    for word in words.split()
}  # fmt: skip
_NOISE = {"the", "my", "a", "an", "of", "for", "in", "that", "this", "it", "please", "number", "no", "to", "question"}
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_OWNED = re.compile(r"['’]s$")


class Target(NamedTuple):
    """A question and its item; the question is a section's id alone where only a list or an item was named."""

    question: str
    item: str


def words_of(text: str) -> list[str]:
    """The words that carry meaning, in small letters, without a possessive's ending."""
    words = [_OWNED.sub("", w) for w in _WORD.findall(text.casefold().replace("-", " "))]
    return [w for w in words if w not in _NOISE]


def _vocabulary(flow: Flow) -> frozenset[str]:
    names = [
        name
        for section in flow.sections.values()
        for name in (
            section.title,
            *section.aliases,
            *((section.repeat.one, section.repeat.many) if section.repeat else ()),
            *(n for question in section.questions for n in (question.label, *question.aliases)),
        )
    ]
    words = {word for name in names for word in words_of(name)}
    return frozenset(words | {f"{word}s" for word in words} | _ORDINALS.keys() | {"last"})


def known_words(flow: Flow, topic: str) -> bool:
    """Whether `topic` is made of names of answers, lists and places in them alone."""
    said, known = words_of(topic), _vocabulary(flow)
    return bool(topic) and all(word.isdigit() or word in known for word in said)


def entitled(projection: Projection, topic: str) -> bool:
    """Whether an entry of a list has all of `topic` in its title."""
    return bool(all_entitled(projection, topic))


def all_entitled(projection: Projection, topic: str) -> list[Target]:
    """The entries of all lists that have all of `topic` in their titles."""
    said, lists = set(words_of(topic)), [part.id for part in projection.flow.sections.values() if part.repeat]
    entries = [Target(name, item) for name in lists for item in projection.docs[name]]
    return [entry for entry in entries if said and said <= _title(projection, entry.question, entry.item)]


def resolve(projection: Projection, topic: str, here: Standing | None = None) -> list[Target]:
    """The questions that `topic` may mean, the likeliest first; several where it does not tell them apart.

    Named are a section (by title or alias), an item (by number, "last", or a word of its title) and a field (by label
    or alias). What is not named is taken from `here`, the question that stands. Where two fit equally well, the one
    counts that fits what was said beside the word for an item: "the employer of the last job" is no job title. An item
    named alone means its first question.
    """
    wanted, phrase = words_of(topic), topic.strip().casefold()
    scored: list[tuple[tuple[int, int], Target]] = []
    for section in projection.flow.sections.values():
        if not projection.relevant(section.id):
            continue
        naming = overlap(wanted, [section.title, *section.aliases]) * 2 + _nearness(section, here)
        beside = _beside(wanted, [section.repeat.one, section.repeat.many] if section.repeat else [])
        for item, extra, left in _items(projection, section, wanted, here):
            for question in projection.asks(section.id, item):
                names = [question.label, *question.aliases, question.field.replace("_", " ")]
                score = _field_score(left, names, extra + 4 * (phrase in names))
                if score:
                    target = Target(f"{section.id}.{question.field}", item)
                    scored.append(((score + naming, overlap(beside, names)), target))
    if wanted and not scored and (named := item_of(projection, topic, here or Standing("", ONLY))):
        return [Target(f"{named.question}.{projection.asks(*named)[0].field}", named.item)]
    best = max((score for score, _target in scored), default=(0, 0))
    return list(dict.fromkeys(target for score, target in scored if score == best))


def section_of(projection: Projection, topic: str) -> str | None:
    """The section that `topic` names, None where it names none or several."""
    wanted = words_of(topic)
    scores = {s.id: overlap(wanted, _names(s)) for s in projection.flow.sections.values() if projection.relevant(s.id)}
    best = max(scores.values(), default=0)
    named = [name for name, score in scores.items() if score == best]
    return named[0] if best and len(named) == 1 else None


def item_of(projection: Projection, topic: str, here: Standing) -> Target | None:
    """The item of a list that `topic` names: "job 2", "the last training", "that reference", a word of its title.

    Words that name nothing, and a number beyond the list's end, name no item; the list alone means the one that stands.
    """
    wanted = words_of(topic)
    lists = [here.section, *(s.id for s in projection.flow.sections.values() if s.repeat)]
    holding = (name for name in lists if _titled(projection, name, wanted, list(projection.docs.get(name, ()))))
    section = section_of(projection, topic) or next(holding, here.section)
    if section not in projection.flow.sections or projection.flow.sections[section].repeat is None:
        return None
    items = [item.id for item in projection.section(section).ordered()]
    titled = _titled(projection, section, wanted, items)
    chosen = _numbered(wanted, items) or (titled[0] if titled else None)
    if chosen is None and not _beside(wanted, _names(projection.flow.sections[section])):
        chosen = here.item if here.section == section and here.item else (items[-1] if items else None)
    return Target(section, chosen) if chosen else None


def entry_named(projection: Projection, topic: str) -> Target | None:
    """The entry that `topic` names outright: by its place in a list, as the only one of its list, or by its title."""
    wanted, named = words_of(topic), section_of(projection, topic)
    for section in (part for part in projection.flow.sections.values() if part.repeat and projection.relevant(part.id)):
        items = [item.id for item in projection.section(section.id).ordered()]
        placed = any(map(_place, wanted)) or "last" in wanted
        only = items[0] if len(items) == 1 and not placed else None
        titled = _titled(projection, section.id, wanted, items)
        chosen = (_numbered(wanted, items) or only if section.id == named else None) or (titled[0] if titled else None)
        if chosen:
            return Target(section.id, chosen)
    return None


def placed(topic: str) -> bool:
    """Whether `topic` names a place in a list: "degree 2", "the last job"."""
    return any(word == "last" or _place(word) for word in words_of(topic))


def names_alone(projection: Projection, topic: str, entry: Target) -> bool:
    """Whether `topic` says nothing but which entry: its list, its place in it and words of its title."""
    beside = _beside(words_of(topic), _names(projection.flow.sections[entry.question]))
    title = _title(projection, entry.question, entry.item)
    return all(word in title or word == "last" or _place(word) for word in beside)


def _items(
    projection: Projection, section: Section, wanted: list[str], here: Standing | None
) -> list[tuple[str, int, list[str]]]:
    """The items of a section to look in: (item, how much better it fits, the words left for its fields)."""
    if section.repeat is None:
        return [(ONLY, 0, wanted)]
    items = [item.id for item in projection.section(section.id).ordered()]
    numbered = _numbered(wanted, items)
    if numbered:
        return [(numbered, 1, [w for w in wanted if w not in _ORDINALS and not w.isdigit() and w != "last"])]
    titled = _titled(projection, section.id, wanted, items)
    if titled:
        return [(*titled, wanted)]
    if any(map(_place, wanted)):
        return []
    standing = here.item if here and here.section == section.id and here.item in items else None
    last = standing or (items[-1] if items else None)
    return [(last, 0, wanted)] if last else []


def _numbered(wanted: list[str], items: list[str]) -> str | None:
    if "last" in wanted and items:
        return items[-1]
    return next((items[n - 1] for n in map(_place, wanted) if 1 <= n <= len(items)), None)


def _place(word: str) -> int:
    """The place in a list that a word gives, from 1; 0 where it gives none."""
    return int(word) if word.isdecimal() and len(word) < 5 else _ORDINALS.get(word, 0)


def _titled(projection: Projection, section: str, wanted: list[str], items: list[str]) -> tuple[str, int] | None:
    """The one item whose title holds most of the words, and how much that says."""
    long_words = {form for w in wanted if len(w) > 2 for form in (w, w.removesuffix("s"))}
    fits = {item: len(long_words & _title(projection, section, item)) for item in items}
    best = max(fits.values(), default=0)
    named = [item for item, count in fits.items() if count == best]
    return (named[0], best * 2) if best and len(named) == 1 else None


def _title(projection: Projection, section: str, item: str) -> set[str]:
    """The words of an item's title."""
    repeat, doc = projection.flow.sections[section].repeat, projection.docs[section].get(item, {})
    return set(words_of(" ".join(str(doc.get(field, "")) for field in (repeat.title if repeat else ()))))


def said_beside(section: Section, topic: str) -> list[str]:
    """What `topic` says beside what a list is called, word by word."""
    return _beside(words_of(topic), _names(section))


def _names(section: Section) -> list[str]:
    repeat = [section.repeat.one, section.repeat.many] if section.repeat else []
    return [section.title, section.id, *section.aliases, *repeat]


def _beside(wanted: list[str], names: list[str]) -> list[str]:
    """What was said beside `names`."""
    own = {part.removesuffix("s") for name in names for part in words_of(name)}
    return [w for w in wanted if w.removesuffix("s") not in own]


def _field_score(wanted: list[str], names: list[str], extra: int) -> int:
    score = overlap(wanted, names)
    return score * 3 + extra if score else 0


def overlap(wanted: list[str], names: list[str]) -> int:
    """How much of the best of `names` was said: twice its words where all of them were, once where some were."""
    best = 0
    said = set(wanted) | {w.removesuffix("s") for w in wanted}
    for name in names:
        parts = words_of(name)
        hit = sum(1 for p in parts if p in said or p.removesuffix("s") in said)
        if hit:
            best = max(best, hit * 2 if hit == len(parts) else hit)
    return best


def _nearness(section: Section, here: Standing | None) -> int:
    return 1 if here and here.section == section.id else 0
