"""What callers say that tells no fact of theirs: questions, of others than themselves, and of what is not so."""

import re
from difflib import SequenceMatcher

#: What goes on as a statement, with no mark of a question: "what she does is home visits".
_SAYING = r"\s+(?:i|she|he|they|we)\s+(?:\w+\s+){1,4}(?:is|are|was|were)\s[^?]*\Z"
_ASKING = (
    r"(?:(?:so|and|but|also|oh|well|um|uh|ok|okay)[\s,]+)*"
    rf"(?:(?:what|how|why)\b(?!\s*\w*\s*:)(?!{_SAYING})|(?:who|which|where|when|whose)(?:['\u2019]s|\s+(?:is|are|do|does|did|can|could|"
    r"should|will|would|was))\b|(?:do|does|did|is|are|am|was|can|could|should|would|will|must)\s+"
    r"(?:i|she|he|they|you|we)\b|(?:is|can|could|should|would|will|must)\s+(?:it|that|this)\b)"
)
_BEGINS = re.compile(rf"\s*{_ASKING}", re.IGNORECASE)
#: Where the question begins in a sentence that ends with one; else its last part does.
_WITHIN = re.compile(
    rf"(?<!\bof)(?<!\bfor)(?<!\bto)(?<!\bin)(?<!\bwith)(?<!\bat)[,;:\s]\s*(?={_ASKING})", re.IGNORECASE
)
_AFTER_A_MARK = re.compile(rf"[,;]\s*(?={_ASKING})", re.IGNORECASE)
_PART = re.compile(r"[,;](?!\s*(?:right|ok|okay|yes|no|correct|huh)\W*\Z)\s*(?=[^,;]*\Z)", re.IGNORECASE)
#: A sentence with its mark; a point after a title ends none.
_SENTENCE = re.compile(
    r"\S(?:[^.!?\n]|(?<=Dr)\.|(?<=Mr)\.|(?<=Ms)\.|(?<=St)\.|(?<=Mrs)\.|[.!?](?!\s|\Z))*(?:[.!?]+|\n|\Z)"
)
#: Those over the caller at work, as whom a sentence begins.
_OVER = re.compile(
    r"\A(?:(?:and|but|so)\s+)?my\s+(?:\w+\s+)?(?:supervisor|boss|manager|director|co-?worker|colleague|employer)\b"
    r"(?!\s+(?:job|position|role|work)\b)",
    re.IGNORECASE,
)
#: The title of one over the caller, with a licence, as it is typed after a job: "LCSW supervisor".
_LICENSED_OVER = re.compile(
    r"\A(?:an?\s+)?(?:lcsw|lpc|lmft|lmhc|lsw|licensed|endorsed)\s+(?:\w+\s+)?(?:supervisor|boss|manager|director)\W*\Z",
    re.IGNORECASE,
)
#: Something that is named to say that it is not so: "not a doctorate".
_DENIED = re.compile(r"\A(?:(?:and|but)\s+)?(?:it['\u2019]s\s+)?not\s+(?:an?|the|my)\s+", re.IGNORECASE)
#: What is somebody else's, of the caller's family or not said whose.
KIN = "husband|wife|partner|mother|mom|father|dad|sister|brother|daughter|son|friend|boyfriend|girlfriend|cousin"
_OF_OTHERS = re.compile(rf"\b(?:{KIN})['\u2019]s\b|\bnot (?:mine|hers|his|theirs)\b", re.IGNORECASE)
#: The caller is not at work, however long.
_IDLE = re.compile(
    r"\A(?:(?:and|but|so|also|now)\s+)*(?:I(?:['\u2019](?:m|ve))?\s+)?(?:(?:am|have|been|got|now|currently|fully)\s+)*"
    r"(?:retired|unemployed|laid off|not working|out of work|between jobs|on leave)\b",
    re.IGNORECASE,
)
#: What the caller feels about a thing, which tells no fact of it.
_FEELS = re.compile(
    r"\A(?:(?:and|but|so|also|oh|well)\s+)*I\s+(?:(?:really|just|do|also|always)\s+)*(?:love|like|enjoy|hate|miss)\b"
    r"(?!\s+to\b)",
    re.IGNORECASE,
)
#: What was begun and has no end: "the doctorate is not", "the DNP is not finished".
_UNDONE = re.compile(
    r"\w\s+(?:(?:is|are|was)\s+not|(?:is|are|was)n['\u2019]t)(?:\s+yet)?\W*\Z|"
    r"(?:\bnot|n['\u2019]t|\bnever)\s+(?:\w+\s+)?(?:finish|finished|complete|completed|done|awarded|conferred)\b|"
    r"\b(?:unfinished|incomplete|dropped out|in progress)\b",
    re.IGNORECASE,
)
#: What parts what is told from the question that ends it: "no membership, does she need one?"
_THEN_ASKS = re.compile(
    r"[,.;:]?\s+(?:(?:and|but|so|also|oh)\s+)*"
    r"(?=(?:do|does|did|is|are|was|can|could|would|will|should|must|what|when|how|why|who|which|where)\b[^,.;]*\?\s*\Z)",
    re.IGNORECASE,
)
#: The question that what is told follows: "does she need a license? has an LCSW".
_ASKED_FIRST = re.compile(r"[^?]+\?\s+(?=\S)")
#: What takes back the words before it; it may begin a sentence.
_TAKEN_BACK = re.compile(
    r"(?<=\w)(?P<mark>[,.;?\s]+)(?:oh[\s,]+)?"
    r"(?:no[\s,]+(?:sorry|wait)|(?:sorry|wait)[\s,]+no|scratch that)[\s,]+(?=\S)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\w+(?:['\u2019]\w+)*")


