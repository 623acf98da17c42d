"""Facts that wait for one another in a circle are found when a rulebook is read."""

from typing import Protocol, TypeVar

from pydantic_core import PydanticCustomError


class Waiting(Protocol):
    """A fact that counts only after another."""

    @property
    def after(self) -> str:
        """The name of the other; empty where there is none."""


F = TypeVar("F", bound=Waiting)


def without_cycle(facts: dict[str, F]) -> dict[str, F]:
    """`facts` themselves. Raises PydanticCustomError, naming the facts, where some wait for one another."""
    for name in facts:
        chain = [name]
        while (after := facts[chain[-1]].after) in facts:
            if after == name:
                words = {"chain": " → ".join([*chain, name]), "at": (name, "after")}
                raise PydanticCustomError("fact-cycle", "each waits for the next ({chain}); take one out", words)
            if after in chain:  # a cycle that `name` only leads to
                break
            chain.append(after)
    return facts
