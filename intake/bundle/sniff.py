"""What a file is, told from its first bytes and never from its name: a short table, and nothing is parsed."""

import codecs
from pathlib import PurePath
from typing import NamedTuple

#: How many bytes of the beginning are looked at.
HEAD = 4_096


class Form(NamedTuple):
    """A kind of file: its media type, what people call it, and the endings that its names have."""

    media: str
    called: str
    endings: frozenset[str]


def _form(media: str, called: str, endings: str) -> Form:
    return Form(media, called, frozenset(endings.split()))


UNKNOWN = _form("application/octet-stream", "data of an unknown kind", "")
EMPTY = _form("application/x-empty", "an empty file", "")
TEXT = _form("text/plain", "text", "txt text md csv tsv log ics json xml yaml yml html htm svg eml vcf age")
_ZIP = _form("application/zip", "a ZIP archive", "zip")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_ODT = "application/vnd.oasis.opendocument.text"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_OLE = _form("application/x-ole-storage", "an older Office document", "doc xls ppt msg")
_HEIC = _form("image/heic", "a HEIC picture", "heic heif")

#: Where a mark stands, the mark, and what bears it; the first that fits.
_MARKS: tuple[tuple[int, bytes, Form], ...] = (
    (0, b"%PDF-", _form("application/pdf", "a PDF", "pdf")),
    (0, b"\x89PNG\r\n\x1a\n", _form("image/png", "a PNG picture", "png")),
    (0, b"\xff\xd8\xff", _form("image/jpeg", "a JPEG picture", "jpg jpeg jpe jfif")),
    (0, b"II*\0", _form("image/tiff", "a TIFF picture", "tif tiff")),
    (0, b"MM\0*", _form("image/tiff", "a TIFF picture", "tif tiff")),
    (0, b"GIF8", _form("image/gif", "a GIF picture", "gif")),
    (8, b"WEBP", _form("image/webp", "a WebP picture", "webp")),
    *((4, b"ftyp" + brand, _HEIC) for brand in (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1")),
    (4, b"ftyp", _form("video/mp4", "a video", "mp4 m4v mov m4a")),
    (0, b"{\\rtf", _form("application/rtf", "a rich text document", "rtf")),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLE),
    (0, b"age-encryption.org/", _form("application/age", "a sealed file", "age")),
    (0, b"MZ", _form("application/x-msdownload", "a Windows program", "exe dll scr")),
    (0, b"\x7fELF", _form("application/x-elf", "a program", "so")),
    (38, _ODT.encode(), _form(_ODT, "an OpenDocument text", "odt")),
    (38, _ODS.encode(), _form(_ODS, "an OpenDocument spreadsheet", "ods")),
)
#: Folders that an Office document has in its archive.
_FOLDERS = (
    (b"word/", _form(_WORD, "a Word document", "docx docm")),
    (b"xl/", _form(_SHEET, "an Excel spreadsheet", "xlsx xlsm")),
    (b"ppt/", _form(_SLIDES, "a PowerPoint presentation", "pptx pptm")),
)
#: Controls that stand in plain text.
_IN_TEXT = frozenset("\t\n\r\f\x1b")


def sniffed(head: bytes) -> Form:
    """What a file is that begins with `head`, of which the first `HEAD` bytes are looked at."""
    head = head[:HEAD]
    if not head:
        return EMPTY
    for at, mark, form in _MARKS:
        if head.startswith(mark, at):
            return form
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        return next((form for folder, form in _FOLDERS if folder in head), _ZIP)
    return TEXT if _is_text(head) else UNKNOWN


def ending_of(name: str) -> str:
    """The ending of a file's name in small letters, without the dot; empty where it has none."""
    return PurePath(name).suffix.removeprefix(".").casefold()


def belies(name: str, form: Form) -> bool:
    """Whether the ending of `name` says that the file is something else than `form`."""
    ending = ending_of(name)
    known = {ending for other in _ALL for ending in other.endings}
    return ending in known and ending not in form.endings and form is not EMPTY


def called(media: str) -> str:
    """What people call a media type that `sniffed` gave; the type itself where it is another."""
    return next((form.called for form in _ALL if form.media == media), media)


def _is_text(head: bytes) -> bool:
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(head)  # the last letter may be cut off
    except UnicodeDecodeError:
        return False
    return all(letter in _IN_TEXT or letter >= " " for letter in text)


_ALL = (*(form for _at, _mark, form in _MARKS), *(form for _folder, form in _FOLDERS), _ZIP, TEXT, EMPTY, UNKNOWN)
