"""Obeying: the orders that work at every question, such as back, undo, why, what is, change, go to, list, export."""

import re
from collections.abc import Callable
from os.path import lexists
from pathlib import Path

from intake.interview import commands as cmd
from intake.interview.standing import Standing
from intake.references.request import RATING_NAME
from intake.rulebook.board import concerning
from intake.session import (
    asking,
    attaching,
    comparing,
    looks,
    others,
    planning,
    signatures,
    talk,
    undoing,
    versions,
    year_log,
)
from intake.session.conversation import Conversation
from intake.session.page_says import page_says
from intake.session.pending import Pending
from intake.session.proofs import proofs_text
from intake.session.rated import kept_rows
from intake.session.refusals import problem
from intake.session.rules import required_text, rules_named
from intake.session.sheets import sheet_text
from intake.session.timelines import timeline_text
from intake.session.views import FileRow, Message
from intake.session.wording import answer_said, items_said
from intake.text import visible
from intake.understand.commands import Command
from intake.understand.read import read
from intake.understand.slots import Reading
from intake.words import _

#: What a person is asked before requests are written.
WAIVER = _(
    "Some raters write more freely where only the association reads it. Do you give up the right to see the ratings (a "
    "waiver)? The source page does not ask for it; your answer is recorded in the requests. Yes or no?"
)
#: "attach reference rating-….age"
_RATING = re.compile(r"(?:the |a |my )?(?:reference|rating)s? +(?=\S)", re.IGNORECASE)


def obey(talker: Conversation, order: Command, standing: Standing) -> list[Message]:
    """Carry out an order. Raises Refused where it does not fit."""
    return _ORDERS[order.name](talker, order.topic, standing)


def told(text: str) -> list[Message]:
    """An explanation, or the answer to a question of the person."""
    return [Message("told", text)]


def noted(texts: list[str]) -> list[Message]:
    """What was done and saved."""
    return [Message("noted", text) for text in texts]


def _moved(talker: Conversation, command: cmd.Command, text: str = "") -> list[Message]:
    talker.case.do(command)
    return noted([text]) if text else []


def _kept(talker: Conversation, at: Standing) -> str:
    """What is said when the answer that stands is kept: something where that settles it."""
    return _("Kept as it was. Saved.") if versions.looked_for(talker.case.projection, at) else ""


def _skip(talker: Conversation, at: Standing) -> list[Message]:
    """To skip what is answered and was only come to again is no reason to lose the answer."""
    question, answer = talker.case.pack.flow.question(at.question), talker.case.projection.answer(at.question, at.item)
    text = _kept(talker, at)
    if question is not None and answer is not None and answer.status == "answered" and not text:
        text = _("Kept as it was: {answer}.").format(answer=answer_said(question, answer))
    return _moved(talker, cmd.Onward(), text) if text else talker.pass_over(at, "skipped", "")


def _sign(talker: Conversation) -> list[Message]:
    signatures.again(talker.case)
    return told(_("You sign what you have told so far; say review to see it all first."))


def _files(talker: Conversation) -> list[FileRow]:
    return kept_rows(talker.case, talker.handover.folder)


def _pause(talker: Conversation) -> list[Message]:
    talker.over = True
    return told(talker.handover.farewell)


def _close(talker: Conversation, at: Standing) -> list[Message]:
    """Call the application finished; at an entry that was just begun only its list, without it."""
    item = talker.case.projection.section(at.section).items.get(at.item) if at.item else None
    if item is not None and not item.answers:
        talker.case.do(cmd.Remove(at.section, at.item))
        return talker.finish_list(at.section)
    ask = _("Shall I call this application finished for now? It can be opened again; pause just leaves.")
    return talker.hold(ask, lambda: _closed(talker))


def _closed(talker: Conversation) -> list[Message]:
    talker.handover.finish()
    talker.over = True
    return told(_("Finished for now. Nothing was deleted; intake resume opens this case again."))


def _prove(talker: Conversation, topic: str) -> list[Message]:
    """Why the rules that `topic` names say what they say; all that a person aims for where nothing is named."""
    assessment, vocabulary = talker.case.assessment, talker.case.pack.vocabulary
    rules = rules_named(assessment, vocabulary, topic) if topic else concerning(assessment)
    return told(proofs_text(assessment, rules))


def _change_named(talker: Conversation, topic: str, standing: Standing) -> list[Message]:
    target, words = talk.target(talker.case, topic, standing)
    if words:
        return _change(talker, target, words)
    talker.case.do(cmd.GoTo(target.question, target.item))
    return []


