"""What is said back: greetings, reasons, help, and the words that name a question, an entry or a place."""

import re

from intake.interview import commands as cmd
from intake.interview import events as ev
from intake.interview.flow import Question
from intake.interview.standing import MORE, Standing
from intake.interview.state import ONLY, Answer
from intake.portfolio.edtf import bounds
from intake.session import targets
from intake.session.case import OpenCase
from intake.session.described import entry_described
from intake.session.origin import origin_of
from intake.session.titles import continued_title
from intake.session.views import Message, Option
from intake.session.wording import item_said, label_of, noted, said
from intake.text import visible
from intake.understand.slots import Reading
from intake.words import _

_COPY = _(
    "Everything that was said is here. This is a copy, {origin}: the applicant's own case is on the computer where the "
    "bundle was written, and what is changed here is not changed there."
)
#: How many entries a case has that goes on from another one, before anything is said in it.
_CARRIED = 2
#: What stands between the name of an answer and its new value.
TO = re.compile(r"\s+(?:to|is|was|should be|=|->|→)\s+|:\s+", re.IGNORECASE)
_PLACE = re.compile(r"(?:^|\s)to\s+(?:number\s+|place\s+)?(\d{1,5}|first|last|the top|the end)\W*$", re.IGNORECASE)


def greeting(case: OpenCase) -> list[str]:
    """What is said when a case is opened: what this is, or how far it got."""
    flow = case.pack.flow
    if case.state.opened is not None and (origin := origin_of(case.state.opened)):
        return [_COPY.format(origin=origin)]
    bound = case.state.bound
    if isinstance(bound, ev.Started) and bound.to and case.state.seq <= _CARRIED:
        return [_carried(case)]
    return [flow.greeting] if case.state.seq <= 1 else [_("Welcome back. Everything you said is here.")]


def _carried(case: OpenCase) -> str:
    """What of the case before counts on in this one."""
    sections = case.pack.flow.sections
    counts = [(part, len(case.projection.section(name).items)) for name, part in sections.items() if part.repeat]
    lists = [f"{n} {part.repeat.one if n == 1 else part.repeat.many}" for part, n in counts if n and part.repeat]
    text = _("Carried over from the case before: {what}. What belongs to its own time is asked anew.")
    named = [_("your name and how to reach you")] if title(case) else []
    return text.format(what=", ".join([*named, *lists])) if named or lists else case.pack.flow.greeting


def introduction(case: OpenCase, standing: Standing) -> list[str]:
    """What a section is about, said when it is reached and nothing in it has been answered yet."""
    part = case.pack.flow.sections.get(standing.section)
    kept = case.projection.section(standing.section)
    begun = kept.finished or any(item.answers for item in kept.items.values())
    return [part.intro] if part and part.intro and not begun else []


def title(case: OpenCase) -> str:
    """What the case is called, once the person has said a name."""
    answer = case.projection.answer("applicant.name", ONLY)
    return str(answer.value) if answer and answer.status == "answered" else ""


def called(case: OpenCase) -> str:
    """What the case is called by what was said in it: a name, what it is for, and of a renewal its year."""
    name, bound = title(case), case.state.bound
    purpose = bound.to if isinstance(bound, ev.Started) else ""
    return continued_title(name, purpose, str(case.projection.known.get("renewal.year", ""))) if name else ""


def why(case: OpenCase, standing: Standing) -> str:
    """Why the question is asked."""
    part = case.pack.flow.sections.get(standing.section)
    if part is None:
        return _("Everything has been asked.")
    if standing.field == MORE and part.repeat:
        return part.repeat.why
    return part.by_field[standing.field].why


def help_text(case: OpenCase, standing: Standing, about_what: str = "") -> str:
    """How to answer the question, and what else one can say; `about_what` may be a slash command that is none."""
    part = case.pack.flow.sections.get(standing.section)
    lines = [_("There is no command {name}.").format(name=visible(about_what))] if about_what.startswith("/") else []
    if part is not None and standing.field == MORE and part.repeat:
        lines.append(part.repeat.help)
    elif part is not None:
        question = part.by_field[standing.field]
        lines.append(question.help)
        if question.choices:
            lines += [f"  {n} {c.label}" for n, c in enumerate(question.choices, start=1)]
        if question.example:
            lines.append(_("For example: {example}").format(example=question.example))
    lines.append(_SAYINGS if case.pack.flow.records == "portfolio" else _RATING_SAYINGS)
    return "\n".join(lines)


