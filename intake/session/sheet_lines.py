"""The lines of a call sheet as they stand in a case, in words, and what was just filed as it is read back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from intake.interview import events as ev
from intake.interview.flow import Question, Section
from intake.interview.state import ONLY, Item
from intake.prescreen.sheet import Line, Sheet
from intake.session.case import OpenCase
from intake.session.taking import Filed
from intake.session.wording import said
from intake.text import shorten, visible
from intake.words import _

_LABELLED = _("{label}: {value}")
_CHANGED = _("{old} → {new}")
#: The longest name of an entry before its values, in characters.
_NAME = 30

#: The keys of the lines, in their order.
KEYS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class CallLine:
    """A line of the call sheet: its key, its title, what is said aloud, and what is known; `state` says how far."""

    id: str
    key: str
    title: str
    say: str
    known: str
    state: Literal["told", "unsure", "open"]


def lines_of(case: OpenCase, sheet: Sheet) -> list[CallLine]:
    """The lines of a sheet as they stand in a case."""
    told = [(key, line, known_of(case, line)) for key, line in zip(KEYS, sheet.lines, strict=False)]
    return [CallLine(one.id, key, one.title, one.say, known, state_of(case, one, known)) for key, one, known in told]


def known_of(case: OpenCase, line: Line) -> str:
    """What is known of a line: its answers entry by entry, then the words that answer no question."""
    sections = dict.fromkeys(take.section for take in line.takes)
    told = [text for section in sections for text in _entries(case, case.pack.flow.sections[section], line)]
    return "; ".join([*told, *(visible(jot.words) for jot in case.state.content.jotted if _is_told(jot, line))])


def _is_told(jot: ev.Jotted, line: Line) -> bool:
    return jot.line == line.id and jot.how == "told"


def _entries(case: OpenCase, section: Section, line: Line) -> Iterator[str]:
    items = case.projection.section(section.id).ordered()
    fields = [take.question.partition(".")[2] for take in line.takes if take.section == section.id]
    for item in items:
        values = {f: a.value for f in fields if (a := item.answers.get(f)) and a.status == "answered"}
        if values:
            named = _entitled(section, item, values) if len(items) > 1 else ""
            yield named + values_said(section, values)
    if section.repeat and not items and case.projection.complete(section.id) and line.none:
        yield _("none")


def _entitled(section: Section, item: Item, values: Mapping[str, Any]) -> str:
    """The name of an entry before values that do not hold it."""
    titles = section.repeat.title if section.repeat else ()
    told = {name: a.value for name in titles if (a := item.answers.get(name)) and a.status == "answered"}
    if not told or values.keys() & told.keys():
        return ""
    title, value = next(iter(told.items()))
    return _("{entry}: ").format(entry=shorten(said(section.by_field[title], value), _NAME))


def values_said(section: Section, values: Mapping[str, Any], before: Mapping[str, Any] | None = None) -> str:
    """Values in the order of the questions: "Master's degree, social work, VCU, May 2017"; of a change, both."""
    return ", ".join(
        _value(section, question.field, values[question.field], (before or {}).get(question.field))
        for question in section.questions
        if question.field in values
    )


def _value(section: Section, field: str, value: Any, old: Any) -> str:
    question = section.by_field[field]
    text = _measured(question, value)
    if old is not None:
        text = _CHANGED.format(old=_measured(question, old), new=text)
    labelled = isinstance(value, bool) or _is_second(section, field)
    return _LABELLED.format(label=question.label, value=text) if labelled else text


def _measured(question: Question, value: Any) -> str:
    """A value by itself; hours with what they are the hours of: "20 hours a week"."""
    text = said(question, value)
    of_what = question.kind == "hours" and question.label.startswith("hours ")
    return text + question.label.removeprefix("hours") if of_what else text


def _is_second(section: Section, field: str) -> bool:
    """Whether a date or a span comes after another of its kind, so that it has to be told apart."""
    kind = section.by_field[field].kind
    first = next(question.field for question in section.questions if question.kind == kind)
    return kind in ("date", "span") and field != first


def filed_said(case: OpenCase, sheet: Sheet, one: Filed) -> str:
    """What was filed, under the title of its section or line."""
    section = case.pack.flow.sections[one.section]
    line = sheet.by_id.get(one.line)
    parts = [values_said(section, one.values, one.before)] if one.values else []
    parts += [_("{label} not sure").format(label=section.by_field[field].label) for field in one.unsure]
    title = section.title if section.repeat or line is None else line.title
    if {section.by_field[field].kind for field in one.values} == {"phone"}:
        title = section.by_field[next(iter(one.values))].label
    if one.name:
        title = _("{section} ({entry})").format(section=title, entry=shorten(visible(one.name), _NAME))
    doubt = _(" (please check)") if one.guessed else ""
    if not parts:
        return _("{title}: {known} (known already)").format(title=title, known=values_said(section, one.known))
    return _LABELLED.format(label=title, value=", ".join(parts)) + doubt


def state_of(case: OpenCase, line: Line, known: str) -> Literal["told", "unsure", "open"]:
    """Whether a line has something, is not known to the caller, or waits to be asked."""
    passed = any(
        (kept := item.answers.get(take.question.partition(".")[2])) is not None and kept.status == "unsure"
        for take in line.takes
        for item in _items(case, take.section)
    )
    doubted = any(jot.line == line.id and jot.how == "unsure" for jot in case.state.content.jotted)
    return "told" if known and not passed else "unsure" if passed or doubted else "told" if known else "open"


def _items(case: OpenCase, section: str) -> list[Item]:
    kept = case.projection.section(section)
    one = kept.get(ONLY)
    return [one] if one else kept.ordered()
