"""`intake handouts`: what a workshop needs on paper, as pages in a folder."""

import argparse


def handouts(options: argparse.Namespace) -> int:
    """Write the pages."""
    from intake.cli.written import save
    from intake.demo.exercises import exercise
    from intake.demo.notes import notes
    from intake.demo.script import TOUR, find, invented
    from intake.handout import renderer
    from intake.handout.exercises import exercises
    from intake.handout.interview import interview
    from intake.packs.load import load, load_edition
    from intake.rulebook.levels import overview

    edition, _pin = load_edition(options.rulebook)
    sheets = [exercise(script) for script in invented()]
    pages = {
        "requirements": renderer("html")(overview(edition)),
        "exercises": exercises(sheets, solved=False),
        "solutions": exercises(sheets, solved=True),
        "interview": interview(load().flow),
        "notes": notes(find(TOUR)),
    }
    options.to.mkdir(parents=True, exist_ok=True)
    for name, page in pages.items():
        save(page.encode(), options.to / f"{name}.html")
    return 0
