"""The merged pieces as one text, with the white space that stood between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from citekit.git.document import Document
from citekit.git.markers import Markers, behind_marker
from citekit.git.matching import Matched
from citekit.git.settled import Pieces, Settled


def composed(
    order: Sequence[int],
    pieces: Pieces,
    matched: Matched,
    documents: tuple[Document, Document, Document],
    markers: Markers,
) -> str:
    """The pieces in this order. Between two that were neighbours before stands what stood there."""
    base, ours, theirs = documents
    before = _gaps(matched.base, base)
    here, there = _gaps(matched.ours, ours), _gaps(matched.theirs, theirs)
    own = {number: gap for gaps in (before, there, here) for (_, number), gap in gaps.items()}
    usual = (ours if len(ours.pieces) > 1 else theirs).usual_gap
    text: list[str] = []
    before_it: Settled | None = None
    for place, number in enumerate(order):
        pair = (order[place - 1], number)
        gap = _merged(before.get(pair), here.get(pair), there.get(pair))
        if place == 0:
            gap = _merged(base.start, ours.start, theirs.start)
        elif gap is None:
            gap = own[number] if "\n" in own.get(number, "") else usual
        text += [_fitted(gap or "", before_it, pieces[number], markers), pieces[number].text]
        before_it = pieces[number]
    end = _merged(base.end, ours.end, theirs.end) or ""
    return "".join([*text, _fitted(end, before_it, None, markers)])


def _gaps(numbers: Sequence[int], document: Document) -> dict[tuple[int, int], str]:
    """The white space between neighbours."""
    return {pair: piece.gap for pair, piece in zip(pairwise(numbers), document.pieces[1:], strict=True)}


def _merged(base: str | None, ours: str | None, theirs: str | None) -> str | None:
    if ours is None or theirs is None:
        return theirs if ours is None else ours
    return theirs if ours == base else ours


def _fitted(gap: str, before: Settled | None, after: Settled | None, markers: Markers) -> str:
    """The gap so that a marker has its line to itself."""
    if before and before.conflict and before.text.rpartition("\n")[2].startswith(">" * markers.size):
        gap = behind_marker(gap)
    if after and after.conflict and after.text.startswith("<" * markers.size):
        gap = gap[: gap.rfind("\n") + 1] or ("\n" if before else "")
    return gap
