"""How files come into a conversation and leave it: over this computer's disk, or, for a guest, through a browser."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from intake.interview import commands as cmd
from intake.session.paths import path_of
from intake.text import visible
from intake.words import _

#: Writes a bundle to a path; the SHA-256 of what was written. Raises BundleError.
Write = Callable[[Path], str]


class Exchange(Protocol):
    """The one place that decides what of this computer a conversation may reach."""

    @property
    def guest(self) -> bool:
        """Whether the person is a guest of this computer: its files and its other cases are not theirs to see."""
        ...

    @property
    def notice(self) -> str:
        """What the greeting has to add; empty where it says all."""
        ...

    def taken(self, words: str) -> Path:
        """The file that `words` name. Raises Refused."""
        ...

    def requests(self) -> Path:
        """The folder that requests for ratings are written to. Raises Refused."""
        ...

    def given(self, wanted: Path | None, name: str, folder: Path, write: Write) -> tuple[str, str]:
        """Let `write` make the bundle, at the path `wanted` or else called `name`; its SHA-256, and what to say.

        `folder` is the case's own. Raises Refused with nothing written, or what `write` raises.
        """
        ...


class OwnComputer:
    """The person's own computer: every path that they name is theirs."""

    guest = False
    notice = ""

    def __init__(self, bundle: Path | None = None) -> None:
        """`bundle` is where the bundle goes where no path is said, else a file in the current folder."""
        self._bundle = bundle

    def taken(self, words: str) -> Path:
        """The path that was typed, dropped or pasted."""
        return path_of(words)

    def requests(self) -> Path:
        """The current folder."""
        return Path.cwd()

    def given(self, wanted: Path | None, name: str, folder: Path, write: Write) -> tuple[str, str]:  # noqa: ARG002
        """Write to the path."""
        path = wanted or self._bundle or Path.cwd() / name
        return write(path), _("Bundle written: {path}").format(path=visible(str(path)))


class Browser:
    """Somebody else's computer, used through a browser: nothing of its disk is theirs, and a bundle is downloaded."""

    guest = True
    notice = _(
        "You are using a browser, so “this computer” means the one at the other end, which keeps your answers; those "
        "who run it can read them. Close the page whenever you like: it opens again at the same question."
    )

    def __init__(self, deliver: Callable[[str, bytes], None]) -> None:
        """`deliver` hands a file, by name and bytes, to the browser."""
        self._deliver = deliver

    def taken(self, words: str) -> Path:  # noqa: ARG002
        """Always refused: a path would be one of the computer at the other end."""
        raise cmd.Refused(
            _("In the browser a file cannot be attached. Keep it at hand; those who run this page can attach it.")
        )

    def requests(self) -> Path:
        """Always refused, as a file is."""
        raise cmd.Refused(_("In the browser no requests are written; those who run this page can make them."))

    def given(self, wanted: Path | None, name: str, folder: Path, write: Write) -> tuple[str, str]:
        """Write within `folder`, which nobody else can read, and hand it over from there."""
        if wanted is not None:
            text = _("In the browser the bundle goes to no folder of your choice. Say export, and it is downloaded.")
            raise cmd.Refused(text)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder) as passing:
            path = Path(passing) / name
            sha256 = write(path)
            self._deliver(name, path.read_bytes())
        return sha256, _("The bundle {name} goes to your browser, which keeps it among its downloads.").format(
            name=name
        )
