"""A new pack to begin from: the questions of one that is here, and a first edition of rules, by examples."""

import json
import re
from pathlib import Path
from typing import NamedTuple

from intake.packs.finding import PackError
from intake.packs.load import DEFAULT_FLOW, flows, load_flow
from intake.packs.schema import FILES
from intake.resources import flows_folder, schemas_folder
from intake.words import _

_FOLDER = re.compile(r"[a-z][a-z0-9_]*\Z")
_MODELINE = re.compile(r"\A# yaml-language-server: \$schema=\S*?([a-z]+)\.schema\.json\n")
_EDITION = Path(__file__).with_name("skeleton.yaml")
#: How a line speaks of what a page says, states or asks a price for.
_OF_SOURCES = r"source page|the page|newer pages|other guidance|\$[0-9]|\blevels? [IV]+\b"
#: Words of an association's name that say nothing of whose it is.
_COMMON = frozenset({"association", "for", "of", "and", "the", "infant", "mental", "health", "early", "childhood"})


class Naming(NamedTuple):
    """A line of a new pack that still names the association it was made from."""

    file: str
    line: int
    text: str


def skeleton(folder: str, association: str, source: str = DEFAULT_FLOW) -> dict[str, str]:
    """The files of a new pack, by their path within the folder of packs.

    The questions, phrases and terms are those of the flow `source`; the rules are an example of each kind; the JSON
    Schemas lie beside them for editors. Raises PackError.
    """
    if not _FOLDER.match(folder):
        raise PackError(_("{name!r} is no name for a pack; take small letters, such as okaimh.").format(name=folder))
    beside = flows_folder() / source.partition("/")[0]
    if not association.strip():
        raise PackError(
            _("Say what the association is called, for instance: Oklahoma Association for Infant Mental Health.")
        )
    if f"{folder}/application" in flows():
        raise PackError(_("There is a pack {name} already; take another name.").format(name=folder))
    load_flow(source)
    flow = (flows_folder() / f"{source}.yaml").read_text("utf-8")
    files = {
        "application.yaml": _headed(flow, folder, association),
        "phrases.yaml": _renamed((beside / "phrases.yaml").read_text("utf-8"), beside.name, folder),
        "glossary.yaml": (beside / "glossary.yaml").read_text("utf-8"),
    }
    files = {name: _beside_schemas(text, "schemas") for name, text in files.items()}
    files["rulebook/first.yaml"] = _edition(folder, association)
    for name in FILES:
        schema = f"{name}.schema.json"
        files[f"schemas/{schema}"] = (schemas_folder() / schema).read_text("utf-8")
    return {f"{folder}/{name}": text for name, text in files.items()}


def naming(files: dict[str, str], source: str = DEFAULT_FLOW) -> list[Naming]:
    """The lines of a new pack that name the association of the flow `source` or say what its sources say."""
    words = re.findall(r"\w+", load_flow(source)[0].association)
    names = {word for word in words if word.casefold() not in _COMMON} | {source.partition("/")[0].upper()}
    named = re.compile(rf"\b(?:{'|'.join(sorted(names))})\b|{_OF_SOURCES}", re.IGNORECASE)
    return [
        Naming(file, n, line.strip())
        for file, text in files.items()
        if file.endswith(".yaml") and "/rulebook/" not in file
        for n, line in enumerate(text.splitlines(), start=1)
        if named.search(line)
    ]


def write(files: dict[str, str], into: Path) -> None:
    """Write the files below the folder `into`. Raises PackError where one of them is there already, or OSError."""
    there = next((into / name for name in files if (into / name).exists()), None)
    if there is not None:
        raise PackError(_("{path} is there already; nothing was written.").format(path=there))
    for name, text in files.items():
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        (into / name).write_text(text, encoding="utf-8", newline="\n")


def _headed(flow: str, folder: str, association: str) -> str:
    """A flow under its new name, with the name of the association, at version 1."""
    head = {
        "flow": f"{folder}/application",
        "version": "1",
        "title": json.dumps(f"Infant Mental Health Endorsement, {association}", ensure_ascii=False),
        "association": json.dumps(association, ensure_ascii=False),
        "rulebook": f"{folder}/first",
    }
    for key, value in head.items():
        said = f"{key}: {value}".replace("\\", r"\\")
        flow = re.sub(rf"^{key}: .*$", said, flow, count=1, flags=re.MULTILINE)
    return flow


def _renamed(phrases: str, old: str, new: str) -> str:
    """The phrases with the short name of the new association where they have that of the old one."""
    return re.sub(rf"\b{re.escape(old)}\b", new, phrases)


def _beside_schemas(text: str, schemas: str) -> str:
    """A file that names its schema in the folder `schemas`."""
    return _MODELINE.sub(rf"# yaml-language-server: $schema={schemas}/\1.schema.json\n", text)


def _edition(folder: str, association: str) -> str:
    text = _EDITION.read_text("utf-8").replace("SCHEMAS", "../schemas").replace("NAME", folder)
    title = json.dumps(f"{association}, first edition", ensure_ascii=False)
    return text.replace("title: TITLE, first edition", f"title: {title}")
