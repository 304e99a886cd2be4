"""Papers, and the `.bib` files that go with them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from citekit.citing.shelf import Shelf, shelf
from citekit.errors import InputError
from citekit.model import Problem
from citekit.readers import bytes_of
from citekit.readers.paper import Paper, read_paper

_MISSING = "missing-bibliography"


@dataclass(frozen=True, slots=True)
class Sources:
    """`bibliographies` are the `.bib` files that the papers name and that are there, or those that were `given` instead."""

    papers: tuple[Paper, ...]
    bibliographies: tuple[str, ...]
    given: bool

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the papers lack. Files that they name do not count where others are given."""
        problems = (each for paper in self.papers for each in paper.problems)
        return tuple(each for each in problems if not (self.given and each.kind == _MISSING))

    def shelf(self) -> Shelf:
        """The `.bib` files, read. Raises `InputError` for one that is not there, binary or no BibTeX."""
        return shelf([(path, bytes_of(path)) for path in self.bibliographies])

    def nothing_cited(self) -> InputError:
        """Why no entry was found."""
        file = self.papers[0].file
        if any(each.keys or each.everything for each in self.papers):
            return InputError(", ".join(self.bibliographies), f"has nothing that {file} cites; nothing was written")
        return InputError(file, "cites nothing; nothing was written")


def sources(papers: Sequence[str], bibliographies: Sequence[str] = ()) -> Sources:
    """Reads papers. Raises `InputError` for a file that is none, and where no `.bib` file is given and none that they name is there."""
    read = tuple(map(read_paper, papers))
    return Sources(read, tuple(bibliographies) or _named(read), bool(bibliographies))


def _named(papers: Sequence[Paper]) -> tuple[str, ...]:
    named = dict.fromkeys(path for paper in papers for path in paper.bibliographies)
    found = tuple(path for path in named if os.path.isfile(path))
    if not found:
        paper = papers[0]
        reason = next((each.message for each in paper.problems), "it names no .bib file")
        raise InputError(paper.file, f"{reason}; give one: citekit cited {paper.file} refs.bib")
    return found
