"""What goes on the list of questions for the association: at once where that was asked for, else at a yes."""

from intake.interview import commands as cmd
from intake.session.case import OpenCase
from intake.session.conversation import Conversation
from intake.session.page_says import guidance_said, page_says
from intake.session.pending import Pending
from intake.session.refusals import problem
from intake.session.views import Message
from intake.text import shorten, visible
from intake.words import _


def ask(talker: Conversation, topic: str) -> list[Message]:
    """Put a question on the list; without words those that were asked and are not on it."""
    topics = (topic,) if topic else talker.unasked
    if not topics:
        return [problem(_("Say what to ask, for instance: ask Does service coordination count?"))]
    for one in topics:
        talker.case.do(cmd.Ask(one))
    talker.unasked = tuple(one for one in talker.unasked if one not in topics)
    said = ", ".join(one if one[-1] in ".?!" else f"{one}." for one in topics)
    return [Message("noted", _("On your list of questions for the association: {topic} Saved.").format(topic=said))]


def answer_or_offer(talker: Conversation, topic: str) -> list[Message]:
    """A question of which the source page may say something; what it does not say can go to the association."""
    said = page_says(talker.case, topic)
    if not said:
        return offer_to_ask(talker, topic)
    talker.unasked = (topic,)
    more = _("If that leaves your question open, say: put that on my list.")
    return [Message("told", line) for line in (*said, more)]


def offer_to_ask(talker: Conversation, topic: str) -> list[Message]:
    """A question that nothing here answers: it can go to the association."""
    text = _("I have no answer to that in my sources. Shall I put “{topic}” on your list for the association?")
    return _offered(talker, text.format(topic=shorten(visible(topic), 200)), topic)


def whether_it_counts(talker: Conversation, topic: str) -> list[Message]:
    """A question whether something counts: what the page says of its topic, other guidance on it, and the offer."""
    said = page_says(talker.case, topic)
    text = _("I find nothing in the source page that says so. Shall I put “{topic}” on your list for the association?")
    if said:
        text = _("Whether it counts, only the association can say. Shall I put “{topic}” on your list for it?")
    _offered(talker, text.format(topic=shorten(visible(topic), 200)), topic)
    guidance = [line for line in _guidance_on(talker.case, topic) if line not in said]
    return [Message("told", line) for line in (*said, *guidance)]


def _guidance_on(case: OpenCase, topic: str) -> list[str]:
    """The other guidance of the edition that holds all words of `topic` that tell something."""
    telling = case.pack.vocabulary.telling
    said = telling(topic) - {"count"}
    listed = (one for requirement in case.assessment.requirements() for one in requirement.guidance)
    return guidance_said(one for one in listed if said and said <= telling(one.text))


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
