"""A case whose questions have a new version: what changes is said first, a yes takes it, and no answer is lost."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from memory import lines_of, replayed
from session_talk import APPLY, reach, say, talk, texts, unopened
from version_samples import (
    BREAKS,
    FIRST,
    REWORDED,
    SAID,
    SECOND,
    SHIPPED,
    THIRD,
    TO_REWORDED,
    TO_SECOND,
    TO_THIRD,
    changed,
    publish,
    shelf,
)

from intake.bundle.attachments import keep
from intake.bundle.check import check
from intake.interview import commands as cmd
from intake.interview import events as ev
from intake.packs import load as packs
from intake.packs.check import check as check_pack
from intake.plain.lines import converse
from intake.session.document import portfolio_of, rejudge
from intake.session.session import Session

#: The shipped flow as a second version of `REWORDED`.
NOW = changed(SHIPPED, version=2)


@pytest.fixture
def flows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of all packs, to publish in."""
    yield from shelf(tmp_path, monkeypatch)


def begun(flows: Path, tmp_path: Path, stop: str = "review.ready") -> Session:
    """A case at `stop` under the first of three versions, with an answer taken back, a sentence and a file kept."""
    publish(flows, FIRST)
    session = reach(talk(tmp_path), SAID, stop)
    session.case.do(cmd.Remember("guidance", "and a group with Robin, 10 hours"))
    (tmp_path / "card.pdf").write_bytes(b"%PDF-1.7")
    kept = keep(tmp_path / "card.pdf", tmp_path / "files")
    session.case.do(cmd.Attach("guidance-1", kept.name, kept.sha256, kept.size))
    say(session, "/change the employer of job 1 to Bon Secours", "/undo")
    return session


def reopened(session: Session, tmp_path: Path) -> Session:
    """The case opened again with what is published now."""
    return talk(tmp_path, lines_of(session.case))


def printed(session: Session, *words: str) -> str:
    """What the line mode prints for a whole sitting."""
    out = io.StringIO()
    converse(session, words, out, echo=True)
    return out.getvalue()


def test_the_versions_of_these_tests_are_sound(flows: Path) -> None:
    publish(flows, THIRD, TO_SECOND, TO_THIRD, older=[FIRST, SECOND])
    assert check_pack("vaimh/application").findings == ()
    shutil.rmtree(flows / "vaimh" / "migrations")
    publish(flows, NOW, TO_REWORDED, older=[REWORDED])
    assert check_pack("vaimh/application").findings == ()


DIALOGUE = """\
  Welcome back. Everything you said is here.
  The questions have changed since you began (version 1 → 2).
  1 answer needs another look:
    - live or work in Virginia (About you): Telework is asked for now.
  1 question is new: telephone.
  Nothing is lost.

[New version] Take the new version now?
> Dana
  ! Please say yes or no first. Say review, board or export to look at it as it is, or pause to leave.

[New version] Take the new version now?
> not sure
  It is written down only at a yes. Say yes, no, or what is different.

[New version] Take the new version now?
> yes
  The questions are version 2 now. Saved.

[About you · 3 of 5] Which telephone number may the association call? Say skip if you would rather be written to.
> 804-353-1234
  Telephone: 804-353-1234. Saved.
  Another look: Telework is asked for now.

[About you · 4 of 5] Do you live or work in Virginia?
  1 I live and work in Virginia
  2 I live in Virginia
  3 I work in Virginia but live elsewhere
  4 Neither
  5 Not sure
  So far: I live and work in Virginia. Answer again, or say keep.
> keep
  Kept as it was. Saved.

[Membership · 1 of 1] Are you a member of the Virginia Association for Infant Mental Health right now?

Everything is saved. Start intake again to go on at this question.
"""


