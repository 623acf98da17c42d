"""The ten invented applicants of the pack: their transcripts, and running one in line mode."""

import datetime as dt
import io
from pathlib import Path

from intake.plain.lines import converse
from intake.resources import flows_folder
from intake.session.session import Session
from intake.session.start import open_session

AS_OF = dt.date(2026, 3, 1)
FOLDER = flows_folder() / "vaimh" / "personas"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def transcript(name: str) -> list[str]:
    """What the persona types, a line each, comments among it."""
    return (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()


def words(name: str) -> list[str]:
    """What the persona types, without comments."""
    return [line for line in transcript(name) if not line.startswith("#")]


def run(name: str, home: Path, bundle: Path) -> tuple[Session, str]:
    """The session after the whole transcript, and what was printed. The session is closed."""
    session = open_session(home, as_of=AS_OF, bundle=bundle)
    out = io.StringIO()
    converse(session, transcript(name), out, echo=True, bundle=bundle)
    session.close()
    return session, out.getvalue()
