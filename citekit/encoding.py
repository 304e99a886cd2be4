"""Bytes of a text file → text."""

from __future__ import annotations

import codecs
import re

from citekit.errors import InputError

_SIGNATURES = {b"%PDF": "a PDF", b"PK\x03\x04": "a zip archive (odt, epub?); give its text",
               b"\x1f\x8b": "compressed with gzip; unpack it first", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture"}  # fmt: skip
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes, file: str) -> str:
    """UTF-8, UTF-16 with a byte order mark, else what an HTML page says it is, else Windows-1252 (which holds Latin-1).

    Line ends become `\\n`. Raises `InputError` for a binary file; `file` is the name to report it by.
    """
    kind = next((said for head, said in _SIGNATURES.items() if data.startswith(head)), None)
    if kind:
        raise InputError(file, f"not text but {kind}")
    mark = next((name for head, name in _BYTE_ORDER_MARKS if data.startswith(head)), None)
    if mark is None and b"\0" in data:
        raise InputError(file, "not text but a binary file")
    text = _decoded(data, mark)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, mark: str | None) -> str:
    declared = "" if mark else declared_encoding(data)
    try:
        # What reads as UTF-8 is UTF-8, whatever it says, unless it is all ASCII: that may be ISO-2022.
        return data.decode(declared if declared and data.isascii() else mark or "utf-8")
    except UnicodeDecodeError:
        if declared:
            return data.decode(declared, "replace")
        # A few bytes have no meaning in Windows-1252; Latin-1 takes them all.
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return data.decode("latin-1")


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
