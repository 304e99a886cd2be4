"""`Library` → Hayagriva YAML, as Typst reads it."""

from __future__ import annotations

from citekit.exchange.hayagriva import written
from citekit.formats import Library, Writer, Written
from citekit.keys import assign_keys
from citekit.writers.losses import not_held
from citekit.writers.yaml import written as yaml


def write(library: Library) -> Written:
    """A mapping with an entry for each reference, in order. A reference without a key gets one, and no two have the same."""
    references, problems = assign_keys(library.references)
    made = [written(reference) for reference in references]
    held = {id(reference): fields for reference, (_, fields) in zip(references, made, strict=True)}
    losses = not_held(references, lambda reference, name: name in held[id(reference)], "Hayagriva")
    entries = {reference.key: entry for reference, (entry, _) in zip(references, made, strict=True)}
    return Written.of_text(yaml(entries) if entries else "{}\n", (*problems, *losses))


WRITER = Writer("hayagriva", "Hayagriva YAML, as Typst reads it", (".yaml", ".yml"), write)
