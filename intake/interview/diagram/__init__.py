"""The interview drawn, as Mermaid or as an SVG picture, from the same transitions that the machine runs on."""

from collections.abc import Callable

from intake.interview.diagram.mermaid import mermaid
from intake.interview.diagram.svg import svg
from intake.interview.flow import Flow

#: Format → what draws a flow in it, as a text that ends in a line feed.
FORMATS: dict[str, Callable[[Flow], str]] = {"mermaid": mermaid, "svg": svg}
