"""The record of a call, made from its case."""

import os
from pathlib import Path

from intake.canonical import canonical
from intake.interview import events as ev
from intake.interview.state import ONLY
from intake.prescreen.letter import draft, text
from intake.prescreen.record import Answer, CallRecord, Closing, SheetLine, Standing
from intake.session.calling import Call
from intake.session.document import slug
from intake.session.paths import path_of
from intake.text import visible
from intake.words import _


def record_of(call: Call) -> CallRecord:
    """What was told and said in a call, as far as it has come."""
    case, said = call.case, call.closing()
    known = case.projection.known
    began = case.state.called
    called = began.event if began and isinstance(began.event, ev.Called) else None
    return CallRecord(
        case=case.id,
        began=call.began or case.state.at,
        ended=call.ended_at,
        seconds=call.seconds(),
        caller=visible(str(known.get("applicant.name", ""))),
        email=visible(str(known.get("applicant.email", ""))),
        lines=[
            SheetLine(id=line.id, title=line.title, asked=line.say, known=line.known, state=line.state)
            for line in call.lines()
        ],
        answers=_answers(call),
        notes=call.notes(),
        close=Closing(levels=visible(said.levels), gaps=list(map(visible, said.gaps)), action=visible(said.action)),
        board=[
            Standing(
                id=r.id, number=r.number, title=r.title, verdict=r.verdict, met=r.met, total=r.total, open=list(r.open)
            )
            for r in call.board()
        ],
        disclaimer=case.pack.edition.disclaimer,
        sheet=called.sheet if called else call.sheet.prescreen,
        sheet_version=called.version if called else call.sheet.version,
        flow=case.pack.flow_pin,
        rulebook=case.pack.edition_pin,
        as_of=case.as_of.isoformat(),
    )


def _answers(call: Call) -> list[Answer]:
    return [
        Answer(
            question=f"{name}.{field}",
            item=item.id if item.id != ONLY else None,
            value=answer.value,
            said=visible(answer.raw),
            status="answered" if answer.status == "answered" else "unsure",
            approximate=answer.hedged,
        )
        for name in call.sheet.sections
        for item in call.case.projection.section(name).ordered()
        for field, answer in item.answers.items()
        if answer.status != "skipped"
    ]


def write(call: Call, path: Path) -> None:
    """Write a call's record: JSON where the path ends in .json, an e-mail draft where in .eml, else text.

    Raises OSError, also where there is such a file already.
    """
    record = record_of(call)
    if path.suffix.casefold() == ".json":
        data = canonical(record.model_dump(mode="json"))
    else:
        data = draft(record) if path.suffix.casefold() == ".eml" else text(record).encode()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)


def file_name(call: Call) -> str:
    """The name offered for the file of a record: the caller's, where it was told."""
    return slug(str(call.case.projection.known.get("applicant.name", _("call"))) + ".eml")


def written(call: Call, words: str) -> tuple[str, str]:
    """Write the record to the path that `words` name: that path, and what went wrong, in words, or nothing."""
    path = path_of(words)
    try:
        write(call, path)
    except FileExistsError:
        return "", _("There is a file of that name already. Choose another name.")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        return "", visible(_("It could not be written: {reason}.").format(reason=reason))
    return visible(str(path), one_line=True), ""
