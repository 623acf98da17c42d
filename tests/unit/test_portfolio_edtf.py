"""Part dates: the days they may mean, how they are said, and what is refused in plain words."""

import datetime as dt

import pytest

from intake.portfolio.edtf import bounds, last_day, spoken


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2017-05", "2017-05-01", "2017-05-31"),
        ("2023-05-13", "2023-05-13", "2023-05-13"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2019-21", "2019-03-01", "2019-05-31"),
        ("2019-22", "2019-06-01", "2019-08-31"),
        ("2019-23", "2019-09-01", "2019-11-30"),
        ("2019-24", "2018-12-01", "2020-02-29"),
        ("2019-33", "2019-01-01", "2019-03-31"),
        ("2019-36", "2019-10-01", "2019-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("[2013,2014]", "2013-01-01", "2014-12-31"),
        ("[2014-06,2014-05]", "2014-05-01", "2014-06-30"),
        ("1900-24", "1899-12-01", "1901-02-28"),
    ],
)
def test_a_part_date_means_its_first_to_its_last_day(edtf: str, earliest: str, latest: str) -> None:
    assert bounds(edtf) == (dt.date.fromisoformat(earliest), dt.date.fromisoformat(latest))


@pytest.mark.parametrize(
    "edtf",
    ["", "17", "2017-5", "2017-13", "2017-00", "2017-05-32", "2017-32", "2017-37", "05-2017", "2017-05-01\n",
     "2017/2018", "[2013]", "[2013,]", "[2013-99,2014]", "19XX", "2017?", "٢٠١٧", ".."],
)  # fmt: skip
def test_another_shape_is_refused(edtf: str) -> None:
    with pytest.raises(ValueError, match="is not a date of the form"):
        bounds(edtf)


@pytest.mark.parametrize("edtf", ["2023-02-29", "2023-04-31", "1900-02-29"])
def test_a_day_that_never_was_is_named(edtf: str) -> None:
    with pytest.raises(ValueError, match=f"there is no such day as {edtf}"):
        bounds(edtf)


@pytest.mark.parametrize(
    "edtf", ["1899", "189X", "0000", "0000-05", "0001-24", "000X", "2201", "9999-12", "9999-24", "1066-10-14"]
)
def test_a_far_off_year_is_refused_with_the_years_that_can_be_kept(edtf: str) -> None:
    with pytest.raises(ValueError, match=r"too far off; years from 1900 to 2200"):
        bounds(edtf)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2017", "2017"),
        ("2017-05", "May 2017"),
        ("2023-05-13", "May 13, 2023"),
        ("2023-05-03", "May 3, 2023"),
        ("2019-21", "spring 2019"),
        ("2019-24", "winter 2019"),
        ("2019-33", "quarter 1 of 2019"),
        ("2019-36", "quarter 4 of 2019"),
        ("199X", "the 1990s"),
        ("[2013,2014-06]", "2013 or June 2014"),
    ],
)
def test_a_part_date_is_said_as_a_person_would(edtf: str, words: str) -> None:
    assert spoken(edtf) == words


def test_the_last_day_of_each_month_of_a_leap_year() -> None:
    assert [last_day(2024, month).day for month in range(1, 13)] == [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert last_day(2024, 12) == dt.date(2024, 12, 31)
