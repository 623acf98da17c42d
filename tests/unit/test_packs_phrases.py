"""The phrases of a pack: staff's mistakes are found under their own code, or named with file and line."""

import copy
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from intake.interview.flow import Flow
from intake.packs import check_phrases as checker
from intake.packs import load as packs
from intake.packs.check_phrases import check_names, check_phrases
from intake.packs.yaml import PackError, read
from intake.resources import flows_folder
from intake.understand.vocabulary import Vocabulary

Tree = dict[str, Any]
PACK = flows_folder() / "vaimh"
FLOW: Tree = read(PACK / "application.yaml")[0]
PHRASES: Tree = read(PACK / "phrases.yaml")[0]


def codes(phrases: Tree, flow: Tree) -> list[str]:
    """The codes of everything found in phrases and a flow."""
    words, whole = (
        Vocabulary.model_validate(phrases),
        Flow.model_validate(flow, context={"options": phrases["options"]}),
    )
    return [finding.code for finding in [*check_names(whole), *check_phrases(words, whole)]]


def part(flow: Tree, name: str) -> Tree:
    """A section of a flow file."""
    found: Tree = next(s for stage in flow["stages"] for s in stage["sections"] if s["id"] == name)
    return found


def named(flow: Tree, name: str, question: int | None = None) -> list[str]:
    """The aliases of a section or of one of its questions."""
    owner = part(flow, name) if question is None else part(flow, name)["questions"][question]
    found: list[str] = owner["aliases"]
    return found


def relations(flow: Tree) -> list[Tree]:
    """The choices of how a reference knows one's work."""
    found: list[Tree] = part(flow, "references")["questions"][1]["choices"]
    return found


def said(part: Tree, name: str, more: str) -> None:
    """One more line of words in a part of the phrases."""
    part[name] += f"\n{more}"


#: (code, what staff may get wrong, the change to the two files).
BREAKS: list[tuple[str, str, Callable[[Tree, Tree], Any]]] = [
    ("intent-unknown", "a misspelt command", lambda p, _f: p["phrases"].update(skp="next please sir")),
    ("intent-unknown", "help that there is none of", lambda p, _f: p["slash"].update({"help exmple": ["ex"]})),
    ("intent-unknown", "a key to nothing", lambda p, _f: p["keys"].update(bakc="rearward")),
    ("about-unknown", "a topic without an answer", lambda p, _f: p["about"].update(parking="where can i park")),
    ("about-unheard", "an answer that nobody can ask for", lambda _p, f: f["about"].update(parking="Anywhere.")),
    ("slash-twice", "one name for two commands", lambda p, _f: p["slash"]["redo"].append("u")),
    ("slash-twice", "a command's own name", lambda p, _f: p["slash"]["redo"].append("undo")),
    ("phrase-twice", "the same words", lambda p, _f: said(p["phrases"], "undo", "go back")),
    ("phrase-twice", "words that two patterns share", lambda p, _f: said(p["phrases"], "undo", "(go|run) back [one]")),
    ("phrase-twice", "the same form of a name", lambda p, _f: said(p["phrases"], "remove", "take me to …")),
    ("phrase-twice", "a contraction", lambda p, _f: said(p["phrases"], "undo", "I don't understand")),
    ("surely-unknown", "sure of what means nothing", lambda p, _f: p["surely"].append("abracadabra")),
    ("key-light", "a key that is light", lambda p, _f: said(p, "light", "skip")),
    ("key-twice", "a key to two commands", lambda p, _f: said(p["keys"], "back", "skip")),
    ("phrase-hides-section", "a way to a section", lambda p, _f: said(p["phrases"], "skip", "go to jobs")),
    ("option-hides-phrase", "an option called help", lambda _p, f: relations(f)[3]["aliases"].append("Help!")),
    ("section-alias-twice", "one name for two sections", lambda _p, f: named(f, "training").append("Degrees")),
    ("question-alias-twice", "one name for two questions", lambda _p, f: named(f, "work", 1).append("position")),
]  # fmt: skip


def test_the_shipped_phrases_are_sound() -> None:
    assert codes(PHRASES, FLOW) == []


def test_every_code_has_an_example() -> None:
    source = Path(checker.__file__).read_text("utf-8")
    named = set(re.findall(r'(?:Finding|_names)\(\s*"([a-z-]+)"', source))
    assert named == {code for code, _what, _change in BREAKS}


@pytest.mark.parametrize(("code", "change"), [pytest.param(c, do, id=f"{c}: {what}") for c, what, do in BREAKS])
def test_a_fault_is_found_under_its_own_code(code: str, change: Callable[[Tree, Tree], Any]) -> None:
    phrases, flow = copy.deepcopy(PHRASES), copy.deepcopy(FLOW)
    change(phrases, flow)
    assert set(codes(phrases, flow)) == {code}


def test_a_finding_names_the_words_that_are_shared() -> None:
    words = Vocabulary(phrases={"skip": ("(hop|jump) it [now]",), "next": ("jump (it now|on)",)}, about={})
    findings = list(check_phrases(words, Flow.model_validate(FLOW | {"about": {}})))
    assert [f.message for f in findings] == ["'jump it now' means 'skip' and 'next'; take it from one."]


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
