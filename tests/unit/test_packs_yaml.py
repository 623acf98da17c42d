"""Reading a pack's YAML: text stays text, nothing clever is taken, and every refusal names file and line."""

from pathlib import Path
from typing import Any

import pytest

from intake.packs.yaml import DEEPEST, LARGEST, PackError, read


def value(tmp_path: Path, text: str | bytes) -> Any:
    """What a file of this text holds."""
    path = tmp_path / "pack.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path)[0]


def refusal(tmp_path: Path, text: str | bytes) -> str:
    """Why a file of this text is refused, after its path."""
    with pytest.raises(PackError) as refused:
        value(tmp_path, text)
    path, _, why = str(refused.value).partition("pack.yaml:")
    assert path == f"{tmp_path}/"
    return why


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Off", "Off"),
        ("012", "012"),
        ("0x1f", "0x1f"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("2020-01-01", "2020-01-01"),
        (".5", ".5"),
        ("+1", "+1"),
        ("1٢", "1٢"),
        ("True", "True"),
        ("=", "="),
        ("'12'", "12"),
        ('"true"', "true"),
        ("'null'", "null"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("0", 0),
        ("-3", -3),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        ("1e999", "1e999"),
        ("9" * 5000, "9" * 5000),
        ("|\n  two\n  lines\n", "two\nlines\n"),
        (">-\n  one\n  line\n", "one line"),
    ],
)
def test_text_stays_text_and_only_json_numbers_and_words_are_more(tmp_path: Path, written: str, meant: Any) -> None:
    found = value(tmp_path, f"a: {written}")
    assert found == {"a": meant}
    assert type(found["a"]) is type(meant)


def test_keys_stay_text_too(tmp_path: Path) -> None:
    assert value(tmp_path, "no: 1\n012: 2\ntrue: 3\n24: 2 years\n<<: 4\n") == {
        "no": 1, "012": 2, "true": 3, "24": "2 years", "<<": 4,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "the key 'a' stands here twice"),
        ("x:\n  - {a: 1, b: 2, a: 3}\n", 2, "the key 'a' stands here twice"),
        ("a: 1\nb: &here 2\n", 2, "anchors and aliases"),
        ("a: 1\nb: *here\n", 2, "anchors and aliases"),
        ("a: 1\n&here b: 2\n", 2, "anchors and aliases"),
        ("a: &here [1]\n", 1, "anchors and aliases"),
        ("*here : 2\n", 1, "a key must be plain text"),
        ("a:\n  b: !!python/object/apply:os.system ['true']\n", 2, "the tag"),
        ("a: !secret x\n", 1, "the tag !secret is not used"),
        ("a: 1\n!!str b: x\n", 2, "the tag"),
        ("a: !!int '3'\n", 1, "the tag"),
        ("a: 1\n? [b]\n: 2\n", 2, "a key must be plain text"),
        ("a: [1, 2\nb: 3\n", 1, "the [ that opens here is not closed, or a comma is missing (line 2)"),
        ("a: 1\nb: 'open\nc: 3\n", 2, "the quotation mark ' that opens here is never closed"),
        ("a: it's\nb: 'it's'\n", 2, "text follows a closing '"),
        ("a: one: two\n", 1, "a colon within plain text; put the text in quotation marks"),
        ("a: {b: 1, c: one: two}\n", 1, "a colon within plain text"),
        ("a: @home\n", 1, "plain text cannot begin with @; put it in quotation marks"),
        ("a: 1\nb: % of all\n", 2, "plain text cannot begin with %"),
        ("a: * all\n", 1, "plain text cannot begin with *"),
        ("a: [one] two\n", 1, "text follows a closing ]; put all of the text in quotation marks"),
        ("a: - b\n", 1, "a list begins on a line of its own; put text that begins with -"),
        ("a:\n\tb: 1\n", 2, "a tab at the beginning of a line"),
        ("a: 1\n  b: 2\n", 2, "this line is set in otherwise than those it belongs to"),
        ("a:\n  b: 1\n c: 2\n", 3, "this line is set in otherwise"),
        ("a:\n  - b: 1\n   c: 2\n", 3, "this line is set in otherwise"),
        ("  a: 1\nb: 2\n", 2, "this line is set in otherwise"),
        ("a: 1\nb\nc: 2\n", 2, "a key without its colon"),
        ("a: 1\n---\nb: 2\n", 3, "a second document begins here"),
        ("a: 1\nb: \x07\n", 2, "holds a control character"),
        (b"a: 1\nb: \xff\n", 2, "is not UTF-8 text (byte 8)"),
        ("a: 1\nb: " + "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), 2, f"nested deeper than {DEEPEST} levels"),
        ("[" * 200_000, 1, f"nested deeper than {DEEPEST} levels"),
    ],
)  # fmt: skip
def test_what_is_not_plain_is_refused_with_its_line(tmp_path: Path, text: str | bytes, line: int, why: str) -> None:
    said = refusal(tmp_path, text)
    number, _, reason = said.partition(": ")
    assert (int(number), reason.startswith(why)) == (line, True), said


def test_as_many_levels_as_are_allowed_are_read(tmp_path: Path) -> None:
    found = value(tmp_path, "[" * DEEPEST + "]" * DEEPEST)
    for _level in range(DEEPEST - 1):
        (found,) = found
    assert found == []


def test_a_file_of_one_mebibyte_is_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    assert len(value(tmp_path, b"a: " + b"x" * (LARGEST - 3))["a"]) == LARGEST - 3
    with pytest.raises(PackError, match=r"pack\.yaml:1: larger than 1024 KiB from here\. Split it"):
        value(tmp_path, b"a: " + b"x" * (LARGEST - 2))


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    assert value(tmp_path, b"\xef\xbb\xbfa: 1\n") == {"a": 1}


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"none\.yaml:1: cannot be read \(No such file or directory\)"):
        read(tmp_path / "none.yaml")
    with pytest.raises(PackError, match="is not a file"):
        read(tmp_path)


def test_the_line_of_every_part_is_known(tmp_path: Path) -> None:
    path = tmp_path / "pack.yaml"
    path.write_text("a: 1\nb:\n  - c: 2\n  - d:\n      e: 3\n", "utf-8")
    found, places, data = read(path)
    assert found == {"a": 1, "b": [{"c": 2}, {"d": {"e": 3}}]}
    assert {at: places[at].line for at in [("a",), ("b",), ("b", 0, "c"), ("b", 1, "d", "e")]} == {
        ("a",): 1, ("b",): 2, ("b", 0, "c"): 3, ("b", 1, "d", "e"): 5,
    }  # fmt: skip
    assert {place.path for place in places.values()} == {path}
    assert data == path.read_bytes()


@pytest.mark.parametrize("hidden", [r"\e]0;x", r"\a", r"\0", r"\x9b", r"\u202e", r"\L", r"\r", "\u202e"])
def test_what_a_terminal_would_obey_is_refused_however_it_is_written(tmp_path: Path, hidden: str) -> None:
    why = "holds a control character that cannot be seen. Take it out."
    assert refusal(tmp_path, f'a: 1\ntitle: "Name{hidden}"\n') == f"2: {why}"
    assert refusal(tmp_path, f'"na{hidden}me": 1\n') == f"1: {why}"


def test_a_tab_a_line_and_letters_of_every_script_are_text(tmp_path: Path) -> None:
    assert value(tmp_path, 'a: "x\\ty\\nz ä 👩\u200d👧 می\u200cخواهم"\n') == {"a": "x\ty\nz ä 👩\u200d👧 می\u200cخواهم"}
