"""Trying in words what could be different, and keeping it as a plan: the case stays as it is."""

import datetime as dt
import tempfile
from functools import cache
from pathlib import Path

import personas
import pytest
from memory import lines_of
from session_talk import APPLY, kinds, reach, say, talk, texts

from intake.bundle.check import check
from intake.portfolio.edtf import spoken
from intake.rulebook.what_if import Added, Change, Changed, Later
from intake.session.document import rejudge
from intake.session.session import Session
from intake.session.trial import tries
from intake.session.views import Trial


@pytest.fixture(scope="module")
def keisha(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Keisha's case at its end: a CDA, two references, no membership, ten hours of supervision."""
    folder = tmp_path_factory.mktemp("keisha")
    return personas.run("keisha", folder, folder / "me.zip")[0]


@cache
def told(name: str) -> Session:
    """The case of a persona at its end."""
    folder = Path(tempfile.mkdtemp(prefix="trial-"))
    return personas.run(name, folder, folder / "me.zip")[0]


def trial_of(name: str, words: str) -> Trial:
    """What words would move in the case of a persona."""
    return told(name).trial([words])


def changes(session: Session, words: str) -> tuple[Change, ...]:
    """What words would change."""
    return tries(session.case, session.case.assessment, [words]).changes


def moves(session: Session, *words: str) -> dict[str, tuple[str, str]]:
    """What words would move, by requirement."""
    return {move.id: (move.before, move.after) for move in session.trial(words).moved}


@pytest.mark.parametrize(
    ("words", "section", "values"),
    [
        ("a Master's from 2024", "education", {"credential": "master", "awarded": "2024"}),
        ("I had a Master's from 2024", "education", {"credential": "master", "awarded": "2024"}),
        ("what if I had a Master's from 2024?", "education", {"credential": "master", "awarded": "2024"}),
        ("a CDA", "education", {"credential": "cda"}),
        ("24 hours of RS", "supervision", {"hours": 24}),
        ("if I do 24 hours of reflective supervision", "supervision", {"hours": 24}),
        ("12 more hours of training", "training", {"hours": 12}),
        ("another reference", "references", {"status": "sent"}),
        ("a third reference", "references", {"status": "sent"}),
        ("I worked as a supervisor from 2020 to 2024", "work", {"role": "clinical"}),
        ("a part-time job since 2020", "work", {"schedule": "part_time", "span": {"start": "2020", "end": ".."}}),
    ],
)
def test_an_entry_of_a_list(keisha: Session, words: str, section: str, values: dict[str, object]) -> None:
    (added,) = changes(keisha, words)
    assert isinstance(added, Added)
    assert added.section == section
    assert {field: added.values[field] for field in values} == values


def test_several_entries(keisha: Session) -> None:
    assert [type(change) for change in changes(keisha, "two more references")] == [Added, Added]
    assert moves(keisha, "two more references")["portfolio.ratings"] == ("not_met", "met")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("two more years", "2028-03-01"),
        ("I wait for another year", "2027-03-01"),
        ("a year and 3 months", "2027-06-01"),
        ("June 2027", "2027-06-01"),
        ("in 18 months", "2027-09-01"),
    ],
)
def test_time_that_passes(keisha: Session, words: str, day: str) -> None:
    assert changes(keisha, words) == (Later(dt.date.fromisoformat(day)),)


def test_years_of_work_are_a_job_and_the_time_it_takes(keisha: Session) -> None:
    job, later = changes(keisha, "two more years of supervised work")
    assert isinstance(job, Added)
    assert job.values["span"] == {"start": "2026-03-01", "end": "2028-02-29"}
    assert later == Later(dt.date(2028, 3, 1))


def test_a_degree_still_to_come_counts_from_its_day(keisha: Session) -> None:
    assert moves(keisha, "I finish my bachelor's in May 2027")["ifs.degree"] == ("not_met", "met")
    assert keisha.trial(["I finish my bachelor's in May 2027"]).as_of == "2027-05-31"


@pytest.mark.parametrize(
    ("words", "section", "values"),
    [
        ("membership", "membership", {"current": True}),
        ("I joined VAIMH", "membership", {"current": True}),
        ("I passed the exam", "exam", {"status": "passed"}),
        ("I signed the code of ethics", "ethics", {"signed": True}),
    ],
)
def test_an_answer_that_a_rule_waits_for(keisha: Session, words: str, section: str, values: dict[str, object]) -> None:
    assert changes(keisha, words) == (Changed(section, "", values),)


def test_an_answer_that_was_given_becomes_another(keisha: Session) -> None:
    assert changes(keisha, "the graduation date was 2020") == (
        Changed("education", "education-1", {"awarded": "2020"}),
    )


