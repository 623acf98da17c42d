"""What a sentence says of another question of the section that stands: "I paid the difference in fees" to a yes or no.

A section that is asked once has several questions in sight of each other; a sentence that calls one of the others by
its name, and not the one that stands, is offered as its answer.
"""

import re

from intake.interview.flow import Question
from intake.interview.standing import MORE, Standing
from intake.interview.state import ONLY
from intake.session.case import OpenCase
from intake.session.offers import SUPPOSED
from intake.understand.read import read
from intake.understand.slots import Reading
from intake.understand.understanding import Statement

#: The longest sentence, in characters, in which the name of a question is looked for.
_LONGEST = 120
_ANSWERS_HERE = re.compile(r"\W*(?:yes|yeah|yep|no|nope|nah|not)\b", re.IGNORECASE)


def beside(case: OpenCase, standing: Standing, words: str) -> list[Statement]:
    """The one answer that `words` give to another open question of the section; none where they name this one."""
    section = case.pack.flow.sections.get(standing.section)
    here = case.pack.flow.question(standing.question)
    if section is None or here is None or section.repeat or here.kind == "text" or standing.field == MORE:
        return []
    if len(words) > _LONGEST or SUPPOSED.match(words) or _ANSWERS_HERE.match(words) or _named(here, words):
        return []
    doc = case.projection.docs[section.id].get(ONLY, {})
    asks = (q for q in case.projection.asks(section.id, ONLY) if q.kind != "text" and q.field not in doc)
    found = [(q, got) for q in asks if _named(q, words) and isinstance(got := read(words, q.slot, case.as_of), Reading)]
    return [Statement(section.id, ONLY, {q.field: (got, words)}, words) for q, got in found] if len(found) == 1 else []


def _named(question: Question, words: str) -> bool:
    """Whether the words call a question by its name, or by one of its everyday names."""
    names = "|".join(re.escape(name) for name in (question.label, *question.aliases))
    return re.search(rf"(?<!\w)(?:{names})s?(?!\w)", words, re.IGNORECASE) is not None
