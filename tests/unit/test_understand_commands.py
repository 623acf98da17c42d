"""Commands: heard in everyday words, and never in a name, a title or an answer."""

import pytest

from intake.understand.commands import Command, command
from intake.understand.intents import PHRASES
from intake.understand.slots import Choice

EVERYDAY = [
    ("back", Command("back")),
    ("Go back!", Command("back")),
    ("can we go back?", Command("back")),
    ("previous question", Command("back")),
    ("undo", Command("undo")),
    ("undo that please", Command("undo")),
    ("scratch that", Command("undo")),
    ("redo", Command("redo")),
    ("skip", Command("skip")),
    ("skip this one for now", Command("skip")),
    ("let me come back to this later", Command("skip")),
    ("why?", Command("why")),
    ("why do you ask?", Command("why")),
    ("Why do you need to know that", Command("why")),
    ("help", Command("help")),
    ("?", Command("help")),
    ("I'm confused", Command("help")),
    ("what can I say", Command("help")),
    ("can you give me an example?", Command("help", "example")),
    ("say that again", Command("repeat")),
    ("review", Command("review")),
    ("show me my answers", Command("review")),
    ("pause", Command("pause")),
    ("save and quit", Command("pause")),
    ("I have to go", Command("pause")),
    ("next", Command("next")),
    ("keep it", Command("keep")),
    ("leave it as it is", Command("keep")),
    ("done", Command("finish")),
    ("that's all", Command("finish")),
    ("where do I stand?", Command("board")),
    ("what am I missing?", Command("board")),
    ("export", Command("export")),
    ("who sees this?", Command("about", "privacy")),
    ("how long will this take", Command("about", "length")),
    ("am I eligible?", Command("about", "eligible")),
    ("did it approve me?", Command("about", "eligible")),
    ("is this EASy?", Command("about", "easy")),
    ("how much does it cost?", Command("about", "cost")),
    ("what is reflective supervision?", Command("define", "reflective supervision")),
    ("what's an official transcript", Command("define", "official transcript")),
    ("What\u2019s an official transcript?", Command("define", "official transcript")),
    ("what does CDA mean", Command("define", "CDA")),
    ("define clock hour", Command("define", "clock hour")),
    ("what do you mean by promoting infant mental health?", Command("define", "promoting infant mental health")),
    ("no wait, 2020", Command("correct", "2020")),
    ("actually it was 30", Command("correct", "30")),
    ("I meant 2016", Command("correct", "2016")),
    ("sorry, I meant no", Command("correct", "no")),
    ("no. oh wait, it was 2016", Command("correct", "2016")),
    ("correction: May 2016", Command("correct", "May 2016")),
    ("scratch that, it was Dr. Lee", Command("correct", "Dr. Lee")),
    ("oops, 2020", Command("correct", "2020")),
    ("change work 2 hours to 30", Command("change", "work 2 hours to 30")),
    ("change my email", Command("change", "my email")),
    ("fix the school", Command("change", "the school")),
    ("I need to change my email", Command("change", "my email")),
    ("go to education", Command("goto", "education")),
    ("take me to the trainings", Command("goto", "trainings")),
    ("let me do the references first", Command("goto", "references")),
    ("add another training", Command("add", "training")),
    ("I want to add a job", Command("add", "job")),
    ("remove the second job", Command("remove", "second job")),
    ("delete that", Command("remove", "")),
    ("take that training off", Command("remove", "that training")),
    ("move work 2 to the top", Command("move", "work 2 to the top")),
    ("attach ~/Documents/transcript.pdf", Command("attach", "~/Documents/transcript.pdf")),
    ("ask the association whether NICU work counts", Command("ask", "whether NICU work counts")),
    ("does service coordination count?", Command("ask", "does service coordination count?")),
    ("list my trainings", Command("list", "trainings")),
    ("what counts as paid work?", Command("define", "paid work")),
    ("detach transcript.pdf", Command("detach", "transcript.pdf")),
]
ANSWERS = [
    "Skip Williams",
    "Help Me Grow",
    "May Day School",
    "Back to Basics Training",
    "No. 5 Main St",
    "Undo Consulting",
    "Change Makers Inc",
    "Next Steps Early Intervention",
    "Review of Attachment Theory",
    "Pause and Play",
    "Why Babies Cry",
    "What Is Infant Mental Health?",
    "What Is Attachment",
    "Keep Kids Safe",
    "Move to Improve",
    "Add Care Nursing",
    "Actually Caring LLC",
    "Restart Recovery Services",
    "Go To Class Academy",
    "Done Right Pediatrics",
    "The Wait Is Over",
    "I Meant Well Center",
    "Ask Suzie",
    "wait, watch and wonder",
    "no wait clinic",
    "/s/ Dana Whitfield",
    "/home/dana/x.pdf",
]


