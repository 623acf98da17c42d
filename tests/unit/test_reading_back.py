"""A bundle opened as a case elsewhere: everything that stands is there, and a stranger's bundle leads nowhere else."""

import datetime as dt
import io
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from bundle_samples import codes, hashed_anew, members, packed, unpacked
from personas import AS_OF, FOLDER, NAMES
from session_talk import texts
from version_samples import REWORDED, SHIPPED, TO_REWORDED, changed, publish, shelf

from intake.bundle.check import check
from intake.bundle.errors import BundleError
from intake.bundle.record import answers_schema
from intake.interview import events as ev
from intake.interview import present as pr
from intake.interview.state import Content, Rating
from intake.journal.home import home_folder
from intake.journal.store import Journal
from intake.plain.lines import converse
from intake.portfolio.schema import schema_text
from intake.resources import schemas_folder
from intake.session.document import rejudge
from intake.session.origin import origins
from intake.session.reading_back import OpenedBefore, open_bundle
from intake.session.retelling import retold
from intake.session.session import Session
from intake.session.start import open_session

EDGES = sorted((FOLDER.parent / "edge_cases").glob("*.txt"))
DANA = FOLDER / "dana.txt"


def told(home: Path, transcript: Path) -> Session:
    """The session after a transcript."""
    session = open_session(home, as_of=AS_OF, bundle=home / "said.zip")
    converse(session, transcript.read_text("utf-8").splitlines(), io.StringIO(), echo=True)
    return session


def again(home: Path, bundle: Path, *, as_of: dt.date = AS_OF) -> Session:
    """The session of a case that is opened from `bundle` in the folder `home`."""
    case = open_bundle(home_folder(home), bundle, as_of=as_of, again=True)
    return open_session(home, case=case.id, as_of=as_of)


def dana(tmp_path: Path) -> Path:
    """Dana's bundle, with a file."""
    session = told(tmp_path / "hers", DANA)
    paper = tmp_path / "Zeugnis.pdf"
    paper.write_bytes(b"%PDF-1.7 my own copy")
    session.say("go to education")
    session.say(f"attach {paper}")
    session.say("ask Does church work count?")
    session.say("/intend two more years")
    session.export(tmp_path / "dana.zip")
    session.close()
    return tmp_path / "dana.zip"


