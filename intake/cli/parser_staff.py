"""The commands of those who receive bundles, run a workshop, rate an applicant or keep a pack."""

import argparse
from pathlib import Path

from intake.cli.arguments import Add, adder, json, number, pack, to


def for_bundles(add: Add) -> None:
    """`check`."""
    what = "verify bundles, one or thousands: hashes, schemas, figures, verdicts, signature"
    check = add("check", what, "intake check received/ --results checked.jsonl --csv > checked.csv")
    inside = "bundles, bags, and folders: every .zip and every bag in them, links not followed"
    check.add_argument("bundles", nargs="+", type=Path, metavar="PATH", help=inside)
    shown = check.add_mutually_exclusive_group()
    json(shown)
    shown.add_argument("--csv", action="store_true", help="for a spreadsheet")
    judged = check.add_mutually_exclusive_group()
    judged.add_argument("--rulebook", metavar="EDITION", help="and say which verdicts another edition would change")
    what = "judge it as a BagIt bag alone, whatever program wrote or packed it"
    judged.add_argument("--bag", action="store_true", help=what)
    check.add_argument("--jobs", type=number(1, 256), metavar="N", help="processes at work (as many as pay)")
    kept = "keep results here; a second run checks only what is not among them"
    check.add_argument("--results", type=Path, metavar="FILE", help=kept)


def for_visitors(add: Add) -> None:
    """`serve`."""
    what = "the app in a browser, for a workshop or a front desk; each visitor gets a link that works once"
    serve = add("serve", what, "intake serve --visitors 12")
    serve.add_argument("--host", default="127.0.0.1", help="the address to listen at (127.0.0.1: this computer alone)")
    serve.add_argument("--port", type=number(0, 65535), default=8000, help="the port (8000); 0 for any that is free")
    many = number(1, 100)
    serve.add_argument("--visitors", type=many, default=8, metavar="N", help="how many at a time, up to 100 (8)")
    serve.add_argument("--origin", metavar="URL", help="where visitors see it, such as https://desk.example.org")


def for_colleagues(add: Add) -> None:
    """`desk`, `give`."""
    what = "all cases and calls: who waits for what, what is due, who has which"
    desk = add("desk", what, "intake desk --waiting others --sort due --csv > desk.csv")
    desk.add_argument("case", nargs="?", metavar="CASE", help="only this one, in full, with who did what in it")
    where = "a title, a name, an address, a colleague, what is missing"
    desk.add_argument("--search", default="", metavar="WORDS", help=f"only cases with these words: {where}")
    sides = ["office", "applicant", "others", "association"]
    desk.add_argument("--waiting", choices=sides, help="only cases that wait for something from them")
    orders = ["changed", "title", "due", "missing", "level", "waiting", "holder"]
    desk.add_argument("--sort", choices=orders, default="changed", help="the order (changed: the last one first)")
    desk.add_argument(
        "--asking", metavar="WORDS", help="only cases with a question for the association that has these words"
    )
    desk.add_argument("--questions", action="store_true", help="the questions for the association, each with its count")
    shown = desk.add_mutually_exclusive_group()
    json(shown)
    shown.add_argument("--csv", action="store_true", help="for a spreadsheet")
    give = add("give", "hand a case to a colleague", "intake give dana Tom --note 'call her back' --due 2026-03-05")
    give.add_argument("case", metavar="CASE")
    give.add_argument("name", metavar="NAME", help="the colleague; your own name is INTAKE_NAME, else the account's")
    give.add_argument("--note", default="", metavar="WORDS", help="what they should know")
    give.add_argument("--due", metavar="DAY", help="by when it is to be seen to: 2026-03-05, or as you would say it")


def for_ratings(add: Add, common: argparse.ArgumentParser) -> None:
    """`rate`, `references`, `keys`."""
    rate = add("rate", "rate an applicant, where you were asked to", "intake rate request-4k7m2x9tq3ra.json")
    rate.add_argument("request", type=Path, metavar="REQUEST.json")
    to(rate)
    what = "ratings by others: ask for them, attach, open and confirm them"
    ratings = add("references", what, "intake references open dana.zip --key office.key")
    actions = ratings.add_subparsers(dest="action", metavar="ACTION", required=True, title="actions")
    act = adder(actions, common)
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
    json(show)
    what = "tell whether receipt codes are those of the ratings"
    confirm = act("confirm", what, "intake references confirm dana.zip 2WRG-TUGK-YPA9 --key office.key")
    confirm.add_argument("source", type=Path, metavar="BUNDLE.zip|FILE.age|CASE")
    confirm.add_argument("codes", nargs="+", metavar="CODE")
    _key(confirm)
    keys = add("keys", "make the keys that ratings are sealed to", "intake keys new --to keys")
    making = adder(keys.add_subparsers(dest="action", metavar="ACTION", required=True, title="actions"), common)
    new = making("new", "make the office key and the backup key", "intake keys new --to keys")
    new.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder for the two key files")


def _key(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--key", type=Path, metavar="FILE", help="the office key, or the backup key")


def for_packs(add: Add) -> None:
    """`flow`'s own."""
    new = add("new", "begin a pack for another association", 'intake flow new okaimh "Oklahoma AIMH" --to packs')
    new.add_argument("name", metavar="NAME", help="the name of its folder, such as okaimh")
    new.add_argument("association", metavar="ASSOCIATION", help="what the association is called")
    new.add_argument(
        "--to", type=Path, default=Path("packs"), metavar="DIR", help="where packs of your own lie (packs)"
    )
    json(new)
    check = add("check", "find the faults of packs", "intake flow check vaimh/application")
    which = "a flow, an edition, an association, or the folder in which it is written; all that are here, without"
    check.add_argument("pack", nargs="?", default="", metavar="PACK", help=which)
    json(check)
    json(add("codes", "list all that a check can find", "intake flow codes"))
    diagram = add("diagram", "draw the interview", "intake flow diagram --format svg --to interview.svg")
    pack(diagram)
    diagram.add_argument("--format", choices=["mermaid", "svg"], default="mermaid", help="mermaid, svg")
    to(diagram)
    what = "tell what of a pack its transcripts never go through"
    coverage = add("coverage", what, "intake flow coverage vaimh/application flows/vaimh/personas/dana.txt")
    pack(coverage)
    beside = "those in personas and edge_cases beside the pack, without"
    coverage.add_argument("transcripts", nargs="*", type=Path, metavar="TRANSCRIPT", help=beside)
    json(coverage)
