"""A fault of a pack, as readers and checkers report it."""

import msgspec


class Finding(msgspec.Struct, frozen=True, order=True):
    """One fault: the file, the line in it from 1, a stable code, a sentence that says what to do."""

    file: str
    line: int
    code: str
    message: str


class PackError(Exception):
    """A pack that cannot be read; the message names file, line, and what to do. `findings` are all faults found."""

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        """An error that says `message`; without `findings` it is about no file, such as a misspelt name."""
        super().__init__(message)
        self.findings = findings


def refusal(*findings: Finding) -> PackError:
    """The error that says the first of `findings`."""
    first = findings[0]
    return PackError(f"{first.file}:{first.line}: {first.message}", findings)
