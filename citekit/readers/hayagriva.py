"""Hayagriva YAML → `Library`: the bibliographies of Typst, a mapping of keys to entries.

    harry:
        type: Book
        title: Harry Potter and the Order of the Phoenix
        author: Rowling, J. K.
        date: 2003-06-21

https://github.com/typst/hayagriva/blob/main/docs/file-format.md
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.acyclic import acyclic
from citekit.errors import InputError
from citekit.exchange.hayagriva import from_entry
from citekit.exchange.hayagriva.tables import TYPES
from citekit.formats import Input, Reader
from citekit.model import Block, Library, Origin, Problem, Reference
from citekit.readers.yaml import Node, YamlError, documents

FORMAT = "hayagriva"

_KEY = re.compile(
    r"^(?![ \t#]|---|\.\.\.)(?:\"[^\"\n]+\"|'[^'\n]+'|[^\s\"'#\[{-][^\n]*?|-[^\s-][^\n]*?)[ \t]*:[ \t]*(?=\n|#|&|\{)",
    re.MULTILINE,
)
_TYPE = re.compile(
    rf"^([ \t]+)type[ \t]*:[ \t]*[\"']?(?:{'|'.join(sorted(TYPES, key=len, reverse=True))})[\"']?[ \t]*(?:#[^\n]*)?$",
    re.MULTILINE | re.IGNORECASE,
)
_FLOW = re.compile(rf"\{{[^\n]*?\btype[ \t]*:[ \t]*[\"']?(?:{'|'.join(TYPES)})\b", re.IGNORECASE)
_MORE = re.compile(
    r"^[ \t]+(?:title|author|editor|affiliated|date|parent|serial-number|page-range|publisher)[ \t]*:", re.MULTILINE
)
_FIRST_CHILD = re.compile(r"[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]+)(?=[^\s#-])")
_TRIED = 5  # entries: the first may lack its type


def recognise(given: Input) -> bool:
    """Is this a mapping of keys to mappings of which one has a type of Hayagriva's and something that works have?"""
    head = given.head
    body = re.sub(r"\A(?:[ \t]*(?:#[^\n]*|---[ \t]*)?\n)+", "", head)
    found = list(_KEY.finditer(body))[: _TRIED + 1]
    if not found or found[0].start() != 0:
        return False
    ends = [each.start() for each in found[1:]] + [len(body)]
    return any(_is_entry(body[key.end() : end]) for key, end in list(zip(found, ends, strict=True))[:_TRIED])


def _is_entry(text: str) -> bool:
    if text.lstrip().startswith("{"):
        return _FLOW.match(text.lstrip()) is not None
    child = _FIRST_CHILD.match(text)
    own = (found for found in _TYPE.finditer(text) if child and found[1] == child[1])
    return next(own, None) is not None and _MORE.search(text) is not None


def read(given: Input) -> Library:
    """Reads every entry. One that is no YAML, or no mapping, becomes a `failed` block and a problem; a key that comes twice is a problem.

    Raises `InputError` where there is no mapping at all.
    """
    reading = _Reading(given.file)
    with acyclic():
        try:
            found = [
                (given.text, key, node) for document in documents(given.text) for key, node in _entries(document, given)
            ]
        except YamlError:
            found = list(_one_by_one(given.text, reading))
        for text, key, node in found:
            reading.add(key, node, text[node.start : node.end].rstrip())
    given.tell("reading references", len(given.text), len(given.text))
    reading.items.sort(
        key=lambda item: item.line if isinstance(item, Block) else item.origin.line if item.origin else 0
    )
    return Library(tuple(reading.items), tuple(reading.problems), given.file, FORMAT)


def _entries(document: Node, given: Input) -> tuple[tuple[str, Node], ...]:
    if document.value is not None and not isinstance(document.value, tuple):
        raise InputError(given.file, "no mapping of keys to entries")
    return document.pairs


def _one_by_one(text: str, reading: _Reading) -> Iterator[tuple[str, str, Node]]:
    """The entries of a broken file, each with the text that its node has its place in: from a line that is not indented to the next."""
    starts = [found.start() for found in re.finditer(r"^(?=[^\s#])", text, re.MULTILINE)]
    line, counted = 1, 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line, counted = line + text.count("\n", counted, start), start
        piece = text[start:end]
        try:
            pairs = [pair for document in documents(piece, line) for pair in document.pairs]
        except YamlError as error:
            reading.fail(f"left out: no YAML; {error} in line {error.line}", piece.strip(), line)
            continue
        yield from ((piece, key, node) for key, node in pairs)


class _Reading:
    """What has been read of a file so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.items: list[Reference | Block] = []
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}

    def add(self, key: str, node: Node, text: str) -> None:
        """Takes one entry."""
        if not isinstance(node.value, tuple):
            self.fail(f"left out: {key} is no entry but a single value", f"{key}: {text}", node.line)
            return
        count = len(self.lines) + 1
        origin = Origin(self.file, FORMAT, node.line, count, text, key)
        reference, problems = from_entry(key, node.plain(), origin)
        self.items.append(reference)
        self.problems += problems
        if key in self.lines:
            message = f"the key {key} also stands in line {self.lines[key]}"
            self.problems.append(Problem("duplicate-key", message, self.file, node.line, key))
        self.lines.setdefault(key, node.line)

    def fail(self, message: str, text: str, line: int) -> None:
        self.items.append(Block("failed", text, line))
        self.problems.append(Problem("syntax", message, self.file, line))


READER = Reader(FORMAT, "Hayagriva YAML, as Typst reads it", (".yaml", ".yml"), recognise, read)
