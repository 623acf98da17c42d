"""Which case a command is about."""

import argparse
from contextlib import closing

from intake.journal.cases import the_only
from intake.journal.home import home_folder
from intake.journal.store import Journal


def case_of(options: argparse.Namespace) -> str:
    """The case that is named, else the id of the only one there is. Raises UnknownCase."""
    if options.case is not None:
        return str(options.case)
    with closing(Journal(home_folder(getattr(options, "home", None)))) as journal:
        return the_only(journal.cases()).id
