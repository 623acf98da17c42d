"""How a call is closed: the levels worth exploring, two gaps and one next action, made of the verdicts alone.

A call leaves much untold. So the close looks at what was told as if the rest of it counted plainly: a degree whose
country nobody asked for is taken as one from here. No time is supposed: work without its dates counts neither way, and
its dates are what is still to tell. What is open even then is a gap. The board keeps to what was told.
"""

from collections.abc import Container, Mapping, Sequence

import msgspec

from intake.portfolio.document import Answers, complete
from intake.portfolio.records import LISTS
from intake.rulebook.assess import Assessment
from intake.rulebook.assumed import assumed
from intake.rulebook.board import Row
from intake.rulebook.edition import Requirement
from intake.rulebook.plan import Gap, RowPlan, plan
from intake.rulebook.steps import Step
from intake.rulebook.verdicts import Word
from intake.words import _

#: How many gaps staff name on the telephone.
GAPS = 2
#: What is known to be missing comes before what is not known and what is to be confirmed.
_ORDER: tuple[Word, ...] = ("not_met", "need_information", "confirm", "met")
#: How a step ends of which nothing was told.
_UNANSWERED = _("{text} (not answered yet)").format(text="")
#: The marks that end a sentence.
_MARKS = (".", "!", "?")
#: The row of the board that is about papers, which nobody has at a first call.
_PAPERS = "portfolio"


class Close(msgspec.Struct, frozen=True):
    """What staff say at the end of a call, each part as a text that they can reword."""

    levels: str
    gaps: tuple[str, ...]
    action: str


def close(assessment: Assessment, sections: Container[str], worded: Container[str] = ()) -> Close:
    """What the verdicts lead to, of `sections`, which a call asks about, before others; nothing in it is a promise.

    Of the lists `worded` something was told that is kept as words: only their papers are open.
    """
    supposed = plainly(assessment)
    rows = plan(supposed)
    undated = _undated(supposed, assessment.answers)
    levels = worth_exploring(supposed, rows, undated)
    near = [row for row in levels if row is levels[0] or row.word == "need_information"]
    words, requirements = supposed.words(), {r.id: r for r in supposed.requirements()}
    gaps = [
        gap
        for gap in _gaps(supposed, rows, near, sections, undated)
        if not _told_in_words(supposed, requirements[gap.id], worded)
    ]
    named = "; ".join(f"{row.number} {row.title}" for row in levels)
    last = _("Go on with the application, and gather the papers.")
    return Close(
        named or _none(assessment, [one.row for one in rows]),
        tuple(
            _named(gap, words[gap.id], undated=gap.id in undated, told=_told_of(assessment, requirements[gap.id]))
            for gap in _apart(supposed, gaps)
        ),
        _step(assessment, gaps[0], words[gaps[0].id]) if gaps else last,
    )


def _none(assessment: Assessment, rows: Sequence[Row]) -> str:
    """What is said where no level is worth exploring yet: the one the caller has in mind, by its name."""
    level = {row.id: f"{row.number} {row.title}" for row in rows if row.number}
    if not level:
        return _("{what}; see the gaps").format(what=rows[0].title)
    if wanted := level.get(str(assessment.answers.known.get("target.level", ""))):
        return _("{level}, as the caller has in mind; see the gaps").format(level=wanted)
    return _("none yet by what was told; see the gaps")


def _step(assessment: Assessment, gap: Gap, word: Word) -> str:
    """The first step to a gap; nothing rests on a time which nobody told."""
    step = gap.routes[0].steps[0]
    reckoned = assessment.edition.facts.get(step.fact)
    entries = assessment.answers.lists.get(_section(assessment, step.fact), {}).values()
    lasting = step.on or (entries and reckoned and reckoned.op == "months")
    if lasting and not any("span" in doc for doc in entries):
        return _("Still to tell: since when, and until when. It is for this: {title}.").format(title=gap.title)
    return next_step(step, word)


def plainly(assessment: Assessment) -> Assessment:
    """The same with what was not told of an entry taken as that which counts plainly, and no entry beside those told.

    A list of which nothing was told stays open, and one with work of which no time was told: nothing is said of it
    either way.
    """
    answers, edition, day = assessment.answers, assessment.edition, assessment.as_of
    lists = {
        section: {item: doc | assumed(edition, section, doc, day) for item, doc in items.items()}
        for section, items in answers.lists.items()
    }
    supposed = Assessment(edition, day, complete(lists, answers.known, answers.finished))
    timeless = {edition.facts[name].section for name in _waiting(supposed, answers)}
    finished = (answers.finished | {section for section in LISTS if lists.get(section)}) - timeless
    return Assessment(edition, day, complete(lists, answers.known, finished))


def _waiting(assessment: Assessment, told: Answers) -> set[str]:
    """The facts that reckon the months of something of which no time was told, and which may count."""
    return {
        name
        for name, fact in assessment.edition.facts.items()
        if fact.op == "months"
        and any(
            row.standing != "out" and fact.field not in told.items(fact.section).get(item, {})
            for item, row in assessment.ledgers[name].rows.items()
        )
    }


