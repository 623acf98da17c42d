"""The phrases of a pack: staff's mistakes are found under their own code, or named with file and line."""

from pathlib import Path

import pytest

from intake.interview.flow import Flow
from intake.packs import load as packs
from intake.packs.checks.phrases import check_phrases
from intake.packs.yaml import PackError, read
from intake.resources import flows_folder
from intake.understand.vocabulary import Vocabulary

FLOW = read(flows_folder() / "vaimh" / "application.yaml")[0]


@pytest.mark.parametrize(
    "other", ["(go|run) back [one]", "undo", "[now] (go|hop|skip|jump) back " + "[a|b|c|d|e|f|g] " * 4]
)
def test_a_phrase_of_two_commands_is_found_however_long_its_patterns_are(other: str) -> None:
    words = Vocabulary(phrases={"back": ("go back", "undo"), "redo": (other,)}, about={})
    flow = Flow.model_validate(FLOW | {"about": {}})
    assert [fault.code for fault in check_phrases(words, flow)] == ["phrase-twice"]


def test_what_may_stand_first_in_a_phrase_may_also_be_left_out() -> None:
    words = Vocabulary(phrases={"back": ("[now] (go|step) back",)}, about={})
    assert [words.meaning(said.split()) for said in ("now go back", "step back", "now back")] == ["back", "back", None]
    assert packs.load_vocabulary().meaning(["back", "soon"]) == "pause"


def test_a_finding_names_the_words_that_are_shared() -> None:
    words = Vocabulary(phrases={"skip": ("(hop|jump) it [now]",), "next": ("jump (it now|on)",)}, about={})
    (fault,) = check_phrases(words, Flow.model_validate(FLOW | {"about": {}}))
    assert (fault.code, fault.at) == ("phrase-twice", ("phrases", "next", "jump (it now|on)"))
    assert fault.words == {"value": "'jump it now'", "name": "'skip'", "other": "'next'"}


@pytest.mark.parametrize("wrong", ["skip (it", "skip it]", "skip ((it))", "skip(it)", "… to …", "?!", "skip | it"])
def test_a_phrase_whose_brackets_are_wrong_is_quoted_and_its_place_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    path = tmp_path / "vaimh" / "phrases.yaml"
    path.parent.mkdir()
    (tmp_path / "vaimh" / "application.yaml").write_text("", "utf-8")
    path.write_text(f"phrases:\n  back: go back\n  skip: |\n    skip it\n    {wrong}\nabout: {{}}\n", "utf-8")
    monkeypatch.setattr(packs, "flows_folder", lambda: tmp_path)
    packs.load_vocabulary.cache_clear()
    with pytest.raises(PackError) as refused:
        packs.load_vocabulary("vaimh/application")
    assert str(refused.value).startswith(f"{path}:3: phrases.skip: ")
    assert repr(wrong) in str(refused.value)


def test_a_list_of_phrases_and_lines_of_them_mean_the_same() -> None:
    lines = Vocabulary.model_validate({"phrases": {"skip": "skip it\n\ndrop (it|that)\n"}, "about": {}})
    assert lines == Vocabulary(phrases={"skip": ("skip it", "drop (it|that)")}, about={})


def test_names_that_options_share_are_told_once() -> None:
    flow, words = packs.load().flow, packs.load().vocabulary
    for name, option in [("target.level", "ifs"), ("endorsement.level", "ifs"), ("education.credential", "master")]:
        question = flow.question(name)
        assert question is not None
        choice = next(c for c in question.slot.choices if c.id == option)
        assert set(words.options[option]) <= set(choice.aliases)
    assert words.names("hs") == words.names("high_school") != ()
    assert words.names("shoemaker") == ()


def test_an_option_keeps_its_own_names_beside_the_shared_ones() -> None:
    question = packs.load().flow.question("supervision.credential")
    assert question is not None
    assert {"specialist", "level 3"} <= set(question.slot.choices[0].aliases)
