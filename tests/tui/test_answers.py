"""The lines of the review screen: none is lost or shown twice, each is as wide as asked for, and a search is plain."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from intake.session.views import ReviewRow
from intake.tui.answers import arranged, drawn, fitting, next_gap, summary, whole

WORDS = st.sampled_from(["VCU", "Master's", "home visits", "日本語 テスト", "a\nb", "x" * 90])
ROWS = st.lists(
    st.builds(
        ReviewRow,
        st.just("work.title"),
        st.sampled_from(["", "work-1", "work-2"]),
        st.sampled_from(["Paid work", "Education"]),
        WORDS,
        st.one_of(st.just(""), WORDS),
        st.sampled_from(["answered", "approximate", "unsure", "skipped", "unanswered"]),
        st.sampled_from(["", "why"]),
    ),
    max_size=12,
)


@given(ROWS, st.booleans())
def test_every_answer_is_a_line_once_under_the_heading_of_its_section(rows: list[ReviewRow], gaps_first: bool) -> None:
    lines = arranged(rows, fitting(rows, ""), gaps_first=gaps_first)
    indexes = [line for line in lines if isinstance(line, int)]
    assert sorted(indexes) == list(range(len(rows)))
    heading = ""
    for line in lines:
        heading = line if isinstance(line, str) else heading
        assert isinstance(line, str) or rows[line].section == heading
    if gaps_first:
        assert all(rows[a].gap or not rows[b].gap for a, b in pairwise(indexes))
        assert all(a < b for a, b in pairwise(indexes) if rows[a].gap == rows[b].gap)
    else:
        assert indexes == sorted(indexes)


@given(ROWS, st.integers(20, 300))
def test_a_line_is_as_wide_as_asked_for(rows: list[ReviewRow], width: int) -> None:
    for line in arranged(rows, fitting(rows, ""), gaps_first=False):
        drawing = drawn(rows, line, width)
        assert "\n" not in drawing.plain
        assert drawing.cell_length == width or isinstance(line, str)
        assert drawing.cell_length <= width or len(str(line)) > width - 2


@given(ROWS, st.integers(10, 120))
def test_the_whole_of_an_answer_is_whole(rows: list[ReviewRow], width: int) -> None:
    for row in rows:
        text = "".join("".join(line.plain for line in whole(row, width)).split())
        assert "".join(row.value.split()) in text
        assert row.look in text


@given(ROWS, st.integers(0, 12))
def test_the_next_gap_is_the_nearest_below_and_round_again(rows: list[ReviewRow], at: int) -> None:
    lines = arranged(rows, fitting(rows, ""), gaps_first=False)
    gaps = [n for n, line in enumerate(lines) if isinstance(line, int) and rows[line].gap]
    below = [n for n in gaps if n > at]
    assert next_gap(rows, lines, at) == next(iter(below or gaps), None)


def test_all_words_of_a_search_are_looked_for_in_any_case_and_place() -> None:
    rows = [
        ReviewRow("e.s", "", "Education: Master's", "school", "VCU", "answered"),
        ReviewRow("e.d", "", "Education: Master's", "date", "May 2017", "approximate"),
        ReviewRow("w.s", "", "Paid work", "schedule", "", "skipped"),
    ]
    for words, found in (
        ("vcu educ", [0]),
        ("education", [0, 1]),
        ("sch", [0, 2]),
        ("approx", [1]),
        ("skipped", [2]),
        ("vcu 2017", []),
        ("  ", [0, 1, 2]),
    ):
        assert fitting(rows, words) == found
    assert summary(rows, 1, " vcu ", gaps_first=True) == "Review · gaps first · 1 of 3 answers hold “vcu”"
    assert summary(rows[:2], 2, "", gaps_first=False) == "Review · 2 answers, none missing"
