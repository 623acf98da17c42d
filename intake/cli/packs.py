"""`intake flow`: what can be done with packs."""

import argparse
import json
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from intake.packs.finding import Finding
from intake.text import visible
from intake.words import _

WANTING = 1


def flow(options: argparse.Namespace) -> int:
    """Check packs, list what the checker can say, or draw a statechart as Mermaid."""
    return {"check": check, "codes": codes, "diagram": diagram}[options.action](options)


def check(options: argparse.Namespace) -> int:
    """Print every fault of a pack, or of all; 1 where there is one."""
    from intake.packs.check import check as check_packs
    from intake.packs.load import packs_in

    with ExitStack() as stack:
        folder = Path(options.pack)
        name = options.pack
        if options.pack and folder.is_dir():
            name = folder.resolve().name if any(folder.glob("*.yaml")) or (folder / "rulebook").is_dir() else ""
            stack.enter_context(packs_in(folder.resolve().parent if name else folder))
        report = check_packs(name)
    if options.json:
        covered = {"states": report.states, "paths": report.paths, "figures": report.figures}
        found = [_wire(finding) for finding in report.findings]
        _print_json({"checked": report.names, "findings": found, "covered": covered})
        return WANTING if report.findings else 0
    for finding in report.findings:
        shown = _wire(finding)
        print(f"{shown['file']}:{finding.line}: {finding.code}: {visible(finding.message, one_line=True)}")
    said = _("{n} found") if report.findings else _("nothing to find fault with")
    looked = _(
        "looked at {states} states on {paths} paths of the interview, and {figures} kinds of figures of the rules"
    )
    counts = {"n": len(report.findings), "states": report.states, "paths": report.paths, "figures": report.figures}
    print(f"{', '.join(report.names)}: {said}; {looked}".format(**{k: f"{v:,}" for k, v in counts.items()}))
    return WANTING if report.findings else 0


def _wire(finding: Finding) -> dict[str, Any]:
    """A finding, its file named from here where it lies below."""
    path = Path(finding.file)
    here = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    return {
        "file": visible(str(here), one_line=True),
        "line": finding.line,
        "code": finding.code,
        "message": finding.message,
    }


def codes(options: argparse.Namespace) -> int:
    """Print every code of the checker, with what it means."""
    from intake.packs.checks.codes import CODES

    if options.json:
        _print_json([{"code": code, "meaning": entry.meaning} for code, entry in CODES.items()])
    else:
        width = max(map(len, CODES))
        print("\n".join(f"{code:{width}}  {entry.meaning}" for code, entry in CODES.items()))
    return 0


def diagram(options: argparse.Namespace) -> int:
    """Print a flow's statechart as Mermaid."""
    from intake.interview.diagram import mermaid
    from intake.packs.load import DEFAULT_FLOW, load_flow

    print(mermaid(load_flow(options.pack or DEFAULT_FLOW)[0]))
    return 0


def _print_json(value: Any) -> None:
    print(json.dumps(value, indent=2, ensure_ascii=False))
