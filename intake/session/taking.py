"""Words of a caller as one command: what they say of which questions, in which entries, and what is kept as a note."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace

from intake.interview import commands as cmd
from intake.interview.state import ONLY
from intake.prescreen.asides import as_typed, questions
from intake.prescreen.filing import Told, doubted, told
from intake.prescreen.halves import Half, goes_on, half
from intake.prescreen.jobs import each_job
from intake.prescreen.own import for_another, own_apart
from intake.prescreen.parting import Piece, Section, holds, lines_of, pieces, place_of
from intake.prescreen.people import each
from intake.prescreen.placing import entry, gathered, refined, spoken_apart, tidied
from intake.prescreen.sheet import Line, Sheet, Take
from intake.prescreen.speaker import speaking
from intake.prescreen.unfinished import end_ahead, under_way
from intake.prescreen.unread import says, unread
from intake.session.case import OpenCase
from intake.session.sheet_sections import docs_of, sections_of
from intake.session.times_told import Kept, halves_of, line_of_time, timed, times
from intake.understand.read import read
from intake.understand.slots import Reading, Unsure
from intake.understand.understanding import YES_NO

#: An entry that an utterance begins, until it has an id.
_BEGUN = "+"
_TITLED = re.compile(r"\b(Dr|Mrs|Mr|Ms|St)\.(?=\s)")  # a point that ends no sentence
#: A name among the words of a yes or no tells more than that: "from Chile".
_NAME = re.compile(r"\b[A-Z][a-z]")


class Filed(NamedTuple):
    """Facts filed under a line of the sheet: section, entry (empty: a new one), values, and those that they replace.

    `name` is what the entry is called by, where the values do not hold it; `known` is what was told before already.
    """

    line: str
    section: str
    item: str
    values: Mapping[str, Any]
    before: Mapping[str, Any]
    unsure: tuple[str, ...] = ()
    guessed: bool = False
    name: str = ""
    known: Mapping[str, Any] = {}


class Taken(NamedTuple):
    """What an utterance leads to: the command, and for the read-back what was filed where."""

    command: cmd.Take
    filed: tuple[Filed, ...]


class _Desk:
    """What one utterance has given so far; its entries are seen by the pieces that follow."""

    def __init__(self, case: OpenCase, sheet: Sheet) -> None:
        self.case, self.sheet = case, sheet
        self.sections = sections_of(case, sheet)
        self.docs = docs_of(case, sheet)
        last = case.state.content.last
        self.section = last.to.partition(".")[0] if last else ""
        self.last = {self.section: last.item} if last else {}
        self.fills: dict[tuple[str, str], cmd.Fill] = {}
        self.finished: list[str] = []
        self.jots: list[cmd.Jot] = []
        #: in how many pieces it was parted
        self.parts = 0
        #: the questions whose answer it tells apart from something else
        self.apart: set[str] = set()
        #: the line under which something was filed last
        self.line = ""
        self.filed: list[Filed] = []


def taking(case: OpenCase, sheet: Sheet, words: str, line: str = "") -> Taken:
    """What `words` say; those that name no other line, of the line that was picked. Unread, they are kept as words."""
    desk = _Desk(case, sheet)
    picked = sheet.by_id.get(line)
    if not line and (head := _doubtful(words, sheet)):
        return Taken(cmd.Take(jots=(cmd.Jot(words, head, "told" if _known(desk, head) else "unsure"),)), ())
    words, asked = questions(words)
    words, own = own_apart(words) if not picked and _for_another(case, words) else (words, [])
    spoken = speaking(_TITLED.sub(r"\1", words))
    found = pieces(spoken, sheet, desk.sections, case.as_of, desk.section if desk.section in desk.sections else "")
    if picked and (not picked.takes or not any(piece.lines for piece in found if not doubted(piece.words))):
        found = [Piece(spoken, place_of(picked), (picked.id,))]
    found = [one for piece in found if words for one in _each(desk, piece)]
    desk.parts, desk.apart = len(found), spoken_apart(found, sheet)
    for piece in found:
        _file(desk, piece, words if len(found) == 1 else piece.words, picked)
    fills = tuple(one for one in desk.fills.values())
    if not (fills or desk.finished or any(jot.line for jot in desk.jots)) and desk.jots:
        desk.jots = [cmd.Jot(words)]  # what is no fact in any part stays whole
    jots = [replace(jot, words=as_typed(words, spoken, jot.words)) for jot in desk.jots]
    jots += [cmd.Jot(one) for one in own]
    jots += [cmd.Jot(one, line, "unsure" if line else "told") for one in asked]
    return Taken(cmd.Take(fills, tuple(dict.fromkeys(desk.finished)), tuple(jots)), tuple(desk.filed))


def _doubtful(words: str, sheet: Sheet) -> str:
    """The line whose name `words` ask back and say not to know: "reflective supervision? not sure what that is"."""
    name, asks, rest = words.partition("? ")
    named = (line.id for line in sheet.lines if name.strip().casefold() in line.phrases)
    return next(named, "") if asks and "?" not in rest and doubted(rest) else ""


def _for_another(case: OpenCase, words: str) -> bool:
    """Whether the one who calls does so for another, as `words` or a note before them say."""
    return for_another(words) or any(for_another(jot.words) for jot in case.state.content.jotted)


def _each(desk: _Desk, piece: Piece) -> list[Piece]:
    """A piece for each of the people that a list of people is told, and for each of several jobs."""
    section = desk.sections.get(piece.section)
    if section is None or not section.repeats:
        return [piece]
    called = next((field for field in section.fields if field.id == f"{section.id}.{section.title[0]}"), None)
    heads = called.cues.heads if called else ()
    first, *more = each(piece.words) if section.fields[0].cues.person else each_job(piece.words, heads)
    return [piece._replace(words=first), *(piece._replace(words=words, lines=()) for words in more)]


def _file(desk: _Desk, piece: Piece, raw: str, picked: Line | None) -> None:
    """File one piece with each section that its lines take answers of; what says nothing to any is kept as words."""
    lines = [desk.sheet.by_id[line] for line in piece.lines]
    named = tuple(dict.fromkeys(take.section for line in lines for take in line.takes))
    places = named or ((piece.section or desk.section),)
    sections = [desk.sections[name] for name in places if name in desk.sections]
    if picked and doubted(raw):
        sections = sections[:1]
    if under := [one for one in sections if one.id == piece.section and under_way(piece.words, one)]:
        desk.jots.append(cmd.Jot(raw, lines_of(desk.sheet, under[0].id, under[0].title)[0]))
        ends = end_ahead(piece.words, under[0], desk.case.as_of) if desk.docs[under[0].id] else ""
        if not ends:
            return
        piece = piece._replace(words=ends)
    first = len(desk.filed)
    taken = [used for section in sections if (used := _taken(desk, piece, section, picked))]
    line = piece.lines[0] if piece.lines else picked.id if picked else ""
    left = _left(desk, piece, sections, taken) if taken else ()
    if left and not any(one.values or one.unsure for one in desk.filed[first:]) and not desk.finished:
        del desk.filed[first:]  # a remark about what is known is no more than that
        desk.jots.append(cmd.Jot(raw, line or desk.line))
    elif taken:
        desk.jots += [cmd.Jot(run, _place(desk, sections, run, line or desk.line)) for run in left]
    elif picked or says(piece.words, {word for one in lines for word in one.topic}):
        line = _place(desk, sections, piece.words, line)
        open_ = doubted(raw) and not _known(desk, line)
        desk.jots.append(cmd.Jot(raw, line, "unsure" if line and open_ else "told"))
    elif desk.parts == 1:
        desk.jots.append(cmd.Jot(raw))  # the name of a line alone tells nothing of it


def _known(desk: _Desk, line: str) -> bool:
    """Whether something was told at a line, so that a doubt is said of that."""
    takes = [take.question.partition(".") for take in desk.sheet.by_id[line].takes] if line else []
    jotted = any(jot.line == line and jot.how == "told" for jot in desk.case.state.content.jotted)
    return jotted or any(field in doc for section, _dot, field in takes for doc in desk.docs[section].values())


def _place(desk: _Desk, sections: Sequence[Section], words: str, line: str) -> str:
    """The line under which words are kept: half of a time under one that takes a time, none under the caller's name."""
    line = "" if line == desk.sheet.lines[0].id else line
    return line_of_time(desk.sheet, sections[0], line, words, desk.case.as_of) if sections else line


