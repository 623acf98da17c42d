"""The picture of an interview as an SVG file: text as text, light and dark, nothing from elsewhere."""

from html import escape

from intake.interview.diagram.layout import BOLD, SIZES, WIDTH, Arrow, Box, Shape, Words, picture
from intake.interview.diagram.paper import Sheet, cut
from intake.interview.flow import Flow, Section
from intake.interview.guards import section_guard
from intake.text import visible
from intake.words import _

_SIZES = "".join(f".{kind} {{ font-size: {size}px; }}\n" for kind, size in SIZES.items())
_BOLD = ", ".join(f"text.{kind}" for kind in BOLD)
_STYLE = f"""\
text {{ font-family: Verdana, "DejaVu Sans", sans-serif; fill: #1a1a1a; }}
{_SIZES}{_BOLD} {{ font-weight: bold; }}
.guard {{ font-style: italic; }}
text.guard, text.arrow, text.legend {{ fill: #3a4654; }}
.paper {{ fill: #ffffff; }}
rect.stage {{ fill: #f4f6f8; stroke: #c3cad2; }}
rect.section {{ fill: #ffffff; stroke: #3a4654; stroke-width: 1.5; }}
rect.state {{ fill: #eaf1f8; stroke: #6b7886; }}
rect.end {{ fill: #1a1a1a; }}
path {{ fill: none; stroke: #3a4654; stroke-width: 1.5; marker-end: url(#head); }}
path.around {{ stroke-dasharray: 4 4; }}
marker path {{ fill: #3a4654; stroke: none; marker-end: none; }}
@media (prefers-color-scheme: dark) {{
text {{ fill: #eceff2; }}
text.guard, text.arrow, text.legend {{ fill: #b9c4d0; }}
.paper {{ fill: #14181d; }}
rect.stage {{ fill: #1b2128; stroke: #3d4854; }}
rect.section {{ fill: #14181d; stroke: #b9c4d0; }}
rect.state {{ fill: #22303e; stroke: #8493a3; }}
rect.end {{ fill: #eceff2; }}
path {{ stroke: #b9c4d0; }}
marker path {{ fill: #b9c4d0; stroke: none; }}
}}
"""
_HEAD = (
    '<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
    'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>'
)


def svg(flow: Flow, role: str = "graphics-document document") -> str:
    """The picture of `flow`, the same for the same flow; `role` is what it is in the document that it stands in."""
    drawn = picture(flow)
    return _file(flow, Sheet(0, drawn.height, drawn.shapes), role, 1)


def sheets(flow: Flow, tallest: float) -> list[str]:
    """The picture of `flow` in parts to stand below each other in one HTML page; the look of all is in the first."""
    return [_file(flow, part, "img", n) for n, part in enumerate(cut(picture(flow), tallest), start=1)]


def _file(flow: Flow, sheet: Sheet, role: str, number: int) -> str:
    top, width, height = _number(sheet.top), _number(WIDTH), _number(sheet.height)
    size = f'viewBox="0 {top} {width} {height}" width="{width}" height="{height}"'
    title, desc = ("title", "desc") if number == 1 else (f"title-{number}", f"desc-{number}")
    told = f'role="{role}" aria-labelledby="{title} {desc}" xml:lang="en"'
    look = [f"<style>\n{_STYLE}</style>", f"<defs>{_HEAD}</defs>"] if number == 1 else []
    named = _("The interview: {title}") if number == 1 else _("The interview, continued: {title}")
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {told}>',
            f'<title id="{title}">{_escaped(named.format(title=flow.title))}</title>',
            f'<desc id="{desc}">{_escaped(_described(flow))}</desc>',
            *look,
            f'<rect class="paper"{_from(sheet.top)} width="100%" height="100%"/>',
            *map(_drawn, sheet.shapes),
            "</svg>\n",
        ]
    )


def _from(top: float) -> str:
    return f' y="{_number(top)}"' if top else ""


def _described(flow: Flow) -> str:
    """What the picture shows, in sentences."""
    stages = [f"{s.title}: {'; '.join(_section(flow, section) for section in s.sections)}." for s in flow.stages]
    intro = _("The sections are asked in this order, each until nothing is left to ask.")
    return " ".join([intro, *stages])


def _section(flow: Flow, section: Section) -> str:
    often = _("any number of {many}").format(many=section.repeat.many) if section.repeat else ""
    notes = ", ".join(note for note in (often, section_guard(flow, section)) if note)
    return f"{section.title} ({notes})" if notes else section.title


def _drawn(shape: Shape) -> str:
    match shape:
        case Box(x, y, width, height, kind):
            corner = 7 if kind == "end" else 6
            at = " ".join(
                f'{name}="{_number(value)}"'
                for name, value in (("x", x), ("y", y), ("width", width), ("height", height), ("rx", corner))
            )
            return f'<rect class="{kind}" {at}/>'
        case Arrow(points, kind):
            way = " ".join(f"{_number(x)} {_number(y)}" for x, y in points)
            return f'<path class="{kind}" d="M{way}"/>'
        case Words(x, y, words, kind):
            return f'<text class="{kind}" x="{_number(x)}" y="{_number(y)}">{_escaped(words)}</text>'


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _escaped(words: str) -> str:
    return escape(visible(words, one_line=True), quote=False)
