"""`intake flow coverage`: what of a pack its transcripts go through, and what they do not."""

import argparse
from collections.abc import Iterator
from typing import Any, get_args

from intake.cli.written import as_json
from intake.coverage.run import Coverage, cover, transcripts
from intake.coverage.targets import Kind, Target
from intake.rulebook.verdicts import WORDS
from intake.text import visible
from intake.words import _

DONE, WANTING = 0, 1
_KINDS: dict[Kind, str] = {
    "question": _("Questions asked"),
    "option": _("Options chosen"),
    "guard": _("Guards, each true and false"),
    "verdict": _("Verdicts given"),
    "standing": _("Questions for the association that came up"),
}


def coverage(options: argparse.Namespace) -> int:
    """Play the transcripts and tell what they never touch; 1 where there is any."""
    paths = options.transcripts or transcripts(options.pack)
    found = cover(options.pack, paths, getattr(options, "as_of", None))
    if options.json:
        print(as_json(_wire(found)))
    else:
        print("\n".join(visible(line, one_line=True) for line in _lines(found)))
    return WANTING if found.missed else DONE


def _lines(found: Coverage) -> Iterator[str]:
    yield _("Transcripts: {n}").format(n=len(found.transcripts))
    for kind in get_args(Kind):
        total, missed = _of(found, kind)
        yield _("{what}: {n} of {total}").format(what=_KINDS[kind], n=total - len(missed), total=total)
        for target in missed:
            yield _("  never: {name} ({said})").format(name=target.name, said=found.aims.targets[target])
    if found.aims.impossible:
        yield _("Not asked for, as no case of what decides it leads there; every case was tried:")
    for no in found.aims.impossible:
        told = _("  {name} is never “{word}”: none of {cases} cases of {facts}")
        yield told.format(name=no.requirement, word=WORDS[no.word], cases=no.cases, facts=", ".join(no.facts))


def _of(found: Coverage, kind: Kind) -> tuple[int, list[Target]]:
    """How many targets of a kind there are, and those that are missed."""
    total = sum(target.kind == kind for target in found.aims.targets)
    return total, [target for target in found.missed if target.kind == kind]


def _wire(found: Coverage) -> dict[str, Any]:
    kinds = {kind: _of(found, kind) for kind in get_args(Kind)}
    return {
        "transcripts": list(found.transcripts),
        "complete": not found.missed,
        "kinds": {
            kind: {
                "total": total,
                "touched": total - len(missed),
                "missed": [{"name": target.name, "said": found.aims.targets[target]} for target in missed],
            }
            for kind, (total, missed) in kinds.items()
        },
        "impossible": [no._asdict() for no in found.aims.impossible],
    }
