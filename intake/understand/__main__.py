"""`python -m intake.understand`: utterances with their context as JSON lines in, what they were taken to mean out.

In: `{"id", "type", "text", "context": {"ref", ...}}`. Out: `{"id", "value", "confirm"}`; a null value was asked again.
Types this cannot read give null. Nothing of a line decides but its type, its text and its context.
"""

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from intake.packs.load import load
from intake.session.utterances import KINDS, corrected, told
from intake.understand.commands import Command, command
from intake.understand.corrections import is_title
from intake.understand.lengths import how_long
from intake.understand.read import read
from intake.understand.slots import Again, Choice, Kind, Slot, Unsure
from intake.understand.spans import half_open
from intake.understand.words import phrases, plain

Context = dict[str, Any]
Answer = tuple[Any, bool]

_INTENTS = {
    "pause": "quit",
    "finish": "done",
    "next": "skip",
    "board": "progress",
    "about length": "progress",
    "about saved": "save",
    "help example": "example",
    "help human": "human",
    "help restart": "restart",
}
_MEANT = frozenset(
    phrases("skip|back|help|define|why|example|repeat|progress|review|save|quit|restart|human|goto|done")
)


class Line(msgspec.Struct):
    """One utterance. `expected`, where a line has it, is not even decoded."""

    id: str
    type: str
    text: str
    context: Context


def answer(line: Line) -> Answer:
    """The value of an utterance in the form its type asks for, and whether it would be read back."""
    reader = _OTHERS.get(line.type)
    if reader:
        return reader(line.text, line.context)
    return _value(line) if line.type in KINDS else (None, False)


def _value(line: Line) -> Answer:
    slot, today = _slot(KINDS[line.type], line.context), dt.date.fromisoformat(line.context["ref"])
    if line.type == "partial_date":
        slot = msgspec.structs.replace(slot, grain="month")
    got = read(line.text, slot, today)
    if line.type == "date_range" and isinstance(got, Again):
        got = half_open(line.text, slot, today) or got
    if isinstance(got, Unsure):
        return ("unsure" if line.type == "yesno" else None), False
    if isinstance(got, Again):
        return None, bool(got.guesses)
    value = got.value
    if line.type == "yesno":
        value = "yes" if value else "no"
    if got.upto is not None:
        value = {"min": value, "max": got.upto}
    return value, bool(got.confirm)


def _slot(kind: Kind, context: Context) -> Slot:
    options = tuple(
        Choice(option["id"], option["label"], load().vocabulary.names(option["id"]))
        for option in context.get("options", [])
    )
    ahead = context.get("tense") == "future"
    return Slot(kind=kind, choices=options, tense="future" if ahead else "past", ceu_hours=context.get("ceu_hours", 10))


def _duration(text: str, context: Context) -> Answer:
    found = how_long(plain(text), context.get("default_unit", ""))
    if found is None:
        return None, False
    if found.upto:
        return {"min": found.length.iso(), "max": found.upto.iso()}, True
    return found.length.iso(), found.hedged


def _meta(text: str, context: Context) -> Answer:
    sections = context.get("sections", [])
    found = _command(text, sections, free_text=context.get("slot_type") == "text")
    if found is None:
        return {"intent": None}, False
    intent = _INTENTS.get(f"{found.name} {found.topic}") or _INTENTS.get(found.name, found.name)
    if intent not in _MEANT:
        return {"intent": None}, False
    topic = (_section(found.topic, sections) or found.topic) if intent == "goto" else found.topic
    value = {"intent": intent} | ({"topic": topic} if intent in ("define", "goto") else {})
    return value, intent == "restart" or bool(found.confirm)


def _command(text: str, sections: list[str], *, free_text: bool) -> Command | None:
    """What a conversation hears: where a title is asked for, the way to a section that there is, too."""
    found = command(text, load().vocabulary, free_text=False)
    leads = found is not None and found.name == "goto" and bool(_section(found.topic, sections))
    return (
        found if not free_text or (leads and not is_title(text)) else command(text, load().vocabulary, free_text=True)
    )


def _section(named: str, sections: list[str]) -> str:
    """The one section whose name holds what was named, or that the pack also calls so; empty where none or several."""
    said = _stems(named)
    names = ({_stems(name) for name in (s.title, *s.aliases)} for s in load().flow.sections.values())
    alike = {name for known in names if said in known for name in known}
    fits = [name for name in sections if said <= _stems(name)] or [name for name in sections if _stems(name) in alike]
    return fits[0] if len(fits) == 1 else ""


def _stems(name: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in plain(name).split())


_OTHERS: dict[str, Callable[[str, Context], Answer]] = {
    "duration": _duration,
    "meta": _meta,
    "correction": corrected,
    "compound": told,
}


def run(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Each JSON line of an utterance as the JSON line of its answer. Raises msgspec.DecodeError on any other line."""
    decoder = msgspec.json.Decoder(Line)
    for line in lines:
        if line.strip():
            case = decoder.decode(line)
            value, confirm = answer(case)
            yield msgspec.json.encode({"id": case.id, "value": value, "confirm": confirm}) + b"\n"


def main() -> None:
    """Standard input to standard output."""
    for line in run(sys.stdin.buffer):
        sys.stdout.buffer.write(line)


if __name__ == "__main__":
    main()
