"""`intake renew`, `intake move`, `intake log`: the next case, from what stood before, and its year."""

import argparse

from intake.cli.written import print_json
from intake.interview.carrying import Purpose
from intake.text import visible


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


def log(options: argparse.Namespace) -> int:
    """Write down what was had, in the renewal that is open; without words show what is written there."""
    from intake.journal.home import home_folder
    from intake.session.continuing import open_renewal
    from intake.session.start import open_session
    from intake.session.year_log import entries

    home, as_of = home_folder(getattr(options, "home", None)), getattr(options, "as_of", None)
    session = open_session(home, case=open_renewal(home, options.case), as_of=as_of)
    try:
        session.open()
        before, words = session.case.state.seq, " ".join(options.words)
        told = session.say("/undo" if options.undo else f"/log {words}").messages if words or options.undo else ()
        taken = session.case.state.seq > before or not (words or options.undo)
        listed = [visible(line, one_line=True) for line in entries(session.case)]
    finally:
        session.close()
    if options.json:
        print_json({"case": session.id, "written": taken, "said": [m.text for m in told], "entries": listed})
    else:
        print("\n".join([m.text for m in told] or listed))
    return 0 if taken else 1
