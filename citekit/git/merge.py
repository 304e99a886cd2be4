"""The three-way merge of `.bib` texts: entry by entry, field by field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citekit.bibtex.blocks import chunks
from citekit.git.added import merge_added
from citekit.git.collisions import part_keys
from citekit.git.document import Document, Piece, UnmergeableError, broken, document
from citekit.git.entries import merge_entry
from citekit.git.follow import follow_renames
from citekit.git.markers import Markers
from citekit.git.matching import Matched, Trio, match
from citekit.git.order import woven
from citekit.git.settled import Decision, Settled, clash, key_of, taken
from citekit.git.spacing import composed
from citekit.git.works import content
from citekit.model import Progress, unheard


@dataclass(frozen=True, slots=True)
class Outcome:
    """The merged text, what was decided, and how many entries only their side touched."""

    text: str
    decisions: tuple[Decision, ...] = ()
    added: int = 0
    changed: int = 0
    deleted: int = 0

    @property
    def conflicts(self) -> int:
        return sum(decision.conflict for decision in self.decisions)

    @property
    def summary(self) -> str:
        """One line, `""` when there was nothing to merge."""
        counts = ((self.added, "added"), (self.changed, "changed"), (self.deleted, "deleted"))
        parts = (
            [f"{', '.join(f'{n} {what}' for n, what in counts if n)} by theirs"] if any(n for n, _ in counts) else []
        )
        if self.conflicts:
            parts.append(f"{self.conflicts} conflict{'' if self.conflicts == 1 else 's'} marked")
        return f"merged by entries: {'; '.join(parts)}" if parts else ""


def merge3(base: str, ours: str, theirs: str, markers: Markers | None = None, tell: Progress = unheard) -> Outcome:
    """Merges what two sides made of one `.bib` text.

    What only one side touched is taken from it byte for byte, white space between blocks included. Entries are known by
    their keys, their fields merged one by one; what cannot be decided is marked. Raises `UnmergeableError` where a merge by entries
    is not safe: conflict markers in a text, a block only one side has that is not BibTeX, no entry at all.
    """
    tell("reading", 0, 3)
    before = document(base, "base")
    tell("reading", 1, 3)
    here = document(ours, "ours")
    tell("reading", 2, 3)
    documents = before, here, document(theirs, "theirs")
    tell("reading", 3, 3)
    _check(documents)
    markers = markers or Markers()
    matched = match(*documents)
    pieces = {
        number: settled for number, trio in enumerate(matched.trios) if (settled := _settled(trio, markers)) is not None
    }
    pieces = part_keys(follow_renames(pieces, matched.trios, markers), matched.trios, markers)
    order = [number for number in woven(matched.base, matched.ours, matched.theirs) if number in pieces]
    text = composed(order, pieces, matched, documents, markers)
    decisions = tuple(decision for number in order for decision in pieces[number].decisions)
    if not any(decision.conflict for decision in decisions):
        _verify(text, [pieces[number].text for number in order if not _is_comment(matched.trios[number])])
    return Outcome(text, decisions, *_counts(matched))


def _check(documents: Sequence[Document]) -> None:
    blocks = [broken(each.pieces) for each in documents]
    if blocks[0] != blocks[1] or blocks[0] != blocks[2]:
        raise UnmergeableError("a block that is not BibTeX differs between the sides")
    if not any(piece.name for each in documents for piece in each.pieces):
        raise UnmergeableError("there is no entry in it")


def _verify(text: str, blocks: list[str]) -> None:
    """Pieces that read well alone may swallow each other side by side: an entry that lacks its last brace. These are the blocks
    that the text should have, lines between them aside."""
    quick = [chunk.text for chunk in chunks(text) if chunk.kind != "comment" or chunk.text.startswith("@")]
    if quick != blocks and blocks != [p.text for p in document(text, "the result").pieces if p.kind != "comment"]:
        raise UnmergeableError("an entry is not closed")


def _is_comment(trio: Trio) -> bool:
    return any(piece.kind == "comment" for piece in (trio.ours, trio.theirs) if piece)


# ---------------------------------------------------------------- one piece


def _settled(trio: Trio, markers: Markers) -> Settled | None:
    """What becomes of a piece; None when it is deleted."""
    base, ours, theirs = trio.base, trio.ours, trio.theirs
    if ours is None or theirs is None:
        there = ours or theirs
        if base is None or there is None:
            return taken(there) if there else None
        if _alike(base, there):
            return None
        said = "deleted by ours, changed by theirs" if ours is None else "changed by ours, deleted by theirs"
        return clash(said, markers, base, ours, theirs)
    if ours.text == theirs.text or (base and base.text == theirs.text):
        return taken(ours)
    if base and base.text == ours.text:
        return taken(theirs)
    if ours.reference and theirs.reference:
        return merge_entry(base, ours, theirs, markers) if base else merge_added(ours, theirs, markers)
    if _alike(ours, theirs) or (base and _alike(base, theirs)):
        return taken(ours)
    if base and _alike(base, ours):
        return taken(theirs)
    return clash("changed differently on both sides", markers, base, ours, theirs)


def _alike(one: Piece, two: Piece) -> bool:
    """Do two pieces differ in white space or notation only?"""
    if one.reference and two.reference:
        return key_of(one) == key_of(two) and content(one.reference) == content(two.reference)
    return one.text.split() == two.text.split()


def _counts(matched: Matched) -> tuple[int, int, int]:
    added = changed = deleted = 0
    for trio in matched.trios:
        base, ours, theirs = trio.base, trio.ours, trio.theirs
        if not any(side and side.reference for side in (base, ours, theirs)):
            continue
        if base is None:
            added += ours is None
        elif ours is not None and ours.text == base.text:
            deleted += theirs is None
            changed += theirs is not None and theirs.text != base.text
    return added, changed, deleted
