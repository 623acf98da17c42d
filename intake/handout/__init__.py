"""The hand-out of a trainer: an edition's requirements as plain text, Markdown, an HTML page, or JSON."""

from collections.abc import Callable
from importlib import import_module

from intake.rulebook.levels import Overview

#: Format → the module that writes it, with one function `written`.
FORMATS = {"text": "plain", "markdown": "markdown", "html": "page", "json": "wire"}


def renderer(form: str) -> Callable[[Overview], str]:
    """What writes an overview in a format of `FORMATS`, as a text that ends in a line feed."""
    written: Callable[[Overview], str] = import_module(f"intake.handout.{FORMATS[form]}").written
    return written
