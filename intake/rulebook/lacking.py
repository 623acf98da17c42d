"""How what is lacking is said: "4 more hours of …", "a third reference", "36 months of …, on …, by time alone"."""

import datetime as dt
import math
from typing import Any

from intake.portfolio.conditions import Condition
from intake.portfolio.edtf import spoken
from intake.portfolio.names import field
from intake.rulebook.assess import Assessment
from intake.rulebook.counting import told_apart
from intake.rulebook.edition import Fact, Requirement
from intake.text import shorten, visible
from intake.understand.numbers import ORDINALS
from intake.words import _

#: The most entries named that are not told to the end.
_MOST_NAMED = 3
_NTH = {n: word for word, n in ORDINALS.items()}


def lacking_said(fact: Fact | None, requirement: Requirement, lacking: float, least: float) -> str:
    """So much more, of so much in all; months are rounded up to whole ones, all else to two decimals."""
    if fact is None:
        of = requirement.figures.get(least, _rounded(least))
        return _("{n} more of {of}: {title}").format(n=_rounded(lacking), of=of, title=requirement.title)
    if fact.op == "months":
        lacking = math.ceil(lacking)
    if fact.called and lacking == 1 and least == 1:
        return fact.called[0]
    if fact.called and lacking == 1 and least in _NTH:
        return _("a {nth} {noun}").format(nth=_NTH[int(least)], noun=fact.called[0].partition(" ")[2])
    return _("{n} more {noun}").format(n=_rounded(lacking), noun=_noun(fact, lacking))


def asked_said(assessment: Assessment, name: str, schema: dict[str, Any], day: dt.date, *, sure: bool) -> str:
    """All that is asked for, and the day on which it is there; where not `sure`, if it is confirmed.

    Months come by time alone. What has a day of its own that is still to come, as a degree, comes only if it does.
    """
    fact, least = assessment.edition.facts[name], schema.get("minimum", 1)
    what = fact.called[0] if fact.called and least == 1 else f"{_rounded(least)} {_noun(fact, least)}"
    passing = (
        _("{what}, on {day}, by time alone, if nothing else changes"),
        _("{what}, on {day}, by time alone, if nothing else changes and the association confirms it"),
    )
    told = (
        _("{what}, on {day}, if it comes as you told"),
        _("{what}, on {day}, if it comes as you told and the association confirms it"),
    )
    text = (passing if fact.op == "months" else told)[not sure]
    return text.format(what=what, day=spoken(day.isoformat()))


def open_said(assessment: Assessment, name: str, need: Condition) -> str | None:
    """What is to be told so that a fact may hold: entries not told to the end, or that a list is complete.

    None where telling more of what is listed cannot do it.
    """
    fact = assessment.edition.facts.get(name)
    if fact is None:
        return None
    ledger = assessment.ledgers[name]
    figure = ledger.figure(True, assessment.figure(fact.after) if fact.after else None)
    if not need.possible({} if figure.possible is None else {name: figure.possible}):
        return None
    untold = {item: row.missing for item, row in ledger.rows.items() if row.standing == "unknown"}
    if not untold:
        done = need.holds({} if figure.strict is None else {name: figure.strict})
        return _("Say when the list is complete: {title}").format(title=fact.title) if done else None
    docs = assessment.answers.items(fact.section)
    named = [untold_said(docs[item], item, missing) for item, missing in list(untold.items())[:_MOST_NAMED]]
    more = [_("{n} more").format(n=len(untold) - _MOST_NAMED)] if len(untold) > _MOST_NAMED else []
    return _("Tell more about {entries}").format(entries="; ".join([*named, *more]))


def untold_said(doc: dict[str, Any], item: str, missing: tuple[str, ...]) -> str:
    """An entry that is not told to the end, with the fields that are missing."""
    return f"{shorten(visible(told_apart(doc, item)), 60)} ({', '.join(map(field, missing))})"


def missing_said(requirement: Requirement, *, unknown: bool) -> str:
    """What is to be done for a requirement that asks for no amount, or (`unknown`) to be told first."""
    text = requirement.to_do or requirement.title
    return _("{text} (not answered yet)").format(text=text) if unknown else text


def _noun(fact: Fact, count: float) -> str:
    """What so many of a fact's amount are called: "months of paid work", "1 month of paid work", "references"."""
    if fact.called:
        return fact.called[1]
    if count == 1 and fact.unit.endswith("s") and fact.title.startswith(f"{fact.unit} "):
        return fact.title.replace(fact.unit, fact.unit[:-1], 1)
    return fact.title


def _rounded(amount: float) -> str:
    """An amount with at most two decimals, never rounded down."""
    return f"{math.ceil(round(amount * 100, 6)) / 100:g}"
