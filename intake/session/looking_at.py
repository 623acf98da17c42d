"""Looking at a case for the desk: what is known of it as its log stands."""

import datetime as dt

import msgspec

from intake.journal.digests import Digest
from intake.journal.errors import JournalError
from intake.journal.store import Journal
from intake.packs.load import load
from intake.packs.yaml import PackError
from intake.session.briefing import brief, unreadable
from intake.session.case import OpenCase
from intake.session.opening import clock_for


def digested(journal: Journal, case: str, head: bytes, as_of: dt.date) -> Digest:
    """The digest of a case whose last line has the hash `head`; of one that cannot be read, why."""
    try:
        known = brief(OpenCase(journal, case, load(), clock_for(as_of)[0], as_of, reading=True))
    except (JournalError, PackError) as error:
        known = unreadable(str(error), as_of.isoformat())
    line = msgspec.json.encode((known.brief, known.words))
    return Digest(case, head, as_of.isoformat(), line, msgspec.json.encode(known.more), known.questions)
