"""Requests made in the interview, the referee's interview, and the rating's way back, as people do it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from reference_samples import BACKUP, KEYS, OFFICE, keyed_packs, rating, request, sealed

from intake.bundle.check import check
from intake.cli import run
from intake.interview.commands import Refused
from intake.packs.check import check as check_packs
from intake.packs.load import packs_in
from intake.portfolio.rating import Request
from intake.references.errors import RatingError
from intake.references.request import read_request, request_bytes
from intake.session.document import rejudge
from intake.session.opening import clock_for
from intake.session.rating import RatingShelf
from intake.session.session import Session
from intake.session.start import open_session

DAY = clock_for(None)[1].replace(2026, 3, 1)
NAMED = ["Dana Whitfield", "change level to III", "go to references", "Robin Avery", "supervisor", "agreed"]
SECOND = ["Sam Ode", "rs provider", "agreed", "no"]
RATED = ["Robin Avery", "skip", "804-353-1234", "yes", "supervisor", "march 2022", "both", *["at times"] * 8]
WORDS = ["Waits for the baby's cue.", "skip"]


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The shipped packs with keys; the folder that one works in is a new one."""
    monkeypatch.chdir(tmp_path)
    folder = keyed_packs(tmp_path)
    with packs_in(folder):
        yield folder