def test_what_changes_is_said_before_anything_else_and_a_yes_takes_it(flows: Path, tmp_path: Path) -> None:
    publish(flows, REWORDED)
    session = reach(talk(tmp_path), APPLY, "membership.current")
    publish(flows, NOW, TO_REWORDED, older=[REWORDED])
    again = unopened(tmp_path, lines_of(session.case))
    said = printed(again, "Dana", "not sure", "yes", "804-353-1234", "keep")
    assert said == DIALOGUE
    assert replayed(again.case) == again.case.state
    assert "changed" not in printed(unopened(tmp_path, lines_of(again.case))), "what was taken is not asked again"


def test_a_no_goes_on_with_the_version_that_is_still_here_and_is_asked_next_time(flows: Path, tmp_path: Path) -> None:
    publish(flows, REWORDED)
    session = reach(talk(tmp_path), APPLY, "membership.current")
    publish(flows, NOW, TO_REWORDED, older=[REWORDED])
    again = reopened(session, tmp_path)
    turn = again.say("no")
    assert texts(turn.messages) == "Then you go on with version 1 of the questions. You are asked again next time."
    assert turn.prompt.question == "membership.current"
    assert reach(again, APPLY, "review.ready").case.projection.answer("applicant.phone", "") is None
    assert portfolio_of(again.case)["flow"]["version"] == 1
    assert reopened(again, tmp_path).talker.pending is not None


def test_where_the_old_version_is_gone_answers_can_be_seen_and_exported_until_the_new_one_is_taken(
    flows: Path, tmp_path: Path
) -> None:
    session = begun(flows, tmp_path)
    publish(flows, THIRD, TO_SECOND, TO_THIRD)
    again = reopened(session, tmp_path)
    before = list(lines_of(again.case))
    for words in ("no", "Dana Whitfield", "/undo", "/change my name to Eve", "no"):
        turn = again.say(words)
        assert turn.prompt.ask == "Take the new version now?"
        assert again.change("applicant.name", "", "Eve").messages[-1].kind == "problem"
        assert again.visit("applicant.name", "").messages[-1].kind == "problem"
    assert lines_of(again.case) == before
    assert "hours: 6 hours (needs another look)" in texts(again.say("review").messages)
    assert [(row.label, row.value, row.gap) for row in again.review() if row.look] == [("hours", "6 hours", True)]
    assert "place of the training (Circle of Security): Richmond" in texts(again.say("review").messages)
    assert "Bundle written" in texts(again.say("export").messages)
    assert check(tmp_path / "me.zip", rejudge).findings == ()
    assert again.say("yes").prompt.question == "applicant.phone"
    assert replayed(again.case) == again.case.state


def test_an_older_version_that_asks_for_what_the_portfolio_lacks_is_not_gone_on_with(
    flows: Path, tmp_path: Path
) -> None:
    session = begun(flows, tmp_path)
    publish(flows, THIRD, TO_SECOND, TO_THIRD, older=[FIRST, SECOND])
    assert reopened(session, tmp_path).say("no").prompt.ask == "Take the new version now?"


def test_two_migrations_in_one_go_bring_everything_over(flows: Path, tmp_path: Path) -> None:
    session = begun(flows, tmp_path)
    old = session.case.state
    assert old.past
    assert old.future
    publish(flows, THIRD, TO_SECOND, TO_THIRD, older=[FIRST, SECOND])
    again = reopened(session, tmp_path)
    say(again, "yes")
    content, docs = again.case.state.content, again.case.projection.docs
    migrated = ev.load(lines_of(again.case)[-1]).event
    assert isinstance(migrated, ev.Migrated)
    assert (migrated.from_version, migrated.version) == (1, 3)
    assert migrated.from_sha256 == old.bound.sha256 if old.bound else False
    assert migrated.sha256 == again.case.pack.flow_pin.sha256
    assert lines_of(again.case)[: old.seq] == lines_of(session.case)[: old.seq], "what was written is not rewritten"
    assert docs["references"]["references-1"]["relation"] == "supervisor"
    assert docs["work"]["work-1"]["schedule"] == "part_time"
    assert docs["work"]["work-1"]["hours_per_week"] == 20
    assert docs["supervision"]["supervision-1"]["provider"] == "Mary Lopez"
    assert [file.item for file in content.files.values()] == ["supervision-1"]
    assert content.remembered == (ev.Remembered(section="supervision", words="and a group with Robin, 10 hours"),)
    assert [(kept.question, kept.item, kept.answer.value) for kept in content.aside] == [
        ("training.place", "training-1", "Richmond")
    ]
    assert again.case.projection.first_open("training") == ("training.hours", "training-1")
    assert docs["training"]["training-1"]["hours"] == 6, "the old answer stands until then"
    say(again, "804-353-1234", "5 hours")
    assert again.case.state.content.aside == content.aside
    assert replayed(again.case) == again.case.state


