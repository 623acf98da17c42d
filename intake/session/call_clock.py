"""When a call began and ended, and how long it has lasted without the breaks in which nobody had it open."""

from datetime import datetime

from intake.interview import events as ev
from intake.session.case import OpenCase

#: For so many seconds after a call was cut off it is gone on with.
_LATELY = 3600


class CallClock:
    """The times of the call about a `case`, by this computer's clock."""

    case: OpenCase

    @property
    def unfinished(self) -> bool:
        """Whether a call was begun and is not over."""
        return self.case.state.called is not None and self.case.state.hung is None

    @property
    def lately(self) -> bool:
        """Whether an unfinished call is so young that the caller may still be on the line."""
        away = self.case.clock() - datetime.fromisoformat(self.case.state.worked)
        return self.unfinished and away.total_seconds() < _LATELY

    @property
    def began(self) -> str:
        """When the call began, as an ISO time; empty before it did."""
        began = self.case.state.called
        return (began.event.since or began.at) if began and isinstance(began.event, ev.Called) else ""

    @property
    def ended(self) -> bool:
        """Whether the call is over."""
        return self.case.state.hung is not None

    def seconds(self) -> int:
        """How long the call has lasted, without the breaks in which nobody had it open."""
        hung = self.case.state.hung
        return self._talked(hung.at if hung else self.case.clock().isoformat())

    def _talked(self, until: str) -> int:
        began = self.case.state.called
        if began is None or not isinstance(began.event, ev.Called):
            return 0
        stretch = datetime.fromisoformat(until) - datetime.fromisoformat(began.at)
        return began.event.before + max(int(stretch.total_seconds()), 0)

    @property
    def ended_at(self) -> str | None:
        """When the call last ended, as an ISO time; None before it did."""
        began, hung = self.case.state.called, self.case.state.hung
        before = began.event.until if began and isinstance(began.event, ev.Called) else ""
        onward = hung is not None and isinstance(hung.event, ev.Hung) and hung.event.onward
        if hung is None or (onward and before):
            return before or None
        return hung.at
