"""What sets two titles apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.dedupe.authorship import less
from citekit.dedupe.folded import Folded
from citekit.values.likeness import ratio, slips
from citekit.values.titles import GENERIC

_SMALL_WORDS = frozenset(
    "a an the of and or in on for to with by from at as is its der die das und le la les et".split()
)
LEAST_ALIKE = 75.0
"""Titles less alike than this, from 0 to 100, are *different*."""
_SHORT_TITLE = 25
_LONG_ENOUGH = 30  # letters of a title that stands whole within a longer one
_LEFTOVERS_ALIKE = 70.0
_GREEK = re.compile(r"alpha|beta|gamma|delta|epsilon|zeta|kappa|lambda|mu|omega|sigma|theta")
# Beginnings that turn a word into its opposite or another: hyperthermia is no slip for hypothermia.
_TURNS = re.compile(
    "hyper|hypo|pre|post|intra|inter|extra|infra|supra|anti|pro|over|under|macro|micro|mono|multi|uni|bi|in|de|ab|ad|ex|un|non"
    "|endo|exo|a"
)


def titles(a: Folded, b: Folded) -> tuple[str, float]:
    """The titles' relation, and their likeness from 0 to 100.

    `equal`, or `short` when equal but of few letters, or `generic` for an equal *Editorial*; `spelled`: the words differ
    in spelling only; `headed`: one lacks the subtitle; `within`: one stands whole within the other; `longer`: one has words the other
    lacks; `misspelt`: words differ by more than a slip, but may be the same; `reworded`: words were exchanged; `different`.
    """
    if not a.squashed or not b.squashed:
        return "missing", 0.0
    if a.squashed == b.squashed:
        return _equal(a), 100.0
    likeness = ratio(a.squashed, b.squashed, LEAST_ALIKE)
    if _breaks_off(a, b) or _breaks_off(b, a):
        return "headed", likeness or _shorter_in_longer(a.squashed, b.squashed)
    if a.squashed in b.heads or b.squashed in a.heads:
        return "headed", likeness or _shorter_in_longer(a.squashed, b.squashed)
    if not likeness:
        return "different", 0.0
    relation = _words_apart(a.title, b.title)
    if relation == "spelled" and (is_generic(a) or is_generic(b)):
        return "generic", likeness
    if relation == "longer" and _is_within(a.squashed, b.squashed):
        return "within", likeness
    return relation, likeness


def _breaks_off(cut: Folded, whole: Folded) -> bool:
    """`Database issues in telecommunications netw…`"""
    if not cut.plain.rstrip().endswith(("…", "...")) or len(cut.squashed) < _SHORT_TITLE:
        return False
    return whole.squashed.startswith(cut.squashed)


def is_generic(fold: Folded) -> bool:
    """Is this a title that thousands of works share: *Editorial*, *Book reviews*?"""
    return fold.recurring or all(word in GENERIC for word in fold.title.split())


def _equal(fold: Folded) -> str:
    if is_generic(fold):
        return "generic"
    return "short" if len(fold.squashed) < _SHORT_TITLE else "equal"


def _shorter_in_longer(a: str, b: str) -> float:
    return 100.0 * min(len(a), len(b)) / max(len(a), len(b))


def _is_within(a: str, b: str) -> bool:
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return len(short) >= _LONG_ENOUGH and short in long


def _words_apart(a: str, b: str) -> str:
    """What sets two like titles apart: `spelled`, `longer`, `misspelt` or `reworded`."""
    left, right = a.split(), b.split()
    whole_left, whole_right = less(left, right), less(right, left)
    only_left, only_right = _of_weight(whole_left), _of_weight(whole_right)
    if "".join(only_left) == "".join(only_right):
        return "spelled"
    _drop_misspelt(only_left, only_right)
    if only_left and only_right:
        _drop_lost_greek(only_left, only_right)
    if not only_left and not only_right:
        return "spelled"
    if _are_a_slip("".join(whole_left), "".join(whole_right)):
        return "spelled"
    if not only_left or not only_right:
        return "longer"
    return "misspelt" if _may_be_a_slip("".join(whole_left), "".join(whole_right)) else "reworded"


def _drop_misspelt(left: list[str], right: list[str]) -> None:
    for word in tuple(left):
        other = next((candidate for candidate in right if _are_a_slip(word, candidate)), "")
        if other:
            left.remove(word)
            right.remove(other)


def _drop_lost_greek(left: list[str], right: list[str]) -> None:
    """Databases lose Greek letters: `nf kappab` in one is `nf b` in another. `alpha` is still not `beta`."""
    if any(map(_GREEK.search, left)) and any(map(_GREEK.search, right)):
        return
    for word in tuple(left):
        bare = _GREEK.sub("", word)
        other = next((o for o in right if _GREEK.sub("", o) == bare), "")
        if other or not bare:
            left.remove(word)
        if other:
            right.remove(other)


def _of_weight(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in _SMALL_WORDS]


def _are_a_slip(a: str, b: str) -> bool:
    """`ischaemia` ~ `ischemia`, `recieve` ~ `receive`, `withxcare` ~ `withcare`; not `rats` ~ `mice`, `hypertonic` ~ `hypotonic`, and
    never two numbers."""
    longest = max(len(a), len(b))
    most = max(1, longest // 5)
    if longest < 4:
        return len(a) == len(b) == 3 and sorted(a) == sorted(b) and slips(a, b, 1) == 1 and a.isalpha()  # est ~ set
    if abs(len(a) - len(b)) > most or slips(a, b, most) > most:
        return False
    return _digits(a) == _digits(b) and not _turned(a, b)


def _may_be_a_slip(a: str, b: str) -> bool:
    """`tumble` ~ `tunable`, `geneotc` ~ `genetic`: too much to be told from another word without more to go on."""
    return _digits(a) == _digits(b) and not _turned(a, b) and ratio(a, b, _LEFTOVERS_ALIKE) > 0


def _digits(word: str) -> list[str]:
    return [] if word.isalpha() else sorted(filter(str.isdigit, word))


def _turned(a: str, b: str) -> bool:
    """`hypertonic` and `hypotonic`, `prenatal` and `postnatal`, `increase` and `decrease`; `typical` and `atypical`."""
    one, other = _TURNS.match(a), _TURNS.match(b)
    if not one and not other:
        return False
    rest_a, rest_b = a[one.end() :] if one else a, b[other.end() :] if other else b
    return rest_a == rest_b and len(rest_a) > 3