@pytest.mark.parametrize(("text", "expected"), EVERYDAY)
def test_everyday_words_are_heard(text: str, expected: Command) -> None:
    assert command(text, free_text=False) == expected


@pytest.mark.parametrize("text", ANSWERS)
def test_a_name_or_a_title_is_no_command(text: str) -> None:
    assert command(text, free_text=True) is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "yes",
            "no",
            "not yet",
            "no thanks",
            "actually no",
            "sorry, no",
            "actually yes",
            "I mean, yes",
            "not sure",
            "idk",
        ),
        *("May 2017", "about 30", "2", "b", "MSW", "last december", "since feb 2021", "none", "no, it was not"),
        *("move to level III", "skipper", "backward", "actually, not sure", "the last one", "what", "wait"),
    ],
)
def test_an_answer_is_no_command(text: str) -> None:
    found = command(text, free_text=False)
    assert found is None or (text == "what" and found.name == "help")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("undo", Command("undo")),
        ("back", Command("back")),
        ("Go back.", Command("back")),
        ("skip", Command("skip")),
        ("why?", Command("why")),
        ("help", Command("help")),
        ("review", Command("review")),
        ("pause", Command("pause")),
        ("what is reflective supervision?", Command("define", "reflective supervision")),
        ("What is a CDA?", Command("define", "CDA")),
        ("who sees this?", Command("about", "privacy")),
        ("no wait, it was 2016", Command("correct", "2016")),
        ("scratch that, it's Acme", Command("correct", "Acme")),
    ],
)
def test_unmistakable_words_are_heard_even_where_a_name_is_asked(text: str, expected: Command) -> None:
    assert command(text, free_text=True) == expected


@pytest.mark.parametrize("free_text", [True, False])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/back", Command("back")),
        ("/Back", Command("back")),
        (" /why ", Command("why")),
        ("/change work 2 hours to 30", Command("change", "work 2 hours to 30")),
        ("/define clock hour", Command("define", "clock hour")),
        ("/attach /home/dana/my transcript.pdf", Command("attach", "/home/dana/my transcript.pdf")),
        ("/attach 'my transcript.pdf'", Command("attach", "my transcript.pdf")),
        ("/ask Does Lima count?", Command("ask", "Does Lima count?")),
        ("/privacy", Command("about", "privacy")),
        ("/quit", Command("pause")),
        ("/goto work", Command("goto", "work")),
        ("/bakc", Command("help", "/bakc")),
    ],
)
def test_a_slash_command_works_everywhere(text: str, expected: Command, free_text: bool) -> None:
    assert command(text, free_text=free_text) == expected


@pytest.mark.parametrize("text", ["Another certificate", "change levels", "done"])
def test_the_name_of_an_option_is_an_answer_even_if_it_sounds_like_a_command(text: str) -> None:
    assert command(text, free_text=False) is not None
    assert command(text, free_text=False, options=(Choice("a", "Yes"), Choice("b", "Other", (text,)))) is None
    assert command("/done", free_text=False, options=(Choice("b", "done"),)) == Command("finish")


def test_no_phrase_stands_for_two_commands() -> None:
    said = [phrase.strip() for phrases in PHRASES.values() for phrase in phrases.split("|")]
    assert sorted(said) == sorted(set(said))
