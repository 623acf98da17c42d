"""Several facts in one sentence, offered for a yes: "MSW from VCU, May 2017", or a degree and a job in one breath.

A clause goes to the list that it says most about. What belongs to the question at hand, or to a list that was asked
before, is offered at once; what belongs to a later list is remembered and offered there.
"""

import re
from typing import NamedTuple

from intake.interview import commands as cmd
from intake.interview.flow import Section
from intake.interview.standing import MORE, Standing
from intake.interview.state import ONLY
from intake.session.amendments import amendment
from intake.session.case import OpenCase
from intake.session.records import field_of, fields_of
from intake.session.wording import items_said, said
from intake.text import shorten, visible
from intake.understand.excerpts import CUES
from intake.understand.facts import IMPLIED, facts
from intake.understand.listed import entries_said
from intake.understand.records import Field, Record
from intake.understand.slots import Reading
from intake.understand.understanding import Statement
from intake.words import _

_LABELLED = _("{label}: {value}")
#: The longest utterance, in characters, in which several facts are looked for.
LONGEST = 300
_CLAUSE = re.compile(
    r"(?:\s*[,;.]\s*(?:and |but |also |then )?|\s+and\s+(?:also )?)"
    r"(?=(?:i|i've|ive|i'm|im|my|we|work|worked|working)\b)",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:altogether|all together|in total|total|overall|in all)\b", re.IGNORECASE)
#: What is only supposed is no statement: "if I had a Master's".
SUPPOSED = re.compile(r"\W*(?:(?:and )?what )?(?:if|suppose|supposing)\b", re.IGNORECASE)


class _Weighed(NamedTuple):
    offer: Statement
    read: int
    told: int


def offers(case: OpenCase, standing: Standing, words: str) -> list[Statement]:
    """What `words` offer, entry by entry or clause by clause; a clause that offers nothing is left out.

    Raises Refused where they are about entries and tell none: a total, or a correction of one that is not known.
    """
    if SUPPOSED.match(words):
        return []
    if changed := amendment(case, standing, words):
        return [changed]
    if len(entries := _entries(case, standing, words)) > 1:
        return _one_each(case, standing, entries)
    if len(words) > LONGEST:
        return []
    _no_total(case, standing, words)
    clauses = [part for part in _CLAUSE.split(words) if part.strip()]
    found = [offer for part in clauses if (offer := _best(case, standing, part))] if len(clauses) > 1 else []
    if len({offer.section for offer in found}) > 1:
        return found
    whole = _best(case, standing, words)
    return _each(case, standing, whole) if whole else []


def _each(case: OpenCase, standing: Standing, whole: Statement) -> list[Statement]:
    """What words say of another list, entry by entry."""
    section = case.pack.flow.sections[whole.section]
    if section.repeat is None or whole.item or section.id == standing.section:
        return [whole]
    entries = entries_said(whole.words, telling(section), case.as_of)
    return [_weigh(case, standing, section, entry).offer for entry in entries] if len(entries) > 1 else [whole]


def telling(section: Section) -> list[Field]:
    """The fields of a list that can be said among others."""
    return [field for field in fields_of(section) if takes_part(section, field.id)]


def _no_total(case: OpenCase, standing: Standing, words: str) -> None:
    """Raises Refused where the next entry of a list is asked for and nothing but a total of hours is told."""
    section = case.pack.flow.sections.get(standing.section)
    if section is None or section.repeat is None or standing.field != MORE or not _TOTAL.search(words):
        return
    told = _weigh(case, standing, section, words).offer
    if not told.left and [section.by_field[name].kind for name in told.found] == ["hours"]:
        text = _("That is a total. List the {many} one by one, each with its own hours: name the first, or say yes.")
        raise cmd.Refused(text.format(many=section.repeat.many))


def _entries(case: OpenCase, standing: Standing, words: str) -> list[str]:
    """The words of each entry where the next one of a list is asked for; else all of them."""
    section = case.pack.flow.sections.get(standing.section)
    if section is None or section.repeat is None or standing.field not in (MORE, section.questions[0].field):
        return [words]
    found = entries_said(words, telling(section), case.as_of)
    return found if all(len(entry) <= LONGEST for entry in found) else [words]


