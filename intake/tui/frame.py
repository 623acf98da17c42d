"""The first and the last line of every screen: whose case this is and when it was saved, and the keys that help."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from intake.session.face import Face
from intake.tui.lines import MUTED, ends
from intake.words import _

_HELP = "F1"


class HeaderLine(Widget):
    """The program, the pack, the case, and the time of the last commit."""

    ALLOW_SELECT = False

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def render(self) -> RenderResult:
        """The line, with the case and the time at its right end."""
        saved = _("✓ saved {time}").format(time=self._face.saved_at) if self._face.saved_at else _("nothing saved yet")
        case = " · ".join(part for part in (self._face.title, saved) if part)
        left = Content.styled("intake", "bold") + Content.styled(f"   {self._face.pack}  ", MUTED)
        return ends(left, Content(case), self.content_size.width)


class Key(NamedTuple):
    """A key as it is shown, what it does in a word or two, and the action that a click on it runs."""

    key: str
    words: str
    action: str


class KeyLine(Widget):
    """The keys worth knowing on this screen, at most six; each can be clicked."""

    ALLOW_SELECT = False

    def __init__(self, bindings: Sequence[BindingType]) -> None:
        super().__init__()
        self.offer(bindings)

    def offer(self, bindings: Sequence[BindingType]) -> None:
        """Show these keys instead."""
        self._offered = tuple(each for each in bindings if isinstance(each, Binding) and each.show)
        self.refresh()

    def render(self) -> RenderResult:
        """As many keys as the width holds, in words as long as it holds."""
        parts, gap = self._fitted(self.content_size.width)
        return Content(" " * gap).join(
            Content.styled(part.key, "bold") + Content.styled(f" {part.words}", MUTED) for part in parts
        )

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        parts, gap = self._fitted(self.content_size.width)
        end = 0
        for part in parts:
            start, end = end, end + _length(part) + gap
            if start <= event.get_content_offset_capture(self).x < end - gap:
                await self.screen.run_action(part.action)

    def _fitted(self, width: int) -> tuple[list[Key], int]:
        return fit_keys(
            [Key(each.key_display or each.key, each.description, each.action) for each in self._offered], width
        )


def fit_keys(keys: Sequence[Key], width: int) -> tuple[list[Key], int]:
    """Keys, and the gap between them, in the roomiest form that `width` holds.

    Where none does, keys are left out, the last but one first: the last is the way out. That there are more is said
    beside F1, which names them all, as far as that takes no further key's place.
    """
    short = [key._replace(key=key.key.replace("ctrl+", "^")) for key in keys]
    for form, gap in ((list(keys), 3), (short, 3), (short, 2)):
        if _total(form, gap) <= width:
            return form, gap
    kept = list(short)
    while len(kept) > 1 and _total(kept, 2) > width:
        del kept[-2]
    said = (_("+{n} more").format(n=len(short) - len(kept)), _("More"))
    told = (_telling(kept, words) for words in said)
    return next((form for form in told if _total(form, 2) <= width), kept), 2


def _telling(kept: Sequence[Key], words: str) -> list[Key]:
    """The keys that are left, with these words beside F1."""
    if any(key.key == _HELP for key in kept):
        return [key._replace(words=words) if key.key == _HELP else key for key in kept]
    return [*kept[:-1], Key(_HELP, words, "app.help"), kept[-1]]


def _total(keys: Sequence[Key], gap: int) -> int:
    return sum(map(_length, keys)) + gap * (len(keys) - 1)


def _length(key: Key) -> int:
    return Content(f"{key.key} {key.words}").cell_length
