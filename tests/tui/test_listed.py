"""The list being built: a table above the box where there is room, a key away where there is none."""

from collections.abc import Iterable
from dataclasses import replace

from driving import WIDE, box, opened, send, shown, until_gone, until_shown, wait_until
from face import Memory
from hypothesis import given
from hypothesis import strategies as st

from intake.session.views import Entries, Entry
from intake.tui.listed import head, row, widths

JOBS = ("home visitor", "parent-infant therapist", "supervisor")


async def test_the_list_is_seen_while_its_questions_are_asked_and_gone_elsewhere() -> None:
    face = Memory(at="work.ages", jobs=JOBS)
    async with opened(face, WIDE) as pilot:
        await until_shown(pilot, "▸  3  supervisor")
        assert "job title" in shown(pilot)
        assert "1  home visitor             February 2021 – now" in shown(pilot)
        await pilot.app.converse("yes")  # type: ignore[attr-defined]
        face.at = "membership.current"
        await pilot.app.converse("why")  # type: ignore[attr-defined]
        await until_gone(pilot, "parent-infant therapist")


async def test_in_a_short_terminal_a_key_opens_it_and_escape_folds_it() -> None:
    async with opened(Memory(at="work.ages", jobs=JOBS)) as pilot:
        await until_shown(pilot, "F4 List")
        assert "home visitor" not in shown(pilot)
        await pilot.press("f4")
        await until_shown(pilot, "home visitor")
        assert "Enter Go to it" in shown(pilot)
        await pilot.press("escape")
        await until_gone(pilot, "home visitor")
        assert box(pilot).has_focus
        assert "Save and leave" in shown(pilot)
        await pilot.press("f4", "x")
        await until_gone(pilot, "home visitor")
        assert box(pilot).text == "x"


async def test_enter_on_a_row_goes_to_that_entry() -> None:
    face = Memory(at="work.description", jobs=JOBS)
    async with opened(face, WIDE) as pilot:
        await pilot.press("f4", "up", "up", "enter")
        await wait_until(pilot, lambda: face.at == "work.ages")
        await until_shown(pilot, "1 [ ] Birth to 3")
        assert box(pilot).has_focus


async def test_the_mark_goes_with_the_entry_being_asked_and_rows_say_what_is_known() -> None:
    class Moving(Memory):
        at_job = 2

        def entries(self) -> Entries | None:
            found = super().entries()
            return found and replace(found, at=self.at_job)

    face = Moving(at="work.ages", jobs=JOBS)
    async with opened(face, WIDE) as pilot:
        await until_shown(pilot, "▸  3  supervisor")
        face.at_job, face.jobs = 0, ("doula", "parent-infant counselor", JOBS[2])
        await send(pilot, "why")
        await until_shown(pilot, "▸  1  doula")
        assert "2  parent-infant counselor" in shown(pilot)
        assert "←" in next(line for line in shown(pilot).splitlines() if "doula" in line)
        assert shown(pilot).count("←") == 1


async def test_of_a_thousand_entries_only_those_in_view_are_read() -> None:
    read: list[int] = []

    class Counting(Memory):
        def entries(self) -> Entries | None:
            found = super().entries()
            return found and Entries(found.section, found.title, found.columns, _Counted(found.rows, read), found.at)

    face = Counting(at="work.ages", jobs=tuple(f"job {n}" for n in range(1000)))
    async with opened(face, WIDE) as pilot:
        await until_shown(pilot, "▸  1000  job 999")
        assert "1000×" in shown(pilot)
        assert len(set(read)) < 50
        await pilot.press("f4", "home")
        await until_shown(pilot, "▸     1  job 0")


class _Counted(list[Entry]):
    """Rows that keep count of those that were looked at."""

    def __init__(self, rows: Iterable[Entry], read: list[int]) -> None:
        super().__init__(rows)
        self._read = read

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        self._read.extend(range(len(self))[index] if isinstance(index, slice) else [index])
        return super().__getitem__(index)


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Mn", "Me", "Mc"]))


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=12), st.integers(12, 200), st.data())
def test_every_row_and_the_head_keep_within_the_width(
    cells: list[tuple[str, str, str]], width: int, data: st.DataObject
) -> None:
    rows = [Entry(f"e-{n}", "q", each) for n, each in enumerate(cells)]
    at = data.draw(st.none() | st.integers(0, len(rows) - 1))
    entries = Entries("work", "Paid work", ("title", "employer", "dates"), rows, at)
    given_widths = widths(entries, width)
    lines = [row(entries, index, given_widths, width) for index in range(len(rows))]
    assert all(line.cell_length == width for line in lines)
    assert all(line.plain.endswith("←") == (index == at) for index, line in enumerate(lines))
    assert head(entries, given_widths, width).cell_length <= width
