"""Three versions of the shipped flow for tests, the last one the flow itself, and the migrations between them.

The first two ask for what the portfolio of this program does not hold, as an older program's pack may; `REWORDED` is an
older version that fits.
"""

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import yaml
from session_talk import APPLY

from intake import resources
from intake.packs import load as packs
from intake.resources import flows_folder
from intake.session import awaiting

FLOW = "vaimh/application"
#: The flow as it is shipped.
SHIPPED = (flows_folder() / f"{FLOW}.yaml").read_text("utf-8")
_HOURS = "          - field: hours\n            ask: How many clock hours?"
_PLACE = """\
          - field: place
            ask: Where was it?
            label: place
            kind: text
            why: It was asked once.
            help: The town.
"""


def changed(text: str, *pairs: tuple[str, str], version: int) -> str:
    """A flow file with the first of each pair replaced everywhere by the second, at another version."""
    for old, new in (*pairs, ("\nversion: 1\n", f"\nversion: {version}\n")):
        assert old in text, old
        text = text.replace(old, new)
    return text


THIRD = changed(SHIPPED, version=3)
SECOND = changed(
    SHIPPED,
    ("      - id: supervision\n", "      - id: guidance\n"),
    ("{id: part_time,", "{id: half_time,"),
    ("{const: part_time}", "{const: half_time}"),
    version=2,
)
_TELEPHONE = re.search(r"          - field: phone\n.*?(?=          - field: virginia\n)", SHIPPED, re.DOTALL)
assert _TELEPHONE is not None
FIRST = changed(
    SHIPPED,
    ("      - id: supervision\n", "      - id: guidance\n"),
    ("{id: part_time,", "{id: half_time,"),
    ("{const: part_time}", "{const: half_time}"),
    ("          - field: relation\n", "          - field: role\n"),
    (_TELEPHONE[0], ""),
    (_HOURS, _PLACE + _HOURS),
    version=1,
)
#: What is said under the first version on the way.
SAID = APPLY | {
    "training.place": "Richmond",
    "references.role": "my boss",
    **{name.replace("supervision.", "guidance."): words for name, words in APPLY.items() if "supervision." in name},
}
BREAKS = "Breaks do not count any more."
TO_SECOND = [
    {"do": "rename_question", "question": "references.role", "to": "references.relation"},
    {"do": "remove_question", "question": "training.place", "label": "place of the training"},
    {"do": "add_question", "question": "applicant.phone"},
    {"do": "ask_anew", "question": "training.hours", "why": BREAKS},
]
TO_THIRD = [
    {"do": "rename_section", "section": "guidance", "to": "supervision"},
    {"do": "rename_option", "question": "work.schedule", "option": "half_time", "to": "part_time"},
]
#: A version with one question less, all of whose answers the portfolio holds.
REWORDED = changed(SHIPPED, (_TELEPHONE[0], ""), version=1)
TO_REWORDED = [
    {"do": "add_question", "question": "applicant.phone"},
    {"do": "ask_anew", "question": "applicant.virginia", "why": "Telework is asked for now."},
]


def clear() -> None:
    """Forget every pack that was read."""
    for cached in (packs.load, packs.load_flow, packs.load_edition, packs.load_vocabulary):
        cached.cache_clear()


def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the shipped packs that the program reads from meanwhile, to publish versions in; for fixtures."""
    copy = tmp_path / "flows"
    shutil.copytree(flows_folder(), copy)
    for module in (packs, resources, awaiting):
        monkeypatch.setattr(module, "flows_folder", lambda: copy)
    clear()
    yield copy
    clear()


def publish(folder: Path, flow: str, *migrations: Sequence[dict[str, str]], older: Sequence[str] = ()) -> None:
    """Put a flow into `folder` (of all flows), with the migrations to versions 2, 3 … and the older versions 1, 2 …"""
    (folder / f"{FLOW}.yaml").write_text(flow, "utf-8")
    for number, steps in enumerate(migrations, start=2):
        put_migration(folder, number, {"flow": FLOW, "from": number - 1, "to": number, "steps": list(steps)})
    for number, text in enumerate(older, start=1):
        path = folder / "vaimh" / "versions" / f"application-{number}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    clear()


def put_migration(folder: Path, number: int, content: object) -> Path:
    """Write a migration's file, and give its path."""
    path = folder / "vaimh" / "migrations" / f"application-{number}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump(content, sort_keys=False), "utf-8")
    return path
