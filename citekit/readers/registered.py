"""The readers of BibTeX, JSON records, lists of identifiers, web pages, PDFs, Word documents and plain text, as `Reader` values.

Each module is imported when it is needed: one who reads BibTeX pays neither for PDFs nor for the label model.
"""

from __future__ import annotations

import re

from citekit.formats import Input, Reader
from citekit.model import Library


def _is_bibtex(given: Input) -> bool:
    """A file that is called .bib is BibTeX where anything of it is in BibTeX's notation, or it holds no references in any other."""
    from citekit.readers import bibtex

    if given.suffix != ".bib":
        return bibtex.looks_like(given.text)
    return _NOTATION.search(given.text) is not None or not _read_text(given).references


_NOTATION = re.compile(r"^\s*(?:@\s*\w+\s*[{(]|\w+\s*=\s*[{\"]|%(?![\w@!?()*$&[\]>-] )|\w+\s*\{)", re.MULTILINE)


def _read_bibtex(given: Input) -> Library:
    from citekit.readers import bibtex

    return bibtex.read_kept(given.verbatim, given.file)


def _is_identifiers(given: Input) -> bool:
    from citekit.readers import identifiers

    return identifiers.looks_like(given.text)


def _read_identifiers(given: Input) -> Library:
    from citekit.readers import identifiers

    return identifiers.read(given.text, given.file)


def _is_records(given: Input) -> bool:
    from citekit.readers import records

    return records.looks_like(given.text)


def _read_records(given: Input) -> Library:
    from citekit.readers import records

    return records.read(given.text, given.file, given.tell)


def _is_html(given: Input) -> bool:
    from citekit.readers import html

    return html.looks_like(given.text)


def _read_html(given: Input) -> Library:
    from citekit.readers import html

    return html.read(given.text, given.file, given.tell)


def _is_pdf(given: Input) -> bool:
    if b"%PDF-" not in given.data[:1024]:
        return False
    from citekit.readers import pdf

    return pdf.looks_like(given.data)


def _read_pdf(given: Input) -> Library:
    from citekit.readers import pdf

    return pdf.read(given.data, given.file, given.tell)


def _is_docx(given: Input) -> bool:
    if not given.data.startswith(b"PK"):
        return False
    from citekit.readers import docx

    return docx.looks_like(given.data)


def _read_docx(given: Input) -> Library:
    from citekit.readers import docx

    return docx.read(given.data, given.file, given.tell)


def _read_text(given: Input) -> Library:
    from citekit.readers.text import reader

    return reader.read(given.text, given.file, tell=given.tell)


BIBTEX = Reader("bibtex", "BibTeX and biblatex", (".bib", ".bibtex", ".biblatex"), _is_bibtex, _read_bibtex)
IDENTIFIERS = Reader(
    "identifiers", "DOIs, PMIDs, PMCIDs, arXiv numbers", (".txt", ".csv"), _is_identifiers, _read_identifiers
)
RECORDS = Reader("records", "records as JSON", (".jsonl", ".json", ".ndjson"), _is_records, _read_records)
HTML = Reader("html", "a web page", (".html", ".htm", ".xhtml"), _is_html, _read_html)
PDF = Reader("pdf", "PDF", (".pdf",), _is_pdf, _read_pdf)
DOCX = Reader("docx", "a Word document", (".docx",), _is_docx, _read_docx)
TEXT = Reader("text", "any text with references in it", (".txt",), lambda given: True, _read_text)
