"""PDF → `Library`: the text of its pages, in reading order, as the text reader reads it."""

from __future__ import annotations

from dataclasses import replace

from citekit.errors import InputError
from citekit.model import Library, Origin, Progress, Reference, unheard
from citekit.readers.pdf.document import Document
from citekit.readers.pdf.layout import page_text
from citekit.readers.pdf.metadata import own_record
from citekit.readers.text import reader as text_reader

FORMAT = "PDF"

_HEAD = 1024  # PDF 1.7, appendix H.3: viewers accept a header anywhere within the first 1,024 bytes


def looks_like(data: bytes) -> bool:
    """`%PDF-` at the head; a mail or a web server may have put something before it."""
    return data.startswith(b"%PDF-") or (b"%PDF-" in data[:_HEAD] and b"\0" in data)


def read(data: bytes, file: str, tell: Progress = unheard) -> Library:
    """Reads a PDF. `Origin.line` counts lines of its text, of which each page ends in a form feed.

    Raises `InputError` for a PDF that is broken, asks for a password, or has no text (pictures of pages).
    """
    with Document(data, file) as document:
        pages = [page_text(lines) for lines in document.pages()]
        information = document.information()
    if not any(page.strip() for page in pages):
        raise InputError(
            file, "a PDF without text, perhaps pictures of pages; run it through OCR (ocrmypdf, say) and give that"
        )
    library = text_reader.read("\f".join(pages), file, FORMAT, tell)
    own = own_record(data, information, pages[0])
    if own is None or any(reference.origin and reference.origin.number == 0 for reference in library):
        return library
    origin = Origin(file, FORMAT, 1, 0, own.text)
    reference = Reference(own.type, origin=origin).with_fields(own.fields, origin)
    return replace(library, items=(reference, *library.items))