_SAYINGS = _(
    "You can also say: back, undo, redo, skip, not sure, why, why level II, what is …?, change … to …, "
    "go to …, list, add …, remove …, move … to 1, attach FILE, ask … (of the association), what if …?, plan, "
    "compare, timeline, make requests, hand-over, files, cases, review, board, export, pause, finish."
)
_RATING_SAYINGS = _(
    "You can also say: back, undo, redo, skip, why, what is …?, change … to …, go to …, review, export, pause."
)


def about(case: OpenCase, topic: str) -> str:
    """The standing answers: who sees this, how long it takes, whether one is eligible, cost, EASy."""
    return {str(k): v for k, v in case.pack.flow.about.items()}.get(topic) or case.pack.edition.disclaimer


def put_aside(case: OpenCase, section: str, words: str) -> str:
    """What is said of words that belong to a list which is asked for later."""
    text = _("Kept for “{title}”: “{words}”. I come back to it there. Saved.")
    return text.format(title=case.pack.flow.sections[section].title, words=visible(words))


def passed(how: str) -> str:
    """What is said when a question is passed over."""
    if how == "skipped":
        return _("Skipped for now. It stays on the list of what is missing. Saved.")
    return _("That is fine. Noted as not sure; it stays on the list of what is missing. Saved.")


def kept(case: OpenCase, standing: Standing, label: str, old: Answer | None, reading: Reading) -> list[Message]:
    """What is said of an answer that is written down; of one that replaces another, both, under its `label`."""
    question = case.pack.flow.question(standing.question)
    assert question is not None, "what is answered is a question of the flow"
    new = said(question, reading.value) + (_(" (you were not certain)") if reading.hedged else "")
    if old and old.status == "answered" and old.value != reading.value:
        change = f"{said(question, old.value)} → {new}"
        return [Message("noted", noted(label, change) + _(" (undo takes it back)"), standing)]
    remarked = remark(case, standing, question, reading.value)
    told = [Message("told", remarked)] if remarked else []
    return [Message("noted", noted(question.label, new), standing), *told]


def remark(case: OpenCase, standing: Standing, question: Question, value: object) -> str:
    """What somebody should know at once of an answer that is kept as it is."""
    if standing.question == "target.level":
        return _downward(case, str(value))
    if question.kind == "date" and isinstance(value, str) and bounds(value).earliest > case.as_of:
        if question.field in {"expires", "year"} or standing.section == "exam":
            return ""
        return _("That is in the future. It is kept, and counts once the day has come.")
    if question.kind == "date" and question.field == "expires" and isinstance(value, str):
        return (
            _("That date has passed; whether it still counts is on your list of questions.")
            if bounds(value).latest <= case.as_of
            else ""
        )
    if standing.question == "references.name":
        others = [d.get("name", "") for i, d in case.projection.docs["references"].items() if i != standing.item]
        if any(_same(str(value), other) for other in others):
            return _(
                "This name is on the list already. The page asks for three ratings; the same person counts once here."
            )
    return ""


def _downward(case: OpenCase, aimed: str) -> str:
    """That a level does not come after the one that is held, and what is known of moving; empty where it does."""
    levels = {level.id: n for n, level in enumerate(case.assessment.edition.levels)}
    numbers = {level.id: level.number for level in case.assessment.edition.levels}
    held = str(case.projection.known.get("endorsement.level", ""))
    if held not in levels or levels.get(aimed, len(levels)) > levels[held]:
        return ""
    text = _("You hold level {held}, and {aimed} does not come after it. {moving}")
    moving = case.pack.flow.about.get("moving", "")
    return text.format(held=numbers[held], aimed=numbers[aimed], moving=moving).strip()


def _same(a: str, b: str) -> bool:
    return " ".join(a.casefold().split()) == " ".join(b.casefold().split())