def _undated(assessment: Assessment, told: Answers) -> set[str]:
    """The open requirements that wait for a time of something that was told."""
    words, facts = assessment.words(), _waiting(assessment, told)
    open_ = (r for r in assessment.requirements() if words[r.id] == "need_information")
    return {r.id for r in open_ if not facts.isdisjoint(r.facts)}


def worth_exploring(assessment: Assessment, rows: Sequence[RowPlan], undated: Container[str]) -> list[Row]:
    """The levels whose own criteria are met, to be confirmed or only `undated`; the one in mind before the others."""
    words, wanted = assessment.words(), assessment.answers.known.get("target.level", "")
    own = {r.id for r in assessment.requirements() if r.group == "level"}
    found = [
        one.row
        for one in rows
        if one.row.number and all(gap.id in undated or words[gap.id] == "confirm" for gap in one.gaps if gap.id in own)
    ]
    return sorted(found, key=lambda row: row.id != wanted)


def _gaps(
    assessment: Assessment,
    rows: Sequence[RowPlan],
    levels: Sequence[Row],
    sections: Container[str],
    undated: Container[str],
) -> list[Gap]:
    """What is open for the nearest levels and for all: what is told at once, and what is only to be confirmed last."""
    aims = {row.id for row in levels} or {one.row.id for one in rows if one.row.number}
    wanted = [one for one in rows if not one.row.number or one.row.id in aims]
    words, requirements = assessment.words(), {r.id: r for r in assessment.requirements()}

    def far(row: Row, gap: Gap) -> tuple[bool, bool, bool, int]:
        asked = any(_section(assessment, fact) in sections for fact in requirements[gap.id].facts)
        last = words[gap.id] == "confirm" or not asked
        return last, gap.id not in undated, row.id == _PAPERS, _ORDER.index(words[gap.id])

    every = [(far(one.row, gap), gap) for one in wanted for gap in one.gaps]
    return [gap for _far, gap in sorted(every, key=lambda each: each[0])]


def _told_in_words(assessment: Assessment, requirement: Requirement, worded: Container[str]) -> bool:
    """Whether what a requirement asks about was told, and is no more than not known from its words."""
    about = _section(assessment, requirement.named[0])
    unknown = assessment.words()[requirement.id] == "need_information"
    return unknown and requirement.group != _PAPERS and about in worded


def _section(assessment: Assessment, fact: str) -> str:
    """The section that a fact, or an answer by its name, is of."""
    reckoned = assessment.edition.facts.get(fact)
    return reckoned.section if reckoned else fact.partition(".")[0]


def next_step(step: Step, word: Word) -> str:
    """What a step of a requirement that stands at `word` asks for, as a sentence to say to the caller."""
    text = step.text.removesuffix(_UNANSWERED)
    if text != step.text:
        return _("If not done yet: {text}").format(text=text)
    if step.on:
        return _("{text}. Only the association decides.").format(text=text)
    if text.endswith("?"):
        return _("Ask the association: {text}").format(text=text)
    if not _is_thing(text):
        return text if text.endswith(_MARKS) else f"{text}."
    if word != "not_met":
        return _("Still to tell, or to do: {thing}.").format(thing=text)
    sent = step.turn == "others"
    return (_("Still to come from others: {thing}.") if sent else _("You still need {thing}.")).format(thing=text)


def _is_thing(text: str) -> bool:
    """Whether the text of a step only names what is needed: "2 more references"."""
    return text[:1].isdigit() or text[:1].islower()


def _named(gap: Gap, word: Word, *, undated: bool, told: bool) -> str:
    """A gap as the caller understands it: what exactly is needed, where only one thing will do, else its title."""
    if undated:
        return _("{title}: since when, and until when").format(title=gap.title)
    if word == "need_information" and not told:
        return _("{title} (not told yet)").format(title=gap.title)
    step = gap.routes[0].steps[0]
    exact = word == "not_met" and len(gap.routes) == 1 and step.lacking and not step.on and _is_thing(step.text)
    return step.text if exact else gap.title


def _told_of(assessment: Assessment, requirement: Requirement) -> bool:
    """Whether anything was told of what a requirement asks about."""
    answers, section = assessment.answers, _section(assessment, requirement.named[0])
    return section in answers.finished or any(answers.items(section).values())


def _apart(assessment: Assessment, gaps: Sequence[Gap]) -> list[Gap]:
    """The gaps to name: of those about the same list one, where there are enough others."""
    requirements = {one.id: one for one in assessment.requirements()}
    first: dict[str, Gap] = {}
    for gap in gaps:
        about = _section(assessment, requirements[gap.id].named[0])
        first.setdefault(about if about in LISTS else gap.id, gap)
    return [*first.values(), *(gap for gap in gaps if gap not in first.values())][:GAPS]


def reworded(said: Close, wording: Mapping[str, str]) -> Close:
    """The close with what staff worded themselves by its part: "levels", "gap 1", "action"; an empty gap is none."""
    gaps = {gap_part(n): gap for n, gap in enumerate(said.gaps)}
    gaps |= {part: text for part, text in wording.items() if part not in {"levels", "action"}}
    told = tuple(gap for _part, gap in sorted(gaps.items()) if gap)
    return Close(wording.get("levels", said.levels), told, wording.get("action", said.action))


def gap_part(n: int) -> str:
    """The name of the gap at place `n`, from 0."""
    return f"gap {n + 1}"
