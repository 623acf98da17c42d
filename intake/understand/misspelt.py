"""Commands with one letter wrong, as "hlep" or "go bakc", and terms with one or two, as "reflectiv supervison"."""

from intake.understand.slots import Choice
from intake.understand.vocabulary import Vocabulary
from intake.understand.words import one_edit, plain

#: The longest utterance, in words, that is mended, and the shortest words that are and that come out.
_MOST_WORDS, _SHORTEST, _SHORTEST_MENDED, _LONGEST = 8, 3, 4, 120
#: From how many letters on one edit is a slip in the name of a term, and two are.
_ONE_SLIP, _TWO_SLIPS = 5, 9


def respelled(text: str, vocabulary: Vocabulary, options: tuple[Choice, ...]) -> list[str]:
    """What `text` may have been meant to say: its one word that is unknown, put right in each way that one edit can.

    The first letter is right; "lists" is no slip of "list"; and what begins the name of an option is none either. Where
    the first word is the unknown one, others may be too: they may name something.
    """
    tokens = vocabulary.tokens(text[:_LONGEST])
    unknown = [token for token in tokens if token.word not in vocabulary.words]
    if not 0 < len(tokens) <= _MOST_WORDS or not unknown or (len(unknown) > 1 and unknown[0] != tokens[0]):
        return []
    wrong = unknown[0]
    if any(word.startswith(wrong.word) for option in options for word in _words(option)):
        return []
    return [text[: wrong.start] + near + text[wrong.end :] for near in _near(wrong.word, vocabulary)]


def term(named: str, vocabulary: Vocabulary) -> str:
    """The name in the glossary that `named` is, but for a slip of the pen; empty where none or several fit."""
    said = vocabulary.spoken(named)
    slips = {name: _slips(said, words) for words, name in vocabulary.known_terms.items() if _alike(said, words)}
    fewest = min(slips.values(), default=0)
    near = [name for name, slipped in slips.items() if slipped == fewest <= _most_slips(said)]
    return near[0] if len(near) == 1 else ""


def _most_slips(said: str) -> int:
    return (len(said) >= _ONE_SLIP) + (len(said) >= _TWO_SLIPS)


def _alike(said: str, name: str) -> bool:
    """Whether `said` may be `name` at all. Figures are no slips: "birth to 5" is another age."""
    return said[:1] == name[:1] and abs(len(said) - len(name)) <= _most_slips(said) and _figures(said) == _figures(name)


def _figures(text: str) -> list[str]:
    return [sign for sign in text if sign.isdigit()]


def _slips(one: str, other: str) -> int:
    """How many letters are put in, left out, or changed between `one` and `other`; two swapped count once."""
    before, row = [0] * len(other), list(range(len(other) + 1))
    for i, letter in enumerate(one):
        last, before, row = before, row, [i + 1]
        for j, known in enumerate(other):
            row.append(min(before[j] + (letter != known), before[j + 1] + 1, row[j] + 1))
            if i and j and letter == other[j - 1] and one[i - 1] == known:
                row[-1] = min(row[-1], last[j - 1] + 1)
    return row[-1]


def _words(option: Choice) -> list[str]:
    return [word for name in (option.label, *option.aliases) for word in plain(name).split()]


def _near(word: str, vocabulary: Vocabulary) -> list[str]:
    if len(word) < _SHORTEST or not word.isalpha():
        return []
    return [
        known
        for known in sorted(vocabulary.words)
        if len(known) >= _SHORTEST_MENDED and known[0] == word[0] and one_edit(word, known) and not _grown(word, known)
    ]


def _grown(word: str, known: str) -> bool:
    """Whether `word` is `known` with an ending, and not with its last letter twice."""
    return word.startswith(known) and word[-1] != known[-1]
