"""The stages in a row: read → normalise → dedupe → merge → (DOI) → keys → one library to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from citekit import readers
from citekit.dedupe import Grouping, group
from citekit.keys import assign_keys
from citekit.merging import Merged, merge_group
from citekit.model import Block, Library, Problem, Progress, Reference, unheard
from citekit.normalise import normalise
from citekit.pointers import parents, repointed
from citekit.values.identifiers import fold_doi

if TYPE_CHECKING:
    from citekit.enrich import Match, WorkSource


@dataclass(frozen=True, slots=True)
class Result:
    """What a merge came to.

    `library` is what to write. `references` are all references that went in, in an order of their own that does not
    depend on the order of the inputs; the indexes in `grouping` refer to it. `merged[i]` tells what
    `library.references` was made from, in the same order. `key_map` leads from every citation key of the inputs to the
    key the work has now. `matches[i]` is what the DOI step found for `merged[i]`, empty without that step.
    """

    library: Library
    inputs: tuple[Library, ...]
    references: tuple[Reference, ...]
    grouping: Grouping
    merged: tuple[Merged, ...]
    key_map: dict[str, str]
    matches: tuple[Match, ...]
    problems: tuple[Problem, ...]


def merge(
    inputs: Iterable[str | Library], *, source: WorkSource | None = None, progress: Progress | None = None
) -> Result:
    """Reads the inputs (paths, `-`, or libraries already read) and makes one bibliography of them.

    With a `source` (see `citekit.sources.crossref.Crossref`) references without a DOI get one where a record validates;
    trouble with the source is a problem in the result and never an exception. Raises `InputError` when an input cannot be
    read. The order of the inputs does not matter.
    """
    tell = progress or unheard
    libraries = tuple(_each_read(list(inputs), tell))
    references = sorted((normalise(reference) for library in libraries for reference in library), key=_content)
    tell("comparing", 0, len(references))
    grouping = group(references)
    merged = _settled([merge_group([references[i] for i in members]) for members in grouping.groups])
    tell("comparing", len(references), len(references))
    merged.sort(key=lambda m: _content(m.reference))
    matches: Sequence[Match] = ()
    found = [m.reference for m in merged]
    if source is not None:
        from citekit.enrich import fill_dois

        found, matches = fill_dois(found, source, partial(tell, "asking for DOIs"))
    keyed, collisions = assign_keys(found)
    keyed = _repointed(keyed, merged)
    named = parents(keyed)
    order = sorted(range(len(keyed)), key=lambda i: (keyed[i].key.lower() in named, keyed[i].key.lower(), keyed[i].key))
    works = tuple(replace(merged[i], reference=keyed[i]) for i in order)
    return Result(
        library=Library(_with_blocks([work.reference for work in works], works, libraries), format="bibtex"),
        inputs=libraries,
        references=tuple(references),
        grouping=grouping,
        merged=works,
        key_map=_key_map(works),
        matches=tuple(matches[i] for i in order) if matches else (),
        problems=(
            *(problem for library in libraries for problem in library.problems),
            *(problem for work in works for problem in work.problems),
            *collisions,
            *_shared_dois(keyed, matches),
        ),
    )


def _each_read(inputs: Sequence[str | Library], tell: Progress) -> Iterable[Library]:
    for number, each in enumerate(inputs):
        tell("reading", number, len(inputs))
        yield each if isinstance(each, Library) else readers.read(each, tell=tell)
    tell("reading", len(inputs), len(inputs))


def _content(reference: Reference) -> tuple[str, ...]:
    """Sorts references by what they say, so that the order of files cannot matter."""
    origin = reference.origin
    fields = sorted((name, reference.get(name)) for name in reference.fields)
    place = (origin.file, f"{origin.number:09}", origin.text) if origin else ("", "", "")
    return (*(text for field in fields for text in field), reference.type, reference.key, *place)


def _shared_dois(keyed: Sequence[Reference], matches: Sequence[Match]) -> Iterator[Problem]:
    """A DOI that was found for one work and that another has, too: perhaps they are one, perhaps the record is shared."""
    homes: dict[str, list[int]] = {}
    for index, reference in enumerate(keyed):
        if reference.doi:
            homes.setdefault(fold_doi(reference.doi), []).append(index)
    for doi, places in homes.items():
        if len(places) > 1 and any(matches[i].status == "found" for i in places if matches):
            keys = " and ".join(sorted(keyed[i].key for i in places))
            yield Problem("shared-doi", f"{keys} have the same DOI {doi}; they may be one work", key=keys.split(" ")[0])


def _settled(works: list[Merged]) -> list[Merged]:
    """Merges what has become the same by merging, until nothing more does, so that merging the result changes nothing.

    Copies of 1999, 2000 and 2001 are such a case: the first and the last differ too much, either and the one between do not.
    """
    while True:
        groups = group([work.reference for work in works]).groups
        if len(groups) == len(works):
            return works
        works = [_together([works[i] for i in members]) for members in groups]


def _together(works: Sequence[Merged]) -> Merged:
    if len(works) == 1:
        return works[0]
    found = merge_group([work.reference for work in works])
    members = tuple(member for work in works for member in work.members)
    problems = dict.fromkeys(problem for work in (*works, found) for problem in work.problems)
    return Merged(found.reference, members, tuple(problems))


def _repointed(keyed: Sequence[Reference], merged: Sequence[Merged]) -> list[Reference]:
    key_of = {
        (member.origin.file, member.key.lower()): reference.key
        for reference, work in zip(keyed, merged, strict=True)
        for member in work.members
        if member.key and member.origin
    }
    return [repointed(reference, key_of) for reference in keyed]


def _key_map(works: Sequence[Merged]) -> dict[str, str]:
    """Every key an input had → the key of its work. A key that two works came with leads to the one that kept it."""
    pairs = {(member.key, work.reference.key) for work in works for member in work.members if member.key}
    return dict(sorted(pairs, key=lambda pair: (pair[0] == pair[1], pair)))


def _with_blocks(
    references: Sequence[Reference], works: Sequence[Merged], libraries: Sequence[Library]
) -> tuple[Reference | Block, ...]:
    """The references with the comments that stood before their entries, after all `@preamble`s and `@string`s with theirs.

    What stood before the first entry of a file stays at the head, what stood behind the last one at the end, and broken
    blocks come last, as they were. A text that stands in several files comes once.
    """
    head: list[Block] = []
    tail: list[Block] = []
    broken: list[Block] = []
    before: dict[tuple[str, int], list[Block]] = {}
    for library in sorted((each for each in libraries if each.format == "bibtex"), key=_library_text):
        pending: list[Block] = []
        seen = False
        for item in library.items:
            if isinstance(item, Reference):
                place = (item.origin.file, item.origin.number) if item.origin else ("", 0)
                (before.setdefault(place, []) if seen else head).extend(pending)
                pending, seen = [], True
            elif item.kind == "failed":
                broken.append(item)
            elif item.kind in ("string", "preamble"):
                head += [*pending, item]
                pending = []
            else:
                pending.append(item)
        (tail if seen else head).extend(pending)
    items: list[Reference | Block] = [*_once(head)]
    for reference, work in zip(references, works, strict=True):
        places = [(m.origin.file, m.origin.number) for m in work.members if m.origin]
        items += [*_once(block for place in places for block in before.get(place, [])), reference]
    return (*items, *_once(tail), *_once(broken))


def _library_text(library: Library) -> list[str]:
    return [item.text if isinstance(item, Block) else "".join(_content(item)) for item in library.items]


def _once(blocks: Iterable[Block]) -> Iterable[Block]:
    seen: set[str] = set()
    for block in blocks:
        if block.text not in seen:
            seen.add(block.text)
            yield block


def read(path: str, *, lines: bool = False, progress: Progress | None = None) -> Library:
    """Reads one input (`-` is standard input) as `citekit.readers.read` does, raising `InputError` likewise."""
    return readers.read(path, lines=lines, tell=progress or unheard)


def write(library: Library, path: str) -> None:
    """Writes a library as BibTeX (`-` is standard output). What was read from BibTeX and not changed is written byte for byte.

    Raises `OutputError`; then whatever stood at `path` still stands there.
    """
    from citekit.writers import bibtex
    from citekit.writers.files import write_text

    write_text(path, bibtex.write(library))
