"""Formats that pybtex writes with us (entry points `pybtex.database.output`)."""

from __future__ import annotations

import warnings
from typing import Any

from pybtex.database import BibliographyData
from pybtex.database.output import BaseWriter
from pybtex.exceptions import PybtexError

from citekit import writers
from citekit.errors import CitekitError
from citekit.model import Library
from citekit.pybtex_plugins.entries import reference_of


class BibtexWriter(BaseWriter):  # type: ignore[misc]
    r"""BibTeX as citekit writes it: `50\%` stays `50\%`, where pybtex's own writer makes `50\\%` of it.

    The base of the others, too: what a format has no place for is a warning, once for each field, and all is UTF-8.
    """

    form = "bibtex"

    def write_stream(self, bib_data: BibliographyData, stream: Any) -> None:
        references = tuple(reference_of(entry) for entry in bib_data.entries.values())
        try:
            written = writers.named(self.form).write(Library(references))
        except CitekitError as error:
            raise PybtexError(str(error)) from error
        stream.write(written.data)
        for problem in written.problems:
            warnings.warn(str(problem), stacklevel=2)


class RisWriter(BibtexWriter):
    """RIS."""

    form = "ris"


class CslJsonWriter(BibtexWriter):
    """CSL-JSON."""

    form = "csl-json"
