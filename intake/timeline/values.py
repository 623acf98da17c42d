"""A timeline as frozen values. Days are dates, periods half-open; texts are as they were said and not safe to show."""

import datetime as dt
from dataclasses import dataclass

from intake.portfolio.months import Period, total_months
from intake.rulebook.verdicts import Word


@dataclass(frozen=True)
class Lane:
    """A job, or reflective supervision with one provider.

    `section` and `item` say where it stands in the portfolio, `number` its place in that list, from 1; `when` is its
    span in words, empty where none was told, `approximate` whether the person was not certain of it. `sure` is the time
    that it certainly took up to the day of reckoning and `perhaps` the time that it may have taken, part dates read
    long: it holds `sure`. `ahead` is what is still to come; `facts` what else was said: (label, value).
    """

    section: str
    item: str
    number: int
    title: str
    when: str
    approximate: bool
    ongoing: bool
    sure: Period | None
    perhaps: Period | None
    ahead: Period | None
    facts: tuple[tuple[str, str], ...]

    @property
    def months(self) -> tuple[int, int] | None:
        """Whole months in the short and in the long reading; None where no dates were told."""
        if not self.when:
            return None
        low, high = (int(total_months([time] if time else [])) for time in (self.sure, self.perhaps))
        return low, high


@dataclass(frozen=True)
class Mark:
    """A day that matters: a degree's, the end of a credential, the beginning of an endorsement.

    `first` and `last` are the days that a part date may mean; None where no date was told, and `when` is then empty.
    """

    question: str
    item: str
    title: str
    when: str
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True)
class Overlap:
    """Time that two or more jobs share, part dates read long; `sure` is what of it they share for certain.

    `items` take part in it, and `months` are its two readings in whole months. Such time is counted once.
    """

    period: Period
    sure: tuple[Period, ...]
    items: tuple[str, ...]
    months: tuple[int, int]


@dataclass(frozen=True)
class Measure:
    """The months that a requirement asks for, as the rules count them, and the stretches of time that they are.

    `strict` months certainly count, `loose` with those that count only if the association or an exact date says so,
    `possible` with those of what is not known yet (None: no bound). `counts`, `perhaps`, `unknown` and `out` part the
    time of the lanes of `section` accordingly; no day is in two of them. `needed` is how many months are asked for, 0
    where the fact stands beside others.
    """

    requirement: str
    level: str
    number: str
    title: str
    verdict: Word
    fact: str
    fact_title: str
    section: str
    needed: float
    strict: float
    loose: float
    possible: float | None
    counts: tuple[Period, ...]
    perhaps: tuple[Period, ...]
    unknown: tuple[Period, ...]
    out: tuple[Period, ...]


@dataclass(frozen=True)
class Share:
    """What a lane is to a measure, by its place in `Timeline.measures`.

    `standing` is `counted`, `confirm`, `unknown` or `out`; `amount` says how much of it counts, `reason` why not all.
    """

    measure: int
    standing: str
    amount: str
    reason: str


@dataclass(frozen=True)
class Timeline:
    """All of it, as of a day; `aimed` is the level that is applied for, empty where that is not known.

    `scale` begins on the first of January and ends on the first of a month. Lanes stand in the order of time, those
    without dates at the end; jobs before supervision.
    """

    as_of: dt.date
    aimed: str
    scale: Period
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    overlaps: tuple[Overlap, ...]
    measures: tuple[Measure, ...]

    def of(self, section: str) -> tuple[Lane, ...]:
        """The lanes of one section."""
        return tuple(lane for lane in self.lanes if lane.section == section)
