"""`intake files`: what is attached to a case, every file read again and compared with what was attached."""

import argparse
from dataclasses import asdict

from intake.cli.which import case_of
from intake.cli.written import print_json

DONE, WANTING = 0, 1


def files(options: argparse.Namespace) -> int:
    """List a case's files; 1 where one of them is missing or changed."""
    from intake.session.attaching import files_text
    from intake.session.start import open_session

    as_of = getattr(options, "as_of", None)
    session = open_session(getattr(options, "home", None), case=case_of(options), as_of=as_of)
    try:
        rows = session.files(thorough=True)
    finally:
        session.close()
    if options.json:
        print_json([asdict(row) for row in rows])
    else:
        print(files_text(rows))
    return DONE if all(row.condition == "kept" for row in rows) else WANTING
