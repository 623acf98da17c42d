"""A call record for people: the text for the files, and what the caller is sent, as a draft for a mail program."""

import datetime as dt
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from intake.prescreen.record import CallRecord
from intake.text import visible
from intake.words import _


def text(record: CallRecord) -> str:
    """The whole record, to read."""
    lines = [
        _("Call of {day}, {length}: {who}").format(
            day=record.began[:16].replace("T", " "), length=minutes(record.seconds), who=record.caller or _("no name")
        ),
        "",
        *(f"{line.title}: {_said(line.known, line.state)}" for line in record.lines),
    ]
    lines += ["", _("Notes:"), *(f"- {note}" for note in record.notes)] if record.notes else []
    lines += [
        "",
        *_closing(record),
        "",
        _("By the rules of {rulebook}, as of {day}:").format(rulebook=record.rulebook.id, day=record.as_of),
    ]
    lines += [
        _("{name}: {met} of {total} met. Open: {open}").format(
            name=f"{row.number} {row.title}".strip(), met=row.met, total=row.total, open="; ".join(row.open) or "-"
        )
        for row in record.board
    ]
    return "\n".join([*map(visible, lines), "", record.disclaimer, ""])


def letter(record: CallRecord) -> str:
    """What the caller is sent."""
    told = [f"- {line.title}: {_said(line.known, line.state)}" for line in record.lines if line.known]
    greeting = _("Hello {name},").format(name=record.caller) if record.caller else _("Hello,")
    thanks = _("thank you for your call. This is what I wrote down; please tell me what is not right.")
    return "\n".join([*map(visible, [greeting, "", thanks, *told, "", *_closing(record)]), "", record.disclaimer, ""])


def draft(record: CallRecord) -> bytes:
    """The letter as an e-mail draft (.eml): a mail program opens it to be looked at and sent."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _("Your call about the endorsement")
    if record.email:
        name, _at, domain = record.email.rpartition("@")
        message["To"] = Address(_one_line(record.caller), name, domain)
    message["Date"] = format_datetime(dt.datetime.fromisoformat(record.ended or record.began))
    message["X-Unsent"] = "1"
    message.set_content(letter(record), cte="quoted-printable")
    return message.as_bytes()


def _one_line(name: str) -> str:
    return " ".join(visible(name, one_line=True).split())


def _closing(record: CallRecord) -> list[str]:
    close = record.close
    gaps = [_("Still open: {gap}").format(gap=gap) for gap in close.gaps]
    return [
        _("Levels worth exploring: {levels}").format(levels=close.levels),
        *gaps,
        _("Next step: {action}").format(action=close.action),
    ]


def _said(known: str, state: str) -> str:
    doubt = _("the caller is not sure")
    told = _("{known} ({doubt})").format(known=known, doubt=doubt) if known else doubt
    return told if state == "unsure" else known or _("not asked")


def minutes(seconds: int) -> str:
    """A length of time as "4:09"."""
    return f"{seconds // 60}:{seconds % 60:02}"
