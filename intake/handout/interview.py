"""The interview as a picture on a page to print."""

from intake.bundle.markup import Markup, framed, page, tag, text
from intake.bundle.style import STYLE
from intake.interview.diagram.svg import svg
from intake.interview.flow import Flow
from intake.words import _


def interview(flow: Flow) -> str:
    """An HTML page with the state diagram of `flow`."""
    title = _("The interview")
    drawn = framed(title, Markup(svg(flow, role="img")))  # its texts are escaped where it is drawn
    return page(title, STYLE, tag("h1", text(title)), tag("p", text(flow.title)), drawn)
