"""Which records are one work, without making one of them: read → dedupe."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from citekit import files
from citekit.acyclic import acyclic
from citekit.decisions import Decisions
from citekit.dedupe import Decided, Grouping, group
from citekit.ids import record_ids
from citekit.inheritance import resolved
from citekit.model import Library, Progress, Reference, unheard

if TYPE_CHECKING:
    from citekit.pipeline import Result


@dataclass(frozen=True, slots=True)
class Clustering:
    """`references` are all records in the order of the inputs, `ids` their ids; the places in `grouping` and `decided` are theirs."""

    inputs: tuple[Library, ...]
    references: tuple[Reference, ...]
    ids: tuple[str, ...]
    grouping: Grouping
    decided: Decided


def cluster(
    inputs: Sequence[str],
    *,
    form: str = "",
    decisions: Decisions | None = None,
    versions: Literal["apart", "together"] = "together",
    progress: Progress | None = None,
) -> Clustering:
    """Reads the inputs (paths, or `-`; `form` as in `citekit.read`) and finds the records that describe one work.

    Raises `InputError` when an input cannot be read, or when the decisions contradict each other. Who is with whom does not depend
    on the order of the inputs.
    """
    tell = progress or unheard
    libraries: list[Library] = []
    with acyclic():
        for number, path in enumerate(inputs):
            tell("reading", number, len(inputs))
            libraries.append(files.read(path, form=form, progress=progress))
        references = tuple(reference for library in libraries for reference in library)
        whole = [reference for library in libraries for reference in resolved(library)]
        decided = decisions.among(references) if decisions else {}
        grouping = group(whole, decided=decided, versions=versions, tell=tell)
        return Clustering(tuple(libraries), references, record_ids(references), grouping, decided)


def ids_as_given(references: Sequence[Reference], ids: Sequence[str]) -> list[str | int]:
    """The ids (see `record_ids`), those of JSON records that are numbers as numbers."""
    return [_as_given(reference, name) for reference, name in zip(references, ids, strict=True)]


def _as_given(reference: Reference, name: str) -> str | int:
    origin = reference.origin
    if origin is None or origin.format != "records" or name != origin.name or not name.lstrip("-").isdecimal():
        return name
    said = json.loads(origin.text)
    given = said.get("id", said.get("ID"))
    return given if type(given) is int else name


def as_result(found: Clustering) -> Result:
    """The same as the result of a merge, for a report. Each work has its first member's id for a key."""
    from citekit.merging import merge_group
    from citekit.pipeline import Result

    works = [merge_group([found.references[place] for place in members]) for members in found.grouping.groups]
    named = [
        replace(work, reference=replace(work.reference, key=found.ids[members[0]]))
        for work, members in zip(works, found.grouping.groups, strict=True)
    ]
    return Result(
        library=Library(tuple(work.reference for work in named)),
        inputs=found.inputs,
        references=found.references,
        grouping=found.grouping,
        merged=tuple(named),
        key_map={},
        matches=(),
        problems=(
            *(problem for library in found.inputs for problem in library.problems),
            *(problem for work in named for problem in work.problems),
        ),
    )
