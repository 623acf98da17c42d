"""Requests and ratings from strangers: read where they are in order, refused kindly and at once where they are not."""

import json
import time
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reference_samples import rating, request

from intake.portfolio.schema import schema_text
from intake.references.distinct import Person, doubles, shared
from intake.references.errors import RatingError
from intake.references.rating import rating_bytes, read_rating
from intake.references.request import read_request, request_bytes, request_id
from intake.references.schema import FILES, reference_schema
from intake.resources import schemas_folder

READ: dict[str, tuple[Callable[[bytes], object], bytes]] = {
    "rating_request": (read_request, request_bytes(request())),
    "rating": (read_rating, rating_bytes(rating())),
}
HOSTILE = {
    "empty": b"",
    "no object": b"[]",
    "not JSON": b"{",
    "not text": b"\xff\xfe{}",
    "deep": b'{"format":' * 100_000,
    "lists": b"[" * 100_000,
    "huge": b'{"a":"' + b"x" * (2 << 20) + b'"}',
    "nan": b'{"made":NaN}',
    "long number": b'{"made":' + b"9" * 15_000 + b"}",
    "twice": b'{"id":"4k7m2x9tq3ra","id":"4k7m2x9tq3rb"}',
    "half a character": b'{"id":"\\ud800"}',
}


@pytest.mark.parametrize("name", READ)
def test_what_was_written_is_read_back(name: str) -> None:
    read, data = READ[name]
    assert read(data) == (request() if name == "rating_request" else rating())


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", READ)
def test_what_is_hostile_is_refused_kindly_and_at_once(name: str, data: bytes) -> None:
    read, _own = READ[name]
    begin = time.process_time()
    with pytest.raises(RatingError, match="Ask for it again"):
        read(data)
    assert time.process_time() - begin < 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "../../../etc/x"),
        ("id", "4K7M2X9TQ3RA"),
        ("applicant", ""),
        ("applicant", "x" * 501),
        ("applicant", "Dana\x1b[2J"),
        ("referee", "Robin\u202e"),
        ("waiver", None),
        ("made", "yesterday"),
        ("keys", "0"),
        ("more", "x"),
        ("format", "intake-reference-request/2"),
        ("kind", ["supervisor"]),
    ],
)
def test_a_request_with_something_else_in_it_is_refused(field: str, value: Any) -> None:
    with pytest.raises(RatingError, match="The request"):
        read_request(json.dumps(json.loads(request_bytes(request())) | {field: value}).encode())


def test_a_request_holds_nothing_of_the_applicant_but_the_name() -> None:
    assert set(json.loads(request_bytes(request()))) == {
        *("format", "id", "association", "applicant", "referee", "kind", "waiver", "level", "edition", "made", "keys")
    }


@given(st.binary(min_size=8, max_size=32))
def test_an_id_is_what_a_request_may_have(random: bytes) -> None:
    assert read_request(request_bytes(request(id=request_id(random)))).id == request_id(random)


@pytest.mark.parametrize("name", FILES)
def test_the_committed_schema_is_the_one_of_the_models(name: str) -> None:
    """Write it anew with `schema_text(reference_schema(name))` after a change of the models."""
    schema = reference_schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert (schemas_folder() / f"{name}.schema.json").read_text("utf-8") == schema_text(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(READ[name][1]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Robin Avery", "robin  AVERY"),
        ("Robin Avery", "Avery, Robin"),
        ("Robin Avery", "Dr. Robin B. Avery, LCSW"),
        ("José Núñez", "Jose Nunez"),
        ("Mary O'Neil", "Mary ONeil"),
    ],
)
def test_one_name_in_two_ways_of_writing_is_one_person(one: str, other: str) -> None:
    assert shared(Person(one), Person(other)) == "the same name"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Person("Robin Avery"), Person("Robin Averill")),
        (Person("Robin Avery"), Person("Robin")),
        (Person(), Person()),
        (Person("", "", "12"), Person("", "", "12")),
        (Person("A", "a@x.org"), Person("B", "b@x.org")),
    ],
)
def test_two_people_stay_two(one: Person, other: Person) -> None:
    assert shared(one, other) == ""


def test_every_pair_is_looked_at() -> None:
    people = [Person("A B"), Person("C D", "x@y.org"), Person("B A"), Person("E F", "X@y.org")]
    assert [(a, b) for a, b, _by in doubles(people)] == [(0, 2), (1, 3)]
