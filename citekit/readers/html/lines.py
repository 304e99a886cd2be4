"""HTML → what a reader of the page sees, line by line, with the marks that tell lists and items, and its metadata.

A line is the text of a block element, or the part of it between two others. All text that is shown stands in a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from citekit.readers.html.links import is_link_label
from citekit.readers.html.marks import BLOCKS, ITEMS, LISTS, holds_references, is_hidden, is_one_reference
from citekit.readers.html.page import COINS_MARK, Kind, Line, Meta, Page, Span
from citekit.readers.html.tree import walk


def take_apart(text: str) -> Page:
    """Reads any HTML. Never raises."""
    builder = _Builder()
    walk(text, builder)
    builder.end_line()
    builder.page.spans.sort(key=lambda span: (span.start, -span.stop))
    return builder.page


_INVISIBLE = re.compile("[\u00ad\u200b\ufeff]")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_AS_WRITTEN = frozenset({"pre", "textarea"})
_APART = {"br": "\n", "td": " ", "th": " ", "img": " "}
_LONGEST_LABEL = 30


@dataclass(slots=True)
class _Element:
    """An element that has begun: at which line, and at which piece of the line's text."""

    kinds: tuple[Kind, ...]
    start: int
    piece: int


@dataclass(slots=True)
class _Builder:
    """Receives the page and makes lines of it."""

    page: Page = field(default_factory=Page)
    open: list[_Element] = field(default_factory=list)
    hidden: int = 0  # how many elements deep we are in what is not shown
    as_written: int = 0
    level: int = 0
    term: int | None = None  # the first line of the <dt> before this place
    script: Meta | None = None
    # The line that is being made.
    pieces: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    coins: list[str] = field(default_factory=list)
    number: int = 0
    begun: bool = False

    def start(self, tag: str, attributes: Mapping[str, str], line: int) -> None:
        self._note(tag, attributes, line)
        if self.hidden or is_hidden(tag, attributes):
            self.hidden += 1
            return
        if tag in BLOCKS:
            self.end_line()
        if not self.begun:
            self.number = line
        if tag in _APART:
            self.pieces.append(_APART[tag])
        self.as_written += tag in _AS_WRITTEN
        self.level = _HEADINGS.get(tag, self.level)
        self.links += [link for name in ("href", "data-doi") if (link := attributes.get(name, ""))]
        start = len(self.page.lines)
        if tag == "dt":
            self.term = start
        elif tag == "dd":
            start = self._with_term(start)
        self.open.append(_Element(_kinds(tag, attributes), start, len(self.pieces)))

    def data(self, text: str) -> None:
        if self.script is not None:
            self.script = replace(self.script, content=self.script.content + text)
        if self.hidden or not text:
            return
        words = text.lstrip()
        if words and not self.begun:
            self.begun = True
            self.number += text.count("\n", 0, len(text) - len(words))
        text = text.replace(COINS_MARK, " ")
        self.pieces.append(text if self.as_written else text.replace("\n", " "))

    def end(self, tag: str) -> None:
        if self.script is not None:
            self.page.json_ld.append(self.script)
            self.script = None
        if self.hidden:
            self.hidden -= 1
            return
        element = self.open.pop()
        if tag == "a" and is_link_label(_on_one_line("".join(self.pieces[element.piece :]))):
            del self.pieces[element.piece :]
        if tag in BLOCKS:
            self.end_line(element.start)
        if tag in _HEADINGS:
            self.level = 0
        self.as_written -= tag in _AS_WRITTEN
        stop = len(self.page.lines)
        self.page.spans += [Span(kind, element.start, stop) for kind in element.kinds if element.start < stop]

    def end_line(self, start: int | None = None) -> None:
        """Makes a line of the text since the last one. Links without text of their own belong to the line before when that
        is in the same element, which began at the line `start`."""
        text = "\n".join(filled for part in "".join(self.pieces).split("\n") if (filled := _on_one_line(part)))
        lines = self.page.lines
        if text:
            lines.append(Line(text, self.number, self.level, tuple(self.links), tuple(self.coins)))
            self.links, self.coins = [], []
        elif self.links and start is not None and start < len(lines):
            lines[-1] = replace(lines[-1], links=(*lines[-1].links, *self.links))
            self.links = []
        self.pieces, self.begun = [], False
        for element in reversed(self.open):
            if not element.piece:
                break
            element.piece = 0

    def _note(self, tag: str, attributes: Mapping[str, str], line: int) -> None:
        """Metadata, shown or not."""
        if tag == "meta":
            name = attributes.get("name") or attributes.get("property") or ""
            content = _on_one_line(attributes.get("content", ""))
            if name and content:
                self.page.metas.append(Meta(name.strip().lower(), content, line))
        elif tag == "script" and "ld+json" in attributes.get("type", "").lower():
            self.script = Meta("json-ld", "", line)
        elif "Z3988" in attributes.get("class", "").split() and attributes.get("title"):
            self.pieces.append(COINS_MARK)
            self.coins.append(attributes["title"])

    def _with_term(self, start: int) -> int:
        """The line where a definition starts: its term's, unless that is a mere label."""
        if self.term is None:
            return start
        term, self.term = self.term, None
        lines = self.page.lines[term:start]
        if sum(len(line.text) for line in lines) > _LONGEST_LABEL:
            return term
        self.page.lines[term:start] = [replace(line, label=True) for line in lines]
        return start


def _on_one_line(text: str) -> str:
    return " ".join(_INVISIBLE.sub("", text).split())


def _kinds(tag: str, attributes: Mapping[str, str]) -> tuple[Kind, ...]:
    return tuple(_each_kind(tag, attributes))


def _each_kind(tag: str, attributes: Mapping[str, str]) -> Iterator[Kind]:
    if tag == "footer":
        yield "footer"
    if holds_references(tag, attributes):
        yield "region"
    if tag in LISTS:
        yield "list"
    if tag in ITEMS:
        yield "item"
    elif is_one_reference(tag, attributes):
        yield "named item"
