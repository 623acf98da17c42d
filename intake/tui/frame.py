"""The first and the last line of every screen: whose case this is and when it was saved, and the keys that help."""

from collections.abc import Sequence

from textual import events
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from intake.session.face import Face
from intake.tui.lines import MUTED, ends
from intake.words import _


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


class KeyLine(Widget):
    """The keys worth knowing on this screen, at most six; each can be clicked."""

    ALLOW_SELECT = False

    def __init__(self, bindings: Sequence[BindingType]) -> None:
        super().__init__()
        self.offer(bindings)

    def offer(self, bindings: Sequence[BindingType]) -> None:
        """Show these keys instead."""
        self._bindings_shown = tuple(each for each in bindings if isinstance(each, Binding) and each.show)
        self.refresh()

    def render(self) -> RenderResult:
        """As many keys as the width holds, in words as long as it holds."""
        parts, gap = self._fitted(self.content_size.width)
        return Content(" " * gap).join(
            Content.styled(key, "bold") + Content.styled(f" {words}", MUTED) for key, words in parts
        )

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        parts, gap = self._fitted(self.content_size.width)
        end = 0
        for binding, part in zip(self._bindings_shown, parts, strict=False):
            start, end = end, end + _length(part) + gap
            if start <= event.get_content_offset_capture(self).x < end - gap:
                await self.screen.run_action(binding.action)

    def _fitted(self, width: int) -> tuple[list[tuple[str, str]], int]:
        return fit_keys([(_shown(binding), binding.description) for binding in self._bindings_shown], width)


def fit_keys(keys: Sequence[tuple[str, str]], width: int) -> tuple[list[tuple[str, str]], int]:
    """Keys with their words, and the gap between them, in the roomiest form that `width` holds.

    Where none does, keys are dropped, the last but one first: the last is the way out.
    """
    short = [(key.replace("ctrl+", "^"), words) for key, words in keys]
    for form, gap in ((list(keys), 3), (short, 3), (short, 2)):
        if _total(form, gap) <= width:
            return form, gap
    while len(short) > 1 and _total(short, 2) > width:
        del short[-2]
    return short, 2


def _total(keys: Sequence[tuple[str, str]], gap: int) -> int:
    return sum(map(_length, keys)) + gap * (len(keys) - 1)


def _length(part: tuple[str, str]) -> int:
    key, words = part
    return Content(f"{key} {words}").cell_length


def _shown(binding: Binding) -> str:
    return binding.key_display or binding.key
