"""`Library` → CSL-JSON, as `pandoc --citeproc`, Zotero and citeproc-js read it."""

from __future__ import annotations

import json
from typing import Any

from citekit.exchange.csl import written
from citekit.formats import Library, Problem, Writer, Written
from citekit.keys import assign_keys
from citekit.writers.losses import not_held


def write(library: Library) -> Written:
    """An array with an item for each reference, in order. A reference without a key gets one, since an item must have an `id`."""
    items, problems = items_of(library, "CSL-JSON")
    return Written.of_text(json.dumps(items, ensure_ascii=False, indent=2) + "\n", problems)


def items_of(library: Library, title: str) -> tuple[list[dict[str, Any]], tuple[Problem, ...]]:
    """The items of a library, each with an `id` of its own, and what they do not hold."""
    references, collisions = _identified(library)
    made = [written(reference) for reference in references]
    held = {id(reference): fields for reference, (_, fields) in zip(references, made, strict=True)}
    losses = not_held(references, lambda reference, name: name in held[id(reference)], title)
    return [item for item, _ in made], (*collisions, *losses)


def _identified(library: Library) -> tuple[list[Any], list[Problem]]:
    """The references with keys; one that has an id that is no key (`csl-id`) goes by that."""
    keyed, problems = assign_keys(library.references)
    return [
        given if not given.key and given.get("csl-id") else now
        for given, now in zip(library.references, keyed, strict=True)
    ], problems


WRITER = Writer("csl-json", "CSL-JSON", (".json", ".csljson"), write)
