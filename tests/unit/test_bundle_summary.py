"""The summary: what is missing first, everything in it, nothing obeyed, and readable by everybody."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from bundle_samples import judgement, portfolio, verdicts
from msgspec.structs import replace

from intake.bundle import labels
from intake.bundle.missing import left
from intake.bundle.style import STYLE
from intake.bundle.summary import summary
from intake.portfolio.schema import portfolio_schema
from intake.rulebook.verdicts import Cite, Task, Verdict

NAUGHTY = Path(__file__).parents[3] / "shared" / "corpora" / "naughty-strings.json"
HOSTILE = [
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "</style><style>@import 'http://evil'</style>",
    "&lt;b&gt; &amp;",
    "\u202eevil\u2066",
    "\x1b[2J\x00\x9b",
    "<!-- ",
]
STRINGS = HOSTILE + (json.loads(NAUGHTY.read_text(encoding="utf-8")) if NAUGHTY.exists() else [])

#: Everything that the page is made of, and the attributes that are allowed on it.
TAGS = {"html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "h3", "p", "ul", "li"}
TAGS |= {
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "strong",
    "q",
    "code",
    "pre",
    "header",
    "nav",
    "a",
    "div",
}
TAGS |= {"svg", "desc", "defs", "pattern", "g", "path", "circle", "rect", "line", "text"}
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "scope", "class", "id", "href", "role", "tabindex"}
ATTRIBUTES |= {"aria-label", "aria-labelledby", "viewbox", "width", "height", "fill", "patternunits"}
ATTRIBUTES |= {"d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r"}


class Page(HTMLParser):
    """What a browser would see: elements in order, their attributes, and the text."""

    def __init__(self, html: str) -> None:
        """Parse `html` at once."""
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Every element is closed in its turn."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data

    def handle_comment(self, data: str) -> None:
        """There is none."""
        raise AssertionError(data)


def _full(text: str) -> dict[str, Any]:
    """A portfolio that says `text` wherever a person can say anything."""
    document = portfolio()
    document["applicant"]["name"] = document["applicant"]["email"] = text
    document["asked"] = [text]
    document["work"][0] |= {"title": text, "employer": text, "description": text}
    document["education"][0] |= {"subject": text, "school": text}
    document["references"] = [{"id": "references-1", "name": text}]
    document["ethics"]["signature"] |= {"name": text, "intent": text}
    document["attachments"][0]["name"] = text
    document["open"] = [{"question": text, "item": None, "why": "skipped"}]
    return document


def _said(text: str) -> tuple[Verdict, ...]:
    """A verdict that says `text`, as it might stand in an item's title."""
    from_items = {"counted": (), "not_counted": (), "figures": {text: {"strict": text, "loose": 1}}}
    cite = Cite(text, text, text)
    shared: dict[str, Any] = {"track": "", "title": text, "rule": text, "cite": cite, **from_items}
    return (*verdicts(), Verdict(id="x", group="level", level="", verdict="not_met", ask=text, to_do=text, **shared))


def test_nothing_a_person_typed_is_obeyed() -> None:
    """Whatever the strings: the same elements, no scripts, no way out, no controls, and the text is still there."""
    plain = Page(summary(_full("plain"), _said("plain"))).tags
    for start in range(0, len(STRINGS), 20):
        text = "\n".join(STRINGS[start : start + 20])
        html = summary(_full(text), _said(text))
        page = Page(html)
        # a picture breaks a long text into several lines
        assert [name for name in page.tags if name != "text"] == [name for name in plain if name != "text"]
        assert all(value.startswith("#") for name, value in page.attributes if name == "href" and value is not None)
        assert {name for name, _ in page.attributes} <= ATTRIBUTES
        assert set(page.tags) <= TAGS
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", html)
        html.encode("utf-8")


