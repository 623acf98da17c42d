"""`intake cases`, `rename`, `delete`, `export`: what can be done with a case without talking about it."""

import argparse
import json
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from intake.journal.cases import Case
from intake.journal.errors import NotWiped
from intake.journal.home import home_folder
from intake.journal.store import Journal
from intake.text import visible
from intake.words import _


def show(options: argparse.Namespace) -> int:
    """List the cases, the newest change first."""
    with closing(_journal(options)) as journal:
        cases = journal.cases()
    if options.json:
        _print_json(
            [
                {
                    "id": c.id,
                    "title": c.title,
                    "created": c.created,
                    "changed": c.changed,
                    "events": c.events,
                    "closed": c.closed,
                }
                for c in cases
            ]
        )
        return 0
    for case in cases:
        state = _("finished") if case.closed else _("open")
        print(f"{case.id}  {case.changed[:16].replace('T', ' ')}  {state:8}  {visible(case.title, one_line=True)}")
    if not cases:
        print(_("There are no cases yet. Type intake to begin one."))
    return 0


def rename(options: argparse.Namespace) -> int:
    """Give a case another title."""
    with closing(_journal(options)) as journal:
        journal.rename(journal.find(options.case).id, options.title)
    return 0


def delete(options: argparse.Namespace) -> int:
    """Delete a case and its files for good, after two questions. A case that is open elsewhere keeps its files."""
    files = home_folder(getattr(options, "home", None)) / "files"
    with closing(_journal(options)) as journal:
        case = journal.find(options.case)
        if not options.yes and not _agreed(case):
            print(_("Nothing was deleted."))
            return 0
        try:
            journal.delete(case.id)
        except NotWiped:
            _remove(files / case.id)
            raise
    _remove(files / case.id)
    print(_("“{name}” is deleted for good.").format(name=visible(case.title, one_line=True)))
    return 0


def _agreed(case: Case) -> bool:
    """Whether both questions were answered as somebody does who means it."""
    name = visible(case.title, one_line=True)
    first = _("Delete “{name}” with its {events} entries and its files? Type its id, {id}, to go on: ")
    if _asked(first.format(name=name, events=case.events, id=case.id)) != case.id:
        return False
    return _asked(_("It cannot be brought back. Type delete to delete it: ")) == "delete"


def _remove(folder: Path) -> None:
    import shutil

    if folder.exists():
        shutil.rmtree(folder)


def _asked(question: str) -> str:
    print(question, end="", flush=True)
    return sys.stdin.readline().strip()


def export(options: argparse.Namespace) -> int:
    """Write a case's bundle."""
    session = _session(options)
    try:
        for message in session.export(options.to):
            print(message.text)
    finally:
        session.close()
    return 0


def _session(options: argparse.Namespace) -> Any:
    from intake.session.start import open_session

    return open_session(getattr(options, "home", None), case=options.case, as_of=getattr(options, "as_of", None))


def _journal(options: argparse.Namespace) -> Journal:
    return Journal(home_folder(getattr(options, "home", None)))


def _print_json(value: Any) -> None:
    print(json.dumps(value, indent=2, ensure_ascii=False))
