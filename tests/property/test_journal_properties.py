"""Whatever is written comes back, whatever is deleted is gone, and a title finds its case."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from intake.journal.cases import Case, pick, usable_title
from intake.journal.home import home_folder
from intake.journal.store import Journal
from intake.text import UnusableText

AT = "2026-05-01T10:00:00+02:00"
BATCHES = st.lists(st.tuples(st.integers(0, 2), st.lists(st.binary(max_size=300), max_size=4)), max_size=8)


@contextmanager
def fresh_home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield home_folder(Path(folder) / "home")


@settings(max_examples=40, deadline=None)
@given(BATCHES)
def test_batches_to_any_cases_come_back_whole_and_apart(batches: list[tuple[int, list[bytes]]]) -> None:
    with fresh_home() as home:
        with closing(Journal(home)) as journal:
            cases = [journal.create(f"case {n}", AT).id for n in range(3)]
            said: dict[str, list[bytes]] = {case: [] for case in cases}
            for number, lines in batches:
                case = cases[number]
                assert journal.append(case, lines, len(said[case]), AT) == len(said[case]) + len(lines)
                said[case] += lines
        with closing(Journal(home)) as journal:
            assert {case: journal.load(case) for case in cases} == said
            assert {case.id: case.events for case in journal.cases()} == {id_: len(said[id_]) for id_ in cases}


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32))
def test_not_one_byte_of_a_deleted_case_stays_in_any_file(seed: int) -> None:
    dice = random.Random(seed)
    with fresh_home() as home, closing(Journal(home)) as journal:
        cases = [journal.create(f"title-of-{n}-", AT).id for n in range(4)]
        counts = [0] * 4
        for _ in range(120):
            number = dice.randrange(4)
            lines = [b"said-in-%d-" % number * dice.choice([1, 5, 20, 100, 900]) for _ in range(5)]
            counts[number] = journal.append(cases[number], lines, counts[number], AT)
        journal.delete(cases[0])
        left = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
        assert b"said-in-1-" in left
        assert b"said-in-0-" not in left
        assert b"title-of-0-" not in left
        assert [len(journal.load(case)) for case in cases[1:]] == counts[1:]


@given(st.text(max_size=60), st.text(max_size=60))
@example("¸", "0")
@example("³", "0")
@example("3", "0")
@example("Renée", "Renee")
def test_a_case_is_found_by_the_very_title_it_was_given(title: str, other: str) -> None:
    try:
        kept, decoy = usable_title(title), usable_title(other)
    except UnusableText:
        assume(False)
    assume(kept.casefold() != decoy.casefold() and kept != "333333")  # a whole id comes before titles
    case = Case("222222", kept, AT, AT, 0, closed=False)
    assert pick([case, Case("333333", decoy, AT, AT, 0, closed=False)], title) == case
