"""The summary as a PDF: its HTML page again, element by element, set by Typst and tagged for screen readers (PDF/UA-1).

No word of a person becomes part of Typst's source: the elements go in as JSON and are only ever shown.
"""

import datetime as dt
import html
import json
import re
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import typst

from intake.bundle.errors import BundleError

_PICTURE = re.compile(r"<svg (.*?</svg>)", re.DOTALL)
_TOLD = re.compile(r"<desc[^>]*>(.*?)</desc>", re.DOTALL)
_HEADINGS = {"h1", "h2", "h3"}
#: What holds elements alone, so that text in it is only the layout of the page's source.
_FRAMES = {"html", "body", "header", "main", "section", "div", "table", "thead", "tbody", "tr", "ul"}
#: What a PDF has in another way: its title, its style, its own table of contents.
_LEFT_OUT = {"head", "nav"}
_NEVER_CLOSED = {"meta", "img"}
#: The look of the page, and a page that shows some signs only.
_SOURCE = files("intake.bundle").joinpath("summary.typ").read_bytes()
_PROBE = b'#set document(title: "signs")\n#sys.inputs.given'


def pdf(page: str, made: dt.date | None) -> bytes:
    """The HTML `page`, one of `intake.bundle.summary`, as a PDF dated `made`: the same bytes for the same page.

    Set with Typst's own fonts, the same everywhere; where they lack a character, with those of this computer too. What
    is in none of them stands as its number, such as [U+674E]. Raises BundleError where Typst refuses the page.
    """
    try:
        return _set(_SOURCE, _given(page, made), own_fonts_only=True)
    except typst.TypstError:
        given = _given(
            page.translate({ord(sign): f"[U+{ord(sign):04X}]" for sign in _in_no_font(_unusual(page))}), made
        )
    try:
        return _set(_SOURCE, given, own_fonts_only=True)
    except typst.TypstError:
        return _set_here(given)


def _set_here(given: str) -> bytes:
    """What Typst makes of it with every font of this computer. Raises BundleError."""
    try:
        return _set(_SOURCE, given)
    except typst.TypstError as error:
        raise BundleError(f"The PDF could not be made: {error}. The summary as HTML holds the same.") from error


def _given(page: str, made: dt.date | None) -> str:
    picture = _PICTURE.search(page)
    elements = _Elements(page if picture is None else _PICTURE.sub("<img>", page))
    given = {
        "title": elements.title,
        "body": elements.top["inside"],
        "date": [made.year, made.month, made.day] if made else None,
        "picture": f'<svg xmlns="http://www.w3.org/2000/svg" {picture[1]}' if picture else "",
        "told": _told(picture[1]) if picture else "",
    }
    return json.dumps(given)


def _set(source: bytes, given: str, *, own_fonts_only: bool = False) -> bytes:
    """What Typst makes of it. Raises TypstError, also where a character is in none of its fonts."""
    return typst.compile(
        source, sys_inputs={"given": given}, ignore_system_fonts=own_fonts_only, pdf_standards=["ua-1"]
    )


def _unusual(page: str) -> str:
    """Each sign of a page that a font may lack, once."""
    return "".join(sorted({sign for sign in page if not (sign.isascii() or sign.isspace())}))


def _in_no_font(signs: str) -> str:
    """Those of `signs` that no font here has, found by halves."""
    try:
        _set(_PROBE, " ".join(signs))
    except typst.TypstError:
        half = len(signs) // 2
        return _in_no_font(signs[:half]) + _in_no_font(signs[half:]) if half else signs
    return ""


def _told(picture: str) -> str:
    """What a picture says of itself in words."""
    found = _TOLD.search(picture)
    return html.unescape(found[1]) if found else ""


class _Elements(HTMLParser):
    """The elements of a page of ours, as nested objects: `tag`, `id`, `href`, `kind` (its class), and `inside`."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.title = ""
        self.top: dict[str, Any] = _element("body", {})
        self._open = [self.top]
        self._heading = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element within the one that is open."""
        element = _element(tag, dict(attrs))
        self._open[-1]["inside"].append(element)
        if tag not in _NEVER_CLOSED:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that is open; a caption that says the heading above it again is left out."""
        closed = self._open.pop()
        said = "".join(part for part in closed["inside"] if isinstance(part, str))
        if tag == "title":
            self.title = said
        if tag in _HEADINGS:
            self._heading = said
        if tag in _LEFT_OUT or (tag == "caption" and said == self._heading):
            self._open[-1]["inside"].pop()

    def handle_data(self, data: str) -> None:
        """Text within the element that is open."""
        if self._open[-1]["tag"] not in _FRAMES:
            self._open[-1]["inside"].append(data)


def _element(tag: str, attributes: dict[str, str | None]) -> dict[str, Any]:
    kept = {"id": "id", "href": "href", "kind": "class"}
    return {"tag": tag, "inside": []} | {name: attributes.get(from_) or "" for name, from_ in kept.items()}