def altered(bundle: Path, folder: Path, change: Callable[[dict[str, Any]], object], name: str = "answers") -> Path:
    """A bundle with another data/answers.json, everything hashed anew, as somebody would do who means harm."""
    bag = unpacked(bundle, folder)
    path = bag / f"data/{name}.json"
    document = json.loads(path.read_bytes())
    change(document)
    path.write_text(json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
    sizes = [file.stat().st_size for file in (bag / "data").rglob("*") if file.is_file()]
    info = (bag / "bag-info.txt").read_text().splitlines()
    oxum = f"Payload-Oxum: {sum(sizes)}.{len(sizes)}"
    (bag / "bag-info.txt").write_text("\n".join(oxum if "Oxum" in line else line for line in info) + "\n")
    hashed_anew(bag)
    order = [entry for entry, _data in members(bundle)]
    return packed(folder / "altered.zip", [(entry, (folder / entry).read_bytes()) for entry in order])


def test_the_committed_schema_is_the_one_of_the_models() -> None:
    """Write it anew with `schema_text(answers_schema())` after a change of the models, and read what changed."""
    assert (schemas_folder() / "answers.schema.json").read_text("utf-8") == schema_text(answers_schema())


def test_nothing_that_a_case_holds_is_forgotten() -> None:
    """Whoever gives a case something more to hold says here that it goes along, or that it stays behind."""
    along = {"sections", "focus", "last", "files", "asked", "remembered", "signature", "changed_since_signing", "aside"}
    along |= {"requests", "ratings"}
    assert set(Content.__struct_fields__) == along | {"planned", "jotted"}
    assert set(pr.Rating.__struct_fields__) == {"request", *Rating.__struct_fields__}
    assert set(pr.File.__struct_fields__) == set(ev.Attached.__struct_fields__)


@pytest.mark.parametrize("transcript", [*(FOLDER / f"{n}.txt" for n in NAMES), *EDGES], ids=lambda path: str(path.stem))
def test_the_bundle_of_the_opened_case_is_the_same_to_the_byte(transcript: Path, tmp_path: Path) -> None:
    first = told(tmp_path / "first", transcript)
    first.export(tmp_path / "first.zip")
    second = again(tmp_path / "second", tmp_path / "first.zip")
    assert second.case.standing == first.case.standing
    assert second.review() == first.review()
    second.export(tmp_path / "second.zip")
    assert (tmp_path / "second.zip").read_bytes() == (tmp_path / "first.zip").read_bytes()
    answers = json.loads(next(data for name, data in members(tmp_path / "first.zip") if name.endswith("answers.json")))
    jsonschema.validate(answers, answers_schema())
    first.close()
    second.close()


def test_files_questions_and_lists_go_along_and_plans_and_the_past_do_not(tmp_path: Path) -> None:
    session = told(tmp_path / "hers", DANA)
    session.say("/intend two more years")
    session.say("change my email to wrong@example.org")
    session.say("undo")
    session.close()
    bundle = dana(tmp_path / "more")
    stored = next(data for name, data in members(bundle) if name.endswith("answers.json")).decode()
    assert "two more years" not in stored
    assert "wrong@example.org" not in stored
    opened = again(tmp_path / "theirs", bundle)
    kept = next(iter(opened.case.state.content.files.values()))
    assert kept.name == "Zeugnis.pdf"
    assert (tmp_path / "theirs" / "files" / opened.id / kept.sha256).read_bytes() == b"%PDF-1.7 my own copy"
    assert opened.case.state.content.asked == ("Does church work count?",)
    assert opened.title == "Dana Whitfield"
    opened.close()


def test_undo_stops_at_the_opening_and_works_after_it(tmp_path: Path) -> None:
    opened = again(tmp_path / "theirs", dana(tmp_path))
    assert "opened from dana.zip, March 1, 2026" in texts(opened.open().messages)
    assert "opened from a bundle" in texts(opened.say("undo").messages)
    opened.say("change my email to new@example.org")
    opened.say("undo")
    assert opened.case.projection.known["applicant.email"] == "dana.w@example.org"
    assert "opened from a bundle" in texts(opened.say("undo").messages)
    opened.close()


def test_the_same_bundle_is_opened_twice_only_on_purpose(tmp_path: Path) -> None:
    bundle, home = dana(tmp_path), home_folder(tmp_path / "theirs")
    first = open_bundle(home, bundle)
    renamed = shutil.copy(bundle, tmp_path / "copy.zip")
    with pytest.raises(OpenedBefore, match=first.id) as told_:
        open_bundle(home, Path(renamed))
    assert (told_.value.case, told_.value.title) == (first.id, "Dana Whitfield")
    assert open_bundle(home, bundle, again=True).id != first.id
    with closing(Journal(home)) as journal:
        assert {str(came).partition(",")[0] for came in origins(journal).values()} == {"opened from dana.zip"}


def _set(document: dict[str, Any], question: str, **fields: Any) -> None:
    next(given for given in document["answers"] if given["question"] == question).update(fields)


HARM: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "another answer": (lambda d: _set(d, "applicant.email", value="e@example.org"), "tell different things"),
    "no such choice": (lambda d: _set(d, "target.level", value="king"), r"answers\.\d+\.value"),
    "too many hours": (lambda d: _set(d, "training.hours", value=9e9), r"answers\.\d+\.value"),
    "an object": (lambda d: _set(d, "training.hours", value={"a": {"b": 1}}), r"answers\.\d+\.value"),
    "steers a terminal": (lambda d: _set(d, "applicant.email", raw="a\x1b[2Jb"), r"answers\.\d+\.raw"),
    "too long": (lambda d: _set(d, "applicant.email", raw="a" * 20_001), r"answers\.\d+\.raw"),
    "a field more": (lambda d: d.update(surprise=1), "surprise"),
    "an entry of no list": (lambda d: _set(d, "work.paid", item="work-9"), r"answers\.\d+\.item"),
    "answered twice": (lambda d: d["answers"].append(d["answers"][0]), "second time"),
    "numbers used again": (lambda d: d["lists"][0].update(count=0), r"lists\.0\.count"),
    "another file": (lambda d: d["files"][0].update(sha256="0" * 64), "attachments"),
    "a path as a flow": (lambda d: d["flow"].update(id="../../etc"), r"flow\.id"),
    "another flow": (lambda d: d["flow"].update(sha256="0" * 64), "flow"),
}


