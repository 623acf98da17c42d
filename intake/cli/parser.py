"""What can be typed after `intake`, with help and examples. Standard library alone, as --help must be quick."""

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path

DESCRIPTION = """\
Put together an application for the Infant Mental Health Endorsement (IMH-E) in Virginia, by conversation.
Everything is saved as you go. Nothing is sent anywhere. Only the association decides."""

EPILOG = """\
examples:
  intake                                      go on where you left, or begin
  intake --plain                              line by line, for a screen reader or a script
  intake new --as-of 2026-03-01 --bundle me.zip < answers.txt
  intake cases                                your cases
  intake board dana                           where a case stands, level by level
  intake board dana --why ifs.work            the proof of one rule
  intake plan dana --what-if "24 hours of RS" what would move, and nothing is changed
  intake timeline dana                        the jobs over the years, and which months count
  intake handover dana --csv tables           to copy into the online system; tables, a calendar
  intake export dana --to dana.zip            the bundle, complete or not
  intake files dana                           what is attached, and whether it is all there
  intake check dana.zip                       verify a bundle
  intake check received/ --csv                verify a folder of them, as a table
  intake open dana.zip                        go on with it here, as a case of its own
  intake assess portfolio.json --json         verdicts for a document
  intake board dana --compare vaimh/later     what changes under other rules
  intake levels --format html --to rules.html every rule with its source, to hand out
  intake prescreen                            a call: the pre-screen on one sheet
  intake references request dana              a file for each person who is to rate you
  intake rate request-4k7m2x9tq3ra.json       rate somebody who asked you to
  intake references open dana.zip --key office.key
  intake serve --visitors 12                  in the browser, for a workshop or a front desk

exit codes:
  0  done
  1  checked, and found wanting
  2  the command was not understood
  3  an input could not be read or written"""


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write it as 2026-03-01") from None


def _number(least: int, most: int) -> Callable[[str], int]:
    """What reads a whole number between `least` and `most`."""

    def read(text: str) -> int:
        if not (text.isdecimal() and len(text) < 6 and least <= int(text) <= most):
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} to {most}")
        return int(text)

    return read


_Add = Callable[[str, str, str], argparse.ArgumentParser]


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--home", type=Path, metavar="DIR", help="where cases are kept (also INTAKE_HOME)")
    common.add_argument("--plain", action="store_true", help="line by line instead of the app")
    common.add_argument("--as-of", type=_day, metavar="DATE", help="reckon as of this day, such as 2026-03-01")
    common.add_argument("--bundle", type=Path, metavar="FILE", help="write the bundle here, at the latest at the end")
    common.add_argument("--packs", type=Path, metavar="DIR", help="packs of your own beside these (also INTAKE_PACKS)")
    top = _parser(argparse.ArgumentParser, "intake", DESCRIPTION, parents=[common], epilog=EPILOG)
    top.add_argument("--version", action="store_true", help="print the version")
    add = _adder(top.add_subparsers(dest="command", metavar="COMMAND", title="commands"), common)
    _for_cases(add)
    _for_documents(add)
    _for_visitors(add)
    _for_ratings(add, common)
    flow = add("flow", "check, draw or measure a pack", "intake flow check vaimh/application")
    actions = flow.add_subparsers(dest="action", metavar="ACTION", required=True, title="actions")
    _for_packs(_adder(actions, common))
    return top


