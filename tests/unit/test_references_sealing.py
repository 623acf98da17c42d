"""Sealing: opened by either key and by age itself, by nobody else, and not after one bit was changed."""

import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_samples import BACKUP, KEYS, OFFICE, STRANGER, rating, sealed

from intake.references.errors import RatingError
from intake.references.keys import make_keys, read_keys
from intake.references.rating import rating_bytes, read_rating
from intake.references.sealing import STEP, is_sealed, padded, seal, unseal

#: Debian's own program, the independent judge; `.ci/run` installs it where it can, and else the library stands in.
AGE = shutil.which("age")
SEALED = sealed()


def _by_age(data: bytes, *options: str) -> bytes:
    """What age makes of `data`."""
    if AGE:
        return subprocess.run([AGE, *options], input=data, capture_output=True, check=True).stdout
    if options[0] == "-d":
        return unseal(data, read_keys(Path(options[-1])))
    return seal(data, {"office": options[-1]})


@pytest.mark.parametrize("identity", [OFFICE, BACKUP], ids=["office", "backup"])
def test_either_key_of_the_association_opens_it(identity: object) -> None:
    assert read_rating(unseal(SEALED, [str(identity)])) == rating()


def test_no_other_key_opens_it() -> None:
    with pytest.raises(RatingError, match="sealed to other keys"):
        unseal(SEALED, [str(STRANGER)])


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 8 * len(SEALED) - 1))
def test_a_flipped_bit_is_found(bit: int) -> None:
    changed = bytearray(SEALED)
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(RatingError):
        unseal(bytes(changed), [str(OFFICE)])


def test_every_flipped_bit_of_the_header_and_of_the_seal_at_the_end_is_found() -> None:
    """All of them, not a sample: the names of the keys, the key that is wrapped for each, and what authenticates."""
    head = range(8 * (SEALED.index(b"\n---") + 48))
    tail = range(8 * (len(SEALED) - 16), 8 * len(SEALED))
    for bit in (*head, *tail):
        changed = bytearray(SEALED)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(RatingError):
            unseal(bytes(changed), [str(OFFICE)])


@given(st.integers(0, len(SEALED) - 1))
@settings(max_examples=200, deadline=None)
def test_a_file_that_was_cut_short_or_grew_is_found(size: int) -> None:
    for changed in (SEALED[:size], SEALED + SEALED[size : size + 1], SEALED[:size] + b"\0" + SEALED[size:]):
        with pytest.raises(RatingError):
            unseal(changed, [str(OFFICE)])


@given(st.text(max_size=3000), st.text(max_size=3000))
@settings(max_examples=30, deadline=None)
def test_the_size_tells_nothing_of_what_was_written(one: str, other: str) -> None:
    """A short word and a long one fill the same space, up to 16 KiB."""
    sizes = {len(padded(rating_bytes(rating(word={"growth": text.strip("\0") or None})))) for text in (one, other)}
    assert sizes <= {STEP, 2 * STEP}
    assert all(size % STEP == 0 for size in sizes)
    assert {len(padded(rating_bytes(rating(word={"growth": text})))) for text in ("x", "x" * 9000)} == {STEP}


def test_what_fills_it_up_means_nothing() -> None:
    assert read_rating(padded(rating_bytes(rating()))) == rating()


@pytest.mark.parametrize("holder", ["office", "backup"])
def test_age_itself_opens_it_with_the_keys_that_were_made(tmp_path: Path, holder: str) -> None:
    public = make_keys(tmp_path / "keys")
    sealed_file = seal(padded(rating_bytes(rating())), public)
    assert read_rating(_by_age(sealed_file, "-d", "-i", str(tmp_path / "keys" / f"{holder}.key"))) == rating()


def test_what_age_sealed_is_opened_here(tmp_path: Path) -> None:
    public = make_keys(tmp_path)
    from_age = _by_age(padded(rating_bytes(rating())), "-r", public["office"])
    assert is_sealed(from_age)
    assert read_rating(unseal(from_age, read_keys(tmp_path / "office.key"))) == rating()


def test_keys_are_for_their_owner_alone_and_never_written_over(tmp_path: Path) -> None:
    public = make_keys(tmp_path / "keys")
    assert list(public) == ["office", "backup"]
    for holder in public:
        assert stat.S_IMODE((tmp_path / "keys" / f"{holder}.key").stat().st_mode) == 0o600
        assert unseal(seal(b"{}", public), read_keys(tmp_path / "keys" / f"{holder}.key")) == b"{}"
    before = (tmp_path / "keys" / "office.key").read_bytes()
    with pytest.raises(RatingError, match="there already"):
        make_keys(tmp_path / "keys")
    assert (tmp_path / "keys" / "office.key").read_bytes() == before


@pytest.mark.parametrize("data", [b"", b"AGE-SECRET-KEY-1", b"\xff" * 100, b"x" * 20_000], ids=range(4))
def test_a_file_that_is_no_key_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "office.key").write_bytes(data)
    with pytest.raises(RatingError, match="no secret key"):
        read_keys(tmp_path / "office.key")


def test_a_public_key_with_a_slip_in_it_seals_nothing() -> None:
    wrong = KEYS["office"][:-1] + ("q" if KEYS["office"][-1] != "q" else "p")
    with pytest.raises(RatingError, match="Nothing was sealed"):
        seal(b"{}", {"office": wrong})