def _one_each(case: OpenCase, standing: Standing, entries: list[str]) -> list[Statement]:
    """An offer for each entry, the first for the one at hand; what offers nothing is named as not used."""
    gate = Standing(f"{standing.section}.{MORE}", ONLY)
    here = case.pack.flow.sections[standing.section]
    places = [standing, *[gate] * (len(entries) - 1)]
    tried = [
        (entry, _best(case, place, entry) or _weigh(case, place, here, entry).offer)
        for place, entry in zip(places, entries, strict=True)
    ]
    found = [offer for _entry, offer in tried if offer.found]
    unused = tuple(entry for entry, offer in tried if not offer.found)
    return [found[0]._replace(left=(*found[0].left, *unused)), *found[1:]] if found else []


def preview(case: OpenCase, standing: Standing, words: str) -> Statement | None:
    """What `words` would offer to the item at hand, while they are typed; None where that is one answer or none."""
    here = case.pack.flow.sections.get(standing.section)
    if here is None or here.id in case.pack.flow.finishing or len(words) > LONGEST:
        return None
    own = _weigh(case, standing, here, words)
    return own.offer if _said(own.offer) > 1 and _speaks(own, standing, here) else None


def recollection(case: OpenCase, standing: Standing) -> Statement | None:
    """What was remembered for the list whose gate is reached; None where nothing was."""
    if standing.field != MORE:
        return None
    for kept in case.state.content.remembered:
        if kept.section == standing.section:
            weighed = _weigh(case, standing, case.pack.flow.sections[kept.section], kept.words)
            return weighed.offer._replace(recalled=kept.words)
    return None


def _best(case: OpenCase, standing: Standing, words: str) -> Statement | None:
    """The offer of the section that the words say most about, the one at hand before others."""
    flow, projection = case.pack.flow, case.projection
    here = flow.sections.get(standing.section)
    if here is None or here.id in flow.finishing:
        return None
    lists = [s for s in flow.sections.values() if s.repeat and s.id != here.id and projection.relevant(s.id)]
    own = _weigh(case, standing, here, words)
    if _answers_by_cue(own.offer, standing, here):
        return own.offer
    weighed = ((section, _weigh(case, standing, section, words)) for section in lists)
    others = [w for s, w in weighed if w.read + w.told > 1 and w.read and s.questions[0].field in w.offer.found]
    candidates = [
        w for w in (own, *others) if _said(w.offer) > 1 and _speaks(w, standing, flow.sections[w.offer.section])
    ]
    best = max(candidates, key=lambda w: (2 * w.read + w.told, w is own), default=None)
    if best is None or best is own:
        return best.offer if best else None
    about_here = _weigh(case, standing, here, words, settled=False)  # what was answered before may be told again
    return best.offer if _worth_leaving(about_here, best) else None


def _answers_by_cue(offer: Statement, standing: Standing, section: Section) -> bool:
    """Whether a question that is asked once has its yes or no in a cue: "sent the notice last week by e-mail"."""
    reading = offer.found.get(standing.field)
    return section.repeat is None and reading is not None and reading[0].reader == CUES


def _said(offer: Statement) -> int:
    """How many of the facts were said, and do not merely follow."""
    return sum(reading.reader != IMPLIED for reading, _words in offer.found.values())


def _speaks(weighed: _Weighed, standing: Standing, section: Section) -> bool:
    """Whether enough speaks for these being facts: two signs, or one beside the name that is asked for anyhow."""
    first = section.questions[0].field
    begins = standing.section == section.id and standing.field in (first, MORE) and first in weighed.offer.found
    return weighed.read + weighed.told > 1 or (weighed.read == 1 and begins)


def _worth_leaving(own: _Weighed, best: _Weighed) -> bool:
    return 2 * best.read + best.told > 2 * own.read + own.told


def _weigh(case: OpenCase, standing: Standing, section: Section, words: str, *, settled: bool = True) -> _Weighed:
    """What the words give for the item at hand, or for a new one of another list; what is `settled` is left alone."""
    item = standing.item if section.id == standing.section and standing.field != MORE else ONLY
    doc = case.projection.docs[section.id].get(item, {}) if item or not section.repeat else {}
    known = {f"{section.id}.{name}" for name in doc if settled} - {standing.question}
    fields = [f for f in fields_of(section) if takes_part(section, f.id) and f.id not in known]
    got = facts(words, fields, case.as_of)
    found = {name.partition(".")[2]: value for name, value in got.found.items()}
    values = {f: r.value for f, (r, _w) in found.items()}
    once = {} if section.repeat else {f"{section.id}.{f}": value for f, value in values.items()}
    asked = {q.field for q in case.projection.asks_of(section.id, doc | values | once)}
    unused = (*got.left, *(said for name, (_reading, said) in found.items() if name not in asked))
    unsure = {f: said for name, said in got.unsure.items() if (f := name.partition(".")[2]) in asked}
    told = {f: v for f, v in found.items() if f in asked}
    offered = Statement(section.id, item, told, words, unused, unsure=unsure)
    return _Weighed(offered, got.read, got.told)


