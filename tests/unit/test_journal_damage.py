"""No change to a stored line goes unnoticed, and nothing is overwritten when one is found."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from intake.journal.errors import Damaged, JournalError, NotStored
from intake.journal.home import home_folder
from intake.journal.store import Journal

AT = "2026-05-01T10:00:00+02:00"
COUNT = 30


@dataclass(frozen=True)
class Written:
    """A journal with two cases of `COUNT` lines, and SQLite's own door to the file."""

    journal: Journal
    raw: sqlite3.Connection
    case: str
    other: str
    lines: list[bytes]


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Written]:
    home = home_folder(tmp_path / "home")
    lines = [b'{"seq":%d,"said":"%s"}' % (seq, b"word " * seq) for seq in range(1, COUNT + 1)]
    with closing(Journal(home)) as journal, closing(sqlite3.connect(home / "journal.sqlite3")) as raw:
        case, other = journal.create("Ana", AT).id, journal.create("Bea", AT).id
        journal.append(case, lines, 0, AT)
        journal.append(other, [line.upper() for line in lines], 0, AT)
        raw.isolation_level = None
        raw.execute("PRAGMA synchronous = OFF")
        yield Written(journal, raw, case, other, lines)


def flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_each_of_300_flipped_bits_is_found_and_its_line_named(written: Written) -> None:
    dice = random.Random(300)
    for _ in range(300):
        seq = dice.randint(1, COUNT)
        line = written.lines[seq - 1]
        spoilt = flipped(line, dice.randrange(len(line) * 8))
        for stored, found in ((spoilt, True), (line, False)):
            written.raw.execute("UPDATE events SET line = ? WHERE case_id = ? AND seq = ?", (stored, written.case, seq))
            if found:
                with pytest.raises(Damaged) as raised:
                    written.journal.load(written.case)
                assert (raised.value.case, raised.value.seq) == (written.case, seq)
    assert written.journal.load(written.case) == written.lines


@pytest.mark.parametrize(
    ("change", "seq"),
    [
        ("DELETE FROM events WHERE case_id = :case AND seq = 30", 30),
        ("DELETE FROM events WHERE case_id = :case AND seq > 10", 11),
        ("DELETE FROM events WHERE case_id = :case AND seq = 15", 15),
        ("DELETE FROM events WHERE case_id = :case", 1),
        ("UPDATE events SET seq = seq + 70 WHERE case_id = :case AND seq > 5", 6),
        ("UPDATE events SET line = '' WHERE case_id = :case AND seq = 1", 1),
        ("UPDATE events SET line = NULL WHERE case_id = :case AND seq = 1", 1),
        ("UPDATE events SET line = 7, hash = 7 WHERE case_id = :case AND seq = 3", 3),
        ("INSERT INTO events VALUES (:case, 31, x'41', x'41')", 31),
        ("INSERT INTO events VALUES (:case, 0, x'41', x'41')", 1),
        ("UPDATE cases SET head = x'41' WHERE id = :case", 30),
        ("UPDATE cases SET events = 29 WHERE id = :case", 29),
        ("UPDATE cases SET events = 31 WHERE id = :case", 31),
        ("UPDATE cases SET events = NULL, head = NULL WHERE id = :case", 1),
        ("UPDATE events SET case_id = :other, seq = 31 WHERE case_id = :case AND seq = 30", 30),
    ],
)
def test_a_line_that_went_came_moved_or_changed_is_found(written: Written, change: str, seq: int) -> None:
    written.raw.execute("PRAGMA writable_schema = ON")
    written.raw.execute("UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '')")
    written.raw.execute("PRAGMA writable_schema = RESET")
    written.raw.execute(change, {"case": written.case, "other": written.other})
    with pytest.raises(Damaged) as raised:
        written.journal.load(written.case)
    assert raised.value.seq == seq
    assert f"Entry {seq} of case {written.case}" in str(raised.value)


