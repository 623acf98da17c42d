"""`intake cases`, `rename`, `delete`, `export`: what can be done with a case without talking about it."""

import argparse
import sys
from contextlib import closing

from intake.cli.which import case_of
from intake.cli.written import print_json
from intake.journal.cases import Case
from intake.journal.home import home_folder
from intake.journal.store import Journal
from intake.text import visible
from intake.words import _


def show(options: argparse.Namespace) -> int:
    """List the cases, the newest change first."""
    from intake.session.awaiting import awaiting
    from intake.session.origin import origins

    with closing(_journal(options)) as journal:
        cases = journal.cases()
        updates = awaiting(journal)
        came = origins(journal)
    if options.json:
        print_json(
            [
                {
                    "id": c.id,
                    "title": c.title,
                    "created": c.created,
                    "changed": c.changed,
                    "events": c.events,
                    "closed": c.closed,
                    "update": updates.get(c.id),
                    "opened_from": came[c.id]._asdict() if c.id in came else None,
                }
                for c in cases
            ]
        )
        return 0
    for case in cases:
        state = _("finished") if case.closed else _("open")
        line = f"{case.id}  {case.changed[:16].replace('T', ' ')}  {state:8}  {visible(case.title, one_line=True)}"
        update = updates.get(case.id)
        waits = _("  (new questions wait: version {from} → {to})").format(**update) if update else ""
        print(line + waits + (f"  ({came[case.id]})" if case.id in came else ""))
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
    from intake.session.shelf import Shelf

    with closing(_journal(options)) as journal:
        case = journal.find(options.case)
    if not options.yes and not _agreed(case):
        print(_("Nothing was deleted."))
        return 0
    Shelf(getattr(options, "home", None)).delete(case.id)
    print(_("“{name}” is deleted for good.").format(name=visible(case.title, one_line=True)))
    return 0


def _agreed(case: Case) -> bool:
    """Whether both questions were answered as somebody does who means it."""
    name = visible(case.title, one_line=True)
    first = _("Delete “{name}” with its {events} entries and its files? Type its id, {id}, to go on: ")
    if _asked(first.format(name=name, events=case.events, id=case.id)) != case.id:
        return False
    return _asked(_("It cannot be brought back. Type delete to delete it: ")) == "delete"


def _asked(question: str) -> str:
    print(question, end="", flush=True)
    return sys.stdin.readline().strip()


def open_bundle(options: argparse.Namespace) -> int:
    """Make a case of a bundle, and go on with it where somebody is there to talk."""
    from intake.session.shelf import Shelf

    shelf = Shelf(getattr(options, "home", None), as_of=getattr(options, "as_of", None))
    case = shelf.open_bundle(options.bundle_file, again=options.again)
    row = next(row for row in shelf.rows() if row.id == case)
    if options.json:
        print_json({"id": row.id, "title": row.title, "events": row.events})
        return 0
    print(_("{id}  {title}  ({came})").format(id=row.id, title=row.title, came=row.came))
    if options.no_talk or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return 0
    from intake.cli.talk import talk

    options.case = case
    return talk(options)


def export(options: argparse.Namespace) -> int:
    """Write a case's bundle."""
    from intake.session.errands import Errands
    from intake.session.opening import open_named

    opened = open_named(getattr(options, "home", None), case_of(options), getattr(options, "as_of", None))
    try:
        for message in Errands().now(opened.handover.exporting(options.to)):
            print(message.text)
    finally:
        opened.case.close()
    return 0


def _journal(options: argparse.Namespace) -> Journal:
    return Journal(home_folder(getattr(options, "home", None)))
