"""Bytes → text → the same bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.encoding import decode, verbatim
from citekit.errors import InputError

PIECES = st.sampled_from(
    [b"@misc{a, title = {X}}", b"\n", b"\r\n", b"\r", "é".encode(), "Ł日本".encode(), b"\xe9", b"\x81", b"\xff", b"\xef\xbb\xbf", b"{", b"%"]
)  # fmt: skip


@given(st.lists(PIECES).map(b"".join))
def test_the_bytes_come_back(data):
    found = verbatim(data, "a.bib")
    assert found.data() == data
    assert len(found.text) == len(found.kept)
    found.text.encode()  # no half characters


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), st.sampled_from(["utf-8-sig", "utf-16"])
)
def test_marked_text_comes_back(text, encoding):
    data = text.encode(encoding)
    assert verbatim(data, "a.bib").data() == data


ENCODINGS = {
    "UTF-8": ("Größe", "Größe".encode()),
    "UTF-8 with a mark": ("Größe", "Größe".encode("utf-8-sig")),
    "UTF-16": ("Größe und mehr", "Größe und mehr".encode("utf-16")),
    "UTF-16 without a mark": ("Größe und mehr", "Größe und mehr".encode("utf-16-le")),
    "UTF-16, big end first, without a mark": ("Größe und mehr", "Größe und mehr".encode("utf-16-be")),
    "Latin-1": ("Größe", "Größe".encode("latin-1")),
    "Windows-1252": ("“Größe”", "“Größe”".encode("cp1252")),
    "two files in one": ("Größe Größe", "Größe ".encode() + "Größe".encode("latin-1")),
    "mixed": ("Größe Größe Größe é", "Größe Größe Größe ".encode() + b"\xe9"),
    "a page that says so": ("<meta charset=iso-8859-2>Łódź", "<meta charset=iso-8859-2>Łódź".encode("iso-8859-2")),
}


@pytest.mark.parametrize("kind", ENCODINGS)
def test_what_people_save(kind):
    text, data = ENCODINGS[kind]
    assert decode(data, "a.txt") == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n\0", "not text but a PDF"),
        (b"\x1f\x8b\x08\0", "compressed with gzip"),
        (b"\x7fELF\0\1\2\0\0\0\3", "not text but a binary file"),
        (b"\xff\xfea", "not UTF-16"),
    ],
)
def test_what_is_no_text(data, reason):
    with pytest.raises(InputError, match=reason):
        verbatim(data, "a.bib")