def list_closed(case: OpenCase, section: str) -> str:
    """What is said when a list is called complete."""
    part = case.pack.flow.sections[section]
    count = len(case.projection.section(section).items)
    if part.repeat is None or not count:
        return _("Noted: nothing listed. Saved. You can add to it at any time.")
    name = part.repeat.one if count == 1 else part.repeat.many
    return _("Noted: {count} {name}. Saved. You can add to it at any time.").format(count=count, name=name)


def yes_no_options() -> tuple[Option, ...]:
    """The choices of a read-back."""
    return Option("yes", _("Yes")), Option("no", _("No"))


def target(case: OpenCase, topic: str, here: Standing) -> tuple[Standing, str]:
    """What is to be changed, and to what (empty: to be asked). Raises Refused where the words name none or several."""
    splits = list(TO.finditer(topic))
    name, words = topic[: splits[0].start()] if splits else topic, ""  # a new value never names what it is for
    for split in splits:
        if targets.resolve(case.projection, topic[: split.start()], here):
            name, words = topic[: split.start()], topic[split.end() :]
            break
    found = targets.resolve(case.projection, name, here)
    if not found:
        text = _("I do not know which answer “{name}” is. Say review to see them all by name.")
        raise cmd.Refused(text.format(name=visible(name)))
    if len(found) > 1:
        some = "; ".join(
            f"{item_said(case.projection, section, t.item)}: {label_of(case.pack.flow, t.question)}"
            for t in found[:6]
            for section in (t.question.partition(".")[0],)
        )
        more = _(" and {n} more").format(n=len(found) - 6) if len(found) > 6 else ""
        raise cmd.Refused(
            _("“{name}” could be several: {some}{more}. Which one?").format(name=visible(name), some=some, more=more)
        )
    return Standing(*found[0]), words.strip()


def destination(case: OpenCase, topic: str, here: Standing) -> Standing:
    """Where "go to …" leads: an entry that is named outright, a section, or a question. Raises Refused."""
    entry = targets.entry_named(case.projection, topic)
    if entry and targets.placed(topic) and targets.names_alone(case.projection, topic, entry):
        return Standing(f"{entry.question}.{case.projection.asks(*entry)[0].field}", entry.item)
    section = targets.section_of(case.projection, topic)
    if section:
        return Standing(section, ONLY)
    found = targets.resolve(case.projection, topic, here)
    if len(found) == 1:
        return Standing(*found[0])
    names = ", ".join(s.title for s in case.pack.flow.sections.values() if case.projection.relevant(s.id))
    raise cmd.Refused(
        _("I do not know where “{topic}” is. The parts are: {names}.").format(topic=visible(topic), names=names)
    )


def list_named(case: OpenCase, topic: str, here: Standing) -> str:
    """The list that "add …" means: named, or the one that is being asked. Raises Refused."""
    section = targets.section_of(case.projection, topic) if topic else here.section
    part = case.pack.flow.sections.get(section or "")
    if part is None or part.repeat is None:
        lists = [s.repeat.one for s in case.pack.flow.sections.values() if s.repeat and case.projection.relevant(s.id)]
        raise cmd.Refused(_("Say what to add: {lists}.").format(lists=", ".join(lists)))
    return part.id


def item_named(case: OpenCase, topic: str, here: Standing) -> Standing:
    """The entry of a list that is meant, as (section, item). Raises Refused."""
    found = entry_described(case, topic) or targets.item_of(case.projection, topic, here)
    if found is None:
        raise cmd.Refused(_("Say which entry, for instance: job 2, or the last training. Say list to see them."))
    return Standing(*found)


def reordering(case: OpenCase, topic: str, here: Standing) -> tuple[Standing, int]:
    """The entry that is moved and its new place from 1. Raises Refused."""
    match = _PLACE.search(topic)
    if match is None:
        raise cmd.Refused(_("Say where to, for instance: move job 3 to 1."))
    found = item_named(case, topic[: match.start()], here)
    count = len(case.projection.section(found.question).items)
    word = match[1].casefold()
    place = int(word) if word.isdigit() else (1 if word in {"first", "the top"} else count)
    return found, place
