"""Whether plain words of a caller are the name of a job, an agency, a school or a person, and which of them are."""

import re

import msgspec

from intake.prescreen.parting import Section
from intake.prescreen.people import follows_person
from intake.understand.facts import IMPLIED
from intake.understand.records import Field
from intake.understand.slots import Reading

#: Where a clause begins that is no part of a name, and figures that no name holds. In small letters alone.
CLAUSE = re.compile(
    r"\b(?:lives?|lived|works|worked|wants?|thinks?|says|moved?|stayed|teaches|taught|leads|publishes|has|have|had|never|"
    r"isn't|not|only|before|after|hired|trained|employed|served|ended|teaching|running|doing|then|till?|until|"
    r"since|but|because|who|which|needs?|called|speaks|with my|is|are|was|were|pays?)\b|"
    r"\b(?:19|20)[0-9]{2}\b|\S+@\S+|\b[0-9]+\+?\s*(?:of\b|y(?:ea)?rs?|h(?:ou)?rs?|months?|mos?|weeks?)\b|"
    r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|several|many|a few|"
    r"a couple(?: of)?)(?:\s+and\s+a\s+half)?\s+(?:years?|yrs?|months?|weeks?|hours?)\b"
)
#: How long, before what was done: "5 yrs home visitor".
_AGO = re.compile(r"\A(?:for\s+)?[0-9]+\+?\s*(?:y(?:ea)?rs?|months?|mos?)\s+(?:as\s+)?(?:an?\s+)?", re.IGNORECASE)
#: What led to the clause that a name was freed of: "a daycare for 4 years".
_DANGLING = re.compile(r"(?:\s+(?:for|about|like|since|in|at|and|from|i))+\Z", re.IGNORECASE)
#: A level, which is no name of anything.
_LEVEL = re.compile(r"(?:level\s+)(?:i{1,3}|iv|[1-4])\Z", re.IGNORECASE)
#: No name begins so.
_LOOSE_LEAD = frozenset(["by", "in", "on", "to", "of", "back", "you"])
#: A licence: of the person before it, and no name of a job or an agency.
_LICENCE = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z-]{1,4}")
_PLAIN = re.compile(r"[^\W\d_]{2,}")
#: What leads to an agency or to those who are served: "with EHS", "with kids".
_LOOSE = re.compile(r"(?<!been )\bwith\s+\Z|(?<!work )(?<!worked )(?<!working )\bfor\s+(?:my\s+)?\Z", re.IGNORECASE)


def sound(words: str, field: Field, value: tuple[Reading, str], section: Section) -> tuple[Reading, str] | None:
    """A value freed of what is no name: a time before it, and after a word that leads to it the clause that follows."""
    reading, said = value
    if field.slot.kind != "text" or reading.reader == IMPLIED:
        return value
    name = _AGO.sub("", said)
    clause = CLAUSE.search(name)
    before = words[: max(words.find(said), 0)].split()[-1:]
    led = any(word.casefold() in _leading(section) for word in before)
    if clause and not led:
        return None
    name = _DANGLING.sub("", name[: clause.start()].strip(" ,.;")) if clause else name
    place = not led and [word.casefold() for word in before] == ["in"] and not _has_head(field, name)
    loose = not _PLAIN.search(name) or name.split()[0].casefold() in _LOOSE_LEAD
    if _LICENCE.fullmatch(name) and follows_person(words[: max(words.find(said), 0)]):
        return None
    if place or loose or _LEVEL.match(name) or name.casefold() in section.called:
        return None
    return value if name == said else (msgspec.structs.replace(reading, value=name), name)


def _leading(section: Section) -> set[str]:
    return {word for field in section.fields for word in field.cues.after}


def _has_head(field: Field, name: str) -> bool:
    return bool({word.strip(".,:;\"'").casefold() for word in name.split()} & {*field.cues.heads})


def is_marked(words: str, field: Field, value: tuple[Reading, str], section: Section) -> bool:
    """Whether something speaks for a plain-word value being this field's: a cue before, in or after it, or capitals."""
    reading, said = value
    if field.slot.kind != "text" or reading.reader == IMPLIED:
        return True
    before = words[: max(words.find(said), 0)].split()[-1:]
    led = any(word.casefold() in field.cues.after for word in before) and not _LOOSE.search(words[: words.find(said)])
    after = words[words.find(said) + len(said) :].split()[:1]
    begins = not before and any(word.casefold() in _leading(section) for word in after)
    return led or begins or _has_head(field, said) or any(word[:1].isupper() for word in said.split())
