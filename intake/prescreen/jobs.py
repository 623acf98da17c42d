"""Several jobs in one breath: "home visitor at Head Start and a therapist at Little Steps" is an entry for each."""

import re
from collections.abc import Iterable
from itertools import pairwise

_JOIN = re.compile(
    r"(?P<mark>\s*[,;]\s*(?:and\s+)?|\s+(?:and|plus|&)\s+|\s+(?=then\s))"
    r"(?:(?:also|then|now|later|currently|before that|after that)\s+)*",
    re.IGNORECASE,
)
#: Words before the one that says what somebody is: "NICU", "infant mental health".
_BEFORE = (
    r"(?:(?:half|part|full)[- ]?time\s+)?(?:(?:I\s+was|I\s+am|I['\u2019]m|was|as)\s+)?(?:an?\s+)?"
    r"(?:(?!my\b)(?:[a-z/-]+|[A-Z]{2,})\s+){0,4}?"
)
_PLACE = r"(?:at|for|with)\s+(?!(?:night|home|times|least|first|last|present|the (?:moment|same))\b)[\w\"']"
_AT = re.compile(rf"(?:I\s+)?(?:(?:worked|work|was)\s+)?at\s+{_PLACE.partition('+')[2]}")
_SAID = r"(?:(?:full|part)[- ]?time|unpaid|paid|unsupervised|supervised)(?:\s+and\s+paid)?"
_EACH = r"(?:both|all)(?:\s+(?:of them|jobs))?"
#: What is said of all of them, at the end: "full time both".
_COMMON = re.compile(
    rf"[,;]?\s+(?:{_EACH}\s+(?P<after>{_SAID})|(?P<before>{_SAID})\s+(?:(?:at|in|for)\s+)?{_EACH})\W*\Z", re.IGNORECASE
)
#: Who may be the caller's own, and is the caller only where it is said for whom.
_OVER = frozenset(
    ["supervisor", "manager", "director", "provider", "lead", "consultant", "coach", "trainer", "faculty"]
)


def each_job(words: str, heads: Iterable[str]) -> list[str]:
    """The words about each of several jobs, in their order; `heads` are words for what somebody is ("nurse").

    What "and" joins shares the agency that follows, where only one is named. What is said of "both" at the end is said
    of each.
    """
    if not (named := frozenset(heads)):
        return [words]
    common = _COMMON.search(words)
    parts = _parted(words[: common.start()], named) if common else []
    if not common or len(parts) == 1:
        return _parted(words, named)
    return [f"{part}, {common['after'] or common['before']}" for part in parts]


def _parted(words: str, named: frozenset[str]) -> list[str]:
    begins, job, title = _forms(named)
    edges, start = [0], 0
    for join in _JOIN.finditer(words):
        left, right = words[start : join.start()], words[join.end() :]
        apart = join["mark"].strip()[:1] in (",", ";", "") or re.search(_PLACE, left)
        if not join[0].strip(" ,;") and not title.search(left) and not re.match(rf"{_BEFORE}\S+\s+{_PLACE}", right):
            continue  # "at EHS since 2015, home visitor": what the caller is there
        if apart and job.search(left) and (begins.match(right) or (re.search(_PLACE, left) and _AT.match(right))):
            edges.append(join.start())
            start = join.end()
    parts = [words[a:b] for a, b in pairwise([*edges, len(words)])]
    return [parts[0], *(_JOIN.sub("", part, count=1) for part in parts[1:])]


def _forms(heads: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """How words begin that tell of a job, what is in words that do, and what the caller is there."""
    every, own = ("|".join(map(re.escape, sorted(names))) for names in (heads, heads - _OVER))
    begins = (
        rf"{_BEFORE}(?:(?:{every})\s+{_PLACE}|(?:{own})(?=\s*(?:[,;.]|\Z)|\s+(?:since|from|until|till?|in|[0-9])\b))"
    )
    title = rf"\b(?:{every})\b"
    return re.compile(begins), re.compile(rf"{title}|\b{_PLACE}", re.IGNORECASE), re.compile(title, re.IGNORECASE)
