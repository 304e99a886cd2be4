"""Ids: the names by which a person means one record among all that were read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from citekit.model import Reference
from citekit.values.key_lists import keys_in


def record_ids(references: Sequence[Reference]) -> tuple[str, ...]:
    """An id for each reference, no two equal: a JSON record's own id, else the citation key, else `FILE:NUMBER`.

    All of those whose ids would be equal get the file in front (`FILE#ID`), and where that is not enough the number in the
    file behind it (`FILE#ID#NUMBER`). An id does not depend on the order of the references; only where one file is given
    twice its equal records get `#2`, `#3`, … in the order of what they say.
    """
    ids = [_short(reference) for reference in references]
    lengths = [0] * len(ids)
    while True:
        alike = _alike(ids)
        longer = [place for places in alike for place in places if lengths[place] < _LONGEST]
        for place in longer:
            lengths[place] += 1
            ids[place] = _spelled(references[place], ids[place], lengths[place])
        if not longer:
            return tuple(_counted(ids, alike, references))


def places_by_id(references: Sequence[Reference]) -> Mapping[str, int]:
    """Every name by which one of the references may be meant → its place.

    Beside the ids of `record_ids` these are the ids that a record has in another run, with other files: with or without the
    file, the folder and the number, and the keys of entries merged into it before (biblatex's `ids`). A name that may mean
    two records means none.
    """
    meant: defaultdict[str, set[int]] = defaultdict(set)
    for place, reference in enumerate(references):
        for name in _spellings(reference):
            meant[name].add(place)
    before: defaultdict[str, set[int]] = defaultdict(set)
    for place, reference in enumerate(references):
        for key in keys_in(reference.get("ids")):
            before[key].add(place)
    clear = {name: places for name, places in (before | meant).items() if len(places) == 1}
    return {name: next(iter(places)) for name, places in clear.items()} | {
        name: place for place, name in enumerate(record_ids(references))
    }


# ---------------------------------------------------------------- spellings

_LONGEST = 2  # steps: the file in front, the number behind


def _short(reference: Reference) -> str:
    origin = reference.origin
    if origin is None:
        return reference.key
    if origin.format == "records" and origin.name:
        return origin.name
    return reference.key or f"{origin.file}:{origin.number}"


def _spelled(reference: Reference, before: str, length: int) -> str:
    if reference.origin is None:
        return before
    return f"{reference.origin.file}#{before}" if length == 1 else f"{before}#{reference.origin.number}"


def _spellings(reference: Reference) -> Iterator[str]:
    short = _short(reference)
    yield short
    if reference.origin is None:
        return
    file, number = reference.origin.file, reference.origin.number
    for name in {file, PurePath(file).name}:
        yield f"{name}:{number}"
        yield f"{name}#{short}"
        yield f"{name}#{short}#{number}"


# ---------------------------------------------------------------- equal ids


def _alike(ids: Sequence[str]) -> list[list[int]]:
    """The places of ids that are equal; empty where all are distinct."""
    if len(set(ids)) == len(ids):
        return []
    homes: defaultdict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(ids):
        homes[name].append(place)
    return [places for places in homes.values() if len(places) > 1]


def _counted(ids: list[str], alike: Iterable[list[int]], references: Sequence[Reference]) -> list[str]:
    """Ids with a count behind those that nothing else tells apart."""
    taken = set(ids)
    for places in sorted(alike, key=lambda places: ids[places[0]]):
        name, count = ids[places[0]] or "unnamed", 1
        for place in sorted(places, key=lambda place: _content(references[place]))[bool(ids[places[0]]) :]:
            while (counted := f"{name}#{(count := count + 1)}") in taken:
                pass
            taken.add(counted)
            ids[place] = counted
    return ids


def _content(reference: Reference) -> tuple[str, str, str, list[tuple[str, str]]]:
    text = reference.origin.text if reference.origin else ""
    return text, reference.type, reference.key, sorted((name, reference.get(name)) for name in reference.fields)
