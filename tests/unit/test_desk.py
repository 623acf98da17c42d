"""The desk: what every case waits for, kept beside its log; hand-overs; who has a case; questions over all cases."""

import csv
import datetime as dt
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from intake.cli import run
from intake.interview import events as ev
from intake.journal.database import FILE
from intake.journal.errors import Busy, UnknownCase
from intake.journal.store import Journal
from intake.session import desk_wish
from intake.session.brief import Brief, Due, Wait
from intake.session.desk import Desk
from intake.session.desk_forms import line
from intake.session.desk_rows import DeskRow, due, due_said, ordered, searched, waiting
from intake.session.desk_wish import Wish, place, wished
from intake.session.handing import day_of
from intake.session.shelf import Shelf
from intake.text import UnusableText
from intake.tui.desk_lines import row_line

AS_OF = dt.date(2026, 3, 1)
Begun = Callable[..., str]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def begun(home: Path) -> Begun:
    """Begins a case with what its applicant says, and gives its id."""

    def begin(*said: str) -> str:
        session = Shelf(home, as_of=AS_OF).begin()
        for words in said:
            session.say(words)
        session.close()
        return session.id

    return begin


def seen(home: Path, as_of: dt.date = AS_OF) -> dict[str, DeskRow]:
    """The rows once everything was looked at, by their titles."""
    with Desk(home, as_of) as desk:
        list(desk.refresh())
        assert desk.outdated() == 0
        return {row.title: row for row in desk.rows()}


def printed(capsys: pytest.CaptureFixture[str], home: Path, *more: str) -> str:
    """What `intake desk` prints."""
    capsys.readouterr()
    assert run(["desk", "--home", str(home), "--as-of", AS_OF.isoformat(), *more]) == 0
    return capsys.readouterr().out


def test_a_case_is_known_once_it_was_looked_at_and_looked_at_again_once_it_changed(home: Path, begun: Begun) -> None:
    case = begun("Dana Whitfield", "dana.w@example.org")
    with Desk(home, AS_OF) as desk:
        assert [(row.title, row.brief) for row in desk.rows()] == [("Dana Whitfield", None)]
        assert list(desk.refresh()) == [[case]]
        (row,) = desk.rows()
        assert row.brief
        assert row.brief.count("applicant") > 0
        assert [found.id for found in searched(desk.rows(), "dana.w@example")] == [case]
        session = Shelf(home, as_of=AS_OF).open(case)
        session.say("804-353-1234")
        session.close()
        assert [row.current for row in desk.rows()] == [False]
        assert desk.outdated() == 1
        list(desk.refresh())
        assert [row.current for row in desk.rows()] == [True]


def test_another_day_is_another_look_at_what_is_not_finished(home: Path, begun: Begun) -> None:
    begun("Dana Whitfield")
    done = begun("Keisha Brooks")
    with closing(Journal(home)) as journal:
        journal.append(done, [], journal.find(done).events, "2026-03-01T12:00:00+00:00", closed=True)
    seen(home)
    with Desk(home, AS_OF + dt.timedelta(days=1)) as desk:
        assert desk.outdated() == 1


