"""How long a person takes: a key, a breath before Enter, and the room's reading of what came back. In seconds."""

from intake.demo.player import Act, Player, Send, Type

_KEY, _SPACE, _STOP = 0.055, 0.09, 0.22
_BEFORE_ENTER = 0.7
#: A room reads aloud in its head: some four words a second, and nobody follows what goes by in less than the least.
_WORD, _LEAST, _MOST = 0.25, 1.5, 12.0
#: For each further page of what is longer than the screen.
_PAGE = 6.0


def wait(player: Player, done: Act, answer: str = "") -> float:
    """How long to wait after `done`, before the player's next act; `answer` is all that was said back to it."""
    return _unhurried(player, done, answer) / player.speed


def reading_on(player: Player) -> float:
    """How long a further page of what came back is shown."""
    return _PAGE / player.speed


def _unhurried(player: Player, done: Act, answer: str) -> float:
    match done:
        case Type(words):
            whole = words == player.script.lines[player.at].words
            return _BEFORE_ENTER if whole else _key(words[-1])
        case Send():
            return min(max(len(answer.split()) * _WORD, _LEAST), _MOST)
        case _:
            return 0.0


def _key(character: str) -> float:
    return _SPACE if character == " " else _STOP if character in ".,;:?!" else _KEY
