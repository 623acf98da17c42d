"""The checker of migrations: version N has N−1 of them, and each says what became of every question and option.

A migration is followed step by step from what the older version asks, where that version is here; what it ends with
must be what the newer one asks. Where it is not here, only the names in the newer one can be checked.
"""

from collections.abc import Iterator
from typing import NamedTuple

from intake.interview import steps as st
from intake.interview.flow import Flow
from intake.packs.finding import Finding
from intake.packs.load import load_migration, load_version, migrations


class _Asked(NamedTuple):
    """What decides whether an answer can go over: the kind, whether it is asked in a list, and the options."""

    kind: str
    listed: bool
    options: frozenset[str]


#: A question that a step adds: no answer goes over to it.
_ADDED = _Asked("", listed=False, options=frozenset())
#: What is asked, by the question's name.
_Names = dict[str, _Asked]


def check_migrations(name: str, flow: Flow) -> Iterator[Finding]:
    """Every fault of the migrations that lead to `flow`, the present version of `name`. Raises PackError."""
    found = migrations(name)
    for number in range(2, flow.version + 1):
        if number not in found:
            do = (
                f"Write migrations/{_file(name, number)}, from version {number - 1}; with steps: [] if nothing changed."
            )
            yield Finding("migration-missing", _file(name, number), do)
    for number in sorted(found.keys() - range(2, flow.version + 1)):
        do = f"The flow is at version {flow.version}; take this file out, or give the flow its version."
        yield Finding("migration-spare", _file(name, number), do)
    versions = {number: _version(name, number, flow) for number in range(1, flow.version + 1)}
    for number in sorted(found.keys() & range(2, flow.version + 1)):
        migration = load_migration(name, number)
        if migration is not None:
            where = _file(name, number)
            yield from follow(where, migration.recorded(), versions[number - 1], versions[number])


def _file(name: str, number: int) -> str:
    return f"{name.partition('/')[2]}-{number}.yaml"


def _version(name: str, number: int, flow: Flow) -> Flow | None:
    """A version of the flow; None where it is not here."""
    if number == flow.version:
        return flow
    pack = load_version(name, number)
    return pack.flow if pack else None


def _names(flow: Flow) -> _Names:
    return {
        f"{section.id}.{q.field}": _Asked(q.kind, section.repeat is not None, frozenset(c.id for c in q.choices))
        for section in flow.sections.values()
        for q in section.questions
    }


def follow(where: str, steps: tuple[st.Step, ...], old: Flow | None, new: Flow | None) -> Iterator[Finding]:
    """The faults of one migration from `old` to `new`. What it leaves unsaid is told once all its names are right."""
    asked = _names(new) if new else {}
    wrong = [*_steps(where, steps, _names(old))] if old else []
    wrong += _targets(where, steps, asked) if new else []
    yield from wrong
    if not wrong and old and new:
        yield from _unsaid(where, _after(steps, _names(old)), asked)


def _after(steps: tuple[st.Step, ...], names: _Names) -> _Names:
    for step in steps:
        _apply(step, names)
    return names


def _steps(where: str, steps: tuple[st.Step, ...], names: _Names) -> Iterator[Finding]:
    """The steps that name what is not there when their turn comes, or give a name that is taken."""
    for number, step in enumerate(steps, start=1):
        at = f"{where}: step {number}"
        unknown, taken = _unknown(step, names), _taken(step, names)
        if unknown:
            yield Finding("migration-old-unknown", at, f"{unknown!r} is not there at this step; check its spelling.")
        elif taken:
            do = f"{taken!r} is there already; give another name, or remove that first."
            yield Finding("migration-name-taken", at, do)
        elif isinstance(step, st.RenameQuestion) and _moves_in_list(step, names):
            do = f"An answer in a list stays in it: remove {step.question!r} and add {step.to!r}."
            yield Finding("migration-moves-list", at, do)
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


def _targets(where: str, steps: tuple[st.Step, ...], new: _Names) -> Iterator[Finding]:
    """The steps that lead to something which the newer version does not ask."""
    for number, step in enumerate(steps, start=1):
        name = _ends_as(step, steps[number:])
        missing = name if name is not None and "." in name and name not in new else ""
        if isinstance(step, st.RenameSection) and name and not _of(name, new):
            missing = name
        if isinstance(step, st.RenameOption) and name in new and not _option_here(step, steps[number:], new[name]):
            missing = f"{name}.{step.to}"
        if missing:
            do = f"The new version has no {missing!r}; check its spelling, or take the step out."
            yield Finding("migration-new-unknown", f"{where}: step {number}", do)


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


def _unsaid(where: str, names: _Names, new: _Names) -> Iterator[Finding]:
    """What the older version asked, or the newer one asks, and no step speaks of."""
    for name in sorted(names.keys() - new.keys()):
        do = "The new version does not ask this. Rename it, or remove it, so that its answers are kept aside."
        yield Finding("migration-question-lost", f"{where}: {name}", do)
    for name in sorted(new.keys() - names.keys()):
        do = "The older version does not ask this. Add it, or rename the question that it was."
        yield Finding("migration-question-unsaid", f"{where}: {name}", do)
    for name in sorted(names.keys() & new.keys()):
        before, after = names[name], new[name]
        if before is _ADDED:
            continue
        if before[:2] != after[:2]:
            do = "Its answers are of another kind now and cannot stand. Remove the question, then add it."
            yield Finding("migration-kind-changed", f"{where}: {name}", do)
        for option in sorted(before.options - after.options) if before[:2] == after[:2] else ():
            do = "The new version does not offer this. Rename it to the option that it is now, or remove it."
            yield Finding("migration-option-lost", f"{where}: {name}.{option}", do)