def takes_part(section: Section, name: str) -> bool:
    """Whether a field can be said among others: words and choices only where the pack gives cues for them."""
    question = section.by_field[name.partition(".")[2]]
    return question.cues.any or question.kind in {"date", "span", "hours", "email", "phone"}


def record(case: OpenCase, offer: Statement) -> Record:
    """What is offered, as a correction of it sees it."""
    section = case.pack.flow.sections[offer.section]
    values = {name: value[0].value for name, value in offer.found.items()} | dict.fromkeys(offer.unsure)
    fields = tuple(field_of(section, section.by_field[name], value) for name, value in values.items())
    return Record(fields, fields[-1].id)


def facts_said(case: OpenCase, offer: Statement) -> str:
    """What is offered, fact by fact: "school: VCU; date awarded: 2016 \u2192 May 2017"."""
    section = case.pack.flow.sections[offer.section]
    known = case.projection.docs[offer.section].get(offer.item, {}) if offer.item or not section.repeat else {}
    told = {name: _fact(section, name, reading, known) for name, (reading, _words) in offer.found.items()}
    told |= {name: _LABELLED.format(label=section.by_field[name].label, value=_("not sure")) for name in offer.unsure}
    return "; ".join(told[question.field] for question in section.questions if question.field in told)


def said_of(case: OpenCase, offer: Statement) -> str:
    """What is offered, as a question to be answered with yes or no."""
    facts = facts_said(case, offer)
    text = _("{facts}. Right?").format(facts=facts[:1].upper() + facts[1:])
    repeat = case.pack.flow.sections[offer.section].repeat
    if repeat and not offer.item and not offer.recalled:
        text = _("New {one}. {facts}").format(one=repeat.one, facts=text)
    elif repeat and offer.item and offer.item != case.standing.item:
        text = _("{entry}. {facts}").format(entry=items_said(case.projection, offer.section)[offer.item], facts=text)
    if offer.left:
        words = ", ".join(_("“{words}”").format(words=shorten(visible(part), 60)) for part in offer.left)
        text = _("{facts} (Not used: {words}.)").format(facts=text, words=words)
    if offer.recalled:
        return _("Earlier you said “{words}”. {facts} Shall I add it?").format(
            words=shorten(visible(offer.recalled), 120), facts=text.replace(_("Right?"), "").strip()
        )
    return text


def noted(case: OpenCase, offer: Statement) -> str:
    """That what was offered is written down."""
    return _("Noted: {values}. Saved. (undo takes it back)").format(values=values_said(case, offer))


def values_said(case: OpenCase, offer: Statement) -> str:
    """The values of an offer, without what they are of: "J, 1.5 hours"."""
    section = case.pack.flow.sections[offer.section]
    values = [
        _fact(section, name, reading, {})
        if isinstance(reading.value, bool)
        else said(section.by_field[name], reading.value)
        for name, (reading, _words) in offer.found.items()
    ]
    values += [_LABELLED.format(label=section.by_field[name].label, value=_("not sure")) for name in offer.unsure]
    return ", ".join(values)


def _fact(section: Section, name: str, reading: Reading, known: dict[str, object]) -> str:
    """One fact; of a value that it replaces, both."""
    question, old = section.by_field[name], known.get(name)
    new = said(question, reading.value)
    changes = old is not None and old != reading.value
    return _LABELLED.format(label=question.label, value=f"{said(question, old)} \u2192 {new}" if changes else new)


def taken(offer: Statement) -> cmd.Fill:
    """The command that writes an offer down."""
    answers = {
        name: cmd.Answer("", "", reading.value, words, reading.reader, reading.hedged)
        for name, (reading, words) in offer.found.items()
    }
    return cmd.Fill(offer.section, offer.item, answers, offer.recalled, offer.unsure)


def later(case: OpenCase, offer: Statement, standing: Standing) -> bool:
    """Whether the list of an offer is still to be asked for."""
    order = list(case.pack.flow.sections)
    return (
        not offer.item
        and order.index(offer.section) > order.index(standing.section)
        and not case.projection.done(offer.section)
    )
