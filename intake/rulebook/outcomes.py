"""What a renewal can come to: renewed, listed as inactive on request, or removed; each with what is said of it."""

import msgspec

from intake.rulebook.assess import Assessment
from intake.rulebook.board import together
from intake.rulebook.edition import Outcome
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
        _ending(assessment, outcome, outcome.says[word]) for outcome in edition.outcomes if word in outcome.says
    )


def _ending(assessment: Assessment, outcome: Outcome, says: str) -> Ending:
    """An outcome with `says`, or with what is said where something was told."""
    said = next((t for t in outcome.told if t.condition.holds(assessment.readings(t.condition.facts)[1])), None)
    cite = said.cite if said else outcome.cite
    source = assessment.edition.sources[cite.source].title
    return Ending(outcome.id, outcome.title, said.says if said else says, Cite(source, cite.section, cite.quote))
