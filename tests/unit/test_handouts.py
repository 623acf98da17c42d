"""The hand-outs of a workshop: what applicants said without a verdict, the verdicts apart, notes for the presenter."""

import datetime as dt
import html
import re
from pathlib import Path

import pytest
from personas import NAMES

from intake.cli import run
from intake.demo.exercises import exercise
from intake.demo.notes import notes
from intake.demo.script import TOUR, find, invented, parse
from intake.demo.stage import Stage
from intake.demo.timing import Played, rehearsed
from intake.handout.exercises import exercises
from intake.handout.overview import overview
from intake.packs.load import load, load_edition
from intake.rulebook.side_by_side import side_by_side
from intake.rulebook.verdicts import WORDS
from intake.text import visible

PAGES = ["exercises", "index", "interview", "notes", "overview", "requirements", "solutions"]
SECTIONS = {section.id: section.title for section in load().flow.sections.values()}


def said(page: str) -> str:
    """The text of a page, without its style."""
    return html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL))


def test_all_pages_are_written_to_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["handouts", "--to", str(tmp_path / "workshop")]) == 0
    assert sorted(path.stem for path in (tmp_path / "workshop").iterdir()) == PAGES
    assert capsys.readouterr().out.count("is written.") == len(PAGES)
    index = (tmp_path / "workshop" / "index.html").read_text("utf-8")
    assert sorted(re.findall(r'href="(\w+).html"', index)) == [name for name in PAGES if name != "index"]
    assert "10: one for each applicant" in index


def test_the_applicants_stand_in_the_order_of_their_numbers() -> None:
    scripts = invented()
    assert sorted(script.name for script in scripts) == NAMES
    assert [script.title.split()[0] for script in scripts] == [f"P{n}" for n in range(1, 11)]


def test_an_exercise_holds_the_facts_and_no_verdict_and_its_solution_the_verdicts() -> None:
    keisha = exercise(find("keisha"))
    task, solution = (said(exercises([keisha], solved=solved)) for solved in (False, True))
    for fact in ("May 10, 2024", "Healthy Families", "since September 3, 2024".removeprefix("since "), "16 hours"):
        assert fact in task
    _told, sheet = task.split("(invented)")
    assert not any(word in sheet for word in WORDS.values())
    assert "Your verdict" in sheet
    assert "Membership" in solution
    assert all("Reckoned as of March 1, 2026." in page for page in (task, solution))
    for row, parts, _others in keisha.levels:
        assert row.word in solution
        assert all(part.row.title in solution for part in parts)
        assert all(part.row.ways[0] in solution for part in parts if part.row.ways)
    assert [level.row.verdict for level in keisha.levels][1:5] == ["met", "not_met", "not_met", "not_met"]


def test_a_solution_quotes_the_sentence_of_every_requirement_and_looks_closely_at_one_track() -> None:
    keisha = exercise(find("keisha"))
    solution = said(exercises([keisha], solved=True))
    for level in keisha.levels:
        for part in level.parts:
            assert f"“{part.cites[0].quote}” ({part.cites[0].section}) [1]" in solution
    assert re.search(r"\[1\] VAIMH page .* \(undated, about 2013-2018\)", solution)
    assert "Track: Policy: Not met. Track: Research/Faculty: Not met." in solution
    assert "Three years leading in policy" not in solution


def test_a_sheet_says_all_that_its_solution_is_reckoned_from_signed_unsigned_and_untold() -> None:
    keisha, robert, gloria = (
        " ".join(said(exercises([exercise(find(name))], solved=False)).split())
        for name in ("keisha", "robert", "gloria")
    )
    assert "Nothing was said of Exam, Signature" in keisha
    assert "hours: 10 hours (not certain)" in keisha
    assert "level: not sure" in keisha
    assert "signature: Robert Hale" in robert
    assert "Reflective supervision None, by their own account Reference ratings None, by their own account" in robert
    assert "Nothing was said of Exam" in robert
    assert "Your verdict The sentence it stands on Membership Training of the year" in gloria