def _adder(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> _Add:
    """What adds a command: its name, what it does, an example of it."""

    def add(name: str, help_text: str, example: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=help_text,
            description=f"{help_text[0].upper()}{help_text[1:]}.",
            epilog=f"example:\n  {example}",
            parents=[common],
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    return add


def _for_cases(add: _Add) -> None:
    new = add("new", "begin a new case", "intake new")
    new.add_argument("--pack", default="vaimh/application", metavar="PACK", help="the questions (vaimh/application)")
    resume = add("resume", "go on with a case", "intake resume dana")
    resume.add_argument("case", nargs="?", metavar="CASE", help="its id, the beginning of it, or its title")
    _json(add("cases", "list the cases", "intake cases --json"))
    rename = add("rename", "give a case another title", "intake rename k7f2qx 'Dana 2026'")
    rename.add_argument("case", metavar="CASE")
    rename.add_argument("title", metavar="TITLE")
    delete = add("delete", "delete a case for good, asked twice", "intake delete k7f2qx")
    delete.add_argument("case", metavar="CASE")
    delete.add_argument("--yes", action="store_true", help="do not ask")
    board = add("board", "where a case stands, level by level", "intake board dana --why ifs.work")
    board.add_argument("case", metavar="CASE")
    shown = board.add_mutually_exclusive_group()
    what = "only the proof of this rule, or of a level, a group: ifs.work, ifs, exam"
    shown.add_argument("--why", metavar="ID", help=what)
    _compare(shown)
    _rulebook(board, "the case's own", None)
    _json(board)
    plan = add(
        "plan",
        "the shortest route to each level, and what would move",
        "intake plan dana II --what-if 'two more years'",
    )
    plan.add_argument("case", metavar="CASE")
    plan.add_argument("level", nargs="?", metavar="LEVEL", help="one level, such as II (all of them)")
    plan.add_argument("--rulebook", metavar="EDITION", help="other rules than the case's own, such as vaimh/seed")
    plan.add_argument("--what-if", action="append", metavar="WORDS", help="try a change; the case stays as it is")
    _json(plan)
    what = "the jobs over the years, what overlaps, and which months count"
    timeline = add("timeline", what, "intake timeline dana --level III --to dana.svg")
    timeline.add_argument("case", metavar="CASE")
    timeline.add_argument("--level", metavar="LEVEL", help="only what counts for this level, such as III (all of them)")
    timeline.add_argument("--rulebook", metavar="EDITION", help="other rules than the case's own, such as vaimh/later")
    shown = timeline.add_mutually_exclusive_group()
    _json(shown)
    shown.add_argument("--to", type=Path, metavar="FILE", help="a picture where it ends in .svg, else text")
    _for_handing_over(add)
    _for_calls(add)


def _for_calls(add: _Add) -> None:
    what = "take a call: the questions of the pre-screen on one sheet, answered in any order"
    prescreen = add("prescreen", what, "intake prescreen; afterwards: intake prescreen dana --to dana.eml")
    prescreen.add_argument("case", nargs="?", metavar="CASE", help="go on with a call (a new one)")
    prescreen.add_argument(
        "--to", type=Path, metavar="FILE", help="write its record: .json, an e-mail draft .eml, text"
    )


def _for_handing_over(add: _Add) -> None:
    files = add("files", "the files attached to a case, each looked at for loss or change", "intake files dana")
    files.add_argument("case", metavar="CASE")
    _json(files)
    what = "what to copy into the association's online system, tab by tab"
    handover = add("handover", what, "intake handover dana --format html --to dana.html")
    handover.add_argument("case", metavar="CASE")
    handover.add_argument("--format", choices=["text", "html", "json"], default="text", help="text, html, json")
    handover.add_argument("--csv", type=Path, metavar="DIR", help="trainings and work there, for a spreadsheet")
    handover.add_argument("--ics", type=Path, metavar="FILE.ics", help="what expires, for a calendar")
    _to(handover)
    export = add("export", "write a case's bundle, complete or not", "intake export dana --to dana.zip")
    export.add_argument("case", metavar="CASE")
    export.add_argument("--to", type=Path, required=True, metavar="FILE.zip")
    opened = add("open", "make a case of a bundle: on another computer, or for staff", "intake open dana.zip")
    opened.add_argument("bundle_file", type=Path, metavar="FILE.zip")
    opened.add_argument("--again", action="store_true", help="also where it was opened before")
    opened.add_argument("--no-talk", action="store_true", help="only make it, and print its id")
    _json(opened)


def _for_documents(add: _Add) -> None:
    shape = "verdicts for a document of the shape of data/portfolio.json"
    assess = add("assess", shape, "intake assess portfolio.json --json")
    assess.add_argument("portfolio", type=Path, metavar="PORTFOLIO.json")
    _rulebook(assess, "vaimh/seed", "vaimh/seed")
    _compare(assess)
    _json(assess)
    _for_bundles(add)
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
    _to(levels)


def _for_bundles(add: _Add) -> None:
    what = "verify bundles, one or thousands: hashes, schemas, figures, verdicts, signature"
    check = add("check", what, "intake check received/ --results checked.jsonl --csv > checked.csv")
    inside = "bundles, bags, and folders: every .zip and every bag in them, links not followed"
    check.add_argument("bundles", nargs="+", type=Path, metavar="PATH", help=inside)
    shown = check.add_mutually_exclusive_group()
    _json(shown)
    shown.add_argument("--csv", action="store_true", help="for a spreadsheet")
    check.add_argument("--rulebook", metavar="EDITION", help="and say which verdicts another edition would change")
    check.add_argument("--jobs", type=_number(1, 256), metavar="N", help="processes at work (as many as pay)")
    kept = "keep results here; a second run checks only what is not among them"
    check.add_argument("--results", type=Path, metavar="FILE", help=kept)


def _for_visitors(add: _Add) -> None:
    what = "the app in a browser, for a workshop or a front desk; each visitor gets a link that works once"
    serve = add("serve", what, "intake serve --visitors 12")
    serve.add_argument("--host", default="127.0.0.1", help="the address to listen at (127.0.0.1: this computer alone)")
    serve.add_argument("--port", type=_number(0, 65535), default=8000, help="the port (8000); 0 for any that is free")
    many = _number(1, 100)
    serve.add_argument("--visitors", type=many, default=8, metavar="N", help="how many at a time, up to 100 (8)")
    serve.add_argument("--origin", metavar="URL", help="where visitors see it, such as https://desk.example.org")


def _for_ratings(add: _Add, common: argparse.ArgumentParser) -> None:
    rate = add("rate", "rate an applicant, where you were asked to", "intake rate request-4k7m2x9tq3ra.json")
    rate.add_argument("request", type=Path, metavar="REQUEST.json")
    _to(rate)
    what = "ratings by others: ask for them, attach, open and confirm them"
    ratings = add("references", what, "intake references open dana.zip --key office.key")
    actions = ratings.add_subparsers(dest="action", metavar="ACTION", required=True, title="actions")
    act = _adder(actions, common)
    request = act("request", "write a request for each referee", "intake references request dana --to requests")
    request.add_argument("case", metavar="CASE")
    request.add_argument("--to", type=Path, default=Path(), metavar="DIR", help="the folder (this one)")
    waiver = request.add_mutually_exclusive_group()
    what = "record that the applicant gives up the right to see the ratings"
    waiver.add_argument("--waive", action="store_true", default=None, help=what)
    waiver.add_argument("--keep-right", action="store_false", dest="waive", help="record that they keep it")
    attach = act(
        "attach", "put a referee's file with its request, unread", "intake references attach dana rating-….age"
    )
    attach.add_argument("case", metavar="CASE")
    attach.add_argument("file", type=Path, metavar="FILE")
    show = act("open", "open ratings with the association's key", "intake references open dana.zip --key office.key")
    show.add_argument("source", type=Path, metavar="BUNDLE.zip|FILE.age|CASE")
    _key(show)
    show.add_argument("--code", action="append", metavar="CODE", help="a receipt code that a referee read out")
    _json(show)
    what = "tell whether receipt codes are those of the ratings"
    confirm = act("confirm", what, "intake references confirm dana.zip 2WRG-TUGK-YPA9 --key office.key")
    confirm.add_argument("source", type=Path, metavar="BUNDLE.zip|FILE.age|CASE")
    confirm.add_argument("codes", nargs="+", metavar="CODE")
    _key(confirm)
    keys = add("keys", "make the keys that ratings are sealed to", "intake keys new --to keys")
    making = _adder(keys.add_subparsers(dest="action", metavar="ACTION", required=True, title="actions"), common)
    new = making("new", "make the office key and the backup key", "intake keys new --to keys")
    new.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder for the two key files")


def _key(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--key", type=Path, metavar="FILE", help="the office key, or the backup key")


def _for_packs(add: _Add) -> None:
    new = add("new", "begin a pack for another association", 'intake flow new okaimh "Oklahoma AIMH" --to packs')
    new.add_argument("name", metavar="NAME", help="the name of its folder, such as okaimh")
    new.add_argument("association", metavar="ASSOCIATION", help="what the association is called")
    new.add_argument(
        "--to", type=Path, default=Path("packs"), metavar="DIR", help="where packs of your own lie (packs)"
    )
    _json(new)
    check = add("check", "find the faults of packs", "intake flow check vaimh/application")
    which = "a flow, an edition, an association, or the folder in which it is written; all that are here, without"
    check.add_argument("pack", nargs="?", default="", metavar="PACK", help=which)
    _json(check)
    _json(add("codes", "list all that a check can find", "intake flow codes"))
    diagram = add("diagram", "draw the interview", "intake flow diagram --format svg --to interview.svg")
    _pack(diagram)
    diagram.add_argument("--format", choices=["mermaid", "svg"], default="mermaid", help="mermaid, svg")
    _to(diagram)
    what = "tell what of a pack its transcripts never go through"
    coverage = add("coverage", what, "intake flow coverage vaimh/application flows/vaimh/personas/dana.txt")
    _pack(coverage)
    beside = "those in personas and edge_cases beside the pack, without"
    coverage.add_argument("transcripts", nargs="*", type=Path, metavar="TRANSCRIPT", help=beside)
    _json(coverage)


def _parser(
    kind: type[argparse.ArgumentParser], prog: str, description: str, **more: object
) -> argparse.ArgumentParser:
    return kind(prog=prog, description=description, formatter_class=argparse.RawDescriptionHelpFormatter, **more)  # type: ignore[arg-type]


def _rulebook(sub: argparse.ArgumentParser, standing: str, default: str | None) -> None:
    sub.add_argument("--rulebook", default=default, metavar="EDITION", help=f"judge by this edition ({standing})")


def _compare(sub: "argparse._ActionsContainer") -> None:
    sub.add_argument("--compare", metavar="EDITION", help="and say what changes under this one, such as vaimh/later")


def _json(sub: "argparse._ActionsContainer") -> None:
    sub.add_argument("--json", action="store_true", default=False, help="for machines")


def _to(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--to", type=Path, metavar="FILE", help="write it to a file")


def _pack(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("pack", nargs="?", default="vaimh/application", metavar="PACK", help="a flow (vaimh/application)")
