"""What is no bundle as intake writes it, and no harm: a bag of another program, or a bundle that was packed again."""

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from intake.bundle import bag
from intake.bundle.anyzip import is_passed_over, packed
from intake.bundle.names import is_litter, unsafe
from intake.bundle.report import Finding, StopError
from intake.bundle.zipdirectory import Record
from intake.words import _

#: What every bundle holds besides its tag files.
PAYLOAD = tuple(name for name in bag.REQUIRED if name not in (*bag.TAGS, bag.TAGMANIFEST))


#: The code of what another program packed again.
PACKED_AGAIN = "zip-packed-again"


def foreign(names: Iterable[str]) -> Iterator[Finding]:
    """A finding where `names`, within a bag's folder or with it, are those of a bag, and of none that intake wrote."""
    there = {part for name in names for part in (name, name.partition("/")[2])}
    if bag.BAGIT in there and there.isdisjoint(PAYLOAD):
        words = _("This is a bag of another program and holds no portfolio; “intake check --bag” judges it as a bag.")
        yield Finding("bag-foreign", bag.BAGIT, words)


def packed_again(file: BinaryIO, records: Sequence[Record]) -> Iterator[Finding]:
    """A finding where the archive `file` has what other programs put in, and nothing that would do harm unpacked."""
    ours = [record for record in records if not (is_passed_over(record) or is_litter(record.entry.name))]
    others = len(ours) < len(records) or any(record.fields.method for record in ours)
    if others and not any(unsafe(record.entry.name for record in ours)) and _is_sound(file):
        words = _(
            "Another program packed it again. Unzip it and check the folder that comes out, "
            "or ask the sender for the bundle as it was first written."
        )
        yield Finding(PACKED_AGAIN, "", words)


def _is_sound(file: BinaryIO) -> bool:
    try:
        packed(file, [])
    except StopError:
        return False
    return True
