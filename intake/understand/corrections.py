"""Corrections of what was said: "no wait, 2020", "my graduation year was 2015", "it was 30 hours, not 3".

Marks of a correction are taken off both ends; what stays has a form that says which answer is meant
(`correction_forms`), or it is the new value of the last answer. Which answer that is follows from its name, from the
value that was wrong, or from what the new words can be an answer to.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Protocol

import msgspec

from intake.understand.amending import amended
from intake.understand.correction_forms import LONGEST, STILL, Act, Heard, heard
from intake.understand.excerpts import of_time
from intake.understand.read import read
from intake.understand.records import Field, name_words
from intake.understand.slots import Again, Reading, Unsure
from intake.understand.words import apostrophes, is_unsure
from intake.understand.yes_no import yes_no

_MARKS = {
    "clear": (
        "no wait|oh wait|scratch that|strike that|i meant to say|i meant|correction|let me (?:correct|fix) that|"
        "i misspoke|i should(?:'ve| have) said|should(?:'ve| have) said|let me rephrase(?: that)?|"
        "i take (?:that|it) back|on second thought|nvm|never ?mind"
    ),
    "plain": (
        "wait|hold on|hang on|w?oops|whoops|oopsie|make (?:that|it)|my mistake|my bad|or rather|my apologies|typo|"
        "i mistyped|jk|just kidding|forgive me|excuse me"
    ),
    "soft": "actual+y|acutally|actully|sorry|sry|i mean|meant|rather|well actually",
    "no": "no|nope|nah",
    "was": "(?:it|that)(?: was| is|'?s| should be| should have been)|should be|should have been",
    "sound": (
        "ugh|argh|oops|oh (?:dear|shoot|no|my|man|gosh|geez)|shoot|dang|oh|um|uh|ah|well|ok|okay|hmm+|so|but|and|lol|"
        "haha"
    ),
}
_MARK = re.compile(
    "(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _MARKS.items())
    + r")(?![\w'])(?P<after>[\s,.:;!-]*)(?=\S)",
    re.IGNORECASE,
)
_LAST_MARK = re.compile(
    r"(?:[\s,.;-]+(?P<mark>sorry|sry|my mistake|my bad|oops|i mean|i meant|actually|rather)|"
    r"[\s,.;-]+(?:please|pls|plz|lol|haha|thanks|thank you|ty|if i'?m honest|honestly|ok|okay))+[\s.!]*\Z",
    re.IGNORECASE,
)
#: What people say of a slip, beside what is right.
_EXCUSE = re.compile(
    r"(?:i (?:flipped|mixed|swapped|switched|mis\w+|typed|put|got|hit|pressed|clicked|read|remembered) .*|"
    r"hit the wrong .*|(?:sorry )?my (?:english|brain|fingers?|phone|memory|fault).*|fat fingers?|auto ?correct.*|"
    r"typed (?:it|that) wrong|(?:now that i|come to) think .*|i (?:just )?(?:checked|looked it up|found it).*|"
    r"i was (?:wrong|mistaken|off).*|i never .*|that's a duplicate.*|that was .* (?:one|ago))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S+@\S+\.\w+")
_CLAUSE = re.compile(r"\s*[,;.!?]+\s+|\s+(?=(?:can|could) (?:you|u|we|i) )|\s+(?=i never )")
_MOST_MARKS = 8


class Correction(msgspec.Struct, frozen=True):
    """A wish to change what was said. `field` is None where the words do not say which answer.

    `reading` is the new value (None: to be asked for; Unsure: it is not known after all), `words` what gave it;
    `confirm` where something of it was guessed and it is to be read back. Of a deletion, `words` name the entry. Not
    `surely` where it may as well be an answer; `told` where a name or a mark ("no, …") speaks for a correction.
    """

    act: Act
    field: Field | None = None
    reading: Reading | Unsure | None = None
    words: str = ""
    confirm: bool = False
    surely: bool = True
    told: bool = True


class Known(Protocol):
    """What has been said, as far as a correction can be about it."""

    @property
    def last(self) -> Field | None:
        """The field answered last."""

    def named(self, said: str) -> Sequence[Field]:
        """The fields that `said` names, those that fit best."""

    def holding(self, wrong: str) -> Sequence[Field]:
        """The fields in whose value the words `wrong` stand."""

    def led(self, word: str) -> Sequence[Field]:
        """The fields with a value that a word such as "at" leads to."""

    def others(self) -> Sequence[Field]:
        """The fields beside the last that are no plain words."""


def correction(
    text: str, known: Known, today: dt.date, *, eager: bool = False, free_text: bool = False
) -> Correction | Again | None:
    """The correction that `text` is; Again where its new value cannot be; None where it is none.

    With `eager`, words that could also answer the question that stands are taken for a correction of the last answer.
    With `free_text`, what is written as a title is an answer: "Sorry House", "Undo Consulting".
    """
    if text.strip().strip("*") != text.strip():  # as in a chat: "*2020"
        text = f"correction: {text.strip().strip('*')}"
    if len(text) > LONGEST or (free_text and is_title(text)):
        return None
    marks, rest = _unmarked(apostrophes(text))
    said = _heard(text, marks, rest)
    if said is None and (not marks or (not eager and not _marked(marks, rest))):
        return None
    said = said or Heard("correct", words=rest, explicit=_marked(marks, rest))
    if said.act == "undo":
        return Correction("undo")
    if said.act == "delete":
        return Correction("delete", words=said.name)
    return _correct(said, marks, known, today, eager=eager)


def corrected(text: str, *, surely: bool = False) -> str:
    """The new value of the last answer if `text` is a correction, else "".

    A bare yes, no or "not sure" after a soft mark ("actually no") answers the question that stands. With `surely`, only
    a clear mark counts, and only with a comma, "it was" or a figure: "Wait, Watch and Wonder" is a training.
    """
    marks, rest = _unmarked(text)
    if surely:
        return rest if "clear" in marks and marks & {"comma", "was", "figure"} else ""
    return rest if _marked(marks, rest) else ""


def _unmarked(text: str) -> tuple[frozenset[str], str]:
    """The kinds of marks at both ends of `text`, and what is left."""
    marks: set[str] = set()
    whole = text.replace("\u2019", "'").strip()
    if (tail := _LAST_MARK.search(whole)) and tail.start():
        marks, whole = marks | ({"soft"} if tail["mark"] else set()), whole[: tail.start()]
    rest = whole
    for _ in range(_MOST_MARKS):
        found = _MARK.match(rest)
        if not found:
            break
        kind = next(name for name in _MARKS if found[name])
        marks |= {kind, "comma"} if kind in ("clear", "no") and found["after"].strip() else {kind}
        rest = rest[found.end() :]
    if marks <= {"was"}:  # "it was …" by itself marks nothing
        return frozenset(), whole
    return frozenset(marks | {"figure"} if re.search(r"[0-9]", rest) else marks), rest


def _heard(text: str, marks: frozenset[str], rest: str) -> Heard | None:
    """What `rest` says as a whole; else without the excuses round it; else what the one clause that corrects says."""
    taken_back = heard(text)
    if (address := _ADDRESS.search(rest)) and address[0] != rest.strip():
        return Heard("correct", words=address[0], explicit=bool(marks))
    if taken_back and taken_back.act == "undo":
        return taken_back
    whole = heard(rest) or (None if marks else taken_back)
    clauses = [part for part in _CLAUSE.split(rest) if part.strip()]
    if len(clauses) == 1 or (whole and whole.explicit and (whole.words or whole.name)):
        return whole or (Heard("correct") if _EXCUSE.fullmatch(rest.strip()) else None)
    telling = [part for part in clauses if not _EXCUSE.fullmatch(part.strip())]
    if not telling:
        return Heard("correct")
    bare = _unmarked(", ".join(telling))[1]
    if len(telling) < len(clauses):
        return heard(bare) or Heard("correct", words=bare)
    heards = [one for part in telling if (one := heard(_unmarked(part)[1]) or heard(part))]
    sure = [one for one in heards if one.explicit] or [one for one in heards if one.name]
    if len(sure) == 1 and len(telling) == 2 and sure[0].name and not sure[0].words:  # "wrong school, it was JMU"
        other = next(part for part in telling if sure[0] not in (heard(_unmarked(part)[1]), heard(part)))
        return msgspec.structs.replace(sure[0], words=_MARK.sub("", other, count=1))
    if len(sure) == 1 and not (sure[0].name or sure[0].words) and (said := [one for one in heards if one.words]):
        return said[0] if len(said) == 1 else None  # "that's wrong, the degree is a BA": the rest says what
    return sure[0] if len(sure) == 1 else whole


def _marked(marks: frozenset[str], rest: str) -> bool:
    explicit = bool(marks & {"clear", "plain"}) or marks >= {"no", "was", "figure"}
    return explicit or ("soft" in marks and not _answers(rest))


def _answers(text: str) -> bool:
    return is_unsure(text) or isinstance(yes_no(text), Reading | Unsure)


def _correct(
    said: Heard, marks: frozenset[str], known: Known, today: dt.date, *, eager: bool
) -> Correction | Again | None:
    marked = _marked(marks, said.words)
    field, guessed = _meant(said, known, today)
    named = field is not None and bool(said.name)
    answers = known.last is not None and known.last.slot.kind == "yes_no"
    if field is None and said.name and not said.explicit and (marks or answers):  # "yes it was paid" names nothing
        said = Heard("correct", words=said.whole, explicit=False)
        field, guessed = _meant(said, known, today)
    if field is None:
        return Correction("correct", words=said.words) if said.explicit and not said.words and not said.name else None
    held = bool(said.wrong) and bool(_holding(said.wrong, known, today))
    evident = named or marked or held
    if not eager and not (evident or (said.explicit and not said.wrong)):
        return None
    if not said.words:
        return Correction("correct", field) if said.explicit else None
    new = amended(field, said, today)
    if isinstance(new, Unsure) and named:
        return Correction("correct", field, new, said.words, confirm=True, surely=said.explicit or marked)
    if not isinstance(new, Reading):
        return new if isinstance(new, Again) and (named or said.how) and (marked or said.explicit) else None
    told = evident or _speaks(marks, field)
    return Correction("correct", field, new, said.words, bool(new.confirm) or guessed, said.explicit or marked, told)


def _speaks(marks: frozenset[str], field: Field) -> bool:
    """Whether marks speak for a correction of `field`; words for words take more than a "no" before them."""
    weak = {"was", "sound", "figure"} | ({"no"} if field.slot.kind == "text" else set())
    return bool(marks - weak)


def is_title(text: str) -> bool:
    """Whether `text` is written as names are: each word begins with a capital, but for little ones, and no comma."""
    words = text.split()
    if len(words) < 2 or "not" in words or re.search(r"[,:;0-9]", text):
        return False
    capitals = [word[0].isupper() for word in words if len(word) > 3 or word[0].isupper()]
    return words[0][0].isupper() and all(capitals) and sum(capitals) > 1


def _meant(said: Heard, known: Known, today: dt.date) -> tuple[Field | None, bool]:
    """The field that is meant, and whether that is a guess."""
    if said.name:
        return _named(said, known)
    last = known.last
    wrong = [f for f in _holding(said.wrong, known, today) if _takes(f, said, today)] if said.wrong else []
    if wrong and last not in wrong:
        return wrong[0], len(wrong) > 1
    led = known.led(said.led) if said.led not in ("", "in", "on") else ()
    if led:
        return led[0], len(led) > 1
    if STILL.fullmatch(said.words) and (ended := known.named("end")):
        return ended[0], False
    if said.led in ("in", "on"):
        dated = [f for f in known.others() if f.slot.kind in ("date", "span") and f.value and _takes(f, said, today)]
        if len(dated) == 1 and not (last and last.slot.kind in ("date", "span")):
            return dated[0], True
    addressed = [field for field in known.others() if field.slot.kind == "email" and "@" in said.words]
    if addressed:
        return addressed[0], False
    if last is None or not said.words or _takes(last, said, today):
        return last, False
    others = [field for field in known.others() if field.value is not None and _takes(field, said, today)]
    if len(others) == 1:
        return others[0], True
    like = [field for field in known.holding("") if _alike(field, said.words)]
    return (like[0], True) if len(like) == 1 else (None if of_time(said.words) else last, False)


def _alike(field: Field, words: str) -> bool:
    """Whether plain words say much the same as the value of a field, or hold what its values hold."""
    old, new = set(name_words(str(field.value))), set(name_words(words))
    return field.slot.kind == "text" and (bool(old & new) or not new.isdisjoint(field.cues.heads))


def _holding(wrong: str, known: Known, today: dt.date) -> Sequence[Field]:
    """The fields whose value the words `wrong` stand in, or are read as."""
    held = known.holding(wrong)
    if held:
        return held
    readings = ((field, read(wrong, field.slot, today)) for field in known.others() if field.value is not None)
    return [field for field, got in readings if isinstance(got, Reading) and got.value == field.value]


def _named(said: Heard, known: Known) -> tuple[Field | None, bool]:
    """The field of that name; or the one that holds those words ("change Smyth to Smith"), or whose part it names."""
    if said.name.casefold() in ("month", "year", "day"):
        dated = [
            field for field in (known.last, *known.others()) if field and field.slot.kind == "date" and field.value
        ]
        return (dated[0], len(dated) > 1) if dated else (None, False)
    fields = known.named(said.name)
    if not fields and said.explicit:  # "the webinars were in 2024" changes no title
        fields = [field for field in known.holding(said.name) if field.slot.kind != "text" or not of_time(said.words)]
    if not fields:
        return None, False
    return (known.last if known.last in fields else fields[0]), len(fields) > 1


def _takes(field: Field, said: Heard, today: dt.date) -> bool:
    """Whether the new words can be an answer to `field`."""
    if field.slot.kind == "text":
        return not of_time(said.words)
    return isinstance(amended(field, said, today), Reading)
