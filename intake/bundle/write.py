"""Writing a bundle: the same bytes for the same portfolio on every machine, and the whole file or none."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from intake.bundle import bag
from intake.bundle.errors import BundleError, LostFile
from intake.bundle.files import Meter, Tell, chunks, draft, named, opened, untold
from intake.bundle.proofs import proofs
from intake.bundle.record import record
from intake.bundle.shape import schema_bytes, violations
from intake.bundle.signature import signature_copy
from intake.bundle.source import Digest, digest
from intake.bundle.strict import StrictError, parse
from intake.bundle.summary import summary
from intake.bundle.zipdirectory import MOST_ENTRIES
from intake.bundle.zipform import Member, archive
from intake.interview.present import Present
from intake.portfolio.models import Portfolio
from intake.rulebook.verdicts import Verdict

#: The longest name of an attachment in the bundle, in characters.
LONGEST_NAME = 120

_NOT_JSON = "holds something that JSON cannot hold"


class _Payload(NamedTuple):
    """A file of the bundle with its digest; `content` is its bytes, or the path where they lie."""

    name: str
    content: bytes | Path
    digest: Digest


def write(
    target: Path,
    portfolio: dict[str, Any],
    verdicts: Sequence[Verdict],
    files: Mapping[str, Path],
    present: Present | None = None,
    tell: Tell = untold,
) -> str:
    """Write the bundle of `portfolio` (its JSON form) to `target`, and return the SHA-256 of what was written.

    `files` gives the path of each file that was kept by its name in the bag, but for those that the portfolio calls
    lost; with `present` the bundle can be opened as a case. `tell` hears how far these files are, which are read twice.
    `target` is replaced in one step. Raises BundleError on a portfolio that does not follow its schema and where
    nothing can be written, LostFile on a file that is not the one that the portfolio names; `target` is then what it
    was.
    """
    document = _document(portfolio)
    meter = Meter(2 * attached(portfolio), tell)
    data = [
        _payload(bag.PORTFOLIO, document),
        _payload(bag.SCHEMA, schema_bytes()),
        _payload(bag.PROOFS, proofs(portfolio, verdicts)),
        _payload(bag.PROOFS_SCHEMA, schema_bytes("proofs")),
        _payload(bag.SUMMARY, summary(portfolio, verdicts).encode()),
        *([_payload(bag.ANSWERS, record(present))] if present else []),
        *_enclosed(portfolio, files, meter),
        *(_payload(bag.SIGNATURE, copy) for copy in signature_copy(portfolio)),
    ]
    everything = [*_tags(portfolio, data), *data]
    if len(everything) > MOST_ENTRIES:
        raise BundleError(f"There are {len(everything):,} files, and one bundle can hold {MOST_ENTRIES:,} of them.")
    top = bag.bag_name(portfolio)
    return _published(target, archive(_member(top, payload, meter) for payload in everything))


def attached(portfolio: Mapping[str, Any]) -> int:
    """How many bytes the files that came with a portfolio have, those that are lost left out."""
    return sum(entry["size"] for _name, entry in bag.enclosed(portfolio) if not entry.get("lost"))


def _document(portfolio: dict[str, Any]) -> bytes:
    """`portfolio` as the text of data/portfolio.json. Raises BundleError unless it can be read back as the same."""
    if found := violations(portfolio):
        raise _refused(*found[0])
    try:
        Portfolio.model_validate(portfolio, strict=True)
        data = (json.dumps(portfolio, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False) + "\n").encode()
        same = parse(data) == portfolio
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise _refused(".".join(map(str, first["loc"])), f"is not as expected: {first['msg']}") from error
    except StrictError as error:
        raise _refused("the document", str(error)) from error
    except (TypeError, ValueError, RecursionError) as error:
        raise _refused("the document", _NOT_JSON) from error
    if not same:
        raise _refused("the document", _NOT_JSON)
    return data


def _refused(where: str, reason: str) -> BundleError:
    return BundleError(f"The portfolio cannot be written: {where} {reason}. Please correct that answer and try again.")


def _payload(name: str, content: bytes) -> _Payload:
    return _Payload(name, content, digest(iter([content])))


def _enclosed(portfolio: Mapping[str, Any], files: Mapping[str, Path], meter: Meter) -> Iterator[_Payload]:
    """The files that came, by their names in the bag and in that order. Raises BundleError unless each is as kept."""
    entries = bag.enclosed(portfolio)
    if len(dict(entries)) < len(entries):
        raise BundleError("Two attachments have the same name in the bundle. Please give each one of its own.")
    listed = {name: entry for name, entry in entries if not entry.get("lost")}
    if odd := sorted(listed.keys() ^ files.keys()):
        shown = named(odd[0].rpartition("/")[2])
        raise BundleError(f"The attachment {shown} is listed without its file, or is a file that is not listed.")
    for name in sorted(listed):
        yield _kept(name, listed[name], files[name], meter)


def _kept(name: str, entry: Mapping[str, Any], path: Path, meter: Meter) -> _Payload:
    """The file at `path`, which goes in as `name`. Raises BundleError unless it is the one of its entry."""
    if len(entry["file"]) > LONGEST_NAME:
        raise BundleError(
            f"The name {named(entry['file'])} is longer than {LONGEST_NAME} characters. Please give a shorter one."
        )
    try:
        with opened(path) as file:
            found = digest(meter.through(chunks(file)))
    except (OSError, BundleError) as error:
        raise _changed(name) from error
    if (found.sha256, found.size) != (entry["sha256"], entry["size"]):
        raise _changed(name)
    return _Payload(name, path, found)


def _tags(portfolio: Mapping[str, Any], data: Sequence[_Payload]) -> list[_Payload]:
    sizes = {payload.name: payload.digest.size for payload in data}
    tags = [
        _payload(bag.BAGIT, bag.BAGIT_TEXT.encode()),
        _payload(bag.INFO, bag.bag_info(portfolio, sizes, bag.agent()).encode()),
        _payload(bag.MANIFEST, _manifest(data)),
    ]
    return [*tags, _payload(bag.TAGMANIFEST, _manifest(tags))]


def _manifest(payloads: Sequence[_Payload]) -> bytes:
    return bag.manifest({payload.name: payload.digest.sha256 for payload in payloads}).encode()


def _member(top: str, payload: _Payload, meter: Meter) -> Member:
    name, content, found = payload
    if isinstance(content, bytes):
        return Member(f"{top}/{name}", found.size, found.crc, partial(iter, [content]))
    read = partial(_read_again, name, content, found, meter)
    return Member(f"{top}/{name}", found.size, found.crc, read)


def _read_again(name: str, path: Path, expected: Digest, meter: Meter) -> Iterator[bytes]:
    """The bytes of a file that was measured. Raises LostFile where they are not the same any more."""
    hasher, size = hashlib.sha256(), 0
    with opened(path) as file:
        for chunk in meter.through(chunks(file)):
            hasher.update(chunk)
            size += len(chunk)
            yield chunk
    if (hasher.hexdigest(), size) != (expected.sha256, expected.size):
        raise _changed(name)


def _changed(name: str) -> LostFile:
    shown = named(name.rpartition("/")[2])
    text = f"The file kept for {shown} is missing or not the one that was attached. Please attach it again."
    return LostFile(name, text)


def _published(target: Path, data: Iterator[bytes]) -> str:
    hasher = hashlib.sha256()
    try:
        with draft(target.parent) as copy:
            for chunk in data:
                copy.file.write(chunk)
                hasher.update(chunk)
            copy.publish(target)
    except OSError as error:
        raise BundleError(
            f"The bundle could not be written to {named(target)}: {error.strerror}. "
            "What was there before is unchanged. Please check the folder and that the disk has room."
        ) from error
    return hasher.hexdigest()
