"""Every citation key of a LaTeX source, with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citekit.latex.arguments import Closings, after_parentheses, closings, groups
from citekit.latex.commands import Form, form_of, form_of_environment
from citekit.latex.definitions import DEFINERS, own_forms
from citekit.latex.keys import Key, keys_in
from citekit.latex.visible import visible


@dataclass(frozen=True, slots=True)
class Cited:
    """A key in a source: `source[offset:offset + len(key)] == key`.

    `line` counts from 1. `command` is what cites it, as written: `\\cite`, `\\parencite*`, `\\begin{displaycquote}`.
    """

    key: str
    offset: int
    line: int
    command: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One pair of braces with keys in it; `place` is that of the command, which may have several."""

    command: str
    place: int
    keys: tuple[Key, ...]


_COMMAND = re.compile(r"\\(?:([A-Za-z@]+)(\*?)|.)", re.DOTALL)
_ENVIRONMENT = re.compile(r"[ \t]*\{([A-Za-z]+\*?)\}")
_TO_NAME = re.compile(r"[\s{*=%]*")


def cited(source: str) -> tuple[Cited, ...]:
    """Every key that a LaTeX source cites, in the order of the text; a key comes as often as it stands there.

    The `*` of `\\nocite{*}` is left out, and so are parameters (`#1`) and keys that a macro makes.
    """
    starts = line_starts(source)
    found = [
        Cited(key.text, key.start, bisect_right(starts, key.start), citation.command)
        for citation in citations(source)
        for key in citation.keys
    ]
    return tuple(sorted(found, key=lambda each: each.offset))


def line_starts(source: str) -> list[int]:
    """Where the lines begin, whichever way they end."""
    return [0, *(match.end() for match in re.finditer(r"\r\n?|\n", source))]


def citations(source: str) -> list[Citation]:
    """Every pair of braces that holds keys. Commands that the source itself defines as citing with a parameter, as in
    `\\newcommand{\\seealso}[1]{see also \\cite{#1}}`, cite as well. Takes time in proportion to the length."""
    text = visible(source)
    closing = closings(text)
    own = own_forms(text, closing, _uses(text, closing, {}))
    return [
        Citation(command, place, keys)
        for command, place, (start, end) in _uses(text, closing, own)
        if (keys := tuple(keys_in(text, start, end, closing)))
    ]


def _uses(text: str, closing: Closings, own: Mapping[str, Form]) -> Iterator[tuple[str, int, tuple[int, int]]]:
    """Every pair of braces where keys belong: the command, its place, the inside of the braces."""
    taken: set[int] = set()
    for command, place, end, form in _citing(text, own):
        if form.several:
            end = after_parentheses(text, end, closing)
        for number, inside in enumerate(groups(text, end, closing, taken)):
            if form.braces[number % len(form.braces)] == "k":
                yield command, place, inside
            if not form.several and number + 1 == len(form.braces):
                break


def _citing(text: str, own: Mapping[str, Form]) -> Iterator[tuple[str, int, int, Form]]:
    """The commands and environments that take keys: as written, where they begin and end, how they take them.

    The name that a definition gives (`\\renewcommand\\cite`, `\\let\\oldcite\\cite`) is not such a use.
    """
    defined_after = -1
    for match in _COMMAND.finditer(text):
        name, place, end = match[1], match.start(), match.end()
        if defined_after >= 0 and _TO_NAME.fullmatch(text, defined_after, place):
            form = None
        elif name == "begin" and (environment := _ENVIRONMENT.match(text, end)):
            end, form = environment.end(), form_of_environment(environment[1])
        else:
            form = own.get(name) or form_of(name) if name else None
        defined_after = match.end(1) if name in DEFINERS else -1
        if form:
            yield text[place:end], place, end, form
