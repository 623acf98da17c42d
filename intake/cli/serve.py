"""`intake serve`: the app in a browser, for workshops and a front desk."""

import argparse
import sys
from importlib.util import find_spec

from intake.text import visible
from intake.words import _

_USAGE, _UNREADABLE = 2, 3
_LACKING = _(
    "The browser needs a part that is not installed. Install it and start in one go: uv run --extra serve intake serve"
)


def serve(options: argparse.Namespace) -> int:
    """Serve until it is told to stop."""
    if find_spec("textual_serve") is None:
        print(f"intake: {_LACKING}", file=sys.stderr)
        return _UNREADABLE
    from intake.web.address import UnusableAddress
    from intake.web.run import Plan, run

    home, as_of = getattr(options, "home", None), getattr(options, "as_of", None)
    try:
        run(Plan(home, options.host, options.port, options.visitors, options.origin, as_of))
    except UnusableAddress as error:
        print(f"intake: {visible(str(error))}", file=sys.stderr)
        return _USAGE
    return 0
