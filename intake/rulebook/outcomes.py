"""What a renewal can come to: renewed, listed as inactive on request, or removed; each with what is said of it."""

import msgspec

from intake.rulebook.assess import Assessment
from intake.rulebook.board import together
from intake.rulebook.verdicts import Cite


class Ending(msgspec.Struct, frozen=True):
    """One thing that the renewal can come to: what is said of it as things stand, and the sentence it stands on."""

    id: str
    title: str
    says: str
    cite: Cite


def endings(assessment: Assessment) -> tuple[Ending, ...]:
    """What the renewal of this case can come to; nothing where it is none, or the edition says nothing of it."""
    edition, asked = assessment.edition, assessment.group("renewal")
    if not asked:
        return ()
    word = together([assessment.word(requirement) for requirement in asked])
    return tuple(
        Ending(o.id, o.title, o.says[word], Cite(edition.sources[o.cite.source].title, o.cite.section, o.cite.quote))
        for o in edition.outcomes
        if word in o.says
    )
