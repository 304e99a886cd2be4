"""Three versions of one entry, merged field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from citekit import dedupe
from citekit.git.document import Piece
from citekit.git.heads import merge_heads
from citekit.git.layout import Clash, Layout, Part, layout, put_together
from citekit.git.markers import Markers
from citekit.git.order import woven
from citekit.git.settled import Decision, Settled, clash
from citekit.git.values import alike, settle, together
from citekit.model import Field, Value

UNCLEAR = "changed on both sides, and not written so that its fields can be told apart"


def merge_entry(base: Piece | None, ours: Piece, theirs: Piece, markers: Markers) -> Settled:
    """The entry with the changes of both sides, in our layout; what both changed differently is marked field by field.

    Without a `base` all fields are new. The whole entry is marked when its fields cannot be told apart, or when one side
    put another work under its key.
    """
    if base and (_replaced(base, ours) or _replaced(base, theirs)):
        return clash("one side changed it, the other put another work under its key", markers, base, ours, theirs)
    before, one, two = layout(base) if base else None, layout(ours), layout(theirs)
    if one is None or two is None or (base and before is None):
        return clash(UNCLEAR, markers, base, ours, theirs)
    head = merge_heads(before.head if before else None, one.head, two.head)
    rows = _rows(before.fields if before else {}, one, two)
    fields = [row.result for row in rows if row.result]
    text = put_together(one, head, fields, markers)
    key = one.head.value if isinstance(head, Clash) else head.value
    return Settled(text, key, tuple(_decisions(key, before, one, two, head, rows)))


def _replaced(base: Piece, side: Piece) -> bool:
    """Does the key stand for another work now? Not when only the title or only the authors were corrected."""
    before, now = base.reference, side.reference
    if before is None or now is None:
        return False
    telling = [name for name in ("author", "editor", "title") if name in before.fields]
    if len(telling) < 2 or any(before.fields[name].value == _value(now.fields.get(name)) for name in telling):
        return False
    return dedupe.explain(before, now).verdict == "different"


def _value(field: Field | None) -> Value | None:
    return field.value if field else None


# ---------------------------------------------------------------- fields


@dataclass(frozen=True, slots=True)
class _Row:
    """One field in its versions and as it comes out; `result` is None where it is deleted."""

    name: str
    base: Part | None
    ours: Part | None
    theirs: Part | None
    result: Part | Clash | None

    @property
    def changed(self) -> tuple[bool, bool]:
        """By us, by them."""
        return not alike(self.base, self.ours), not alike(self.base, self.theirs)

    @property
    def shown(self) -> str:
        """Its name as it stands in the file."""
        part = self.ours or self.theirs
        return part.name if part else self.name


def _rows(base: Mapping[str, Part], ours: Layout, theirs: Layout) -> list[_Row]:
    names = woven(list(base), list(ours.fields), list(theirs.fields))
    found = ((name, base.get(name), ours.fields.get(name), theirs.fields.get(name)) for name in names)
    return [_Row(name, o, a, b, _merged(name, o, a, b, ours)) for name, o, a, b in found]


def _merged(name: str, base: Part | None, ours: Part | None, theirs: Part | None, like: Layout) -> Part | Clash | None:
    side = settle(base, ours, theirs)
    if ours is None or theirs is None:
        there = like.adopted(theirs) if theirs else None
        return Clash(ours, there, base) if side is None else ours if side == "ours" else there
    renamed = base is not None and base.name == ours.name != theirs.name  # journal → journaltitle
    label = theirs.label if renamed else ours.label
    value = theirs.value if side == "theirs" else ours.value if side == "ours" else together(name, base, ours, theirs)
    if value is None:
        return Clash(ours, like.adopted(theirs), base)
    return replace(ours, label=label, value=value)


# ---------------------------------------------------------------- the story


def _decisions(
    key: str, base: Layout | None, ours: Layout, theirs: Layout, head: Part | Clash, rows: Sequence[_Row]
) -> Iterator[Decision]:
    clashes = [row.shown for row in rows if isinstance(row.result, Clash)]
    settled = [row for row in rows if not isinstance(row.result, Clash)]
    changes = {
        side: [row.shown for row in settled if row.changed == by]
        for side, by in (("ours", (True, False)), ("theirs", (False, True)))
    }
    if base and not isinstance(head, Clash) and head.name != base.head.name:
        changes["ours" if head.name == ours.head.name else "theirs"].insert(0, "type")
    if base is None:
        yield Decision(key, "added on both sides, made one entry")
    if all(changes.values()):
        said = "; ".join(f"{side}: {', '.join(names)}" for side, names in changes.items())
        yield Decision(key, f"fields of both sides combined ({said})")
    for row in settled:
        if all(row.changed) and row.ours and row.theirs and not row.ours.equals(row.theirs):
            yield Decision(key, _both_have_room(row))
    if isinstance(head, Clash):
        yield Decision(key, f"type or key changed on both sides ({ours.head.text}, {theirs.head.text})", conflict=True)
    elif base and head.value != base.head.value:
        yield Decision(
            key, f"was {base.head.value}, renamed by {'ours' if head.value == ours.head.value else 'theirs'}"
        )
    if clashes:
        yield Decision(key, f"{', '.join(clashes)} changed differently on both sides", conflict=True)


def _both_have_room(row: _Row) -> str:
    ours, theirs, result = row.ours, row.theirs, row.result
    if ours and theirs and ours.means(theirs):
        return f"{row.shown}: one value in two notations, ours stays"
    if isinstance(result, Part) and result.value in (ours and ours.value, theirs and theirs.value):
        return f"{row.shown}: {result.value} stays"
    return f"{row.shown}: the changes of both sides have room"
