"""Words broken at a line's end: `Distri-` over `buted`, but `Disease-` over `associated`.

Whether the hyphen belongs to the word is told by the rest of the page, so it is told last: until then a soft hyphen (U+00AD) holds
the place. Nothing else writes one into an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_AT_LINE_END = ("-", "‐", "\u00ad", "¬")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]*)\u00ad([^\W\d_]*)")
# As first parts these keep their hyphen: `self-reported`, `long-term`.
_FIRST_PARTS = frozenset("self well ill long short high low two three four cross half all ex".split())


def is_broken(before: str, after: str) -> bool:
    """Does a word end one line and go on in the next? Not `1--` over `9`, `IL-` over `1`, `Müller-` over `Schmidt`."""
    return before.endswith(_AT_LINE_END) and not before.endswith("--") and after[:1].islower()


def held(before: str) -> str:
    """The line with its last hyphen made soft."""
    return before[:-1] + "\u00ad"


def words(lines: Iterable[str]) -> frozenset[str]:
    """All words of a page's lines in lower case, those with hyphens whole. Words that a line's end breaks are not among them."""
    known: set[str] = set()
    broken = False
    for line in lines:
        found = _WORD.findall(line)
        ends_broken = line.endswith(_AT_LINE_END)
        known.update(word.lower() for word in found[broken : len(found) - ends_broken])
        broken = ends_broken
    return frozenset(known)


def joined(text: str) -> str:
    """A text of several lines on one, words that the line ends broke put together."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    whole = lines[0] if lines else ""
    for line in lines[1:]:
        whole = held(whole) + line if is_broken(whole, line) else f"{whole} {line}"
    return settled(whole.strip(), words(lines))


def settled(text: str, known: frozenset[str]) -> str:
    """The text with each soft hyphen dropped, or made a hyphen where the page shows that it is one."""
    return _BROKEN.sub(lambda match: _settled(match[1], match[2], known), text) if "\u00ad" in text else text


def _settled(first: str, second: str, known: frozenset[str]) -> str:
    one, other = first.lower(), second.lower()
    if one + other in known:
        return first + second
    whole_words = len(one) > 2 and len(other) > 3 and one in known and other in known
    if f"{one}-{other}" in known or whole_words or one in _FIRST_PARTS:
        return f"{first}-{second}"
    return first + second