def test_undo_does_not_go_behind_the_new_version_and_works_after_it(flows: Path, tmp_path: Path) -> None:
    session = begun(flows, tmp_path)
    publish(flows, THIRD, TO_SECOND, TO_THIRD)
    again = reopened(session, tmp_path)
    say(again, "yes")
    taken = again.case.state.content
    assert "since the questions changed" in texts(again.say("/undo").messages)
    assert again.case.state.content == taken
    say(again, "804-353-1234", "keep")
    assert again.case.projection.first_open("training") is None
    say(again, "/undo")
    assert again.case.projection.first_open("training") == ("training.hours", "training-1")
    say(again, "/undo")
    assert again.case.state.content == taken
    assert replayed(reopened(again, tmp_path).case) == again.case.state


def test_what_is_asked_again_is_said_why_and_skipping_it_keeps_the_answer(flows: Path, tmp_path: Path) -> None:
    session = begun(flows, tmp_path)
    publish(flows, THIRD, TO_SECOND, TO_THIRD)
    again = reopened(session, tmp_path)
    turn = say(again, "yes", "804-353-1234")
    assert texts(turn.messages).endswith(f"Another look: {BREAKS}")
    assert turn.prompt.current == "6 hours"
    assert texts(again.say("skip").messages) == "Kept as it was. Saved."
    assert again.case.projection.docs["training"]["training-1"]["hours"] == 6
    assert again.case.standing.question == "review.ready"


def test_the_bundle_of_a_case_brought_over_is_in_order_and_judged_the_same_again(flows: Path, tmp_path: Path) -> None:
    session = begun(flows, tmp_path)
    publish(flows, THIRD, TO_SECOND, TO_THIRD)
    again = reopened(session, tmp_path)
    say(again, "yes")
    reach(again, APPLY | {"training.hours": "5"}, "export.write")
    assert "Bundle written" in texts(again.say("yes").messages)
    report = check(tmp_path / "me.zip", rejudge)
    assert report.findings == ()
    assert report.portfolio is not None
    assert report.portfolio["flow"]["version"] == 3
    assert report.portfolio["judged"]["verdicts"] == again.case.assessment.words()
    assert "Richmond" not in str(report.portfolio)


def test_a_signature_stands_over_a_version_that_changes_nothing_for_this_person(flows: Path, tmp_path: Path) -> None:
    publish(flows, REWORDED)
    session = reach(talk(tmp_path), APPLY, "export.write")
    publish(flows, NOW, [{"do": "add_question", "question": "applicant.phone"}])
    again = reopened(session, tmp_path)
    say(again, "yes")
    assert again.case.assessment.words()["portfolio.ethics"] == "met"
    say(again, "804-353-1234")
    assert again.case.assessment.words()["portfolio.ethics"] == "not_met", "a new answer was not signed"


def test_the_review_and_a_signature_lapse_where_an_answer_is_another(flows: Path, tmp_path: Path) -> None:
    publish(flows, REWORDED)
    session = reach(talk(tmp_path), APPLY, "export.write")
    publish(flows, NOW, TO_REWORDED)
    again = reopened(session, tmp_path)
    say(again, "yes")
    assert again.case.assessment.words()["portfolio.ethics"] == "not_met"
    say(again, "804-353-1234", "keep")
    assert again.case.standing.question == "review.ready"


