"""Two values side by side: which words of one are not in the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from citekit.report.page.elements import Markup, element, join, text

_WORD = re.compile(r"\S+\s*")
_MOST_WORDS = 250  # compared; comparing costs their product
_LONGEST = 1200  # characters shown of a value that is not compared
_ENDS = 8  # words shown of either end of a long equal stretch
_AT_ONCE = 45  # words before the rest is folded away

Piece = tuple[Markup, int]
"""Some words as markup, and how many."""


def marked(value: str, other: str, missing: str) -> Markup:
    """The value, with `<mark>` around words that `other` has not, and a caret where it lacks words that `other` has;
    `missing` explains the caret.

    Long stretches that are equal are shown by their ends. A value too long to compare is shown by its beginning.
    """
    if max(len(value), len(other)) > 10 * _LONGEST:
        return beginning(value)
    ours, theirs = _WORD.findall(value), _WORD.findall(other)
    if max(len(ours), len(theirs)) > _MOST_WORDS:
        return beginning(value)
    return _folded(_pieces(ours, theirs, missing))


def whole(value: str) -> Markup:
    """The value, with the rest of a long one folded away, and of a very long one only the beginning."""
    if len(value) > 10 * _LONGEST:
        return beginning(value)
    return _folded((text(word), 1) for word in _WORD.findall(value))


def beginning(value: str) -> Markup:
    """The value, or its beginning and how much was left out."""
    if len(value) <= _LONGEST:
        return text(value)
    left = f" [… {len(value) - _LONGEST:,} more characters; the JSON report has them]"
    return join(value[:_LONGEST], element("span", left, class_="cut"))


def _pieces(ours: list[str], theirs: list[str], missing: str) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, [w.strip() for w in theirs], [w.strip() for w in ours], autojunk=False)
    for kind, _, _, start, end in matcher.get_opcodes():
        words = "".join(ours[start:end])
        if kind == "equal":
            yield from _shortened(ours[start:end])
        elif words:
            yield join(element("mark", words.rstrip()), words[len(words.rstrip()) :]), end - start
        else:
            said = element("span", missing, class_="hidden-words")
            yield join(element("span", "\N{CARET}", said, class_="gap", title=missing), " "), 1


def _shortened(words: list[str]) -> Iterator[Piece]:
    left_out = len(words) - 2 * _ENDS
    if left_out < _ENDS:
        yield from ((text(word), 1) for word in words)
        return
    yield text("".join(words[:_ENDS])), _ENDS
    yield element("span", f"[… {left_out} words the same …] ", class_="cut"), 1
    yield text("".join(words[-_ENDS:])), _ENDS


def _folded(pieces: Iterable[Piece]) -> Markup:
    """The pieces, those behind the first some forty words in a fold, unless they are few."""
    head: list[Markup] = []
    tail: list[Markup] = []
    so_far = 0
    for markup, words in pieces:
        (head if so_far < _AT_ONCE else tail).append(markup)
        so_far += words
    if so_far - _AT_ONCE < _AT_ONCE // 3:
        return join(*head, *tail)
    more = element("span", f"… {so_far - _AT_ONCE} more words", class_="more")
    return element("details", element("summary", *head, more), *tail, class_="long")
