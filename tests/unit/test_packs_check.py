"""The checker of packs: the shipped pack is sound, and each rule has an example that breaks it and it alone."""

import copy
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from intake.interview.flow import Flow
from intake.packs import check as checker
from intake.packs.check import check, check_edition, check_flow
from intake.packs.yaml import read
from intake.resources import flows_folder
from intake.rulebook.edition import Edition

Tree = dict[str, Any]
PACK = flows_folder() / "vaimh"
FLOW: Tree = read(PACK / "application.yaml")[0]
EDITION: Tree = read(PACK / "rulebook" / "seed.yaml")[0]


def codes(flow: Tree, edition: Tree) -> set[str]:
    """The codes of everything found in a flow and an edition."""
    parts = Flow.model_validate(flow), Edition.model_validate(edition)
    return {f.code for f in [*check_flow(parts[0]), *check_edition(parts[1], parts[0])]}


def section(flow: Tree, name: str) -> Tree:
    """A section of a flow file."""
    found: Tree = next(s for stage in flow["stages"] for s in stage["sections"] if s["id"] == name)
    return found


def question(flow: Tree, name: str) -> Tree:
    """A question of a flow file."""
    part, _, field = name.partition(".")
    found: Tree = next(q for q in section(flow, part)["questions"] if q["field"] == field)
    return found


def requirement(edition: Tree, name: str) -> Tree:
    """A requirement of an edition."""
    found: Tree = next(r for r in edition["requirements"] if r["id"] == name)
    return found


def asks(edition: Tree, name: str) -> Tree:
    """A question for the association."""
    found: Tree = next(q for q in edition["questions"] if q["id"] == name)
    return found


def without(questions: list[Tree], field: str) -> list[Tree]:
    """Questions without the one of a field."""
    return [q for q in questions if q["field"] != field]


def drop_last_stage(flow: Tree, _edition: Tree) -> None:
    """A flow that names a finishing stage it does not have."""
    flow["stages"] = [stage for stage in flow["stages"] if stage["id"] != flow["finish"]]


