"""`intake desk`, `intake give`: all cases and calls at once, and handing one to a colleague."""

import argparse
import csv
import sys
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from intake.cli.written import print_json
from intake.words import _

if TYPE_CHECKING:
    from intake.session.brief import More
    from intake.session.desk import Desk
    from intake.session.desk_rows import DeskRow, Rows
    from intake.session.desk_wish import Wish
    from intake.tui.desk import DeskScreen


def desk(options: argparse.Namespace) -> int:
    """The desk in the app, or what is asked for as text; every case that has changed is looked at first."""
    if _for_the_app(options):
        return _in_the_app(options)
    from intake.session.desk import Desk

    with Desk(getattr(options, "home", None), getattr(options, "as_of", None)) as opened:
        _refresh(opened)
        if options.case is not None:
            _print_case(opened, options)
            return 0
        every = opened.rows()
        chosen = _chosen(opened, every, options)
        if options.questions:
            _print_questions(opened, chosen, options)
        else:
            _print(opened, chosen, len(every), options)
    return 0


def _in_the_app(options: argparse.Namespace) -> int:
    """The desk, and each case that is chosen there, until somebody leaves the desk itself."""
    from intake.interview.commands import Refused
    from intake.journal.errors import JournalError
    from intake.packs.yaml import PackError
    from intake.tui.desk_app import run

    home, as_of, notice = getattr(options, "home", None), getattr(options, "as_of", None), ""
    chosen, code = run(home, as_of, _wish(options))
    while chosen is not None:
        try:
            _open(options, chosen)
        except (JournalError, PackError, Refused, OSError) as error:
            notice = str(error)
        chosen, code = run(home, as_of, chosen.wish, notice)
        notice = ""
    return code


def _open(options: argparse.Namespace, chosen: "DeskScreen.Chosen") -> None:
    """Go on with a case, or begin a new one; on the call sheet where it is a call."""
    from intake.cli.prescreen import prescreen
    from intake.cli.talk import talk

    given = vars(options) | {"case": chosen.case or None, "typed": chosen.typed}
    if chosen.call:
        prescreen(argparse.Namespace(**given | {"to": None}))
    else:
        talk(argparse.Namespace(**given | {"command": "resume" if chosen.case else "new"}))


def _for_the_app(options: argparse.Namespace) -> bool:
    plain = getattr(options, "plain", False) or options.json or options.csv or options.questions or options.case
    return not plain and sys.stdin.isatty() and sys.stdout.isatty()


def _refresh(opened: "Desk") -> None:
    """Look at what has changed; where that is much, say how far it is."""
    from intake.checking.progress import Progress

    counting = _("Looking at what has changed: {done:,} of {total:,} cases")
    progress = Progress(sys.stderr, opened.outdated(), counting=counting)
    try:
        for done in accumulate(map(len, opened.refresh())):
            progress.tell(done)
    finally:
        progress.clear()


def _chosen(opened: "Desk", rows: "Rows", options: argparse.Namespace) -> "Rows":
    from intake.session.desk_rows import asked
    from intake.session.desk_wish import wished

    asking: frozenset[str] | None = None
    if options.asking:
        found = asked(opened.questions(), options.asking)
        asking = frozenset().union(*(opened.asking(question) for question, _count in found))
    return wished(rows, _wish(options), opened.as_of, asking)


def _wish(options: argparse.Namespace) -> "Wish":
    from intake.session.desk_wish import Wish

    return Wish(options.search, options.sort, options.waiting)


def _print(opened: "Desk", rows: "Rows", total: int, options: argparse.Namespace) -> None:
    from intake.session.desk_forms import line
    from intake.session.desk_wish import said

    if options.json:
        print_json([_wire(opened, row) for row in rows])
    elif options.csv:
        _print_csv(opened, rows)
    else:
        print(said(rows, total, _wish(options)))
        for row in rows:
            print(line(row, opened.as_of, options.waiting))


def _wire(opened: "Desk", row: "DeskRow") -> dict[str, Any]:
    from intake.session.desk_forms import wire

    return wire(row, _more(opened, row), opened.as_of)


def _more(opened: "Desk", row: "DeskRow") -> "More":
    from intake.session.brief import More

    return opened.more(row.id) or More(as_of=opened.as_of.isoformat())


def _print_csv(opened: "Desk", rows: "Rows") -> None:
    from intake.handout.spreadsheet import cell
    from intake.session.desk_forms import COLUMNS, cells

    out = csv.writer(sys.stdout)
    out.writerow(COLUMNS)
    for row in rows:
        out.writerow(map(cell, cells(row, _more(opened, row), opened.as_of)))


def _print_case(opened: "Desk", options: argparse.Namespace) -> None:
    """One case in full, and who did what in it. Raises Refused where a choice of cases is asked for too."""
    from intake.interview.commands import Refused
    from intake.session.desk_forms import page

    if options.search or options.waiting or options.asking or options.questions:
        raise Refused(_("One case is shown whole: leave out the case, or --search, --waiting, --asking, --questions."))
    row = opened.row(options.case)
    if options.csv:
        _print_csv(opened, [row])
        return
    deeds = opened.deeds(row.id)
    if options.json:
        print_json(_wire(opened, row) | {"log": deeds})
        return
    known = page(row, opened.more(row.id), opened.as_of, opened.opened_by(row.id))
    for title, lines in [*known, (_("Who did what"), deeds)]:
        print("\n".join([*([f"{title}:"] if title else []), *(f"  {text}" if title else text for text in lines)]))


def _print_questions(opened: "Desk", rows: "Rows", options: argparse.Namespace) -> None:
    """The questions of these cases; of those that ask for something, only what is asked so."""
    from intake.handout.spreadsheet import cell
    from intake.session.desk_rows import asked

    questions = asked(opened.questions(among=rows), options.asking or "")
    if options.json:
        print_json([{"question": question, "cases": count} for question, count in questions])
    elif options.csv:
        out = csv.writer(sys.stdout)
        out.writerow((_("question"), _("cases")))
        out.writerows((cell(question), count) for question, count in questions)
    else:
        for question, count in questions:
            print(_("{n:>6,}  {question}").format(n=count, question=question))
        if not questions:
            print(_("There are no questions for the association."))


def give(options: argparse.Namespace) -> int:
    """Hand a case to a colleague, and say what was kept."""
    from intake.session.desk import Desk
    from intake.session.handing import day_of

    with Desk(getattr(options, "home", None), getattr(options, "as_of", None)) as opened:
        due = day_of(options.due or "", opened.as_of)
        print(opened.give(options.case, options.name, options.note, due))
    return 0
