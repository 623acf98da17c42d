"""`intake levels`: what an edition of the rules asks at each level, as a hand-out."""

import argparse

from intake.words import _


def levels(options: argparse.Namespace) -> int:
    """Write the requirements of an edition, or of one of its levels."""
    from intake.cli.written import give
    from intake.handout import renderer
    from intake.packs.load import load_edition
    from intake.packs.yaml import PackError
    from intake.rulebook.levels import find_level, overview
    from intake.text import visible

    edition, _pin = load_edition(options.rulebook)
    name = visible(" ".join(options.level), one_line=True)
    level = find_level(edition, name) if name else None
    if name and level is None:
        known = ", ".join(f"{part.number} ({part.id})" for part in edition.levels)
        unknown = _("There is no level {name} in {edition}. There are: {known}.")
        raise PackError(unknown.format(name=name, edition=edition.edition, known=known))
    give(renderer(options.format)(overview(edition, level.id if level else "")), options.to)
    return 0
