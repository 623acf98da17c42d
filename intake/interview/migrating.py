"""A content brought to a new version of its flow. Pure: what each step does follows from the content and the step.

No answer is dropped: it goes over, or over to be looked at again, or it is kept aside. What has no place in the new
version, although no step says so, is found by `misfits` and set aside as well.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec
from rpds import HashTrieMap

from intake.interview import steps as st
from intake.interview.fitting import fits
from intake.interview.flow import Flow
from intake.interview.state import ONLY, Answer, Aside, Content, Item, Section

_replace = msgspec.structs.replace
#: Ends the name of a section that had to make room; no flow can have such a name.
_DISPLACED = "~"


def migrated(content: Content, steps: Iterable[st.Step]) -> Content:
    """`content` after `steps`. Where the person was is forgotten: the interview goes on at what is open first."""
    for step in steps:
        content = _STEPS[type(step)](content, step)
    return _replace(content, focus=None, last=None)


def misfits(content: Content, flow: Flow) -> tuple[st.SetAside, ...]:
    """The steps that set aside every answer for which `flow` has no place: no such question, or no such value in it."""
    return tuple(
        st.SetAside(f"{name}.{field}", item.id)
        for name, section in content.sections.items()
        for item in section.ordered()
        for field, answer in item.answers.items()
        if not _placed(flow, name, item.id, field, answer)
    )


def former(sections: Iterable[str], steps: Iterable[st.Step]) -> frozenset[str]:
    """What `sections` were called before `steps`."""
    names = frozenset(sections)
    for step in reversed(tuple(steps)):
        if isinstance(step, st.RenameSection) and step.to in names:
            names = names - {step.to} | {step.section}
    return names


def renamed(sections: Iterable[str], steps: Iterable[st.Step]) -> frozenset[str]:
    """What `sections` are called after `steps`."""
    names = frozenset(sections)
    for step in steps:
        if isinstance(step, st.RenameSection) and step.section in names:
            names = names - {step.section} | {step.to}
    return names


def _placed(flow: Flow, name: str, item: str, field: str, answer: Answer) -> bool:
    section = flow.sections.get(name)
    question = section.by_field.get(field) if section else None
    if section is None or question is None or (section.repeat is None) != (item == ONLY):
        return False
    return answer.status != "answered" or fits(question, answer.value)


def _with(content: Content, name: str, items: Iterable[Item]) -> Content:
    """`content` with other items in a section; how far the list is stays as it is."""
    kept = content.sections[name]
    others = HashTrieMap({item.id: item for item in items})
    return _replace(content, sections={**content.sections, name: _replace(kept, others=others, recent=None)})


def _holding(content: Content, question: str) -> Iterator[tuple[Item, Answer]]:
    """Every item with an answer to a question, with that answer."""
    name, _, field = question.partition(".")
    for item in content.sections[name].ordered() if name in content.sections else ():
        if field in item.answers:
            yield item, item.answers[field]


def _answers_put(content: Content, question: str, change: Callable[[Answer], Answer]) -> Content:
    """`content` with every answer to a question changed."""
    name, _, field = question.partition(".")
    held = {item.id: item.answers | {field: change(answer)} for item, answer in _holding(content, question)}
    if not held:
        return content
    items = content.sections[name].ordered()
    return _with(content, name, [_replace(i, answers=held.get(i.id, i.answers)) for i in items])


def _aside(content: Content, question: str, which: Callable[[str], bool], label: str = "") -> Content:
    """`content` with the answers to a question kept aside, in the items that `which` says."""
    name, _, field = question.partition(".")
    held = {item.id: answer for item, answer in _holding(content, question) if which(item.id)}
    if not held:
        return content
    kept = tuple(Aside(question, item, answer, label) for item, answer in held.items())
    items = [_without(i, field) if i.id in held else i for i in content.sections[name].ordered()]
    return _with(_replace(content, aside=(*content.aside, *kept)), name, items)


def _without(item: Item, field: str) -> Item:
    return _replace(item, answers={name: answer for name, answer in item.answers.items() if name != field})


def _rename_question(content: Content, step: st.RenameQuestion) -> Content:
    name, _, field = step.question.partition(".")
    section, _, to = step.to.partition(".")
    if step.question == step.to:
        return content
    going = {item.id: answer for item, answer in _holding(content, step.question) if section == name or not item.id}
    if not going:
        return _aside(content, step.question, lambda _item: True)
    content = _aside(content, step.to, lambda item: item in going)  # what stands there already makes room
    content = _aside(content, step.question, lambda item: item not in going)
    content = _with(content, name, [_without(item, field) for item in content.sections[name].ordered()])
    target = content.sections.get(section, Section())
    items = {item.id: item for item in target.ordered()}
    for item, answer in going.items():
        kept = items.get(item, Item(item, 0, {}))
        items[item] = _replace(kept, answers=kept.answers | {to: answer})
    return _with(_replace(content, sections={**content.sections, section: target}), section, items.values())


def _rename_section(content: Content, step: st.RenameSection) -> Content:
    if step.section not in content.sections or step.section == step.to:
        return content
    if step.to in content.sections:
        content = _rename_section(content, st.RenameSection(step.to, step.to + _DISPLACED))

    def called(item: str) -> str:
        section, dash, number = item.rpartition("-")
        return f"{step.to}{dash}{number}" if section == step.section else item

    sections = {step.to if name == step.section else name: kept for name, kept in content.sections.items()}
    files = [_replace(file, item=called(file.item)) for file in content.files.values()]
    content = _replace(
        content,
        sections=sections,
        files=HashTrieMap({(file.item, file.sha256): file for file in files}),
        remembered=tuple(_replace(w, section=step.to) if w.section == step.section else w for w in content.remembered),
        aside=tuple(_replace(kept, item=called(kept.item)) for kept in content.aside),
    )
    return _with(content, step.to, [_replace(item, id=called(item.id)) for item in sections[step.to].ordered()])


def _rename_option(content: Content, step: st.RenameOption) -> Content:
    def change(answer: Answer) -> Answer:
        value: Any = answer.value
        if isinstance(value, list):
            value = list(dict.fromkeys(step.to if one == step.option else one for one in value))
        elif value == step.option:
            value = step.to
        return _replace(answer, value=value)

    return _answers_put(content, step.question, change)


def _remove_option(content: Content, step: st.RemoveOption) -> Content:
    """A list of choices that held the option goes aside whole: what is left of it is not what the person said."""
    held = {item.id for item, answer in _holding(content, step.question) if step.option in _chosen(answer.value)}
    return _aside(content, step.question, lambda item: item in held)


def _chosen(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _ask_anew(content: Content, step: st.AskAnew) -> Content:
    return _answers_put(content, step.question, lambda answer: _replace(answer, look=step.why))


#: What each kind of step does to a content.
_STEPS: dict[type, Callable[[Content, Any], Content]] = {
    st.RenameQuestion: _rename_question,
    st.RenameSection: _rename_section,
    st.RenameOption: _rename_option,
    st.RemoveOption: _remove_option,
    st.RemoveQuestion: lambda content, step: _aside(content, step.question, lambda _item: True, step.label),
    st.AddQuestion: lambda content, _step: content,
    st.AskAnew: _ask_anew,
    st.SetAside: lambda content, step: _aside(content, step.question, lambda item: item == step.item),
}
