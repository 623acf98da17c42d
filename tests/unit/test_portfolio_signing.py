"""What a signature stands over: the answers, all of them, and nothing that the program adds."""

import copy
from typing import Any

import pytest

from intake.portfolio.document import answers
from intake.portfolio.signing import signed_digest

PORTFOLIO: dict[str, Any] = {
    "format": "intake-portfolio/1",
    "applicant": {"name": "Dana Whitfield", "email": None},
    "education": [{"id": "education-1", "credential": "master", "awarded": "2017-05"}],
    "training": [{"id": "training-1", "title": "Circle of Security", "hours": 6}],
    "ethics": {"read": True},
    "attachments": [],
    "approximate": [],
}


def changed(path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """The portfolio with one thing in it changed."""
    portfolio = copy.deepcopy(PORTFOLIO)
    place: Any = portfolio
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return portfolio


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("applicant", "name"), "Dana Whitfeld"),
        (("applicant", "email"), "dana@example.org"),
        (("education", 0, "awarded"), "2017-06"),
        (("education", 0, "id"), "education-2"),
        (("training", 0, "hours"), 6.5),
        (("training",), []),
        (("ethics", "read"), False),
        (("attachments",), [{"item": "education-1", "name": "a.pdf", "sha256": "0" * 64}]),
        (("approximate",), ["training-1.hours"]),
        (("finished",), ["training"]),
    ],
)
def test_every_answer_is_signed(path: tuple[str | int, ...], value: Any) -> None:
    assert signed_digest(changed(path, value)) != signed_digest(PORTFOLIO)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("judged",), {"complete": False}),
        (("flow",), {"id": "vaimh/application"}),
        (("open",), [{"question": "applicant.email"}]),
        (("asked",), ["Does service coordination count?"]),
        (("ethics", "signature"), {"name": "Dana Whitfield"}),
        (("education", 0, "expires"), None),
        (("exam",), {"status": None}),
        (("references",), []),
        (("training", 0, "hours"), 6.0),
    ],
)
def test_what_the_program_adds_and_what_is_empty_leaves_a_signature_as_it_was(
    path: tuple[str | int, ...], value: Any
) -> None:
    assert signed_digest(changed(path, value)) == signed_digest(PORTFOLIO)


def test_the_order_of_fields_does_not_matter_and_that_of_items_does() -> None:
    two = changed(("training",), [{"id": "training-1", "title": "A"}, {"title": "B", "id": "training-2"}])
    turned = changed(("training",), [{"title": "B", "id": "training-2"}, {"id": "training-1", "title": "A"}])
    assert signed_digest(dict(reversed(PORTFOLIO.items()))) == signed_digest(PORTFOLIO)
    assert signed_digest(two) != signed_digest(turned)


def test_the_code_is_signed_while_the_answers_are_those_that_were_signed() -> None:
    signature = {"name": "Dana Whitfield", "portfolio_sha256": signed_digest(PORTFOLIO)}
    signed = changed(("ethics", "signature"), signature)
    assert answers(PORTFOLIO).known["ethics.signed"] is False
    assert answers(signed).known["ethics.signed"] is True
    assert answers(signed | {"training": []}).known["ethics.signed"] is False


def test_a_document_that_does_not_say_which_lists_are_complete_means_all() -> None:
    assert answers(PORTFOLIO).finished == {"education", "training", "work", "supervision", "references"}
    some = answers(PORTFOLIO | {"finished": ["training"]})
    assert some.finished == {"training"}
    assert some.known["training.finished"] is True
    assert "work.finished" not in some.known
