"""Which entry of a list a caller means: the one that goes by what was named, the one told last, or another one."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from intake.prescreen.filing import Found
from intake.prescreen.parting import Piece, Section, holds
from intake.prescreen.sheet import Sheet
from intake.understand.slots import Reading

Doc = Mapping[str, Any]
_NOISE = frozenset(["the", "my", "a", "an", "job", "jobs", "position", "post", "role", "work", "one", "i'm", "i", "am"])
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_LEAST = 4
_PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "last": -1}
_PLACE = re.compile(rf"\b({'|'.join(_PLACES)})\s+(?:job|position|degree|one|reference|provider)\b", re.IGNORECASE)
#: Such work is none of a job that was told of as paid.
_UNPAID = re.compile(r"\bvolunteer", re.IGNORECASE)
#: Words about what was told just before.
_OF_IT = re.compile(r"(?:and\s+|so\s+)?(?:it['\u2019]?s|it was|that['\u2019]?s|that was|it is)\b", re.IGNORECASE)
#: What is chosen stands for what was chosen before.
_ONLY = re.compile(r"\b(?:only|just|no|not|none|never|instead|rather|actually)\b|n['\u2019]t\b", re.IGNORECASE)
#: What joins two choices in the name of the one that is both.
_AND = "_and_"
#: A sentence, and a place in a list, are no names.
_NO_NAME = re.compile(rf"I\s|(?:{'|'.join(_PLACES)}|other|current|present|same)\Z", re.IGNORECASE)
#: A person by a title, after a word that leads to the name: "RS wiht Dr Okafor".
_TITLED = re.compile(r"(?<=[a-z] )(?<!\bof )(?<!\bfor )(?:Dr|Mrs|Mr|Ms|Prof)\.?\s+[A-Z].*\Z", re.DOTALL)
#: A word that only says what sort of thing is named: "the therapist job".
_SPEAKER = re.compile(r"\s+I(?:['\u2019]\w+)?(?:\s.*)?\Z", re.DOTALL)
_SORT = re.compile(
    r"(?<=\w)(?<!\bsocial)\s+(?:job|position|role|post|work|degree|thing|now|currently)\Z|\A(?:the|my|an?)\s+(?=\w)",
    re.IGNORECASE,
)


def tidied(found: Found) -> Found:
    """The same, names freed of the words that only say what sort of thing is named; a sentence is no name."""
    tidy = {name: (_tidy(reading), words) for name, (reading, words) in found.items()}
    return {name: value for name, value in tidy.items() if not _is_no_name(value[0])}


def _is_no_name(reading: Reading) -> bool:
    return reading.reader != "choices" and isinstance(reading.value, str) and bool(_NO_NAME.match(reading.value))


def _tidy(reading: Reading) -> Reading:
    if reading.reader != "choices" and isinstance(reading.value, str) and (name := _TITLED.search(reading.value)):
        return msgspec.structs.replace(reading, value=name[0])
    if not isinstance(reading.value, str) or reading.reader != "facts":
        return reading
    return Reading(_SORT.sub("", _SPEAKER.sub("", reading.value)), reading.reader, reading.hedged, reading.confirm)


def entry(found: Found, section: Section, docs: Mapping[str, Doc], words: str, last: str) -> str:
    """The entry of `docs`, in the order told, that `found` belongs to; empty where it is another one."""
    if not docs:
        return ""
    values = {name.partition(".")[2]: reading.value for name, (reading, _words) in found.items()}
    named = {field: values[field] for field in section.title if field in values}
    if (place := _PLACE.search(words)) and -1 <= (at := _PLACES[place[1].casefold()]) < len(docs):
        return list(docs)[at]
    called = [item for item, doc in docs.items() if named and _goes_by(doc, named, section.title)]
    if called and not any(_other_time(docs[item], values) for item in called):
        return _latest(called, last)
    if named and last in docs and _OF_IT.match(words) and not any(field in docs[last] for field in named):
        return last
    if named:
        same = [item for item, doc in docs.items() if _same(doc, named, section.title) and not _other_time(doc, values)]
        blank = [item for item, doc in docs.items() if not any(field in doc for field in section.title)]
        return _latest(same or [item for item in blank if not _differs(docs[item], values)], last)
    said = _words(words)
    mentioned = {item: len(said & _titled(doc, section.title)) for item, doc in docs.items()}
    best = max(mentioned.values())
    if best:
        return _latest([item for item, count in mentioned.items() if count == best], last)
    here = last if last in docs else list(docs)[-1]
    apart = _UNPAID.search(words) and _differs(docs[here], values)
    return "" if apart or _other_time(docs[here], values) else here


def gathered(found: Found, doc: Doc, section: Section, words: str, apart: Container[str] = ()) -> Found:
    """The same, what is chosen of several beside what was chosen before, but where `words` say that it is only that.

    Questions told `apart` take what is chosen as it is.
    """
    if _ONLY.search(words):
        return found
    several = {field.id: field.slot.choices for field in section.fields if field.slot.kind == "choices"}
    more = _both(found, doc, section, apart)
    for name, (reading, told) in found.items():
        if name in several and isinstance(reading.value, list):
            chosen = {*reading.value, *doc.get(name.partition(".")[2], ())}
            order = [choice.id for choice in several[name] if choice.id in chosen]
            more[name] = msgspec.structs.replace(reading, value=order), told
    return found | more


def _both(found: Found, doc: Doc, section: Section, apart: Container[str]) -> Found:
    """The choice that is both, where one was told before and another one now: "live_and_work"."""
    made = {}
    for field in (f for f in section.fields if f.slot.kind == "choice" and f.id in found and f.id not in apart):
        reading, words = found[field.id]
        told = {doc.get(field.id.partition(".")[2]), reading.value}
        if both := next((choice.id for choice in field.slot.choices if {*choice.id.split(_AND)} == told), ""):
            made[field.id] = msgspec.structs.replace(reading, value=both), words
    return made


def spoken_apart(found: Iterable[Piece], sheet: Sheet) -> set[str]:
    """The questions to which one piece names a choice, another of their line none: "works here, lives in Maryland"."""
    said = list(found)
    questions = set()
    for line in sheet.lines:
        words = [piece.words for piece in said if line.id in piece.lines]
        for take in (take for take in line.takes if take.options):
            chosen = [any(holds(one, name) for name in take.names) for one in words]
            questions |= {take.question} if any(chosen) and not all(chosen) else set()
    return questions


def refined(found: Found, doc: Doc, section: Section, apart: Container[str] = ()) -> Found:
    """What of `found` says more than `doc` does: no coarser date, no part of a longer name, nor the same again.

    A choice is another one, but for one that is a part of what was chosen and is not told `apart`.
    """
    title, chosen = section.title, {field.id for field in section.fields if field.slot.kind == "choice"}
    more = {}
    for name, value in found.items():
        old, new = doc.get(name.partition(".")[2]), value[0].value
        part = name not in apart and new in str(old).split(_AND)
        if (old != new and not part) if name in chosen else _adds(old, new):
            more[name] = value
    names = {name for name in more if name.partition(".")[2] in title}
    return {n: v for n, v in more.items() if n not in names or not _goes_by(doc, {n: v[0].value}, title)}


def _adds(old: Any, new: Any) -> bool:
    if old is None or old == new:
        return old is None
    if isinstance(old, str) and isinstance(new, str):
        return not (old.startswith(new) or _words(new) < _words(old))
    if isinstance(old, dict) and isinstance(new, dict):
        return not all(str(old[end]).startswith(str(new[end])) for end in new)
    return True


def _latest(items: Sequence[str], last: str) -> str:
    return last if last in items else next(reversed(items), "")


def _goes_by(doc: Doc, named: Doc, title: Sequence[str]) -> bool:
    """Whether all that was named is among the names of an entry: "the Head Start job"."""
    names = _words(" ".join(str(doc[field]) for field in title if field in doc))
    said = [_words(str(value)) for value in named.values()]
    return all(words and words <= names for words in said)


def _same(doc: Doc, named: Doc, title: Sequence[str]) -> bool:
    """Whether an entry goes by the same names, as far as both have them, and by one of them at the least."""
    both = [field for field in title if field in doc and field in named]
    return bool(both) and all(_alike(doc[field], named[field]) for field in both)


def _alike(old: Any, new: Any) -> bool:
    a, b = _words(str(old)), _words(str(new))
    return old == new or (bool(a) and bool(b) and (a <= b or b <= a))


def _other_time(doc: Doc, values: Doc) -> bool:
    """Whether both last over a time, and neither is a closer reading of the other: the same work done twice."""
    return any(
        isinstance(value, dict) and isinstance(doc.get(field), dict) and _differ(doc[field], value)
        for field, value in values.items()
    )


def _differs(doc: Doc, values: Doc) -> bool:
    return any(_differ(doc[field], value) for field, value in values.items() if field in doc)


def _differ(old: Any, new: Any) -> bool:
    if isinstance(old, dict) and isinstance(new, dict):
        return any(_differ(str(old[end]), str(new[end])) for end in new)
    if isinstance(old, str) and isinstance(new, str):
        return not (old.startswith(new) or new.startswith(old))
    return bool(old != new)


def _titled(doc: Doc, title: Sequence[str]) -> set[str]:
    names = " ".join(str(doc[field]).replace("_", " ") for field in title if field in doc)
    return {word for word in _words(names) if len(word) >= _LEAST}


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)} - _NOISE
