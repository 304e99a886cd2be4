"""Bytes of a text file → text, and back into the same bytes."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from citekit.errors import InputError

_SIGNATURES = {b"%PDF": "a PDF", b"PK\x03\x04": "a zip archive (odt, epub?); give its text",
               b"\x1f\x8b": "compressed with gzip; unpack it first", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture"}  # fmt: skip
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LINE_END = re.compile(r"\r\n|\r|\n")
_STRAY = re.compile("[\udc80-\udcff]")  # how `surrogateescape` keeps a byte that is not UTF-8


@dataclass(frozen=True, slots=True)
class Form:
    """How a file is written. `line_end` is None where it has several kinds, which then all stay as they are. `strays`: it is UTF-8
    with some bytes among it that are not."""

    encoding: str = "utf-8"
    mark: bytes = b""
    line_end: str | None = "\n"
    strays: bool = False

    def text(self, data: bytes, file: str) -> str:
        """The text of a file that may be in another form, as `data` needs it: line ends, and bytes that are not UTF-8, which it
        keeps where this form has such, too. Raises `InputError`."""
        found = _decoded(data, file)[1]
        if not self.strays:
            found = _readable(found)
        return found if self.line_end is None else _LINE_END.sub("\n", found)

    def data(self, text: str) -> bytes:
        """The bytes. Raises `UnicodeEncodeError` for letters that the encoding lacks."""
        if self.line_end not in (None, "\n"):
            text = text.replace("\n", self.line_end)
        return self.mark + text.encode(self.encoding, "surrogateescape" if self.strays else "strict")


@dataclass(frozen=True, slots=True)
class Verbatim:
    """The text of a file and all it takes to write the very bytes again.

    `text` is what there is to read. `kept` is as long and differs only where a byte is not UTF-8, which it keeps.
    """

    text: str
    kept: str
    form: Form

    def data(self) -> bytes:
        return self.form.data(self.kept)


def verbatim(data: bytes, file: str) -> Verbatim:
    """UTF-8 (with some bytes of Windows-1252 among it, if need be), UTF-16 with a byte order mark, Windows-1252, else Latin-1.

    Line ends become `\\n` where all are of one kind. `verbatim(data, …).data() == data`, always. Raises `InputError` for a binary
    file.
    """
    form, kept = _decoded(data, file)
    ends = set(_LINE_END.findall(kept))
    line_end = ends.pop() if len(ends) == 1 else None if ends else "\n"
    if line_end not in (None, "\n"):
        kept = kept.replace(line_end, "\n")
    strays = form.strays
    return Verbatim(_readable(kept), kept, Form(form.encoding, form.mark, line_end, strays))


def _decoded(data: bytes, file: str) -> tuple[Form, str]:
    _refuse_binary(data, file)
    mark, marked = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", _unmarked_utf_16(data)))
    body = data[len(mark) :]
    if marked.startswith("utf-16"):
        try:
            return Form(marked, mark), body.decode(marked)
        except UnicodeDecodeError as error:
            raise InputError(file, f"not {marked.upper()}, though it begins so") from error
    try:
        return Form("utf-8", mark), body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    mixed = body.decode("utf-8", "surrogateescape")
    if marked or _mostly_utf_8(mixed):
        return Form("utf-8", mark, strays=True), mixed
    for encoding in ("cp1252", "latin-1"):
        try:
            return Form(encoding), body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError("Latin-1 takes every byte")


def _mostly_utf_8(mixed: str) -> bool:
    """Are there letters of UTF-8 among the bytes that are none? By chance there are hardly any."""
    strays = len(_STRAY.findall(mixed))
    letters = len(re.findall("[^\x00-\x7f]", mixed)) - strays
    return 2 * letters >= strays


def _readable(kept: str) -> str:
    """Bytes that are not UTF-8 as the letters they mostly are."""
    return _STRAY.sub(_letter, kept)


def _letter(stray: re.Match[str]) -> str:
    byte = bytes([ord(stray[0]) - 0xDC00])
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")


def _refuse_binary(data: bytes, file: str) -> None:
    kind = next((said for head, said in _SIGNATURES.items() if data.startswith(head)), None)
    if kind:
        raise InputError(file, f"not text but {kind}")
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _unmarked_utf_16(data)
    if b"\0" in data and not marked and _mostly_controls(data[:_LOOKED_AT]):
        raise InputError(file, "not text but a binary file")


_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1a\x1b"))


def _mostly_controls(head: bytes) -> bool:
    """More of them than a slip leaves in a text. What is compressed has about one byte in ten."""
    return (len(head) - len(head.translate(None, _CONTROLS))) * 12 > len(head)


_LOOKED_AT = 2_000
_FEWEST = 8  # bytes: fewer tell nothing


def _unmarked_utf_16(data: bytes) -> str:
    """UTF-16 that lacks its byte order mark: of Western text every other byte is zero, and no other."""
    head = data[:_LOOKED_AT]
    zeros = [head[first::2].count(0) for first in (0, 1)]
    if len(head) >= _FEWEST and max(zeros) * 4 > len(head) and not min(zeros):
        return "utf-16-le" if zeros[1] else "utf-16-be"
    return ""


def decode(data: bytes, file: str) -> str:
    """The text of a file with `\\n` for line ends: in what an HTML page says it is, else as `verbatim` has it.

    Raises `InputError` for a binary file; `file` is the name to report it by.
    """
    declared = declared_encoding(data)
    if declared and not data.startswith(tuple(mark for mark, _ in _MARKS)):
        _refuse_binary(data, file)
        try:
            # What reads as UTF-8 is UTF-8, whatever it says, unless it is all ASCII: that may be ISO-2022.
            text = data.decode(declared if data.isascii() else "utf-8")
        except UnicodeDecodeError:
            text = data.decode(declared, "replace")
    else:
        text = verbatim(data, file).text
    return text.replace("\r\n", "\n").replace("\r", "\n")


# <meta charset="utf-8">   <meta http-equiv=Content-Type content="text/html; charset=ISO-8859-1">   <?xml … encoding='…'?>
_DECLARED = re.compile(
    rb"<(?:meta\b[^<>]{0,300}?charset\s*=|\?xml[^<>]{0,100}?encoding\s*=)\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_SEARCHED = 4096
# Of Python's codecs those that pages are written in; `hex` and `utf-7` are none.
_OF_PAGES = re.compile(r"utf-(?:8|16.*)|ascii|(?:cp|iso|koi8|gb|hz|big5|shift_jis|euc_|mac|tis).*")
# What pages call one thing and mean another by: https://encoding.spec.whatwg.org/#names-and-labels
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
          "euc_kr": "cp949", "iso8859-9": "cp1254", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8"}  # fmt: skip


def declared_encoding(data: bytes) -> str:
    """Python's name of the encoding that a page declares for itself; `""` when it declares none, or one we do not know."""
    found = _DECLARED.search(data[:_SEARCHED])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except (LookupError, UnicodeDecodeError):
        return ""
    return _MEANT.get(name, name) if _OF_PAGES.fullmatch(name) else ""
