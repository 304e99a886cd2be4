r"""The `.aux` file that LaTeX writes for BibTeX, and for itself.

Only lines that BibTeX looks at count, and those in which biblatex notes what is cited (`\abx@aux@cite{0}{key}`); those of natbib,
hyperref and the classes are passed over. Source: bibtex.web, part 8, *Reading the auxiliary file(s)*.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace

from citekit.errors import InputError
from citekit.readers.paper import bcf
from citekit.readers.paper.gathering import Gathering, Part
from citekit.readers.paper.paper import Paper
from citekit.readers.paper.text import Lines, bytes_of

_LINE = re.compile(
    r"^\\(?:(?P<command>citation|bibdata|bibstyle|@input)\{(?P<argument>[^}\n]*)\}"
    r"|abx@aux@(?:cite(?:\{\d+\})?\{(?P<key>[^}\n]*)\}|(?P<all>nociteall)|(?P<other>)))",
    re.MULTILINE,
)
_WRITTEN_BY_LATEX = re.compile(
    r"^\\(?:(?:relax|newlabel|@writefile|gdef|providecommand|bibcite)\b|citation\{|bibdata\{|abx@aux@)", re.MULTILINE
)


def read(text: str, file: str) -> Paper:
    """Reads an `.aux` and those that it takes in, as far as they go. Raises `InputError` for what is no `.aux`."""
    if not text.strip():
        raise InputError(file, "is empty: LaTeX stopped before it wrote anything; run it again")
    if not (_LINE.search(text) or _WRITTEN_BY_LATEX.search(text)):
        raise InputError(file, "is no .aux file of LaTeX")
    gathering = Gathering(file)
    asks_biber = _Aux(gathering).take(text)
    return _with_control_file(gathering.paper()) if asks_biber else gathering.paper()


class _Aux:
    """The lines of an `.aux`, and of those it takes in where it does so."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._bibdata = False

    def take(self, text: str) -> bool:
        """Takes all. Does biblatex ask biber for the bibliography?"""
        self._gathering.go_through(text, self._lines)
        return self._gathering.biblatex and not self._bibdata

    def _lines(self, text: str, file: str) -> Iterator[Part]:
        gathering, lines = self._gathering, Lines(text)
        for found in _LINE.finditer(text):
            line = lines.of(found.start())
            command, argument = found["command"], found["argument"] or ""
            gathering.biblatex = gathering.biblatex or not command or (command, argument) == ("bibstyle", "biblatex")
            if command == "@input":
                yield from gathering.part(argument, ".aux", "", file, line)
            elif command == "citation":
                for key in argument.split(","):
                    gathering.cite(key, file, line)
            elif command == "bibdata":
                self._bibdata = True
                gathering.add_bibliographies(argument.split(","), file, line)
            elif command == "bibstyle":
                gathering.style = gathering.style or argument
            elif found["key"] or found["all"]:
                gathering.cite(found["key"] or "*", file, line)
        if text and not text.endswith("\n"):
            said = "ends in the middle of a line: LaTeX stopped before the end; run it again"
            gathering.report("unfinished", said, file, lines.of(len(text)))


def _with_control_file(paper: Paper) -> Paper:
    """The paper as biblatex's control file beside it has it, which names the `.bib` files, too."""
    path = os.path.splitext(paper.file)[0] + ".bcf"
    try:
        control = bcf.read(bytes_of(path), path)
    except InputError as error:
        said = f"names no .bib file, since biblatex writes them to {path}; that one {error.reason}"
        gathering = Gathering(paper.file, problems=[*paper.problems])
        gathering.report("unfinished", said, paper.file)
        return replace(paper, problems=tuple(gathering.problems))
    return replace(control, file=paper.file, problems=(*paper.problems, *control.problems))