def test_the_page_allows_itself_nothing() -> None:
    """No script and nothing from elsewhere, by its own policy."""
    html = summary(portfolio(), verdicts())
    assert "default-src &#x27;none&#x27;" not in html
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'\"" in html
    assert not re.search(r"https?:|//|url\((?!#timeline-)|@import|<script|<link|<img", html)


def test_a_reader_of_screens_finds_its_way() -> None:
    """A language, one first heading, no level left out, a caption on every table, a scope on every head of a row."""
    page = Page(summary(portfolio(), verdicts()))
    assert ("lang", "en") in page.attributes
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.tags.count("caption") == page.tags.count("table")
    assert [v for n, v in page.attributes if n == "scope"].count("row") >= page.tags.count("table")
    assert page.tags.count("th") == sum(name == "scope" for name, _ in page.attributes)


def test_what_is_missing_comes_first_and_apart() -> None:
    """Yours to do, waiting on others, to be confirmed; gaps of levels not applied for are not among them."""
    before, _, text = Page(summary(portfolio(), _said("a gap of mine"))).text.partition("How to verify this bundle")
    assert "Only the association decides" in before
    places = [
        text.index(part)
        for part in (
            "What is still missing",
            "Yours to do",
            "Waiting on others",
            "To be confirmed by the association",
            "Questions without an answer",
            "Questions for the association",
            "What the rules say",
            "Work over the years",
            "The answers",
            "Attachments",
            "Signature",
            "What is official here",
            "How to verify",
        )
    ]
    assert places == sorted(places)
    missing = text[: places[5]]
    assert "Yours to do: 1 · Waiting on others: 1 · To be confirmed by the association: 1 · Not answered: 1" in missing
    assert missing.index("Waiting on others\n") < missing.index("Three references") < missing.index("Supervised work")
    assert "Specialised work" not in missing
    assert "Written exam: date" in missing
    assert "not sure" in missing


def test_a_verdict_shows_its_proof() -> None:
    """Rule, figures, what counted and what did not and why, the sentence, other guidance labelled, the earliest day."""
    text = Page(summary(portfolio(), verdicts())).text
    for part in (
        "Confirm with the association",
        "at least 24 months",
        "supervised months: 27 months for certain; up to 29 if the association or an exact date says so",
        "parent-infant therapist, Chesterfield (Work 1): 27 to 29 months",
        "supervisor of interns (Work 2): not supervised",
        "VAIMH page, “A Brief Overview, 3”",
        "a minimum of 2 years supervised work experience",
        "Other guidance, not judged by",
        "post-graduate, supervised and paid (VA-4)",
        "May 13, 2026, if nothing else changes",
        "Does this work count as relationship-focused?",
        "Does service coordination count?",
    ):
        assert part in text


def test_every_answer_is_shown_in_words() -> None:
    """Dates and choices as people say them, doubts marked, and the ways to verify."""
    text = Page(summary(portfolio(), verdicts())).text
    for part in (
        "Dana Whitfield",
        "Master's degree",
        "May 2017",
        "February 2021 to now (not certain)",
        "February 2021 to June 2023",
        "birth to 3, caregivers",
        "Zeugnis Übersicht.pdf",
        "sha256sum -c",
        "bagit.py --validate",
        "intake check",
        portfolio()["ethics"]["signature"]["portfolio_sha256"],
        portfolio()["attachments"][0]["sha256"],
    ):
        assert part in text


def test_nothing_is_missing_is_said_with_the_rules_named() -> None:
    """And never where no rules were applied."""
    complete = portfolio() | {"judged": judgement() | {"gaps": [], "waiting": []}}
    assert "leave nothing missing" in summary(complete, verdicts())
    assert "leave nothing missing" not in summary(portfolio(), verdicts())
    assert "leave nothing missing" not in summary(portfolio() | {"judged": None}, ())


def test_the_same_portfolio_is_the_same_page_in_any_order_of_fields() -> None:
    """The page is made again from the document that was read back, whose fields are sorted."""
    document = portfolio()
    assert summary(json.loads(json.dumps(document, sort_keys=True)), verdicts()) == summary(document, verdicts())