def test_two_swapped_lines_are_found_even_with_their_hashes(written: Written) -> None:
    for old, new in ((10, 100), (11, 10), (100, 11)):
        written.raw.execute("UPDATE events SET seq = ? WHERE case_id = ? AND seq = ?", (new, written.case, old))
    with pytest.raises(Damaged) as raised:
        written.journal.load(written.case)
    assert raised.value.seq == 10


def test_a_cut_tail_is_found_even_with_its_count(written: Written) -> None:
    written.raw.execute("DELETE FROM events WHERE case_id = ? AND seq = 30", (written.case,))
    written.raw.execute("UPDATE cases SET events = 29 WHERE id = ?", (written.case,))
    with pytest.raises(Damaged):
        written.journal.load(written.case)


def test_the_lines_of_another_case_are_found_even_with_their_hashes_and_head(written: Written) -> None:
    written.raw.execute("DELETE FROM events WHERE case_id = ?", (written.case,))
    written.raw.execute("UPDATE events SET case_id = ? WHERE case_id = ?", (written.case, written.other))
    written.raw.execute("UPDATE cases SET head = (SELECT head FROM cases WHERE id = ?)", (written.other,))
    with pytest.raises(Damaged) as raised:
        written.journal.load(written.case)
    assert raised.value.seq == 1


def test_a_damaged_case_leaves_the_others_and_its_own_bytes_alone(written: Written) -> None:
    written.raw.execute("UPDATE events SET line = x'41' WHERE case_id = ? AND seq = 2", (written.case,))
    with pytest.raises(Damaged, match=r"Nothing was overwritten\. Please copy that file"):
        written.journal.load(written.case)
    assert len(written.journal.load(written.other)) == COUNT
    assert [case.title for case in written.journal.cases()] == ["Bea", "Ana"]
    kept = written.raw.execute("SELECT line FROM events WHERE case_id = ? ORDER BY seq", (written.case,)).fetchall()
    assert kept[1:3] == [(b"A",), (written.lines[2],)]


def test_a_bit_flipped_anywhere_in_the_file_is_harmless_or_found(tmp_path: Path, written: Written) -> None:
    written.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    sound = (tmp_path / "home" / "journal.sqlite3").read_bytes()
    home = home_folder(tmp_path / "copy")
    dice = random.Random(40)
    found = 0
    for _ in range(200):
        for old in home.iterdir():
            old.unlink()
        (home / "journal.sqlite3").write_bytes(flipped(sound, dice.randrange(len(sound) * 8)))
        found += not_harmless(lambda: used(home, written))
    assert 0 < found < 200


def test_an_overwritten_page_is_found_at_the_first_line_it_held(tmp_path: Path) -> None:
    with closing(Journal(tmp_path)) as journal:
        case = journal.create("Ana", AT).id
        journal.append(case, [b"line %d " % seq * 20 for seq in range(1, 201)], 0, AT)
    file = tmp_path / "journal.sqlite3"
    content = file.read_bytes()
    page = content.index(b"line 150 ") // 4096 * 4096
    first = min(seq for seq in range(1, 201) if b"line %d " % seq in content[page : page + 4096])
    file.write_bytes(content[:page] + b"\xff" * 4096 + content[page + 4096 :])
    with closing(Journal(tmp_path)) as journal, pytest.raises(Damaged) as raised:
        journal.load(case)
    assert 1 < raised.value.seq <= first


def test_damaged_tables_are_told_as_damage_even_where_their_text_is_no_text_any_more(tmp_path: Path) -> None:
    Journal(tmp_path).close()
    file = tmp_path / "journal.sqlite3"
    file.write_bytes(file.read_bytes().replace(b"CREATE TABLE events", b"CR\xc5ATE TABLE events"))
    with pytest.raises(NotStored, match="is damaged, or is no journal"):
        Journal(tmp_path)


def not_harmless(use: Callable[[], None]) -> bool:
    try:
        use()
    except JournalError:
        return True
    return False


def used(home: Path, written: Written) -> None:
    with closing(Journal(home)) as journal:
        assert all(isinstance(case.title, str) for case in journal.cases())
        assert journal.load(written.case) == written.lines
        journal.append(written.other, [b"more"], COUNT, AT)
