"""That a list holds everything: "that's all", "nobody else", "just Denise"."""

import re
from collections.abc import Callable

from intake.understand.corrections import is_title
from intake.understand.slots import Reading
from intake.words import _

_NO_ONE = r"(?:no[ -]?one|nobody|nothing|none|not an?(?:y(?:one|body|thing)?|other)(?: one)?)"
_CERTAIN = re.compile(
    r"\W*((no|nope|nah)\W+)?"
    r"(that(['\u2019]?s| is| was)? (all|it|everything|every(one|body)|the only one)"
    r"( of (them|em|it)| i (have|got|did)| for now| so far)?|just (one|two|three|these|those) so far|"
    r"(just|only) (that one|the one|those( two| three)?|that|this one|this|her|him|them)|"
    rf"no more|{_NO_ONE}( else| other| more)?( (really|yet|so far|for now|right now|at all|comes to mind))*|"
    r"i['\u2019]?m done|done|nope)"
    r"(\W+(thanks|thank you|thx|ty|sorry))?\W*",
    re.IGNORECASE,
)
#: What begins as those do and says more: "no one else that I can think of", "that was my only job".
_BEGUN = re.compile(
    rf"\W*(?:(?:no|nope|nah)\W+)?(?:{_NO_ONE} (?:else|other|more)|that(?:['\u2019]?s| is| was) (?:my|the) only)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(rf"\W*{_NO_ONE}\b", re.IGNORECASE)
_DONE = re.compile(r"\bdone\b", re.IGNORECASE)
_JUST = re.compile(r"\W*(?:(?:no|nope|nah)\W+)?(?:just|only) (?P<named>\w.*?)\W*", re.IGNORECASE)


def names_nobody(text: str) -> bool:
    """Whether `text` begins by saying that there is nobody or nothing, and is written as no title is."""
    return _NOBODY.match(text) is not None and not is_title(text)


def says_no_more(text: str) -> bool:
    """Whether `text` says, whatever is asked, that a list holds everything; "done" may mean more than the list."""
    return _is_begun(text) or bool(_CERTAIN.fullmatch(text) and not _DONE.search(text))


def no_more(text: str, names_entry: Callable[[str], bool]) -> Reading | None:
    """The no that `text` is where another entry is asked for, read back where it says more; None where it is none.

    "Just Denise" is one where `names_entry` knows her.
    """
    if _CERTAIN.fullmatch(text):
        return Reading(value=False, reader="yes_no")
    just = _JUST.fullmatch(text)
    if _is_begun(text) or (just and names_entry(just["named"])):
        return Reading(value=False, reader="yes_no", confirm=_("I take that as no. Right?"))
    return None


def _is_begun(text: str) -> bool:
    return _BEGUN.match(text) is not None and not is_title(text)
