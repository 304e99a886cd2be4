"""Words that messages share."""

from __future__ import annotations

_MOST = 60


def quoted(text: str) -> str:
    """A value on one line, cut where it is long: `“Smith, John”`."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= _MOST else line[: _MOST - 1] + '…'}”"


def listed(words: list[str], most: int = 4) -> str:
    """`DNA`, `DNA and RNA`, `DNA, RNA, mRNA, tRNA and 3 more`"""
    shown = [*words[:most], f"{len(words) - most} more"] if len(words) > most else words
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
