"""`intake handouts`: what a workshop needs on paper, as pages in a folder."""

import argparse
import datetime as dt


def handouts(options: argparse.Namespace) -> int:
    """Write the pages."""
    from intake.cli.written import save
    from intake.demo.exercises import exercise
    from intake.demo.notes import notes
    from intake.demo.script import TOUR, find, invented
    from intake.demo.timing import rehearsed
    from intake.handout import renderer
    from intake.handout.contents import contents, sheets
    from intake.handout.exercises import exercises
    from intake.handout.interview import interview, sides
    from intake.handout.overview import overview as on_one_sheet
    from intake.packs.load import load, load_edition
    from intake.rulebook.levels import overview
    from intake.rulebook.side_by_side import side_by_side

    tour = find(TOUR)
    edition, _pin = load_edition(options.rulebook)
    flow = load().flow
    topics = side_by_side(edition, {section.id: section.title for section in flow.sections.values()})
    applicants = [exercise(script) for script in invented()]
    pages = {
        "index": contents(edition.title, sheets(len(applicants), sides(flow))),
        "overview": on_one_sheet(edition, topics, getattr(options, "as_of", None) or dt.date.today()),
        "requirements": renderer("html")(overview(edition)),
        "exercises": exercises(applicants, solved=False),
        "solutions": exercises(applicants, solved=True),
        "interview": interview(flow),
        "notes": notes(tour, rehearsed(tour)),
    }
    options.to.mkdir(parents=True, exist_ok=True)
    for name, page in pages.items():
        save(page.encode(), options.to / f"{name}.html")
    return 0
