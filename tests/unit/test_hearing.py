"""A paste comes as one piece of text, however the terminal cuts it into pieces."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textual import events

from intake.tui.hearing import PasteParser

PASTE = "\x1b[200~{}\x1b[201~"
WORDS = st.text(st.sampled_from("ab \x1b[]20;1~m\x11\r"), max_size=30).filter(lambda text: "\x1b[201~" not in text)


@given(words=WORDS, cuts=st.sets(st.integers(6, 60)))
def test_a_paste_with_escapes_is_pasted_whole_and_what_follows_are_keys(words: str, cuts: set[int]) -> None:
    sent = PASTE.format(words) + "x"
    edges = [0, *sorted(cut for cut in cuts if cut < len(sent)), len(sent)]
    parser = PasteParser()
    heard = [each for start, end in pairwise(edges) for each in parser.feed(sent[start:end])]
    assert [each.text for each in heard if isinstance(each, events.Paste)] == [words.replace("\x1b", "␛")]
    assert [each.key for each in heard if isinstance(each, events.Key)] == ["x"]
