"""The story for machines: JSON values from which every merge can be undone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from citekit import __version__
from citekit.acyclic import acyclic
from citekit.dedupe import Pair
from citekit.ids import record_ids
from citekit.model import Library, Problem, Reference
from citekit.pipeline import Result
from citekit.report.account import Account, Versions, account
from citekit.report.counts import counts
from citekit.report.machine.story import SCHEMA
from citekit.report.machine.works import Ids, work
from citekit.report.words import is_own


def as_json(result: Result) -> dict[str, object]:
    """The whole story as JSON values.

    `schema`, `citekit`: versions of this form and of the program. `counts`: records, duplicates, works, …
    `inputs`: file, format, how many references, whether a record of the page itself, the text that could not be used.
    `works`: key, type, the members whole (`references.written`, each with its record `id`), and of merged works `fields`
    (each value with the members and texts it came `from`), why they are one, what conflicts; what the DOI step said.
    Members are numbered from 1 in the order of the list. `unsure`: pairs a person should look at, each record with its
    `id`, place, text and the key of its `work`. `versions`: keys of preprints and of their published forms, with the pair that tells it.
    `problems`: kind, message, file, line, key. `keys`: old → new.
    """
    with acyclic():
        return {name: list(value) if isinstance(value, Iterator) else value for name, value in _parts(result)}


def as_json_text(result: Result) -> str:
    """`as_json` as text, ending in a newline: one line for each work, pair, problem, so that it is quick to write and two
    reports can be compared line by line."""
    with acyclic():
        return "{\n" + ",\n".join(f" {_encode(name)}: {_lines(value)}" for name, value in _parts(result)) + "\n}\n"


_encode = json.JSONEncoder(ensure_ascii=False).encode


def _lines(value: object) -> str:
    if not isinstance(value, Iterator):
        return _encode(value)
    lines = ",\n  ".join(map(_encode, value))
    return f"[\n  {lines}\n ]" if lines else "[]"


def _parts(result: Result) -> Iterator[tuple[str, object]]:
    """The keys of the report with their values; a long list is made as it is read."""
    told = account(result)
    ids = {id(each): name for each, name in zip(result.references, record_ids(result.references), strict=True)}
    yield "schema", SCHEMA
    yield "citekit", __version__
    yield "counts", asdict(counts(told))
    yield "inputs", map(_input, result.inputs)
    yield "works", (work(told, number, ids) for number in range(len(result.merged)))
    yield "unsure", (_pair(told, pair, ids) for pair in told.unsure)
    yield "versions", (_versions(told, each, ids) for each in told.versions)
    yield "problems", map(_problem, result.problems)
    yield "keys", result.key_map


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "kind": problem.kind,
        "message": problem.message,
        "file": problem.file,
        "line": problem.line,
        "key": problem.key,
    }


def _input(library: Library) -> dict[str, object]:
    own = any(is_own(reference) for reference in library)
    return {
        "file": library.file,
        "format": library.format,
        "references": len(library) - own,
        "own_record": own,
        "unused": [{"line": b.line, "text": b.text} for b in library.blocks if b.kind in ("unused", "failed")],
    }


def _pair(told: Account, pair: Pair, ids: Ids) -> dict[str, object]:
    return {
        "left": _record(told, pair.left, ids),
        "right": _record(told, pair.right, ids),
        "reasons": list(told.pair_reasons(pair)),
    }


def _versions(told: Account, each: Versions, ids: Ids) -> dict[str, object]:
    return {
        "preprint": told.result.merged[each.preprint].reference.key,
        "published": told.result.merged[each.published].reference.key,
        **(_pair(told, each.pair, ids) if each.pair else {}),
    }


def _record(told: Account, number: int, ids: Ids) -> dict[str, object]:
    reference: Reference = told.result.references[number]
    origin = reference.origin
    return {
        "id": ids[id(reference)],
        "work": told.result.merged[told.home[number]].reference.key,
        "file": origin.file if origin else "",
        "line": origin.line if origin else 0,
        "number": origin.number if origin else 0,
        "key": reference.key,
        "text": origin.text if origin else "",
        "confidence": None if reference.confidence is None else round(reference.confidence, 3),
    }
