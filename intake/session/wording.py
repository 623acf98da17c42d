"""How values, questions and places are said to people. Every text leaves here visible, never as it came."""

import re
from collections import Counter
from typing import Any

from intake.interview.flow import Flow, Question, Section
from intake.interview.projection import Projection
from intake.interview.standing import MORE, Standing
from intake.interview.state import ONLY, Answer, Aside
from intake.interview.statechart import END
from intake.portfolio.edtf import spoken
from intake.portfolio.months import ONGOING
from intake.session.views import Option, Prompt
from intake.text import shorten, visible
from intake.words import _

#: The kinds of answers that tell entries of one name apart.
_TELLING = frozenset({"date", "span", "hours"})
#: A number of the United States and its neighbours in E.164.
_AMERICAN = re.compile(r"\A\+1(\d{3})(\d{3})(\d{4})")


def said(question: Question, value: Any) -> str:
    """A value of `question` as a person would say it."""
    if question.kind == "yes_no":
        return yes_no_said(value=value)
    if question.kind in {"choice", "choices"}:
        labels = {c.id: c.label for c in question.choices}
        return ", ".join(labels.get(v, str(v)) for v in ([value] if isinstance(value, str) else value))
    if question.kind == "date":
        return spoken(value)
    if question.kind == "span":
        return span_said(value) if isinstance(value, dict) else _the_time(value)
    if question.kind == "phone":
        return _AMERICAN.sub(r"\1-\2-\3", str(value)).replace(";ext=", _(" ext. "))
    if question.kind == "hours":
        return hours_said(value)
    return number_said(value) if question.kind == "number" else visible(str(value))


def _the_time(value: str) -> str:
    """A day that stands for a span, or the word for the whole time."""
    return spoken(value) if value[:1].isdigit() else _("the whole time")


def hours_said(value: float) -> str:
    """So many hours: "1 hour", "1.5 hours"."""
    return _("1 hour") if value == 1 else _("{n} hours").format(n=number_said(value))


def yes_no_said(*, value: bool) -> str:
    """A yes or a no."""
    return _("yes") if value else _("no")


def span_said(span: dict[str, str]) -> str:
    """A span: "February 2021 – now", "March 1, 2026"."""
    if span["start"] == span["end"]:
        return spoken(span["start"])
    end = _("now") if span["end"] == ONGOING else spoken(span["end"])
    return f"{spoken(span['start'])} – {end}"


def number_said(value: float) -> str:
    """A number without needless decimals."""
    return f"{value:g}" if isinstance(value, float) else str(value)


def answer_said(question: Question, answer: Answer | None) -> str:
    """An answer as it stands, with what is uncertain about it; empty where there is none."""
    if answer is None:
        return ""
    if answer.status != "answered":
        return _("skipped") if answer.status == "skipped" else _("not sure")
    text = said(question, answer.value)
    return _("{text} (you were not certain)").format(text=text) if answer.hedged else text


def item_said(projection: Projection, section: str, item: str) -> str:
    """What an item is called: from the answers that the flow names, else by its number."""
    part = projection.flow.sections[section]
    if part.repeat is None:
        return part.title
    doc = projection.docs[section].get(item, {})
    named = [said(part.by_field[f], doc[f]) for f in part.repeat.title if f in doc]
    return shorten(", ".join(named), 80) if named else f"{part.repeat.one} {number_of(projection, section, item)}"


def items_said(projection: Projection, section: str) -> dict[str, str]:
    """What the entries of a list are called, by id; those that share a name also by their time and hours."""
    names = {item.id: item_said(projection, section, item.id) for item in projection.section(section).ordered()}
    often = Counter(names.values())
    return {
        item: _by_time(projection, section, item, name) if often[name] > 1 else name for item, name in names.items()
    }


def _by_time(projection: Projection, section: str, item: str, name: str) -> str:
    doc, part = projection.docs[section].get(item, {}), projection.flow.sections[section]
    timed = [question for question in part.questions if question.kind in _TELLING and question.field in doc]
    return ", ".join([name, *(said(question, doc[question.field]) for question in timed)])


def entry_said(projection: Projection, question: str, item: str) -> str:
    """What the entry or section of an answer is called, also of one whose question is gone."""
    name = item.rpartition("-")[0] or question.partition(".")[0]
    return item_said(projection, name, item) if _is_here(projection, name, item) else words_of_id(name)


def _is_here(projection: Projection, section: str, item: str) -> bool:
    part = projection.flow.sections.get(section)
    return part is not None and (part.repeat is None or item in projection.section(section).items)


def aside_label(kept: Aside) -> str:
    """What an answer that was kept aside is called."""
    return kept.label or words_of_id(kept.question.partition(".")[2])


