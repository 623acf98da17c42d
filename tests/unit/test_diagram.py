"""The pictures of an interview: everything in them, said in plain words, nothing on top of anything else."""

import itertools
import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from intake.cli import run
from intake.interview.diagram.mermaid import mermaid
from intake.interview.diagram.metrics import width, wrapped
from intake.interview.diagram.svg import sheets, svg
from intake.interview.flow import Flow
from intake.interview.guards import question_guard, section_guard
from intake.interview.statechart import moves
from intake.packs.load import load_flow

FLOW = load_flow("vaimh/application")[0]
README = Path(__file__).parents[1] / "snapshot" / "interview.svg"
NS = "{http://www.w3.org/2000/svg}"
HOSTILE = 'a; b: <i>c</i> "d" {e} #35; -->\x1b[2J\u202e'


class Rect(NamedTuple):
    """A rectangle: its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Rect") -> bool:
        """Whether they share any area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Rect") -> bool:
        """Whether the other lies wholly within."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


def titled(words: str) -> Flow:
    """The shipped flow with `words` wherever the picture shows an author's words."""
    doc: dict[str, Any] = json.loads(FLOW.model_dump_json())
    doc["title"] = words
    for stage in doc["stages"]:
        stage["title"] = words
        for section in stage["sections"]:
            section["title"] = words
            if section["repeat"]:
                section["repeat"] |= {"one": words, "many": words, "more": words}
            for question in section["questions"]:
                question["label"] = words
                for choice in question["choices"]:
                    choice |= {"label": words, "aliases": []}
    return Flow.model_validate(doc)


FLOWS = {
    "shipped": FLOW,
    "long": titled("A rather long title that says a good deal more than anyone would wish to read in a small box"),
    "unbroken": titled("Supercalifragilisticexpialidocious" * 4),
    "wide": titled("保育園のための長い長い題名" * 3),
    "capitals": titled("MWMWM WWWMM " * 6),
    "hostile": titled(HOSTILE),
}


def boxes(root: ET.Element) -> list[tuple[str, Rect]]:
    """The rectangles drawn, with their kinds, without the paper."""
    found = []
    for rect in root.iter(f"{NS}rect"):
        if rect.get("class") != "paper":
            x, y, w, h = (float(rect.get(name, "nan")) for name in ("x", "y", "width", "height"))
            found.append((rect.get("class", ""), Rect(x, y, x + w, y + h)))
    return found


def texts(root: ET.Element) -> list[tuple[str, Rect]]:
    """The texts, each with a box that is no smaller than what a browser draws in DejaVu Sans."""
    style = (root.findtext(f"{NS}style") or "").partition("@media")[0]
    sizes = {kind: float(size) for kind, size in re.findall(r"\.(\w+) \{ font-size: ([\d.]+)px", style)}
    bold = re.findall(r"text\.(\w+)", next(line for line in style.splitlines() if "bold" in line))
    found = []
    for text in root.iter(f"{NS}text"):
        kind, words = text.get("class", ""), text.text or ""
        size, x, y = sizes[kind], float(text.get("x", "nan")), float(text.get("y", "nan"))
        wide = size * sum(map(ems, words)) * (1.12 if kind in bold else 1)
        found.append((words, Rect(x, y - 0.93 * size, x + wide, y + 0.24 * size)))
    return found


def ems(character: str) -> float:
    """How wide a letter of DejaVu Sans is, in ems, taken from the widest of its kind."""
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in "ijl'| ":
        return 0.33
    if character in ',.:;frtI()[]/-“”"':
        return 0.4
    return {"M": 0.87, "W": 0.99, "m": 0.98, "w": 0.82}.get(character, 0.64 if character.islower() else 0.84)


@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS)
def test_no_text_lies_on_another_or_leaves_its_box_or_the_picture(flow: Flow) -> None:
    root = ET.fromstring(svg(flow))
    paper = Rect(0, 0, float(root.get("width", "0")), float(root.get("height", "0")))
    drawn = texts(root)
    for (words, one), (others, other) in itertools.combinations(drawn, 2):
        assert not one.meets(other), (words, others)
    for words, one in drawn:
        assert paper.holds(one), words
        for kind, box in boxes(root):
            assert box.holds(one) or not box.meets(one), (words, kind)


@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS)
def test_no_box_cuts_another(flow: Flow) -> None:
    drawn = boxes(ET.fromstring(svg(flow)))
    for (_kind, one), (_other, other) in itertools.combinations(drawn, 2):
        assert not one.meets(other) or one.holds(other) or other.holds(one)