@pytest.mark.parametrize("harm", HARM)
def test_what_no_conversation_leads_to_is_refused_with_its_place_and_nothing_is_kept(harm: str, tmp_path: Path) -> None:
    change, where = HARM[harm]
    bundle = altered(dana(tmp_path), tmp_path / "bag", change)
    assert codes(check(bundle, rejudge, retold)) & {"answers-unfit", "answers-differ"}
    home = home_folder(tmp_path / "theirs")
    with pytest.raises(BundleError, match=where):
        open_bundle(home, bundle)
    with closing(Journal(home)) as journal:
        assert journal.cases() == []
    assert not list((home / "files").glob("*"))


def test_an_answer_to_an_unknown_question_is_kept_aside(tmp_path: Path) -> None:
    strange = {"question": "applicant.nickname", "value": "Dee", "raw": "Dee"}
    bundle = altered(dana(tmp_path), tmp_path / "bag", lambda d: d["answers"].append(strange))
    opened = again(tmp_path / "theirs", bundle)
    assert "Dee" in opened.summary()
    opened.close()


@pytest.mark.parametrize("place", ["proofs", "portfolio", "answers"])
def test_a_changed_byte_anywhere_is_refused(place: str, tmp_path: Path) -> None:
    bundle = dana(tmp_path)
    data = bundle.read_bytes()
    at = data.index(f"data/{place}.json".encode()) + 200
    bundle.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    with pytest.raises(BundleError, match="cannot be opened"):
        open_bundle(home_folder(tmp_path / "theirs"), bundle)


def test_a_bundle_from_before_is_checked_and_says_why_it_does_not_open(tmp_path: Path) -> None:
    from bundle_samples import written

    bundle = written(tmp_path).path
    assert "file-missing" not in codes(check(bundle, None, retold))
    with pytest.raises(BundleError, match="before bundles could be opened"):
        open_bundle(home_folder(tmp_path / "theirs"), bundle)


def test_an_opening_cut_off_leaves_no_case_and_its_files_go_with_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle, home = dana(tmp_path), home_folder(tmp_path / "theirs")
    remove = shutil.rmtree
    monkeypatch.setattr(shutil, "rmtree", lambda *_a, **_k: None)  # as with kill -9: nobody cleans up
    monkeypatch.setattr(Path, "rename", _cut_off)
    with pytest.raises(KeyboardInterrupt):
        open_bundle(home, bundle)
    monkeypatch.undo()
    assert shutil.rmtree is remove
    with closing(Journal(home)) as journal:
        assert journal.cases() == []
    assert list((home / "files").iterdir())
    case = open_bundle(home, bundle)
    assert [path.name for path in (home / "files").iterdir()] == [case.id]


def _cut_off(self: Path, target: Path) -> Path:
    self.replace(target)
    raise KeyboardInterrupt


@pytest.fixture(name="packs")
def _packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    yield from shelf(tmp_path, monkeypatch)


def test_a_bundle_of_an_older_version_goes_on_under_it_and_the_next_is_offered(packs: Path, tmp_path: Path) -> None:
    publish(packs, REWORDED)
    bundle = dana(tmp_path)
    publish(packs, changed(SHIPPED, version=2), TO_REWORDED, older=[REWORDED])
    assert codes(check(bundle, None, retold)) == set()
    opened = again(tmp_path / "theirs", bundle)
    assert opened.case.pack.flow.version == 1
    assert opened.case.update is not None
    opened.close()


def test_a_bundle_whose_version_is_not_here_can_be_seen_and_not_changed(packs: Path, tmp_path: Path) -> None:
    publish(packs, changed(SHIPPED, version=2), [])
    bundle = dana(tmp_path)
    publish(packs, SHIPPED)
    opened = again(tmp_path / "theirs", bundle)
    assert "Dana Whitfield" in opened.summary()
    assert not opened.case.answerable
    opened.close()
