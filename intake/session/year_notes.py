"""A note for the year's log, read; or refused with what stands against it, so that only what was said is kept."""

import datetime as dt

from intake.interview import commands as cmd
from intake.interview.flow import Section
from intake.portfolio.edtf import bounds, spoken
from intake.session import offers
from intake.session.case import OpenCase
from intake.session.records import field_of, fields_of
from intake.session.wording import hours_said
from intake.text import visible
from intake.understand.facts import Facts
from intake.understand.logged import had, logged, taught
from intake.understand.logged_doubts import below_zero, changes, lasted, no_day
from intake.understand.records import Field
from intake.understand.slots import Reading
from intake.understand.words import capital
from intake.words import _

_EXAMPLE = _("had 1.5 h of RS with J. today; or: Touchpoints training, 6 hours, last Friday")
_WHICH = _(
    "Was that reflective supervision? Then say RS with it. A training? Then say training. "
    "Meetings about job performance are neither."
)
_ADDS = _(
    "A log only adds, so nothing is written down. undo (intake log --undo) takes the last one back; "
    "in the conversation (intake renew) an entry is changed or removed by its name."
)
_HOURS_A_DAY = 24
#: How many years back a note may reach: further than a list is caught up with, nearer than a slip of the pen.
_YEARS_BACK = 5


def read(case: OpenCase, words: str, within: dt.date) -> tuple[Section, Facts]:
    """The list that `words` belong to and what they tell; a day without its year is the last one up to `within`.

    Raises Refused where the list, the hours or a day are in doubt, or a figure or a time would be lost.
    """
    _require_possible(words, within)
    what = had(words)
    if what is None:
        raise cmd.Refused(_WHICH)
    section = case.pack.flow.sections[what]
    told, unread = logged(words, _fields(case, section), case.as_of, within)
    _require_hours(section, told)
    if what == "training" and "training.title" not in told.found and not taught(words):
        raise cmd.Refused(_WHICH)
    _require_plausible(case, told, words, within)
    if unread:
        text = _(
            "I could not make out {words}, so nothing is written down. Say one meeting or training, its day, its hours."
        )
        raise cmd.Refused(text.format(words=", ".join(_("“{words}”").format(words=visible(part)) for part in unread)))
    _require_certain(told.found[f"{section.id}.hours"][0])
    return section, told


def _require_possible(words: str, within: dt.date) -> None:
    """Raises Refused for what changes an entry, for less than no hours and for a day that there is not."""
    if changes(words):
        raise cmd.Refused(_ADDS)
    if less := below_zero(words):
        raise cmd.Refused(_("“{words}” is below zero. Nothing is written down.").format(words=visible(less)))
    if no := no_day(words, within):
        day, why = no
        text = _("I could not read “{day}” as a day. For example: March 4.") if why.unread else "{why}"
        raise cmd.Refused(text.format(day=visible(day), why=visible(why.why)))


def _require_hours(section: Section, told: Facts) -> None:
    """Raises Refused for no hours."""
    hours = told.found.get(f"{section.id}.hours")
    if hours is None or not hours[0].value:
        raise cmd.Refused(
            _("I could not tell how many hours that was. For example: {example}.").format(example=_EXAMPLE)
        )


def _require_certain(hours: Reading) -> None:
    """Raises Refused for hours that were reckoned or guessed: a log takes no yes."""
    ask, said = visible(hours.confirm).removesuffix(_("Right?")).rstrip(), hours_said(hours.value)
    if ask.removesuffix(".") == said:
        text = _("I am not sure that it was {hours}. Say it plainly, for example: {example}.")
        raise cmd.Refused(text.format(hours=said, example=_EXAMPLE))
    if ask:
        text = _("{ask} If so, say it again with the hours in all: {hours}.")
        raise cmd.Refused(text.format(ask=ask, hours=said))


def _require_plausible(case: OpenCase, told: Facts, words: str, within: dt.date) -> None:
    """Raises Refused for a day that has not come or is long past, and for more hours than a day has."""
    by_field = {name.partition(".")[2]: reading.value for name, (reading, _words) in told.found.items()}
    if (day := by_field.get("date")) is None:
        return
    first, last = bounds(day)
    if first > case.as_of:
        text = _("{day} has not come yet. A log is of what was had; say which day that was, with its year.")
    elif last.year < within.year - _YEARS_BACK:
        text = _("{day} is long past. A log is of what was had in the year; say which day that was, with its year.")
    elif by_field["hours"] > _HOURS_A_DAY and first == last and not lasted(words):
        text = _("{day} had 24 hours, and that says {hours}. Say how many hours it was, or over how many days.")
    else:
        return
    raise cmd.Refused(text.format(day=capital(spoken(day)), hours=hours_said(by_field["hours"])))


def _fields(case: OpenCase, section: Section) -> list[Field]:
    """What can be told of an entry; of reflective supervision its day, too."""
    own = [field for field in fields_of(section) if offers.takes_part(section, field.id)]
    if "date" in section.by_field:
        return own
    training = case.pack.flow.sections["training"]
    return [field for field in own if field.slot.kind != "span"] + [field_of(training, training.by_field["date"])]
