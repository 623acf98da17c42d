"""What goes on the list of questions for the association: at once where that was asked for, else at a yes."""

from intake.interview import commands as cmd
from intake.session.case import OpenCase
from intake.session.conversation import Conversation
from intake.session.pending import Pending
from intake.session.refusals import problem
from intake.session.views import Message
from intake.text import shorten, visible
from intake.words import _


def ask(talker: Conversation, topic: str) -> list[Message]:
    """Put a question on the list."""
    if not topic:
        return [problem(_("Say what to ask, for instance: ask Does service coordination count?"))]
    talker.case.do(cmd.Ask(topic))
    return [Message("noted", _("On your list of questions for the association: {topic} Saved.").format(topic=topic))]


def offer_to_ask(talker: Conversation, topic: str) -> list[Message]:
    """A question that nothing here answers: it can go to the association."""
    text = _("I have no answer to that in my sources. Shall I put “{topic}” on your list for the association?")
    return _offered(talker, text.format(topic=shorten(visible(topic), 200)), topic)


def whether_it_counts(talker: Conversation, topic: str) -> list[Message]:
    """A question whether something counts, which no rule answers: other guidance that speaks of it, and the offer."""
    text = _("I find nothing in the source page that says so. Shall I put “{topic}” on your list for the association?")
    _offered(talker, text.format(topic=shorten(visible(topic), 200)), topic)
    return [Message("told", guidance) for guidance in _guidance_on(talker.case, topic)]


def _guidance_on(case: OpenCase, topic: str) -> list[str]:
    """The other guidance of the edition that holds all words of `topic` that tell something."""
    telling = case.pack.vocabulary.telling
    said = telling(topic) - {"count"}
    listed = (one for requirement in case.assessment.requirements() for one in requirement.guidance)
    found = [one for one in listed if said and said <= telling(one.text)]
    text = _("Other guidance: {text} ({source})")
    return list(dict.fromkeys(text.format(text=one.text, source=one.source) for one in found))


def define(talker: Conversation, topic: str) -> list[Message]:
    """What a term means; one that is not in the glossary can go on the list."""
    topic = topic.removeprefix("is ")  # "/what is …?"
    term = talker.case.pack.glossary.find(topic)
    if term:
        return [Message("told", f"{term.term}: {term.means}")]
    text = _("“{topic}” is not in my glossary. Shall I put “What is {topic}?” on your list of questions?")
    return _offered(talker, text.format(topic=visible(topic)), _("What is {topic}?").format(topic=topic))


def _offered(talker: Conversation, text: str, question: str) -> list[Message]:
    """Under the answer to another question the whole offer would sound like that one's, so that it is shorter there."""
    still = _("(Still open: put “{topic}” on your list for the association? Yes or no.)")
    still = still.format(topic=shorten(visible(question), 80))
    talker.pending = Pending(text, lambda: ask(talker, question), still=still, questions=(question,))
    return []
