"""What transcripts go through: the shipped pack wholly, and whatever is missed is told with its name."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from rulebook_samples import EDITION

from intake.cli import run
from intake.coverage.run import Coverage, cover, transcripts
from intake.coverage.targets import Target, values
from intake.packs.load import load
from intake.rulebook import reach as reaching
from intake.rulebook.edition import Edition
from intake.rulebook.reach import Reach, reach

PACK = "vaimh/application"
ALL = transcripts(PACK)


@pytest.fixture(scope="module")
def whole() -> Coverage:
    """The shipped pack under all its transcripts."""
    return cover(PACK, ALL)


def reached(requirement: str, **changed: Any) -> Reach:
    """What a requirement of the seed can give, with some of its parts changed."""
    doc = json.loads(EDITION.model_dump_json(by_alias=True))
    (part,) = [r for r in doc["requirements"] if r["id"] == requirement]
    part |= changed
    edition = Edition.model_validate(doc)
    (chosen,) = [r for r in edition.requirements if r.id == requirement]
    return reach(edition, chosen, values(load().flow))


def test_the_transcripts_beside_the_pack_are_the_personas_and_the_edge_cases() -> None:
    assert {path.parent.name for path in ALL} == {"personas", "edge_cases"}
    assert len(ALL) == 22


def test_the_shipped_pack_is_gone_through_wholly(whole: Coverage) -> None:
    assert whole.missed == []
    assert len(whole.aims.targets) > 300


def test_what_was_proved_impossible_did_not_come_to_pass(whole: Coverage) -> None:
    for no in whole.aims.impossible:
        assert Target("verdict", f"{no.requirement} {no.word}") not in whole.touched
    words = sum(target.kind == "verdict" for target in whole.aims.targets)
    assert words + len(whole.aims.impossible) == 4 * len(EDITION.requirements)


def test_every_name_that_is_seen_is_one_that_is_aimed_for(whole: Coverage) -> None:
    unknown = whole.touched - whole.aims.targets.keys()
    assert unknown == {Target("question", "closed")}, "at the end there is no question"


def test_a_single_transcript_misses_what_it_does_not_say(capsys: pytest.CaptureFixture[str]) -> None:
    gloria = next(path for path in ALL if path.stem == "gloria")
    assert run(["flow", "coverage", PACK, str(gloria), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["transcripts"] == [str(gloria)]
    assert told["complete"] is False
    missed = {kind: {one["name"] for one in part["missed"]} for kind, part in told["kinds"].items()}
    assert {"work.title", "references.more", "exam.date"} <= missed["question"]
    assert {"work.role=direct", "references.more=no", "review.ready=no"} <= missed["option"]
    assert {"exam when true", "target unless false", "work.supervised when true"} <= missed["guard"]
    assert {"ifa.route met", "renew.registry confirm"} <= missed["verdict"]
    assert {"fee", "inactive"}.isdisjoint(missed["standing"])
    assert "renew.registry need_information" not in missed["verdict"]
    assert "applicant.purpose=renew" not in missed["option"]
    for part in told["kinds"].values():
        assert part["touched"] + len(part["missed"]) == part["total"]


def test_what_is_missed_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    dana = next(path for path in ALL if path.stem == "dana")
    assert run(["flow", "coverage", PACK, str(dana)]) == 1
    said = capsys.readouterr().out
    assert "  never: applicant.purpose=renew (Renew an endorsement I have)\n" in said
    assert "  never: renewal when true (purpose is “Renew an endorsement I have”)\n" in said
    assert (
        "\n  renew.registry is never “Not met”: none of 16 cases of applicant.purpose, endorsement.registry\n" in said
    )


def test_a_transcript_of_no_use_is_told_and_one_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rubbish.txt").write_bytes(b"\xff\xfe\x00 nothing\r\n\x1b[2J\n")
    assert run(["flow", "coverage", PACK, str(tmp_path / "rubbish.txt")]) == 1
    assert run(["flow", "coverage", PACK, str(tmp_path / "none.txt")]) == 3
    assert "There is no file at" in capsys.readouterr().err


def test_the_day_of_a_transcript_decides_and_else_the_day_that_is_given(tmp_path: Path) -> None:
    lines = next(path for path in ALL if path.stem == "future_training").read_text("utf-8")
    later = tmp_path / "later.txt"
    met = Target("verdict", "imhm.policy.work met")
    later.write_text(lines.replace("2026-03-01", "2021-03-01"), "utf-8")
    assert met not in cover(PACK, [later], dt.date(2026, 3, 1)).touched
    later.write_text(lines.replace("As of 2026-03-01", ""), "utf-8")
    assert met in cover(PACK, [later], dt.date(2026, 3, 1)).touched
    assert met not in cover(PACK, [later], dt.date(2021, 3, 1)).touched


def test_a_requirement_can_give_just_the_words_that_its_rule_leads_to() -> None:
    assert set(reached("ifs.work").words) == {"met", "confirm", "need_information", "not_met"}
    assert set(reached("ifs.nature").words) == {"confirm", "need_information", "not_met"}
    assert set(reached("renew.registry").words) == {"confirm", "need_information"}
    other = {"endorsement.registry": {"const": "inactive"}}  # of which it is no rule
    assert set(reached("renew.registry", confirm=other).words) == {"need_information", "not_met"}
    assert set(reached("portfolio.ethics").words) == {"met", "not_met"}
    assert set(reached("portfolio.supervision", confirm=None).words) == {"met", "need_information", "not_met"}


def test_a_need_that_is_never_met_or_always_is_seen() -> None:
    assert "met" not in reached("renew.training", need={"renewal.training_hours": {"minimum": 16, "maximum": 15}}).words
    assert set(reached("renew.training", need={"renewal.training_hours": {"minimum": 0}}).words) == {
        "met",
        "need_information",
    }


def test_each_word_comes_with_a_case_in_which_it_is_given() -> None:
    tried = reached("renew.training")
    assert tried.words["met"] == (
        ("applicant.purpose", "renew", "renew", "renew"),
        ("renewal.hours", "totals", "totals", "totals"),
        ("renewal.training_hours", 15, 15, 15),
    )
    assert tried.words["need_information"][2] == ("renewal.training_hours", None, None, None)


def test_what_has_too_many_cases_is_not_taken_as_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reaching, "MOST", 10)
    tried = reached("imhm.policy.work")
    assert (tried.decided, tried.cases) == (False, 10)
