"""Files that come with entries: attached, replaced, taken away, listed, and looked after where they are kept."""

from __future__ import annotations

from functools import partial
from os.path import lexists
from typing import TYPE_CHECKING

from intake.bundle.attachments import Kept, condition
from intake.bundle.sniff import UNKNOWN, belies, called, ending_of
from intake.interview import commands as cmd
from intake.portfolio.records import LISTS
from intake.session import targets
from intake.session.errands import Errand, size_of
from intake.session.views import FileRow, Message
from intake.session.wording import item_said, said
from intake.text import visible
from intake.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from intake.interview import events as ev
    from intake.interview.standing import Standing
    from intake.session.case import OpenCase
    from intake.session.conversation import Conversation
    from intake.session.document import Told


def attach(talker: Conversation, topic: str, standing: Standing) -> list[Message]:
    """Keep a file with the entry named after it ("… to my BA"), else with the one asked about. Raises Refused."""
    path = talker.handover.exchange.taken(topic)  # first of all: a guest has no files here, wherever they stand
    words, to, name = topic.rpartition(" to ")
    entry = targets.entry_named(talker.case.projection, name) if to and not lexists(path) else None
    item = entry.item if entry else _item(talker.case, standing)
    path = talker.handover.exchange.taken(words) if entry else path
    what = _("Copying {file}").format(file=visible(path.name, one_line=True))
    return talker.errands.run(
        Errand(what, size_of(path), partial(talker.handover.keep, path), partial(_attached, talker, item))
    )


def _attached(talker: Conversation, item: str, kept: Kept) -> list[Message]:
    """Put a file that was kept with an entry."""
    case, files = talker.case, talker.case.state.content.files
    if (item, kept.sha256) in files:
        text = _("That very file is with {entry} already, as {file}. Nothing was changed.")
        return [Message("told", text.format(entry=_entry(case, item), file=visible(files[item, kept.sha256].name)))]
    older = next((f for f in files.values() if f.item == item and f.name == kept.name), None)
    if older is None:
        return _put(case, item, kept)
    ask = _("There is a {file} with {entry} already, with other content. Shall this one take its place?")
    return talker.hold(
        ask.format(file=visible(kept.name), entry=_entry(case, item)),
        lambda: _put(case, item, kept, instead_of=older.sha256),
        refuse=lambda: _put(case, item, kept),
    )


def detach(case: OpenCase, topic: str) -> str:
    """Take a file away again, named by its name or the beginning of it. Raises Refused."""
    files, name = list(case.state.content.files.values()), topic.casefold()
    found = [f for f in files if f.name.casefold() == name] or [f for f in files if f.name.casefold().startswith(name)]
    if len(found) != 1:
        names = ", ".join(visible(f.name) for f in files) or _("none")
        raise cmd.Refused(_("Say which file. Attached are: {names}.").format(names=names))
    case.do(cmd.Detach(found[0].item, found[0].sha256))
    return _("Taken away: {file}. Saved. (undo brings it back)").format(file=visible(found[0].name))


def file_rows(case: OpenCase, folder: Path, *, thorough: bool = False) -> list[FileRow]:
    """The files with entries that are asked for, in the order of the bundle, each with what became of it.

    Unless `thorough`, a kept file that was not written to is not read again.
    """
    return [
        FileRow(
            f.item,
            _entry(case, f.item),
            visible(f.name),
            f.type,
            f.sha256,
            f.size,
            condition(folder / f.sha256, f.sha256, f.size, thorough=thorough),
        )
        for f in files_of(case)
    ]


def files_of(case: Told) -> list[ev.Attached]:
    """The files that came with items that are asked for, in the items' order."""
    docs, kept = case.projection.docs, case.projection.section
    order = [item.id for name in LISTS for item in kept(name).ordered() if item.id in docs[name]]
    place = {item: n for n, item in enumerate(order)}
    files = [file for file in case.state.content.files.values() if file.item in place]
    return sorted(files, key=lambda f: (place[f.item], f.name, f.sha256))


