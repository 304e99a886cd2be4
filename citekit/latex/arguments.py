"""The arguments behind a command: where its brackets and braces close, and what may stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citekit.latex.visible import COMMENT

_DELIMITER = re.compile(r"\\.|[{}\[\]()<>]", re.DOTALL)
_KINDS = {"]": 0, ")": 1, ">": 2}
_OPENING = {"[": 0, "(": 1, "<": 2}

# Between arguments TeX skips blanks and comments, but not an empty line. Two line ends without a comment make one.
_GAP = re.compile(rf"[ \t]*(?:(?:\r\n?|\n)[ \t]*)?(?:{COMMENT}+(?:\r\n?|\n)[ \t]*)*")


@dataclass(frozen=True, slots=True)
class Closings:
    """What closes what: the place of an opening mark → the place of the closing one. What is never closed is missing.

    `first` is how LaTeX reads: braces nest, and a bracket ends at the first closing one between the same braces, so that
    in `[see $[0,1)$]` the `]` behind the `$` ends the argument. `nested` has the square brackets that nest.
    """

    first: Mapping[int, int]
    nested: Mapping[int, int]

    def end(self, text: str, place: int) -> int | None:
        """Where the argument that opens here closes.

        Brackets that nest win where another argument follows, although LaTeX itself takes `\\cite[see \\cite[3]{b}]{a}`
        apart: whoever writes that means it so.
        """
        nested = self.nested.get(place)
        if nested is not None and text.startswith(("[", "{"), after_gap(text, nested + 1)):
            return nested
        return self.first.get(place)


def closings(text: str) -> Closings:
    """Matches the delimiters of a text in time in proportion to its length."""
    first: dict[int, int] = {}
    nested: dict[int, int] = {}
    waiting: list[list[int]] = [[], [], []]  # places of [ ( < that nothing has closed yet, by kind
    open_brackets: list[int] = []
    braces: list[tuple[int, tuple[int, ...]]] = []  # the place of each { and how many were waiting before it
    for match in _DELIMITER.finditer(text):
        mark, place = match[0], match.start()
        floors = braces[-1][1] if braces else (0, 0, 0, 0)
        if mark in _OPENING:
            waiting[_OPENING[mark]].append(place)
            if mark == "[":
                open_brackets.append(place)
        elif mark in _KINDS:
            kind = _KINDS[mark]
            first.update((start, place) for start in waiting[kind][floors[kind] :])
            del waiting[kind][floors[kind] :]
            if mark == "]" and len(open_brackets) > floors[3]:
                nested[open_brackets.pop()] = place
        elif mark == "{":
            braces.append((place, (*map(len, waiting), len(open_brackets))))
        elif mark == "}" and braces:
            first[braces.pop()[0]] = place
            for places, floor in zip((*waiting, open_brackets), floors, strict=True):
                del places[floor:]
    return Closings(first, nested)


def after_gap(text: str, place: int) -> int:
    """Where the next argument would begin."""
    match = _GAP.match(text, place)
    assert match is not None
    return match.end()


def groups(text: str, place: int, closing: Closings, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The insides of the `{…}` that follow each other from here on, whatever `[…]` and `<…>` stand before them.

    Ends where something else stands, as in `\\cite{a}.`, and where an argument is another command's already: `taken` has
    the places where those open, and gets those of this one.
    """
    place = after_gap(text, place)
    if text.startswith("*", place):
        place = after_gap(text, place + 1)
    while text.startswith(("{", "[", "<"), place) and place not in taken:
        end = closing.end(text, place)
        if end is None:
            return
        taken.add(place)
        if text[place] == "{":
            yield place + 1, end
        place = after_gap(text, end + 1)


def after_parentheses(text: str, place: int, closing: Closings) -> int:
    """Behind the notes that a multicite command may have in round brackets: `\\cites(see)(and others)[35]{key}`."""
    for _ in range(2):
        start = after_gap(text, place)
        end = closing.end(text, start) if text.startswith("(", start) else None
        place = place if end is None else end + 1
    return place
