"""What a rulebook file says: an edition's sources, levels, facts, requirements and questions, as frozen models."""

from functools import cached_property
from typing import Annotated, Literal

from jsonschema_rs import Draft202012Validator
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from intake.portfolio.conditions import Condition, Need, Schema, Ways, compiled, names
from intake.rulebook.cycles import without_cycle

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
#: Asked of a field: whether that date, or the start of that span, has come.
PAST = "past"
Op = Literal["count", "distinct", "sum", "all", "months", "earliest"]


class Part(BaseModel):
    """A part of an edition: frozen, and a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


class Source(Part):
    """Where sentences come from; `called` is what a sentence names it by, "the source page" where it is empty."""

    title: Words
    called: str = ""
    seen: Words


class Citation(Part):
    """The sentence that a requirement stands on."""

    source: Name
    section: Words
    quote: Words


class OtherGuidance(Part):
    """What another source says; shown with its label, never judged by."""

    text: Words
    source: Words


class LevelPart(Part):
    """A level of endorsement and its tracks."""

    id: Name
    number: Words
    title: Words
    tracks: dict[Name, Words] = {}


class Where(Part):
    """A test of one field of an item.

    Where `is` holds the item counts; where only `confirm` holds it counts if the association says so, `because` of it;
    where neither holds it does not count, and `else` says why. A field without a value leaves the item undecided.

    A field may be asked a question: `date:past` whether that day has come, `date:renewal.year` how it lies to the year
    that this answer names: `inside`, `outside`, or `doubtful`. Such a year may begin with any of the months `begins`,
    in the year before where that is not January; what does not surely lie in all of them, or in none, is in doubt.
    """

    field: Words
    is_: Annotated[Schema, Field(alias="is")]
    confirm: Schema | None = None
    because: str = ""
    otherwise: Annotated[Words, Field(alias="else")]
    begins: tuple[Annotated[int, Field(ge=1, le=12)], ...] = (1,)

    @cached_property
    def name_and_tense(self) -> tuple[str, str]:
        """The field by itself; and `past`, or the answer that names a year, where its time is asked for."""
        name, _, tense = self.field.partition(":")
        return name, tense

    @property
    def year(self) -> str:
        """The answer that names the year in which the field is to lie; empty where no year is asked for."""
        return "" if (tense := self.name_and_tense[1]) == PAST else tense

    @cached_property
    def counts(self) -> Draft202012Validator:
        """Decides whether a value counts plainly."""
        return Draft202012Validator(self.is_)

    @cached_property
    def may_count(self) -> Draft202012Validator:
        """Decides whether a value counts if the association says so; nothing does where `confirm` is not given."""
        return Draft202012Validator(False if self.confirm is None else self.confirm)


class Fact(Part):
    """A figure reduced from a list: `op` over the section or field `of`, of the items that pass `where`.

    A section that is asked once is a list of one. Months are those of a span, or those since a date. Items that `among`
    rules out are not looked at; `during` names a span field that narrows the item's own span; `after` names a date fact
    before which time counts if the association says so, or, where `before` is `out`, not at all. `title` names several
    ("CDA credentials") and begins with the unit if there is one; `called` is what one item, with its article, and
    several are called where they are counted: "a reference", "references".
    """

    title: Words
    unit: str = ""
    called: tuple[Words, Words] | None = None
    op: Op
    of: Name
    among: Need = {}
    where: tuple[Where, ...] = ()
    during: str = ""
    after: str = ""
    before: Literal["confirm", "out"] = "confirm"

    @cached_property
    def considers(self) -> Condition:
        """Decides whether an item is looked at."""
        return Condition(self.among)

    @cached_property
    def takes_all(self) -> bool:
        """Whether every item counts, whatever it holds."""
        return not (self.where or self.among or self.field or self.during)

    @cached_property
    def years(self) -> frozenset[str]:
        """The answers outside of its list that decide whether an item counts: years that its time is to lie in."""
        return frozenset(test.year for test in self.where if test.year)

    @cached_property
    def measures(self) -> bool:
        """Whether it matters how much of an item there is, and not only whether it counts."""
        return self.op not in {"count", "all"}

    @cached_property
    def section(self) -> str:
        """The section that is reduced."""
        return self.of.partition(".")[0]

    @cached_property
    def field(self) -> str:
        """The field that is summed, compared or measured; empty where items are counted."""
        return self.of.partition(".")[2]


class Answer(Part):
    """How an answer that is a fact by itself is said in a rule: its title, its unit, and each value after the title.

    `says` maps a value (`true`, `false`, or the id of a choice) to what follows the title: "is signed".
    """

    title: Words
    unit: str = ""
    says: dict[str, Words] = {}


class Each(Part):
    """What a requirement leaves to do for every entry by itself, told apart from the others.

    `of` is the fact that says which entries it is done for. `to_do` is said before an entry's name, and `says` names
    the field whose value follows it. Where the entry counts for the fact `on_the_way`, it is in other people's hands,
    and `awaited` is said instead.
    """

    of: Name
    to_do: Words
    on_the_way: Name
    awaited: Words
    says: Name


class Requirement(Part):
    """A requirement: what must hold, and where its source says so; `intake.rulebook.sentence` puts it in words.

    It stands on the sentence of `cite`, and on others `also`.

    `need` is one way, or a list of ways of which one is enough; `confirm` a looser need that leads to Confirm. A
    requirement without `need` can only ever be confirmed by the association. `note` adds to the words what the rule
    itself does not hold, such as what the source leaves open. `to_do` is said of the whole, `each` of its entries.
    """

    id: Name
    group: Literal["prerequisites", "level", "portfolio", "exam", "renewal"]
    level: str = ""
    track: str = ""
    title: Words
    note: str = ""
    need: Ways | None = None
    confirm: Ways | None = None
    applies: Need = {}
    unless: Need = {}
    cite: Citation
    also: tuple[Citation, ...] = ()
    figures: dict[float, Words] = {}
    ask: str = ""
    to_do: str = ""
    waiting: Need | None = None
    each: tuple[Each, ...] = ()
    guidance: tuple[OtherGuidance, ...] = ()

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """All sentences that the requirement stands on."""
        return (self.cite, *self.also)

    @cached_property
    def conditions(self) -> tuple[Condition | None, Condition | None]:
        """`need` and `confirm`, compiled."""
        return compiled(self.need), compiled(self.confirm)

    @cached_property
    def scope(self) -> tuple[Condition, Condition | None]:
        """When the requirement concerns a case, and when it does not after all."""
        return Condition(self.applies), Condition(self.unless) if self.unless else None

    @cached_property
    def waits(self) -> Condition | None:
        """When what is missing is in other people's hands."""
        return Condition(self.waiting) if self.waiting else None

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The facts that decide the requirement, in the order in which the rule names them: those of the need first."""
        return tuple(dict.fromkeys((*self.needed, *names(self.confirm))))

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """The facts of the need alone."""
        return tuple(dict.fromkeys(names(self.need)))

    @cached_property
    def facts(self) -> frozenset[str]:
        """The facts that decide the requirement."""
        return frozenset(self.named)


class Told(Part):
    """What is said of an outcome `when` something was told, and the sentence that stands on."""

    when: Need
    says: Words
    cite: Citation

    @cached_property
    def condition(self) -> Condition:
        """When it is said."""
        return Condition(self.when)


class Outcome(Part):
    """What a renewal can come to, and what is said of it: the first of `told`, or else by the verdict of them all."""

    id: Name
    title: Words
    says: dict[Literal["met", "not_met", "need_information", "confirm"], Words]
    cite: Citation
    told: tuple[Told, ...] = ()


class Standing(Part):
    """A question for the association that comes up for some people: what a source says, and what it does not say.

    The source is one of the edition's, by name; the first of them where none is named. `row` is a number by which a
    list elsewhere knows the question, 0 where there is none.
    """

    id: Name
    row: int | None = None
    when: Ways = {}
    source: str = ""
    says: Words
    silent: Words
    ask: Words
    guidance: tuple[OtherGuidance, ...] = ()

    @cached_property
    def condition(self) -> Condition:
        """When the question concerns somebody."""
        return compiled(self.when) or Condition({})


class Edition(Part):
    """One edition of an association's rules."""

    edition: Words
    version: Annotated[int, Field(ge=1)]
    title: Words
    association: Words
    disclaimer: Words
    sources: dict[Name, Source]
    levels: tuple[LevelPart, ...]
    facts: Annotated[dict[Name, Fact], AfterValidator(without_cycle)]
    answers: dict[Name, Answer] = {}
    requirements: tuple[Requirement, ...]
    outcomes: tuple[Outcome, ...] = ()
    questions: tuple[Standing, ...]
