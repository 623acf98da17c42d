"""The schema of a condition in words: "at least 24", "yes", "active or removed"."""

from collections.abc import Callable, Iterable
from typing import Any

from intake.words import _


def said(schema: dict[str, Any], value: Callable[[Any], str]) -> str:
    """What `schema` asks of a value, with each value in it said by `value`; for the keywords that conditions use."""
    return _(" and ").join(_KEYWORDS[keyword](limit, value) for keyword, limit in schema.items())


def plainly(value: Any) -> str:
    """A value that has no label of its own: yes, no, or itself."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return f"{value:g}" if isinstance(value, float) else str(value)


def either(words: Iterable[str]) -> str:
    """Alternatives: "a, b or c"."""
    *others, last = words
    return _("{others} or {last}").format(others=", ".join(others), last=last) if others else last


_Said = Callable[[Any, Callable[[Any], str]], str]
_KEYWORDS: dict[str, _Said] = {
    "const": lambda limit, value: value(limit),
    "enum": lambda limit, value: either(value(one) for one in limit),
    "minimum": lambda limit, value: _("at least {n}").format(n=value(limit)),
    "maximum": lambda limit, value: _("at most {n}").format(n=value(limit)) if limit else _("none"),
    "exclusiveMinimum": lambda limit, value: _("more than {n}").format(n=value(limit)),
    "exclusiveMaximum": lambda limit, value: _("less than {n}").format(n=value(limit)),
    "contains": lambda limit, value: _("among others {what}").format(what=said(limit, value)),
    "anyOf": lambda limit, value: either(said(one, value) for one in limit),
}
