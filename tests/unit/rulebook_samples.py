"""Small documents for tests of the rules, and what the shipped edition says of them on 1 March 2026."""

import datetime as dt
from typing import Any

from intake.packs.load import load
from intake.portfolio.document import Answers, answers
from intake.rulebook.assess import Assessment
from intake.rulebook.board import questions
from intake.rulebook.edition import Edition
from intake.rulebook.proof import assess
from intake.rulebook.verdicts import Verdict

AS_OF = dt.date(2026, 3, 1)
EDITION = load().edition
LISTS = ("education", "training", "work", "supervision", "references")
Doc = dict[str, Any]


def degree(credential: str, awarded: str | None = "2015-05-20", **more: Any) -> Doc:
    """A degree or credential with all that the interview asks of it."""
    plain = {"subject": "child development", "school": "VCU", "other_name": False, "transcript": "sent"}
    if credential == "cda":
        plain |= {"expires": "2028-05-20"}
    return {"credential": credential, "awarded": awarded, "abroad": False} | plain | more


def job(start: str, end: str = "..", **more: Any) -> Doc:
    """A full-time paid job with babies and toddlers in the United States, supervised all along."""
    plain = {"title": "home visitor", "employer": "County", "schedule": "full_time", "paid": True, "abroad": False}
    kind = {"ages": ["birth_to_3"], "role": "direct", "supervised": True, "supervised_span": "whole"}
    return plain | kind | {"span": {"start": start, "end": end}} | more


def leading(role: str, start: str, end: str = "..", **more: Any) -> Doc:
    """A job in one of the Mentor's categories."""
    return job(start, end, role=role, supervised=None, supervised_span=None, **more)


def training(hours: float, date: str = "2025-06", **more: Any) -> Doc:
    """A training."""
    return {"title": "Circle of Security", "provider": "VAIMH", "date": date, "hours": hours} | more


def reference(name: str, status: str = "sent") -> Doc:
    """Someone who rates."""
    return {"name": name, "relation": "supervisor", "status": status}


def document(*, finished: tuple[str, ...] = LISTS, **sections: Any) -> Doc:
    """A portfolio of somebody who applies; items get their ids, and the lists in `finished` are called complete."""
    listed = {
        name: [{"id": f"{name}-{n}"} | item for n, item in enumerate(sections.pop(name), start=1)]
        for name in LISTS
        if name in sections
    }
    return {"applicant": {"purpose": "apply"}, "finished": list(finished)} | listed | sections


def known(doc: Doc) -> Answers:
    """What is known of a document."""
    return answers(doc)


def verdicts(doc: Doc, as_of: dt.date = AS_OF) -> dict[str, Verdict]:
    """Every verdict on a document, by requirement."""
    return {v.id: v for v in assess(EDITION, answers(doc), as_of)}


def words(doc: Doc, as_of: dt.date = AS_OF, edition: Edition = EDITION) -> dict[str, str]:
    """The words of the verdicts on a document, by requirement, without their proofs."""
    return {**Assessment(edition, as_of, answers(doc)).words()}


def asked(doc: Doc) -> set[str]:
    """The ids of the edition's questions that come up for a document."""
    listed = questions(Assessment(EDITION, AS_OF, answers(doc)))
    return {q.id for q in EDITION.questions if any(line.startswith(q.ask) for line in listed)}
