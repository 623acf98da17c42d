"""What a sentence says of another question of the section that stands: "I paid the difference in fees" to a yes or no.

A section that is asked once has several questions in sight of each other; a sentence that calls one of the others by
its name, and not the one that stands, is offered as its answer.
"""

import re

from intake.interview.flow import Question, Section
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
#: The last four figures of a telephone number.
_NUMBER_ENDS = re.compile(r"[0-9]{4}(?![0-9])")


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
    return [_told(case, section, here, words, *found[0])] if len(found) == 1 else []


def _told(case: OpenCase, section: Section, here: Question, words: str, other: Question, got: Reading) -> Statement:
    """The answer to another question, and to this one where it asks for an address or a number and they hold both."""
    own = read(words, here.slot, case.as_of) if here.kind in ("email", "phone") else None
    found = {here.field: (own, words)} if isinstance(own, Reading) else {}
    rest = _NUMBER_ENDS.split(words)[-1].strip(" ,.;") if other.kind == "phone" else ""
    return Statement(section.id, ONLY, found | {other.field: (got, words)}, words, (rest,) if rest else ())


def _named(question: Question, words: str) -> bool:
    """Whether the words call a question by its name, or by one of its everyday names."""
    names = "|".join(re.escape(name) for name in (question.label, *question.aliases))
    return re.search(rf"(?<!\w)(?:{names})s?(?!\w)", words, re.IGNORECASE) is not None
