"""Corrections carried out: an answer given before is changed, taken out or taken back, whichever question stands."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from msgspec.structs import replace

from intake.interview import commands as cmd
from intake.session.records import standing_of
from intake.session.views import Message
from intake.session.wording import label_at, said
from intake.understand.commands import Command
from intake.understand.corrections import Correction
from intake.understand.slots import Unsure
from intake.understand.words import capital
from intake.words import _

if TYPE_CHECKING:
    from intake.interview.standing import Standing
    from intake.session.conversation import Conversation
    from intake.understand.records import Field

#: How like two spellings of a name are, from 0 to 1.
_LIKE = 0.7


def amend(talker: Conversation, found: Correction, standing: Standing) -> list[Message]:
    """Carry a correction out, or hold it for a yes."""
    if found.act != "correct":
        order = Command("undo") if found.act == "undo" else Command("remove", found.words)
        return talker.obey(order, standing)
    if found.field is None:
        return [Message("problem", _("Which answer shall I change? For instance: change the school to …"))]
    target, reading = standing_of(found.field), found.reading
    if reading is None:
        talker.case.do(cmd.GoTo(target.question, target.item))
        return []
    if isinstance(reading, Unsure):
        return _unknown(talker, found.field, standing, found.words)
    name = whole_name(found.field, str(reading.value))
    reading = replace(reading, value=name) if name else reading
    if not (found.confirm or name):
        return talker.record(target, reading, found.words)
    question = talker.question(target)
    change = f"{said(question, found.field.value)} \u2192 {said(question, reading.value)}"
    ask = _("{label}: {change}. Right?").format(label=_label(talker, target, standing), change=change)
    return talker.hold(ask, lambda: talker.record(target, reading, found.words), target)


def whole_name(field: Field, part: str) -> str:
    """A person's name with the one part of it put right that `part` is a respelling of; empty where it is none."""
    names = str(field.value or "").split()
    if not field.cues.person or len(names) < len(("first", "last")) or len(part.split()) != 1:
        return ""
    near = [
        n for n, name in enumerate(names) if SequenceMatcher(None, name.casefold(), part.casefold()).ratio() > _LIKE
    ]
    return " ".join([*names[: near[0]], part, *names[near[0] + 1 :]]) if len(near) == 1 else ""


def _unknown(talker: Conversation, field: Field, standing: Standing, words: str) -> list[Message]:
    """Hold for a yes that an answer is not known after all."""
    target = standing_of(field)
    question = talker.question(target)
    ask = _("{label}: {old} \u2192 not sure. Right?").format(
        label=_label(talker, target, standing), old=said(question, field.value)
    )
    return talker.hold(ask, lambda: talker.pass_over(target, "unsure", words), target)


def _label(talker: Conversation, target: Standing, standing: Standing) -> str:
    return capital(label_at(talker.case.projection, talker.question(target), target, standing))