def question_apart(words: str) -> tuple[str, str]:
    """What is told, and the one question before or after it; an empty question where it is not so parted."""
    if asks := _THEN_ASKS.search(words):
        return words[: asks.start()], words[asks.end() :]
    first = _ASKED_FIRST.match(words)
    return (words[first.end() :], first[0].strip()) if first else (words, "")


def taken_back(words: str, *, anywhere: bool) -> tuple[str, str] | None:
    """What was said and taken back in one breath, and what came after it: by a sentence, or `anywhere` in one."""
    found = _TAKEN_BACK.search(words)
    if found is None or not (anywhere or {*found["mark"]} & {*".;?"}):
        return None
    return words[: found.start()], words[found.end() :]


def questions(words: str) -> tuple[str, list[str]]:
    """The words without the questions in them, and those, as they were typed."""
    told, asked = list[str](), list[str]()
    for sentence in (found[0] for found in _SENTENCE.finditer(words)):
        start = _question(sentence.strip())
        told += [sentence[:start].strip(" ,;")] if start else [""]
        asked += [sentence[start:].strip(" ,;\n")] if start < len(sentence.strip()) else []
    return (" ".join(filter(None, told)), asked) if asked else (words, [])


def _question(sentence: str) -> int:
    """Where the question in a sentence begins; at its end where it holds none."""
    if _BEGINS.match(sentence):
        return 0
    if not sentence.endswith("?"):
        later = _AFTER_A_MARK.search(sentence)
        return later.end() if later else len(sentence)
    found = _WITHIN.search(sentence) or _PART.search(sentence)
    return found.end() if found else 0


def of_those_over(words: str) -> bool:
    """Whether `words` tell of the caller's supervisor, boss or the like."""
    return bool(_OVER.match(words) or _LICENSED_OVER.match(words))


def denied(words: str) -> bool:
    """Whether `words` only name what is not so."""
    return _DENIED.match(words) is not None


def of_others(words: str) -> bool:
    """Whether `words` say that something is somebody else's: "that's my sister's job, not mine"."""
    return _OF_OTHERS.search(words) is not None


def not_so(words: str) -> bool:
    """Whether `words` tell of no work, of something that has no end yet, or of what the caller feels."""
    return bool(_IDLE.match(words) or _UNDONE.search(words) or _FEELS.match(words))


def as_typed(typed: str, spoken: str, words: str) -> str:
    """The stretch of `typed` that `words`, a stretch of `spoken`, were turned from; `words` where they are none."""
    start = spoken.find(words)
    before, after = list(_TOKEN.finditer(spoken)), list(_TOKEN.finditer(typed))
    meant = [n for n, token in enumerate(before) if start <= token.start() and token.end() <= start + len(words)]
    if start < 0 or not meant:
        return words
    matcher = SequenceMatcher(None, [token[0] for token in before], [token[0] for token in after], autojunk=False)
    places = [place for code in matcher.get_opcodes() for place in _place(code, meant[0], meant[-1])]
    if not places:
        return words
    tail = words[before[meant[-1]].end() - start :]
    end = after[places[-1]].end()
    return typed[after[places[0]].start() : end] + (tail if typed[end:].startswith(tail) else "")


def _place(code: tuple[str, int, int, int, int], first: int, last: int) -> range:
    """Which words on the right an alignment gives for those from `first` to `last` on the left."""
    kind, a, b, c, d = code
    if b <= first or a > last:
        return range(0)
    return range(c + max(first - a, 0), d - max(b - 1 - last, 0)) if kind == "equal" else range(c, d)
