"""What can be typed after `intake`, with help and examples. Standard library alone, as --help must be quick."""

import argparse
from pathlib import Path

from intake.cli.arguments import Add, Parser, adder, compare, day, folder, formatted, json, rulebook, to
from intake.cli.parser_staff import for_bundles, for_colleagues, for_packs, for_ratings, for_visitors
from intake.cli.parser_workshop import for_workshops

DESCRIPTION = """\
Put together an application for the Infant Mental Health Endorsement (IMH-E) in Virginia, by conversation.
Everything is saved as you go. Nothing is sent anywhere. Only the association decides."""

EPILOG = """\
examples:
  intake                                      go on where you left, or begin
  intake --plain                              line by line, for a screen reader or a script
  intake new --as-of 2026-03-01 --bundle me.zip < answers.txt
  intake cases                                your cases
  intake renew dana                           renew the endorsement, from what is known already
  intake log had 1.5 h of RS with J. today    through the year, for the renewal
  intake move dana                            move to another level; only the difference is asked
  intake board dana                           where a case stands, level by level
  intake board dana --why ifs.work            the proof of one rule
  intake plan dana --what-if "24 hours of RS" what would move, and nothing is changed
  intake timeline dana                        the jobs over the years, and which months count
  intake handover dana --csv tables           to copy into the online system; tables, a calendar
  intake summary dana --pdf dana.pdf          one file to read, as PDF or HTML
  intake export dana --to dana.zip            the bundle, complete or not
  intake files dana                           what is attached, and whether it is all there
  intake check dana.zip                       verify a bundle
  intake check received/ --csv                verify a folder of them, as a table
  intake check --bag deposit.zip              judge a bag of another program, as a bag
  intake open dana.zip                        go on with it here, as a case of its own
  intake assess portfolio.json --json         verdicts for a document
  intake board dana --compare vaimh/later     what changes under other rules
  intake levels --format html --to rules.html every rule with its source, to hand out
  intake prescreen                            a call: the pre-screen on one sheet
  intake references request dana              a file for each person who is to rate you
  intake rate request-4k7m2x9tq3ra.json       rate somebody who asked you to
  intake references open dana.zip --key office.key
  intake serve --visitors 12                  in the browser, for a workshop or a front desk
  intake demo                                 an interview that types itself, for a room
  intake handouts --to workshop               rules, exercises and solutions to print

exit codes:
  0  done
  1  checked, and found wanting
  2  the command was not understood
  3  an input could not be read or written"""


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    everywhere = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument("--home", type=folder, metavar="DIR", help="where cases are kept (also INTAKE_HOME)")
    everywhere.add_argument("--plain", action="store_true", help="line by line instead of the app")
    what = "packs of your own beside these (also INTAKE_PACKS)"
    everywhere.add_argument("--packs", type=Path, metavar="DIR", help=what)
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS, parents=[everywhere])
    common.add_argument("--as-of", type=day, metavar="DATE", help="reckon as of this day, such as 2026-03-01")
    common.add_argument("--bundle", type=Path, metavar="FILE", help="write the bundle here, at the latest at the end")
    top = formatted(Parser, "intake", DESCRIPTION, parents=[common], epilog=EPILOG)
    top.add_argument("--version", action="store_true", help="print the version")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    add = adder(commands, common)
    _for_cases(add)
    _for_documents(add)
    for_visitors(add)
    for_workshops(add, adder(commands, everywhere))
    for_ratings(add, common)
    for_colleagues(add)
    flow = add("flow", "check, draw or measure a pack", "intake flow check vaimh/application")
    actions = flow.add_subparsers(dest="action", metavar="ACTION", required=True, title="actions")
    for_packs(adder(actions, common))
    return top


def _for_cases(add: Add) -> None:
    new = add("new", "begin a new case", "intake new")
    new.add_argument("--pack", default="vaimh/application", metavar="PACK", help="the questions (vaimh/application)")
    resume = add("resume", "go on with a case", "intake resume dana")
    resume.add_argument("case", nargs="?", metavar="CASE", help="its id, the beginning of it, or its title")
    _for_years(add)
    json(add("cases", "list the cases", "intake cases --json"))
    rename = add("rename", "give a case another title", "intake rename k7f2qx 'Dana 2026'")
    rename.add_argument("case", metavar="CASE")
    rename.add_argument("title", metavar="TITLE")
    delete = add("delete", "delete a case for good, asked twice", "intake delete k7f2qx")
    delete.add_argument("case", metavar="CASE")
    delete.add_argument("--yes", action="store_true", help="do not ask")
    board = add("board", "where a case stands, level by level", "intake board dana --why ifs.work")
    _case(board)
    shown = board.add_mutually_exclusive_group()
    what = "only the proof of this rule, or of a level, a group: ifs.work, ifs, exam"
    shown.add_argument("--why", metavar="ID", help=what)
    compare(shown)
    rulebook(board, "the case's own", None)
    json(board)
    plan = add(
        "plan",
        "the shortest route to each level, and what would move",
        "intake plan dana II --what-if 'two more years'",
    )
    plan.add_argument("case", metavar="CASE")
    plan.add_argument("level", nargs="?", metavar="LEVEL", help="one level, such as II (all of them)")
    plan.add_argument("--rulebook", metavar="EDITION", help="other rules than the case's own, such as vaimh/seed")
    plan.add_argument("--what-if", action="append", metavar="WORDS", help="try a change; the case stays as it is")
    json(plan)
    what = "the jobs over the years, what overlaps, and which months count"
    timeline = add("timeline", what, "intake timeline dana --level III --to dana.svg")
    _case(timeline)
    timeline.add_argument("--level", metavar="LEVEL", help="only what counts for this level, such as III (all of them)")
    timeline.add_argument("--rulebook", metavar="EDITION", help="other rules than the case's own, such as vaimh/later")
    shown = timeline.add_mutually_exclusive_group()
    json(shown)
    shown.add_argument("--to", type=Path, metavar="FILE", help="a picture where it ends in .svg, else text")
    _for_handing_over(add)
    _for_calls(add)