@pytest.mark.parametrize("words", ["no CDA", "delete my CDA", "if I had no CDA", "the first credential did not count"])
def test_an_entry_that_was_never_there(keisha: Session, words: str) -> None:
    assert moves(keisha, words) == {"ifa.route": ("met", "not_met")}


def test_the_one_entry_of_several_that_is_named_was_never_there() -> None:
    moved = {move.id for move in trial_of("dana", "without job 2").moved}
    assert moved == {"imhm.clinical.role"}
    assert trial_of("dana", "without my job").tried == ()


@pytest.mark.parametrize("words", ["I lost my membership", "no membership", "my membership lapses"])
def test_a_yes_becomes_a_no(words: str) -> None:
    assert {"pre.membership"} == {move.id for move in trial_of("dana", words).moved}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("the first job was unpaid", "home visitor, Healthy Families: paid: no"),
        ("the first job was not paid", "home visitor, Healthy Families: paid: no"),
        ("my job is part time", "home visitor, Healthy Families: Part-time, all along"),
        ("the last training was 3 hours", "Safe sleep for infants: hours: 3 hours"),
        ("job 1 started in September 2022", "home visitor, Healthy Families: dates: September 2022 – now"),
        ("job 1 ended in June 2025", "home visitor, Healthy Families: dates: September 3, 2024 – June 2025"),
    ],
)
def test_an_entry_that_is_there_said_otherwise(keisha: Session, words: str, told: str) -> None:
    assert keisha.trial([words]).tried == (told,)
    assert keisha.case.projection.docs["work"]["work-1"]["paid"] is True


@pytest.mark.parametrize(
    "words",
    [
        "what if she had only a bachelor's?",
        "what if Dana just had a bachelor's degree",
        "what if my MSW was a bachelor's",
        "my degree was only a bachelor's",
        "a bachelor's instead of a master's",
        "instead of a master's, a bachelor's",
        "she had no master's but a bachelor's",
    ],
)
def test_a_lower_degree_takes_the_place_of_the_one_there_is(words: str) -> None:
    found = trial_of("dana", words)
    assert found.tried == ("Bachelor's degree instead of Master's degree, social work, VCU",)
    assert ("imhs.degree", "met", "not_met") in {(move.id, move.before, move.after) for move in found.moved}


@pytest.mark.parametrize(
    ("words", "year"),
    [("what if I had only a bachelor's from 2020", "2020"), ("my MSW was a bachelor's in May 2019", "May 2019")],
)
def test_the_degree_in_the_place_of_another_has_its_own_year(words: str, year: str) -> None:
    found = trial_of("dana", words)
    assert found.tried == (f"Bachelor's degree, {year} instead of Master's degree, social work, VCU",)


def test_only_one_of_several_degrees_takes_the_others_away() -> None:
    found = trial_of("analucia", "what if she only had a bachelor's?")
    assert found.tried == (
        "only Bachelor's degree",
        "without Master's degree, clinical psychology, Universidad Católica",
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("dana", "the MPP was a bachelor's"),
        ("robert", "the MPP was a bachelor's"),
        ("dana", "only a bachelor's from some time ago"),
        ("dana", "only 10 hours of training"),
        ("dana", "only one reference"),
    ],
)
def test_what_cannot_be_put_in_the_place_of_another_is_not_added_to_it(name: str, words: str) -> None:
    found = trial_of(name, words)
    assert (found.tried, found.unread) == ((), (words,))


def test_hours_of_the_year_are_added_to_those_there_are(tmp_path: Path) -> None:
    gloria = personas.run("gloria", tmp_path, tmp_path / "me.zip")[0]
    assert moves(gloria, "7 more hours of reflective supervision")["renew.supervision"] == ("not_met", "met")
    assert moves(gloria, "6 more hours of reflective supervision") == {}


@pytest.mark.parametrize(
    "words",
    [
        "a unicorn",
        "I lost my membership",
        "my degree is from Peru",
        "without job 2",
        "I quit my job",
        "\x1b[2J",
        "",
        "!",
        "7" * 400,
    ],
)
def test_what_cannot_be_tried_changes_nothing_and_is_told(keisha: Session, words: str) -> None:
    found = keisha.trial([words])
    assert found.tried == ()
    assert found.moved == ()
    assert len(found.unread) == 1


def test_several_at_once_and_what_was_not_read_of_them(keisha: Session) -> None:
    assert {"ifs.degree", "pre.membership"} <= moves(keisha, "a bachelor's and membership").keys()
    found = keisha.trial(["a bachelor's", "a unicorn"])
    assert [len(found.tried), found.unread] == [1, ("a unicorn",)]
    assert found.moved


