"""Transcripts as scripts: chapters from comments, notes for the presenter, and the twelve points of a workshop."""

import datetime as dt

import pytest
from personas import NAMES, words

from intake.demo.script import TOUR, day_of, find, parse, personas
from intake.demo.topics import topics
from intake.demo.weave import weave
from intake.packs.yaml import PackError

TEXT = """# Ann (invented). As of 2026-03-01.
Ann Dole
# work
## Ask the room.
home visitor

## Wait.
yes
# the end
"""


def test_comments_begin_chapters_and_notes_stand_with_the_lines_after_them() -> None:
    script = parse("ann", TEXT)
    assert (script.name, script.title, script.day) == ("ann", "Ann (invented).", dt.date(2026, 3, 1))
    assert script.words == ("Ann Dole", "home visitor", "", "yes")
    assert [(chapter.title, chapter.start, chapter.notes) for chapter in script.chapters] == [
        ("Beginning", 0, ()),
        ("work", 1, ("Ask the room.", "Wait.")),
        ("the end", 4, ()),
    ]
    assert [(line.chapter, line.note) for line in script.lines] == [
        (0, ""),
        (1, "Ask the room."),
        (1, "Ask the room."),
        (1, "Wait."),
    ]


def test_two_scripts_stand_side_by_side_where_they_are_about_the_same() -> None:
    one, other = (parse(name, text) for name, text in (("ann", "a\n# job\nb\n# end\nc\n"), ("ben", "d\n# end\ne\nf\n")))
    both = weave(one, other, [["name", "work", "ethics"], ["name", "ethics"]])
    assert both.words == ("a", "d", "b", "c", "e", "f")
    assert [(chapter.title, chapter.start) for chapter in both.chapters] == [("Beginning", 0), ("job", 2), ("end", 3)]


def test_the_chapters_of_two_applicants_meet_at_the_same_sections() -> None:
    keisha, dana = find("keisha"), find("dana")
    titles = [chapter.title for chapter in weave(keisha, dana, [topics(keisha), topics(dana)]).chapters]
    assert titles[:4] == ["Beginning", "membership", "level", "education"]
    assert "training: 34 hours | training: 80 hours" in titles


def test_a_script_without_comments_or_lines_has_a_name_all_the_same() -> None:
    assert (parse("ann", "").title, parse("ann", "").lines, parse("ann", "").chapters) == ("ann", (), ())
    assert parse("ann", "yes\n").words == ("yes",)
    assert day_of(["yes"]) is None


def test_what_a_comment_would_do_to_a_terminal_is_made_visible() -> None:
    assert "\x1b" not in parse("ann", "# \x1b[2JAnn\nyes\n").title


@pytest.mark.parametrize("name", NAMES)
def test_a_persona_is_played_word_for_word(name: str) -> None:
    assert list(find(name).words) == words(name)


def test_the_tour_has_the_twelve_points_in_order_each_with_something_to_tell_the_presenter() -> None:
    tour = find(TOUR)
    assert [chapter.title.split()[0] for chapter in tour.chapters] == [str(n) for n in range(1, 13)]
    assert all(chapter.notes for chapter in tour.chapters)


def test_a_name_is_found_with_capitals_as_well() -> None:
    assert find("Dana") == find("dana")


def test_an_unknown_name_is_told_with_those_that_are_there() -> None:
    with pytest.raises(PackError, match=r"There is no demonstration \.\./dana\. There are: tour, aisha, .*, thomas"):
        find("../dana")
    assert personas() == NAMES