def test_every_state_transition_and_guard_is_drawn() -> None:
    root = ET.fromstring(svg(FLOW))
    shown = "".join(words for words, _rect in texts(root)).replace(" ", "")
    lists = [s for s in FLOW.sections.values() if s.repeat]
    for stage in FLOW.stages:
        assert stage.title.replace(" ", "") in shown
    for section in FLOW.sections.values():
        assert section.title.replace(" ", "") in shown
        assert section_guard(FLOW, section).replace(" ", "") in shown
    for section in lists:
        assert section.repeat is not None
        assert section.repeat.more.replace(" ", "") in shown
        assert f"one{section.repeat.one}".replace(" ", "") in shown
    kinds = [path.get("class") for path in root.iter(f"{NS}path") if path.get("class")]
    guarded = [s for s in FLOW.sections.values() if s.when or s.unless]
    of_the_legend = 1
    begin = 1
    assert kinds.count("on") + kinds.count("loop") == len(moves(FLOW)) + begin + of_the_legend
    assert kinds.count("around") == len(guarded) + of_the_legend
    assert [kind for kind, _box in boxes(root)].count("section") == len(FLOW.sections)


def test_the_picture_is_told_in_words_and_loads_nothing() -> None:
    drawn = svg(FLOW)
    root = ET.fromstring(drawn)
    assert root.get("aria-labelledby") == "title desc"
    assert root.findtext(f"{NS}title") == f"The interview: {FLOW.title}"
    described = root.findtext(f"{NS}desc") or ""
    for section in FLOW.sections.values():
        assert section.title in described
        assert section_guard(FLOW, section) in described
    assert not re.search(r"href|script|@import|http(?!://www\.w3\.org/2000/svg)", drawn)
    assert "prefers-color-scheme: dark" in drawn


def test_colours_can_be_read_on_both_papers() -> None:
    style = ET.fromstring(svg(FLOW)).findtext(f"{NS}style") or ""
    for part in style.split("@media"):
        inks = set(re.findall(r"^text[\w., ]*\{[^}]*fill: (#\w+)", part, re.MULTILINE))
        papers = set(re.findall(r"^(?:\.paper|rect\.(?!end)\w+) \{ fill: (#\w+)", part, re.MULTILINE))
        assert len(inks) == 2
        assert len(papers) >= 3
        for ink, paper in itertools.product(inks, papers):
            assert contrast(ink, paper) >= 7, (ink, paper)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG reckons it, from 1 to 21."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of "#rrggbb"."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_guard_is_said_with_the_labels_of_questions_and_options() -> None:
    said = {name: section_guard(FLOW, section) for name, section in FLOW.sections.items()}
    assert said["applicant"] == ""
    assert said["renewal"] == "only after “Renew an endorsement I have”"
    assert said["work"] == "not after “Renew an endorsement I have”"
    assert said["sign"] == "only after yes to “reviewed” and yes to “Code of Ethics read”"
    education = FLOW.sections["education"]
    assert question_guard(FLOW, education, education.by_field["expires"]) == (
        "only if degree or credential is “Child Development Associate (CDA)”"
    )


def test_mermaid_says_the_guards_and_keeps_an_authors_words_from_being_obeyed() -> None:
    shown = mermaid(FLOW)
    assert "note right of portfolio_renewal: only after “Renew an endorsement I have”" in shown
    assert "portfolio_work_more --> portfolio_work_item: yes#58; one more" in shown
    for line in mermaid(FLOWS["hostile"]).splitlines():
        bare = re.sub(r"#(?:\d+|\w+);", "", line)
        assert ";" not in bare
        assert bare.count(":") <= 1
        assert bare.count('"') in {0, 2}
        assert not set("<\x1b\u202e") & set(bare)
        assert bare.count("{") == bare.endswith("{")


def test_a_stage_cut_between_two_sheets_has_a_frame_and_its_title_on_each() -> None:
    (_first, second) = sheets(FLOW, 1075)
    cut_off = ET.fromstring(second)
    _x, top, _wide, high = map(float, cut_off.get("viewBox", "").split())
    assert "Portfolio (continued)" in [text.text for text in cut_off.iter(f"{NS}text")]
    stages = [box for kind, box in boxes(cut_off) if kind == "stage"]
    assert all(top < box.top and box.bottom < top + high for box in stages)


def test_lines_are_as_wide_as_they_may_be_and_lose_nothing() -> None:
    words = "reflective supervision of everyone" + "x" * 60
    lines = wrapped(words, 12, 100)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert max(width(line, 12) for line in lines) <= 100
    assert wrapped("", 12, 100) == []


def test_the_picture_in_the_readme_is_what_the_command_draws(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["flow", "diagram", "--format", "svg"]) == 0
    assert README.read_text("utf-8") == capsys.readouterr().out, (
        "run: intake flow diagram --format svg --to tests/snapshot/interview.svg"
    )
    assert "tests/snapshot/interview.svg" in (README.parents[2] / "README.md").read_text("utf-8")
