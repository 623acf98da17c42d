"""What a migration file says: how the answers to one version of a flow become answers to the next, as frozen models."""

from typing import Annotated, Literal

import msgspec
from pydantic import Field, StringConstraints, ValidationInfo, field_validator

from intake.interview.flow import Name, Part, Words
from intake.interview.steps import Step

QuestionName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$")]


class RenameQuestion(Part):
    """A question is called otherwise. Its answers go over; to another section only what is asked once."""

    do: Literal["rename_question"]
    question: QuestionName
    to: QuestionName


class RenameSection(Part):
    """A section is called otherwise. Its answers, items, files and remembered words go over."""

    do: Literal["rename_section"]
    section: Name
    to: Name


class RenameOption(Part):
    """A choice has another id, or is one with another choice now."""

    do: Literal["rename_option"]
    question: QuestionName
    option: Name
    to: Name


class RemoveOption(Part):
    """A choice is not offered any more. Answers with it are kept aside, and the question is asked again."""

    do: Literal["remove_option"]
    question: QuestionName
    option: Name


class RemoveQuestion(Part):
    """A question is not asked any more. Its answers are kept, called `label`, and left out of the bundle."""

    do: Literal["remove_question"]
    question: QuestionName
    label: str = ""


class AddQuestion(Part):
    """A question is new, and is asked."""

    do: Literal["add_question"]
    question: QuestionName


class AskAnew(Part):
    """A question means something else now: it is asked again, and until then the old answer stands."""

    do: Literal["ask_anew"]
    question: QuestionName
    why: Words


StepPart = Annotated[
    RenameQuestion | RenameSection | RenameOption | RemoveOption | RemoveQuestion | AddQuestion | AskAnew,
    Field(discriminator="do"),
]


class Migration(Part):
    """The way from one version of a flow to the next; its steps are done in order."""

    flow: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+/[a-z0-9_]+$")]
    from_: Annotated[int, Field(alias="from", ge=1)]
    to: int
    steps: tuple[StepPart, ...]

    @field_validator("to")
    @classmethod
    def _one_on(cls, to: int, info: ValidationInfo) -> int:
        if "from_" in info.data and to != info.data["from_"] + 1:
            raise ValueError("a migration leads from one version to the next")
        return to

    def recorded(self) -> tuple[Step, ...]:
        """The steps as a log records them."""
        return tuple(msgspec.convert(part.model_dump(), Step) for part in self.steps)
