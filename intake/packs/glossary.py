"""The glossary: one plain sentence for each term, for the moment it is asked about."""

import re
from functools import cached_property

from pydantic import BaseModel, ConfigDict

_WORD = re.compile(r"[^\W_]+")
_ARTICLES = ("a ", "an ", "the ", "my ", "your ", "this ", "that ")


class Term(BaseModel):
    """A term, other names for it, and its sentence."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    term: str
    aliases: tuple[str, ...] = ()
    means: str


class Glossary(BaseModel):
    """All terms of a pack."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    terms: tuple[Term, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What all terms are called."""
        return tuple(name for term in self.terms for name in (term.term, *term.aliases))

    @cached_property
    def by_name(self) -> dict[str, Term]:
        """Terms by every name they have: its words in small letters, whatever stands between them."""
        return {_words(name): term for term in self.terms for name in (term.term, *term.aliases)}

    def find(self, asked: str) -> Term | None:
        """The term that `asked` names: itself, without an article or a plural, or the only one whose name holds it."""
        words = _words(asked)
        for article in _ARTICLES:
            words = words.removeprefix(article)
        one = re.sub("ies$", "y", words)
        for name in (words, words.removesuffix("s"), words + "s", words.removesuffix("es"), one):
            if name in self.by_name:
                return self.by_name[name]
        near = {
            id(t): t for name, t in self.by_name.items() if len(words) > 3 and (words in name or name in words.split())
        }
        return next(iter(near.values())) if len(near) == 1 else None


def _words(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold()))