def _change(talker: Conversation, target: Standing, words: str) -> list[Message]:
    return talker.answer(target, words)


def _correct(talker: Conversation, words: str, standing: Standing) -> list[Message]:
    """What sounds like a correction and changes no answer that was given may be the answer to the question at hand."""
    question = talker.case.pack.flow.question(standing.question)
    if question is not None and isinstance(read(words, question.slot, talker.case.as_of), Reading):
        return talker.answer(standing, words)
    if talker.case.state.content.last is None:
        return [problem(_("There is no answer yet to correct. Say change … with the name of the answer."))]
    return [problem(_("I could not tell which answer that changes. Name it, for instance: the school should be …"))]


def _goto(talker: Conversation, topic: str, standing: Standing) -> list[Message]:
    target = talk.destination(talker.case, topic, standing)
    return _moved(talker, cmd.GoTo(target.question, target.item))


def _remove(talker: Conversation, topic: str, standing: Standing) -> list[Message]:
    target = talk.item_named(talker.case, topic, standing)
    name = items_said(talker.case.projection, target.question)[target.item]
    talker.case.do(cmd.Remove(target.question, target.item))
    return noted([_("Removed: {name}. Saved. (undo takes it back)").format(name=name)])


def _reorder(talker: Conversation, topic: str, standing: Standing) -> list[Message]:
    target, place = talk.reordering(talker.case, topic, standing)
    talker.case.do(cmd.Reorder(target.question, target.item, place - 1))
    name = items_said(talker.case.projection, target.question)[target.item]
    return noted([_("{name} is now number {place}. Saved.").format(name=name, place=place)])


def _board(talker: Conversation) -> str:
    """Where one stands, and the questions that wait for an answer."""
    open_questions = looks.passed_over_text(talker.case)
    board = looks.board_text(talker.case.assessment)
    return f"{board}\n{open_questions}" if open_questions else board


def _what_if(talker: Conversation, topic: str) -> list[Message]:
    """What would move; words that say nothing to try can go to the association, as other questions do."""
    case, topic = talker.case, topic.rstrip("?!. ")
    found = planning.trial(case, case.assessment, [topic] if topic else [])
    if found.tried:
        talker.tried = topic
        text = _("To keep it as a plan, say: keep that as a plan.")
        return told(f"{planning.trial_text(found)}\n{text}")
    talker.tried = ""
    if not topic:
        return [problem(_("Say what to try. For example: {example}.").format(example=planning.EXAMPLE))]
    question = _("What if {topic}?").format(topic=topic)
    if page_says(case, question):
        return asking.answer_or_offer(talker, question)
    return [problem(planning.unread_said(found.unread)), *asking.offer_to_ask(talker, question)]


def _compared(talker: Conversation, topic: str) -> str:
    """All other editions in a line each, or what differs under the one that is named."""
    case = talker.case
    return comparing.beside(case, comparing.named_edition(case, topic)).text if topic else comparing.editions_text(case)


def _cases(talker: Conversation, topic: str, _at: Standing) -> list[Message]:
    """The other cases, or on to the one that is named; a guest has but one."""
    if talker.handover.exchange.guest:
        raise cmd.Refused(_("There is only this application here."))
    if not topic:
        return told(others.cases_text(talker.case))
    talker.other = others.another(talker.case, topic)
    return []


def _plan(talker: Conversation, topic: str) -> list[Message]:
    case = talker.case
    row = planning.row_of(case, case.assessment, topic) if topic else ""
    return told(planning.plan_text(case, case.assessment, row))


def _intend(talker: Conversation, topic: str) -> list[Message]:
    """Keep what was tried last, or what is named, as a plan."""
    words = topic or talker.tried
    if not words:
        raise cmd.Refused(_("Say what you plan. For example: keep 24 hours of reflective supervision as a plan."))
    found = planning.trial(talker.case, talker.case.assessment, [words])
    if not found.tried:
        raise cmd.Refused(planning.unread_said(found.unread))
    talker.case.do(cmd.Plan(words))
    text = _("You plan to: {words}. Saved. It changes no answer; drop the plan {n} takes it off again.")
    return noted([text.format(words=visible(words), n=len(talker.case.state.content.planned))])


def _drop(talker: Conversation, topic: str) -> list[Message]:
    place = topic.rpartition(" ")[2]
    planned = talker.case.state.content.planned
    one = int(place) if place.isdecimal() and len(place) < 5 else 1 if not topic and len(planned) == 1 else 0
    talker.case.do(cmd.Drop(one))
    return noted([_("No plan any more: {words}. Saved. (undo takes it back)").format(words=visible(planned[one - 1]))])


