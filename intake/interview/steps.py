"""What a new version of a flow did to an older one's questions, step by step, as a log records it.

Steps are done in order, and each names things as they are called when its turn comes.
"""

import msgspec


class _Step(msgspec.Struct, frozen=True, tag_field="do", forbid_unknown_fields=True, omit_defaults=True):
    """A question is named `section.field`."""


class RenameQuestion(_Step, frozen=True, tag="rename_question"):
    """A question has another name; to another section goes only what is asked once."""

    question: str
    to: str


class RenameSection(_Step, frozen=True, tag="rename_section"):
    """A section has another name, and with it its items."""

    section: str
    to: str


class RenameOption(_Step, frozen=True, tag="rename_option"):
    """An option has another name, or became one with the option `to`."""

    question: str
    option: str
    to: str


class RemoveOption(_Step, frozen=True, tag="remove_option"):
    """An option is not offered any more; answers with it are kept aside, and the question is open again."""

    question: str
    option: str


class RemoveQuestion(_Step, frozen=True, tag="remove_question"):
    """A question is not asked any more; its answers are kept aside, called `label`."""

    question: str
    label: str = ""


class AddQuestion(_Step, frozen=True, tag="add_question"):
    """A question is new, and is asked."""

    question: str


class AskAnew(_Step, frozen=True, tag="ask_anew"):
    """A question is asked again, its old answer standing until then; `why`, in the pack's words."""

    question: str
    why: str


class SetAside(_Step, frozen=True, tag="set_aside"):
    """One answer that the new version has no place for is kept aside. No pack says this: it is found case by case."""

    question: str
    item: str = ""


Step = RenameQuestion | RenameSection | RenameOption | RemoveOption | RemoveQuestion | AddQuestion | AskAnew | SetAside