def _for_calls(add: Add) -> None:
    what = "take a call: the questions of the pre-screen on one sheet, answered in any order"
    prescreen = add("prescreen", what, "intake prescreen; afterwards: intake prescreen dana --to dana.eml")
    prescreen.add_argument("case", nargs="?", metavar="CASE", help="go on with a call (a new one)")
    prescreen.add_argument(
        "--to", type=Path, metavar="FILE", help="write its record: .json, an e-mail draft .eml, text"
    )


def _case(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("case", nargs="?", metavar="CASE", help="which one; the only one, without")


def _for_years(add: Add) -> None:
    """The years after: renewals, the next level."""
    what = "renew an endorsement: the renewal that is open, or one from a case"
    renew = add("renew", what, "intake renew dana")
    move = add("move", "move to another level: asks only what is not known from a case", "intake move dana")
    for sub in (renew, move):
        sub.add_argument("case", nargs="?", metavar="CASE", help="the case to go on from: its id or title")
        sub.add_argument("--new", action="store_true", help="begin another one, also where one is open")
    what = "write down hours of training or reflective supervision when they were had"
    log = add("log", what, "intake log had 1.5 h of RS with J. today")
    log.add_argument("words", nargs="*", metavar="WORDS", help="what was had; what is listed, without")
    log.add_argument("--case", metavar="CASE", help="the renewal: its id or title (the one that is open)")
    log.add_argument("--undo", action="store_true", help="take the last one back")
    json(log)


def _for_handing_over(add: Add) -> None:
    files = add("files", "the files attached to a case, each looked at for loss or change", "intake files dana")
    _case(files)
    json(files)
    what = "what to copy into the association's online system, tab by tab"
    handover = add("handover", what, "intake handover dana --format html --to dana.html")
    _case(handover)
    handover.add_argument("--format", choices=["text", "html", "json"], default="text", help="text, html, json")
    handover.add_argument("--csv", type=Path, metavar="DIR", help="trainings and work there, for a spreadsheet")
    handover.add_argument("--ics", type=Path, metavar="FILE.ics", help="what expires, for a calendar")
    to(handover)
    what = "one file to read: what is missing, the verdicts with their proofs, the answers"
    summary = add("summary", what, "intake summary dana --pdf dana.pdf")
    _case(summary)
    summary.add_argument("--html", type=Path, metavar="FILE", help="write it to a file as HTML")
    summary.add_argument("--pdf", type=Path, metavar="FILE", help="write it as a tagged PDF (needs the extra pdf)")
    export = add("export", "write a case's bundle, complete or not", "intake export dana --to dana.zip")
    _case(export)
    export.add_argument("--to", type=Path, required=True, metavar="FILE.zip")
    opened = add("open", "make a case of a bundle: on another computer, or for staff", "intake open dana.zip")
    opened.add_argument("bundle_file", type=Path, metavar="FILE.zip")
    opened.add_argument("--again", action="store_true", help="also where it was opened before")
    opened.add_argument("--no-talk", action="store_true", help="only make it, and print its id")
    json(opened)


def _for_documents(add: Add) -> None:
    shape = "verdicts for a document of the shape of data/portfolio.json"
    assess = add("assess", shape, "intake assess portfolio.json --json")
    assess.add_argument("portfolio", type=Path, metavar="PORTFOLIO.json")
    rulebook(assess, "vaimh/seed", "vaimh/seed")
    compare(assess)
    json(assess)
    for_bundles(add)
    schema = add("schema", "print a JSON Schema, or the names of all", "intake schema portfolio")
    schema.add_argument("name", nargs="?", metavar="NAME")
    levels = add(
        "levels", "what the rules ask at each level, to hand out", "intake levels III --format html --to iii.html"
    )
    levels.add_argument("level", nargs="*", metavar="LEVEL", help="as I, 3, imhs or its title; all without")
    levels.add_argument("--rulebook", default="vaimh/seed", metavar="EDITION", help="the rules (vaimh/seed)")
    forms = ["text", "markdown", "html", "json"]
    levels.add_argument("--format", choices=forms, default="text", help=", ".join(forms))
    levels.add_argument("--json", action="store_const", const="json", dest="format", help="the same as --format json")
    to(levels)
