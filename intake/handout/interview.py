"""The interview as a picture on a page to print."""

from intake.bundle.markup import Markup, framed, page, tag, text
from intake.handout.paper import PAPER
from intake.interview.diagram.svg import sheets
from intake.interview.flow import Flow
from intake.words import _

#: How high a part of the picture may be, in its own unit, so that it stands on one side with the heading above it.
_TALLEST = 1075
#: At this width the smallest letters have 8 points, on A4 as on Letter.
_STYLE = f"""{PAPER}@page {{ margin: .8cm; }}
@media print {{
  h1 {{ margin: 0; font-size: 12pt; }}
  .wide svg {{ width: 547pt; max-width: none; break-inside: avoid; }}
}}
"""


def interview(flow: Flow) -> str:
    """An HTML page with the state diagram of `flow`."""
    title = _("The interview")
    drawn = Markup("".join(sheets(flow, _TALLEST)))  # its texts are escaped where it is drawn
    return page(title, _STYLE, tag("h1", text(title)), framed(title, drawn))


def sides(flow: Flow) -> int:
    """How many sides of paper the picture takes."""
    return len(sheets(flow, _TALLEST))
