"""The answers of a case as lines of the review screen. Pure functions: which lines there are, and how each is drawn."""

from collections.abc import Sequence

from textual.content import Content

from intake.session.views import ReviewRow
from intake.tui.lines import MUTED, ends, fit, heading
from intake.words import _

#: A line of the list: the heading of a section, or the index of an answer.
Line = str | int

#: What stands before a value that is missing, that needs another look, that is not certain; the words stand beside it.
SIGNS = {"gap": "○", "look": "!", "approximate": "~"}

_LABEL_WIDTHS = 12, 40
#: The cells that a value keeps beside a note on it.
_LEAST_VALUE = 8


def fitting(rows: Sequence[ReviewRow], words: str) -> list[int]:
    """The indexes of the rows that hold all of `words` in their section, label, value or note, in any case."""
    wanted = words.casefold().split()
    if not wanted:
        return list(range(len(rows)))
    return [n for n, row in enumerate(rows) if _holds(row, wanted)]


def _holds(row: ReviewRow, wanted: Sequence[str]) -> bool:
    text = f"{row.section}\n{row.label}\n{row.value}\n{note(row)}".casefold()
    return all(word in text for word in wanted)


def arranged(rows: Sequence[ReviewRow], indexes: Sequence[int], *, gaps_first: bool) -> list[Line]:
    """The lines for the rows at `indexes`, each section under its heading; with `gaps_first` all gaps at the top."""
    lines: list[Line] = []
    before = None
    for index in sorted(indexes, key=lambda n: not rows[n].gap) if gaps_first else indexes:
        row = rows[index]
        part = (row.section, row.item, gaps_first and row.gap)
        if part != before:
            lines.append(row.section)
            before = part
        lines.append(index)
    return lines


def next_gap(rows: Sequence[ReviewRow], lines: Sequence[Line], at: int) -> int | None:
    """The place in `lines` of the first gap after `at`, from the top again after the last; None where there is none."""
    order = [*range(at + 1, len(lines)), *range(min(at + 1, len(lines)))]
    return next((n for n in order if isinstance(index := lines[n], int) and rows[index].gap), None)


def drawn(rows: Sequence[ReviewRow], line: Line, width: int) -> Content:
    """A line of exactly `width` cells: a heading with a rule, or a label, a sign, the value and a note on it."""
    return heading(line, width) if isinstance(line, str) else _answer(rows[line], width)


def _answer(row: ReviewRow, width: int) -> Content:
    least, most = _LABEL_WIDTHS
    label_width = min(max(width * 2 // 5, least), most)
    label = fit(capital(row.label), label_width - 2).stylize(MUTED) + "  "
    return label + fit(_sign(row), 2) + _value(row, max(width - label_width - 2, 1))


def _value(row: ReviewRow, width: int) -> Content:
    words = note(row)
    if not row.value:
        return fit(words, width).stylize(f"italic {MUTED}")
    value = Content(" ".join(row.value.split("\n")))
    if not words:
        return value.truncate(width, ellipsis=True, pad=True)
    told = Content(f"  ({words})").truncate(max(width - _LEAST_VALUE, 0), ellipsis=True)
    value = value.truncate(width - told.cell_length, ellipsis=True)
    return (value + told.stylize(MUTED)).truncate(width, pad=True)


def capital(label: str) -> str:
    """A label as it begins a line."""
    return label[:1].upper() + label[1:]


def _sign(row: ReviewRow) -> str:
    return SIGNS["look"] if row.look else SIGNS["gap"] if row.gap else SIGNS.get(row.status, "")


def note(row: ReviewRow) -> str:
    """What is to be known of an answer, or why there is none, in a few words; empty where it is plain."""
    notes = {
        "approximate": _("approximate"),
        "unsure": _("not sure"),
        "skipped": _("skipped for now"),
        "unanswered": _("no answer yet"),
    }
    said = notes.get(row.status, "")
    return ", ".join(filter(None, [_("needs another look"), said])) if row.look else said


def whole(row: ReviewRow, width: int) -> list[Content]:
    """All of an answer, wrapped to `width` cells, and what is to be known of it in whole sentences."""
    sentences = {
        "approximate": _("You were not certain of it."),
        "unsure": _("You were not sure. Enter answers it here."),
        "skipped": _("Skipped for now. Enter answers it here."),
        "unanswered": _("No answer yet. Enter answers it here."),
    }
    look = _("Needs another look: {why}").format(why=row.look) if row.look else ""
    told = [Content(row.value), *(Content.styled(text, MUTED) for text in (look, sentences.get(row.status, "")))]
    return [line for part in told if part.plain for line in part.wrap(max(width, 1))]


def nothing_found(words: str) -> Content:
    """What stands there where no answer holds what is searched for."""
    told = _("No answer holds “{words}”. Escape shows all of them again.").format(words=words.strip())
    return Content.styled(told, MUTED)


def title(row: ReviewRow, width: int, *, hidden: int) -> Content:
    """What stands above the whole of an answer; at the right how many of its lines are out of sight, or a way on."""
    more = _("+{n} lines: Tab, then the arrows").format(n=hidden)
    right = more if hidden else _("g goes to the question")
    return ends(Content.styled(f"{capital(row.label)} · {row.section}", "bold"), Content.styled(right, MUTED), width)


def summary(rows: Sequence[ReviewRow], shown: int, words: str, *, gaps_first: bool) -> str:
    """Whether gaps come first; how often what is searched for was found, or how many answers and gaps there are."""
    total = len(rows)
    found = _("{n:,} of {total:,} answers hold “{words}”").format(n=shown, total=total, words=words.strip())
    parts = [_("Review"), _("gaps first") if gaps_first else "", found if words.strip() else _counts(rows)]
    return " · ".join(filter(None, parts))


def _counts(rows: Sequence[ReviewRow]) -> str:
    looks, gaps = sum(bool(row.look) for row in rows), sum(not row.value for row in rows)
    if not gaps and not looks:
        return _("{total:,} answers, none missing").format(total=len(rows))
    parts = [
        _("{total:,} questions").format(total=len(rows)),
        _("{n:,} without an answer ({sign})").format(n=gaps, sign=SIGNS["gap"]) if gaps else "",
        _("{n:,} to look at again ({sign})").format(n=looks, sign=SIGNS["look"]) if looks else "",
    ]
    return ", ".join(filter(None, parts))


def still_missing(mine: int, waiting: int) -> str:
    """How much is to do and waited for, after the key that lists it; empty for nothing."""
    parts = [
        _("{count} to do").format(count=mine) if mine else "",
        _("waiting on {count}").format(count=waiting) if waiting else "",
    ]
    told = ", ".join(filter(None, parts))
    return _("t: {told}").format(told=told) if told else ""
