"""`intake serve`: the app in a browser, for workshops and a front desk."""

import argparse
import sys

from intake.text import visible
from intake.words import _

_USAGE, _UNREADABLE = 2, 3
#: What the extra `serve` brings.
_OPTIONAL = {"aiohttp", "textual_serve"}
_LACKING = _(
    "The browser needs a part that is not installed. Install it and start in one go: uv run --extra serve intake serve"
)


def serve(options: argparse.Namespace) -> int:
    """Serve until it is told to stop."""
    try:
        from intake.web.run import Plan, UnusableAddress, run
    except ModuleNotFoundError as error:
        if error.name not in _OPTIONAL:
            raise
        print(f"intake: {_LACKING}", file=sys.stderr)
        return _UNREADABLE
    home, as_of = getattr(options, "home", None), getattr(options, "as_of", None)
    try:
        run(Plan(home, options.host, options.port, options.visitors, options.origin, as_of))
    except UnusableAddress as error:
        print(f"intake: {visible(str(error))}", file=sys.stderr)
        return _USAGE
    return 0
