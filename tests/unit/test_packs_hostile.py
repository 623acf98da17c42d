"""Packs that mean harm are refused with file and line, in a second and 200 MB of memory."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from broken_packs import SOUND

from intake.packs.load import load_flow, packs_in

FLOW, WORDS, RULES = "application.yaml", "phrases.yaml", "rulebook/rules.yaml"
HELLO = "greeting: Hello."
MOST_SECONDS, MOST_MIB = 1.0, 200
#: Checks a folder in a process of its own, and says with which codes, processor time and peak of memory.
CHECK = """
import json, resource, sys, time
from pathlib import Path
from intake.packs.check import check
from intake.packs.load import packs_in
start = time.process_time()
with packs_in(Path(sys.argv[1])):
    report = check()
took = time.process_time() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([[[f.file, f.line, f.code] for f in report.findings], took, peak]))
"""


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


@pytest.mark.parametrize(("code", "spoil"), [pytest.param(code, do, id=what) for what, code, do in CASES])
def test_it_is_refused_with_file_and_line_in_a_second_and_little_memory(
    code: str, spoil: Callable[[Path], None], tmp_path: Path
) -> None:
    packs = shutil.copytree(SOUND, tmp_path / "packs")
    spoil(packs / "sample")
    told = subprocess.run(
        [sys.executable, "-c", CHECK, str(packs)], capture_output=True, text=True, timeout=60, check=True
    )
    findings, seconds, mebibytes = json.loads(told.stdout)
    assert {found[2] for found in findings} == {code}
    assert all(Path(file).is_relative_to(packs) and line >= 1 for file, line, _code in findings)
    assert seconds <= MOST_SECONDS
    assert mebibytes <= MOST_MIB


@pytest.mark.parametrize(("written", "meant"), [("no", "no"), ("012", "012"), ("0x1F", "0x1F"), ("1_000", "1_000")])
def test_what_other_readers_take_for_something_else_stays_as_it_was_written(
    written: str, meant: str, tmp_path: Path
) -> None:
    packs = shutil.copytree(SOUND, tmp_path / "packs")
    put(FLOW, "{id: apply, label: apply one}", f"{{id: apply, label: {written}, aliases: [{written}x]}}")(
        packs / "sample"
    )
    with packs_in(packs):
        question = load_flow("sample/application")[0].question("applicant.purpose")
    assert question is not None
    assert question.choices[0].label == meant