def files_text(rows: list[FileRow]) -> str:
    """The files as lines."""
    if not rows:
        return _("No files are attached. At an entry, say attach and the path of a file, or drop it on the window.")
    own, ratings = ([row for row in rows if row.rating == which] for which in (False, True))
    lines = [_("Files ({n}), each your own copy:").format(n=len(own)), *(f"  {row_said(r)}" for r in own)]
    came = [
        _("Ratings, as the referees sent them ({n}):").format(n=len(ratings)),
        *(f"  {row_said(r)}" for r in ratings),
    ]
    return "\n".join([*(lines if own else []), *(came if ratings else [])])


def row_said(row: FileRow) -> str:
    """A file in a line: where it belongs, what it is, and what became of it."""
    text = _("{entry}: {file} ({type}, {size:,} bytes)")
    line = text.format(entry=row.entry, file=row.name, type=called(row.type or UNKNOWN.media), size=row.size)
    return line if row.condition == "kept" else f"{line}. {_LOST[row.condition]}"


def lost_said(rows: list[FileRow]) -> list[str]:
    """What there is to do about kept files that are missing or changed; nothing where all are well."""
    return [
        _("Attach {file} of {entry} again: {lost}").format(file=r.name, entry=r.entry, lost=_LOST[r.condition])
        for r in rows
        if r.condition != "kept"
    ]


def transcripts_text(case: OpenCase) -> list[str]:
    """How far the official transcript of each degree is, by the person's account; a copy is named as one."""
    lines = []
    copies = {f.item for f in files_of(case)}
    for item in case.projection.section("education").ordered():
        if item.id in case.projection.docs["education"] and (status := _transcript(case, item.id)):
            copy = _(" (and a copy attached, which is not official)") if item.id in copies else ""
            lines.append(f"{_entry(case, item.id)}: {status}{copy}")
    return lines


_UNTOLD = _("not told yet")
_LOST = {
    "missing": _("The copy that was kept is missing or cannot be read."),
    "changed": _("The copy that was kept was changed by something else than this program."),
}


def _put(case: OpenCase, item: str, kept: Kept, instead_of: str = "") -> list[Message]:
    elsewhere = [f.item for f in files_of(case) if f.sha256 == kept.sha256]
    case.do(cmd.Attach(item, kept.name, kept.sha256, kept.size, kept.form.media, instead_of))
    text = _("Attached: {file} ({type}, {size:,} bytes) to {entry}. Saved. An attached copy is never called official.")
    if instead_of:
        text = _("Replaced: {file} ({type}, {size:,} bytes) with {entry}. Saved. (undo brings the other one back)")
    file, entry = visible(kept.name), _entry(case, item)
    lines = [text.format(file=file, type=kept.form.called, size=kept.size, entry=entry)]
    if belies(kept.name, kept.form):
        odd = _("Its name ends in .{ending}, but by its first bytes it is {type}. Please look whether it is the one.")
        lines.append(odd.format(ending=visible(ending_of(kept.name), one_line=True), type=kept.form.called))
    if elsewhere:
        same = _("The same file is with {entry} too; its bytes are kept once.")
        lines.append(same.format(entry=_entry(case, elsewhere[0])))
    if (status := _transcript(case, item)) and status != _UNTOLD:
        lines.append(_("Its official transcript, by your account: {status}.").format(status=status))
    return [Message("noted", line) for line in lines]


def _transcript(case: OpenCase, item: str) -> str:
    """How far an entry's official transcript is; empty for one that is asked for none."""
    question = case.pack.flow.question("education.transcript")
    if question is None or not item.startswith("education-"):
        return ""
    answer = case.projection.answer("education.transcript", item)
    return said(question, answer.value) if answer and answer.status == "answered" else _UNTOLD


def _entry(case: OpenCase, item: str) -> str:
    return item_said(case.projection, item.rpartition("-")[0], item)


def _item(case: OpenCase, standing: Standing) -> str:
    """The entry asked about; between two entries the one told last, or the only one. Raises Refused."""
    if standing.item:
        return standing.item
    items = (
        [item.id for item in case.projection.section(standing.section).ordered()] if standing.section in LISTS else []
    )
    if not items:
        raise cmd.Refused(_("Go to the entry that the file belongs to first, for instance: go to education."))
    last = case.state.content.last
    if len(items) > 1 and not (last and last.item in items):
        entries = "; ".join(_entry(case, item) for item in items)
        raise cmd.Refused(
            _("To which one? Say it after the file: attach FILE to … ({entries}).").format(entries=entries)
        )
    return last.item if last and last.item in items else items[0]