def _left(desk: _Desk, piece: Piece, sections: Sequence[Section], taken: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The words of a piece that nothing took, but for those by which its fields and entries are called."""
    fields = [field for section in sections for field in section.fields]
    lines = [line for line in desk.sheet.lines if {take.section for take in line.takes} & {s.id for s in sections}]
    names = [name for field in fields for name in (*field.names, *field.cues.nouns)]
    names += [name for section in sections for name in section.called]
    names += [str(doc.get(one, "")) for s in sections for doc in desk.docs[s.id].values() for one in s.title]
    names += [phrase for line in lines for phrase in line.topic if " " not in phrase or holds(piece.words, phrase)]
    known = frozenset(word for name in names for word in re.split(r"[\s/-]+", name.casefold()))
    return unread(piece.words, [said for used in taken for said in used], known)


def _taken(desk: _Desk, piece: Piece, section: Section, picked: Line | None) -> list[str]:
    """Take what a piece says of a section; the words that were taken, none where there is nothing for it."""
    words, closing = _without_none(desk, piece, section)
    got = told(words, section, desk.sheet.takes_of(section.id), _open(desk, piece, section), desk.case.as_of)
    if not (got.found or got.unsure) and picked and not closing:
        closing = [words] if picked.none and _emptied(desk, words, section) else []
        got = got if closing else _whole(desk, words, section, picked)
    if closing:
        desk.finished.append(section.id)
    partly = half(words, desk.case.as_of) or goes_on(words)
    if got.found or partly or (got.unsure and (not section.repeats or desk.docs[section.id])):
        return [*_put(desk, section, got, words, piece), *closing]
    return closing


def _open(desk: _Desk, piece: Piece, section: Section) -> list[Take]:
    """What the lines of a piece take of a section and have no answer to."""
    doc = desk.docs[section.id].get(ONLY, {})
    takes = (take for line in piece.lines for take in desk.sheet.by_id[line].takes if take.section == section.id)
    return [take for take in takes if take.question.partition(".")[2] not in doc]


def _without_none(desk: _Desk, piece: Piece, section: Section) -> tuple[str, list[str]]:
    """The words without those that say that a list is empty or complete, and those."""
    words, closing = piece.words, list[str]()
    for phrase in (p for line in desk.sheet.lines if place_of(line) == section.id for p in line.none):
        if match := holds(words, phrase):
            words = f"{words[: match.start()]} , {words[match.end() :]}"
            closing.append(match[0])
    return words, closing


def _emptied(desk: _Desk, words: str, section: Section) -> bool:
    """Whether a plain no at the line of a list says that there is nothing to list."""
    got = read(words, YES_NO, desk.case.as_of) if section.repeats else None
    return isinstance(got, Reading) and got.value is False and not got.confirm


def _whole(desk: _Desk, words: str, section: Section, line: Line) -> Told:
    """`words` as the whole answer to the first question of the line that was picked which they can answer."""
    for take in line.takes:
        question = desk.case.pack.flow.question(take.question)
        if question is None or take.section != section.id:
            continue
        got = _plainly(words, take, desk.case.as_of) or read(words, question.slot, desk.case.as_of)
        if isinstance(got, Unsure) or (question.kind == "text" and doubted(words)):
            return Told({}, {take.question: words}, ())
        if isinstance(got, Reading) and (question.kind != "text" or take is line.takes[0]):
            return Told({take.question: (got, words)}, {}, ())
    return Told({}, {}, ())


def _plainly(words: str, take: Take, today: dt.date) -> Reading | None:
    """The option that a plain yes or no at the line means, where it means one."""
    got = read(words, YES_NO, today) if take.plainly and len(words.split()) == 1 else None
    option = take.plainly.get("yes" if got.value else "no") if isinstance(got, Reading) else None
    return replace(got, value=option) if isinstance(got, Reading) and option else None


def _halves(desk: _Desk, section: Section, item: str) -> dict[str, list[Half]]:
    """The halves of a time that were kept as words, by field, where they can be of no other entry."""
    if any("span" not in doc for name, doc in desk.docs[section.id].items() if name != item):
        return {}
    kept: Kept = [*desk.case.state.content.jotted, *desk.jots]
    lines = {f.id: lines_of(desk.sheet, section.id, [f.id.partition(".")[2]]) for f in times(section)}
    return {name: halves_of(kept, own, desk.case.as_of) for name, own in lines.items()}


def _put(desk: _Desk, section: Section, got: Told, words: str, piece: Piece) -> list[str]:
    """Add what was told to the entry that it belongs to; the words that told it."""
    docs = desk.docs[section.id]
    item, found = ONLY, tidied(got.found)
    if section.repeats:
        last = "" if piece.another else desk.last.get(section.id, "")
        item = entry(found, section, {} if piece.another else docs, words, last) or f"{_BEGUN}{len(docs)}"
    doc = docs.get(item, {})
    found = timed(found, section, doc, words, _halves(desk, section, item), desk.case.as_of) | found
    if not (found or got.unsure):
        return []
    docs[item] = doc
    said = [told for reading, told in found.values() if not (isinstance(reading.value, bool) and _NAME.search(told))]
    again = {name.partition(".")[2]: reading.value for name, (reading, _words) in found.items()}
    found = refined(gathered(found, doc, section, words, desk.apart), doc, section, desk.apart)
    values = {name.partition(".")[2]: reading.value for name, (reading, _words) in found.items()}
    doubts = {name.partition(".")[2]: said for name, said in got.unsure.items()}
    unsure = {field: said for field, said in doubts.items() if field not in doc}
    passed = dict.fromkeys(said for field, said in doubts.items() if field in doc)
    before = {field: doc[field] for field in values if field in doc}
    kept = desk.fills.get((section.id, item), cmd.Fill(section.id, "" if item.startswith(_BEGUN) else item, {}))
    answers = {
        name.partition(".")[2]: cmd.Answer("", "", r.value, said, r.reader, r.hedged)
        for name, (r, said) in found.items()
    }
    if answers or unsure:
        desk.fills[section.id, item] = cmd.Fill(section.id, kept.item, kept.answers | answers, "", kept.unsure | unsure)
    known = {field: value for field, value in again.items() if field not in values}
    name = _name_of(section, doc, values or known)
    doc |= values
    desk.section, desk.last[section.id] = section.id, item
    told_of = [field for field in section.title if field in values] or [*values, *doubts]
    desk.line = next(iter((*piece.lines, *lines_of(desk.sheet, section.id, told_of))), "")
    guessed = any(reading.confirm for reading, _words in found.values())
    desk.jots += [cmd.Jot(words, desk.line) for words in passed]  # a doubt takes no answer away
    if values or unsure or known:
        desk.filed.append(Filed(desk.line, section.id, kept.item, values, before, tuple(unsure), guessed, name, known))
    return [*said, *doubts.values()]


def _name_of(section: Section, doc: Mapping[str, Any], values: Mapping[str, Any]) -> str:
    """What an entry that was told of before is called by; empty where the `values` say it again."""
    kinds = {field.id.partition(".")[2]: field.slot.kind for field in section.fields}
    named = (name for name in section.title if kinds.get(name) == "text" and name in doc)
    return "" if any(name in values for name in section.title) else next((str(doc[name]) for name in named), "")
