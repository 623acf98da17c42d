"""A changed answer reopens what it invalidates and nothing else; what became irrelevant is kept and comes back."""

from pathlib import Path
from typing import Any

import pytest
from session_talk import APPLY, RENEW, reach, say, talk, texts, walk

from intake.bundle.check import check
from intake.rulebook.board import questions
from intake.session.document import judged_portfolio, portfolio_of, rejudge
from intake.session.session import Session


def answers_of(session: Session) -> dict[str, dict[str, dict[str, Any]]]:
    """Every relevant answer, by section and item."""
    docs = session.case.projection.docs
    return {name: {item: dict(doc) for item, doc in items.items() if doc} for name, items in docs.items()}


def test_no_longer_a_member_asks_when_it_ended_and_nothing_else(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY | {"membership.current": "yes"}, "training.title")
    before = answers_of(session)
    here = session.case.standing
    say(session, "/change my membership to no")
    assert answers_of(session) == before | {"membership": {"": {"current": False}}}
    assert session.case.projection.first_open("membership") == ("membership.ended", "")
    say(session, "/goto membership")
    assert session.case.standing == ("membership.ended", "")
    say(session, "December 2024")
    assert session.case.standing == here


def test_applying_then_renewing_then_applying_brings_every_list_back(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "review.ready")
    before = answers_of(session)
    assert all(before[name] for name in ("education", "training", "work", "supervision", "references"))
    turn = session.say("/change the purpose to renew")
    assert turn.prompt.question == "endorsement.level"
    renewing = answers_of(session)
    assert not any(renewing[name] for name in ("target", "education", "work", "references", "exam"))
    for _here in walk(session, RENEW, "review.ready"):
        pass
    say(session, "/change the purpose to apply")
    assert session.case.standing.question == "review.ready", "nothing has to be said again"
    after = answers_of(session)
    assert {name: doc for name, doc in after.items() if doc} == {name: doc for name, doc in before.items() if doc}


def test_what_is_irrelevant_is_left_out_of_the_document_and_of_the_questions(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "review.ready")
    say(session, "/change the purpose to renew", "/change how the hours are told to totals")
    portfolio = portfolio_of(session.case)
    assert [portfolio[name] for name in ("education", "training", "work", "supervision", "references")] == [[]] * 5
    assert portfolio["finished"] == []
    asked = questions(session.case.assessment)
    for about_applying in ("first application", "three references be", "without college", "reflective supervision are"):
        assert not any(about_applying in line for line in asked), about_applying


@pytest.mark.parametrize(
    ("change", "back", "gone"),
    [
        ("/change the level to II", "/change the level to IV", {"target.track", "exam.status", "exam.date"}),
        ("/change full time of job 1 to full time", "/change part time of job 1 to part time", {"work.hours_per_week"}),
        ("/change the role of job 1 to policy", "/change the role of job 1 to direct",
         {"work.supervised", "work.supervised_span"}),
        ("/change supervised of job 1 to no", "/change supervised of job 1 to yes", {"work.supervised_span"}),
        ("/change my exam to not registered", "/change my exam to registered", {"exam.date"}),
        ("/change my degree to high school", "/change my degree to CDA", {"education.expires"}),
        ("/change code of ethics read to no", "/change code of ethics read to yes", {"ethics.version"}),
    ],
)  # fmt: skip
def test_an_answer_that_a_change_makes_irrelevant_is_hidden_and_returns(
    tmp_path: Path, change: str, back: str, gone: set[str]
) -> None:
    session = reach(talk(tmp_path), APPLY, "review.ready")
    before = answers_of(session)
    listed = {row.question for row in session.review()}
    assert gone <= listed
    say(session, change)
    assert {row.question for row in session.review()} & gone == set()
    document = portfolio_of(session.case)
    for name in gone:
        section, _, field = name.partition(".")
        part = document[section]
        assert field not in (part[0] if isinstance(part, list) else part)
    say(session, back)
    assert answers_of(session) == before
    assert {row.question for row in session.review()} == listed
    assert session.case.standing.question == "review.ready"


def test_a_change_that_asks_for_more_comes_back_to_where_the_person_was(tmp_path: Path) -> None:
    script = APPLY | {"target.level": "II"}
    session = reach(talk(tmp_path), script, "review.ready")
    say(session, "/change the level to IV")
    assert session.case.standing.question == "target.track"
    for _here in walk(session, APPLY, "review.ready"):
        assert _here.section in {"target", "exam"}
    assert session.case.standing.question == "review.ready"


def test_a_correction_inside_an_entry_reopens_that_entry_alone(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY | {"education.credential": "MSW"}, "references.more")
    say(session, "/change my degree to CDA")
    assert session.case.projection.open["education"] == {"education-1": "expires"}
    assert all(not items for name, items in session.case.projection.open.items() if name in {"training", "work"})
    say(session, "/goto education")
    assert session.case.standing == ("education.expires", "education-1")


def test_a_list_that_was_left_is_not_called_complete(tmp_path: Path) -> None:
    session = talk(tmp_path)
    for here in walk(session, APPLY, "training.more"):
        if here.question == "education.more":
            say(session, "not sure")
            break
    words = session.case.assessment.words()
    assert words["ifs.degree"] == "need_information"
    assert words["portfolio.education"] == "need_information"
    say(session, "/goto education", "no")
    assert session.case.assessment.words()["ifs.degree"] == "not_met"


def test_not_sure_of_everything_leads_to_the_end_and_nothing_is_held_against_anyone(tmp_path: Path) -> None:
    session = talk(tmp_path)
    say(session, "Dana Whitfield")
    for _step in range(60):
        here = session.case.standing
        if here.section in session.case.pack.flow.finishing:
            break
        say(session, "apply" if here.question == "applicant.purpose" else "I don't know")
    assert session.case.standing.question == "review.ready"
    words = session.case.assessment.words()
    assert {name for name, word in words.items() if word != "need_information"} == {"portfolio.ethics"}


def test_the_review_is_asked_again_after_a_change(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "sign.name")
    say(session, "/change my email to new@example.org")
    assert session.case.standing.question == "review.ready"
    say(session, "yes")
    assert session.case.standing.question == "sign.name"


@pytest.mark.parametrize("script", [APPLY, RENEW], ids=["apply", "renew"])
def test_what_the_session_says_is_what_the_document_says_at_every_question(
    tmp_path: Path, script: dict[str, str]
) -> None:
    session = talk(tmp_path)
    for here in walk(session, script):
        judged = judged_portfolio(session.case)[0]["judged"]
        assert judged["verdicts"] == session.case.assessment.words(), here.question


def test_a_bundle_written_while_things_are_irrelevant_or_missing_is_in_order(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "review.ready")
    for words in ("/skip", "/change the purpose to renew", "/change the purpose to apply"):
        say(session, words)
        turn = session.say("/export")
        assert "Bundle written" in texts(turn.messages)
        assert check(tmp_path / "me.zip", rejudge).findings == ()