def test_hostile_answers_are_text_on_the_page() -> None:
    hostile = parse("eve", "# <b>Eve</b>. As of 2026-03-01.\n<script>alert(1)</script>\nyes\n")
    for solved in (False, True):
        page = exercises([exercise(hostile)], solved=solved)
        assert "<script" not in page
        assert "<b>" not in page
    assert "<script" not in notes(hostile, rehearsed(hostile))


def test_the_notes_hold_what_to_say_what_is_typed_what_comes_back_and_the_rule_to_explain() -> None:
    tour = find(TOUR)
    page = said(notes(tour, rehearsed(tour)))
    for words in (*(c.title for c in tour.chapters), *(n for c in tour.chapters for n in c.notes), *tour.words):
        assert visible(words) in page
    assert all(chapter.paper and visible(chapter.paper[0]) in page for chapter in tour.chapters)
    assert "→ There is no February 30: February 2024 has 29 days." in page
    exam = "“For levels III & IV only, a written exam is also required.” (A Brief Overview)"
    assert f"Written exam (level III, IV): {exam}" in page
    assert page.count(exam) == 1, "a rule of two levels stands there once"


def test_the_times_of_the_notes_add_up_with_what_is_left_to_talk() -> None:
    script = parse("ann", "# Ann. As of 2026-03-01. Takes 3 minutes.\n# name\nAnn\n# reach\nskip\n")
    page = " ".join(said(notes(script, [Played(41, ("",), ()), Played(8, ("",), ())])).split())
    assert "Ann. It plays for 1 min 0 s" in page
    assert "Of 3 minutes that leaves 1 min 0 s a chapter" in page
    assert "name 0 s 50 s reach 1 min 50 s 10 s" in page


def test_a_chapter_takes_the_time_of_its_keys_and_of_reading_what_comes_back() -> None:
    script = parse("ann", "# Ann (invented). As of 2026-03-01.\n# name\nAnn Dole\n# reach\nann@example.org\nskip\n")
    first, second = (each.seconds for each in rehearsed(script))
    with Stage(script) as stage:
        answers = [stage.session.say(words).text for words in script.words]
    assert first == pytest.approx(_typed("Ann Dole") + _read(answers[0]))
    assert second == pytest.approx(sum(map(_typed, script.words[1:])) + sum(map(_read, answers[1:])))


def _typed(words: str) -> float:
    """A key takes 55 ms, a space 90, a full stop and its like 220; 0.7 s pass before Enter, instead of the last key."""
    return 0.7 + sum(0.09 if c == " " else 0.22 if c in ".,;:?!" else 0.055 for c in words[:-1])


def _read(answer: str) -> float:
    return min(max(len(answer.split()) / 4, 1.5), 12)


@pytest.mark.parametrize("name", ["vaimh/seed", "vaimh/later"])
def test_one_sheet_shows_what_every_level_asks_with_the_source_of_each_sentence(name: str) -> None:
    edition, _pin = load_edition(name)
    page = overview(edition, side_by_side(edition, SECTIONS), dt.date(2026, 3, 1))
    sheet = " ".join(said(page).split())
    assert f"edition {name}, version {edition.version}, printed on March 1, 2026." in sheet
    for requirement in edition.requirements:
        assert visible(requirement.title) in sheet
        assert requirement.cite.quote in sheet
    assert sheet.count("” ") == len(re.findall(r"” \[\d+\]", sheet))
    assert "(as above) [" in sheet
    assert "you said" not in sheet
    assert all(f"{level.number} {level.title} ({level.id.upper()})" in sheet for level in edition.levels)
    assert re.search(rf"\[1\] {re.escape(edition.sources['page'].title)} \(undated", sheet)


def test_each_level_has_its_own_column_and_a_rule_of_two_lists_stands_in_full_once() -> None:
    edition, _pin = load_edition("vaimh/seed")
    topics = {topic.title: topic for topic in side_by_side(edition, SECTIONS)}
    education, work = topics["Education"], topics["Paid work"]
    assert [cell[0].cites[0].section[-1] for cell in education.levels] == ["1", "2", "3", "4"]
    assert (work.levels[0][0].under, work.levels[0][0].cites) == ("Education", ())
    assert [bool(cell) for cell in topics["Exam"].levels] == [False, False, True, True]
    assert next(reversed(topics)) == "Renewal"
