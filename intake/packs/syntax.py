"""What to do about text that is not YAML: the sentences for the mistakes that libyaml tells in its own terms."""

from typing import NamedTuple

from yaml import MarkedYAMLError

from intake.words import _

#: What libyaml says where a line is set in otherwise than those it belongs to, or something follows a closed value.
_ASTRAY = frozenset(
    {"did not find expected key", "did not find expected '-' indicator", "did not find expected <document start>"}
)
_OPEN = ("did not find expected ',' or ']'", "did not find expected ',' or '}'")
_COLON = "mapping values are not allowed in this context"
_ELSEWHERE = _("this line is set in otherwise than those it belongs to; begin it where they begin")
_IN_TEXT = _("a colon within plain text; put the text in quotation marks")
_BEGINNING = _("plain text cannot begin with {mark}; put it in quotation marks")
#: What libyaml says, and what is said instead; `mark` is the character at which what is wrong begins.
_WHY = {
    _COLON: _ELSEWHERE,
    "found unexpected ':'": _IN_TEXT,
    "found character that cannot start any token": _BEGINNING,
    "did not find expected alphabetic or numeric character": _BEGINNING,
    "did not find expected node content": _BEGINNING,
    "found unknown directive name": _BEGINNING,
    "mapping keys are not allowed in this context": _BEGINNING,
    "did not find expected comment or line break": _(
        "after {mark} the text begins on the next line; put text that begins with it in quotation marks"
    ),
    "block sequence entries are not allowed in this context": _(
        "a list begins on a line of its own; put text that begins with {mark} in quotation marks"
    ),
    "found unknown escape character": _("between two {mark} a backslash is written twice; or use the mark ' instead"),
}


class _Spot(NamedTuple):
    """A place in a text: its line from 0, what stands on that line before it, and the character there."""

    line: int
    before: str
    here: str


def explained(error: MarkedYAMLError, text: str) -> tuple[int, str]:
    """The line (from 1) of a mistake in `text`, and what to do about it."""
    spot = _spot(error.problem_mark, text)
    opened = _spot(error.context_mark, text) if error.context_mark else spot
    problem = str(error.problem or error)
    said = _unclosed(problem, spot, opened) or _misplaced(problem, spot, opened)
    return said or (spot.line + 1, problem)


def _spot(mark: object, text: str) -> _Spot:
    line, column = getattr(mark, "line", 0), getattr(mark, "column", 0)
    lines = text.splitlines()
    stands = lines[line] if line < len(lines) else ""
    return _Spot(line, stands[:column], stands[column : column + 1])


def _unclosed(problem: str, spot: _Spot, opened: _Spot) -> tuple[int, str] | None:
    """What is opened and never closed, told where it opens."""
    if problem in {"found unexpected end of stream", "found unexpected document indicator"}:
        return opened.line + 1, _("the quotation mark {mark} that opens here is never closed; close it").format(
            mark=opened.here
        )
    if problem in _OPEN and not _colon_in_text(spot) and not _closed(spot):
        why = _(
            "the {mark} that opens here is not closed, or a comma is missing (line {line}); "
            "put text that begins with {mark} in quotation marks"
        )
        return opened.line + 1, why.format(mark=opened.here, line=spot.line + 1)
    if problem == "could not find expected ':'":
        why = _("a key without its colon; write key: value, or set the text in further than its key")
        return opened.line + 1, why
    return None


def _misplaced(problem: str, spot: _Spot, opened: _Spot) -> tuple[int, str] | None:
    """What cannot stand where it does."""
    mark = opened.here
    if spot.here == "\t" or "tab character" in problem:
        why = _("a tab at the beginning of a line; set lines in with blanks")
    elif problem in {_COLON, *_OPEN} and _colon_in_text(spot):
        why = _IN_TEXT
    elif problem in {*_ASTRAY, *_OPEN}:
        why, mark = _astray(spot), spot.before.rstrip()[-1:]
    else:
        why = _WHY.get(problem, "")
    return (spot.line + 1, why.format(mark=mark)) if why else None


def _astray(spot: _Spot) -> str:
    if _closed(spot):
        return _("text follows a closing {mark}; put all of the text in quotation marks, of the other kind if need be")
    return _ELSEWHERE


def _colon_in_text(spot: _Spot) -> bool:
    return spot.here == ":" and ": " in spot.before


def _closed(spot: _Spot) -> bool:
    """Whether something was closed right before a place: by a quotation mark or a bracket."""
    return spot.before.rstrip().endswith(('"', "'", "]", "}"))
