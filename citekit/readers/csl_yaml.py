"""CSL-YAML → `Library`: the bibliographies of pandoc, in a file of their own or in the metadata of a Markdown document.

    references:
    - id: doe2009
      type: article-journal
      title: On *things*
      author:
      - family: Doe
        given: Jane
      issued: 2009-06-04

https://pandoc.org/MANUAL.html#specifying-bibliographic-data. Strings are Markdown there. A list without `references:` is read, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from citekit.acyclic import acyclic
from citekit.errors import InputError
from citekit.exchange.csl.markdown import in_strings, to_markup
from citekit.exchange.csl.types import TYPES
from citekit.formats import Input, Reader
from citekit.model import Library
from citekit.readers.csl_json import Reading
from citekit.readers.yaml import Node, YamlError, documents

FORMAT = "csl-yaml"

_MARK = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_REFERENCES = re.compile(r"^(?P<key>[\"']?references[\"']?:)[ \t]*(?:#[^\n]*)?(?=\n|\[)", re.MULTILINE)
_MEMBER = re.compile(r"\s*(?:#[^\n]*\n\s*)*(?:\[|-[ \t]+(?:[&!]\S+[ \t\n]+)*(?:[\"']?[\w-]+[\"']?:|\{))")
_A_LIST = re.compile(r"\s*(?:#[^\n]*\n\s*)*-[ \t]+[\"']?[\w-]+[\"']?:")
_OF_CSL = re.compile(
    rf"^(?:-[ \t]+|[ \t]+)(?:type:[ \t]*[\"']?(?:{'|'.join(sorted(TYPES, key=len, reverse=True))})\b|(?:issued|container-title):)",
    re.MULTILINE,
)
_CITATION_FILE = re.compile(r"^cff-version:", re.MULTILINE)  # CITATION.cff has references of its own
_DASH = re.compile(r"^([ \t]*)-(?=[ \t\n])", re.MULTILINE)


class _Part(NamedTuple):
    """A stretch of YAML in the text that holds references: where it stands, and where the list begins in it."""

    start: int
    end: int
    at: int


def recognise(given: Input) -> bool:
    """Is there a list of CSL items in YAML?"""
    text = given.head if given.suffix not in (".md", ".markdown", ".qmd", ".rmd", ".yaml", ".yml") else given.text
    return "\0" not in text[:100] and next(_parts(text), None) is not None


def _parts(text: str) -> Iterator[_Part]:
    """The YAML between `---` and `---` or `...` that has a list of references; without such lines the whole text."""
    if "references" not in text and not _A_LIST.match(text.removeprefix("---")):
        return
    marks = [
        (0, 0, "---"),
        *((found.start(), found.end(), found[0].strip()) for found in _MARK.finditer(text)),
        (len(text), 0, ""),
    ]
    for (_, start, mark), (end, _, _) in pairwise(marks):
        if mark != "---" or _CITATION_FILE.search(text, start, end):
            continue
        found = _REFERENCES.search(text, start, end)
        if found and _MEMBER.match(text, found.end(), end):
            yield _Part(start, end, found.end())
        elif _A_LIST.match(text, start, end) and _OF_CSL.search(text, start, end):
            yield _Part(start, end, start)


def read(given: Input) -> Library:
    """Reads every item of every list. An item that is no YAML, or no mapping, becomes a `failed` block and a problem.

    Raises `InputError` where there is no list of references.
    """
    parts = list(_parts(given.text))
    if not parts:
        raise InputError(given.file, "no list of references in YAML: neither `references:` nor a list of items")
    reading = Reading(given.file, FORMAT)
    with acyclic():
        for part in parts:
            _read_part(given.text, part, reading)
    given.tell("reading references", len(given.text), len(given.text))
    return reading.library()


def _read_part(text: str, part: _Part, reading: Reading) -> None:
    yaml = text[part.start : part.end]
    line = text.count("\n", 0, part.start) + 1
    try:
        members = [each for document in documents(yaml, line) for each in _members(document)]
    except YamlError:
        _read_pieces(text, part, reading)
        return
    for node in members:
        _add(node, yaml[node.start : node.end].rstrip(), reading)


def _members(document: Node) -> list[Node]:
    return document.members or next((node.members for key, node in document.pairs if key == "references"), [])


def _read_pieces(text: str, part: _Part, reading: Reading) -> None:
    """Reads a broken list item by item, each from its dash to the next at the same indent."""
    first = _DASH.search(text, part.at, part.end)
    if first is None:
        reading.fail("left out: no YAML", text[part.at : part.end].strip(), text.count("\n", 0, part.at) + 1)
        return
    dashes = re.compile(rf"^{first[1]}-(?=[ \t\n])|^(?=[^\s#-])", re.MULTILINE)
    starts = [found.start() for found in dashes.finditer(text, first.start(), part.end)]
    line, counted = 1, 0
    for start, end in zip(starts, [*starts[1:], part.end], strict=True):
        line, counted = line + text.count("\n", counted, start), start
        piece = text[start:end]
        if not piece.startswith(f"{first[1]}-"):
            return  # another key of the metadata
        try:
            for document in documents(piece, line):
                for node in document.members:
                    _add(node, piece[node.start : node.end].rstrip(), reading)
        except YamlError as error:
            reading.fail(f"left out: no YAML; {error} in line {error.line}", piece.strip(), line)


def _add(node: Node, text: str, reading: Reading) -> None:
    said = node.plain()
    reading.add(in_strings(said, to_markup) if isinstance(said, dict) else said, text, node.line)


READER = Reader(FORMAT, "CSL-YAML, as pandoc reads it", (".yaml", ".yml"), recognise, read)
