"""The white space between the pieces of a file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from citekit.formatting.cutting import Piece
from citekit.formatting.layout import Layout


def gaps(pieces: Sequence[Piece], wish: Layout) -> list[str]:
    """What stands before each of the pieces, which come in the new order."""
    return ["", *(_gap(before, after, wish) for before, after in pairwise(pieces))]


def _gap(before: Piece, after: Piece, wish: Layout) -> str:
    """A comment stays behind the block on whose line it begins, and directly above the block on the line under it; between
    comments nothing changes; what stands close to an `@string` stays so."""
    if after.is_beside and not before.is_remark:
        return " "
    if before.is_remark and after.is_remark:
        return "\n" * max(after.gap.count("\n"), 1)
    above = before.kind == "comment" and not before.is_beside
    with_strings = before.kind in ("string", "comment") and after.kind in ("string", "comment", "preamble")
    if (above or with_strings) and after.is_attached:
        return "\n"
    return "\n" * (wish.blank_lines + 1)
