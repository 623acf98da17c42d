"""What a call sheet says, as frozen models: the questions of a call, the script, and how a line knows its words.

A line takes answers of the interview's own questions, so that a call that becomes an application is asked nothing
twice; a line that takes none keeps the caller's words as they are.
"""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from intake.interview.flow import Name, Part, Words

#: Words in small letters, as a phrase is looked for in what was said.
Phrase = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True, to_lower=True)]


class Take(Part):
    """A question of the interview that a line takes an answer to, and how callers say that answer.

    `yes` and `no` are for a question of that kind. `options` are the names of its choices on the telephone; the flow's
    names hold where the line is picked; `plainly` are those that a bare yes and no at the line mean. `leads` stand
    before a name ("my name is"), or round it ("the … job"). An answer is looked for only where one of the words that
    it `needs` is said, where it needs any, and a date only after it; `unless` one of those words is said.
    """

    question: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$")]
    yes: tuple[Phrase, ...] = ()
    no: tuple[Phrase, ...] = ()
    options: dict[Name, tuple[Phrase, ...]] = Field(default_factory=dict)
    plainly: dict[Literal["yes", "no"], Name] = Field(default_factory=dict)
    leads: tuple[Phrase, ...] = ()
    needs: tuple[Phrase, ...] = ()
    unless: tuple[Phrase, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all its options."""
        return tuple(name for names in self.options.values() for name in names)

    @property
    def section(self) -> str:
        """The section of its question."""
        return self.question.partition(".")[0]


class Line(Part):
    """A line of the sheet: what is said aloud, the words by which it is known, and the questions that it takes.

    `none` are the ways to say that its list holds nothing, or nothing more. Where it has to be `named`, nothing is
    filed under it that does not name it or follow what does. What `counts` ("hours") is its own in a sentence that
    names it, but for what follows another line.
    """

    id: Name
    title: Words
    say: Words
    topic: tuple[Phrase, ...] = ()
    takes: tuple[Take, ...] = ()
    none: tuple[Phrase, ...] = ()
    named: bool = False
    counts: tuple[Phrase, ...] = ()

    @property
    def about(self) -> str:
        """The section that its words are about: that of its questions; where it takes none, the one of its own name."""
        return self.takes[0].section if self.takes else self.id

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """All words by which it is known."""
        told = (phrase for take in self.takes for phrase in (*take.yes, *take.no, *take.leads, *take.names))
        return tuple(dict.fromkeys((*self.topic, *self.none, *told)))


class Sheet(Part):
    """A call sheet for the flow `prescreen`: the script to say aloud and the lines, in the order of the script."""

    prescreen: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+/[a-z0-9_]+$")]
    version: Annotated[int, Field(ge=1)]
    title: Words
    opening: Words
    disclaimer: Words
    closing: Words
    lines: Annotated[tuple[Line, ...], Field(min_length=1, max_length=26)]

    @cached_property
    def by_id(self) -> dict[str, Line]:
        """The lines by their ids."""
        return {line.id: line for line in self.lines}

    @cached_property
    def denials(self) -> tuple[str, ...]:
        """The phrases of several words that deny what a line asks: "no membership"."""
        told = {
            phrase for line in self.lines for phrase in (*line.none, *(no for take in line.takes for no in take.no))
        }
        return tuple(sorted(phrase for phrase in told if " " in phrase))

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The sections whose questions its lines take, in their order."""
        return tuple(dict.fromkeys(take.section for line in self.lines for take in line.takes))

    def takes_of(self, section: str) -> tuple[Take, ...]:
        """All that is taken of a section."""
        return tuple(take for line in self.lines for take in line.takes if take.section == section)
