"""The interview as a picture on a page to print."""

from intake.bundle.markup import Markup, framed, page, tag, text
from intake.handout.paper import PAPER
from intake.interview.diagram.svg import svg
from intake.interview.flow import Flow
from intake.words import _

#: The whole picture on one sheet.
_STYLE = f"""{PAPER}@media print {{
  .wide svg {{ max-width: 100%; max-height: 88vh; width: auto; margin: 0 auto; break-inside: avoid; }}
}}
"""


def interview(flow: Flow) -> str:
    """An HTML page with the state diagram of `flow`."""
    title = _("The interview")
    drawn = framed(title, Markup(svg(flow, role="img")))  # its texts are escaped where it is drawn
    return page(title, _STYLE, tag("h1", text(title)), tag("p", text(flow.title)), drawn)
