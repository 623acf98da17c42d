"""Portfolios made up by Hypothesis: lists of any items, some not complete, some fields not known."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st
from rulebook_samples import LISTS, Doc, document

from intake.portfolio.edtf import bounds

PART_DATES = st.one_of(
    st.integers(2008, 2028).map(str),
    st.builds(lambda y, m: f"{y}-{m:02d}", st.integers(2008, 2028), st.integers(1, 12)),
    st.dates(dt.date(2008, 1, 1), dt.date(2028, 12, 31)).map(dt.date.isoformat),
    st.sampled_from(["2020-21", "2019-24", "2023-33", "201X", "[2016,2018]"]),
)
SPANS = st.builds(
    lambda a, b, goes_on: {"start": min(a, b, key=bounds), "end": ".." if goes_on else max(a, b, key=bounds)},
    PART_DATES, PART_DATES, st.booleans(),
)  # fmt: skip
HOURS = st.decimals(0, 500, places=2).map(float)


def perhaps(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Doc]:
    """Items of which a field or two may not be known."""
    unknown = st.sets(st.sampled_from(sorted(fields)), max_size=2)
    return st.builds(
        lambda item, gone: {name: value for name, value in item.items() if name not in gone},
        st.fixed_dictionaries(fields),
        unknown,
    )


EDUCATION = perhaps(
    {
        "credential": st.sampled_from(
            ["master", "bachelor", "cda", "associate", "doctorate", "certificate", "high_school"]
        ),
        "awarded": PART_DATES,
        "expires": PART_DATES,
        "abroad": st.booleans(),
        "other_name": st.booleans(),
        "transcript": st.sampled_from(["not_requested", "requested", "sent", "received", "own_copy"]),
    }
)
WORK = perhaps(
    {
        "title": st.sampled_from(["nurse", "coach"]),
        "span": SPANS,
        "schedule": st.sampled_from(["full_time", "full_time", "part_time"]),
        "paid": st.sampled_from([True, True, False]),
        "ages": st.lists(
            st.sampled_from(["birth_to_3", "ages_3_to_5", "older", "caregivers", "none"]), min_size=1, unique=True
        ),
        "role": st.sampled_from(["direct", "direct", "clinical", "policy", "research", "other"]),
        "supervised": st.booleans(),
        "supervised_span": st.just("whole") | SPANS,
        "abroad": st.sampled_from([False, False, True]),
    }
)
TRAINING = perhaps({"title": st.just("a"), "date": PART_DATES, "hours": HOURS})
SUPERVISION = perhaps({"format": st.sampled_from(["individual", "group", "both", "peer"]), "hours": HOURS})
REFERENCES = perhaps(
    {
        "name": st.sampled_from(["Robin Avery", "robin avery", "Lee", "Ana", "None"]),
        "status": st.sampled_from(["not_asked", "asked", "agreed", "sent"]),
    }
)
ITEMS = {
    "education": EDUCATION,
    "training": TRAINING,
    "work": WORK,
    "supervision": SUPERVISION,
    "references": REFERENCES,
}
SINGLES = perhaps(
    {
        "membership": perhaps({"current": st.booleans()}),
        "endorsement": perhaps({"level": st.sampled_from(["ifa", "ifs", "imhs"]), "since": PART_DATES}),
        "target": perhaps({"level": st.sampled_from(["ifa", "ifs", "imhs", "imhm"])}),
        "exam": perhaps({"status": st.sampled_from(["not_registered", "registered", "taken"])}),
        "applicant": perhaps({"purpose": st.sampled_from(["apply", "move"])}),
    }
)


@st.composite
def documents(draw: st.DrawFn, most: int = 3) -> Doc:
    """Portfolios with up to `most` items a list, not all lists complete."""
    lists = {name: draw(st.lists(item, max_size=most)) for name, item in ITEMS.items()}
    finished = tuple(name for name in LISTS if draw(st.booleans()))
    return document(finished=finished, **draw(SINGLES), **lists)


def with_item(doc: Doc, section: str, item: Doc) -> Doc:
    """The document with one more item."""
    return doc | {section: [*doc[section], {"id": f"{section}-{len(doc[section]) + 1}"} | item]}
