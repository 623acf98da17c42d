"""The rules of call sheets: every line is told from the others, and takes what the flow asks."""

from collections.abc import Iterator

from intake.interview.flow import Flow
from intake.packs.checks.fault import Fault, fault
from intake.prescreen.sheet import Sheet, Take


def check_sheet(sheet: Sheet, flow: Flow) -> Iterator[Fault]:
    """Every line that another hides, and everything it takes that the flow does not ask."""
    ids: set[str] = set()
    first: dict[str, str] = {}
    for n, line in enumerate(sheet.lines):
        if line.id in ids:
            yield fault("line-twice", ("lines", n), name=line.id)
        ids.add(line.id)
        for phrase in line.phrases:
            if first.setdefault(phrase, line.id) != line.id:
                yield fault("line-hidden", ("lines", n), value=repr(phrase), name=line.id, other=first[phrase])
        for m, take in enumerate(line.takes):
            yield from _check_take(take, flow, ("lines", n, "takes", m))


def _check_take(take: Take, flow: Flow, at: tuple[str | int, ...]) -> Iterator[Fault]:
    question = flow.question(take.question)
    if question is None or take.section in flow.finishing:
        yield fault("line-question-unknown", at, name=take.question)
        return
    for option in sorted({*take.options, *take.plainly.values()} - {choice.id for choice in question.choices}):
        yield fault("line-option-unknown", at, name=take.question, value=option)
