"""A call line by line: what the caller says, one line in; what was understood and is read back, some lines out."""

import re
import sys
from collections.abc import Iterable
from typing import TextIO

from intake.plain.run import spoken
from intake.prescreen.closing import Close, gap_part
from intake.prescreen.letter import minutes
from intake.session.calling import Call, Heard
from intake.session.leaving import farewell
from intake.session.sheet_lines import CallLine
from intake.text import UnusableText, accept, visible
from intake.words import _

_MARKS = {"told": "✓", "unsure": "?", "open": "·"}
#: A line of the sheet by its key: "f: a masters".
_KEYED = re.compile(r"([a-z])\s*:\s*(\S.*)", re.IGNORECASE)
_WORDED = re.compile(r"(levels|gap\s*([1-9])|next)\s*:\s*(\S.*)", re.IGNORECASE)
_HELP = _(
    "Type whatever the caller says. Also: sheet · script · note … · e: … for line e · unsure after a key · undo · "
    "what is …? · close · hang up"
)
_REWORD = _("  Reword with levels: … · gap 1: … · next: … — then say hang up.")


class Talk:
    """One call on a stream of words; `out` takes what is shown."""

    def __init__(self, call: Call, out: TextIO) -> None:
        self._call, self._out = call, out
        #: whether the close was shown, so that its parts can be reworded
        self._closing = False

    def hold(self, words: Iterable[str], *, echo: bool) -> None:
        """Talk until the call is hung up or the words end; a line that begins with `#` is a comment where echoed."""
        self._tell(self._call.sheet.opening, "", self._call.sheet.disclaimer, "", _HELP)
        for line in words:
            if echo and line.startswith("#"):
                continue
            if echo:
                self._tell(f"> {visible(line, one_line=True)}")
            if not self._take(line.strip()):
                return
        self._tell("", farewell(self._call.session))

    def _take(self, line: str) -> bool:
        """Do what a line says; whether the call goes on."""
        word = line.casefold()
        if word in {_("hang up"), _("done")}:
            self._hang_up()
            return False
        if word in {_("sheet"), _("script"), _("close"), _("help")}:
            self._tell(*self._shown(word))
        elif self._closing and (worded := _WORDED.fullmatch(line)):
            self._reword(worded)
        else:
            heard = self._call.hear(*self._aimed(line))
            self._say(heard)
            return not heard.over
        return True

    def _shown(self, word: str) -> list[str]:
        if word == _("help"):
            return [_HELP]
        if word == _("script"):
            return [f"{line.key}  {line.say}" for line in self._call.lines()]
        if word == _("sheet"):
            clock = minutes(self._call.seconds())
            head = _("{clock} on the line").format(clock=clock)
            return [head, *map(line_said, self._call.lines()), *_outlook(self._call)]
        self._closing = True
        return [*_closing(self._call.closing(), self._call.sheet.closing), _REWORD]

    def _aimed(self, line: str) -> tuple[str, str]:
        """The words, and the line of the sheet that their key names."""
        lines = {one.key: one.id for one in self._call.lines()}
        keyed = _KEYED.fullmatch(line)
        return (keyed[2], lines[keyed[1].casefold()]) if keyed and keyed[1].casefold() in lines else (line, "")

    def _reword(self, worded: re.Match[str]) -> None:
        try:
            words = accept(worded[3])
        except UnusableText as error:
            self._tell(f"  ! {error}")
            return
        parts = {"levels": "levels", "next": "action"}
        part = gap_part(int(worded[2]) - 1) if worded[2] else parts[worded[1].casefold()]
        self._call.wording[part] = words
        self._tell(*_closing(self._call.closing(), self._call.sheet.closing), _REWORD)

    def _hang_up(self) -> None:
        said = self._call.closing()
        self._tell(*_closing(said, self._call.sheet.closing))
        self._tell(*(f"  {message.text}" for message in self._call.hang_up(said)))

    def _say(self, heard: Heard) -> None:
        marks = {"problem": "  ! "}
        for message in heard.messages:
            self._tell(*(f"{marks.get(message.kind, '  ')}{line}" for line in message.text.split("\n")))
        self._tell(*(text for text in (heard.back, heard.ask) if text))

    def _tell(self, *lines: str) -> None:
        self._out.writelines(f"{line}\n" for line in lines)
        self._out.flush()


def line_said(line: CallLine) -> str:
    """A line of the sheet on one line: its key, how far it is, its title, and what is known."""
    unsure = _("caller unsure") if line.state == "unsure" else ""
    told = " · ".join(filter(None, (line.known, unsure)))
    return f"{line.key} {_MARKS[line.state]} {line.title}: {told or _('(not asked yet)')}"


def _outlook(call: Call) -> list[str]:
    """Where the levels would stand; nothing of a case that is about none, as a renewal."""
    levels = "; ".join(f"{row.number} {row.word}" for row in call.outlook() if row.number)
    return [_("If what was not told counts plainly: {levels}.").format(levels=levels)] if levels else []


def _closing(close: Close, script: str) -> list[str]:
    return [
        script,
        _("  Levels worth exploring: {levels}").format(levels=visible(close.levels)),
        *(_("  Gap {n}: {gap}").format(n=n, gap=visible(gap)) for n, gap in enumerate(close.gaps, start=1)),
        _("  Next step: {action}").format(action=visible(close.action)),
    ]


def run(call: Call, resumed: str = "") -> None:
    """Hold a call on the process's own streams; `resumed` is said of one that is gone on with."""
    typed = sys.stdin.isatty()
    if resumed:
        sys.stdout.write(f"{resumed}\n\n")
    Talk(call, sys.stdout).hold(spoken(), echo=not typed)
