"""The session's views as styled lines. Pure functions: widths are in cells, and text is never read as markup."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from intake.session.views import BoardRow, OutlineRow, Prompt
from intake.words import _

#: How a section's state is marked; the help screen explains the marks.
MARKS = {"done": "✓", "here": "▸", "begun": "…", "open": "·"}

#: The style of what matters less, which still stands out 4.5 to 1. Not `$text-muted`: that one is relative to a
#: background, which a span does not know.
MUTED = "$foreground 75%"

#: The style of rules, which only separate.
FAINT = "$foreground 25%"

_STATE_STYLES = {"here": "bold"}
#: The style of each verdict, which is always told in words too.
VERDICT_STYLES = {
    "met": "$text-success",
    "not_met": "$text-warning",
    "need_information": MUTED,
    "confirm": "$text-primary",
}
_NUMBER_WIDTH = 5
_NAME_WIDTH = 15


def bar(met: int, total: int, width: int = 8) -> str:
    """`met` of `total` as a bar of `width` cells. It is full only where all is met."""
    full = width if met >= total else min(met * width // total, width - 1)
    return "█" * full + "░" * (width - full)


def fit(text: str, width: int) -> Content:
    """`text` on one line of exactly `width` cells, with an ellipsis where it was cut."""
    return Content(" ".join(text.split("\n"))).truncate(max(width, 0), ellipsis=True, pad=True)


def ends(left: Content, right: Content, width: int) -> Content:
    """`left` and `right` at the two ends of a line of `width` cells, two apart; `left` is cut where both do not fit."""
    right = right.truncate(width, ellipsis=True)
    room = max(width - right.cell_length - 2, 0)
    return left.truncate(room, ellipsis=True).truncate(width - right.cell_length, pad=True) + right


def hanging(prefix: str, text: Content, width: int) -> Content:
    """`text` after `prefix`, wrapped to `width` cells, with later lines set in under its first word."""
    inset = Content(prefix).cell_length
    lines = text.wrap(max(width - inset, 1))
    return Content("\n").join([Content(prefix) + lines[0], *(line.pad_left(inset) for line in lines[1:])])


def titled(title: str, body: Content, width: int) -> Content:
    """A block: its title with a rule to the right edge, and its lines."""
    return Content("\n").join([heading(title, width), body])


def heading(title: str, width: int) -> Content:
    """A title with a rule to the right edge."""
    rule = "─" * max(width - Content(title).cell_length - 1, 0)
    return Content.assemble((title, "bold"), (f" {rule}", FAINT))


def board_row(row: BoardRow, width: int) -> Content:
    """A level on two lines or more: its number and title; a bar, the count, the verdict, and all that is open."""
    still_open = Content.styled(f": {', '.join(row.open)}" if row.open else "", MUTED)
    standing = _gauge(row) + Content(row.word) + still_open
    return Content("\n").join([_level(row, width), hanging(" " * _NUMBER_WIDTH, standing, width)])


def standing(row: BoardRow, width: int) -> Content:
    """A level with its bar, its count and its verdict, as the title of a screen; wrapped where it must be."""
    name = Content.styled(f"{row.number} {row.title}".strip(), "bold")
    line = name + "   " + _gauge(row) + Content(row.word)
    return Content("\n").join(line.wrap(max(width, 1)) if line.cell_length > width else [line])


def board(rows: Iterable[BoardRow], width: int) -> Content:
    """All levels, each on two lines: the first thing that is open is named, and the others are counted."""
    return Content("\n").join(_brief_row(row, width) for row in rows)


def board_lines(rows: Iterable[BoardRow], width: int) -> Content:
    """All levels, each on one line, for a short terminal: by its number, without its title."""
    return Content("\n").join(_named_gauge(row, width) for row in rows)


def _named_gauge(row: BoardRow, width: int) -> Content:
    name = _("Level {number}").format(number=row.number) if row.number else row.title
    bar_and_gap = Content.styled(bar(row.met, row.total), VERDICT_STYLES[row.verdict]) + "  "
    return _with_open(fit(name, _NAME_WIDTH) + bar_and_gap, row, width)


def _brief_row(row: BoardRow, width: int) -> Content:
    standing = _with_open(Content(" " * _NUMBER_WIDTH) + _gauge(row), row, width)
    return Content("\n").join([_level(row, width), standing])


def _with_open(left: Content, row: BoardRow, width: int) -> Content:
    others = f" +{len(row.open) - 1}" if len(row.open) > 1 else ""
    room = width - left.cell_length - len(others)
    first = Content(_brief(row)).truncate(max(room, 0), ellipsis=True)
    return left + (first + others).stylize(MUTED)


def _brief(row: BoardRow) -> str:
    """The first thing that is open, and whether it is only to be confirmed; the verdict where nothing is."""
    if not row.open:
        return row.word
    return _("confirm: {open}").format(open=row.open[0]) if row.verdict == "confirm" else row.open[0]


def _level(row: BoardRow, width: int) -> Content:
    return fit((row.number.ljust(_NUMBER_WIDTH) if row.number else "") + row.title, width)


def _gauge(row: BoardRow) -> Content:
    count = _("{met} of {total}").format(met=row.met, total=row.total)
    return Content.assemble((bar(row.met, row.total), VERDICT_STYLES[row.verdict]), f"  {count} · ")


def outline(rows: Iterable[OutlineRow], width: int) -> Content:
    """The sections: mark, title, and how much there is in each."""
    return Content("\n").join(_outline_row(row, width) for row in rows)


def _outline_row(row: OutlineRow, width: int) -> Content:
    title = Content(f"{MARKS[row.state]} {row.title}")
    detail = _shortest(row.detail, width - title.cell_length - 2)
    line = ends(title, Content.styled(detail, MUTED), width)
    style = _STATE_STYLES.get(row.state)
    return line.stylize(style) if style else line


def _shortest(detail: str, width: int) -> str:
    """A section's detail as `width` cells hold it: whole, its first part, or the number that it begins with."""
    forms = (detail, detail.partition(" · ")[0])
    return next((form for form in forms if Content(form).cell_length <= width), detail.partition(" ")[0])


def listing(items: Sequence[str], width: int) -> Content:
    """A list with a dot before each item, or the word "Nothing" for none."""
    if not items:
        return Content.styled(_("Nothing"), MUTED)
    return Content("\n").join(hanging("· ", Content(item), width) for item in items)


def fold(prompt: Prompt, rows: Sequence[OutlineRow], mine: int, waiting: int) -> str:
    """The side panel in one line: the section, how many are done, and how much is to do and waited for."""
    here = next((row.title for row in rows if row.state == "here"), prompt.where)
    done = sum(row.state == "done" for row in rows)
    parts = (
        here,
        _("{done} of {total} sections").format(done=done, total=len(rows)),
        _("{count} to do").format(count=mine) if mine else "",
        _("waiting on {count}").format(count=waiting) if waiting else "",
    )
    return " · ".join(part for part in parts if part)


def proof(text: str, width: int) -> Content:
    """A proof's lines: headings bold, the others wrapped under their own beginning."""
    return Content("\n").join(_proof_line(line, width) for line in text.split("\n"))


def _proof_line(line: str, width: int) -> Content:
    inset = line[: len(line) - len(line.lstrip(" "))]
    if not inset:
        return Content.styled(line, "bold")
    whole = Content(line)
    if whole.cell_length <= width:
        return whole
    lines = whole[len(inset) :].wrap(max(width - len(inset) - 2, 1))
    return Content("\n").join(Content(inset + ("  " if n else "")) + part for n, part in enumerate(lines))
