"""`citekit dedupe --explain`: two records side by side, and why they are one work or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import shorten

from citekit.clustering import Clustering
from citekit.dedupe import Decision, Pair, explain, why
from citekit.errors import InputError
from citekit.ids import places_by_id
from citekit.model import Reference

_SHOWN = ("type", "author", "title", "container", "year", "volume", "number", "pages", "doi")
_WIDTH = 44
_CALLED = {"version": "preprint and published form"}


def explained(found: Clustering, ids: tuple[str, str]) -> str:
    """The verdict on two records, its reasons, and what both say, in lines. Raises `InputError` for an id that no record has."""
    places = places_by_id(found.references)
    for name in ids:
        if name not in places:
            files = ", ".join(library.file for library in found.inputs)
            raise InputError(files, f"no record has the id {name}, or several may be meant by it")
    shown = [places[name] for name in ids]
    left, right = sorted(shown)
    if left == right:
        return f"{ids[0]} and {ids[1]} are the same record\n"
    decision = _decision(found, left, right)
    together = any(left in members and right in members for members in found.grouping.groups)
    lines = [
        f"{_CALLED.get(decision.verdict, decision.verdict)}: {'one work' if together else 'two works'}",
        *(f"  {reason}" for reason in decision.reasons),
        "",
        *_side_by_side([found.references[place] for place in shown], [found.ids[place] for place in shown]),
    ]
    return "\n".join(lines) + "\n"


def _decision(found: Clustering, left: int, right: int) -> Decision:
    """What a person decided, else what was found of the pair among all records, else what the two say by themselves."""
    known = found.grouping.known
    if said := found.decided.get((left, right)):
        return why(found.references, Pair(left, right, said, decided=True), known)
    pairs = (*found.grouping.pairs, *found.grouping.versions)
    pair = next((pair for pair in pairs if (pair.left, pair.right) == (left, right)), None)
    if pair:
        return why(found.references, pair, known)
    alone = explain(found.references[left], found.references[right], known=known)
    if alone.verdict != "same" and any(left in members and right in members for members in found.grouping.groups):
        return why(found.references, Pair(left, right, "same"), known)
    return alone


def _side_by_side(references: Sequence[Reference], ids: Sequence[str]) -> Iterator[str]:
    rows = [("", *ids)] + [(name, *(_text(reference, name) for reference in references)) for name in _SHOWN]
    for name, left, right in rows:
        if left or right:
            yield f"  {name:<11}{_short(left):<{_WIDTH + 2}}{_short(right)}".rstrip()


def _text(reference: Reference, name: str) -> str:
    if name == "type":
        return reference.type
    return reference.year if name == "year" else reference.get(name)


def _short(text: str) -> str:
    return shorten(text, _WIDTH, placeholder=" …") if " " in text else text[:_WIDTH]
