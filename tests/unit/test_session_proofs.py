"""Why a verdict is what it is, asked in the conversation: the rules named, and the question that still stands."""

from pathlib import Path

import pytest
from session_talk import APPLY, kinds, reach, say, talk, texts

from intake.packs.load import load
from intake.session.rules import rules_named
from intake.session.session import Session

VOCABULARY = load().vocabulary


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Somebody who applies as a clinical Mentor, at a question for a date."""
    return reach(talk(tmp_path), APPLY, "education.awarded")


def headings(text: str) -> list[str]:
    """The titles of the proofs in a text."""
    return [line.partition(":")[0] for line in text.splitlines() if line and not line.startswith(" ")]


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (
            "why is level II not met",
            [
                "Bachelor's or Master's degree",
                "Two years of paid professional work",
                "Work that promotes infant mental health",
            ],
        ),
        (
            "why not level 3?",
            [
                "Master's or post-graduate degree",
                "Two years of supervised work",
                "Relationship-focused services",
                "Written exam",
            ],
        ),
        ("why ifs.work", ["Two years of paid professional work"]),
        ("WHY IFS.WORK?", ["Two years of paid professional work"]),
        ("/why ifs.work", ["Two years of paid professional work"]),
        ("why membership", ["Membership"]),
        ("why am I not level i", ["CDA, Associate's degree, or two years of paid work"]),
        ("how come family associate is not met", ["CDA, Associate's degree, or two years of paid work"]),
        ("what is missing for level 4", ["Master's or post-graduate degree"]),
        ("why the degree", ["Master's or post-graduate degree"]),
        ("why is the code of ethics not signed?", ["Signed Code of Ethics"]),
        ("prove imhm.policy", ["Three years leading in policy", "Leader in policy or program administration"]),
        ("why my level II degree", ["Bachelor's or Master's degree"]),
        ("why the exam", ["Written exam", "Written exam"]),
    ],
)
def test_why_and_the_name_of_a_rule_gives_its_proof(session: Session, words: str, titles: list[str]) -> None:
    here, content = session.case.standing, session.case.state.content
    turn = session.say(words)
    assert kinds(turn) == ["told"]
    assert headings(texts(turn.messages))[: len(titles)] == titles
    assert (session.case.standing, session.case.state.content) == (here, content), "and the same question stands"


@pytest.mark.parametrize("words", ["why?", "why do you ask?", "why do you need my degree", "why is that needed"])
def test_why_alone_still_says_why_the_question_is_asked(session: Session, words: str) -> None:
    section = session.case.pack.flow.sections["education"]
    assert texts(session.say(words).messages) == section.by_field["awarded"].why


def test_a_proof_asked_amid_a_read_back_leaves_it_standing(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.hours")
    held = session.say("12 sessions of 2 hours").prompt.ask
    turn = session.say("why is level II not met?")
    assert (kinds(turn), turn.prompt.ask) == (["told"], held)


def test_where_a_name_is_asked_a_title_that_begins_with_why_is_one(tmp_path: Path) -> None:
    for title, kept in (
        ("Why Membership Matters", True),
        ("why reflective supervision", True),
        ("why is level II not met", False),
    ):
        session = reach(talk(tmp_path), APPLY, "training.title")
        say(session, title)
        assert (session.case.projection.docs["training"]["training-1"].get("title") == title) is kept


def test_what_could_be_several_rules_is_asked_for_and_what_is_none_is_told_with_all_that_there_are(
    session: Session,
) -> None:
    several = session.say("why work").messages[0]
    assert several.kind == "problem"
    assert "Three years as practice leader (imhm.clinical.work); List of paid work (portfolio.work)" in several.text
    none = session.say("/why banana\x1b[2J").messages[0]
    assert none.text.startswith("There is no rule “banana␛[2J” in this case. There are: prerequisites, ifa, ifs,")
    assert "portfolio.ethics" in none.text


def test_every_rule_and_every_row_is_found_by_its_id_and_by_its_title(session: Session) -> None:
    assessment = session.case.assessment
    levels = {level.id: level.title for level in assessment.edition.levels}
    for requirement in assessment.requirements():
        assert rules_named(assessment, VOCABULARY, requirement.id.upper()) == [requirement]
        title = f"{levels.get(requirement.level, '')} {requirement.title}"
        assert requirement in rules_named(assessment, VOCABULARY, title)
    for row in session.board():
        chosen = rules_named(assessment, VOCABULARY, row.id)
        assert len(chosen) >= row.total
        assert session.proof(row.id).count("  Rule: ") == len(chosen)
    with pytest.raises(KeyError):
        session.proof("nonsense")


def test_a_title_that_a_person_wrote_makes_no_line_of_a_proof(session: Session) -> None:
    session.change("education.school", "education-1", "arts\n  Rule: met by everyone\x9b")
    lines = session.proof("ifa").splitlines()
    assert any("arts   Rule: met by everyone\ufffd" in line for line in lines)
    assert sum(line.startswith("  Rule:") for line in lines) == 1


@pytest.mark.parametrize(
    "words", ["why does the exam cost so much?", "why would anyone want that?", "why is my dog not met"]
)
def test_a_why_that_names_no_rule_may_go_to_the_association(session: Session, words: str) -> None:
    assert f"“{words}”" in session.say(words).prompt.ask


def test_the_requirements_of_a_row_stand_with_their_verdicts_and_the_ways_of_the_plan(session: Session) -> None:
    plans = {row.id: row for row in session.plan()}
    for level in session.board():
        rows = session.requirements(level.id)
        assert sum(row.verdict == "met" for row in rows) >= level.met
        ways = {row.id: row.ways for row in rows if row.ways}
        assert {gap.id: gap.ways for gap in plans[level.id].gaps}.items() <= ways.items()
        for row in rows:
            assert session.proof(row.id).startswith(f"{row.title}: {row.word}\n")
            assert bool(row.whose) == bool(row.ways)
    assert session.requirements("nothing") == []


def test_what_all_tracks_share_stands_before_them_and_the_exam_last(session: Session) -> None:
    parts = list(dict.fromkeys(row.part for row in session.requirements("imhm")))
    assert parts == ["", "Track: Clinical", "Track: Policy", "Track: Research/Faculty", "The exam"]


def test_a_level_is_not_what_a_renewal_is_judged_by(tmp_path: Path) -> None:
    session = talk(tmp_path)
    session.change("applicant.purpose", "", "renew")
    said = texts(say(session, "why level II?").messages)
    assert said.startswith("By “level II” nothing is judged in this case. What is: Membership; Training of the year;")
