"""How long it takes to prove a large pack: 1,000 questions, 500 requirements, and the words of the shipped pack.

    uv run python tests/bench/checking.py

The pack is the sound one of `tests/data/packs` with 900 questions more, most of them under conditions (on one, two or
three answers before: yes or no, choices, thresholds), 300 facts over its lists and 500 requirements over facts and
answers. Prints the median processor time of five checks, each with reading the files, beside that in which libyaml
alone parses the same files; and what was looked at. Bar: 1 second. Ends with 1 where it is missed, or where anything
is found.
"""

import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from intake.packs.check import Report, check
from intake.packs.load import packs_in
from intake.packs.yaml import read
from intake.resources import flows_folder

SOUND = Path(__file__).parents[1] / "data" / "packs" / "sound"
QUESTIONS, FACTS, REQUIREMENTS, RUNS, BAR = 1000, 300, 500, 5, 1.0
Tree = dict[str, Any]


def generate(folder: Path) -> None:
    """Write the pack below `folder`."""
    shutil.copytree(SOUND, folder, dirs_exist_ok=True)
    shipped, sample = flows_folder() / "vaimh", folder / "sample"
    for name in ("phrases.yaml", "glossary.yaml"):
        shutil.copy(shipped / name, sample / name)
    choose = random.Random(7)
    flow, rules = sample / "application.yaml", sample / "rulebook" / "rules.yaml"
    asked: Tree = read(flow)[0]
    asked["about"] = read(shipped / "application.yaml")[0]["about"]
    here = sum(len(section["questions"]) for stage in asked["stages"] for section in stage["sections"])
    more = sections(QUESTIONS - here, choose)
    asked["stages"][-1]["sections"][:0] = more
    flow.write_text(yaml.safe_dump(asked, sort_keys=False, allow_unicode=True), "utf-8")
    judged: Tree = read(rules)[0]
    extend(judged, more, choose)
    rules.write_text(yaml.safe_dump(judged, sort_keys=False, allow_unicode=True), "utf-8")


def sections(count: int, choose: random.Random) -> list[Tree]:
    """So many questions in sections of thirty, most of them under a condition on what was answered before."""
    answered: list[tuple[str, str]] = []
    made: list[Tree] = []
    for start in range(0, count, 30):
        name = f"part_{start // 30}"
        questions = []
        for n in range(min(30, count - start)):
            kind = choose.choice(["yes_no", "choice", "hours"])
            words = {"ask": "Which?", "label": f"answer {n}", "why": "It is asked for.", "help": "Say it."}
            question: Tree = {"field": f"q{n}", **words, "kind": kind}
            if kind == "choice":
                question["choices"] = [{"id": f"o{m}", "label": f"option {m}"} for m in range(5)]
            picked = choose.sample(answered, min(len(answered), choose.choice([0, 1, 1, 2, 3])))
            if picked:
                question["when"] = {fact: holds(of, choose) for fact, of in picked}
            questions.append(question)
            if not picked:
                answered.append((f"{name}.q{n}", kind))
        made.append({"id": name, "title": f"Part {start // 30}", "questions": questions})
    return made


def holds(kind: str, choose: random.Random) -> Tree:
    """A schema that some answers of a kind satisfy."""
    if kind == "yes_no":
        return {"const": choose.random() < 0.5}
    if kind == "choice":
        return {"enum": choose.sample([f"o{m}" for m in range(5)], choose.choice([1, 2, 3]))}
    return {choose.choice(["minimum", "exclusiveMinimum"]): choose.randint(1, 60)}


def extend(rules: Tree, parts: list[Tree], choose: random.Random) -> None:
    """Add facts and requirements, which stand on them and on answers that are always asked."""
    tests: dict[str, list[Any]] = {
        "paid": [True, False],
        "schedule": ["full_time", "part_time"],
        "role": ["direct", "clinical", "policy"],
    }
    for n in range(FACTS):
        fields = choose.sample(sorted(tests), choose.choice([1, 2, 3]))
        where = [{"field": f, "is": {"const": choose.choice(tests[f])}, "else": "it is another"} for f in fields]
        fact: Tree = {"title": f"fact {n}", "op": choose.choice(["count", "months"]), "of": "work", "where": where}
        rules["facts"][f"fact_{n}"] = fact | ({"of": "work.span"} if fact["op"] == "months" else {})
    kinds = {f"{s['id']}.{q['field']}": q["kind"] for s in parts for q in s["questions"] if "when" not in q}
    for n in range(REQUIREMENTS - len(rules["requirements"])):
        least = choose.randint(2, 60)
        answer = choose.choice(sorted(kinds))
        need: Tree = {f"fact_{n % FACTS}": {"minimum": least}, answer: holds(kinds[answer], choose)}
        limits = {s["minimum"] for s in need.values() if s.get("minimum", 1) > 1}
        limits |= {s["exclusiveMinimum"] for s in need.values() if s.get("exclusiveMinimum", 1) > 1}
        rules["requirements"].append(
            {
                "id": f"more.{n}",
                "group": "portfolio",
                "title": f"Requirement {n}",
                "need": need,
                "confirm": {f"fact_{n % FACTS}": {"maximum": 0}},
                "unless": {"applicant.purpose": {"const": "renew"}},
                "cite": {"source": "page", "section": "E", "quote": f"at least {sorted(limits)}"},
                "figures": {limit: str(limit) for limit in limits},
            }
        )


def timed(measure: Callable[[], Any]) -> tuple[float, Any]:
    """The median of some runs in seconds, and what the last one gave."""
    took: list[float] = []
    for _run in range(RUNS):
        started = time.process_time()
        given = measure()
        took.append(time.process_time() - started)
    return statistics.median(took), given


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder))
        texts = [path.read_text("utf-8") for path in Path(folder).rglob("*.yaml")]
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        floor, _events = timed(lambda: [list(yaml.parse(text, loader)) for text in texts])
        with packs_in(Path(folder)):
            ours, told = timed(check)
        report: Report = told
    print(f"{QUESTIONS} questions, {REQUIREMENTS} requirements, {sum(map(len, texts)) // 1024} KiB")
    print(f"check: {ours:.2f} s, libyaml alone {floor:.2f} s, ratio {ours / floor:.1f} (bar {BAR} s)")
    print(f"{report.states:,} states, {report.paths:,} paths, {report.figures:,} kinds of figures")
    for finding in report.findings[:20]:
        print(f"{finding.file}:{finding.line}: {finding.code}: {finding.message}")
    return 0 if ours <= BAR and not report.findings else 1


if __name__ == "__main__":
    sys.exit(main())