def test_a_flow_edited_under_its_old_number_is_told_of_and_goes_on(flows: Path, tmp_path: Path) -> None:
    publish(flows, SHIPPED)
    session = reach(talk(tmp_path), APPLY, "membership.current")
    publish(flows, SHIPPED.replace("What name should stand", "Which name should stand"))
    said = printed(unopened(tmp_path, lines_of(session.case)), "no")
    assert "The wording of the questions was revised since you began (still version 1)." in said
    assert "Current member: no. Saved." in said


def test_a_flow_edited_under_its_old_number_loses_no_answer_that_it_has_no_place_for(
    flows: Path, tmp_path: Path
) -> None:
    publish(flows, SHIPPED)
    session = reach(talk(tmp_path), APPLY, "review.ready")
    publish(flows, changed(SHIPPED, ("{id: part_time,", "{id: less_time,"), version=1))
    again = unopened(tmp_path, lines_of(session.case))
    said = printed(again, "no", "yes")
    assert "The questions were edited since you began (still version 1)." in said
    assert "1 answer is kept, and not asked for any more:\n    - schedule (therapist, Chesterfield" in said
    (kept,) = again.case.state.content.aside
    assert (kept.question, kept.answer.value) == ("work.schedule", "part_time")
    assert again.case.standing.question == "work.schedule"
    assert replayed(again.case) == again.case.state


@pytest.mark.parametrize("kept", [True, False], ids=["version 1 is here", "version 1 is gone"])
def test_without_a_written_way_nothing_is_asked_and_nothing_is_lost(flows: Path, tmp_path: Path, kept: bool) -> None:
    publish(flows, REWORDED)
    session = reach(talk(tmp_path), APPLY, "membership.current")
    publish(flows, NOW, older=[REWORDED] if kept else [])
    again = unopened(tmp_path, lines_of(session.case))
    said = printed(again, "no", "review", "export")
    assert "(version 1 → 2), and no way over is written yet." in said
    assert ("Current member: no. Saved." in said) is kept
    assert ("They can be seen, and not changed." in said) is not kept
    assert "name: Dana Whitfield" in said
    assert "Bundle written" in said
    say(again, "/change my name to Eve")
    assert again.case.projection.known["applicant.name"] == ("Eve" if kept else "Dana Whitfield")


def test_answers_to_a_later_version_than_the_one_here_are_left_alone(flows: Path, tmp_path: Path) -> None:
    publish(flows, NOW, TO_REWORDED)
    session = reach(talk(tmp_path), APPLY, "membership.current")
    publish(flows, REWORDED)
    said = printed(unopened(tmp_path, lines_of(session.case)), "no", "review")
    assert "version 2 of the questions, and version 1 is here. Please update intake." in said
    assert "[To be read] Nothing can be answered here." in said
    assert "phone (About you): +18043531234" in said, "also what this version does not ask"


def test_a_case_of_another_flow_is_opened_with_that_flow(flows: Path, tmp_path: Path) -> None:
    other = flows / "vaimh" / "other.yaml"
    other.write_text(changed(SHIPPED, ("flow: vaimh/application\n", "flow: vaimh/other\n"), version=7), "utf-8")
    session = reach(talk(tmp_path), APPLY, "membership.current")
    (first, *rest) = [ev.load(line) for line in lines_of(session.case)]
    pin = packs.load("vaimh/other").flow_pin
    bound = ev.Started(flow=pin.id, version=pin.version, sha256=pin.sha256)
    log = [ev.dump(ev.Entry(first.seq, first.step, first.at, bound)), *map(ev.dump, rest)]
    again = unopened(tmp_path, log)
    assert again.case.pack.flow.version == 7
    assert "questions" not in printed(again, "no")
