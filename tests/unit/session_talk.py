"""A conversation for tests: a session over a journal that only remembers, and the words that lead through the flow."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from memory import NOON, MemoryJournal

from intake.interview.standing import Standing
from intake.interview.statechart import END
from intake.journal.store import Journal
from intake.packs.load import DEFAULT_FLOW, load
from intake.session.case import OpenCase
from intake.session.exchange import OwnComputer
from intake.session.handover import Handover
from intake.session.session import Session
from intake.session.views import Message, Turn

#: What is said at each question on the way of somebody who applies as a clinical Mentor.
APPLY = {
    "applicant.name": "Dana Whitfield",
    "applicant.email": "dana.w@example.org",
    "applicant.phone": "804-353-1234",
    "applicant.virginia": "both",
    "applicant.purpose": "apply",
    "membership.current": "no",
    "membership.ended": "December 2024",
    "target.level": "mentor",
    "target.track": "clinical",
    "education.credential": "CDA",
    "education.subject": "social work",
    "education.school": "VCU",
    "education.awarded": "May 2017",
    "education.expires": "May 10, 2027",
    "education.abroad": "no",
    "education.other_name": "no",
    "education.transcript": "sent",
    "training.title": "Circle of Security",
    "training.provider": "VAIMH",
    "training.date": "October 2025",
    "training.hours": "6",
    "work.title": "therapist",
    "work.employer": "Chesterfield Infant Program",
    "work.span": "since February 2021",
    "work.schedule": "part time",
    "work.hours_per_week": "20",
    "work.paid": "yes",
    "work.ages": "babies, parents",
    "work.role": "direct",
    "work.supervised": "yes",
    "work.supervised_span": "the whole time",
    "work.abroad": "no",
    "work.description": "Weekly visits with parents and babies.",
    "supervision.provider": "Mary Lopez",
    "supervision.credential": "level 3",
    "supervision.format": "group",
    "supervision.span": "since January 2024",
    "supervision.hours": "24",
    "references.name": "Robin Avery",
    "references.relation": "my boss",
    "references.status": "agreed",
    "exam.status": "registered",
    "exam.date": "March 2026",
    "ethics.read": "yes",
    "ethics.version": "revised 2017",
    "review.ready": "yes",
    "sign.name": "Dana Whitfield",
    "export.write": "yes",
    "export.close": "no",
}
#: What is said by somebody who renews, where it is something else.
RENEW = APPLY | {
    "applicant.purpose": "renew",
    "endorsement.level": "level two",
    "endorsement.since": "October 2019",
    "endorsement.registry": "inactive",
    "renewal.year": "2025",
    "renewal.hours": "totals",
    "renewal.attested": "yes",
    "renewal.training_hours": "16",
    "renewal.supervision_hours": "5",
}


class TalkJournal(MemoryJournal):
    """A journal in memory that also takes a title."""

    titles: Sequence[str] = ()

    def rename(self, _case: str, title: str) -> None:
        self.titles = [*self.titles, title]

    def draft_file(self, _case: str) -> Path:
        """Words that were not sent are kept nowhere."""
        return Path("/nowhere/draft")


def talk(folder: Path, lines: Sequence[bytes] = (), pack: str = DEFAULT_FLOW) -> Session:
    """A session over `lines`, opened."""
    session = unopened(folder, lines, pack)
    session.open()
    return session


def unopened(folder: Path, lines: Sequence[bytes] = (), pack: str = DEFAULT_FLOW) -> Session:
    """A session over `lines`, as of 1 March 2026; files and bundles go to `folder`."""
    case = OpenCase(cast("Journal", TalkJournal(lines)), "test", load(pack), lambda: NOON, NOON.date())
    return Session(
        case, "Application", Handover(case, folder / "files", OwnComputer(folder / "me.zip"), "a test's clock")
    )


def say(session: Session, *lines: str) -> Turn:
    """The turn after the last of `lines`."""
    return [session.say(line) for line in lines][-1]


def texts(messages: Sequence[Message]) -> str:
    """All that was said, one message a line."""
    return "\n".join(message.text for message in messages)


def kinds(turn: Turn) -> list[str]:
    """The kinds of a turn's messages, introductions of a section left out."""
    return [message.kind for message in turn.messages]


def walk(session: Session, script: dict[str, str], stop: str = "") -> Iterator[Standing]:
    """Every question that comes up, each before it is answered by `script`; one entry for each list. Ends at `stop`."""
    entered: set[str] = set()
    while (here := session.case.standing).question not in {END, stop}:
        yield here
        if here.field != "more":
            session.say(script[here.question])
        else:
            session.say("no" if here.section in entered else "yes")
            entered.add(here.section)
        assert session.case.standing != here, f"{here.question} was not answered by what the script says"


def reach(session: Session, script: dict[str, str], question: str) -> Session:
    """The session, at `question`."""
    for _here in walk(session, script, question):
        pass
    return session
