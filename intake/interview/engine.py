"""The engine: (state, projection, command) → events. Pure; whoever calls it commits the events, then folds them."""

from collections.abc import Callable
from typing import Any

from intake.interview import commands as cmd
from intake.interview import events as ev
from intake.interview.filling import fill, recall, remember, take
from intake.interview.projection import Projection
from intake.interview.standing import MORE, Standing, asked, can_ask, previous, standing
from intake.interview.state import ONLY, Answer, State
from intake.interview.statechart import Statechart
from intake.words import _


def decide(state: State, projection: Projection, chart: Statechart, command: cmd.Command) -> list[ev.Event]:
    """The events that a command leads to. Raises Refused, with a reason for the person, where it does not fit."""
    return _DECISIONS[type(command)](state, projection, chart, command)


def _answer(_s: State, projection: Projection, _c: Statechart, command: cmd.Answer) -> list[ev.Event]:
    _must_ask(projection, command.question, command.item)
    answered = ev.Answered(
        question=command.question,
        item=command.item,
        value=command.value,
        raw=command.raw,
        reader=command.reader,
        hedged=command.hedged,
    )
    return [answered]


def _pass(_s: State, projection: Projection, _c: Statechart, command: cmd.Pass) -> list[ev.Event]:
    _must_ask(projection, command.question, command.item)
    if command.question.endswith(f".{MORE}"):
        return [ev.Finished(section=command.question.partition(".")[0], left=True)]
    return [ev.Passed(question=command.question, item=command.item, how=command.how, raw=command.raw)]


def _must_ask(projection: Projection, question: str, item: str) -> None:
    if not can_ask(projection, question, item):
        raise cmd.Refused(_("That question does not come up with the answers given so far."))


def _add(_s: State, projection: Projection, _c: Statechart, command: cmd.Add) -> list[ev.Event]:
    part = projection.flow.sections.get(command.section)
    if part is None or part.repeat is None or not projection.relevant(command.section):
        raise cmd.Refused(_("There is no list of that name to add to."))
    item = f"{command.section}-{projection.section(command.section).count + 1}"
    first = (
        [
            ev.Answered(
                question=f"{command.section}.{part.questions[0].field}",
                item=item,
                value=command.value,
                raw=command.raw,
                reader=command.reader,
                hedged=command.hedged,
            )
        ]
        if command.value is not None
        else []
    )
    return [ev.Added(section=command.section, item=item), *first]


def _remove(_s: State, projection: Projection, _c: Statechart, command: cmd.Remove) -> list[ev.Event]:
    _must_have(projection, command.section, command.item)
    return [ev.Removed(section=command.section, item=command.item)]


def _reorder(_s: State, projection: Projection, _c: Statechart, command: cmd.Reorder) -> list[ev.Event]:
    _must_have(projection, command.section, command.item)
    count = len(projection.section(command.section).items)
    if not 0 <= command.to < count:
        raise cmd.Refused(_("That list has {count} entries; give a place from 1 to {count}.").format(count=count))
    return [ev.Reordered(section=command.section, item=command.item, to=command.to)]


def _must_have(projection: Projection, section: str, item: str) -> None:
    if section not in projection.flow.sections or item not in projection.section(section).items or item == ONLY:
        raise cmd.Refused(_("There is no such entry in that list."))


def _finish(_s: State, projection: Projection, _c: Statechart, command: cmd.Finish) -> list[ev.Event]:
    part = projection.flow.sections.get(command.section)
    if part is None or part.repeat is None or not projection.relevant(command.section):
        raise cmd.Refused(_("There is no list of that name."))
    return [ev.Finished(section=command.section, left=command.left)]


def _back(state: State, projection: Projection, chart: Statechart, _command: cmd.Back) -> list[ev.Event]:
    here = standing(state, projection, chart)
    earlier = previous(projection, here)
    if earlier is None:
        raise cmd.Refused(_("This is the first question; there is nothing before it."))
    return [ev.Focused(to=earlier.question, item=earlier.item)]


def _onward(state: State, projection: Projection, chart: Statechart, _command: cmd.Onward) -> list[ev.Event]:
    here = standing(state, projection, chart)
    kept = projection.answer(here.question, here.item)
    return [_looked_at(here, kept)] if kept is not None and kept.look else [ev.Focused(to="")]


def _looked_at(here: Standing, kept: Answer) -> ev.Event:
    """An answer that needed another look, given again as it was."""
    if kept.status != "answered":
        return ev.Passed(question=here.question, item=here.item, how=kept.status, raw=kept.raw)
    return ev.Answered(
        question=here.question,
        item=here.item,
        value=kept.value,
        raw=kept.raw,
        reader=kept.reader,
        hedged=kept.hedged,
    )


def _goto(_s: State, projection: Projection, _c: Statechart, command: cmd.GoTo) -> list[ev.Event]:
    section, _dot, field = command.to.partition(".")
    part = projection.flow.sections.get(section)
    if part is None or not projection.relevant(section):
        raise cmd.Refused(_("That part does not come up with the answers given so far."))
    if field:
        _must_ask(projection, command.to, command.item)
        return [ev.Focused(to=command.to, item=command.item)]
    first = projection.first_open(section)
    if first:
        return [ev.Focused(to=first[0], item=first[1])]
    at = Standing(f"{section}.{MORE}", ONLY) if part.repeat else asked(projection, section, ONLY)[0]
    return [ev.Focused(to=at.question, item=at.item)]


