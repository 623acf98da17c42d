"""Corrections and statements of several facts as `python -m intake.understand` gets them: a context in, a value out.

The fields of a context are questions of the shipped pack under other names; what is in no pack is told by its name.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec

from intake.interview.flow import Flow
from intake.packs.load import DEFAULT_FLOW, load_flow
from intake.session.records import field_of
from intake.understand.corrections import Correction, correction
from intake.understand.facts import facts
from intake.understand.records import Cues, Field, Record
from intake.understand.slots import Kind, Reading, Slot

Context = dict[str, Any]
Answer = tuple[Any, bool]

#: What a field of a context is called in the pack.
_QUESTIONS = {
    "degree": "education.credential",
    "major": "education.subject",
    "institution": "education.school",
    "graduation_date": "education.awarded",
    "employer": "work.employer",
    "title": "work.title",
    "provider": "training.provider",
    "hours": "training.hours",
    "date": "training.date",
    "training_title": "training.title",
    "reference_name": "references.name",
    "reference_email": "applicant.email",
}
#: The two ends of a job's dates, which are one question of the pack.
_ENDS = {"start_date": ("start", "started", "began"), "end_date": ("end", "ended", "left", "finished")}
_SPAN, _SCHEDULE = "work.span", "work.schedule"
#: What a type of utterance, or of a field that is corrected, is to a reader.
KINDS: dict[str, Kind] = {
    "date": "date",
    "partial_date": "date",
    "date_range": "span",
    "number": "number",
    "hours": "hours",
    "yesno": "yes_no",
    "choice": "choice",
    "text": "text",
}
#: Option ids of the pack that a context spells otherwise.
_OPTIONS = {"high_school": "hs"}


def corrected(text: str, context: Context) -> Answer:
    """What a correction changes: `{"act", "target", "value"}`, and whether it is read back."""
    today = dt.date.fromisoformat(context["ref"])
    fields = tuple(_field(name, value, context) for name, value in context["fields"].items())
    free_text = context.get("slot_type") == "text"
    found = correction(text, Record(fields, context["slot"]), today, eager=True, free_text=free_text)
    if not isinstance(found, Correction):
        return {"act": None}, False
    target = found.field.id if found.field else None
    if found.act == "delete" and "last" in found.words:
        target = "last"
    asks = found.confirm or (found.act == "correct" and found.reading is None)  # the new value is asked for
    return {"act": found.act, "target": target, "value": _said(found)}, asks


def _said(found: Correction) -> str | None:
    if not isinstance(found.reading, Reading):
        return None
    value = found.reading.value
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _field(name: str, value: str, context: Context) -> Field:
    """A field of a context that is being corrected."""
    group = "training" if "provider" in context["fields"] else "work"
    known = _shared(name, group)
    slot = known.slot if known else Slot(_kind(name))
    if name == context["slot"] and slot.kind != "choice":
        slot = Slot(KINDS.get(context.get("slot_type", ""), slot.kind))
    if slot.kind == "hours":
        slot = msgspec.structs.replace(slot, least=None, per="week" if "week" in name else "")
    own = (name.replace("_", " "), name.partition("_")[2], *_ENDS.get(name, ()))
    names = tuple(filter(None, (*own, *(known.names if known else ()))))
    return Field(name, slot, names, known.cues if known else Cues(), _number(value) if slot.kind == "hours" else value)


def _kind(name: str) -> Kind:
    """What a field is that the pack does not know, by its name."""
    if name in _ENDS or name.endswith("date"):
        return "date"
    if name.startswith(("has_", "is_", "was_")):
        return "yes_no"
    return "hours" if "hours" in name else "email" if name.endswith("email") else "text"


def _number(value: str) -> float | str:
    try:
        number = float(value)
    except ValueError:
        return value
    return int(number) if number.is_integer() else number


def told(text: str, context: Context) -> Answer:
    """The facts of a statement by slot; always read back. None where it states none."""
    group = context["slot"]
    fields = [
        _shared(name, group) or Field(name, Slot(_kind(name)), (name,))
        for name in context["slots"]
        if name not in _ENDS
    ]
    if group == "work":
        fields += [_of_pack(_flow(), _SPAN), _of_pack(_flow(), _SCHEDULE)]
    found = facts(text, _in_order(fields, group), dt.date.fromisoformat(context["ref"]))
    if not found.telling:
        return None, False
    values: dict[str, Any] = {}
    for name, (reading, _words) in found.found.items():
        if name == _SPAN:
            values |= {f"{end}_date": date for end, date in reading.value.items() if date}
        elif name in context["slots"]:
            values[name] = _OPTIONS.get(str(reading.value), reading.value)
    return values or None, True


def _in_order(fields: Sequence[Field], group: str) -> list[Field]:
    """The fields in the order in which the pack asks for them."""
    order = [question.field for question in _flow().sections[group].questions] if group in _flow().sections else []
    places = {field.id: _QUESTIONS.get(field.id, field.id).partition(".")[2] for field in fields}
    return sorted(fields, key=lambda field: order.index(places[field.id]) if places[field.id] in order else len(order))


def _shared(name: str, group: str) -> Field | None:
    """The question of the pack that a field of a context is, under the context's name."""
    question = f"{group}.{name}" if _flow().question(f"{group}.{name}") else _QUESTIONS.get(name, "")
    return msgspec.structs.replace(_of_pack(_flow(), question), id=name) if question else None


def _of_pack(flow: Flow, question: str) -> Field:
    section, _, field = question.partition(".")
    return field_of(flow.sections[section], flow.sections[section].by_field[field])


def _flow() -> Flow:
    return load_flow(DEFAULT_FLOW)[0]
