"""`intake assess`, `check`, `schema`: what can be done with documents and bundles."""

import argparse
from typing import Any

from intake.cli.written import print_json
from intake.text import visible
from intake.words import _

WANTING, UNREADABLE = 1, 3


def assess(options: argparse.Namespace) -> int:
    """Print what an edition of the rules says of a portfolio document, or what changes between two."""
    import datetime as dt

    from intake.bundle.errors import BundleError
    from intake.bundle.shape import violations
    from intake.bundle.strict import StrictError, parse
    from intake.cli.judging import judge
    from intake.portfolio.document import answers

    try:
        portfolio = parse(options.portfolio.read_bytes())
    except StrictError as error:
        raise BundleError(f"{options.portfolio}: the document {error}.") from error
    wrong = violations(portfolio)
    if wrong:
        lines = "\n".join(f"  {v.where}: it {v.reason}" for v in wrong)
        raise BundleError(_("{path} does not follow the schema:\n{lines}").format(path=options.portfolio, lines=lines))
    recorded = (portfolio.get("judged") or {}).get("as_of")
    as_of = getattr(options, "as_of", None) or (dt.date.fromisoformat(recorded) if recorded else dt.date.today())
    return judge(options, options.rulebook, answers(portfolio), as_of)


def check(options: argparse.Namespace) -> int:
    """Verify bundles; 1 where one is found wanting, 3 where one cannot be read."""
    from intake.bundle.check import check as check_bundle
    from intake.bundle.errors import BundleError
    from intake.bundle.signature import state_of
    from intake.session.document import rejudge

    results: list[dict[str, Any]] = []
    code = 0
    for path in options.bundles:
        try:
            report = check_bundle(path, rejudge)
        except BundleError as error:
            results.append({"path": str(path), "ok": False, "error": str(error), "findings": []})
            code = UNREADABLE
            continue
        complete = bool(report.portfolio and (report.portfolio.get("judged") or {}).get("complete"))
        findings = [{"code": f.code, "where": f.where, "message": f.message} for f in report.findings]
        results.append({"path": str(path), "ok": report.ok, "complete": complete, "findings": findings})
        results[-1]["signature"] = state_of(report.portfolio) if report.portfolio else "unsigned"
        code = code or (0 if report.ok else WANTING)
    if options.json:
        print_json(results)
    else:
        for result in results:
            _print_result(result)
    return code


def _print_result(result: dict[str, Any]) -> None:
    path = visible(result["path"], one_line=True)
    if "error" in result:
        print(f"{path}: {result['error']}")
    elif result["ok"]:
        state = _("complete") if result["complete"] else _("incomplete, with its list of what is missing")
        print(_("{path}: in order; {state}").format(path=path, state=state))
        if result["signature"] == "stale":
            print(_("  It was signed before answers were changed, so the signature no longer stands."))
    else:
        print(_("{path}: found wanting").format(path=path))
        for finding in result["findings"]:
            print(f"  {finding['code']} {finding['where']}\n    {finding['message']}")


def schema(options: argparse.Namespace) -> int:
    """Print a schema, or the names of all."""
    from intake.packs.yaml import PackError
    from intake.resources import schemas_folder

    found = {p.name.removesuffix(".schema.json"): p for p in sorted(schemas_folder().glob("*.schema.json"))}
    if options.name is None:
        print("\n".join(found))
    elif options.name in found:
        print(found[options.name].read_text("utf-8"), end="")
    else:
        raise PackError(
            _("There is no schema {name}. There are: {names}.").format(name=options.name, names=", ".join(found))
        )
    return 0