@pytest.fixture
def dana(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """Dana's case with two referees named."""
    monkeypatch.chdir(tmp_path)
    session = open_session(tmp_path / "dana", as_of=DAY)
    session.open()
    _say(session, *NAMED, *SECOND)
    yield session
    session.close()


def _say(session: Session, *lines: str) -> str:
    return "\n".join(message.text for line in lines for message in session.say(line).messages)


def _requests(folder: Path) -> dict[str, Request]:
    made = [read_request(path.read_bytes()) for path in folder.glob("request-*.json")]
    return {each.referee: each for each in made}


def _asked(folder: Path, referee: str = "Robin Avery") -> Path:
    return folder / f"request-{_requests(folder)[referee].id}.json"


def _rated(folder: Path, asked: Path, *lines: str) -> tuple[str, Path]:
    """What a referee is told who answers with `lines`, and where the rating is."""
    shelf = RatingShelf(folder / "robin", asked, DAY, None)
    session = shelf.begin()
    try:
        told = "\n".join(message.text for message in session.open().messages)
        told += _say(session, *lines)
    finally:
        session.close()
    written = [*folder.glob(f"rating-{shelf.request.id}.*")]
    return told, written[0] if written else Path()


def test_a_request_for_each_referee_records_the_waiver(tmp_path: Path, packs: Path, dana: Session) -> None:
    asked = dana.say("make requests").prompt
    assert asked.where == "Requests for ratings", "the question that stands is another"
    assert "Right?" not in asked.ask
    assert "tells its referee" in _say(dana, "why"), "and not why the question that stands is asked"
    told = _say(dana, "yes")
    made = _requests(tmp_path)
    assert {name: (each.kind, each.waiver, each.applicant) for name, each in made.items()} == {
        "Robin Avery": ("supervisor", True, "Dana Whitfield"),
        "Sam Ode": ("rs_provider", True, "Dana Whitfield"),
    }
    assert "you give up the right" in told
    assert "come sealed" in told


def test_asking_again_gives_the_same_request_until_something_is_different(tmp_path: Path, dana: Session) -> None:
    _say(dana, "make requests", "no")
    first = _requests(tmp_path)
    before = dana.case.state.seq
    assert "takes the place" not in _say(dana, "make requests", "no")
    assert (_requests(tmp_path), dana.case.state.seq) == (first, before)
    assert "takes the place of the one before" in _say(dana, "make requests", "yes")
    ids = {read_request(path.read_bytes()).id for path in tmp_path.glob("request-*.json")}
    assert len(ids) == 4
    assert all(made.request["waiver"] for made in dana.case.state.content.requests.values())


def test_somebody_named_twice_gets_one_request_and_it_is_said(tmp_path: Path, dana: Session) -> None:
    _say(dana, "add reference", "Dr. Robin B. Avery", "colleague", "agreed")
    told = _say(dana, "make requests", "yes")
    assert "the same person as Robin Avery" in told
    assert set(_requests(tmp_path)) == {"Robin Avery", "Sam Ode"}


def test_somebody_who_names_themselves_gets_no_request(tmp_path: Path, dana: Session) -> None:
    _say(dana, "add reference", "Whitfield, Dana", "colleague", "agreed")
    assert "the same person as Dana Whitfield" in _say(dana, "make requests", "yes")
    assert "Whitfield, Dana" not in _requests(tmp_path)


def test_whom_other_guidance_wants_is_prompted_for_with_its_source_and_not_required(
    tmp_path: Path, dana: Session
) -> None:
    _say(dana, "change level to II")
    told = _say(dana, "make requests", "yes")
    assert "Alliance (AL-2b)" in told
    assert "Not among yours: Colleague. It is not required" in told
    assert len(_requests(tmp_path)) == 2


def test_a_pack_with_a_fault_in_it_is_not_taken_for_one_without_keys(
    tmp_path: Path, packs: Path, dana: Session
) -> None:
    """Or requests for unsealed ratings would go out."""
    path = packs / "vaimh" / "rating.yaml"
    path.write_text(path.read_text("utf-8").replace(KEYS["office"], KEYS["office"][:-1]), "utf-8")
    with packs_in(packs):
        assert "rating.yaml" in _say(dana, "make requests", "yes")
    assert _requests(tmp_path) == {}


def test_a_rating_goes_all_the_way_sealed_unread_and_confirmed(
    tmp_path: Path, packs: Path, dana: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    _say(dana, "make requests", "yes")
    dana.change("ethics.read", "", "yes")
    dana.visit("review.ready", "")
    _say(dana, "yes")
    dana.visit("sign.name", "")
    _say(dana, "Dana Whitfield")
    signed = dana.case.state.content.signature
    told, path = _rated(tmp_path, _asked(tmp_path), *RATED, *WORDS, "yes", "yes")
    assert "given up the right to see it" in told
    code = told.partition("Receipt code: ")[2][:14]
    attached = _say(dana, f"attach reference {path}")
    assert "Attached the rating by Robin Avery" in attached
    assert (signed is not None, dana.case.state.content.changed_since_signing) == (True, False)
    dana.export(tmp_path / "dana.zip")
    assert check(tmp_path / "dana.zip", rejudge).findings == ()
    (tmp_path / "office.key").write_text(str(OFFICE))
    opening = ["references", "open", str(tmp_path / "dana.zip"), "--key", str(tmp_path / "office.key"), "--json"]
    capsys.readouterr()
    assert run(opening) == 0
    (found,) = json.loads(capsys.readouterr().out)["ratings"]
    assert (found["sealed"], found["state"], found["rating"]["areas"]["law"]) == (True, "unconfirmed", "some")
    assert "secret" not in found["rating"]
    assert run([*opening, "--code", code]) == 0
    assert json.loads(capsys.readouterr().out)["ratings"][0]["state"] == "confirmed"
    confirm = ["references", "confirm", str(tmp_path / "dana.zip"), "--key", str(tmp_path / "office.key")]
    assert run([*confirm, code.lower()]) == 0
    assert run([*confirm, "2WRG-TUGK-YPA9"]) == 1
    assert run([*confirm, "2WRG-TUGK-YPA8"]) == 3


def test_the_same_answers_have_the_same_code_however_often_they_are_written(tmp_path: Path, packs: Path) -> None:
    (tmp_path / "r.json").write_bytes(request_bytes(request()))
    told, _path = _rated(tmp_path, tmp_path / "r.json", *RATED, *WORDS, "yes", "yes", "export", "export")
    codes = {line for line in told.splitlines() if line.startswith("Receipt code")}
    assert len(codes) == 1
    again, _path = _rated(tmp_path, tmp_path / "r.json", "change law to clearly", "yes", "yes")
    assert codes.isdisjoint(again.splitlines())
    assert "Receipt code" in again


def test_where_the_rating_is_and_its_code_are_said_again_once_the_screen_is_gone(tmp_path: Path, packs: Path) -> None:
    (tmp_path / "r.json").write_bytes(request_bytes(request()))
    shelf = RatingShelf(tmp_path / "robin", tmp_path / "r.json", DAY, None)
    session = shelf.begin()
    _say(session, *RATED, *WORDS)
    assert ["Receipt code" in words for words in shelf.last_words] == [False]
    _say(session, "yes", "yes")
    assert "Rating written: " in shelf.last_words[0]
    assert "Receipt code: " in shelf.last_words[1]
    session.close()


def test_the_questions_of_a_rating_make_no_application(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="intake rate"):
        open_session(tmp_path / "new", new=True, flow="vaimh/rating")


def test_a_rating_goes_on_where_it_was_left(tmp_path: Path, packs: Path) -> None:
    (tmp_path / "r.json").write_bytes(request_bytes(request()))
    _rated(tmp_path, tmp_path / "r.json", *RATED[:6], "pause")
    told, _path = _rated(tmp_path, tmp_path / "r.json", "review")
    assert "Welcome back" in told
    assert "known since: March 2022" in told


def test_nothing_is_written_before_the_referee_looked_at_it(tmp_path: Path, packs: Path) -> None:
    (tmp_path / "r.json").write_bytes(request_bytes(request()))
    told, _path = _rated(tmp_path, tmp_path / "r.json", *RATED[:6], "export")
    assert "Look at your answers first" in told
    assert list(tmp_path.glob("rating-*")) == []


def test_a_request_of_other_keys_is_not_sealed_to_them(tmp_path: Path, packs: Path) -> None:
    """The keys are the pack's, never the request's: an applicant could put a key of their own into a request."""
    for number, keys in enumerate(["0" * 64, None]):
        asked = tmp_path / f"{number}.json"
        asked.write_bytes(request_bytes(request(id=f"4k7m2x9tq3r{number + 2}", keys=keys)))
        told, _path = _rated(tmp_path, asked, *RATED, *WORDS, "yes", "yes")
        assert "keys" in told or "knows of no key" in told
    assert list(tmp_path.glob("rating-*")) == []


def test_without_a_key_the_rating_is_unsealed_and_says_so(tmp_path: Path, dana: Session) -> None:
    """As the shipped pack has it."""
    assert "come unsealed" in _say(dana, "make requests", "yes")
    told, path = _rated(tmp_path, _asked(tmp_path), *RATED, *WORDS, "yes", "yes")
    assert "NOT SEALED" in told
    assert path.suffix == ".json"
    assert "not sealed, and marked so" in _say(dana, f"attach reference {path}")
    dana.export(tmp_path / "dana.zip")
    assert run(["references", "open", str(tmp_path / "dana.zip")]) == 0


def test_another_request_with_the_id_of_the_first_is_refused(tmp_path: Path, packs: Path) -> None:
    (tmp_path / "r.json").write_bytes(request_bytes(request()))
    _rated(tmp_path, tmp_path / "r.json", "Robin Avery")
    (tmp_path / "r.json").write_bytes(request_bytes(request(applicant="Keisha Brown")))
    with pytest.raises(RatingError, match="another request"):
        RatingShelf(tmp_path / "robin", tmp_path / "r.json", DAY, None)


def test_what_is_no_rating_of_this_case_is_refused_and_changes_nothing(
    tmp_path: Path, packs: Path, dana: Session
) -> None:
    _say(dana, "make requests", "yes")
    own, other = _requests(tmp_path)["Robin Avery"], _requests(tmp_path)["Sam Ode"]
    files = {
        "letter.age": (sealed(), "not called as"),
        "rating-4k7m2x9tq3ra.age": (sealed(), "has not made"),
        f"rating-{own.id}.age": (b"Dear committee", "not sealed"),
        f"rating-{other.id}.json": (b"{}", "not in the form"),
        f"rating-{other.id}.age": (b"age-encryption.org/v1\n" + b"x" * (1 << 20), "too large"),
    }
    before = dana.case.state.seq
    for name, (data, why) in files.items():
        (tmp_path / name).write_bytes(data)
        assert why in _say(dana, f"attach reference {tmp_path / name}")
    assert dana.case.state.seq == before


def test_one_file_stands_for_one_request_alone(tmp_path: Path, packs: Path, dana: Session) -> None:
    _say(dana, "make requests", "yes")
    for each in _requests(tmp_path).values():
        (tmp_path / f"rating-{each.id}.age").write_bytes(sealed(rating(each)) if not each.kind else SAME)
    names = [tmp_path / f"rating-{each.id}.age" for each in _requests(tmp_path).values()]
    assert "Attached" in _say(dana, f"attach {names[0]}")
    assert "for another request already" in _say(dana, f"attach {names[1]}")


SAME = sealed()


def test_a_rating_comes_and_goes_with_undo(tmp_path: Path, packs: Path, dana: Session) -> None:
    _say(dana, "make requests", "yes")
    own = _requests(tmp_path)["Robin Avery"]
    (tmp_path / f"rating-{own.id}.age").write_bytes(sealed(rating(own)))
    _say(dana, f"attach {tmp_path / f'rating-{own.id}.age'}")
    assert own.id in dana.case.state.content.ratings
    _say(dana, "undo")
    assert own.id not in dana.case.state.content.ratings


def test_the_pack_of_ratings_is_sound_and_opens_with_the_backup_key_too(packs: Path, tmp_path: Path) -> None:
    assert check_packs("vaimh/rating").findings == ()
    (tmp_path / "r.json").write_bytes(request_bytes(request()))
    _told, path = _rated(tmp_path, tmp_path / "r.json", *RATED, *WORDS, "yes", "yes")
    (tmp_path / "backup.key").write_text(str(BACKUP))
    assert run(["references", "open", str(path), "--key", str(tmp_path / "backup.key")]) == 0


def test_requests_without_a_name_or_a_referee_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    session = open_session(tmp_path / "new", as_of=DAY)
    session.open()
    assert "carries your name" in _say(session, "/request", "yes")
    _say(session, "Dana Whitfield")
    assert "Name the people" in _say(session, "/request", "yes")
    with pytest.raises(Refused):
        session.talker.handover.make_requests(waiver=True)
    session.close()
