"""Requirements by their names: an id, the beginning of one, a level, a group, or everything they are called by."""

from collections.abc import Iterable

from intake.rulebook.edition import Edition, Requirement


def by_id(requirements: Iterable[Requirement], name: str) -> list[Requirement]:
    """Those whose id is `name` or begins with it and a point; those of the level or the group of that name."""
    return [r for r in requirements if name in {r.id, r.level, r.group} or r.id.startswith(f"{name}.")]


def names(edition: Edition, requirement: Requirement) -> tuple[str, ...]:
    """What a requirement is called by, its level aside."""
    tracks = {track: title for level in edition.levels for track, title in level.tracks.items()}
    return requirement.id, requirement.group, requirement.title, tracks.get(requirement.track, "")


def rule_names(edition: Edition) -> tuple[str, ...]:
    """What the levels and the requirements of an edition are called by."""
    levels = (name for level in edition.levels for name in (level.id, level.number, level.title))
    own = (name for requirement in edition.requirements for name in names(edition, requirement))
    return tuple(dict.fromkeys([*levels, *own]))
