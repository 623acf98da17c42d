"""What a screen offers to the script that plays on it."""

from typing import Protocol

from intake.demo.player import Player


class Playing(Protocol):
    """A screen that a script plays on."""

    def show(self, player: Player) -> None:
        """Say how the demonstration goes."""
        ...

    async def lay_out(self, *, wall: bool) -> None:
        """For the wall, or for one who sits before it."""
        ...

    def hold(self, words: str, actor: int) -> None:
        """Let an actor's box hold words."""
        ...

    async def play(self, words: str, actor: int) -> str:
        """Let an actor say words; all that came back."""
        ...

    def read_on(self) -> bool:
        """Show the next page of what came back, where there is more of it; whether there was."""
        ...
