"""A LaTeX source with other citation keys."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from citekit.latex.keys import Key
from citekit.latex.scan import citations, line_starts


@dataclass(frozen=True, slots=True)
class Change:
    """A key that became another.

    `line`, from 1, and `offset` tell where the key stood, `place` where the command that cites it begins. `command` is
    as written: `\\parencite*`.
    """

    line: int
    command: str
    old: str
    new: str
    place: int
    offset: int


@dataclass(frozen=True, slots=True)
class Edit:
    """`source[start:end]` became `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A source after its keys were changed; the changes, and the edits that made them, in the order of the text."""

    text: str
    changes: tuple[Change, ...]
    edits: tuple[Edit, ...]

    @property
    def places(self) -> int:
        """How many commands were changed."""
        return len({change.place for change in self.changes})


_BLANK = re.compile(r"\s*")


def with_keys(source: str, keys: Mapping[str, str]) -> Rewrite:
    """The source with each cited key that `keys` knows replaced by what it leads to; all else stays, byte for byte.

    All keys change at once: with `a` → `b` and `b` → `c`, what cited `a` cites `b`. A key that differs from one of `keys`
    in case alone follows it, as in BibTeX, where exactly one does so and its key changes. Where keys of one pair of
    braces become the same one, the first stays and the others go with their commas: `\\cite{a,b}` → `\\cite{a}`; the
    changes tell all of them. What was there twice before stays there twice.
    """
    known = finder(keys)
    starts = line_starts(source)
    edits: list[Edit] = []
    changes: list[Change] = []
    for citation in citations(source):
        led = [(key, _led(key, keys, known)) for key in citation.keys]
        edits += _edits(source, led)
        changes += [
            Change(bisect_right(starts, key.start), citation.command, key.text, new, citation.place, key.start)
            for key, new in led
            if new != key.text
        ]
    edits.sort(key=lambda each: each.start)
    changes.sort(key=lambda each: each.offset)
    return Rewrite(edited(source, edits), tuple(changes), tuple(edits))


def finder(keys: Iterable[str]) -> Callable[[str], str | None]:
    """Tells which of `keys` a cited key means: itself, or the only one that differs from it in case alone."""
    exact = frozenset(keys)
    folded: dict[str, list[str]] = {}
    for key in exact:
        folded.setdefault(key.lower(), []).append(key)

    def find(cited: str) -> str | None:
        alike = folded.get(cited.lower(), [])
        return cited if cited in exact else alike[0] if len(alike) == 1 else None

    return find


def _led(key: Key, keys: Mapping[str, str], known: Callable[[str], str | None]) -> str:
    found = known(key.text)
    return key.text if found is None or keys[found] == found else keys[found]


def _edits(source: str, led: Iterable[tuple[Key, str]]) -> Iterator[Edit]:
    """What to do to the keys of one pair of braces."""
    changed: dict[str, bool] = {}
    for key, new in led:
        end = key.start + len(key.text)
        changes = new != key.text
        if key.comma is not None and new in changed and (changes or changed[new]):
            blank = _BLANK.match(source, key.comma + 1)
            assert blank is not None
            yield Edit(key.comma, blank.end(), "")
            yield Edit(key.item, end, "")
        elif changes:
            yield Edit(key.start, end, new)
        changed[new] = changed.get(new, False) or changes


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after these edits, which come in its order and do not overlap."""
    pieces = []
    place = 0
    for edit in edits:
        pieces += [text[place : edit.start], edit.text]
        place = edit.end
    return "".join([*pieces, text[place:]])