def test_the_board_is_shown_before_and_after(keisha: Session) -> None:
    row = next(row for row in keisha.trial(["a bachelor's and two more years"]).rows if row.id == "ifs")
    assert (row.before, row.after, row.before_met, row.after_met) == ("not_met", "confirm", 0, 2)


# In the conversation.
@pytest.mark.parametrize("question", ["applicant.name", "education.credential", "work.span", "references.more"])
def test_a_what_if_answers_changes_nothing_and_comes_back(tmp_path: Path, question: str) -> None:
    session = reach(talk(tmp_path), APPLY, question)
    here, before = session.case.standing, lines_of(session.case)[:]
    turn = say(session, "What if I had a doctorate from 2024?")
    assert kinds(turn) == ["told"]
    assert "If: degree or credential: Doctorate" in texts(turn.messages)
    assert "→ Met by your answers" in texts(turn.messages)
    assert (turn.prompt.question, turn.prompt.item) == here
    assert lines_of(session.case) == before


def test_what_cannot_be_tried_is_said_kindly_and_can_go_to_the_association(tmp_path: Path) -> None:
    session = talk(tmp_path)
    turn = say(session, "what if my degree is from Peru?")
    assert kinds(turn) == ["problem"]
    assert "For example: what if I had a Master's from 2024?" in texts(turn.messages)
    say(session, "yes")
    assert session.case.state.content.asked == ("What if my degree is from Peru?",)


