"""What holds of every portfolio, every name and every document."""

import hashlib
import json
import posixpath
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.bundle import bag
from intake.bundle.check import check
from intake.bundle.names import problem
from intake.bundle.strict import StrictError, parse
from intake.bundle.write import write
from intake.portfolio.models import Portfolio
from intake.portfolio.signing import signed_digest
from intake.text import visible

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
DATES = st.sampled_from(["2017", "2017-05", "2017-05-13", "2019-23", "201X", "[2013,2014]"])
HOURS = st.floats(0, 1000) | st.integers(0, 1000)
TRAININGS = st.fixed_dictionaries({}, optional={"title": WORDS, "provider": WORDS, "date": DATES, "hours": HOURS})
WORK = st.fixed_dictionaries(
    {},
    optional={
        "title": WORDS,
        "description": WORDS,
        "span": st.builds(lambda start, end: {"start": start, "end": end}, DATES, DATES | st.just("..")),
        "paid": st.booleans(),
        "hours_per_week": st.floats(0.5, 168),
        "ages": st.lists(st.sampled_from(["birth_to_3", "older", "none"]), unique=True),
    },
)
FILES = st.lists(st.binary(max_size=300), max_size=3)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)


def _numbered(section: str, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [item | {"id": f"{section}-{number}"} for number, item in enumerate(items, start=1)]


@st.composite
def portfolios(draw: st.DrawFn, files: list[bytes]) -> dict[str, Any]:
    """A portfolio in its JSON form, with `files` attached."""
    attachments = [
        {
            "item": "education-1",
            "name": draw(WORDS),
            "file": f"{number:02}-file.bin",
            "sha256": hashlib.sha256(data).hexdigest(),
            "size": len(data),
        }
        for number, data in enumerate(files, start=1)
    ]
    parts = {
        "applicant": {"name": draw(st.none() | WORDS)},
        "training": _numbered("training", draw(st.lists(TRAININGS, max_size=4))),
        "work": _numbered("work", draw(st.lists(WORK, max_size=3))),
        "asked": draw(st.lists(WORDS, max_size=3)),
        "attachments": attachments,
    }
    return Portfolio.model_validate(parts).model_dump(mode="json")


@given(st.data(), FILES)
@settings(max_examples=60, deadline=None)
def test_what_goes_in_comes_out_and_is_sound(data: st.DataObject, files: list[bytes]) -> None:
    """Any words in any field, any attachments: the check finds nothing, and the portfolio is the one that went in."""
    portfolio = data.draw(portfolios(files))
    with tempfile.TemporaryDirectory() as folder:
        kept = {name: Path(folder, entry["file"]) for name, entry in bag.enclosed(portfolio)}
        for place, content in zip(kept.values(), files, strict=True):
            place.write_bytes(content)
        target = Path(folder, "bundle.zip")
        first = write(target, portfolio, (), kept)
        report = check(target)
        assert report.findings == ()
        assert report.portfolio == portfolio
        assert write(target, dict(reversed(portfolio.items())), (), kept) == first


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_signature_stands_over_answers_and_not_over_their_form(data: st.DataObject) -> None:
    """Fields without a value and the order of fields make no difference; any answer more does."""
    portfolio = data.draw(portfolios([]))
    bare = {name: value for name, value in portfolio.items() if value not in (None, [])}
    assert signed_digest(bare) == signed_digest(dict(reversed(portfolio.items()))) == signed_digest(portfolio)
    more = portfolio | {"training": [*portfolio["training"], {"id": "training-99"}]}
    assert signed_digest(more) != signed_digest(portfolio)


@given(st.text(st.sampled_from("ab./\\:~ \x00é") | st.characters(), max_size=12))
def test_a_name_without_a_problem_stays_in_its_folder(name: str) -> None:
    """On any system: joined and normalised, it is what it was."""
    if problem(name) is None:
        assert posixpath.normpath(posixpath.join("/bag", name)) == f"/bag/{name}"
        assert visible(name) == name
        assert not Path(name).is_absolute()


@given(st.dictionaries(WORDS, JSON, max_size=4))
def test_a_document_is_read_as_it_was_written(value: dict[str, Any]) -> None:
    """By any writer of JSON."""
    for ascii_only in (True, False):
        assert parse(json.dumps(value, ensure_ascii=ascii_only).encode()) == value


def _read(data: bytes) -> dict[str, Any] | str:
    """The document in `data`, or the code with which it is refused."""
    try:
        return parse(data)
    except StrictError as error:
        return error.code


@given(st.binary(max_size=40) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Nothing else happens: no crash, and what is read is what the standard library reads."""
    outcome = _read(data)
    assert outcome == json.loads(data) if isinstance(outcome, dict) else outcome.startswith("json-")


@given(st.dictionaries(WORDS, JSON, min_size=1, max_size=3), st.data())
def test_a_field_named_twice_is_always_refused(value: dict[str, Any], data: st.DataObject) -> None:
    """At any place of an object."""
    twice = data.draw(st.sampled_from(sorted(value)))
    pairs = [*value.items(), (twice, 1)]
    text = "{" + ",".join(f"{json.dumps(name)}:{json.dumps(part)}" for name, part in pairs) + "}"
    assert _read(text.encode()) == "json-duplicate-field"
