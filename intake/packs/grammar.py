"""What a pack's models refuse, said of the file and line at fault."""

from typing import Any

from pydantic import ValidationError

from intake.packs.finding import Finding, PackError, refusal
from intake.packs.yaml import Place, Places
from intake.words import _

#: Codes for what pydantic calls by these names; errors of our own validators bring their code as their type.
_CODES = {"extra_forbidden": "key-unknown", "missing": "key-missing"}
_OWN = frozenset({"keyword-unknown", "schema-wrong", "fact-cycle"})


def refused(error: ValidationError, places: Places) -> PackError:
    """The error that names all that a model refuses.

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
    found = [_finding(one, places) for one in told]
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


def _finding(error: Any, places: Places) -> Finding:
    code = _CODES.get(error["type"], error["type"] if error["type"] in _OWN else "value-wrong")
    why = _("This key is not known here; check its spelling") if code == "key-unknown" else error["msg"]
    at = _known(places, (*error["loc"], *error.get("ctx", {}).get("at", ())))
    named = (*at, error["loc"][-1]) if code == "key-missing" else at
    stands = places[at]
    return Finding(str(stands.path), stands.line, code, f"{'.'.join(map(str, named))}: {why}.")
