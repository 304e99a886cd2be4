"""A LaTeX source with all that it takes in: what it cites, and which `.bib` files it names.

It is read as text and never run (see `citekit.latex`); comments and listings do not count.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from citekit.acyclic import acyclic
from citekit.errors import InputError
from citekit.latex import cited
from citekit.latex.visible import visible
from citekit.readers.paper.gathering import Gathering, Part
from citekit.readers.paper.paper import Paper
from citekit.readers.paper.text import Lines

_IN_BRACKETS = r"[^\[\]{}]*(?:\{[^{}]*\}[^\[\]{}]*)*"
_COMMAND = re.compile(
    rf"""
    \\(?P<name>
        input | include | InputIfFileExists | subfile(?:include)? | (?P<in_folder> (?:sub)?(?:import|inputfrom|includefrom) )
      | addbibresource | addglobalbib | addsectionbib | (?P<lists> (?:no)?bibliography[A-Za-z]* ) | putbib
      | nocite[A-Za-z]* | newcites | defbibentryset | documentclass | usepackage | RequirePackage
    )(?![A-Za-z@])\*?\s*
    (?: \[(?P<options>{_IN_BRACKETS})\]\s* )?
    (?: \{{(?P<argument>[^{{}}]*)\}} (?(in_folder) \s*\{{(?P<second>[^{{}}]*)\}} | ) )?
    """,
    re.VERBOSE,
)
_BARE_NAME = re.compile(r"[^\s{}\[\\%#]+")  # \input chapter
_COMMENT = re.compile(r"%+\n?[ \t]*")
_MADE = re.compile(r"[\\#]")
_GLOB = re.compile(r"\bglob\b(?!\s*=\s*false)")

_RESOURCES = ("addbibresource", "addglobalbib", "addsectionbib")
_OF_TEX = frozenset("glyphtounicode epsf xy xypic ulem cyrillic pstricks".split())  # what TeX itself brings along


def read(text: str, file: str) -> Paper:
    """Reads a source. What it takes in and what is not there is a problem. Raises `InputError` for what is no LaTeX."""
    if not re.search(r"\\[A-Za-z]", text):
        raise InputError(file, "is no LaTeX source" if text.strip() else "is empty")
    source = _Source(Gathering(file))
    with acyclic():
        source.gathering.go_through(text, source.parts)
    return source.paper()


@dataclass(slots=True)
class _Source:
    """Sources as they are read, each once. `sets` are what `\\defbibentryset` makes, `lists` the bibliographies of multibib."""

    gathering: Gathering
    sets: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=lambda: {""})

    def paper(self) -> Paper:
        for key in self.sets:
            self.gathering.keys.pop(key, None)
        return self.gathering.paper()

    def parts(self, text: str, file: str) -> Iterator[Part]:
        """Goes through a source; gives text and name of each that it takes in, at its place."""
        lines, shown = Lines(text), visible(text)
        keys = iter(cited(text))
        key = next(keys, None)
        for found in _COMMAND.finditer(shown):
            while key and key.offset < found.start():
                self.gathering.cite(key.key, file, key.line)
                key = next(keys, None)
            yield from self._command(found, shown, file, lines.of(found.start()))
        while key:
            self.gathering.cite(key.key, file, key.line)
            key = next(keys, None)

    def _command(self, found: re.Match[str], text: str, file: str, line: int) -> Iterator[Part]:
        name, options = found["name"], found["options"] or ""
        argument = _COMMENT.sub("", found["argument"] or "").strip()
        if name in ("usepackage", "RequirePackage"):
            self.gathering.biblatex |= "biblatex" in (each.strip() for each in argument.split(","))
        elif name in _RESOURCES:
            self.gathering.biblatex = True
            self._bibliographies(argument, file, line, suffix="", pattern=bool(_GLOB.search(options)))
        elif name == "putbib":
            self._bibliographies(options, file, line)
        elif found["lists"]:
            self._bibliography(name, argument, file, line)
        elif name.startswith("nocite"):
            self.gathering.everything |= "*" in (each.strip() for each in argument.split(","))
        elif name == "newcites":
            self.lists |= {each.strip() for each in argument.split(",")}
        elif name == "defbibentryset":
            self.sets.add(argument)
        elif name == "documentclass":
            if argument == "subfiles" and file == self.gathering.file:
                self._main(options.strip(), file, line)
        else:
            bare = _BARE_NAME.match(text, found.end()) if name == "input" and found["argument"] is None else None
            second = _COMMENT.sub("", found["second"] or "").strip()
            path = os.path.join(argument, second) if found["in_folder"] else argument
            yield from self._included(name, bare[0] if bare else path, file, line)

    def _bibliography(self, name: str, argument: str, file: str, line: int) -> None:
        """`\\bibliography{refs}`, `\\bibliographystyle{plain}`; with multibib also `\\bibliographyown{refs}`."""
        kind = name.removeprefix("no").removeprefix("bibliography")
        if kind.removeprefix("style") in self.lists and kind.startswith("style"):
            self.gathering.style = self.gathering.style or argument
        elif kind in self.lists:
            self._bibliographies(argument, file, line)

    def _bibliographies(self, names: str, file: str, line: int, *, suffix: str = ".bib", pattern: bool = False) -> None:
        named = [name for each in names.split(",") if not _MADE.search(name := self._with_job(each))]
        self.gathering.add_bibliographies(named, file, line, suffix=suffix, pattern=pattern)

    def _with_job(self, name: str) -> str:
        return name.replace("\\jobname", os.path.splitext(os.path.basename(self.gathering.file))[0])

    def _included(self, command: str, name: str, file: str, line: int) -> Iterator[Part]:
        name = self._with_job(name).strip('"')
        if name and not _MADE.search(name):
            needed = command != "InputIfFileExists" and name.removesuffix(".tex") not in _OF_TEX
            yield from self.gathering.part(name, ".tex", "TEXINPUTS", file, line, needed=needed)

    def _main(self, name: str, file: str, line: int) -> None:
        """What the main document of a subfile names: `\\documentclass[../main]{subfiles}`."""
        for text, path in self.gathering.part(name, ".tex", "TEXINPUTS", file, line):
            lines, shown = Lines(text), visible(text)
            for found in _COMMAND.finditer(shown):
                if found["name"] in _RESOURCES or found["name"] in ("newcites", "usepackage") or found["lists"]:
                    for _ in self._command(found, shown, path, lines.of(found.start())):
                        pass
