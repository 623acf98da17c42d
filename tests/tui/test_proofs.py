"""The lines of a level's requirements and of their proofs, in any width."""

from hypothesis import given
from hypothesis import strategies as st

from intake.session.views import RequirementRow
from intake.tui.proofs import drawn, height, listed, proof_of

TITLES = st.sampled_from(["Membership", "日本語の訓練", "Three years leading in policy " * 4])
WORDS = st.sampled_from(["Met by your answers", "Not met"])
ROWS = st.lists(
    st.builds(
        RequirementRow,
        st.just("x"),
        st.sampled_from(["", "The exam"]),
        TITLES,
        st.sampled_from(["met", "not_met", "need_information", "confirm"]),
        WORDS,
    ),
    min_size=1,
    max_size=6,
)


@given(ROWS, st.integers(20, 300))
def test_every_requirement_stands_once_with_its_verdict_in_the_height_told(
    rows: list[RequirementRow], width: int
) -> None:
    lines = listed(rows)
    assert [line for line in lines if isinstance(line, int)] == list(range(len(rows)))
    for line in lines:
        shown = drawn(rows, line, width).plain
        assert len(shown.split("\n")) == height(line, width)
        assert isinstance(line, str) or rows[line].word[: width - 4] in shown


def test_a_proof_is_whole_in_any_width_and_says_how_the_gap_is_closed() -> None:
    text = "Work: Not met\n  Rule: at least 24 months of supervised work\n  Source: VAIMH page, “Overview”: “2 years”"
    row = RequirementRow("x", "", "Work", "not_met", "Not met", "Yours to do", ("12 more months", "a degree"))
    for width in (20, 76, 200):
        shown = " ".join(proof_of(row, text, width).plain.split())
        assert shown.startswith("○ Not met Rule: at least 24 months of supervised work Source: VAIMH page")
        assert shown.endswith("Yours to do: 12 more months Or: a degree")
        assert max(map(len, proof_of(row, text, width).plain.split("\n"))) <= width
