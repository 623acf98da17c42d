"""What a pack's models refuse, said of the file and line at fault."""

from typing import Any

from pydantic import ValidationError

from intake.packs.finding import Finding, PackError, refusal
from intake.packs.yaml import Place, Places
from intake.text import shorten
from intake.words import _

#: Codes for what pydantic calls by these names; errors of our own validators bring their code as their type.
_CODES = {"extra_forbidden": "key-unknown", "missing": "key-missing"}
_OWN = frozenset({"keyword-unknown", "schema-wrong", "fact-cycle"})
_MAP = _("write a map, such as key: value")
_LIST = _("write a list, such as [one, two]")
_WHOLE = _("write a whole number, without quotation marks")
_DECIMAL = _("write a number, without quotation marks")
_YES_NO = _("write true or false, without quotation marks")
#: What to write instead, by pydantic's type of error; words in braces are of its context.
_WRITE = {
    "dict_type": _MAP,
    "model_type": _MAP,
    "model_attributes_type": _MAP,
    "tuple_type": _LIST,
    "too_short": _("write a list of {min_length} or more"),
    "too_long": _("write a list of {max_length} at most"),
    "literal_error": _("write one of {expected}"),
    "union_tag_invalid": _("write under {discriminator} one of {expected_tags}"),
    "union_tag_not_found": _("write {discriminator}, which says what kind of entry this is"),
    "string_pattern_mismatch": _("write small letters, digits and _, such as {example}"),
    "string_type": _("write a text; put a number, true or false in quotation marks"),
    "string_too_short": _("write a text, which is not empty"),
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _DECIMAL,
    "float_parsing": _DECIMAL,
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "greater_than_equal": _("write {ge} or more"),
}
#: What an entry of a list is known by, and the longest that is said of it, in characters.
_KNOWN_BY = ("id", "field", "term")
_LONGEST = 60


def refused(error: ValidationError, places: Places, value: Any) -> PackError:
    """The error that names all that a model refuses of `value`.

    What follows from another fault is left out: that the right key is missing where one is misspelt, and that a list
    is too short whose entries are at fault.
    """
    errors = error.errors(include_url=False)
    misspelt = {one["loc"][:-1] for one in errors if one["type"] == "extra_forbidden"}
    holding = {one["loc"][:n] for one in errors for n in range(len(one["loc"]))}
    told = [
        one
        for one in errors
        if one["loc"] not in holding and (one["type"] != "missing" or one["loc"][:-1] not in misspelt)
    ]
    found = [_finding(one, places, value) for one in told]
    return refusal(*sorted(dict.fromkeys(found), key=lambda finding: finding.code != "key-unknown"))


def place(places: Places, at: tuple[Any, ...]) -> Place:
    """Where `at` stands, or else the nearest that holds it."""
    return places[_known(places, at)]


def _known(places: Places, at: tuple[Any, ...]) -> tuple[str | int, ...]:
    """`at` without the steps that lead nowhere: a key that is missing, or a union's tag."""
    known: tuple[str | int, ...] = ()
    for step in at:
        known = (*known, step) if (*known, step) in places else known
    return known


def _finding(error: Any, places: Places, value: Any) -> Finding:
    code = _CODES.get(error["type"], error["type"] if error["type"] in _OWN else "value-wrong")
    why = _("This key is not known here; check its spelling") if code == "key-unknown" else _why(error)
    at = _known(places, (*error["loc"], *error.get("ctx", {}).get("at", ())))
    named = (*at, error["loc"][-1]) if code == "key-missing" else at
    stands = places[at]
    beside = f" ({names})" if (names := _names(value, at)) else ""
    return Finding(str(stands.path), stands.line, code, f"{'.'.join(map(str, named))}{beside}: {why}.")


def _why(error: Any) -> str:
    """What to write instead of what a model refuses; in pydantic's words where there are none of our own."""
    context = error.get("ctx", {})
    if error["type"] not in _WRITE:
        return str(error["msg"])
    why = _WRITE[error["type"]].format(**context, example=_example(context.get("pattern", "")))
    return _("nothing stands here; {why}").format(why=why) if error["input"] is None else why


def _example(pattern: str) -> str:
    """A name that a pattern of the grammar takes."""
    return "vaimh/application" if "/" in pattern else "part.name" if r"\." in pattern else "name"


def _names(value: Any, at: tuple[str | int, ...]) -> str:
    """The entries of lists that lead to a place, by what they are called: `stages portfolio › sections applicant`."""
    found = []
    for n, step in enumerate(at):
        holding = isinstance(value, dict | list)
        value = value[step] if holding else {}
        entry = value if n and isinstance(step, int) and isinstance(value, dict) else {}
        called = next((entry[key] for key in _KNOWN_BY if isinstance(entry.get(key), str)), "")
        found += [f"{at[n - 1]} {shorten(called, _LONGEST)}"] if called else []
    return " › ".join(found)