def _attach(talker: Conversation, topic: str, standing: Standing) -> list[Message]:
    """Keep a file with its entry; a referee's, which its name or the person tells, with the request that it answers."""
    words, taken = _RATING.sub("", topic), talker.handover.exchange.taken
    path = taken(topic)
    if RATING_NAME.fullmatch(path.name) or (words != topic and not lexists(path)):
        return noted(talker.handover.receive(taken(words)))
    return attaching.attach(talker, topic, standing)


def _request(talker: Conversation) -> list[Message]:
    """Write a request for each referee, once it is said whether the right to see the ratings is given up."""
    talker.pending = Pending(
        WAIVER,
        lambda: noted(talker.handover.make_requests(waiver=True)),
        refuse=lambda: noted(talker.handover.make_requests(waiver=False)),
        where=_("Requests for ratings"),
        why=_("The request tells its referee, before anything is written, whether you may see the rating."),
    )
    return []


_Order = Callable[[Conversation, str, Standing], list[Message]]
_ORDERS: dict[str, _Order] = {
    "back": lambda talker, _topic, _at: _moved(talker, cmd.Back()),
    "next": lambda talker, _topic, at: _moved(talker, cmd.Onward(), _kept(talker, at)),
    "keep": lambda talker, _topic, at: _moved(talker, cmd.Onward(), _kept(talker, at)),
    "undo": lambda talker, _topic, _at: noted([undoing.undo(talker.case)]),
    "redo": lambda talker, _topic, _at: noted([undoing.redo(talker.case)]),
    "skip": lambda talker, _topic, at: _skip(talker, at),
    "repeat": lambda _talker, _topic, _at: [],
    "why": lambda talker, topic, at: _prove(talker, topic) if topic else told(talk.why(talker.case, at)),
    "prove": lambda talker, topic, _at: _prove(talker, topic),
    "require": lambda talker, topic, _at: told(
        required_text(talker.case.assessment, talker.case.pack.vocabulary, topic)
    ),
    "help": lambda talker, topic, at: told(talk.help_text(talker.case, at, topic)),
    "about": lambda talker, topic, _at: told(talk.about(talker.case, topic)),
    "review": lambda talker, _topic, _at: told(looks.review_text(talker.case, _files(talker))),
    "board": lambda talker, _topic, _at: told(_board(talker)),
    "timeline": lambda talker, _topic, _at: told(timeline_text(talker.case)),
    "whatif": lambda talker, topic, _at: _what_if(talker, topic),
    "plan": lambda talker, topic, _at: _plan(talker, topic),
    "intend": lambda talker, topic, _at: _intend(talker, topic),
    "drop": lambda talker, topic, _at: _drop(talker, topic),
    "list": lambda talker, _topic, at: told(looks.list_text(talker.case, at)),
    "pause": lambda talker, _topic, _at: _pause(talker),
    "finish": lambda talker, _topic, at: _close(talker, at),
    "define": lambda talker, topic, _at: asking.define(talker, topic),
    "change": _change_named,
    "correct": _correct,
    "goto": _goto,
    "add": lambda talker, topic, at: _moved(talker, cmd.Add(talk.list_named(talker.case, topic, at))),
    "remove": _remove,
    "move": _reorder,
    "attach": _attach,
    "request": lambda talker, _topic, _at: _request(talker),
    "detach": lambda talker, topic, _at: noted([attaching.detach(talker.case, topic)]),
    "counts": lambda talker, topic, _at: asking.whether_it_counts(talker, topic),
    "question": lambda talker, topic, _at: asking.answer_or_offer(talker, topic),
    "sign": lambda talker, _topic, _at: _sign(talker),
    "compare": lambda talker, topic, _at: told(_compared(talker, topic)),
    "cases": _cases,
    "files": lambda talker, _topic, _at: told(attaching.files_text(_files(talker))),
    "handover": lambda talker, _topic, _at: told(sheet_text(talker.case, guest=talker.handover.exchange.guest)),
    "log": lambda talker, topic, _at: year_log.log(talker.case, topic),
    "ask": lambda talker, topic, _at: asking.ask(talker, topic),
    "export": lambda talker, topic, _at: talker.errands.run(
        talker.handover.exporting(Path(topic).expanduser() if topic else None)
    ),
}
