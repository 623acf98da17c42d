"""Ratings in the bundle: carried, named where they are lost, confirmed by their codes, and opened elsewhere with it."""

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bundle_samples import unpacked
from reference_samples import OFFICE, keyed_packs, rating, sealed

from intake.bundle.check import check
from intake.bundle.summary import summary
from intake.cli import run
from intake.handout.sheet import sheet
from intake.packs.load import packs_in
from intake.portfolio.rating import Rating
from intake.references.rating import code_of
from intake.references.request import request_of
from intake.session.document import judged_portfolio, portfolio_of, rejudge
from intake.session.opening import clock_for
from intake.session.reading_back import open_bundle
from intake.session.retelling import retold
from intake.session.session import Session
from intake.session.start import open_session

DAY = clock_for(None)[1].replace(2026, 3, 1)
TOLD = ["Dana Whitfield", "change level to III", "go to references", "Robin Avery", "supervisor", "agreed", "yes"]
MORE = ["Sam Ode", "rs provider", "agreed", "no"]


@pytest.fixture
def dana(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """Dana's case in packs with keys: two requests made, and Robin's sealed rating attached."""
    monkeypatch.chdir(tmp_path)
    with packs_in(keyed_packs(tmp_path)):
        session = open_session(tmp_path / "dana", as_of=DAY)
        session.open()
        for line in (*TOLD, *MORE, "make requests", "yes"):
            session.say(line)
        path = tmp_path / f"rating-{robins(session).request.id}.age"
        path.write_bytes(sealed(robins(session)))
        session.say(f"attach {path}")
        yield session
        session.close()


def robins(session: Session) -> Rating:
    """Robin's rating for the request that the case has made."""
    made = {str(each.request["referee"]): each.request for each in session.case.state.content.requests.values()}
    return rating(request_of(made["Robin Avery"]))


def kept(session: Session) -> Path:
    """Where the case keeps Robin's rating."""
    (came,) = session.case.state.content.ratings.values()
    return session.talker.handover.folder / came.sha256


def said(session: Session, words: str) -> str:
    """What the case says to words."""
    return "\n".join(message.text for message in session.say(words).messages)


def exported(session: Session, path: Path) -> Path:
    """The bundle, written to `path`."""
    session.export(path)
    return path


def confirmed(folder: Path, source: str, code: str) -> int:
    """The exit code of confirming a rating by its code, with the office key."""
    (folder / "office.key").write_text(str(OFFICE))
    key = ["--key", str(folder / "office.key"), "--home", str(folder / "dana")]
    return run(["references", "confirm", source, code, *key])


def test_a_bundle_opens_elsewhere_with_its_requests_and_ratings(tmp_path: Path, dana: Session) -> None:
    exported(dana, tmp_path / "dana.zip")
    (tmp_path / "office").mkdir()
    case = open_bundle(tmp_path / "office", tmp_path / "dana.zip", as_of=DAY)
    there = open_session(tmp_path / "office", case=case.id, as_of=DAY)
    assert there.open().messages
    assert kept(there).read_bytes() == sealed_bytes(tmp_path)
    assert portfolio_of(there.case) == portfolio_of(dana.case)
    assert exported(there, tmp_path / "again.zip").read_bytes() == (tmp_path / "dana.zip").read_bytes()
    there.close()


def sealed_bytes(folder: Path) -> bytes:
    """The file that Robin sent."""
    (path,) = folder.glob("rating-*.age")
    return path.read_bytes()


def test_a_lost_rating_is_named_when_the_case_is_opened_and_when_it_is_exported(tmp_path: Path, dana: Session) -> None:
    kept(dana).unlink()
    assert "Robin Avery again: The copy that was kept is missing" in dana.open().messages[-1].text
    assert "Robin Avery again" in " ".join(dana.to_do()[0])
    written = dana.export(tmp_path / "dana.zip")
    assert any("could not be put in" in message.text for message in written)
    report = check(tmp_path / "dana.zip", rejudge, retold)
    assert report.findings == ()
    assert "lost" in report.noted[0].message


def test_the_referees_files_are_listed_and_a_changed_one_is_found(
    tmp_path: Path, dana: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    path = kept(dana)
    dana.close()
    assert run(["files", dana.id, "--home", str(tmp_path / "dana")]) == 0
    assert "Ratings, as the referees sent them (1):\n  Robin Avery: rating-" in capsys.readouterr().out
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    assert run(["files", dana.id, "--home", str(tmp_path / "dana")]) == 1
    assert "was changed by something else" in capsys.readouterr().out


def test_what_is_asked_for_and_not_back_is_waited_for(dana: Session) -> None:
    assert [each for each in dana.to_do()[1] if each.startswith("the rating by")] == ["the rating by Sam Ode"]
    review = said(dana, "review")
    assert "Robin Avery: requested March 1, 2026, the right to see it given up; sealed, unconfirmed" in review
    assert "Sam Ode: requested March 1, 2026, the right to see it given up; not back yet" in review


def test_a_code_that_fits_is_noted_in_the_case_and_in_the_bundles_written_from_it(
    tmp_path: Path, dana: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    code = code_of(robins(dana))
    dana.close()
    assert confirmed(tmp_path, dana.id, "2WRG-TUGK-YPA9") == 1
    assert confirmed(tmp_path, dana.id, code) == 0
    again = open_session(tmp_path / "dana", case=dana.id, as_of=DAY)
    assert f"confirmed by its receipt code {code}" in said(again, "review")
    path = exported(again, tmp_path / "dana.zip")
    assert code in check(path, rejudge, retold).noted[0].message
    document, proofs = judged_portfolio(again.case)
    assert code in summary(document, proofs)
    assert code in str(sheet(document))
    again.close()
    capsys.readouterr()
    assert run(["references", "open", str(path), "--key", str(tmp_path / "office.key"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ratings"][0]["state"] == "confirmed"


def test_another_file_in_its_place_is_unconfirmed_again(tmp_path: Path, dana: Session) -> None:
    code = code_of(robins(dana))
    dana.close()
    assert confirmed(tmp_path, dana.id, code) == 0
    again = open_session(tmp_path / "dana", case=dana.id, as_of=DAY)
    (path,) = tmp_path.glob("rating-*.age")
    path.write_bytes(sealed(robins(again)))
    assert "in place of the one before" in said(again, f"attach {path}")
    assert "sealed, unconfirmed" in said(again, "review")
    again.close()


def test_a_code_that_an_applicant_made_up_is_found(
    tmp_path: Path, dana: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    document, _proofs = judged_portfolio(dana.case)
    document["ratings"][0]["code"] = "2WRG-TUGK-YPA9"
    from intake.references.opening import opened_ratings

    (found,) = opened_ratings({document["ratings"][0]["file"]: kept(dana).read_bytes()}, document, [str(OFFICE)], [])
    assert found.state == "unconfirmed"
    assert "not the code of this rating" in " ".join(found.notes)


def test_the_state_of_a_rating_stands_in_the_check_the_summary_and_the_hand_over(tmp_path: Path, dana: Session) -> None:
    path = exported(dana, tmp_path / "dana.zip")
    report = check(path, rejudge, retold)
    assert report.ok
    assert "sealed, unconfirmed, until its receipt code is heard" in report.noted[0].message
    with zipfile.ZipFile(path) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("summary.html")]
        page = archive.read(name).decode()
    assert "sealed, unconfirmed" in page
    assert "not back yet" in page
    assert "sealed, unconfirmed" in str(sheet(report.portfolio or {}))


def _unseal(record: dict[str, Any]) -> None:
    record["ratings"][0]["sealed"] = False


def _other_referee(record: dict[str, Any]) -> None:
    record["requests"][0]["request"]["referee"] = "Kim Lee"


def _confirmed(record: dict[str, Any]) -> None:
    record["ratings"][0]["code"] = "2WRG-TUGK-YPA9"


@pytest.mark.parametrize("change", [_unseal, _other_referee, _confirmed, lambda record: record["ratings"].clear()])
def test_answers_that_tell_otherwise_of_ratings_are_found(
    tmp_path: Path, dana: Session, change: Callable[[dict[str, Any]], None]
) -> None:
    bag = unpacked(exported(dana, tmp_path / "dana.zip"), tmp_path / "bag")
    path = bag / "data/answers.json"
    record = json.loads(path.read_bytes())
    change(record)
    path.write_text(json.dumps(record, indent=2, sort_keys=True, ensure_ascii=False) + "\n")
    found = {finding.code for finding in check(bag, rejudge, retold).findings}
    assert found & {"answers-differ", "answers-unfit"}


def test_referees_are_asked_for_once_their_list_is_complete(tmp_path: Path) -> None:
    session = open_session(tmp_path / "new", as_of=DAY)
    session.open()
    told = [said(session, line) for line in (*TOLD, *MORE)]
    assert ["say make requests" in each for each in told] == [False] * (len(told) - 1) + [True]
    session.close()


def test_a_file_of_the_applicant_that_is_called_reference_is_attached_as_their_own(
    dana: Session, tmp_path: Path
) -> None:
    (tmp_path / "reference letter.pdf").write_bytes(b"%PDF-1.7 Dear committee")
    dana.visit("education.more", "")
    for line in ("MSW from VCU, may 2017", "yes"):
        dana.say(line)
    assert "Attached: reference letter.pdf" in said(dana, f"attach {tmp_path / 'reference letter.pdf'}")
