"""The timeline of work: what a job, an overlap and a requirement say, and that the rules' own months are shown."""

import datetime as dt
import re
import xml.etree.ElementTree as ET
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from personas import run
from portfolios import SPANS, documents
from rulebook_samples import AS_OF, EDITION, Doc, degree, document, job, known

from intake.packs.load import editions, load_edition
from intake.portfolio.edtf import spoken
from intake.portfolio.months import Period, merge, shared, total_months, without
from intake.rulebook.assess import Assessment
from intake.session.start import open_session
from intake.session.timelines import timeline_text
from intake.text import visible
from intake.timeline import chart
from intake.timeline.build import timeline
from intake.timeline.measures import shares
from intake.timeline.scale import Scale
from intake.timeline.svg import svg
from intake.timeline.table import tables
from intake.timeline.text import drawn, words
from intake.timeline.values import Timeline
from intake.timeline.wire import wire

GOLDEN = Path(__file__).parents[1] / "golden" / "timeline" / "dana.txt"
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31))
NEAR = st.dates(dt.date(2020, 1, 1), dt.date(2020, 12, 31))
PERIODS = st.lists(st.tuples(NEAR, NEAR).map(lambda pair: Period(*sorted(pair))), max_size=8)
ALL_EDITIONS = [load_edition(name)[0] for name in editions()]


class Plain:
    """Words without a flow."""

    def __init__(self, doc: Doc) -> None:
        self._answers = known(doc)

    def entry(self, section: str, item: str) -> str:
        doc = self._answers.items(section).get(item, {}) if item else {}
        return str(doc.get("title") or doc.get("credential") or section)

    def place(self, section: str, item: str) -> int:  # noqa: ARG002 - an item is named by its place
        return int(item.rpartition("-")[2])

    def label(self, question: str) -> str:
        return question.partition(".")[2]

    def value(self, question: str, value: Any) -> str:
        if question.endswith("span") and isinstance(value, dict):
            return f"{value['start']} to {value['end']}"
        return spoken(value) if isinstance(value, str) and re.match(r"\d{4}", value) else str(value)


def of(doc: Doc, approximate: tuple[str, ...] = ()) -> Timeline:
    return timeline(Assessment(EDITION, AS_OF, known(doc)), Plain(doc), approximate)


def days(periods: tuple[Period, ...]) -> set[dt.date]:
    return {p.start + dt.timedelta(days=n) for p in periods for n in range((p.end - p.start).days)}


@given(PERIODS, PERIODS)
def test_what_is_left_and_what_is_shared_are_the_same_days_as_counted_one_by_one(
    ours: list[Period], others: list[Period]
) -> None:
    assert days(without(ours, others)) == days(tuple(ours)) - days(tuple(others))
    often = Counter(day for period in ours for day in days((period,)))
    assert days(shared(ours)) == {day for day, count in often.items() if count > 1}
    assert all(a.end < b.start for a, b in pairwise(shared(ours)))


@settings(deadline=None)
@given(documents(), st.sampled_from(ALL_EDITIONS))
def test_the_months_shown_are_those_that_the_rules_count(doc: Doc, edition: Any) -> None:
    assessment = Assessment(edition, AS_OF, known(doc))
    shown = timeline(assessment, Plain(doc))
    for measure in shown.measures:
        figure = assessment.figure(measure.fact)
        assert (measure.strict, measure.loose, measure.possible) == (figure.strict, figure.loose, figure.possible)
        assert float(total_months(measure.counts)) == pytest.approx(figure.strict)
        assert float(total_months([*measure.counts, *measure.perhaps])) == pytest.approx(figure.loose)
        if figure.possible is not None:
            every = [*measure.counts, *measure.perhaps, *measure.unknown]
            assert float(total_months(every)) == pytest.approx(figure.possible)
        parts = (measure.counts, measure.perhaps, measure.unknown, measure.out)
        assert not shared(period for part in parts for period in part)


