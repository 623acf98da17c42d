"""An e-mail address as it is spelled out on the telephone, among other words: "ada dot poe at gmail dot com"."""

import re

from intake.understand.emails import email

_JOIN = r"\s+(?:dot|underscore|dash|hyphen)\s+"
_SPELLED = re.compile(
    rf"(?<![\w.@])(?P<name>[\w.+-]+(?:{_JOIN}[\w+-]+)*)\s+at\s+[\w-]+(?:{_JOIN}[\w-]+)*(?:\s+dot\s+|\.)"
    r"(?:com|org|net|edu|gov|us|info)(?![\w-])",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\be-?mail\b", re.IGNORECASE)
_AT_WORK = re.compile(r"(?:work|volunteer|teach|train|intern)(?:s|es|ed|ing)?|is|am|was|been|job", re.IGNORECASE)
_MARKED = re.compile(r"[.0-9_-]|\s")


def written(words: str) -> str:
    """`words` with an address in them that is spelled out as it is written; "works at gmail.com" is none."""
    found = _SPELLED.search(words)
    if (
        not found
        or _AT_WORK.fullmatch(found["name"])
        or not (_MARKED.search(found["name"]) or _MAIL.search(words) or found[0] == words.strip(" ."))
    ):
        return words
    address = email(found[0])
    return f"{words[: found.start()]}{address.value}{words[found.end() :]}" if address else words