def test_a_case_handed_over_is_with_the_colleague_and_the_log_says_by_whom(
    home: Path, begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = begun("Dana Whitfield")
    monkeypatch.setenv("INTAKE_NAME", "María")
    with Desk(home, AS_OF) as desk:
        desk.give(case, "Tom", "call her back", dt.date(2026, 2, 20))
        assert desk.deeds(case)[-1] == "March 1, 2026, María: handed to Tom · by February 20, 2026 · call her back"
        with pytest.raises(UnusableText):
            desk.give(case, " ")
    row = seen(home)["Dana Whitfield"]
    assert row.brief
    assert row.brief.holder == "Tom"
    assert due_said(due(row, AS_OF), AS_OF) == "2026-02-20, overdue"
    assert "office: Tom: call her back" in line(row, AS_OF)
    assert line(row, AS_OF).count("call her back") == 1
    assert waiting([row], "office")
    with Desk(home, AS_OF) as desk:
        desk.give(case, "Tom")
    assert not waiting(list(seen(home).values()), "office"), "nothing is asked of him"
    session = Shelf(home, as_of=AS_OF).open(case)
    session.say("undo")
    session.close()
    (undone,) = seen(home).values()
    brief = undone.brief
    assert brief
    assert brief.holder == "Tom"


def test_each_entry_says_who_wrote_it_where_a_name_was_given(
    home: Path, begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INTAKE_NAME", raising=False)
    case = begun("Dana Whitfield")
    monkeypatch.setenv("INTAKE_NAME", "Tom")
    session = Shelf(home, as_of=AS_OF).open(case)
    session.say("dana.w@example.org")
    session.close()
    with closing(Journal(home)) as journal:
        lines = journal.load(case)
    assert b'"by"' not in lines[0]
    assert ev.load(lines[-1]).by == "Tom"
    with Desk(home, AS_OF) as desk:
        assert desk.deeds(case) == ["March 1, 2026, somebody: 1 answer", "March 1, 2026, Tom: 1 answer"]


def test_who_opens_a_case_that_is_open_is_told_who_has_it(
    home: Path, begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = begun("Dana Whitfield")
    monkeypatch.setenv("INTAKE_NAME", "Tom")
    session = Shelf(home, as_of=AS_OF).open(case)
    with Desk(home, AS_OF) as desk:
        with pytest.raises(Busy, match="open in another window of intake, by Tom"):
            desk.must_be_free(case)
        with pytest.raises(Busy):
            desk.give(case, "María")
        assert desk.opened_by(case) == "Open in another window of intake, by Tom"
        session.close()
        assert not desk.opened_by(case)
        desk.must_be_free(case)


def test_a_deleted_case_leaves_nothing_at_the_desk(home: Path, begun: Begun) -> None:
    case = begun("Dana Whitfield", "dana.w@example.org", "/ask Does my zebra count?")
    kept = begun("Keisha Brooks")
    seen(home)
    with Desk(home, AS_OF) as desk:
        assert ("Does my zebra count?", 1) in desk.questions()
    Shelf(home).delete(case)
    with Desk(home, AS_OF) as desk:
        assert [row.id for row in desk.rows()] == [kept]
        assert "Does my zebra count?" not in dict(desk.questions())
    written = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert b"zebra" not in written
    assert b"dana" not in written.lower()


def test_a_question_counts_the_cases_that_have_it_and_leads_to_them(
    home: Path, begun: Begun, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = (begun(name, "/ask Is telehealth counted?") for name in ("Dana Whitfield", "Keisha Brooks"))
    begun("Thomas Reed")
    seen(home)
    with Desk(home, AS_OF) as desk:
        assert dict(desk.questions())["Is telehealth counted?"] == 2
        assert desk.asking("Is telehealth counted?") == {one, two}
    assert "     2  Is telehealth counted?" in printed(capsys, home, "--questions").splitlines()
    told = printed(capsys, home, "--asking", "telehealth", "--sort", "title").splitlines()
    assert [text.split()[1] for text in told[1:]] == ["Dana", "Keisha"]


def test_the_questions_are_those_of_the_cases_that_are_asked_for(
    home: Path, begun: Begun, capsys: pytest.CaptureFixture[str]
) -> None:
    begun("Dana Whitfield", "/ask Is telehealth counted?")
    begun("Keisha Brooks", "/ask Is telehealth counted?", "/ask Does a doula count?")
    seen(home)
    chosen = printed(capsys, home, "--questions", "--search", "keisha")
    assert "     1  Is telehealth counted?\n" in chosen
    assert printed(capsys, home, "--questions", "--asking", "doula") == "     1  Does a doula count?\n"
    table = printed(capsys, home, "--questions", "--csv", "--search", "dana").splitlines()
    assert table[0] == "question,cases"
    assert "Is telehealth counted?,1" in table
    assert "doula" not in "".join(table)


def test_one_case_is_a_table_too_and_is_not_searched_among(
    home: Path, begun: Begun, capsys: pytest.CaptureFixture[str]
) -> None:
    begun("Dana Whitfield")
    begun("Keisha Brooks")
    told = printed(capsys, home, "dana", "--csv").splitlines()
    assert len(told) == 2
    assert ",Dana Whitfield," in told[1]
    assert run(["desk", "dana", "--search", "keisha", "--home", str(home)]) == 3
    assert "One case is shown whole" in capsys.readouterr().err


def test_a_question_of_a_case_and_its_copy_counts_once(home: Path, begun: Begun, tmp_path: Path) -> None:
    case = begun("Dana Whitfield", "dana.w@example.org", "/ask Is telehealth counted?")
    begun("Keisha Brooks", "/ask Is telehealth counted?")
    bundle = tmp_path / "dana.zip"
    assert run(["export", case, "--to", str(bundle), "--home", str(home), "--as-of", AS_OF.isoformat()]) == 0
    copy = Shelf(home, as_of=AS_OF).open_bundle(bundle)
    session = Shelf(home, as_of=AS_OF).open(copy)
    session.say("/ask Is a video counted?")
    session.close()
    seen(home)
    with Desk(home, AS_OF) as desk:
        counts = dict(desk.questions())
        assert (counts["Is telehealth counted?"], counts["Is a video counted?"]) == (2, 1)
        assert desk.asking("Is telehealth counted?") >= {case, copy}


def test_a_damaged_case_is_listed_with_what_is_wrong_and_hides_no_other(home: Path, begun: Begun) -> None:
    case = begun("Dana Whitfield")
    begun("Keisha Brooks")
    with closing(sqlite3.connect(home / FILE)) as db, db:
        db.execute("UPDATE events SET line = x'00' WHERE case_id = ? AND seq = 1", (case,))
    rows = seen(home)
    hurt = rows["Dana Whitfield"].brief
    assert hurt
    assert hurt.waits == (Wait("office", 1, "cannot be read"),)
    sound = rows["Keisha Brooks"].brief
    assert sound
    assert sound.count("applicant")
    with Desk(home, AS_OF) as desk:
        more = desk.more(case)
        assert more
        assert "is not what intake wrote" in more.trouble


def test_who_said_that_there_is_none_is_found_by_it(home: Path, begun: Begun) -> None:
    begun("Dana Whitfield", "/goto supervision", "no")
    begun("Keisha Brooks")
    found = searched(list(seen(home).values()), "no reflective supervision")
    assert [row.title for row in found] == ["Dana Whitfield"]


def test_what_was_kept_in_another_shape_is_made_again(home: Path, begun: Begun) -> None:
    begun("Dana Whitfield")
    seen(home)
    with closing(sqlite3.connect(home / FILE)) as db, db:
        db.execute("UPDATE digests SET line = '[1]', mark = 'older'")
    with Desk(home, AS_OF) as desk:
        assert [row.brief for row in desk.rows()] == [None]
    assert seen(home)["Dana Whitfield"].brief


def test_a_case_begun_with_a_call_is_a_call_until_it_is_gone_on_with(home: Path, begun: Begun) -> None:
    case = begun("Dana Whitfield")
    session = Shelf(home, as_of=AS_OF).open(case)
    session.case.commit([ev.Called(sheet="vaimh/prescreen", version=1)])
    session.case.commit([ev.Hung(levels="II", gaps=(), action="Send the reading list")])
    session.close()
    called = seen(home)["Dana Whitfield"].brief
    assert called
    assert called.kind == "call"
    assert searched(list(seen(home).values()), "reading list")
    session = Shelf(home, as_of=AS_OF).open(case)
    session.say("dana.w@example.org")
    session.close()
    applying = seen(home)["Dana Whitfield"].brief
    assert applying
    assert applying.kind == "application"


def test_the_list_for_other_programs_and_for_spreadsheets(
    home: Path, begun: Begun, capsys: pytest.CaptureFixture[str]
) -> None:
    case = begun("Dana Whitfield")
    begun("Keisha Brooks")
    at = ["--home", str(home), "--as-of", AS_OF.isoformat()]
    capsys.readouterr()
    assert run(["give", case, "=cmd|' /C calc'!A0", "--note", "soon", "--due", "on Thursday", *at]) == 0
    told = "“Dana Whitfield” handed to =cmd|' /C calc'!A0 · by March 5, 2026 · soon"
    assert capsys.readouterr().out.strip() == told
    (dana,) = json.loads(printed(capsys, home, "--json", "--search", "whitfield"))
    assert (dana["with"], dana["note"], dana["due"]) == (
        "=cmd|' /C calc'!A0",
        "soon",
        {"day": "2026-03-05", "what": "soon", "asked": True, "latest": "", "overdue": False},
    )
    head, *rows = csv.reader(io.StringIO(printed(capsys, home, "--csv", "--sort", "due")))
    assert rows[0][head.index("with")] == "'=cmd|' /C calc'!A0"
    assert [row[0] for row in rows] == [case, rows[1][0]]
    listed = [f"{side}: {text}" for side, texts in dana["waits_for"].items() for text in texts]
    assert rows[0][head.index("waiting for")].startswith(" / ".join(listed))
    one = printed(capsys, home, case)
    assert "Who did what:" in one
    assert "Due 2026-03-05" in one.splitlines()
    assert one.count("soon") == 2, "what is asked for, and once more in who did what"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("next friday", "People mean two days by “next Friday”"),
        ("last monday", "February 23, 2026 has passed"),
        ("whenever", "I could not read a day in “whenever”"),
        ("June 2026", "I could not read a day in “June 2026”"),
    ],
)
def test_a_day_that_cannot_be_kept_is_refused_with_the_reason(words: str, why: str) -> None:
    with pytest.raises(UnusableText, match=why):
        day_of(words, dt.date(2026, 3, 2))


def test_a_case_that_is_gone_cannot_be_opened(home: Path, begun: Begun) -> None:
    case = begun("Dana Whitfield")
    with Desk(home, AS_OF) as desk:
        Shelf(home).delete(case)
        with pytest.raises(UnknownCase):
            desk.must_be_free(case)


def row(title: str, words: str = "", **known: object) -> DeskRow:
    """A row of a case of which this is known."""
    brief = msgspec.structs.replace(Brief("application"), **known)
    return DeskRow(title.casefold(), title, "2026-03-01T12:00", False, brief, True, f"{title.casefold()} {words}")


ROWS = (
    row("Ana", level="II", waits=(Wait("applicant", 3, "a"),), words="ana lucia", dues=(Due("2026-04-01", "CDA"),)),
    row("Bea", waits=(Wait("office", 1, "b"), Wait("others", 1, "c")), holder="Tom", dues=(Due("2020-01-01", "CDA"),)),
    row("Cy", level="I", waits=(), dues=(Due("2026-02-01", "x", asked=True), Due("2026-05-01", "y"))),
)


@pytest.mark.parametrize(
    ("wish", "titles"),
    [
        (Wish(search="LUCÍA"), ["Ana"]),
        (Wish(search="lucia bea"), []),
        (Wish(whom="others"), ["Bea"]),
        (Wish(order="due"), ["Cy", "Ana", "Bea"]),
        (Wish(order="level"), ["Cy", "Ana", "Bea"]),
        (Wish(order="missing"), ["Cy", "Bea", "Ana"]),
        (Wish(order="waiting"), ["Bea", "Ana", "Cy"]),
        (Wish(order="holder"), ["Bea", "Ana", "Cy"]),
        (Wish(), ["Ana", "Bea", "Cy"]),
    ],
)
def test_cases_are_found_and_ordered_by_what_is_wished_for(wish: Wish, titles: list[str]) -> None:
    assert [each.title for each in wished(ROWS, wish, AS_OF)] == titles


def test_a_day_that_passed_is_due_only_where_a_colleague_set_it() -> None:
    said = [due_said(due(each, AS_OF), AS_OF) for each in ROWS]
    assert said == ["2026-04-01", "", "2026-02-01, overdue"]


def test_of_two_days_that_a_renewal_may_end_on_the_first_is_shown_also_once_it_has_passed() -> None:
    either = row("Dee", dues=(Due("2025-12-31", "The renewal year may end", latest="2026-09-30"),))
    assert due_said(due(either, AS_OF), AS_OF) == "2025-12-31 or later"
    assert due(either, dt.date(2026, 10, 1)) is None


def test_a_side_that_is_asked_for_is_what_its_row_tells() -> None:
    (bea,) = waiting(ROWS, "others")
    assert "others: c" in line(bea, AS_OF, "others")
    assert "office: b" in line(bea, AS_OF)


def test_a_copy_and_a_finished_case_are_told_from_another_of_the_same_title_however_narrow() -> None:
    title = "Dana Maria Whitfield of Williamsburg"
    plain, copy = row(title), row(title, copied=True)
    done = msgspec.structs.replace(copy, closed=True)
    said = [row_line(each, 74, AS_OF, None).plain[:22].split(" · ")[1:] for each in (plain, copy, done)]
    assert [[part.strip() for part in parts] for parts in said] == [[], ["copy"], ["copy", "✓"]]
    assert "application · copy · finished" in line(done, AS_OF)


def test_the_head_counts_cases_for_each_side_and_names_a_question_in_short() -> None:
    asked = Wish(question="How many hours of reflective supervision does level II ask for in its first year?")
    told = desk_wish.said(ROWS, 3, asked)
    assert told.startswith("Cases: 3 · waiting: 1 for office, 1 for applicant, 1 for others · only with the question: ")
    assert told.endswith("How many hours of reflective supervisio…")


def test_orders_leave_rows_alike_as_they_were() -> None:
    assert ordered(ROWS, "changed", AS_OF) == ROWS


def test_the_mark_stays_with_its_case_while_that_is_found_and_else_goes_to_the_first() -> None:
    ana, bea, _cy = ROWS
    assert place(ROWS[1:], bea, Wish()) == 0
    assert place(ROWS, bea, Wish(search="b")) == 1
    assert place(ROWS, bea, Wish(search="lucia")) == 0
    assert place(ROWS, None, Wish(picked=bea.id)) == 1
    assert place(ROWS[1:], ana, Wish()) == 0


def test_the_first_cases_are_those_that_the_whole_list_begins_with(home: Path, begun: Begun) -> None:
    for name in ("Dana Whitfield", "Keisha Brooks", "Thomas Reed"):
        begun(name)
    with Desk(home, AS_OF) as desk:
        assert [row.title for row in desk.first(2)] == [row.title for row in desk.rows()][:2]