def test_a_list_not_called_complete_says_so() -> None:
    """So that nobody takes it for all there is."""
    page = summary(portfolio() | {"finished": ["work"]}, verdicts())
    assert page.count("The applicant has not called this list complete.") == 4


def _fields(part: Any) -> list[tuple[str, list[str]]]:
    """Every field of the schema with the choices that it allows."""
    if isinstance(part, list):
        return [found for entry in part for found in _fields(entry)]
    if not isinstance(part, dict):
        return []
    own = [(name, _choices(field)) for name, field in part.get("properties", {}).items()]
    return own + [found for value in part.values() for found in _fields(value)]


def _choices(part: Any) -> list[str]:
    if isinstance(part, list):
        return [choice for entry in part for choice in _choices(entry)]
    if not isinstance(part, dict):
        return []
    own = [*part.get("enum", []), *([part["const"]] if "const" in part else [])]
    return own + [choice for value in part.values() for choice in _choices(value)]


SHOWN_ELSEWHERE = {"verdicts", "why", "format_", "official"}


@pytest.mark.parametrize(("name", "choices"), [f for f in _fields(portfolio_schema()) if f[0] not in SHOWN_ELSEWHERE])
def test_every_field_and_choice_has_words(name: str, choices: list[str]) -> None:
    """No name of a program shows: no underscore, and nothing that promises."""
    shown = [labels.heading(name), *(labels.answer(name, c) for c in choices if not c.startswith("intake-portfolio"))]
    for label in shown:
        assert label
        assert "_" not in label
        assert not re.search(r"approved|eligible|passed|congratulations", label, re.IGNORECASE)


def test_the_page_promises_nothing() -> None:
    """Only the association decides."""
    document = portfolio() | {"exam": {"status": "passed", "date": "2025-09"}}
    page = summary(document, verdicts())
    assert not re.search(r"\b(approved?|approval|eligible|passed|qualif\w+|congratulations)\b", page, re.IGNORECASE)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * d for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_colour_can_be_read() -> None:
    """7 to 1 against every background (WCAG 2, level AAA); and the words of a verdict differ without any colour."""
    inks = re.findall(r"[{ ]color: (#[0-9a-f]{3,6})", STYLE)
    papers = re.findall(r"background: (#[0-9a-f]{3,6})", STYLE)
    assert len(inks) >= 5
    assert len(papers) >= 2
    for ink in inks:
        for paper in papers:
            assert _contrast(ink, paper) >= 7
    page = Page(summary(portfolio(), verdicts())).text
    assert "✗ Not met" in page
    assert "→ Confirm with the association" in page


def test_the_page_can_be_printed() -> None:
    """It has a style for paper."""
    assert "@media print" in summary(portfolio(), verdicts())


def test_what_one_rule_leaves_to_do_for_several_entries_stands_under_those_whose_turn_it_is() -> None:
    tasks = (Task("Ask GMU", item="education-1"), Task("Transcript of VCU", waiting=True, item="education-2"))
    several = replace(verdicts()[0], to_do="Ask each school", tasks=tasks)
    mine, waiting = left({"gaps": [several.id], "waiting": []}, [several])
    assert ([texts for _verdict, texts in mine], [texts for _verdict, texts in waiting]) == (
        [["Ask GMU"]],
        [["Transcript of VCU"]],
    )
    page = Page(summary(portfolio() | {"judged": judgement() | {"gaps": [several.id], "waiting": []}}, [several]))
    assert "Yours to do: 1 · Waiting on others: 1" in page.text
    assert page.text.index("Ask GMU") < page.text.index("Waiting on others\n") < page.text.index("Transcript of VCU")


def test_a_choice_is_called_what_it_was_when_it_was_chosen() -> None:
    assert labels.answer("relation", "supervisor") == "supervisor, teacher or trainer"
    assert labels.answer("purpose", "apply") == "apply for the first time"
