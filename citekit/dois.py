"""One library with its DOIs looked up: nothing merged, nothing put in another order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Unpack

from citekit.enrich import Match, Wishes, enrich, links_among
from citekit.keys import assign_keys
from citekit.linking import linked
from citekit.model import Block, Library, Problem, Progress, Reference, unheard
from citekit.normalise import normalise
from citekit.sources.work import WorkSource


@dataclass(frozen=True, slots=True)
class Filled:
    """A library after a look-up. `matches[i]` tells what came of `library.references[i]`; `problems` are what the reader said,
    keys that had to change, contradictions and versions found on the way."""

    library: Library
    matches: tuple[Match, ...]
    problems: tuple[Problem, ...]


def fill(library: Library, source: WorkSource, *, tell: Progress = unheard, **wishes: Unpack[Wishes]) -> Filled:
    """The library with missing DOIs filled in, those that are there verified, retractions and the like marked; see
    `citekit.enrich.enrich` for the source and the `wishes`.

    Order and comments stay as they are, and an entry to which nothing is added is the very same. References without a citation
    key get one; the keys of a `.bib` file stay. A preprint and its published form in one library are linked. Sources in trouble
    never raise.
    """
    before = [normalise(reference) for reference in library]
    enriched = enrich(before, source, tell=tell, **wishes)
    keyed, collisions = _with_keys(enriched.references, library.format)
    keyed, _, versions = linked(keyed, links_among(keyed, [match.work for match in enriched.matches]))
    problems = (*library.problems, *collisions, *enriched.problems, *versions)
    return Filled(
        Library(tuple(_in_place(library, keyed)), problems, library.file, "bibtex", library.kept),
        enriched.matches,
        problems,
    )


def _with_keys(references: Sequence[Reference], form: str) -> tuple[list[Reference], Sequence[Problem]]:
    """All with a key. In a `.bib` file keys stay even where two are the same, which the reader has said: documents cite them."""
    keyed, collisions = assign_keys(references)
    if form != "bibtex":
        return keyed, collisions
    return [before if before.key else after for before, after in zip(references, keyed, strict=True)], ()


def _in_place(library: Library, references: Sequence[Reference]) -> Iterator[Reference | Block]:
    """The references where they stood, and what stands between them where that is BibTeX, too."""
    waiting = iter(references)
    for item in library.items:
        if isinstance(item, Reference):
            yield next(waiting)
        elif library.format == "bibtex":
            yield item
