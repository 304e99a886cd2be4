"""Papers and the `.bib` files that go with them, as the rules see them, and the shape of such a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from citekit.bibtex.blocks import chunks
from citekit.bibtex.grammar import Parsed
from citekit.checking.bibliography import Bibliography, Lines
from citekit.checking.finding import Finding, Severity, Spot
from citekit.readers.paper import Paper
from citekit.values.cited_keys import CitedKeys
from citekit.values.key_lists import keys_in

_LEADS = frozenset({"crossref", "xref", "xdata", "related", "entryset"})  # biblatex manual §2.2.3


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a file: the first of its key there. `leads` are the keys it names in its fields, `ids` are other keys it has."""

    file: str
    key: str
    line: int
    leads: tuple[str, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True)
class ReadPaper:
    """A paper and the entries of its `.bib` files, which BibTeX reads in this order; of a repeated key the first counts."""

    paper: Paper
    entries: tuple[Entry, ...]

    def entry(self, key: str) -> Entry | None:
        """The entry that a cited key means; for biber capitals count."""
        return self.keys.get(key, cased=self.paper.biblatex)

    def used(self) -> set[Entry]:
        """The entries that are cited, and those that they lead to."""
        waiting = [*self.entries] if self.paper.everything else [*filter(None, map(self.entry, self.paper.keys))]
        found = {*waiting}
        while waiting:
            for key in waiting.pop().leads:
                other = self.keys.get(key)
                if other and other not in found:
                    found.add(other)
                    waiting.append(other)
        return found

    @cached_property
    def keys(self) -> CitedKeys[Entry]:
        return CitedKeys((entry, entry.key, entry.ids) for entry in self.entries)


@dataclass(frozen=True)
class Reading:
    """All that is looked at. `given`: the `.bib` files were named besides the papers, and go with each of them. `partly`: some of them
    could not be read, so that nobody knows all keys."""

    papers: tuple[ReadPaper, ...]
    given: bool
    partly: bool = False

    @cached_property
    def used(self) -> frozenset[tuple[str, str]]:
        """File and key of the entries that some paper needs."""
        return frozenset((entry.file, entry.key) for paper in self.papers for entry in paper.used())

    def with_file(self, file: str) -> Iterator[ReadPaper]:
        """The papers that a `.bib` file goes with."""
        return (each for each in self.papers if self.given or file in each.paper.bibliographies)


@dataclass(frozen=True, slots=True)
class PaperRule:
    """As `citekit.checking.Rule`; it looks at papers (`look`) or at one of their `.bib` files, whose name it gets (`look_in`)."""

    name: str
    severity: Severity
    sentence: str
    look: Callable[[Reading], Iterator[Place]] | None = None
    look_in: Callable[[Reading, str, Bibliography], Iterator[Spot]] | None = None
    usual: bool = True

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """What it finds in the papers themselves."""
        for place in self.look(reading) if self.look else ():
            yield Finding(place.file, place.line or 1, 1, self.name, self.severity, place.message, place.key)


@dataclass(frozen=True, slots=True)
class Place:
    """A finding in a paper, or in a part of it; the line is 0 where it is not known."""

    file: str
    line: int
    message: str
    key: str = ""


def reading(papers: Iterable[Paper], texts: Mapping[str, str], *, given: bool, partly: bool = False) -> Reading:
    """Papers with the entries of `texts`, by the names of their files: of those that each names, or if `given` of all."""
    entries = {file: tuple(_entries(file, text)) for file, text in texts.items()}
    return Reading(tuple(ReadPaper(paper, _of(paper, entries, given=given)) for paper in papers), given, partly)


def _of(paper: Paper, entries: Mapping[str, Sequence[Entry]], *, given: bool) -> tuple[Entry, ...]:
    files = entries if given else [file for file in paper.bibliographies if file in entries]
    return tuple(entry for file in files for entry in entries[file])


def _entries(file: str, text: str) -> Iterator[Entry]:
    lines = Lines(text)
    seen: set[str] = set()
    for chunk in chunks(text):
        if chunk.kind == "entry" and chunk.parsed and chunk.parsed.key and chunk.parsed.key not in seen:
            seen.add(chunk.parsed.key)
            leads = tuple(_keys(chunk.parsed, _LEADS))
            ids = tuple(_keys(chunk.parsed, frozenset({"ids"})))
            yield Entry(file, chunk.parsed.key, lines.of(chunk.start)[0], leads, ids)


def _keys(parsed: Parsed, names: frozenset[str]) -> Iterator[str]:
    """The keys in the fields of these names, and before the `-` in `publisher = {xdata=acm-publisher}`."""
    for field in parsed.fields:
        if field.name.lower() in names:
            yield from keys_in(field.source[1:-1] if field.source[:1] in ("{", '"') else field.source)
        elif "xdata" in field.source and "xdata" in names:
            name, equals, key = field.source[1:-1].partition("=")
            if equals and name.strip() == "xdata":
                yield key.strip().rsplit("-", 1)[0]
                yield key.strip().rsplit("-", 2)[0]  # xdata=acm-author-2
