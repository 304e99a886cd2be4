"""The fields of one BibTeX entry as a mapping that is filled when somebody looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from citekit.bibtex.fields import meanings
from citekit.bibtex.grammar import Parsed, parse_whole
from citekit.bibtex.strings import Strings
from citekit.model import Field, Origin, Reference

Other = TypeVar("Other")


class EntryFields(Mapping[str, Field]):
    """citekit's fields of the entry whose text and place are `home`; equal to a `dict` of them.

    Most of what is read from a large file is written again as it was, and then nobody asks what its LaTeX means. `type` and `key` are
    the entry's, `strings` the values of the names it uses, as they stood there. `parsed` is given where `home.text` alone does
    not tell.
    """

    __slots__ = ("_found", "_home", "_parsed", "_strings", "key", "type")

    def __init__(self, type: str, key: str, home: Origin, strings: Strings, parsed: Parsed | None = None) -> None:
        self.type = type
        self.key = key
        self._home = home
        self._strings = strings
        self._parsed = parsed
        self._found: dict[str, Field] | None = None

    def still(self, reference: Reference, strings: Strings) -> bool:
        """Does this reference still say what its block says where these `@string` values are known? False may mean: perhaps."""
        return (
            reference.fields is self
            and reference.origin is self._home
            and self._parsed is None
            and (reference.type, reference.key) == (self.type, self.key)
            and (self._strings is strings or all(strings.get(name) == text for name, text in self._strings.items()))
        )

    def _read(self) -> dict[str, Field]:
        if self._found is None:
            home, text = self._home, self._home.text
            parsed = self._parsed or parse_whole(text)
            found: dict[str, Field] = {}
            line, counted = home.line, 0
            for name, (value, at) in meanings(parsed, self._strings).items() if parsed else ():
                place = at.at - (parsed.start if parsed else 0)
                line, counted = line + _breaks(text, counted, place), place
                found[name] = Field(value, Origin(home.file, home.format, line, home.number, at.source, at.name))
            self._found = found
        return self._found

    def __getitem__(self, name: str) -> Field:
        return self._read()[name]

    def get(self, name: str, default: Field | Other | None = None) -> Field | Other | None:  # type: ignore[override]
        return self._read().get(name, default)

    def __contains__(self, name: object) -> bool:
        return name in self._read()

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def __repr__(self) -> str:
        return repr(self._read())


def _breaks(text: str, start: int, stop: int) -> int:
    """Line ends between two places; fields may come in another order than they stand."""
    return text.count("\n", start, stop) if start <= stop else -text.count("\n", stop, start)
