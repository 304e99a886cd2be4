"""Preprints and their published forms, kept as two entries of which the first names the second."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from citekit.merging import preprint_first
from citekit.model import Problem, Reference

PUBLISHED_AS = "Published as"


def linked(
    keyed: Sequence[Reference], pairs: Sequence[tuple[int, int]]
) -> tuple[list[Reference], tuple[tuple[str, str], ...], list[Problem]]:
    """Links preprints to their published forms; `pairs` are versions of one work by their places among the references.

    Gives the references, where a preprint has biblatex's `related` and `relatedstring` (manual §4.5.1), which BibTeX passes
    over, unless it names something in `related` already; the keys of each preprint and its published form, in order; and a
    problem of kind `version` for each of these.
    """
    linked_to: defaultdict[int, list[str]] = defaultdict(list)
    for left, right in pairs:
        preprint, published = preprint_first(keyed[left], keyed[right])
        linked_to[left if preprint is keyed[left] else right].append(published.key)
    result = list(keyed)
    for place, keys in linked_to.items():
        if "related" not in keyed[place].fields:
            result[place] = keyed[place].with_fields({"related": ",".join(sorted(keys)), "relatedstring": PUBLISHED_AS})
    found = sorted((keyed[place].key, place, key) for place, keys in linked_to.items() for key in keys)
    return (
        result,
        tuple((preprint, published) for preprint, _, published in found),
        [_problem(keyed[place], published) for _, place, published in found],
    )


def _problem(preprint: Reference, published: str) -> Problem:
    return Problem.about("version", f"{preprint.key} is a preprint of {published}", preprint)
