"""Transcripts played in a home of their own, and what they go through."""

import datetime as dt
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from intake.coverage.targets import Aims, Target, aims
from intake.coverage.touched import Watch
from intake.demo.script import day_of
from intake.packs.load import load
from intake.resources import flows_folder
from intake.session.start import open_session

#: Where the transcripts of an association lie, beside its flows.
FOLDERS = ("personas", "edge_cases")


class Coverage(NamedTuple):
    """What transcripts were to go through, what they did, and their names."""

    aims: Aims
    touched: frozenset[Target]
    transcripts: tuple[str, ...]

    @property
    def missed(self) -> list[Target]:
        """What no transcript goes through, in the order of the pack."""
        return [target for target in self.aims.targets if target not in self.touched]


def transcripts(pack: str) -> list[Path]:
    """The transcripts that lie beside a pack."""
    association = flows_folder() / pack.partition("/")[0]
    return [path for folder in FOLDERS for path in sorted((association / folder).glob("*.txt"))]


def cover(pack: str, paths: Iterable[Path], as_of: dt.date | None = None) -> Coverage:
    """Play transcripts with a pack, each on the day it names, else `as_of`, else today. Raises PackError, OSError."""
    played = list(paths)
    loaded = load(pack)
    watch = Watch(loaded.flow)
    touched = {target for path in played for target in _play(pack, watch, path, as_of)}
    return Coverage(aims(loaded), frozenset(touched), tuple(str(path) for path in played))


def _play(pack: str, watch: Watch, path: Path, as_of: dt.date | None) -> Iterator[Target]:
    lines = path.read_text("utf-8-sig", errors="surrogateescape").splitlines()  # as the line mode reads its input
    with tempfile.TemporaryDirectory(prefix="intake-") as folder:
        home = Path(folder)
        session = open_session(home, flow=pack, as_of=day_of(lines) or as_of, bundle=home / "bundle.zip")
        try:
            turn = session.open()
            yield from watch.touched(session.case, turn.prompt.question)
            for line in lines:
                if line.startswith("#") or turn.over:
                    continue
                turn = session.say(line)
                yield from watch.touched(session.case, turn.prompt.question)
        finally:
            session.close()