#: (code, what an author may get wrong, the change to the two files).
BREAKS: list[tuple[str, str, Callable[[Tree, Tree], Any]]] = [
    ("section-twice", "exam twice", lambda f, _e: f["stages"][2]["sections"].append(section(f, "exam"))),
    ("finish-unknown", "no last stage", drop_last_stage),
    (
        "question-twice",
        "a training's title twice",
        lambda f, _e: section(f, "training")["questions"].append(question(f, "training.title")),
    ),
    ("title-unknown", "titel", lambda f, _e: section(f, "training")["repeat"].update(title=["titel"])),
    (
        "field-unknown",
        "a field that the portfolio lacks",
        lambda f, _e: section(f, "applicant")["questions"].append(
            question(f, "applicant.email") | {"field": "mail", "label": "mail address", "aliases": []}
        ),
    ),
    ("repeat-wrong", "a list asked once", lambda f, _e: section(f, "training").pop("repeat")),
    (
        "field-not-asked",
        "a question lost",
        lambda f, _e: section(f, "training").update(questions=without(section(f, "training")["questions"], "provider")),
    ),
    ("choices-wrong", "a choice without choices", lambda f, _e: question(f, "references.relation").pop("choices")),
    (
        "choices-wrong",
        "choices of a text",
        lambda f, _e: question(f, "training.title").update(choices=[{"id": "one", "label": "One"}]),
    ),
    (
        "choice-unknown",
        "a choice that the portfolio lacks",
        lambda f, _e: question(f, "references.relation")["choices"].append({"id": "aunt", "label": "An aunt"}),
    ),
    ("choice-missing", "a choice lost", lambda f, _e: question(f, "references.relation")["choices"].pop()),
    (
        "alias-twice",
        "one word for two choices",
        lambda f, _e: question(f, "references.relation")["choices"][3]["aliases"].append("Boss"),
    ),
    (
        "condition-unknown",
        "a misspelt answer",
        lambda f, _e: question(f, "exam.date").update(when={"exam.stats": {"const": "taken"}}),
    ),
    (
        "condition-unknown",
        "an answer given later",
        lambda f, _e: section(f, "membership").update(when={"target.level": {"const": "ifa"}}),
    ),
    (
        "keyword-unknown",
        "in a flow's condition",
        lambda f, _e: question(f, "exam.date").update(when={"exam.status": {"enm": ["taken"]}}),
    ),
    (
        "keyword-unknown",
        "in a need, which would then always hold",
        lambda _f, e: requirement(e, "renew.training").update(need={"renewal.training_hours": {"minimun": 15}}),
    ),
    (
        "keyword-unknown",
        "in one way of several",
        lambda _f, e: requirement(e, "ifa.route")["need"][0].update(cda={"minimun": 1}),
    ),
    (
        "keyword-unknown",
        "in a looser need",
        lambda _f, e: requirement(e, "ifs.nature").update(confirm={"promoting_items": {"min": 1}}),
    ),
    (
        "keyword-unknown",
        "in what a requirement applies to",
        lambda _f, e: requirement(e, "renew.training").update(applies={"applicant.purpose": {"cnst": "renew"}}),
    ),
    (
        "keyword-unknown",
        "in what waits",
        lambda _f, e: requirement(e, "imhs.exam").update(waiting={"exam.status": {"is": "registered"}}),
    ),
    (
        "keyword-unknown",
        "in a fact's test",
        lambda _f, e: e["facts"]["other_names"]["where"][0].update({"is": {"cosnt": True}}),
    ),
    (
        "keyword-unknown",
        "in what may count",
        lambda _f, e: e["facts"]["cda"]["where"][2].update(confirm={"cosnt": True}),
    ),
    (
        "keyword-unknown",
        "within a list",
        lambda _f, e: e["facts"]["preschool_items"]["where"][0].update({"is": {"contains": {"cnst": "ages_3_to_5"}}}),
    ),
    (
        "keyword-unknown",
        "among",
        lambda _f, e: e["facts"]["cda_proof"].update(among={"credential": {"onst": "cda"}}),
    ),
    (
        "keyword-unknown",
        "in when a question comes up",
        lambda _f, e: asks(e, "fee").update(when={"membership.current": {"cnst": False}}),
    ),
    (
        "value-unknown",
        "in a flow's condition",
        lambda f, _e: question(f, "exam.date").update(when={"exam.status": {"enum": ["takn"]}}),
    ),
    (
        "value-unknown",
        "in a need, which would then never hold",
        lambda _f, e: requirement(e, "imhs.exam").update(need={"exam.status": {"enum": ["taken", "pased"]}}),
    ),
    (
        "value-unknown",
        "in a fact's test",
        lambda _f, e: e["facts"]["cda_items"]["where"][0].update({"is": {"const": "cad"}}),
    ),
    (
        "value-unknown",
        "within a list",
        lambda _f, e: e["facts"]["preschool_items"]["where"][0].update({"is": {"contains": {"const": "ages_3_5"}}}),
    ),
    (
        "value-unknown",
        "in when a question comes up",
        lambda _f, e: asks(e, "exam").update(when={"target.level": {"const": "imh"}}),
    ),
    ("fact-list-unknown", "schooling", lambda _f, e: e["facts"]["other_names"].update(of="schooling")),
    ("fact-list-unknown", "no list", lambda _f, e: e["facts"]["other_names"].update(of="membership")),
    (
        "fact-field-unknown",
        "a misspelt field",
        lambda _f, e: e["facts"]["other_names"]["where"][0].update(field="other_nam"),
    ),
    ("fact-field-unknown", "a field summed", lambda _f, e: e["facts"]["training_hours"].update(of="training.hour")),
    ("fact-after-unknown", "no date", lambda _f, e: e["facts"]["clinical_months"].update(after="work_items")),
    ("fact-after-unknown", "no fact", lambda _f, e: e["facts"]["clinical_months"].update(after="degree_date")),
    (
        "fact-unused",
        "a fact for nothing",
        lambda _f, e: e["facts"].update(spare={"title": "spare", "op": "count", "of": "work"}),
    ),
    (
        "requirement-twice",
        "one id for two",
        lambda _f, e: e["requirements"].append(requirement(e, "pre.membership")),
    ),
    (
        "fact-unknown",
        "a requirement's fact",
        lambda _f, e: requirement(e, "ifa.route")["need"].append({"cdas": {"minimum": 1}}),
    ),
    (
        "fact-unknown",
        "a requirement's scope",
        lambda _f, e: requirement(e, "ifa.route").update(unless={"applicant.purpse": {"const": "renew"}}),
    ),
    (
        "fact-unknown",
        "a question's fact",
        lambda _f, e: asks(e, "fee").update(when={"membership.curent": {"const": False}}),
    ),
    ("level-unknown", "level V", lambda _f, e: requirement(e, "ifs.degree").update(level="ifx")),
    ("track-unknown", "no such track", lambda _f, e: requirement(e, "imhm.policy.work").update(track="politics")),
    ("track-unknown", "a level without tracks", lambda _f, e: requirement(e, "ifs.work").update(track="clinical")),
    ("source-unknown", "a page", lambda _f, e: requirement(e, "ifs.work")["cite"].update(source="paper")),
    ("figure-missing", "24", lambda _f, e: requirement(e, "ifs.work").pop("figures")),
    ("figure-not-quoted", "3 years", lambda _f, e: requirement(e, "ifs.work").update(figures={24: "3 years"})),
]


def test_the_shipped_pack_is_sound() -> None:
    assert check("vaimh/application") == []
    assert codes(FLOW, EDITION) == set()


def test_every_code_has_an_example() -> None:
    source = Path(checker.__file__).read_text("utf-8")
    assert set(re.findall(r'Finding\(\s*"([a-z-]+)"', source)) == {code for code, _what, _change in BREAKS}


@pytest.mark.parametrize(("code", "change"), [pytest.param(c, do, id=f"{c}: {what}") for c, what, do in BREAKS])
def test_a_fault_is_found_under_its_own_code(code: str, change: Callable[[Tree, Tree], Any]) -> None:
    flow, edition = copy.deepcopy(FLOW), copy.deepcopy(EDITION)
    change(flow, edition)
    assert codes(flow, edition) == {code}


def test_a_finding_says_where_and_what_to_do() -> None:
    flow = copy.deepcopy(FLOW)
    question(flow, "exam.date").update(when={"exam.status": {"enum": ["takn"]}})
    (finding,) = check_flow(Flow.model_validate(flow))
    assert (finding.where, finding.message) == (
        "exam.date.when",
        "'exam.status' is never 'takn'; it is one of not_registered, passed, registered, taken.",
    )
