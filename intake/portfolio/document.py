"""A portfolio as facts are reckoned from it: items by section, single answers by name, lists called complete."""

from typing import Any, NamedTuple

from intake.portfolio.records import LISTS
from intake.portfolio.signing import signed_digest

#: Sections that hold one record each.
SINGLES = ("applicant", "membership", "endorsement", "target", "moving", "ethics", "exam", "renewal")


class Answers(NamedTuple):
    """What is known of a case; `lists` is section → item → field → value, `known` is `section.field` → value."""

    lists: dict[str, dict[str, dict[str, Any]]]
    known: dict[str, Any]
    finished: frozenset[str]

    def items(self, section: str) -> dict[str, dict[str, Any]]:
        """Item → field → value; the one record of a section asked once goes by the section's name."""
        if section in LISTS:
            return self.lists.get(section, {})
        prefix = f"{section}."
        fields = {name.removeprefix(prefix): v for name, v in self.known.items() if name.startswith(prefix)}
        return {section: fields}

    def whole(self, section: str) -> bool:
        """Whether no further item of the section can come."""
        return section not in LISTS or section in self.finished


def answers(portfolio: dict[str, Any]) -> Answers:
    """The answers in a document of the shape of `data/portfolio.json`."""
    lists = {section: {item["id"]: _filled(item, "id") for item in portfolio.get(section) or []} for section in LISTS}
    known = {
        f"{section}.{field}": value
        for section in SINGLES
        for field, value in _filled(portfolio.get(section) or {}, "signature", "lapsed").items()
    }
    signature: dict[str, Any] = (portfolio.get("ethics") or {}).get("signature") or {}
    known["ethics.signed"] = bool(signature) and signature["portfolio_sha256"] == signed_digest(portfolio)
    finished = portfolio.get("finished")
    return complete(lists, known, frozenset(LISTS if finished is None else finished))


def complete(lists: dict[str, dict[str, dict[str, Any]]], known: dict[str, Any], finished: frozenset[str]) -> Answers:
    """Answers with the lists called complete as facts of their own, such as `training.finished`."""
    return Answers(lists, known | {f"{name}.finished": True for name in finished}, finished)


def _filled(record: dict[str, Any], *leave: str) -> dict[str, Any]:
    return {field: value for field, value in record.items() if value is not None and field not in leave}
