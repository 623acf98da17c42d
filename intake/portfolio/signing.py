"""What a signature stands over: the applicant's own answers, and nothing that the program reckoned from them."""

from typing import Any

from intake.canonical import digest

#: What comes from the program or from referees, or tells how far the interview got; it may change without touching
#: what was signed.
_NOT_SIGNED = frozenset({"judged", "flow", "open", "asked", "requests", "ratings"})
#: Signatures themselves.
_RECORDS = frozenset({"signature", "lapsed"})


def signed_digest(portfolio: dict[str, Any]) -> str:
    """The SHA-256, as 64 hexadecimal digits, of what a signature over `portfolio` (its JSON form) stands over.

    Fields without a value are left out, so that a later version of the format with more of them leaves a signature as
    good as it was. 12 and 12.0 are one number. Raises TypeError on what JSON cannot hold.
    """
    answers = {name: value for name, value in portfolio.items() if name not in _NOT_SIGNED}
    files = [{n: v for n, v in entry.items() if n != "lost"} for entry in portfolio.get("attachments") or []]
    ethics = {name: value for name, value in (portfolio.get("ethics") or {}).items() if name not in _RECORDS}
    return digest(filled(answers | {"ethics": ethics, "attachments": files}))


def filled(value: Any) -> Any:
    """`value` without fields that are null or empty, at any depth; places in a list stay."""
    if isinstance(value, dict):
        fields = {name: filled(field) for name, field in value.items()}
        return {name: field for name, field in fields.items() if field is not None and field not in ([], {})}
    if isinstance(value, list):
        return [filled(entry) for entry in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def same_name(one: str, other: str) -> bool:
    """Whether two names are one but for capitals and blanks."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
