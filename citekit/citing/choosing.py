"""Which entries papers cite, and which others these need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from citekit.citing.shelf import Shelf
from citekit.citing.standing import standing
from citekit.inheritance import resolved
from citekit.model import Library, Problem, Reference
from citekit.pointers import POINTERS
from citekit.readers.paper import Paper
from citekit.values.cited_keys import CitedKeys
from citekit.values.key_lists import keys_in

Order = Literal["file", "citation"]

_MAY_POINT = re.compile("|".join(POINTERS), re.IGNORECASE)
_PART = re.compile(
    r"\bxdata\s*=\s*([^\s,{}\"=]+?)-[A-Za-z]+(?:-\d+)?(?=[\s}\",])", re.IGNORECASE
)  # {xdata=acm-publisher}


@dataclass(frozen=True, slots=True)
class Selection:
    """`library` has the entries that are cited and those that they need, `cited` are the former.

    `problems` are keys without an entry (`undefined-key`, at the place of their first citation), keys of two entries
    (`duplicate-key`), and parents that are not there (`missing-parent`).
    """

    library: Library
    cited: tuple[Reference, ...]
    problems: tuple[Problem, ...]

    def alone(self) -> Library:
        """The cited entries only, each with what it inherits: for formats in which no record leads to another."""
        whole = dict(zip(map(id, self.library.references), resolved(self.library).references, strict=True))
        cited = {id(reference) for reference in self.cited}
        found = [whole[each].without("crossref", "xdata") for each in map(id, self.library.references) if each in cited]
        return replace(self.library, items=tuple(found), problems=(), kept=None)


def selected(shelf: Shelf, papers: Sequence[Paper], order: Order = "file") -> Selection:
    """What the papers cite out of `.bib` files, in the order of the files or of first citation.

    Keys are compared as BibTeX does, without case; for a biblatex paper as biber does, with it. `ids` are keys as well. Along come
    the entries that others lead to (`crossref`, `xref`, `xdata`, `related`, `entryset`), a `crossref` parent always behind its children
    (btxdoc §3.2.2), every `@preamble`, those `@string`s that are used, and comments that stand right above an entry or beside it.
    """
    choosing = _Choosing(shelf)
    cited = list(choosing.cited(papers))
    needed = choosing.needed(cited)
    kept = [reference for reference in shelf.library.references if id(reference) in needed]
    if order == "citation":
        first = {id(reference) for reference in cited}
        kept = [*cited, *(reference for reference in kept if id(reference) not in first)]
    items = standing(shelf.library, choosing.parents_last(kept), definitions_first=order == "citation")
    return Selection(replace(shelf.library, items=tuple(items)), tuple(cited), tuple(choosing.problems))


@dataclass(slots=True)
class _Choosing:
    """`repeated` are entries whose key another before them has."""

    shelf: Shelf
    repeated: dict[str, Reference] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    known: CitedKeys[Reference] = field(init=False)

    def __post_init__(self) -> None:
        references = [reference for reference in self.shelf.library.references if reference.key]
        first: dict[str, Reference] = {}
        for reference in references:
            if first.setdefault(reference.key, reference) is not reference:
                self.repeated.setdefault(reference.key, reference)
        self.known = CitedKeys((each, each.key, _ids(each)) for each in references)

    def cited(self, papers: Iterable[Paper]) -> Iterator[Reference]:
        """Each entry once, in the order of citation; with `\\nocite{*}` all others behind."""
        found: dict[int, Reference] = {}
        for paper in papers:
            for key in paper.keys:
                reference = self.known.get(key, cased=paper.biblatex)
                if reference:
                    found.setdefault(id(reference), reference)
                    self._report_repeated(reference)
                else:
                    said = f"is cited, but no entry has this key{self.known.hint(key)}"
                    self.problems.append(Problem("undefined-key", said, *paper.places.get(key, (paper.file, 0)), key))
        if any(paper.everything for paper in papers):
            again = set(map(id, self.repeated.values()))
            rest = (each for each in self.shelf.library.references if id(each) not in found and id(each) not in again)
            found |= {id(reference): reference for reference in rest}
        yield from found.values()

    def needed(self, cited: Iterable[Reference]) -> set[int]:
        """The cited entries, and all that they lead to."""
        waiting = list(cited)
        found = {id(reference) for reference in waiting}
        while waiting:
            reference = waiting.pop()
            for name, key in _named(reference):
                other = self.known.get(key)
                if other is None:
                    said = f"{name} names {key}, which is not there"
                    place = self.shelf.place(reference)
                    self.problems.append(Problem("missing-parent", said, *place, reference.key))
                elif id(other) not in found:
                    found.add(id(other))
                    waiting.append(other)
        return found

    def parents_last(self, references: Sequence[Reference]) -> list[Reference]:
        """Stable: a `crossref` parent waits until the last of its children has come. Entries that name each other come last."""
        parent = {id(child): above for child in references if (above := self._parent(child)) and above is not child}
        children: dict[int, int] = {}
        for above in parent.values():
            children[id(above)] = children.get(id(above), 0) + 1
        ordered: dict[int, Reference] = {}
        passed: set[int] = set()
        for reference in references:
            passed.add(id(reference))
            ready: Reference | None = reference
            while ready and id(ready) in passed and not children.get(id(ready)):
                ordered[id(ready)] = ready
                ready = parent.get(id(ready))
                if ready:
                    children[id(ready)] -= 1
        return [*ordered.values(), *(reference for reference in references if id(reference) not in ordered)]

    def _parent(self, child: Reference) -> Reference | None:
        return next((self.known.get(key) for name, key in _named(child) if name == "crossref"), None)

    def _report_repeated(self, reference: Reference) -> None:
        other = self.repeated.get(reference.key)
        if other:
            file, line = self.shelf.place(other)
            said = f"another entry has this key, too, in {file}:{line}; the first is taken"
            problem = Problem("duplicate-key", said, *self.shelf.place(reference), reference.key)
            self.problems += [] if problem in self.problems else [problem]


def _ids(reference: Reference) -> list[str]:
    """Read only where the entry says so, since to read a field takes time."""
    said = reference.origin and "ids" in reference.origin.text.lower()
    return keys_in(reference.get("ids")) if said else []


def _named(reference: Reference) -> Iterator[tuple[str, str]]:
    """The keys that an entry leads to, and by which field."""
    text = reference.origin.text if reference.origin else ""
    if not _MAY_POINT.search(text):
        return
    for name in POINTERS:
        for key in keys_in(reference.get(name)):
            if "=" not in key:
                yield name, key
    for key in _PART.findall(text):
        yield "xdata", key