@settings(deadline=None)
@given(documents(), st.integers(1, 300))
def test_every_job_is_in_chart_and_table_and_no_bar_leaves_the_scale(doc: Doc, width: int) -> None:
    shown = of(doc)
    jobs = [item["id"] for item in doc.get("work", [])]
    assert sorted(lane.item for lane in shown.of("work")) == sorted(jobs)
    table = next(table for table in tables(shown) if table.id == "work")
    assert sorted(row.item for row in table.rows) == sorted(jobs)
    scale = chart.scale_of(shown, width)
    under = chart.ground(scale, shown.marks)
    for lane in shown.lanes:
        bar = chart.lane_bar(scale, lane, under)
        assert len(bar) == width
        assert (bar != under) == bool(lane.perhaps or lane.ahead)
    for measure in shown.measures:
        assert len(chart.measure_bar(scale, measure, under)) == width
    assert len(chart.overlap_bar(scale, shown, under)) == len(chart.mark_line(scale, shown.marks)) == width
    assert len(chart.years(scale)) == width
    assert all(x >= 24 and x + wide <= 856.01 for x, wide in bars(svg(shown, "")))


def bars(picture: str) -> list[tuple[float, float]]:
    """Where each bar of a picture begins, and how wide it is, legend and all."""
    found = re.findall(r'<rect class="(?!paper)\w+" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', picture)
    return [(float(x), float(wide)) for x, wide in found]


def test_a_day_at_the_end_of_many_years_is_seen_in_the_picture_and_within_it() -> None:
    picture = svg(of(document(work=[job("1950-01-01", "1951-01-01"), job("2026-02-28", "2026-02-28")])), "")
    assert min(wide for _x, wide in bars(picture)) == 2
    assert max(x + wide for x, wide in bars(picture)) == 856


@given(st.tuples(DAYS, DAYS).map(sorted), DAYS, st.integers(1, 300))
def test_a_day_stands_on_the_scale_wherever_it_lies(ends: list[dt.date], day: dt.date, width: int) -> None:
    scale = Scale(ends[0], ends[1] + dt.timedelta(days=1), width)
    assert 0 <= scale.cell(day) < width


def test_overlapping_jobs_are_named_with_the_months_they_share() -> None:
    shown = of(document(work=[job("2020-01-01", "2021-12-31"), job("2021-01-01", title="nurse")]))
    (overlap,) = shown.overlaps
    assert overlap.items == ("work-1", "work-2")
    assert overlap.months == (12, 12)
    assert overlap.sure == (Period(dt.date(2021, 1, 1), dt.date(2022, 1, 1)),)
    assert "January 1, 2021 – December 31, 2021 (12 months): 1 home visitor; 2 nurse" in words(shown)


def test_part_dates_leave_months_uncertain_and_an_unsure_date_is_told_as_about() -> None:
    shown = of(document(work=[job("2016", "2018")]), ("work-1.span",))
    (lane,) = shown.lanes
    assert lane.months == (12, 36)
    assert "about 2016 to 2018; 12 to 36 months" in words(shown)
    bar = chart.lane_bar(chart.scale_of(shown, 120), lane, " " * 120).strip()
    assert re.fullmatch("░+█+░+", bar)


def test_jobs_without_dates_ahead_of_time_and_before_the_degree_are_all_there() -> None:
    work = [job("2015-01-01", "2017-12-31"), job("2027", "2028", title="future"), job("2020"), ]  # fmt: skip
    work[2].pop("span")
    shown = of(document(education=[degree("master", "2019-05-01")], work=work))
    assert [lane.number for lane in shown.lanes] == [1, 2, 3]
    assert "3 home visitor: no dates told" in words(shown)
    assert " 3 no dates told\n" in drawn(shown, 60)
    line = chart.lane_bar(chart.scale_of(shown, 60), shown.lanes[1], " " * 60)
    assert set(line.strip()) == {chart.AHEAD}
    supervised = next(m for m in shown.measures if m.requirement == "imhs.work")
    assert supervised.counts == ()
    assert supervised.perhaps == (Period(dt.date(2015, 1, 1), dt.date(2018, 1, 1)),)
    assert chart.CONFIRM in chart.measure_bar(chart.scale_of(shown, 60), supervised, " " * 60)


