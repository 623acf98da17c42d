"""Several answers at once, and words that wait for their list: the part of the engine that offers of facts stand on."""

from collections import Counter

from intake.interview import commands as cmd
from intake.interview import events as ev
from intake.interview.projection import Projection
from intake.interview.state import State
from intake.interview.statechart import Statechart
from intake.words import _


def fill(state: State, projection: Projection, _c: Statechart, command: cmd.Fill) -> list[ev.Event]:
    """Several answers to one item at once, begun where there is none yet. Raises Refused where it does not come up."""
    if not projection.relevant(command.section):
        raise cmd.Refused(_("That question does not come up with the answers given so far."))
    events = _filled(projection, command, begun=0)
    if command.recalled:
        events += recall(state, projection, _c, cmd.Recall(command.section, command.recalled))
    return events


def take(_s: State, projection: Projection, _c: Statechart, command: cmd.Take) -> list[ev.Event]:
    """All that one utterance says. An answer may come before the one that makes its question come up: it is kept."""
    begun = Counter[str]()
    events = list[ev.Event]()
    for one in command.fills:
        events += _filled(projection, one, begun[one.section])
        begun[one.section] += projection.flow.sections[one.section].repeat is not None and not one.item
    events += [ev.Finished(section=section) for section in command.finished]
    return [*events, *(ev.Jotted(words=one.words, line=one.line, how=one.how) for one in command.jots)]


def _filled(projection: Projection, command: cmd.Fill, begun: int) -> list[ev.Event]:
    """The answers of one item; a new one comes after the `begun` that are not in the projection yet."""
    item, events = command.item, list[ev.Event]()
    if projection.flow.sections[command.section].repeat and not item:
        item = f"{command.section}-{projection.section(command.section).count + begun + 1}"
        events.append(ev.Added(section=command.section, item=item))
    events += [
        ev.Answered(
            question=f"{command.section}.{field}",
            item=item,
            value=answer.value,
            raw=answer.raw,
            reader=answer.reader,
            hedged=answer.hedged,
        )
        for field, answer in command.answers.items()
    ]
    events += [
        ev.Passed(question=f"{command.section}.{field}", item=item, how="unsure", raw=words)
        for field, words in command.unsure.items()
    ]
    return events


def remember(_s: State, projection: Projection, _c: Statechart, command: cmd.Remember) -> list[ev.Event]:
    """Words kept for a list. Raises Refused where there is no such list."""
    if projection.flow.sections[command.section].repeat is None:
        raise cmd.Refused(_("There is no list of that name to add to."))
    return [ev.Remembered(section=command.section, words=command.words)]


def recall(state: State, _p: Projection, _c: Statechart, command: cmd.Recall) -> list[ev.Event]:
    """Words that were kept, settled. Raises Refused where there are none."""
    if ev.Remembered(section=command.section, words=command.words) not in state.content.remembered:
        raise cmd.Refused(_("Nothing of that kind was put aside."))
    return [ev.Recalled(section=command.section, words=command.words)]
