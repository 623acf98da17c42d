"""Requirements and their proofs as lines. Pure functions: widths are in cells, and text is never read as markup."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from intake.session.views import RequirementRow
from intake.tui.lines import MUTED, VERDICT_STYLES, ends, fit, hanging, heading
from intake.words import _

#: A line of the list: the heading of a part, or the index of a requirement.
Line = str | int

#: What stands before a verdict, which is also said in words.
SIGNS = {"met": "✓", "not_met": "○", "need_information": "?", "confirm": "!"}

#: The least width, in cells, that has room for a title and its verdict side by side.
_SIDE_BY_SIDE = 66

#: The longest beginning of a line, in cells, that is taken for its label: "Not counted", "Other guidance".
_LABEL = 16


def listed(rows: Sequence[RequirementRow]) -> list[Line]:
    """The lines: each part of a level under its heading, where there are several."""
    lines: list[Line] = []
    part = ""
    for index, row in enumerate(rows):
        if row.part != part:
            part = row.part
            lines.append(part)
        lines.append(index)
    return lines


def height(line: Line, width: int) -> int:
    """How many lines high a line is drawn: in a narrow place the verdict stands below its requirement."""
    return 1 if isinstance(line, str) or width >= _SIDE_BY_SIDE else 2


def drawn(rows: Sequence[RequirementRow], line: Line, width: int) -> Content:
    """A heading, or a requirement with its verdict in words."""
    if isinstance(line, str):
        return heading(line, width)
    row = rows[line]
    verdict = Content.styled(f"{SIGNS[row.verdict]} {row.word}", VERDICT_STYLES[row.verdict])
    if height(line, width) == 1:
        return ends(Content(row.title), verdict.truncate(_verdict_width(rows), pad=True), width)
    return Content("\n").join([fit(row.title, width), Content("  ") + verdict.truncate(max(width - 2, 1))])


def _verdict_width(rows: Sequence[RequirementRow]) -> int:
    return 2 + max(Content(row.word).cell_length for row in rows)


def proof_of(row: RequirementRow, text: str, width: int) -> Content:
    """A requirement's proof: its verdict, then each line after its label, and how the gap is closed."""
    verdict = Content.assemble((f"{SIGNS[row.verdict]} ", VERDICT_STYLES[row.verdict]), (row.word, "bold"))
    lines = [line.strip() for line in text.split("\n")[1:]]
    return Content("\n").join([verdict, *(_labelled(line, width) for line in [*lines, *_ways(row)])])


def _ways(row: RequirementRow) -> Iterator[str]:
    for number, way in enumerate(row.ways):
        yield _("Or: {way}").format(way=way) if number else f"{row.whose}: {way}"


def _labelled(line: str, width: int) -> Content:
    label, found, rest = line.partition(": ")
    if not found or Content(label).cell_length > _LABEL:
        return hanging("  ", Content(line), width)
    # the label is a part of the text that is wrapped, so that it goes with the first word
    return hanging("  ", Content.styled(f"{label}: ", MUTED) + rest, width)
