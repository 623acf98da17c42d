"""What an answer or a fact may be, and the few kinds of value that conditions can tell apart.

Conditions are schemas on one value each, of a closed list of keywords. So values that the same schemas accept are one:
of an enumeration a set of options, of a number an interval that the thresholds cut. `outcomes` gives one set of
accepting schemas for each kind of value there is; that is exact, not a sample.
"""

import json
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from jsonschema_rs import Draft202012Validator

from intake.interview.flow import Question
from intake.portfolio.conditions import within
from intake.rulebook.edition import Fact
from intake.words import _

#: Keywords that compare numbers, and so hold of everything else.
_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
#: The most schemas that are told apart on one value, and the most kinds of list.
MOST_KINDS = 400
Schema = dict[str, Any]


class Domain(NamedTuple):
    """The values of an answer or a fact: some `options`, sets of them, numbers in bounds, or texts of any kind."""

    kind: Literal["one", "many", "number", "whole", "text"]
    options: tuple[Any, ...] = ()
    least: float | None = None
    most: float | None = None

    def holds(self, value: Any) -> bool:
        """Whether `value` may occur."""
        if self.kind in {"one", "many"}:
            return any(value is option or (value == option and type(value) is type(option)) for option in self.options)
        if self.kind == "text":
            return isinstance(value, str)
        number = isinstance(value, int | float) and not isinstance(value, bool)
        whole = self.kind != "whole" or (number and value == int(value))
        return number and whole and (self.least or 0) <= value and (self.most is None or value <= self.most)

    def said(self) -> str:
        """The values in words."""
        words = ", ".join(json.dumps(value) if isinstance(value, bool) else str(value) for value in self.options)
        if self.kind in {"one", "many"}:
            return (_("one of {words}") if self.kind == "one" else _("a list of {words}")).format(words=words)
        if self.kind == "text":
            return _("a text or a date")
        low = _("a number from {least}").format(least=self.least or 0)
        return low if self.most is None else _("{low} to {most}").format(low=low, most=self.most)


BOOL = Domain("one", (True, False))
#: What is either known to be so, or not known.
TRUE = Domain("one", (True,))
TEXT = Domain("text")


def of_question(question: Question) -> Domain:
    """What a question's answer may be."""
    if question.kind == "yes_no":
        return BOOL
    if question.kind in {"choice", "choices"}:
        return Domain("one" if question.kind == "choice" else "many", tuple(c.id for c in question.choices))
    if question.kind in {"number", "hours"}:
        return Domain("number", least=question.least, most=question.most)
    return TEXT


def dated(question: Question) -> bool:
    """Whether a rule may ask if the day of an answer has come: a date, or a span that always has a start of its own."""
    return question.kind == "date" or (question.kind == "span" and not question.whole)


def of_fact(fact: Fact) -> Domain:
    """What a fact may be."""
    if fact.op == "all":
        return BOOL
    if fact.op == "earliest":
        return TEXT
    return Domain("whole" if fact.op in {"count", "distinct"} else "number")


@lru_cache(maxsize=4096)
def outcomes(domain: Domain, texts: tuple[str, ...]) -> frozenset[frozenset[int]]:
    """For each kind of value that schemas, given as JSON, tell apart: which of them (by index) accept it.

    Raises OverflowError where there are more kinds than `MOST_KINDS`.
    """
    if len(texts) > MOST_KINDS:
        raise OverflowError
    schemas: list[Schema] = [json.loads(text) for text in texts]
    judges = [Draft202012Validator(schema) for schema in schemas]
    kinds = frozenset(
        frozenset(n for n, judge in enumerate(judges) if judge.is_valid(value)) for value in _values(domain, schemas)
    )
    return _unions(kinds) if domain.kind == "many" else kinds


def _unions(kinds: frozenset[frozenset[int]]) -> frozenset[frozenset[int]]:
    """What lists are accepted by: with `contains` alone, whatever accepts one of their members."""
    found = set(kinds)
    for kind in kinds:
        found |= {kind | other for other in found}
        if len(found) > MOST_KINDS:
            raise OverflowError
    return frozenset(found)


def _values(domain: Domain, schemas: Iterable[Schema]) -> list[Any]:
    """Values enough that each kind of value has one among them."""
    if domain.kind == "many":
        return [[option] for option in domain.options]
    if domain.kind == "one":
        return list(domain.options)
    named = {value for schema in schemas for value in _named(schema) if not isinstance(value, bool | None)}
    texts = sorted(value for value in named if isinstance(value, str))
    if domain.kind == "text":
        return [*texts, "".join(texts) + "-"]  # the last is none of them
    ends = {0 if domain.least is None else domain.least, *([] if domain.most is None else [domain.most])}
    return [value for value in _between(sorted((named - set(texts)) | ends)) if domain.holds(value)]


def _between(cuts: list[float]) -> list[float]:
    """The cuts, and values before, between and behind them, whole ones too."""
    inner = [value for low, high in pairwise(cuts) for value in ((low + high) / 2, int(low) + 1)]
    return [*cuts, *inner, cuts[0] - 1, cuts[-1] + 1, int(cuts[-1]) + 1]


def _named(schema: Schema) -> list[Any]:
    """The values that `schema` names."""
    own = [*(schema[word] for word in ("const", *_BOUNDS) if word in schema), *schema.get("enum", [])]
    return own + [value for inner in within(schema) for value in _named(inner)]


def strangers(domain: Domain, schema: Schema) -> list[Any]:
    """The values that `schema` asks for and that never occur."""
    asked = [*([schema["const"]] if "const" in schema else []), *schema.get("enum", [])]
    return [v for v in asked if not domain.holds(v)] + [v for one in within(schema) for v in strangers(domain, one)]


def unfit(domain: Domain, schema: Schema, *, member: bool = False) -> list[str]:
    """The keywords of `schema` that say nothing of such values; `member` where it is asked of one of a list."""
    fits = {"anyOf"} | ({"contains"} if domain.kind == "many" and not member else {"const", "enum"})
    fits |= set(_BOUNDS) if domain.kind in {"number", "whole"} else set()
    found = [keyword for keyword in schema if keyword not in fits]
    if "contains" in schema and "contains" in fits:
        found += unfit(domain, schema["contains"], member=True)
    return found + [keyword for one in schema.get("anyOf", []) for keyword in unfit(domain, one, member=member)]
