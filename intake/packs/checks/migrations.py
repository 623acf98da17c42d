"""The checker of migrations: version N has N−1 of them, and each says what became of every question and option.

A migration is followed step by step from what the older version asks, where that version is here; what it ends with
must be what the newer one asks. Where it is not here, only the names in the newer one can be checked.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from intake.interview import steps as st
from intake.interview.flow import Flow
from intake.packs.checks.fault import Fault, fault


class _Asked(NamedTuple):
    """What decides whether an answer can go over: the kind, whether it is asked in a list, and the options."""

    kind: str
    listed: bool
    options: frozenset[str]


#: A question that a step adds: no answer goes over to it.
_ADDED = _Asked("", listed=False, options=frozenset())
#: What is asked, by the question's name.
_Names = dict[str, _Asked]


def check_chain(name: str, flow: Flow, found: Collection[int]) -> Iterator[Fault]:
    """The faults of a flow whose migrations lead to the versions `found`: version N has N−1 of them."""
    stem = name.partition("/")[2]
    for number in range(2, flow.version + 1):
        if number not in found:
            yield fault("migration-missing", ("version",), file=f"migrations/{stem}-{number}.yaml", old=number - 1)
    for number in sorted(set(found) - set(range(2, flow.version + 1))):
        yield fault("migration-spare", ("version",), file=f"migrations/{stem}-{number}.yaml", version=flow.version)


def _names(flow: Flow) -> _Names:
    return {
        f"{section.id}.{q.field}": _Asked(q.kind, section.repeat is not None, frozenset(c.id for c in q.choices))
        for section in flow.sections.values()
        for q in section.questions
    }


def follow(steps: tuple[st.Step, ...], old: Flow | None, new: Flow | None) -> Iterator[Fault]:
    """The faults of one migration from `old` to `new`. What it leaves unsaid is told once all its names are right."""
    asked = _names(new) if new else {}
    wrong = [*_steps(steps, _names(old))] if old else []
    wrong += _targets(steps, asked) if new else []
    yield from wrong
    if not wrong and old and new:
        yield from _unsaid(_after(steps, _names(old)), asked)


def _after(steps: tuple[st.Step, ...], names: _Names) -> _Names:
    for step in steps:
        _apply(step, names)
    return names


def _steps(steps: tuple[st.Step, ...], names: _Names) -> Iterator[Fault]:
    """The steps that name what is not there when their turn comes, or give a name that is taken."""
    for number, step in enumerate(steps):
        at = ("steps", number)
        unknown, taken = _unknown(step, names), _taken(step, names)
        if unknown:
            yield fault("migration-old-unknown", at, name=unknown)
        elif taken:
            yield fault("migration-name-taken", at, name=taken)
        elif isinstance(step, st.RenameQuestion) and _moves_in_list(step, names):
            yield fault("migration-moves-list", at, name=step.question, to=step.to)
        _apply(step, names)


def _unknown(step: st.Step, names: _Names) -> str:
    """What a step names of the older version and is not there; empty where all is."""
    if isinstance(step, st.RenameSection):
        return "" if _of(step.section, names) else step.section
    if isinstance(step, st.AddQuestion):
        return ""
    if step.question not in names:
        return step.question
    if isinstance(step, st.RenameOption | st.RemoveOption) and step.option not in names[step.question].options:
        return f"{step.question}.{step.option}"
    return ""


def _taken(step: st.Step, names: _Names) -> str:
    """The name that a step gives and something else has; empty where it is free."""
    if isinstance(step, st.RenameSection):
        return step.to if _of(step.to, names) else ""
    given = {st.RenameQuestion: "to", st.AddQuestion: "question"}.get(type(step))
    name: str = getattr(step, given) if given else ""
    return name if name in names else ""


def _moves_in_list(step: st.RenameQuestion, names: _Names) -> bool:
    """Whether a question of a list goes to another section, or one asked once goes into a list."""
    section = step.to.partition(".")[0]
    listed = names[step.question].listed or any(names[name].listed for name in _of(section, names))
    return listed and step.question.partition(".")[0] != section


def _of(section: str, names: _Names) -> list[str]:
    return [name for name in names if name.partition(".")[0] == section]


def _apply(step: st.Step, names: _Names) -> None:
    """Bring `names` past a step; what does not fit leaves them as they are."""
    if isinstance(step, st.RenameSection):
        for name in _of(step.section, names):
            names[f"{step.to}.{name.partition('.')[2]}"] = names.pop(name)
    elif isinstance(step, st.AddQuestion):
        names[step.question] = _ADDED
    elif step.question not in names:
        return
    elif isinstance(step, st.RenameQuestion):
        names[step.to] = names.pop(step.question)
    elif isinstance(step, st.RemoveQuestion):
        del names[step.question]
    elif isinstance(step, st.RenameOption | st.RemoveOption):
        given = {step.to} if isinstance(step, st.RenameOption) else set()
        asked = names[step.question]
        names[step.question] = asked._replace(options=asked.options - {step.option} | given)


def _targets(steps: tuple[st.Step, ...], new: _Names) -> Iterator[Fault]:
    """The steps that lead to something which the newer version does not ask."""
    for number, step in enumerate(steps, start=1):
        name = _ends_as(step, steps[number:])
        missing = name if name is not None and "." in name and name not in new else ""
        if isinstance(step, st.RenameSection) and name and not _of(name, new):
            missing = name
        if isinstance(step, st.RenameOption) and name in new and not _option_here(step, steps[number:], new[name]):
            missing = f"{name}.{step.to}"
        if missing:
            yield fault("migration-new-unknown", ("steps", number - 1), name=missing)


def _ends_as(step: st.Step, later: tuple[st.Step, ...]) -> str | None:
    """What the thing that a step names is called after the later ones; None where nothing is left of it."""
    if isinstance(step, st.RemoveQuestion):
        return None
    name = step.to if isinstance(step, st.RenameQuestion | st.RenameSection) else step.question
    for after in later:
        if isinstance(after, st.RemoveQuestion) and after.question == name:
            return None
        if isinstance(after, st.RenameQuestion) and after.question == name:
            name = after.to
        elif isinstance(after, st.RenameSection) and name.partition(".")[0] == after.section:
            name = after.to + name[len(after.section) :]
    return name


def _option_here(step: st.RenameOption, later: tuple[st.Step, ...], asked: _Asked) -> bool:
    """Whether an option that a step gives is one of the newer version's, or a later step takes it further."""
    further = (s for s in later if isinstance(s, st.RenameOption | st.RemoveOption))
    return step.to in asked.options or any(s.option == step.to for s in further)


def _unsaid(names: _Names, new: _Names) -> Iterator[Fault]:
    """What the older version asked, or the newer one asks, and no step speaks of."""
    for name in sorted(names.keys() - new.keys()):
        yield fault("migration-question-lost", ("steps",), name=name)
    for name in sorted(new.keys() - names.keys()):
        yield fault("migration-question-unsaid", ("steps",), name=name)
    for name in sorted(names.keys() & new.keys()):
        before, after = names[name], new[name]
        if before is _ADDED:
            continue
        if before[:2] != after[:2]:
            yield fault("migration-kind-changed", ("steps",), name=name)
        for option in sorted(before.options - after.options) if before[:2] == after[:2] else ():
            yield fault("migration-option-lost", ("steps",), name=f"{name}.{option}")
