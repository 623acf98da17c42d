"""Bundles judged by strangers: programs that know nothing of this one."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import jsonschema
import pytest
from desk import DAY, Desk

#: What tests the zip: the system's own tool, else Python's.
ZIP_TEST = [shutil.which("unzip") or sys.executable, *(["-t"] if shutil.which("unzip") else ["-m", "zipfile", "-t"])]


@pytest.fixture(params=["dana", "eleanor", "marisol"], scope="module")
def bundle(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A persona's bundle with two files in it."""
    desk = Desk(tmp_path_factory.mktemp(request.param))
    (desk.folder / "Transcript – VCU (100%).pdf").write_bytes(bytes(range(256)))
    (desk.folder / "empty.txt").touch()
    orders = "go to education\n/attach Transcript – VCU (100%).pdf\n/attach empty.txt\n"
    told = desk.persona(request.param)
    added = desk.intake("resume", request.param, "--as-of", DAY, "--bundle", "with-files.zip", typed=orders)
    assert (told.code, added.code, added.out.count("Attached: ")) == (0, 0, 2), added
    return desk.folder / "with-files.zip"


@pytest.fixture(scope="module")
def folder(bundle: Path) -> Path:
    """The bundle, unpacked by a stranger too."""
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(bundle.parent)
        (top,) = {name.partition("/")[0] for name in archive.namelist()}
    return bundle.parent / top


def verdict(*command: str | Path, cwd: Path) -> tuple[int, str]:
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, text=True
    )
    return done.returncode, done.stdout


def test_strangers_find_the_bundle_in_order(bundle: Path, folder: Path) -> None:
    assert verdict(*ZIP_TEST, bundle, cwd=bundle.parent)[0] == 0
    code, said = verdict(sys.executable, "-m", "bagit", "--validate", folder, cwd=bundle.parent)
    assert (code, "is valid" in said) == (0, True), said
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        code, said = verdict("sha256sum", "--strict", "-c", manifest, cwd=folder)
        assert code == 0, said
    listed = {line.partition("  ")[2] for line in (folder / "manifest-sha256.txt").read_text("utf-8").splitlines()}
    assert listed == {path.relative_to(folder).as_posix() for path in folder.rglob("data/**/*") if path.is_file()}


def test_the_document_follows_the_schema_that_travels_with_it(folder: Path) -> None:
    schema = json.loads((folder / "data" / "portfolio.schema.json").read_bytes())
    document = json.loads((folder / "data" / "portfolio.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    judge = jsonschema.Draft202012Validator(schema)
    assert [error.message for error in judge.iter_errors(document)] == []
    assert not judge.is_valid({**document, "unheard of": 1}), "the schema does refuse something"


def test_strangers_find_a_changed_file(folder: Path, tmp_path: Path) -> None:
    changed = shutil.copytree(folder, tmp_path / folder.name)
    document = changed / "data" / "portfolio.json"
    document.write_bytes(document.read_bytes().replace(b"2026", b"2027", 1))
    assert verdict(sys.executable, "-m", "bagit", "--validate", changed, cwd=tmp_path)[0] != 0
    assert verdict("sha256sum", "-c", "manifest-sha256.txt", cwd=changed)[0] != 0
