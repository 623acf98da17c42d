"""Commands that name something: "change my email", "what is reflective supervision?", "take me to the trainings".

A table of forms, first match first; the whole utterance has to match. None of the patterns can backtrack far.
"""

import re

_POLITE = (
    r"\A(?:(?:please|can you|could you|can i|could i|can we|i want to|i need to|i'd like to|i would like to|i have to|"
    r"let me|let's|lets|ok|okay|um|sorry|actually|so)[\s,]+){0,3}"
)
_IS = r"(?:'?s| is| are)"
_NO_TERM = r"(?!(?:my|your|this|that|it|next|left|there)\b)"
_WHO = r"(?:the association|vaimh|the committee|the staff|them)"
#: Command (and a fixed topic) with the form that names its topic.
_FORMS = (
    ("change", r"(?:change|fix|edit|update|amend|modify|correct(?= (?:the|my|that|it|an?)\b)) (?P<topic>.+)"),
    ("change", r"wrong (?P<topic>.+)"),
    ("change", r"(?:the|my) (?P<topic>.+) (?:is|was) wrong"),
    ("goto", r"(?:go|take me|jump|switch|bring me|skip|return|move on|go back|back) to (?P<topic>.+)"),
    ("goto", r"(?:do|start with|work on) (?P<topic>.+) first"),
    ("detach", r"(?:detach|remove the file|remove the attachment) (?P<topic>.+)"),
    ("remove", r"(?:remove|delete|drop|take off|take out|get rid of) (?P<topic>.+)"),
    ("remove", r"take (?P<topic>.+) off"),
    ("move", r"move (?P<topic>.+ (?:up|down|first|last|to .+|before .+|after .+))"),
    ("attach", r"attach (?P<topic>.+)"),
    ("ask", rf"(?:ask {_WHO}|(?:i have )?a question for {_WHO}|question for {_WHO})[\s:,]+(?P<topic>.+)"),
    ("ask", r"ask[\s:,]+(?P<topic>.{4,}\?)"),
    ("ask", r"(?P<topic>(?:does|do|will|would|can) .+ count(?: for .+| toward .+| as .+)?\??)"),
    ("add", r"(?:add|(?:i have |i've got |there's )?another|(?:i have )?one more) (?![0-9])(?P<topic>\D+)"),
    ("list", r"(?:list|show|show me|read me) (?P<topic>.+)"),
    ("about cost", r"how much (?:is|are|does|do) .+"),
    ("about privacy", r"who (?:else )?(?:sees|can see|will see|gets to see|reads|can read) .+"),
    ("define", r"what (?:does|do) (?P<topic>.+) (?:mean|stand for)"),
    ("define", r"what (?:counts|qualifies) as (?P<topic>.+)"),
    ("define", r"what do you mean (?:by|with) (?P<topic>.+)"),
    ("define", r"what counts as (?P<topic>.+)"),
    ("define", rf"(?:define|explain|tell me about|what{_IS} meant by|(?:what{_IS} the )?meaning of) (?P<topic>.+)"),
    ("define", rf"what(?:{_IS}| exactly{_IS}) {_NO_TERM}(?P<topic>.+)"),
)
_PATTERNS = [(intent, re.compile(form, re.IGNORECASE | re.DOTALL)) for intent, form in _FORMS]
_POLITELY = re.compile(_POLITE, re.IGNORECASE)
_ARTICLE = re.compile(r"(?:an?|the|my|our|another|all|some|new|one more)\s+", re.IGNORECASE)
#: Commands whose topic stands for a thing, so that the words around its name go.
_BARE = frozenset({"define", "goto", "add", "remove", "list"})


def topical(text: str) -> tuple[str, str] | None:
    """The command that `text` gives by naming something, and its topic in the person's words; None where it is none."""
    said = text.replace("\u2019", "'").strip()
    said = _POLITELY.sub("", said, count=1)
    short = said.rstrip("?!. ")
    for intent, pattern in _PATTERNS:
        name, _, fixed = intent.partition(" ")
        exactly = name in ("change", "ask", "attach", "detach")
        if match := pattern.fullmatch(said if exactly else short):
            return name, fixed or _topic(name, match["topic"])
    return None


def _topic(name: str, said: str) -> str:
    topic = said.strip(" '\"") if name in (*_BARE, "attach", "detach") else said.strip()
    while name in _BARE and (article := _ARTICLE.match(topic)):
        topic = topic[article.end() :]
    return topic if name == "ask" else topic.rstrip("?")
