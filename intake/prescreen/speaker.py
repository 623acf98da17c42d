"""A caller spoken of, turned into the caller speaking: "she has a masters" is "I have a masters".

The readers understand a person who speaks of herself. What staff type of her, in the third person or with no subject at
all, is brought into that form; what others did ("she agreed", of a referee) stays as it is.
"""

import re

_WHO = r"(?:she|he|the caller)"
_OTHERS = r"(?!\s+(?:agreed|said yes|supervises? me|supervised me|sent)\b)"
_IRREGULAR = {
    "has": "have",
    "is": "am",
    "was": "was",
    "does": "do",
    "goes": "go",
    "doesn't": "don't",
    "isn't": "am not",
}
_IRREGULAR |= {"hasn't": "haven't", "wasn't": "wasn't"}
#: What a verb ends in that adds "es" in the third person.
_HISSING = ("ches", "shes", "sses", "xes", "zes")
#: Verbs that begin a note with no subject: "has a masters", "works at Healthy Families".
_BEGINS = r"(?:has|is|lives|works|wants|needs|knows|holds|hasn't|isn't|doesn't|teaches|coaches|treats|supervises|leads)"
_OWNED = (
    r"\b(?:her|his|(?:the )?caller['\u2019]s)\b(?=\s+(?!(?:and|or|in|at|for|from|with|the|about|that|how|if)\b)[\w\"'])"
)
_TO_HER = (
    "told|tells|hired|helped|supervised|supervises|supervise|rate|rates|requires|wants|asked|call|reach|for|to|of|on"
)
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), put)
    for pattern, put in (
        (rf"\bwhat ({_WHO}|I|they) (?:\w+ly )?(do|does|did|have|has|had) (?:\w+ly )?(?:is|are|was|were)\b", r"\1 \2"),
        (
            r"\b(wants?|aiming for|aim for|going for|go for|moving (?:up )?to|move (?:up )?to) (?=(?:ii|iii|iv)\b)",
            r"\1 level ",
        ),
        (r"\blike (?=(?:19|20)[0-9]{2}\b)", "about "),
        (r"\bw/o\b\s*", "without "),
        (r"\bw/\s*|(?-i:\bw) (?=[^\W\d])", "with "),
        (r"\b(?:she|he)s\b", "I'm"),
        (
            rf"\b{_WHO}['\u2019]s\s+(?=(?:been|had|done|got|worked|taught|gone|finished|completed|never|already)\b)",
            "I've ",
        ),
        (rf"\b(?:{_WHO}['\u2019]s|they['\u2019]re)\b", "I'm"),
        (rf"\b(?:{_WHO}['\u2019]d|they['\u2019]d)\b", "I'd"),
        (rf"\b(?:{_WHO}['\u2019]ll|they['\u2019]ll)\b", "I'll"),
        (r"\bthey['\u2019]ve\b", "I've"),
        (rf"\bdoes (?:{_WHO}|they)\b", "do I"),
        (rf"\bis (?:{_WHO}|they)\b", "am I"),
        (rf"\b(?:has|have) (?:{_WHO}|they)\b", "have I"),
        (rf"\b(can|could|should|would|will|did|was|must) {_WHO}\b", r"\1 I"),
        (r"\bthey (?=(?:are|work|live|want|need)\b)", "I "),
        (_OWNED, "my"),
        (rf"\b({_TO_HER}) (?:her|him)\b", r"\1 me"),
    )
)
_SUBJECT = re.compile(
    rf"\b{_WHO}\b{_OTHERS}\s+(?P<adverb>(?:also|now|still|currently|just|already)\s+)?(?P<verb>[a-z'\u2019]+)",
    re.IGNORECASE,
)
#: What asks of a thing, and leaves out no subject: "is the exam online?"
_ASKS = r"is\s+(?:the|there|it|this|that)\b[^.!;]*\?"
_BEGINNING = re.compile(
    rf"(?P<before>\A|[,;.!]\s+|\band\s+|\bbut\s+)(?!{_ASKS})(?P<verb>{_BEGINS})\b(?!\s+(?:agreed|sent)\b)",
    re.IGNORECASE,
)


def speaking(text: str) -> str:
    """`text` as the caller would say it."""
    for rule, put in _RULES:
        text = rule.sub(put, text)
    text = _SUBJECT.sub(lambda m: f"I {m['adverb'] or ''}{_first(m['verb'])}", text)
    return _BEGINNING.sub(_begun, text)


def _begun(found: re.Match[str]) -> str:
    subject = "" if found["before"].casefold().startswith("and") else "I "
    return f"{found['before']}{subject}{_first(found['verb'])}"


def _first(verb: str) -> str:
    """A verb as it follows "I"; one that is no present of the third person as it is."""
    small = verb.casefold().replace("\u2019", "'")
    if small in _IRREGULAR:
        return _IRREGULAR[small]
    if small.endswith(_HISSING):
        return verb[:-2]
    if small.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-1] if small.endswith("s") and not small.endswith(("ss", "us", "'s")) else verb