def _undo(state: State, _p: Projection, _c: Statechart, _command: cmd.Undo) -> list[ev.Event]:
    if not state.past:
        if isinstance(state.bound, ev.Migrated):
            raise cmd.Refused(
                _("There is nothing to undo since the questions changed. Say change … to correct an answer.")
            )
        if state.opened is not None:
            raise cmd.Refused(
                _("There is nothing to undo since this was opened from a bundle. Say change … to correct an answer.")
            )
        raise cmd.Refused(_("There is nothing to undo."))
    return [ev.Undone()]


def _redo(state: State, _p: Projection, _c: Statechart, _command: cmd.Redo) -> list[ev.Event]:
    if not state.future:
        raise cmd.Refused(_("There is nothing to redo."))
    return [ev.Redone()]


def _ask(_s: State, _p: Projection, _c: Statechart, command: cmd.Ask) -> list[ev.Event]:
    return [ev.Asked(text=command.text)]


def _plan(state: State, _p: Projection, _c: Statechart, command: cmd.Plan) -> list[ev.Event]:
    if command.words in state.content.planned:
        raise cmd.Refused(_("That is planned already."))
    return [ev.Planned(words=command.words)]


def _drop(state: State, _p: Projection, _c: Statechart, command: cmd.Drop) -> list[ev.Event]:
    planned = state.content.planned
    if not planned:
        raise cmd.Refused(_("Nothing is planned."))
    if not 1 <= command.place <= len(planned):
        raise cmd.Refused(_("Say which plan, by its number from 1 to {count}.").format(count=len(planned)))
    return [ev.Dropped(words=planned[command.place - 1])]


def _attach(state: State, projection: Projection, _c: Statechart, command: cmd.Attach) -> list[ev.Event]:
    item, sha256 = command.item, command.sha256
    _must_have(projection, item.rpartition("-")[0], item)
    if (item, sha256) in state.content.files:
        raise cmd.Refused(_("That very file is with that entry already. Nothing was changed."))
    gone = [ev.Detached(item=item, sha256=command.instead_of)] if command.instead_of else []
    return [*gone, ev.Attached(item=item, name=command.name, sha256=sha256, size=command.size, type=command.type)]


def _detach(state: State, _p: Projection, _c: Statechart, command: cmd.Detach) -> list[ev.Event]:
    if (command.item, command.sha256) not in state.content.files:
        raise cmd.Refused(_("That file is not with that entry."))
    return [ev.Detached(item=command.item, sha256=command.sha256)]


def _request(_s: State, projection: Projection, _c: Statechart, command: cmd.Request) -> list[ev.Event]:
    _must_have(projection, "references", command.item)
    return [ev.Requested(item=command.item, request=command.request)]


def _receive(state: State, _p: Projection, _c: Statechart, command: cmd.Receive) -> list[ev.Event]:
    if command.request not in {made.request["id"] for made in state.content.requests.values()}:
        raise cmd.Refused(_("That answers no request of this case."))
    received = ev.Received(request=command.request, sha256=command.sha256, size=command.size, sealed=command.sealed)
    return [received]


def _confirm(state: State, _p: Projection, _c: Statechart, command: cmd.Confirm) -> list[ev.Event]:
    kept = state.content.ratings.get(command.request)
    if kept is None or kept.sha256 != command.sha256:
        raise cmd.Refused(_("That rating is not the one that is kept for its request."))
    confirmed = ev.Confirmed(request=command.request, sha256=command.sha256, code=command.code)
    return [] if kept.code == command.code else [confirmed]


def _sign(_s: State, projection: Projection, _c: Statechart, command: cmd.Sign) -> list[ev.Event]:
    _must_ask(projection, "sign.name", ONLY)
    return [
        ev.Answered(question="sign.name", value=command.name, raw=command.name, reader="typed"),
        ev.Signed(signature=command.signature),
    ]


_DECISIONS: dict[type, Callable[[State, Projection, Statechart, Any], list[ev.Event]]] = {
    cmd.Answer: _answer,
    cmd.Pass: _pass,
    cmd.Add: _add,
    cmd.Remove: _remove,
    cmd.Reorder: _reorder,
    cmd.Finish: _finish,
    cmd.Back: _back,
    cmd.Onward: _onward,
    cmd.GoTo: _goto,
    cmd.Undo: _undo,
    cmd.Redo: _redo,
    cmd.Ask: _ask,
    cmd.Plan: _plan,
    cmd.Drop: _drop,
    cmd.Fill: fill,
    cmd.Take: take,
    cmd.Remember: remember,
    cmd.Recall: recall,
    cmd.Attach: _attach,
    cmd.Detach: _detach,
    cmd.Request: _request,
    cmd.Receive: _receive,
    cmd.Confirm: _confirm,
    cmd.Sign: _sign,
}
