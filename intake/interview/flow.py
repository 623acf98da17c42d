"""What a flow file says: stages, sections and questions, as frozen models.

A flow is data that staff edit; these models are its grammar. Stages hold sections in the order in which they are asked;
a section with `repeat` holds any number of items; a question's id is `section.field`, the field of the portfolio.
"""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, field_validator

from intake.portfolio.conditions import Need
from intake.understand.slots import Choice, Kind, Slot

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
#: A public key of age; `intake keys new` prints it as it goes here.
PublicKey = Annotated[str, StringConstraints(pattern=r"^age1[02-9ac-hj-np-z]{58}$")]


class Part(BaseModel):
    """A part of a pack: frozen, and a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


class OptionPart(Part):
    """One choice of a question. Names that its id has wherever it is offered come with the context of validation."""

    id: Name
    label: Words
    aliases: Annotated[tuple[str, ...], Field(validate_default=True)] = ()

    @field_validator("aliases")
    @classmethod
    def _with_shared(cls, own: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        shared = (info.context or {}).get("options", {}).get(info.data.get("id"), ())
        return tuple(dict.fromkeys((*own, *shared)))


class CuesPart(Part):
    """How an answer is known when it is said among others; see `intake.understand.records.Cues`."""

    after: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    implied: dict[str, Words] = {}
    frames: tuple[str, ...] = ()
    person: bool = False
    spoken: bool = False

    @property
    def any(self) -> bool:
        """Whether there are any."""
        return bool(self.model_fields_set)


class Question(Part):
    """One question: what is asked, why, and what an answer looks like."""

    field: Name
    ask: Words
    label: Words
    why: Words
    help: Words
    kind: Kind
    example: str = ""
    aliases: tuple[str, ...] = ()
    choices: tuple[OptionPart, ...] = ()
    least: float | None = None
    most: float | None = None
    whole: str = ""
    per: Literal["", "week", "month", "quarter", "year"] = ""
    grain: Literal["day", "month"] = "day"
    unsure: bool = True
    when: Need = {}
    cues: CuesPart = CuesPart()

    @cached_property
    def slot(self) -> Slot:
        """What the readers need to know of this question."""
        return Slot(
            kind=self.kind,
            choices=tuple(Choice(c.id, c.label, c.aliases) for c in self.choices),
            least=self.least,
            most=self.most,
            whole=self.whole,
            name=self.label,
            per=self.per,
            grain=self.grain,
        )


class Repeat(Part):
    """How a list is asked for: `one` names an item, `first` and `more` are the gate's words."""

    one: Words
    many: Words
    first: Words
    more: Words
    title: tuple[Name, ...]
    why: Words
    help: Words
    expected: int | None = None


class Section(Part):
    """A section: questions asked once, or once an item where it repeats.

    It is asked where `when` is known to hold, and not where `unless` is known to hold.
    """

    id: Name
    title: Words
    intro: str = ""
    aliases: tuple[str, ...] = ()
    when: Need = {}
    unless: Need = {}
    repeat: Repeat | None = None
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]

    @cached_property
    def by_field(self) -> dict[str, Question]:
        """The section's questions by field."""
        return {q.field: q for q in self.questions}


class Stage(Part):
    """A stage of the interview: a state that holds its sections as states."""

    id: Name
    title: Words
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]


class MixPart(Part):
    """Whom guidance wants among the referees of a level: kinds of referee by id, in words, and who says so."""

    kinds: Annotated[tuple[Name, ...], Field(min_length=1)]
    says: Words
    source: Words


class Flow(Part):
    """A whole flow. `finish` names the stage whose answers are about the case, not of the portfolio.

    `records` says what the answers make: a portfolio, or a referee's rating. A rating is sealed to the public `keys` of
    the association; `mix` is whom to think of as referees, by level, prompted for and never required.
    """

    flow: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+/[a-z0-9_]+$")]
    version: Annotated[int, Field(ge=1)]
    title: Words
    association: Words
    rulebook: Words
    greeting: Words
    finish: Name
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]
    about: dict[Name, Words]
    records: Literal["portfolio", "rating"] = "portfolio"
    keys: dict[Literal["office", "backup"], PublicKey] = {}
    mix: dict[Name, MixPart] = {}
    document: Words
    document_version: Words
    intent: Words

    @cached_property
    def public_keys(self) -> dict[str, str]:
        """The public keys that ratings are sealed to, by who holds the secret one; none where none was given."""
        return {str(holder): key for holder, key in self.keys.items()}

    @cached_property
    def sections(self) -> dict[str, Section]:
        """All sections by id, in the order in which they are asked."""
        return {s.id: s for stage in self.stages for s in stage.sections}

    @cached_property
    def finishing(self) -> frozenset[str]:
        """The ids of the sections of the finishing stage."""
        return frozenset(s.id for stage in self.stages if stage.id == self.finish for s in stage.sections)

    @cached_property
    def paths(self) -> dict[str, str]:
        """The statechart's name of each section: `stage.section`."""
        return {s.id: f"{stage.id}.{s.id}" for stage in self.stages for s in stage.sections}

    def question(self, name: str) -> Question | None:
        """The question `section.field`, or None; a list's gate, `section.more`, is not a question of the file."""
        section, _, field = name.partition(".")
        return self.sections[section].by_field.get(field) if section in self.sections else None
