"""A rule in plain words, made from the rule itself: its need, its looser need, its facts and their tests.

A way of a need is a list of phrases, one a fact: "at least 24 months of paid work", "membership in VAIMH is current".
The words are the titles that the edition gives to its facts and answers, and one for each keyword of a schema.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from intake.portfolio.conditions import Need
from intake.rulebook.edition import Answer, Edition, Fact, Requirement
from intake.words import _

Schema = Mapping[str, Any]

#: What a limit is called, by its keyword in JSON Schema, in the order in which limits are said.
_LIMITS = {
    "const": _("exactly {n}"),
    "minimum": _("at least {n}"),
    "exclusiveMinimum": _("more than {n}"),
    "maximum": _("at most {n}"),
    "exclusiveMaximum": _("fewer than {n}"),
}


class _Subject(NamedTuple):
    """What a fact or an answer is called where it is one and where it is several, and how its values are said.

    `lead` stands before a value that is no amount.
    """

    one: str
    several: str
    lead: str
    says: Mapping[str, str]


def rule(edition: Edition, requirement: Requirement) -> str:
    """All that a requirement asks: its sentence, what is not counted, what only on confirmation, and the note."""
    said = (f(edition, requirement) for f in (sentence, left_out, on_confirmation))
    return " ".join(filter(None, (*said, requirement.note)))


def sentence(edition: Edition, requirement: Requirement) -> str:
    """What must hold, in one sentence: the ways to meet the requirement, then those that the association must confirm.

    No part of it is written by hand for this requirement.
    """
    need, confirm = (_either(edition, ways) for ways in (requirement.need, requirement.confirm))
    if need and confirm:
        said = _("{need}; or, only if the association says so, {confirm}.").format(need=need, confirm=confirm)
    elif need:
        said = f"{need}."
    elif confirm:
        said = _("Only if the association says so: {confirm}.").format(confirm=confirm)
    else:
        said = _("Whether this is met, only the association can say.")
    return said[0].upper() + said[1:]


def on_confirmation(edition: Edition, requirement: Requirement) -> str:
    """What is counted only if the association says so, in one sentence; empty where nothing is."""
    said = "; ".join(doubts(edition, requirement))
    return _("Counted only if the association says so: {doubts}.").format(doubts=said) if said else ""


def doubts(edition: Edition, requirement: Requirement) -> tuple[str, ...]:
    """What is counted only if the association says so, each in a few words."""
    facts = [edition.facts[name] for name in requirement.named if name in edition.facts]
    return tuple(dict.fromkeys(doubt for fact in facts for doubt in _doubts(edition, fact)))


def left_out(edition: Edition, requirement: Requirement) -> str:
    """What the facts of the need leave out whatever the association says, in one sentence; empty where nothing is."""
    facts = [edition.facts[name] for name in requirement.named if name in edition.facts]
    reasons = dict.fromkeys(reason for fact in facts for reason in _reasons(edition, fact))
    return _("Not counted: {reasons}.").format(reasons="; ".join(reasons)) if reasons else ""


def _reasons(edition: Edition, fact: Fact) -> Iterator[str]:
    if fact.after and fact.before == "out":
        yield _("time before {after}").format(after=called(edition, fact.after)[0])
    if fact.measures:  # what is merely counted says by its title what counts
        yield from (_("where {reason}").format(reason=test.otherwise) for test in fact.where if test.confirm is None)


def called(edition: Edition, name: str) -> tuple[str, str]:
    """The title and the unit (may be empty) of a fact or an answer; its own name made readable where it has none."""
    part = edition.facts.get(name) or edition.answers.get(name)
    return (part.title, part.unit) if part else (_readable(name), "")


def value_said(edition: Edition, name: str, value: Any) -> str:
    """The value of an answer as a rule says it: "membership in VAIMH is current"; empty for a fact and an amount."""
    if name in edition.facts or value is None or _is_number(value):
        return ""
    return _phrase(edition, name, {"const": value})


def _doubts(edition: Edition, fact: Fact) -> Iterator[str]:
    if fact.after and fact.before == "confirm":
        yield _("time before {after}").format(after=called(edition, fact.after)[0])
    reasons = (test.because for test in fact.where if test.confirm is not None and test.because)
    yield from (_("where {doubt}").format(doubt=reason) for reason in reasons)


def _either(edition: Edition, need: Need | tuple[Need, ...] | None) -> str:
    """The ways of a need; empty where nothing is needed."""
    ways = (need,) if isinstance(need, dict) else need or ()
    said = [_all_of([_phrase(edition, name, schema) for name, schema in way.items()]) for way in ways if way]
    return _("one of: {ways}").format(ways="; ".join(said)) if len(said) > 1 else "".join(said)


def _phrase(edition: Edition, name: str, schema: Schema) -> str:
    """What a schema asks of the fact or the answer `name`."""
    subject = _subject(edition.facts.get(name) or edition.answers.get(name), name)
    return _joined(schema, lambda part: _amount(subject, part) if _is_amount(part) else _state(subject, part))


def _subject(part: Fact | Answer | None, name: str) -> _Subject:
    """How a fact, an answer, or a name that is neither is spoken of."""
    if part is None:
        return _Subject(_readable(name), _readable(name), _readable(name), {})
    unit = f"{part.unit} " if part.unit and not part.title.startswith(part.unit) else ""
    several = _("{unit}of {title}").format(unit=unit, title=part.title) if unit else part.title
    if isinstance(part, Answer):
        return _Subject(several, several, part.title, part.says)
    if part.op == "all":
        says = {"true": part.title, "false": _("not {title}").format(title=part.title)}
        return _Subject(part.title, part.title, "", says)
    if part.called:
        one, many = part.called[0].partition(" ")[2], part.called[1] if part.op == "count" else several
        return _Subject(one, many, part.title, {})
    entry = _("entry of {title}").format(title=part.title) if part.op == "count" else several
    return _Subject(entry, several, part.title, {})


def _joined(schema: Schema, said: Callable[[Schema], str]) -> str:
    """What a schema asks: its own keywords, said by `said`, and one of its alternatives."""
    own = {keyword: value for keyword, value in schema.items() if keyword != "anyOf"}
    ways = _any_of([_joined(way, said) for way in schema.get("anyOf", ())])
    return _all_of([part for part in (said(own) if own else "", ways) if part])


def _amount(subject: _Subject, schema: Schema) -> str:
    """The limits of a number and what is counted: "at least 24 months of paid work"."""
    if schema in ({"maximum": 0}, {"const": 0}):
        return _("no {what}").format(what=subject.several)
    if schema == {"minimum": 0}:
        return _("0 or more {what}").format(what=subject.several)
    limits = [(words, [schema[keyword]]) for keyword, words in _LIMITS.items() if keyword in schema]
    limits += [(_LIMITS["const"], schema["enum"])] if "enum" in schema else []
    said = [words.format(n=_any_of([_number(n) for n in numbers])) for words, numbers in limits]
    return f"{_all_of(said)} {subject.one if limits[-1][1] == [1] else subject.several}"


def _state(subject: _Subject, schema: Schema) -> str:
    if len(set(subject.says.values())) > 1 and {_key(value) for value in schema.get("enum", ())} >= subject.says.keys():
        return _("any answer about {what}").format(what=subject.lead)
    return f"{subject.lead} {_value(subject, schema)}".strip()


def _value(subject: _Subject, schema: Schema) -> str:
    """What a value must be, or what a list must hold; "taken, or taken with a passing mark" is no more than "taken"."""
    if "contains" in schema:
        return _joined(schema["contains"], lambda part: _value(subject, part))
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    said = list(dict.fromkeys(_one_value(subject, value) for value in values))
    return _any_of([one for one in said if not any(one.startswith(f"{wider} ") for wider in said)])


def _key(value: Any) -> str:
    """A value as `says` names it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _one_value(subject: _Subject, value: Any) -> str:
    key = _key(value)
    plain = {"true": _("yes"), "false": _("no")}.get(key) or _readable(key)
    return subject.says.get(key) or _("is {value}").format(value=plain)


def _is_amount(schema: Schema) -> bool:
    """Whether a schema limits a number."""
    values = [schema[keyword] for keyword in _LIMITS if keyword in schema] + schema.get("enum", [])
    return any(map(_is_number, values))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _number(value: float) -> str:
    """A number as it is read: "one", "24", "37.5"."""
    if value == 1:
        return _("one")
    return str(int(value)) if value == int(value) else str(value)


def _readable(name: str) -> str:
    """The name of an answer or of a value without the signs of a program."""
    return name.replace(".", ": ").replace("_", " ")


def _all_of(parts: list[str]) -> str:
    return _listed(parts, _("{first} and {last}"))


def _any_of(parts: list[str]) -> str:
    return _listed(parts, _("{first} or {last}"))


def _listed(parts: list[str], last_two: str) -> str:
    """Parts as one says them: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return last_two.format(first=", ".join(parts[:-1]), last=parts[-1])