def test_what_a_job_is_to_each_requirement_is_said_with_the_reason() -> None:
    doc = document(work=[job("2020-01-01", paid=False)])
    assessment = Assessment(EDITION, AS_OF, known(doc))
    shown = timeline(assessment, Plain(doc))
    said = {shown.measures[s.measure].requirement: s for s in shares(assessment, shown.measures, "work-1")}
    assert (said["ifs.work"].standing, said["ifs.work"].reason) == ("out", "it was not paid")
    assert said["imhs.work"].standing == "confirm"
    told = wire(shown, {"work-1": shares(assessment, shown.measures, "work-1")})["lanes"][0]
    assert told["counts"][0]["requirement"] == shown.measures[0].requirement
    assert told["certain"] == {"first": "2020-01-01", "last": "2026-02-28"}


def test_where_no_job_is_listed_a_kind_sentence_says_so() -> None:
    assert words(of(document())).startswith("No job is listed yet. Whatever you list")
    assert "2026" in drawn(of(document()), 60)


def test_hostile_titles_are_text_in_words_and_in_the_picture() -> None:
    raw = "</text><script>alert(1)</script>\x1b[31m\u202eevil\n & more"
    shown = of(document(education=[degree("master")], work=[job("2020", title=raw), job("2021", title=raw)]))
    assert visible(raw, one_line=True) in words(shown)
    assert "\x1b" not in words(shown) + drawn(shown, 80)
    picture = svg(shown, raw)
    assert "<script" not in picture
    assert "\u202e" not in picture
    ET.fromstring(picture)


def test_the_picture_says_everything_in_words_and_needs_nothing_from_elsewhere() -> None:
    picture = svg(of(document(education=[degree("master")], work=[job("2020"), job("2021")])), "Dana")
    root = ET.fromstring(picture)
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == "Work over the years: Dana"
    described = root.findtext(f"{space}desc") or ""
    assert "Overlaps, counted once:" in described
    assert "What counts:" in described
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|@import|url\((?!#)|<script|href", picture)


def luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_words_and_bars_of_the_picture_stand_out_on_light_and_on_dark() -> None:
    style = svg(of(document()), "").partition("<style>")[2].partition("</style>")[0]
    for part in style.split("@media"):
        ground = luminance(re.search(r"\.paper.*? \{ fill: (#\w{6})", part)[1])  # type: ignore[index]
        inks = re.findall(r"(?:text[\w.]*|\.legend|\.arrow|rect\.shared|\.diamond) \{ fill: (#\w{6})", part)
        inks += re.findall(r"\.ink(?:\.out)? \{[^}]*?stroke: (#\w{6})", part)
        assert len(inks) >= 6
        for ink in inks:
            dark, light = sorted((luminance(ink), ground))
            assert (light + 0.05) / (dark + 0.05) >= 4.5, ink


def test_dana_says_timeline_and_is_told_all_of_it(tmp_path: Path) -> None:
    session, _out = run("dana", tmp_path / "home", tmp_path / "dana.zip")
    told = f"{timeline_text(session.case)}\n\n{drawn(session.timeline(), 100)}\n"
    assert told == GOLDEN.read_text("utf-8")
    assert max(map(len, drawn(session.timeline(), 60).splitlines())) <= 60


def test_merged_time_of_lanes_is_all_that_a_requirement_can_part() -> None:
    shown = of(document(work=[job("2020-05-01", "2021-03-31"), job("2022", "2023", paid=False)]))
    paid = next(m for m in shown.measures if m.requirement == "ifs.work")
    every = [*paid.counts, *paid.perhaps, *paid.unknown, *paid.out]
    assert merge(every) == merge(lane.perhaps for lane in shown.of("work") if lane.perhaps)


@given(st.lists(SPANS, min_size=1, max_size=5))
def test_lanes_stand_in_the_order_of_time(spans: list[dict[str, str]]) -> None:
    shown = of(document(work=[job(span["start"], span["end"]) for span in spans]))
    starts = [time.start for lane in shown.lanes if (time := lane.perhaps or lane.ahead)]
    assert starts == sorted(starts)


def test_saying_timeline_where_a_title_is_asked_tells_it_and_the_question_stands(tmp_path: Path) -> None:
    session = open_session(tmp_path, as_of=AS_OF)
    session.visit("work.more", "")
    for words_said in ("yes", "show my timeline", "timeline"):
        turn = session.say(words_said)
    assert any(message.text.startswith("1 job, as of March 1, 2026.") for message in turn.messages)
    assert turn.prompt.question == "work.title"
    assert not turn.saved
    session.close()
