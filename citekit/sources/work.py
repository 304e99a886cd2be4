"""A work as a source describes it: what tells it from another, what a reference may lack, and what became of it since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from citekit.values.names import Names


@dataclass(frozen=True, slots=True)
class Notice:
    """An editorial notice. `kind` is Crossref's word (`retraction`, `correction`, `expression_of_concern`, `withdrawal`, …),
    `date` is `YYYY-MM-DD` or shorter. In `Work.updates` `doi` is the work it is about, in `Work.updated_by` the notice itself."""

    kind: str
    doi: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """How a work stands to another, in Crossref's words: `is-preprint-of`, `has-preprint`, `is-version-of`, …"""

    kind: str
    doi: str


@dataclass(frozen=True, slots=True)
class Work:
    """One record. Absent text is `""`; text is without markup and on one line.

    `type` is Crossref's (`journal-article`, `book-chapter`, …). `people` are the editors where nobody is named as author.
    `containers` holds whole names of what the work appeared in, `short_containers` abbreviated ones. `years` is every year
    the record gives (issued, print, online), oldest first: they may differ by one or more; `issued` is the date of issue as
    `YYYY-MM-DD` or shorter. `original_titles` are titles in the work's own language, where `title` is a translation. `source`
    is the name of the source that gave the record, `score` how well that source thinks it fits what was asked.
    """

    doi: str
    type: str = ""
    title: str = ""
    subtitle: str = ""
    original_titles: tuple[str, ...] = ()
    authors: Names = field(default_factory=Names)
    editors: Names = field(default_factory=Names)
    containers: tuple[str, ...] = ()
    short_containers: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    issued: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    article_number: str = ""
    publisher: str = ""
    issn: tuple[str, ...] = ()
    isbn: tuple[str, ...] = ()
    pmid: str = ""
    pmcid: str = ""
    arxiv: str = ""
    url: str = ""
    updates: tuple[Notice, ...] = ()
    updated_by: tuple[Notice, ...] = ()
    relations: tuple[Relation, ...] = ()
    score: float = 0.0
    source: str = ""

    @property
    def full_title(self) -> str:
        """Title and subtitle in one: `Pustular Skin Disorders: Diagnosis and Treatment`."""
        return f"{self.title}: {self.subtitle}" if self.title and self.subtitle else self.title

    @property
    def people(self) -> Names:
        return self.authors or self.editors


class Searchable(Protocol):
    """What can be searched; see `WorkSource`."""

    def search(self, text: str, rows: int = ...) -> tuple[Work, ...]: ...


class WorkSource(Searchable, Protocol):
    """Where records come from. Raises `RefusedError` or `UnreachableError` (`citekit.errors`) where there is no answer.

    `name` is said to the user and stands in the origin of what it gave. `at_once` is how many questions may be under way
    at a time; all methods may be called from as many threads.
    """

    @property
    def name(self) -> str: ...

    @property
    def at_once(self) -> int: ...

    def search(self, text: str, rows: int = ...) -> tuple[Work, ...]:
        """The best candidates for a bibliographic text, best first; `()` when there are none."""
        ...

    def works(self, dois: tuple[str, ...]) -> Mapping[str, Work | None]:
        """The work of each DOI, under the DOI as it was given; `None` where the source has none."""
        ...