def aside_said(projection: Projection, kept: Aside) -> str:
    """An answer that was kept aside, with what it belongs to: "date (The exam): March 2026"."""
    value = kept.answer.value
    if isinstance(value, bool):
        text = _("yes") if value else _("no")
    elif isinstance(value, dict):
        text = span_said(value)
    else:
        text = ", ".join(map(str, value)) if isinstance(value, list) else number_said(value)
    entry = entry_said(projection, kept.question, kept.item)
    return _("{label} ({entry}): {value}").format(label=visible(aside_label(kept)), entry=entry, value=visible(text))


def words_of_id(name: str) -> str:
    """An id of a pack that no pack here has words for."""
    return visible(name.replace("_", " "), one_line=True)


def number_of(projection: Projection, section: str, item: str) -> int:
    """An item's place in its list, from 1."""
    kept = projection.section(section)
    rank = kept.items[item].rank
    return sum(1 for other in kept.items.values() if other.rank <= rank) if kept.count != len(kept.items) else rank


def where_said(projection: Projection, standing: Standing) -> str:
    """The heading of a question: "Paid work 2 · 3 of 9"."""
    part = projection.flow.sections[standing.section]
    if standing.field == MORE:
        return part.title
    name = f"{part.title} {number_of(projection, part.id, standing.item)}" if part.repeat else part.title
    fields = [q.field for q in projection.asks(part.id, standing.item)]
    place = fields.index(standing.field) + 1 if standing.field in fields else 1
    return _("{name} · {n} of {total}").format(name=name, n=place, total=len(fields))


_ASKED = _("Everything has been asked. You can say review, change …, board, export, or finish.")
_UNSIGNED = _(
    "Everything has been asked; nothing is signed here yet. You can say sign the Code, review, change …, board, "
    "export, or finish."
)
_RATED = _("Everything has been asked. You can say review, change …, or export to write the rating again.")


def _is_signed(projection: Projection) -> bool:
    """Whether a name was typed as the signature."""
    answer = projection.answer("sign.name", ONLY)
    return answer is not None and answer.status == "answered"


def prompt(projection: Projection, standing: Standing) -> Prompt:
    """The question that stands, as a front end shows it."""
    if standing.question == END:
        ask = _RATED if projection.flow.records == "rating" else _ASKED if _is_signed(projection) else _UNSIGNED
        return Prompt(question=END, item=ONLY, where=_("At the end"), ask=ask, kind="phase")
    part = projection.flow.sections[standing.section]
    if standing.field == MORE:
        return _gate(projection, part, standing)
    question = part.by_field[standing.field]
    answer = projection.answer(standing.question, standing.item)
    return Prompt(
        question=standing.question,
        item=standing.item,
        where=where_said(projection, standing),
        ask=question.ask,
        kind="phase" if standing.section in projection.flow.finishing and question.kind == "yes_no" else question.kind,
        options=_options(question),
        unsure=question.unsure,
        example=question.example,
        current=answer_said(question, answer),
    )


def _gate(projection: Projection, part: Section, standing: Standing) -> Prompt:
    repeat = part.repeat
    assert repeat is not None, "only a list has a gate"
    count = len(projection.section(part.id).items)
    ask = repeat.more if count else repeat.first
    if repeat.expected and count:
        ask = _("{ask} ({count} of {expected} so far)").format(ask=ask, count=count, expected=repeat.expected)
    yes_no = (Option("yes", _("Yes")), Option("no", _("No")))
    return Prompt(standing.question, ONLY, where_said(projection, standing), ask, "gate", yes_no)


def _options(question: Question) -> tuple[Option, ...]:
    if question.kind == "yes_no":
        return Option("yes", _("Yes")), Option("no", _("No"))
    return tuple(Option(c.id, c.label) for c in question.choices)


def labels_of(prompt: Prompt) -> list[str]:
    """The labels of the options, in order, and "not sure" where it may be said in place of one."""
    labels = [option.label for option in prompt.options]
    return [*labels, _("Not sure")] if labels and prompt.unsure and prompt.kind != "choices" else labels


def noted(label: str, value: str) -> str:
    """That an answer was written down: "Job title: home visitor. Saved."."""
    return _("{label}: {value}{stop} Saved.").format(
        label=label[:1].upper() + label[1:], value=value, stop="" if value.endswith((".", "!", "?", "…")) else "."
    )


def label_at(projection: Projection, question: Question, at: Standing, here: Standing) -> str:
    """What an answer `at` a place is called `here`; of another entry than the one at hand also which one it is."""
    if not at.item or (at.section == here.section and here.item in (ONLY, at.item)):
        return question.label
    entry = items_said(projection, at.section)[at.item]
    return _("{entry}, {label}").format(entry=entry, label=question.label)


def label_of(flow: Flow, question: str) -> str:
    """What a question is about, in two or three words."""
    part = flow.question(question)
    return part.label if part else flow.sections[question.partition(".")[0]].title
