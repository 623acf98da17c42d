"""`intake assess`, `schema`: what can be done with documents."""

import argparse

from intake.words import _

WANTING, UNREADABLE = 1, 3
_NO_DOCUMENT = _(
    "{path} is no portfolio document. assess reads one such as data/portfolio.json of a bundle; for a case type "
    "intake board CASE --json, and for a bundle intake open FILE.zip first."
)


def assess(options: argparse.Namespace) -> int:
    """Print what an edition of the rules says of a portfolio document, or what changes between two."""
    import datetime as dt

    from intake.bundle.errors import BundleError
    from intake.bundle.shape import violations
    from intake.bundle.strict import StrictError, read
    from intake.cli.judging import judge
    from intake.portfolio.document import answers

    kind = options.portfolio.suffix.lower()
    if kind == ".zip" or (kind != ".json" and not options.portfolio.exists()):
        raise BundleError(_NO_DOCUMENT.format(path=options.portfolio))
    try:
        portfolio = read(options.portfolio)
    except StrictError as error:
        raise BundleError(f"{options.portfolio}: the document {error}.") from error
    wrong = violations(portfolio)
    if wrong:
        lines = "\n".join(f"  {v.where}: it {v.reason}" for v in wrong)
        raise BundleError(_("{path} does not follow the schema:\n{lines}").format(path=options.portfolio, lines=lines))
    recorded = (portfolio.get("judged") or {}).get("as_of")
    as_of = getattr(options, "as_of", None) or (dt.date.fromisoformat(recorded) if recorded else dt.date.today())
    return judge(options, options.rulebook, answers(portfolio), as_of)


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
