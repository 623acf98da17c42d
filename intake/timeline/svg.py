"""The picture of a timeline as SVG: text as text, light and dark, told by pattern as well as colour, self-contained."""

from html import escape

from intake.text import visible
from intake.timeline.layout import BOLD, SIZES, WIDTH, Arrow, Bar, Diamond, Line, Shape, Words, picture
from intake.timeline.text import words as in_words
from intake.timeline.values import Timeline
from intake.words import _

_SIZES = "".join(f".timeline .{kind} {{ font-size: {size}px; }}\n" for kind, size in SIZES.items())
_BOLD = ", ".join(f".timeline text.{kind}" for kind in BOLD)
#: What is drawn by its outline and a pattern, and not by a full colour.
_PATTERNS = {
    "perhaps": '<path d="M-2 2 2 -2M0 8 8 0M6 10 10 6"/>',
    "ahead": '<path d="M0 4H4"/>',
    "unknown": '<circle cx="4" cy="4" r="1.4"/>',
    "out": '<path d="M2 2 6 6M6 2 2 6"/>',
}
_STYLE = f"""\
.timeline text {{ font-family: Verdana, "DejaVu Sans", sans-serif; fill: #1a1a1a;
  paint-order: stroke; stroke: #ffffff; stroke-width: 4px; stroke-linejoin: round; }}
{_SIZES}{_BOLD} {{ font-weight: bold; }}
.timeline text.year, .timeline text.legend {{ fill: #3a4654; }}
.timeline .paper {{ fill: #ffffff; }}
.timeline rect.lane {{ fill: #f1f3f5; }}
.timeline rect.sure, .timeline .arrow {{ fill: #1f5f99; }}
.timeline rect.shared {{ fill: #7a3e00; }}
.timeline .pattern {{ fill: #ffffff; }}
.timeline .ink {{ fill: none; stroke: #1f5f99; stroke-width: 1.5; }}
.timeline .ink.out {{ stroke: #5a6572; }}
.timeline rect.perhaps, .timeline rect.ahead, .timeline rect.unknown, .timeline rect.out {{ stroke: #5a6572; }}
.timeline line.year {{ stroke: #c3cad2; }}
.timeline line.mark {{ stroke: #7a3e00; stroke-dasharray: 3 3; }}
.timeline .diamond {{ fill: #7a3e00; stroke: #ffffff; }}
"""
_DARK = """\
@media (prefers-color-scheme: dark) {
.timeline text { fill: #eceff2; stroke: #14181d; }
.timeline text.year, .timeline text.legend { fill: #b9c4d0; }
.timeline .paper, .timeline .pattern { fill: #14181d; }
.timeline rect.lane { fill: #1f262d; }
.timeline rect.sure, .timeline .arrow { fill: #7db4e8; }
.timeline rect.shared { fill: #f0b070; }
.timeline .ink { stroke: #7db4e8; }
.timeline .ink.out { stroke: #9aa7b5; }
.timeline rect.perhaps, .timeline rect.ahead, .timeline rect.unknown, .timeline rect.out { stroke: #9aa7b5; }
.timeline line.year { stroke: #3d4854; }
.timeline line.mark { stroke: #f0b070; }
.timeline .diamond { fill: #f0b070; stroke: #14181d; }
}
"""


def svg(shown: Timeline, title: str) -> str:
    """The picture of a timeline with `title`, the same for the same timeline; its description says all of it in words.

    It is a file of its own, light or dark as its reader's screen is.
    """
    heading = _("Work over the years: {title}").format(title=title) if title else _("Work over the years")
    return _picture(shown, heading, 'xmlns="http://www.w3.org/2000/svg" class="timeline" xml:lang="en"', _STYLE + _DARK)


def inline(shown: Timeline) -> str:
    """The same picture to stand in a light page of HTML beside others: its names begin with `timeline`."""
    return _picture(shown, _("Work over the years"), 'class="timeline"', _STYLE)


def _picture(shown: Timeline, heading: str, attributes: str, style: str) -> str:
    drawn = picture(shown, visible(heading, one_line=True))
    width, height = _number(WIDTH), _number(drawn.height)
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    role = 'role="img" aria-labelledby="timeline-title timeline-desc"'
    return "\n".join(
        [
            f"<svg {attributes} {size} {role}>",
            f'<title id="timeline-title">{_escaped(heading)}</title>',
            f'<desc id="timeline-desc">{escape(visible(in_words(shown)), quote=False)}</desc>',
            f"<style>\n{style}</style>",
            f"<defs>{''.join(_pattern(kind, marks) for kind, marks in _PATTERNS.items())}</defs>",
            '<rect class="paper" width="100%" height="100%"/>',
            *map(_drawn, drawn.shapes),
            "</svg>\n",
        ]
    )


def _pattern(kind: str, marks: str) -> str:
    size = 'width="8" height="8" patternUnits="userSpaceOnUse"'
    ground = '<rect class="pattern" width="8" height="8"/>'
    return f'<pattern id="timeline-{kind}" {size}>{ground}<g class="ink {kind}">{marks}</g></pattern>'


def _drawn(shape: Shape) -> str:
    match shape:
        case Words(x, y, words, kind):
            return f'<text class="{kind}" x="{_number(x)}" y="{_number(y)}">{_escaped(words)}</text>'
        case Bar(x, y, width, height, kind):
            fill = f' fill="url(#timeline-{kind})"' if kind in _PATTERNS else ""
            at = f'x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}"'
            return f'<rect class="{kind}" {at}{fill}/>'
        case Arrow(x, y, height):
            tip, middle, low = _number(x), _number(y + height / 2), _number(y + height)
            return f'<path class="arrow" d="M{tip} {_number(y)} {_number(x + 10)} {middle} {tip} {low}z"/>'
        case Diamond(x, y):
            points = ((x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y))
            return f'<path class="diamond" d="M{" ".join(f"{_number(a)} {_number(b)}" for a, b in points)}z"/>'
        case Line(x, top, bottom, kind):
            at = f'x1="{_number(x)}" x2="{_number(x)}" y1="{_number(top)}" y2="{_number(bottom)}"'
            return f'<line class="{kind}" {at}/>'


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _escaped(words: str) -> str:
    return escape(visible(words, one_line=True), quote=False)
