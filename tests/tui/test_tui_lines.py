"""Lines and places: whatever the width, nothing overlaps, overflows or claims more than it should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from intake.session.views import BoardRow, OutlineRow, Prompt
from intake.tui.choices import place
from intake.tui.frame import Key, fit_keys
from intake.tui.lines import bar, board, ends, fit, fold, hanging, listing, outline, proof

WIDTHS = st.integers(1, 120)
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Mn", "Me", "Mc"]))
KEYS = [
    Key("F1", "Help", "app.help"),
    Key("ctrl+z", "Undo", "say('undo')"),
    Key("ctrl+b", "Board", "board"),
    Key("ctrl+q", "Save and leave", "quit"),
]


def longest(content: Content) -> int:
    return max(line.cell_length for line in content.split(allow_blank=True)) if content else 0


@given(st.integers(0, 50), st.integers(1, 50), st.integers(1, 40))
def test_a_bar_is_full_only_when_all_is_met(met: int, total: int, width: int) -> None:
    drawn = bar(met, total, width)
    assert len(drawn) == width
    assert ("░" not in drawn) == (met >= total)


@given(TEXT, WIDTHS)
def test_a_fitted_line_has_exactly_its_width(text: str, width: int) -> None:
    assert fit(text, width).cell_length == width


@given(TEXT, TEXT, WIDTHS)
def test_two_ends_fill_a_line_and_do_not_touch(left: str, right: str, width: int) -> None:
    line = ends(Content(left), Content(right), width)
    assert line.cell_length == width


@given(st.lists(st.text("abc ", min_size=1, max_size=30).filter(str.strip), max_size=12), WIDTHS)
def test_every_option_has_a_place_of_its_own_within_the_width(labels: list[str], width: int) -> None:
    cells = place(labels, width)
    taken = [
        (x, cell.y + n) for cell in cells for n in range(len(cell.lines)) for x in range(cell.x, cell.x + cell.width)
    ]
    assert len(cells) == len(labels)
    assert len(taken) == len(set(taken))
    assert all(cell.x + cell.width <= max(width, 1) for cell in cells)


@given(st.text("ab é", min_size=1, max_size=200), st.integers(8, 60))
def test_a_hanging_text_keeps_every_letter_and_its_inset(text: str, width: int) -> None:
    lines = hanging("· ", Content(text), width).plain.split("\n")
    assert "".join("".join(line[2:] for line in lines).split()) == "".join(text.split())
    assert all(line.startswith(("· ", "  ")) for line in lines)


@given(st.integers(10, 120))
def test_the_way_out_is_always_among_the_keys(width: int) -> None:
    keys, gap = fit_keys(KEYS, width)
    assert keys[-1].words == "Save and leave"
    total = sum(len(f"{key.key} {key.words}") for key in keys) + gap * (len(keys) - 1)
    assert total <= width or len(keys) == 1


@pytest.mark.parametrize(
    ("keys", "width", "line"),
    [
        (KEYS, 54, "F1 Help   ^z Undo   ^b Board   ^q Save and leave"),
        (KEYS, 40, "F1 +1 more  ^z Undo  ^q Save and leave"),
        (KEYS, 36, "F1 More  ^z Undo  ^q Save and leave"),
        (KEYS[1:], 34, "^z Undo  ^q Save and leave"),
        (KEYS[1:], 35, "^z Undo  F1 More  ^q Save and leave"),
        (KEYS, 20, "^q Save and leave"),
    ],
)
def test_that_there_are_more_keys_is_said_beside_the_help(keys: list[Key], width: int, line: str) -> None:
    fitted, gap = fit_keys(keys, width)
    assert (" " * gap).join(f"{key.key} {key.words}" for key in fitted) == line
    assert {key.action for key in fitted if key.key == "F1"} <= {"app.help"}
    assert all(key.action == of.action for key in fitted for of in keys if key.words == of.words)


def test_the_panel_names_the_first_open_thing_and_counts_the_others() -> None:
    row = BoardRow("iii", "III", "Specialist", "not_met", "Not met", 3, 6, ("written exam", "ratings", "months"))
    assert board([row], 44).plain.split("\n")[1] == "     ████░░░░  3 of 6 · written exam +2"


def test_the_panel_stays_within_its_width_whatever_it_is_told() -> None:
    rows = [BoardRow("iii", "III", "S" * 90, "confirm", "C" * 90, 3, 6, ("o" * 90, "p" * 90))]
    sections = [OutlineRow("s", "T" * 90, "begun", "d" * 90)]
    assert longest(board(rows, 44)) <= 44
    assert longest(outline(sections, 44)) <= 44
    assert longest(listing(["w" * 90, "x " * 90], 44)) <= 44


def test_the_folded_line_says_where_how_far_and_how_much() -> None:
    prompt = Prompt("q", "", "At the end", "", "phase")
    rows = [OutlineRow("a", "Education", "done", ""), OutlineRow("b", "Paid work", "here", "")]
    assert fold(prompt, rows, 2, 1) == "Paid work · 1 of 2 sections · 2 to do · waiting on 1"
    assert fold(prompt, rows[:1], 0, 0) == "At the end · 1 of 1 sections"


def test_a_proof_is_wrapped_under_its_own_beginning() -> None:
    lines = proof("Two years of work: Not met\n  Rule: at least 24 months of supervised work", 32).plain.split("\n")
    assert lines == ["Two years of work: Not met", "  Rule: at least 24 months of", "    supervised work"]
