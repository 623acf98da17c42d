"""Packs that mean harm: what is wrong, the code that names it, and how the sound pack is spoilt."""

import os
from collections.abc import Callable
from pathlib import Path

FLOW, WORDS, RULES = "application.yaml", "phrases.yaml", "rulebook/rules.yaml"
HELLO = "greeting: Hello."


def put(name: str, old: str, new: str) -> Callable[[Path], None]:
    """A change of one file."""

    def change(pack: Path) -> None:
        text = (pack / name).read_text("utf-8")
        assert old in text
        (pack / name).write_text(text.replace(old, new, 1), "utf-8")

    return change


def removed(pack: Path) -> None:
    """A file that is not there."""
    (pack / WORDS).unlink()


def a_pipe(pack: Path) -> None:
    """A file that would never be read to its end."""
    (pack / WORDS).unlink()
    os.mkfifo(pack / WORDS)


def endless(pack: Path) -> None:
    """A file without an end."""
    (pack / WORDS).unlink()
    (pack / WORDS).symlink_to("/dev/zero")


LAUGHS = "\n".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
RING = "".join(
    f"  f{n}: {{title: t, op: earliest, of: training.date, after: f{(n + 1) % 1000}}}\n" for n in range(1000)
)
CASES: list[tuple[str, str, Callable[[Path], None]]] = [
    ("200,000 brackets", "yaml-deep", put(FLOW, HELLO, "greeting: " + "[" * 200_000)),
    ("200,000 braces", "yaml-deep", put(FLOW, HELLO, "greeting: " + "{a: " * 200_000)),
    ("an alias", "yaml-alias", put(FLOW, HELLO, "greeting: &a [*a]")),
    ("a billion laughs", "yaml-alias", put(FLOW, HELLO, f"a: &a [lol]\n{LAUGHS}")),
    ("a tag that runs", "yaml-tag", put(FLOW, HELLO, "greeting: !!python/object/apply:os.abort []")),
    ("a key twice", "yaml-key-twice", put(FLOW, HELLO, f"{HELLO}\n{HELLO}")),
    ("ten megabytes", "file-large", put(FLOW, HELLO, "greeting: " + "x" * 10**7)),
    ("half a million values", "yaml-many", put(FLOW, HELLO, "greeting: [" + "x," * 500_000 + "]")),
    ("the country no for a name", "value-wrong", put(FLOW, "{id: apply, label: apply one}", "{id: 012, label: no}")),
    ("no for a number", "value-wrong", put(FLOW, "version: 1", "version: no")),
    ("a pattern", "keyword-unknown", put(FLOW, "{const: imhm}", "{pattern: '(a+)+$'}")),
    ("a schema from elsewhere", "keyword-unknown", put(FLOW, "{const: imhm}", "{$ref: 'http://127.0.0.1/x'}")),
    ("a phrase of 2^40", "value-wrong", put(WORDS, "surely: |\n", "surely: |\n  " + "(a|b) " * 40 + "\n")),
    ("a phrase of brackets", "value-wrong", put(WORDS, "surely: |\n", "surely: |\n  " + "(" * 100_000 + "\n")),
    ("a thousand facts in a ring", "fact-cycle", put(RULES, "  transcripts:\n", f"{RING}  transcripts:\n")),
    ("a question that waits for itself", "condition-cycle", put(
        FLOW, "kind: yes_no, unsure: false}", "kind: yes_no, when: {ready: {const: true}}}"
    )),
    ("a file that is missing", "file-missing", removed),
    ("a pipe", "file-missing", a_pipe),
    ("a file without an end", "file-missing", endless),
]  # fmt: skip
