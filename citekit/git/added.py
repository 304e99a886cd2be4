"""One work that both sides added: one entry of the two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from citekit import dedupe
from citekit.bibtex.fields import notation, written_name
from citekit.git.document import Piece
from citekit.git.entries import UNCLEAR, merge_entry
from citekit.git.heads import with_type
from citekit.git.layout import Layout, Part, layout, put_together
from citekit.git.markers import Markers
from citekit.git.order import woven
from citekit.git.settled import Decision, Settled, clash, taken
from citekit.git.works import content
from citekit.merging import Merged, merge_group
from citekit.model import Field, Reference
from citekit.values.key_lists import keys_in


def merge_added(ours: Piece, theirs: Piece, markers: Markers) -> Settled:
    """What both sides added, under our key; another key of theirs goes into `ids`.

    Where it is one work, `citekit.merging` says which values stay. Where that is not sure (only the key says so), all
    fields are kept and those that differ are marked.
    """
    one, two = ours.reference, theirs.reference
    if one is None or two is None or (one.key == two.key and content(one) == content(two)):
        return taken(ours)
    if dedupe.explain(one, two).verdict != "same":
        return merge_entry(None, ours, theirs, markers)
    mine, yours = layout(ours), layout(theirs)
    if mine is None or yours is None:
        return clash(UNCLEAR, markers, None, ours, theirs)
    merged = merge_group([one, replace(two, key=one.key)])
    fields = _fields(_with_id(merged.reference, one, two), mine, yours)
    text = put_together(mine, with_type(mine.head, merged.reference.type), fields, markers)
    return Settled(text, one.key, tuple(_decisions(one, two, merged)))


def _with_id(merged: Reference, ours: Reference, theirs: Reference) -> Reference:
    """The merged reference under our key, with theirs among `ids` (biblatex manual §2.2.3)."""
    if ours.key.lower() == theirs.key.lower():
        return merged
    known = {*keys_in(merged.get("ids")), theirs.key}
    return merged.with_field("ids", ",".join(sorted(known - {"", ours.key})))


def _fields(merged: Reference, ours: Layout, theirs: Layout) -> list[Part]:
    """The parts of the merged entry: as our file has them, else as theirs, else newly written."""
    names = woven((), list(ours.fields), list(theirs.fields))
    written = {part.name for part in (*ours.fields.values(), *theirs.fields.values())}
    new = {name: written_name(name, merged.type, "", written) for name in merged.fields if name not in names}
    parts = [
        *(_part(name, merged.fields.get(name), ours, theirs) for name in names),
        *(ours.adopted(Part("", f"{shown} = ", _source(name, merged), "")) for name, shown in new.items()),
    ]
    return [part for part in parts if part]


def _part(name: str, field: Field | None, ours: Layout, theirs: Layout) -> Part | None:
    mine, yours = ours.fields.get(name), theirs.fields.get(name)
    there = ours.adopted(yours) if yours else None
    if (
        field is None
    ):  # what says nothing (empty, or given twice) stays; else another field says it now, as `year` the `date`
        return None if any(part and part.meaning is not None for part in (mine, yours)) else mine or there
    if mine and mine.meaning == field.value:
        return mine
    source = yours.value if yours and yours.meaning == field.value else notation(name, field.value)
    like = mine or there
    return replace(like, value=source) if like else None


def _source(name: str, merged: Reference) -> str:
    return notation(name, merged.fields[name].value)


def _decisions(ours: Reference, theirs: Reference, merged: Merged) -> Iterator[Decision]:
    if ours.key.lower() == theirs.key.lower():
        yield Decision(ours.key, "added on both sides, made one entry")
    else:
        reasons = "; ".join(dedupe.explain(ours, theirs).reasons[:3])
        yield Decision(
            ours.key, f"is the work that theirs added as {theirs.key} ({reasons}); {theirs.key} is in ids now"
        )
    for problem in merged.problems:
        yield Decision(ours.key, problem.message)
