"""The journal keeps what it acknowledged, lets one window write, and keeps everybody else out."""

import errno
import os
import resource
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest

from intake.journal.cases import ALPHABET
from intake.journal.errors import Busy, Conflict, JournalError, NotStored, NotWiped, Refused, UnknownCase, explained
from intake.journal.home import home_folder
from intake.journal.store import Journal
from intake.text import UnusableText

AT = "2026-05-01T10:00:00+02:00"
LATER = "2026-05-01T10:30:00+02:00"

WRITER = """
import sys
from pathlib import Path
from intake.journal.store import Journal
journal, case = Journal(Path(sys.argv[1])), sys.argv[2]
count = 0
while True:
    count = journal.append(case, [b"line %d" % (count + 1)], count, "2026-05-01T10:00:00+02:00")
    print(count, flush=True)
"""
HOLDER = """
import sys
from pathlib import Path
from intake.journal.store import Journal
with Journal(Path(sys.argv[1])).lock(sys.argv[2]):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return home_folder(tmp_path / "home")


@pytest.fixture
def journal(home: Path) -> Iterator[Journal]:
    with closing(Journal(home)) as journal:
        yield journal


def started(script: str, home: Path, case: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(home), case], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# Lines in, lines out


def test_lines_come_back_in_order_byte_for_byte_after_a_restart(home: Path) -> None:
    lines = [b"{}", "é\u0301 \U0001f476".encode(), b"", b"\x00\xff", b"x" * 100_000]
    with closing(Journal(home)) as journal:
        case = journal.create("Ana", AT).id
        assert journal.append(case, lines[:2], 0, AT) == 2
        assert journal.append(case, lines[2:], 2, AT) == 5
    with closing(Journal(home)) as journal:
        assert journal.load(case) == lines


def test_a_new_case_has_an_id_that_can_be_typed_and_no_lines(journal: Journal) -> None:
    case = journal.create("  My\napplication ", AT)
    assert len(case.id) == 6
    assert set(case.id) <= set(ALPHABET)
    assert (case.title, case.created, case.events, case.closed) == ("My application", AT, 0, False)
    assert journal.load(case.id) == []


def test_the_list_has_the_case_changed_last_first_whatever_the_offset_of_its_clock(journal: Journal) -> None:
    first, second, third = (journal.create(title, "2026-05-01T08:00:00+00:00") for title in ("a", "b", "c"))
    journal.append(first.id, [b"1"], 0, "2026-05-01T09:30:00+00:00")
    journal.append(second.id, [b"1", b"2"], 0, "2026-05-01T10:00:00+02:00")
    assert [case.title for case in journal.cases()] == ["a", "c", "b"]
    assert [case.events for case in journal.cases()] == [1, 0, 2]
    assert journal.cases()[0].changed == "2026-05-01T09:30:00+00:00"
    assert journal.cases()[1] == third


def test_a_case_stays_closed_until_it_is_opened_again(journal: Journal) -> None:
    case = journal.create("Ana", AT).id
    journal.append(case, [b"1"], 0, AT, closed=True)
    journal.append(case, [b"2"], 1, LATER)
    assert journal.find(case).closed
    journal.append(case, [b"3"], 2, LATER, closed=False)
    assert not journal.find(case).closed


def test_who_missed_an_append_overwrites_nothing(home: Path, journal: Journal) -> None:
    case = journal.create("Ana", AT).id
    with closing(Journal(home)) as other:
        other.append(case, [b"theirs"], 0, AT)
        with pytest.raises(Conflict, match=r"it has 1 entries, and this window knows 0"):
            journal.append(case, [b"mine"], 0, AT)
    assert journal.load(case) == [b"theirs"]
    assert journal.append(case, [b"mine"], 1, AT) == 2


def test_every_acknowledged_line_survives_a_kill(home: Path, journal: Journal) -> None:
    case = journal.create("Ana", AT).id
    with started(WRITER, home, case) as writer:
        assert writer.stdout is not None
        for _ in range(60):
            writer.stdout.readline()
        writer.kill()
        acknowledged = 60 + len(writer.stdout.read().splitlines())
    kept = journal.load(case)
    assert len(kept) in {acknowledged, acknowledged + 1}  # the last may be on the disk and not yet acknowledged
    assert kept == [b"line %d" % seq for seq in range(1, len(kept) + 1)]
    assert journal.append(case, [b"on"], len(kept), AT) == len(kept) + 1


def test_windows_that_start_for_the_first_time_at_once_all_work(tmp_path: Path) -> None:
    together = Barrier(6)

    def start(home: Path) -> int:
        together.wait()
        with closing(Journal(home)) as journal:
            return journal.append(journal.create("Ana", AT).id, [b"1"], 0, AT)

    for home in (home_folder(tmp_path / name) for name in "abcd"):
        with ThreadPoolExecutor(6) as windows:
            assert list(windows.map(start, [home] * 6)) == [1] * 6
        with closing(Journal(home)) as journal:
            assert [journal.load(case.id) for case in journal.cases()] == [[b"1"]] * 6


# Finding, renaming, deleting a case


def test_a_case_is_found_by_id_by_the_start_of_its_id_and_by_title(journal: Journal) -> None:
    case = journal.create("Año nuevo", AT)
    journal.create("Another", AT)
    assert journal.find(case.id) == case
    assert journal.find(f" {case.id.upper()} ") == case
    assert journal.find("AN\u0303O NUEVO") == case


def test_a_case_is_found_without_the_accents_of_its_title(journal: Journal) -> None:
    renee, lukasz = (journal.create(title, AT) for title in ("Renée Ñúñez-O’Brien", "Łukasz Sørensen"))
    assert [journal.find(words) for words in ("renee", "nunez-o'brien", "LUKASZ sorensen")] == [renee, renee, lukasz]
    journal.create("renee from early steps", AT)
    with pytest.raises(UnknownCase, match="fits 2 cases"):
        journal.find("renee")


def test_a_title_that_two_cases_have_is_asked_back_with_both_ids(journal: Journal) -> None:
    one, two = journal.create("Ana", AT), journal.create("ana", AT)
    with pytest.raises(UnknownCase, match="fits 2 cases") as raised:
        journal.find("ANA")
    assert {f"  {one.id}  Ana (open, begun {AT[:10]})", f"  {two.id}  ana (open, begun {AT[:10]})"} <= {
        *str(raised.value).splitlines()
    }


def test_a_case_is_found_by_words_that_no_other_title_has(journal: Journal) -> None:
    titles = ["Dana Whitfield", "Dana Whitfield, renewal 2025", "Dana Whitfield, renewal 2026"]
    cases = [journal.create(title, AT) for title in titles]
    named = ["dana whitfield", "2025 renewal", "Whitfield 2026"]
    assert [journal.find(words) for words in named] == cases
    for wanted in ("dana", "dana renewal"):
        with pytest.raises(UnknownCase, match="whole title"):
            journal.find(wanted)


def test_a_misspelt_title_brings_the_near_ones(journal: Journal) -> None:
    case = journal.create("Williamsburg application", AT)
    journal.create("Renewal", AT)
    for wanted in ("Wiliamsburg aplication", "william"):
        with pytest.raises(UnknownCase, match=rf"near it.*:\n  {case.id}  Williamsburg application \("):
            journal.find(wanted)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("110011", "There is no case “110011”, and none that looks like it"),
        (" ", "say which case"),
        ("\x1b[2J\ud800", "“␛\\[2J\ufffd”"),
    ],
)
def test_what_fits_nothing_is_named_without_obeying_it(journal: Journal, wanted: str, words: str) -> None:
    journal.create("Ana", AT)
    with pytest.raises(UnknownCase, match=words):
        journal.find(wanted)


def test_a_renamed_case_is_found_by_its_new_title_only(journal: Journal) -> None:
    case = journal.create("Ana", AT)
    journal.rename(case.id, "Level II \u202eapplication")
    assert journal.find("level ii \ufffdapplication").id == case.id
    with pytest.raises(UnknownCase):
        journal.find("Ana")


@pytest.mark.parametrize("title", ["", " \n ", "half \ud83d", "x" * 30_000])
def test_a_title_that_cannot_be_kept_changes_nothing(journal: Journal, title: str) -> None:
    case = journal.create("Ana", AT)
    with pytest.raises(UnusableText):
        journal.rename(case.id, title)
    with pytest.raises(UnusableText):
        journal.create(title, AT)
    assert journal.cases() == [case]


def test_a_deleted_case_is_gone_for_every_method(home: Path, journal: Journal) -> None:
    case, kept = journal.create("Ana", AT).id, journal.create("Bea", AT).id
    journal.append(kept, [b"1"], 0, AT)
    journal.delete(case)
    for use in (
        lambda: journal.load(case),
        lambda: journal.append(case, [b"1"], 0, AT),
        lambda: journal.rename(case, "Cleo"),
        lambda: journal.delete(case),
        lambda: journal.lock(case),
        lambda: journal.find(case),
    ):
        with pytest.raises(UnknownCase):
            use()
    assert [one.id for one in journal.cases()] == [kept]
    assert journal.load(kept) == [b"1"]
    assert list((home / "locks").iterdir()) == []


def test_what_could_not_be_wiped_at_once_is_wiped_at_the_next_start(home: Path, journal: Journal) -> None:
    case = journal.create("Ana", AT).id
    journal.append(case, [b"my secret"], 0, AT)
    journal._db.execute("PRAGMA busy_timeout = 0")  # not the five seconds it waits for the other window
    with closing(sqlite3.connect(home / "journal.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN")
        assert other.execute("SELECT count(*) FROM events").fetchone() == (1,)
        with pytest.raises(NotWiped, match="wiped the next time"):
            journal.delete(case)
        assert journal.cases() == []
        assert b"my secret" in written(home)
    with closing(Journal(home)):
        assert b"my secret" not in written(home)


def written(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


# One window a case


def test_a_second_window_is_told_who_has_the_case_and_a_kill_frees_it(home: Path, journal: Journal) -> None:
    case, other = journal.create("Ana", AT).id, journal.create("Bea", AT).id
    with started(HOLDER, home, case) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Busy, match=r"open in another window of intake, by [^(]+\. Nothing"):
            journal.lock(case)
        with pytest.raises(Busy):
            journal.delete(case)
        journal.lock(other).release()
        holder.kill()
    with journal.lock(case), pytest.raises(Busy, match="open in another window"):
        journal.lock(case)
    journal.lock(case).release()


def test_a_lock_can_be_let_go_twice(journal: Journal) -> None:
    case = journal.create("Ana", AT).id
    with journal.lock(case) as lock:
        lock.release()
        journal.lock(case).release()


def test_no_lock_is_made_outside_its_folder(home: Path, journal: Journal) -> None:
    with pytest.raises(UnknownCase):
        journal.lock("../../outside")
    assert not list(home.parent.rglob("*.lock"))


def test_a_link_in_place_of_a_lock_is_not_followed(home: Path, journal: Journal) -> None:
    case = journal.create("Ana", AT).id
    theirs = home.parent / "theirs"
    theirs.write_text("keep me")
    (home / "locks").mkdir()
    (home / "locks" / f"{case}.lock").symlink_to(theirs)
    with pytest.raises(NotStored):
        journal.lock(case)
    assert theirs.read_text() == "keep me"


# Nobody else reads it


def test_folder_and_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        home = home_folder(tmp_path / "deep" / "home")
        with closing(Journal(home)) as journal, journal.lock(journal.create("Ana", AT).id):
            paths = [home, *home.rglob("*")]
            assert {path.name for path in paths} >= {"journal.sqlite3", "journal.sqlite3-wal", "journal.sqlite3-shm"}
            assert {oct(mode(path)) for path in paths if path.is_file()} == {"0o600"}
            assert {oct(mode(path)) for path in paths if path.is_dir()} == {"0o700"}
    finally:
        os.umask(before)


def test_what_was_open_to_others_is_closed_to_them(home: Path) -> None:
    Journal(home).close()
    (home / "journal.sqlite3").chmod(0o644)
    home.chmod(0o755)
    Journal(home_folder(home)).close()
    assert (mode(home), mode(home / "journal.sqlite3")) == (0o700, 0o600)


def test_the_folder_is_the_chosen_one_then_the_variable_then_the_platforms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name, **_: str(tmp_path / "platform" / name))
    monkeypatch.setenv("INTAKE_HOME", "~/variable")
    assert home_folder(tmp_path / "chosen") == tmp_path / "chosen"
    assert home_folder(None) == tmp_path / "variable"
    monkeypatch.setenv("INTAKE_HOME", "")
    assert home_folder(None) == tmp_path / "platform" / "intake"


def test_a_folder_shared_with_everybody_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    with pytest.raises(Refused, match="shared with other people"):
        home_folder(tmp_path)
    assert mode(tmp_path) == 0o1777


def test_an_open_folder_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o755)
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    with pytest.raises(Refused, match="choose a folder of your own"):
        home_folder(tmp_path)


@pytest.mark.parametrize("inside", ["", "below"])
def test_a_file_in_place_of_the_folder_is_said_to_be_none(tmp_path: Path, inside: str) -> None:
    (tmp_path / "file").write_text("keep me")
    with pytest.raises(NotStored, match="is not a folder"):
        home_folder(tmp_path / "file" / inside)


@pytest.mark.parametrize("name", ["journal.sqlite3", "journal.sqlite3-wal"])
@pytest.mark.parametrize("there", [True, False])
def test_a_link_in_place_of_the_journal_is_not_followed(home: Path, name: str, there: bool) -> None:
    theirs = home.parent / "theirs"
    if there:
        theirs.write_bytes(b"")
    (home / name).symlink_to(theirs)
    with pytest.raises(Refused, match="is a link"):
        Journal(home)
    assert theirs.exists() == there
    assert not there or theirs.read_bytes() == b""


def test_any_folder_name_will_do(tmp_path: Path) -> None:
    home = home_folder(tmp_path / "a b?mode=memory#%41 é")
    with closing(Journal(home)) as journal:
        journal.create("Ana", AT)
    with closing(Journal(home)) as journal:
        assert journal.find("Ana").title == "Ana"


# Files that cannot be used, disks that are full


def test_a_journal_of_a_newer_intake_is_refused_and_left_as_it_is(home: Path) -> None:
    Journal(home).close()
    with closing(sqlite3.connect(home / "journal.sqlite3")) as db:
        db.execute("PRAGMA user_version = 99")
    before = (home / "journal.sqlite3").read_bytes()
    for read_only in (False, True):
        with pytest.raises(Refused, match=r"its format is 99, this one reads 1.*update intake"):
            Journal(home, read_only=read_only)
    assert (home / "journal.sqlite3").read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_as_it_is(home: Path) -> None:
    with closing(sqlite3.connect(home / "journal.sqlite3")) as db:
        db.execute("CREATE TABLE songs (title TEXT)")
    before = (home / "journal.sqlite3").read_bytes()
    with pytest.raises(Refused, match="another program"):
        Journal(home)
    assert (home / "journal.sqlite3").read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(home: Path) -> None:
    (home / "journal.sqlite3").write_bytes(b"Dear diary, " * 1000)
    with pytest.raises(NotStored, match="is damaged, or is no journal"):
        Journal(home)
    assert (home / "journal.sqlite3").read_bytes() == b"Dear diary, " * 1000


def test_a_full_disk_takes_all_of_an_append_or_nothing_and_goes_on_when_there_is_space(journal: Journal) -> None:
    case = journal.create("Ana", AT).id
    journal.append(case, [b"before"], 0, AT)
    pages = journal._db.execute("PRAGMA page_count").fetchone()[0]
    journal._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NotStored, match=r"disk is full.*Nothing was lost up to here"):
        journal.append(case, [b"small", b"x" * 100_000], 1, AT, closed=True)
    assert journal.load(case) == [b"before"]
    assert not journal.find(case).closed
    journal._db.execute("PRAGMA max_page_count = 100000")
    assert journal.append(case, [b"small", b"x" * 100_000], 1, AT) == 3


def test_a_disk_that_fails_is_named_and_can_be_used_when_it_works_again(home: Path, journal: Journal) -> None:
    case = journal.create("Ana", AT).id
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((home / "journal.sqlite3-wal").stat().st_size, most))
    try:
        with pytest.raises(NotStored, match=r"disk gave an error at .*journal\.sqlite3 \(SQLITE_IOERR"):
            journal.append(case, [b"lost"], 0, AT)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    assert journal.append(case, [b"kept"], 0, AT) == 1
    assert journal.load(case) == [b"kept"]


def of_sqlite(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (of_sqlite(sqlite3.SQLITE_CORRUPT_INDEX), "is damaged"),
        (of_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT), "Another window"),
        (of_sqlite(sqlite3.SQLITE_READONLY_DBMOVED), "cannot be written to"),
        (OSError(errno.ENOSPC, "No space left on device"), "disk is full"),
        (OSError(errno.EROFS, "Read-only file system"), "cannot be written to"),
        (OSError(errno.EACCES, "Permission denied"), "cannot be opened"),
        (OSError(errno.EIO, "Input/output error"), r"gave an error at .*\(Input/output error\)"),
    ],
)
def test_what_went_wrong_below_is_told_in_its_own_sentence(error: Exception, words: str) -> None:
    with pytest.raises(NotStored, match=words), explained(Path("journal.sqlite3")):
        raise error


def test_a_window_that_only_reads_sees_what_is_written_beside_it_and_writes_nothing(
    home: Path, journal: Journal
) -> None:
    case = journal.create("Ana", AT).id
    with closing(Journal(home, read_only=True)) as reader:
        journal.append(case, [b"1"], 0, LATER)
        assert reader.load(case) == [b"1"]
        assert reader.find("ana").changed == LATER
        for write in (
            lambda: reader.append(case, [b"2"], 1, AT),
            lambda: reader.create("Bea", AT),
            lambda: reader.rename(case, "Bea"),
            lambda: reader.delete(case),
        ):
            with pytest.raises(NotStored, match="cannot be written to"):
                write()
    assert journal.load(case) == [b"1"]


def test_reading_only_makes_no_journal(home: Path) -> None:
    with pytest.raises(JournalError, match=r"nothing stored in .* yet"):
        Journal(home, read_only=True)
    assert list(home.iterdir()) == []


def test_a_title_that_somebody_wrote_into_the_file_is_given_as_it_may_be_shown(tmp_path: Path) -> None:
    with closing(Journal(tmp_path)) as journal:
        case = journal.create("Dana", AT)
        with closing(sqlite3.connect(tmp_path / "journal.sqlite3")) as db, db:
            db.execute("UPDATE cases SET title = ?", ("Da\x1b]0;x\x07\nna\u202e",))
        assert [each.title for each in journal.cases()] == ["Da␛]0;x␇ na\ufffd"]
        assert journal.find(case.id).title == "Da␛]0;x␇ na\ufffd"
