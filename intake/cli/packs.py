"""`intake flow`: what can be done with packs."""

import argparse
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from math import log10
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake.cli.written import as_json
from intake.packs.finding import Finding
from intake.text import shorten, visible
from intake.words import _

if TYPE_CHECKING:
    from intake.packs.check import Report

WANTING = 1
#: The largest whole number that every reader of JSON takes exactly.
_EXACT = 2**53


def flow(options: argparse.Namespace) -> int:
    """Begin a pack, check packs, list what the checker can say, draw an interview, or tell what transcripts touch."""
    actions = {"new": new, "check": check, "codes": codes, "diagram": diagram, "coverage": coverage}
    return actions[options.action](options)


def new(options: argparse.Namespace) -> int:
    """Write a new pack to begin from, and say what in it is still to be written."""
    from intake.packs.skeleton import naming, skeleton, write
    from intake.text import accept

    files = skeleton(options.name, " ".join(accept(options.association).split()))
    write(files, options.to)
    todo = naming(files)
    if options.json:
        print(as_json({"files": sorted(files), "to_write": [one._asdict() for one in todo]}))
        return 0
    print(_("Written to {folder}: {files}").format(folder=_shown(options.to), files=", ".join(sorted(files))))
    print(
        _("These {n} lines name the association that the questions were taken from, or say what its pages say:").format(
            n=len(todo)
        )
    )
    for one in todo:
        print(f"  {one.file}:{one.line}: {visible(shorten(one.text, 90), one_line=True)}")
    print(_("Write the rules in rulebook/first.yaml; flows/README.md is the guide. Then, as often as you like:"))
    print(f"  intake flow check {_shown(options.to / options.name)}")
    print(f"  intake new --packs {_shown(options.to)} --pack {options.name}/application")
    return 0


def _shown(path: Path) -> str:
    return visible(str(path), one_line=True)


def check(options: argparse.Namespace) -> int:
    """Print every fault of a pack, or of all; 1 where there is one."""
    from intake.packs.check import check as check_packs

    name, place = _asked(options.pack)
    with place:
        report = check_packs(name)
    print(_as_json(report) if options.json else _as_text(report))
    return WANTING if report.findings else 0


def _asked(pack: str) -> tuple[str, AbstractContextManager[None]]:
    """What is to be checked, and the packs it is looked for among.

    A folder is one of an association, or holds such folders.
    """
    from intake.packs.load import packs_in

    folder = Path(pack).resolve()
    if not pack or not folder.is_dir():
        return pack, nullcontext()
    if any(folder.glob("*.yaml")) or (folder / "rulebook").is_dir():
        return folder.name, packs_in(folder.parent)
    return "", packs_in(folder)


def _as_json(report: "Report") -> str:
    """The report for machines; of paths beyond counting about how many, as text."""
    paths = report.paths if report.paths < _EXACT else _amount(report.paths)
    covered = {"states": report.states, "paths": paths, "figures": report.figures}
    return as_json({"checked": report.names, "findings": list(map(_wire, report.findings)), "covered": covered})


def _as_text(report: "Report") -> str:
    lines = ["{file}:{line}: {code}: {message}".format(**shown) for shown in map(_wire, report.findings)]
    summary = (
        _("{names}: {n} found; looked at {states} states on {paths} paths, and {figures} kinds of figures of the rules")
        if report.findings
        else _(
            "{names}: nothing to find fault with, in {states} states on {paths} paths and {figures} kinds of figures"
        )
    )
    counts = {"n": len(report.findings), "states": report.states, "paths": report.paths, "figures": report.figures}
    shown = {name: _amount(count) for name, count in counts.items()}
    said = summary.format(names=", ".join(report.names) or _("nothing that can be checked"), **shown)
    if report.names and not report.flows:
        said += _("; no questions in it: only the rules were checked")
    return "\n".join([*lines, said])


def _amount(count: int) -> str:
    return f"{count:,}" if count < _EXACT else _("about 10^{n}").format(n=round(log10(count)))


def _wire(finding: Finding) -> dict[str, Any]:
    """A finding, as it is shown."""
    message = visible(finding.message, one_line=True)
    return {"file": _named(finding.file), "line": finding.line, "code": finding.code, "message": message}


@cache
def _named(file: str) -> str:
    """A file by its way from here, where it lies below."""
    path, here = Path(file), Path.cwd()
    return visible(str(path.relative_to(here) if path.is_relative_to(here) else path), one_line=True)


def codes(options: argparse.Namespace) -> int:
    """Print every code of the checker, with what it means."""
    from intake.packs.checks.codes import CODES

    if options.json:
        print(as_json([{"code": code, "meaning": entry.meaning} for code, entry in CODES.items()]))
    else:
        width = max(map(len, CODES))
        print("\n".join(f"{code:{width}}  {entry.meaning}" for code, entry in CODES.items()))
    return 0


def diagram(options: argparse.Namespace) -> int:
    """Draw the interview."""
    from intake.cli.written import give
    from intake.interview.diagram import FORMATS
    from intake.packs.load import load_flow

    give(FORMATS[options.format](load_flow(options.pack)[0]), options.to)
    return 0


def coverage(options: argparse.Namespace) -> int:
    """Tell what of a pack its transcripts never touch."""
    from intake.cli.coverage import coverage as tell

    return tell(options)
