"""The hand-over sheet in its forms, the tables for a spreadsheet, and the calendar."""

import csv
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import icalendar
import pytest
from bundle_samples import portfolio
from hypothesis import given
from hypothesis import strategies as st
from personas import AS_OF, run

from intake.cli import run as command
from intake.handout.calendar import calendar
from intake.handout.sheet import sheet
from intake.handout.sheet_forms import SHEETS
from intake.handout.spreadsheet import cell, table
from intake.session.start import open_session

STAMP = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 23)
HOSTILE = "=cmd|'/c calc'!A1\x1b[2J\u202e<script>"
CDA: dict[str, Any] = {"id": "education-1", "credential": "cda", "expires": "2027-05-10"}


def test_the_tabs_stand_in_the_order_of_the_online_system_and_gaps_are_marked() -> None:
    document = portfolio() | {"open": [{"question": "work.employer", "item": "work-1", "why": "skipped"}]}
    document["work"].append({"id": "work-2", "title": "aide"})
    tabs = sheet(document)
    assert [len(entry.fields) for entry in tabs[3].entries][1] == 1
    assert [tab.title for tab in tabs] == ["Details", "Education", "Training", "Work", "Supervision", "References"]
    lines = SHEETS["text"](tabs).splitlines()
    for name, value in (
        ("Name:", "Dana Whitfield"),
        ("Level:", "III, Infant Mental Health Specialist"),
        ("Awarded:", "May 2017"),
        ("Employer:", "[MISSING: skipped for now]"),
        ("Time (not certain):", "February 2021 to now"),
    ):
        assert lines[lines.index(name) + 1] == value
    assert lines[lines.index("TRAINING") + 2] == "Nothing is listed."


@pytest.mark.parametrize("form", SHEETS)
def test_no_form_obeys_what_a_person_typed(form: str) -> None:
    document = portfolio()
    document["work"][0] |= {"title": HOSTILE, "description": HOSTILE}
    said = SHEETS[form](sheet(document))
    assert not {"\x1b", "\u202e"} & set(said)
    assert form != "html" or "<script>" not in said
    if form == "json":
        work = json.loads(said)["tabs"][3]["entries"][0]
        assert work["fields"][0]["value"].startswith("=cmd|'/c calc'!A1")


def test_a_table_opens_with_every_entry_in_it() -> None:
    trainings = [{"id": f"training-{n}", "title": f'Über "{n}", part', "hours": 1.5} for n in range(101)]
    text = table(portfolio() | {"training": trainings}, "training.csv")
    assert text.startswith("\ufeff")
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert head == ["Title", "Provider", "Date", "Hours"]
    assert rows == [[f'Über "{n}", part', "", "", "1.5"] for n in range(101)]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from([*"=+-@\t\r", " =", "  @"]))
def test_no_cell_is_a_formula(text: str, sign: str) -> None:
    for value in (text, sign + text):
        assert not cell(value).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell(sign + text).startswith("'")


def test_the_calendar_is_one_that_a_calendar_reads() -> None:
    school = "Übungsschule; Nord, \\Ost\r\nEND:VEVENT " + "é" * 120
    later = CDA | {"id": "education-2", "expires": "2028-02", "credential": None, "school": school}
    text = calendar(portfolio() | {"education": [CDA, later]}, STAMP, TODAY)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    first, second = events(text)
    assert [event.decoded("DTSTART") for event in (first, second)] == [dt.date(2027, 5, 10), dt.date(2028, 2, 1)]
    assert str(first["SUMMARY"]) == "Dana Whitfield: CDA expires: May 10, 2027"
    assert str(second["SUMMARY"]) == "Dana Whitfield: Education 2 expires: February 2028"
    said = str(second["DESCRIPTION"])
    assert said.startswith("Übungsschule; Nord, \\Ost")
    assert "é" * 120 in said
    assert str(first["UID"]) != str(second["UID"])
    assert first.decoded("DTSTAMP") == STAMP


def events(text: str) -> list[icalendar.Component]:
    """The events of a calendar."""
    return icalendar.Calendar.from_ical(text).walk("VEVENT")


def test_an_event_keeps_its_name_when_its_day_is_corrected() -> None:
    days = ("2027-05-10", "2027-05-11")
    made = [calendar(portfolio() | {"education": [CDA | {"expires": day}]}, STAMP, TODAY) for day in days]
    (first,), (second,) = map(events, made)
    assert str(first["UID"]) == str(second["UID"])
    assert first.decoded("DTSTART") != second.decoded("DTSTART")


def test_a_renewal_is_reminded_of_on_each_day_that_its_year_may_end() -> None:
    ends = [dt.date(2026, 9, 30), dt.date(2026, 12, 31)]
    first, second = events(calendar(portfolio(), STAMP, TODAY, ends))
    assert [event.decoded("DTSTART") for event in (first, second)] == ends
    assert str(first["SUMMARY"]) == "Dana Whitfield: The renewal year ends, if it began in October 2025"
    assert str(second["SUMMARY"]) == "Dana Whitfield: The renewal year ends, if it began in January 2026"
    assert [str(event["DESCRIPTION"]).split(":")[0] for event in (first, second)] == [
        "This day has passed",
        "Pages disagree on when the year begins. Ask the association by when and how to renew, and what it costs.",
    ]
    assert [alarm.decoded("TRIGGER").days for alarm in first.walk("VALARM")] == [-30, -7]
    assert str(first["UID"]) != str(second["UID"])


def test_where_nothing_expires_no_day_is_invented() -> None:
    assert calendar(portfolio(), STAMP, TODAY) == ""


def test_the_command_writes_sheet_tables_and_calendar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("keisha", tmp_path / "home", tmp_path / "keisha.zip")
    told = ["--home", str(tmp_path / "home"), "handover", "keisha"]
    assert command([*told, "--csv", str(tmp_path / "tables"), "--ics", str(tmp_path / "keisha.ics")]) == 0
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == ["training.csv", "work.csv"]
    assert (tmp_path / "keisha.ics").read_bytes().count(b"\r\n") == 13
    capsys.readouterr()
    assert command(told) == 0
    assert "Circle of Security Parenting\n" in capsys.readouterr().out
    empty = open_session(tmp_path / "home", new=True, as_of=AS_OF)
    empty.close()
    arguments = ["--home", str(tmp_path / "home"), "handover", empty.id, "--ics", str(tmp_path / "none.ics")]
    assert command(arguments) == 0
    assert not (tmp_path / "none.ics").exists()
