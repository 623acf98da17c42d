"""`intake renew` and `intake move`: the next case, from what stood before."""

import argparse

from intake.interview.carrying import Purpose


def renew(options: argparse.Namespace) -> int:
    """Renew an endorsement for a year: the renewal that is open, or one begun."""
    return _go_on(options, "renew")


def move(options: argparse.Namespace) -> int:
    """Move to another level, with all that counts on."""
    return _go_on(options, "move")


def _go_on(options: argparse.Namespace, purpose: Purpose) -> int:
    from intake.cli.talk import talk
    from intake.journal.home import home_folder
    from intake.session.continuing import continued

    home, as_of = home_folder(getattr(options, "home", None)), getattr(options, "as_of", None)
    options.case = continued(home, options.case, purpose, new=options.new, as_of=as_of)
    return talk(options)
