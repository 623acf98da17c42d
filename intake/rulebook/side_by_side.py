"""The levels of an edition beside each other: what each asks, topic by topic. Nobody is judged."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from intake.rulebook.edition import Edition, Requirement
from intake.rulebook.levels import PARTS
from intake.rulebook.verdicts import Cite, Guidance
from intake.words import _


class Entry(msgspec.Struct, frozen=True):
    """A requirement in brief. `confirm`: only the association can say; `under`: the topic with the rest of it, or none.

    The sources of `cites` are names in the edition; a quotation that stands above in the same cell is left empty.
    """

    title: str
    cites: tuple[Cite, ...]
    note: str
    guidance: tuple[Guidance, ...]
    confirm: bool
    under: str = ""


class Topic(msgspec.Struct, frozen=True):
    """What is asked of one thing, such as education: at each level in the order of the levels, and at all of them."""

    title: str
    levels: tuple[tuple[Entry, ...], ...]
    everywhere: tuple[Entry, ...]


def side_by_side(edition: Edition, sections: Mapping[str, str]) -> tuple[Topic, ...]:
    """All that an edition asks, by the lists that decide it; `sections` are those of the interview, id to title."""
    placed = [(topic, entry, r) for r in edition.requirements for topic, entry in _entries(edition, r, sections)]
    everybody = {topic for topic, _entry, r in placed if not r.applies}
    known = (*sections.values(), *PARTS.values())
    titles = sorted({topic for topic, *_rest in placed}, key=lambda topic: (topic not in everybody, known.index(topic)))

    def of(title: str, level: str) -> tuple[Entry, ...]:
        return tuple(_brief(entry for topic, entry, r in placed if (topic, r.level) == (title, level)))

    return tuple(
        Topic(title, tuple(of(title, level.id) for level in edition.levels), of(title, "")) for title in titles
    )


def _entries(edition: Edition, requirement: Requirement, sections: Mapping[str, str]) -> Iterator[tuple[str, Entry]]:
    """A requirement under its first topic, and a word of it under each other one."""
    first, *others = _topics(edition, requirement, sections)
    track = next(
        (level.tracks.get(requirement.track, "") for level in edition.levels if level.id == requirement.level), ""
    )
    title = _("{track}: {title}").format(track=track, title=requirement.title) if track else requirement.title
    cites = tuple(Cite(cite.source, cite.section, cite.quote) for cite in requirement.citations)
    guidance = tuple(Guidance(each.text, each.source) for each in requirement.guidance)
    confirm = requirement.need is None
    yield first, Entry(title, cites, requirement.note, guidance, confirm)
    for other in others:
        yield other, Entry(title, (), "", (), confirm, under=first)


def _topics(edition: Edition, requirement: Requirement, sections: Mapping[str, str]) -> list[str]:
    """The titles of the lists that decide a requirement, in the order of its rule; one at least."""
    if requirement.group == "renewal":
        return [PARTS["renewal"]]
    names = requirement.needed or requirement.named
    lists = (edition.facts[name].section if name in edition.facts else name.partition(".")[0] for name in names)
    return list(dict.fromkeys(sections[each] for each in lists if each in sections)) or [PARTS[requirement.group]]


def _brief(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Entries of one cell: none twice, and each quotation where it stands first; after that its source alone."""
    quoted = ""
    for entry in dict.fromkeys(entries):
        cites = [msgspec.structs.replace(c, quote="" if c.quote in quoted else c.quote) for c in entry.cites]
        quoted += "\n".join(["", *(cite.quote for cite in cites)])
        yield msgspec.structs.replace(entry, cites=tuple(cites))
