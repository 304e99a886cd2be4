"""Formats that pybtex reads with us (entry points `pybtex.database.input`)."""

from __future__ import annotations

from typing import Any

from pybtex.database.input import BaseParser
from pybtex.errors import report_error
from pybtex.exceptions import PybtexError
from pybtex.io import get_default_encoding

from citekit import readers
from citekit.errors import CitekitError
from citekit.keys import assign_keys
from citekit.model import Library, Problem
from citekit.normalise import normalise
from citekit.pybtex_plugins.entries import entry_of


class CitekitParser(BaseParser):  # type: ignore[misc]
    """Anything that citekit reads, told by its content: pages, PDFs, Word documents, lists, exports of databases.

    What cannot be read is reported as pybtex reports its own: an exception in strict mode, else a line on standard error.
    An encoding that is given is believed; else citekit finds it out.
    """

    default_suffix = ".txt"
    form = ""

    def parse_stream(self, stream: Any) -> Any:
        data = stream.read()
        try:
            if isinstance(data, bytes) and self.encoding != get_default_encoding():
                data = data.decode(self.encoding)
            read = readers.from_bytes if isinstance(data, bytes) else readers.from_text
            self._take(read(data, str(self.filename), form=self.form))
        except CitekitError as error:
            raise PybtexError(str(error).removeprefix(f"{self.filename}: "), filename=str(self.filename)) from error
        return self.data

    def _take(self, library: Library) -> None:
        for reference in assign_keys([normalise(each) for each in library])[0]:
            self.data.add_entry(reference.key, entry_of(reference))
        for problem in library.problems:
            report_error(_error(problem))


def _error(problem: Problem) -> PybtexError:
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    return PybtexError(problem.message, filename=place or None)


class RisParser(CitekitParser):
    """RIS."""

    default_suffix = ".ris"
    form = "ris"


class NbibParser(CitekitParser):
    """PubMed's nbib (MEDLINE)."""

    default_suffix = ".nbib"
    form = "nbib"


class CslJsonParser(CitekitParser):
    """CSL-JSON."""

    default_suffix = ".json"
    form = "csl-json"
