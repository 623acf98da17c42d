"""The figures of a verdict in words: what certainly counts, what may, and what is not known yet."""

from collections.abc import Iterator, Mapping
from typing import Any

from intake.bundle.labels import day, field, number, question

#: What is said beside an amount that not every reading of the answers gives.
IF_CONFIRMED = "if the association or an exact date says so"


def figure_said(name: str, figure: Mapping[str, Any]) -> str:
    """The figure `name`, with its title, unit and readings as in a verdict; a sentence of its own where it has one."""
    if said := figure.get("says"):
        return str(said)
    title = figure.get("title") or name
    called = question(title) if title == name and "." in name else field(title)
    return f"{called}: {_readings(figure, '' if called.startswith(_unit(figure)) else _unit(figure))}"


def _unit(figure: Mapping[str, Any]) -> str:
    return figure.get("unit") or ""


def _readings(figure: Mapping[str, Any], unit: str) -> str:
    strict, loose = figure.get("strict"), figure.get("loose")
    if strict is None and loose is None:
        return "not known yet"
    if isinstance(strict, bool):
        return _truth(strict, loose, figure.get("possible"))
    if isinstance(strict, int | float) and isinstance(loose, int | float):
        return "; ".join(_amounts(strict, loose, figure.get("possible", loose), unit))
    return _day(strict, loose)


def _truth(strict: bool, loose: Any, possible: Any) -> str:
    if strict:
        return "yes"
    if loose:
        return "only if the association says so"
    return "not known yet" if possible else "no"


def _amounts(strict: float, loose: float, possible: float | None, unit: str) -> Iterator[str]:
    """What certainly counts, and the further readings where they differ; `possible` None means without a bound."""
    said = f"{number(strict)} {unit}".strip()
    yield said if strict == loose == possible else f"{said} for certain"
    if loose > strict:
        yield f"up to {number(loose)} {IF_CONFIRMED}"
    if possible is None:
        yield "more may come, as not all is known yet"
    elif possible > loose:
        yield f"up to {number(possible)} with what is not known yet"


def _day(strict: Any, loose: Any) -> str:
    """A day; of a part date the first and the last that it may be. Other values as they are."""
    first, last = (day(value) if isinstance(value, str) else value for value in (loose, strict))
    if first == last:
        return _plain(first)
    return f"{_plain(first)} at the earliest, {_plain(last)} at the latest"


def _plain(value: Any) -> str:
    if value is None:
        return "not known"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
