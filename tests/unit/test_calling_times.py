"""Times told by halves on a call: kept, asked about and made whole, and never taken for the date of a degree."""

from datetime import timedelta
from pathlib import Path

import pytest
from session_talk import talk, texts

from intake.interview import events as ev
from intake.session.calling import Call
from intake.session.sheet_lines import lines_of


def _known(folder: Path, *said: str) -> dict[str, str]:
    call = Call(talk(folder))
    call.take_up()
    for words in said:
        call.hear(words)
    return {line.id: line.known for line in lines_of(call.case, call.sheet) if line.known}


@pytest.mark.parametrize(
    ("said", "line", "known"),
    [
        (["nurse at EHS since feb 2021", "she was there until 2023"], "length", "February 2021 – 2023"),
        (["nurse at EHS", "hired jan 2018", "still there"], "length", "January 2018 – now; hired jan 2018"),
        (["nurse at EHS", "hired 2018", "still there, full time"], "length", "2018 – now, Full-time; hired 2018"),
        (["hired jan 2018", "nurse at EHS", "left in 2020"], "length", "January 2018 – 2020; hired jan 2018"),
        (
            ["nurse at EHS since feb 2021", "supervised til june 2023"],
            "supervised",
            "supervised: yes, supervised dates: February 2021 – June 2023",
        ),
        (
            ["supervised til june 2023", "nurse at EHS since feb 2021"],
            "supervised",
            "supervised: yes, supervised dates: February 2021 – June 2023; til june 2023",
        ),
        (["nurse at EHS since 2018, not supervised until 2020"], "supervised", "supervised: no; until 2020"),
        (["nurse at EHS", "home visitor at IFP", "hired 2018", "left 2020"], "length", "hired 2018; left 2020"),
    ],
)
def test_two_halves_make_a_time_where_nothing_else_can_be_meant(
    said: list[str], line: str, known: str, tmp_path: Path
) -> None:
    assert _known(tmp_path, *said)[line] == known


@pytest.mark.parametrize("before", [[], ["nurse at EHS"], ["MSW from VCU"]])
@pytest.mark.parametrize("words", ["was there until 2019", "started 2019", "left 2019"])
def test_half_of_a_time_is_no_date_of_a_degree(before: list[str], words: str, tmp_path: Path) -> None:
    assert "2019" not in _known(tmp_path, *before, words).get("education", "")


@pytest.mark.parametrize("words", ["worked 3 yrs", "she has about 3 years experience", "nurse at EHS 3 yrs"])
def test_how_long_is_kept_with_how_long_and_its_dates_are_asked(words: str, tmp_path: Path) -> None:
    call = Call(talk(tmp_path))
    assert "How long: " in (said := texts(call.hear(words).messages))
    assert "from when to when?" in said
    assert not call.notes()


def test_what_lacks_of_a_time_is_asked(tmp_path: Path) -> None:
    call = Call(talk(tmp_path))
    call.hear("nurse at EHS")
    assert "until when, or still there?" in texts(call.hear("hired jan 2018").messages)


@pytest.mark.parametrize(
    ("words", "line", "known"),
    [
        ("been with early head start since like 2019? no wait 2020", "length", "2020 – now"),
        ("nurse at EHS since jan 2019, no sorry, march 2020", "length", "March 2020 – now"),
        ("MSW 2015. no wait, it was 2016", "education", "Master's degree, social work, 2016"),
        ("worked at a daycare for 4 years", "job", "daycare"),
    ],
)
def test_a_date_that_is_put_right_in_the_same_breath_is_the_later_one(
    words: str, line: str, known: str, tmp_path: Path
) -> None:
    assert _known(tmp_path, words)[line] == known


@pytest.mark.parametrize("before", [[], ["nurse at EHS"]])
def test_a_bare_year_is_a_degrees_where_one_was_talked_of(before: list[str], tmp_path: Path) -> None:
    assert "education" not in _known(tmp_path / "a", *before, "2015", "been there... july 2022 i think")
    assert _known(tmp_path / "b", *before, "MSW from VCU", "2015")["education"].endswith("VCU, 2015")


def test_handing_a_call_to_a_colleague_is_not_on_the_line(tmp_path: Path) -> None:
    call = Call(talk(tmp_path))
    call.take_up()
    began = call.case.clock()
    call.case.clock = lambda: began + timedelta(seconds=20)
    call.hear("no membership")
    call.case.clock = lambda: began + timedelta(minutes=4)
    call.case.commit([ev.Handed(to="Ben", by="Ana")])
    call.case.clock = lambda: began + timedelta(minutes=9)
    assert "0:20 on the line" in Call(call.session).take_up()