def test_a_training_called_what_if_is_a_training(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.title")
    say(session, "What If Babies Could Talk")
    assert session.case.projection.docs["training"]["training-1"]["title"] == "What If Babies Could Talk"


def test_a_read_back_still_waits_after_a_what_if(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.credential")
    asked = say(session, "MSW from VCU, May 2017").prompt
    before = lines_of(session.case)[:]
    assert say(session, "what if I had a CDA?").prompt == asked
    assert lines_of(session.case) == before
    say(session, "yes")
    assert session.case.projection.docs["education"]["education-1"]["school"] == "VCU"


# Plans.
def test_a_trial_can_be_kept_as_a_plan_which_changes_no_verdict(tmp_path: Path) -> None:
    session = talk(tmp_path)
    verdicts = dict(session.case.assessment.words())
    say(session, "what if I had 24 hours of reflective supervision?", "keep that as a plan", "Dana Whitfield")
    assert session.case.state.content.planned == ("24 hours of reflective supervision",)
    assert session.case.assessment.words() == verdicts
    assert "You plan to: 24 hours of reflective supervision (plan 1)" in texts(say(session, "review").messages)
    assert "Reflective supervision: Need more information → Met" in texts(say(session, "plan").messages)


def test_a_plan_is_dropped_by_its_number_and_brought_back_by_undo(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "applicant.virginia")
    say(session, "/intend a CDA", "add another reference to my plan", "drop the plan 1")
    assert list(session.case.state.content.planned) == ["another reference"]
    say(session, "undo")
    assert list(session.case.state.content.planned) == ["a CDA", "another reference"]
    assert list(talk(tmp_path, lines_of(session.case)).case.state.content.planned) == ["a CDA", "another reference"]


@pytest.mark.parametrize(
    "words",
    ["drop the plan", "drop the plan 3", "/drop banana", "/intend", "/intend a unicorn", "/plan banana", "/whatif"],
)
def test_an_order_about_plans_that_fits_none_is_refused_with_nothing_changed(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "applicant.virginia")
    before = lines_of(session.case)[:]
    assert kinds(say(session, words)) == ["problem"]
    assert lines_of(session.case) == before


def test_the_same_plan_is_kept_once(tmp_path: Path) -> None:
    session = talk(tmp_path)
    assert kinds(say(session, "/intend a CDA", "/intend a CDA")) == ["problem"]
    assert session.case.state.content.planned == ("a CDA",)


def test_the_plan_of_one_level_is_asked_for_by_any_of_its_names(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "applicant.virginia")
    for words in ("plan for level II", "/plan 2", "/plan infant family specialist", "/plan ifs"):
        told = texts(say(session, words).messages)
        assert "II Infant Family Specialist" in told, words
        assert "III Infant Mental Health Specialist" not in told, words


def test_a_plan_is_left_out_of_the_bundle_and_keeps_a_signature(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "export.write")
    say(session, "/intend 24 hours of reflective supervision", "yes")
    report = check(tmp_path / "me.zip", rejudge)
    assert report.findings == ()
    assert report.portfolio is not None
    assert report.portfolio["ethics"]["signature"]["name"] == "Dana Whitfield"
    assert b"24 hours of reflective supervision" not in (tmp_path / "me.zip").read_bytes()


# The domain's personas.
@pytest.mark.parametrize(
    ("name", "requirement", "days"),
    [
        ("thomas", "imhm.policy.work", ["2026-05-13"]),
        ("jennifer", "ifa.route", ["2027-04-01"]),
        ("aisha", "imhs.work", ["2027-05-19", "2027-05-31"]),
    ],
)
def test_a_personas_plan_gives_the_days_of_the_domains_table(
    name: str, requirement: str, days: list[str], tmp_path: Path
) -> None:
    session = personas.run(name, tmp_path, tmp_path / "me.zip")[0]
    (gap,) = [gap for row in session.plan() for gap in row.gaps if gap.id == requirement]
    spoken = {"2026-05-13": "May 13, 2026", "2027-04-01": "April 1, 2027", "2027-05-19": "May 19, 2027"}
    spoken |= {"2027-05-31": "May 31, 2027"}
    found = [day for way in gap.ways for day in days if f"on {spoken[day]}, by time alone" in way]
    assert found == days


@pytest.mark.parametrize(
    "words",
    [
        "my membership lapses", "my membership ended", "I sign up for the exam", "I miss signing the code of ethics",
        "my CDA has expired", "job 1 ended some time", "one reference less", "my CDA has not expired",
        "-24 hours of reflective supervision", "99999999 hours of training", "a Master's from 3024",
        "a Master's from February 30, 2024", "a Master's or a Bachelor's",
    ],
)  # fmt: skip
def test_what_would_be_less_or_cannot_be_is_not_tried_as_something_else(words: str) -> None:
    found = trial_of("keisha", words)
    assert (found.tried, found.moved, len(found.unread)) == ((), (), 1)


@pytest.mark.parametrize("words", ["on June 1, 2027", "by June 1, 2027", "in June 2027"])
def test_a_comma_within_a_date_parts_nothing(words: str) -> None:
    assert trial_of("jennifer", words).as_of == "2027-06-01"


def test_a_day_that_comes_sooner_is_told_where_no_verdict_moves() -> None:
    found = trial_of("aisha", "my graduation date was May 2024")
    assert found.moved == ()
    told = {day.id: (day.before, day.after) for day in found.days}
    assert told["imhs.work"] == ("May 31, 2027", "May 19, 2027")


def test_what_is_only_supposed_is_never_offered_as_said(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more")
    turn = say(session, "if I had a Master's from 2024, what would change")
    assert "Right?" not in turn.prompt.ask
    assert any("Nothing was changed." in message.text for message in turn.messages)


def test_a_what_if_that_is_not_read_is_not_kept_as_the_one_before(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more")
    say(session, "what if I had a CDA?", "what if banana", "no", "keep that as a plan")
    assert session.case.state.content.planned == ()


@pytest.mark.parametrize("words", ["what if one more year", "drop the plan 1", "plan for level II"])
def test_a_wish_about_plans_is_no_name(words: str, tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.title")
    say(session, words)
    assert "title" not in session.case.projection.docs["training"]["training-1"]


def renewal_for(year: str, home: Path) -> Session:
    """A renewal whose listed training lacks five hours of the year."""
    session = talk(home)
    for question, words in {"applicant.purpose": "renew", "renewal.year": year, "renewal.hours": "listed"}.items():
        session.change(question, "", words)
    say(session, f"/log 10 hours of training on attachment by VAIMH on Feb 20 {year}", "go to training", "no")
    return session


@pytest.mark.parametrize("year", ["2024", "2025", "2026"])
def test_hours_that_are_tried_in_a_renewal_are_of_its_year(tmp_path: Path, year: str) -> None:
    session = renewal_for(year, tmp_path)
    assert moves(session, "5 more hours of training") == {"renew.training.listed": ("not_met", "met")}
    said = "2026-03-01" if year == "2026" else f"{year}-09-30"  # every page's year has it
    assert spoken(said) in " ".join(session.trial(["5 more hours of training"]).granted)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("3 more hours of training", "still to come: 2 more hours of training listed for the renewal year"),
        ("5 hours of training in June 2024", "not counted: it was not in that year"),
    ],
)
def test_where_nothing_moves_it_is_said_why(tmp_path: Path, words: str, why: str) -> None:
    session = renewal_for("2025", tmp_path)
    assert f"Training of the year: {why}" in texts(say(session, f"what if I had {words}?").messages)
    assert session.trial(["5 more hours of training"]).still == ()
