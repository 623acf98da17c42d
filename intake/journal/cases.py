"""What a case is, and which one a person means."""

import difflib
import re
import secrets
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from intake.journal.errors import UnknownCase
from intake.text import UnusableText, accept, folded, shorten, visible
from intake.words import _

#: What ids are made of: no vowels, so that none is a word; no 0, 1 or l, so that none is misread.
ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
_LENGTH = 6
_LISTED = 5
_FITTING = _(
    "“{wanted}” fits {count} cases. Name one by its id, its whole title, or words that no other title has:{cases}"
)
_NEAR = _("There is no case “{wanted}”. These are near it; name one by its id or its title:{cases}")
_SEVERAL = _("There are several cases. Name one by its id, its whole title, or words that no other title has:{cases}")
_WORD = re.compile(r"\w+")
_NO_CASES = _("There are no cases yet. Type intake to begin one.")
_NONE = _("There is no case “{wanted}”, and none that looks like it. Please check the id or the title.")


@dataclass(frozen=True, slots=True)
class Case:
    """One application, renewal or pre-screen. `created` and `changed` are ISO 8601 times, `events` counts its lines."""

    id: str
    title: str
    created: str
    changed: str
    events: int
    closed: bool


def unused_id(taken: Collection[str]) -> str:
    """A random id of six characters that is not in `taken`."""
    while True:
        wanted = "".join(map(secrets.choice, [ALPHABET] * _LENGTH))
        if wanted not in taken:
            return wanted


def usable_title(text: str) -> str:
    """`text` as a title on one line. Raises UnusableText when it cannot be kept, or nothing is left of it."""
    title = visible(accept(text), one_line=True)
    if not title:
        raise UnusableText(_("A case needs a title, so that you find it again. Please type a few words."))
    return title


def pick(cases: Sequence[Case], wanted: str) -> Case:
    """The case with the id or else the title `wanted`, else whose id begins so, else with those words in its title.

    Capitals do not matter, nor accents in words. Raises UnknownCase, naming those that fit when there are several and
    those that are near when there is none.
    """
    typed = _typed(wanted)
    if not typed:
        raise UnknownCase(_("Please say which case you mean: give its id, the beginning of its id, or its title."))
    key = _key(wanted)
    words = set(_WORD.findall(key))
    by_id = [case for case in cases if case.id == typed]
    by_title = [case for case in cases if _typed(case.title) == typed]
    by_start = [case for case in cases if case.id.startswith(typed)]
    by_letters = [case for case in cases if _key(case.title) == key]
    by_word = [case for case in cases if words and words <= set(_WORD.findall(_key(case.title)))]
    for fitting in (by_id, by_title, by_start, by_letters, by_word):
        if len(fitting) == 1:
            return fitting[0]
    several = list(dict.fromkeys([*by_start, *by_letters, *by_word]))
    raise UnknownCase(_which(several, cases, wanted))


def the_only(cases: Sequence[Case]) -> Case:
    """The case that is meant where none is named. Raises UnknownCase unless there is one and no other."""
    if len(cases) == 1:
        return cases[0]
    raise UnknownCase(_SEVERAL.format(cases=_listed(cases)) if cases else _NO_CASES)


def _typed(text: str) -> str:
    return unicodedata.normalize("NFC", visible(text, one_line=True)).strip().casefold()


def _key(text: str) -> str:
    typed = _typed(text)
    return folded(typed).strip() or typed  # an accent alone is a title too


def _which(fitting: Sequence[Case], cases: Sequence[Case], wanted: str) -> str:
    named = shorten(wanted, 40)
    if fitting:
        return _FITTING.format(wanted=named, count=len(fitting), cases=_listed(fitting))
    near = _near(cases, _key(wanted))
    if near:
        return _NEAR.format(wanted=named, cases=_listed(near))
    return _NONE.format(wanted=named)


def _near(cases: Sequence[Case], key: str) -> list[Case]:
    holding = [case for case in cases if key in _key(case.title)]
    named = {name: case for case in cases for name in (case.id, _key(case.title))}
    alike = [named[name] for name in difflib.get_close_matches(key, named, n=_LISTED)]
    return list(dict.fromkeys(holding + alike))


def _listed(cases: Sequence[Case]) -> str:
    """A line for each of the first cases: its id, its title, and when it was begun; how many there are besides."""
    rest = len(cases) - _LISTED
    more = [_("and {rest} more").format(rest=rest)] if rest > 0 else []
    return "".join(f"\n  {line}" for line in [*map(_line, cases[:_LISTED]), *more])


def _line(case: Case) -> str:
    state = _("finished") if case.closed else _("open")
    text = _("{id}  {title} ({state}, begun {day})")
    return text.format(id=case.id, title=shorten(case.title, 40), state=state, day=case.created[: len("2026-03-01")])
