"""The close of a call as staff word it, kept when the call goes on as an application or is opened again."""

from intake.interview import events as ev
from intake.prescreen.closing import GAPS, Close, close, gap_part, reworded
from intake.prescreen.sheet import Sheet
from intake.session.call_clock import CallClock
from intake.session.from_call import worded


class CallClose(CallClock):
    """The end of the call about a `case`, by its `sheet`."""

    sheet: Sheet
    #: parts of the close as staff word them, until the call is closed
    wording: dict[str, str]

    def closing(self) -> Close:
        """How the call was closed, else what the verdicts suggest; reworded as far as staff did."""
        hung = self.case.state.hung
        if hung is not None and isinstance(hung.event, ev.Hung):
            return reworded(Close(hung.event.levels, hung.event.gaps, hung.event.action), self.wording)
        return reworded(close(self.case.assessment, self.sheet.sections, worded(self.case, self.sheet)), self.wording)

    def go_on(self) -> None:
        """Go on with the case as an application, which ends the call with the close as it stands."""
        said = self.closing()
        if self.ended:
            self._open_again()
        self.case.commit([ev.Hung(said.levels, said.gaps, said.action, onward=True)])

    def _open_again(self) -> None:
        """Open a closed call, so that its close stays as it was worded until it is closed anew."""
        said, version = self.closing(), self.sheet.version
        told = ev.Called(self.sheet.prescreen, version, self.began, self.seconds(), self.ended_at or "")
        self.case.commit([told])
        self.wording = {"levels": said.levels, "action": said.action}
        self.wording |= {gap_part(n): gap for n, gap in enumerate((*said.gaps, *[""] * GAPS)[:GAPS])}
