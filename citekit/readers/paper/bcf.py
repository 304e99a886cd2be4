"""The control file that biblatex writes for biber: XML (the manual of biber has its schema, `bcf.rng`).

`<bcf:citekey order="1">smith2009</bcf:citekey>` is a citation, `<bcf:citekey type="set" members="a,b">` a set that the
paper makes, `<bcf:datasource datatype="bibtex">refs.bib</bcf:datasource>` a bibliography; each section has its own. The document is read
by expat and may have no document type, so that nothing is expanded and no address asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from citekit.errors import InputError
from citekit.readers.paper.gathering import Gathering
from citekit.readers.paper.paper import Paper

_ROOT = "controlfile"
_CUT_OFF = {
    expat.errors.XML_ERROR_NO_ELEMENTS,
    expat.errors.XML_ERROR_UNCLOSED_TOKEN,
    expat.errors.XML_ERROR_PARTIAL_CHAR,
}


class _Refused(Exception):
    """Why a document is not read further."""


def read(data: bytes, file: str) -> Paper:
    """What all sections cite. Raises `InputError` for what is no control file, or not all of one."""
    control = _Control(Gathering(file, biblatex=True))
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def start(tag: str, attributes: dict[str, str]) -> None:
        control.start(tag.rpartition(" ")[2], attributes, parser.CurrentLineNumber)

    def end(tag: str) -> None:
        control.end(tag.rpartition(" ")[2])

    def refuse(*_: object) -> NoReturn:
        raise _Refused("has a document type, which no .bcf file has")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = control.text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise InputError(file, _why(error, data)) from None
    except _Refused as error:
        raise InputError(file, str(error)) from None
    return control.gathering.paper()


def _why(error: expat.ExpatError, data: bytes) -> str:
    said = expat.ErrorString(error.code)
    if not data.strip():
        return "is empty: LaTeX stopped before it wrote anything; run it again"
    if said in _CUT_OFF:
        return f"ends in line {error.lineno}, before its end: LaTeX stopped; run it again"
    return f"cannot be read in line {error.lineno} ({said}); run LaTeX again"


@dataclass(slots=True)
class _Control:
    """The document as it goes by. `sets` are those that the paper itself makes, with the keys in them."""

    gathering: Gathering
    sets: dict[str, list[str]] = field(default_factory=dict)
    is_root: bool = True
    attributes: Mapping[str, str] = field(default_factory=dict)
    line: int = 0
    words: list[str] | None = None

    def start(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        if self.is_root and name != _ROOT:
            raise _Refused("is no control file of biblatex")
        self.is_root = False
        if name in ("citekey", "datasource"):
            self.attributes, self.line, self.words = attributes, line, []

    def text(self, words: str) -> None:
        if self.words is not None:
            self.words.append(words)

    def end(self, name: str) -> None:
        if self.words is None:
            return
        said, self.words = "".join(self.words).strip(), None
        file = self.gathering.file
        if name == "datasource":
            pattern = self.attributes.get("glob") == "true"
            self.gathering.add_bibliographies([said], file, self.line, suffix="", pattern=pattern)
        elif self.attributes.get("type") == "set":
            self.sets[said] = self.attributes.get("members", "").split(",")
        else:
            for key in self.sets.get(said, [said]):
                self.gathering.cite(key, file, self.line)
