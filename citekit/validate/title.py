"""Are these the titles of one work?"""

from __future__ import annotations

import re
from itertools import accumulate

from citekit.sources.work import Work
from citekit.validate.evidence import Evidence
from citekit.validate.told import Told
from citekit.values.likeness import ratio
from citekit.values.notices import may_be_notice, without_stamp
from citekit.values.titles import fold_title

_SUBTITLE = re.compile(r"[:.?!]\s|\s[-–—]\s")
_ALIKE = 92.0  # a slip of the pen
_LONG = 20  # letters of a piece of a title that cannot well be chance
_SURELY_ONE = 40  # letters of a title that hardly two works have
_LONGEST = 2_000  # letters of a title that is compared letter by letter
_SHORT = 10  # letters of a title that can be looked for in a text
_PIECE = 6  # letters of a piece that needs a page to bear it out


def check_title(told: Told, work: Work) -> Evidence:
    """A whole title weighs 3, a slip of the pen 2; 1 a lost subtitle, a part that lacks the rest, or a title that many works have.

    A title that was read wrongly is looked for in the text.
    """
    reference = told.reference
    ours = ": ".join(part for part in (reference.title, reference.get("subtitle")) if part)
    theirs = work.full_title
    if not _squash_title(theirs) or not (_squash_title(ours) or told.text):
        return Evidence("title", "missing", ours, theirs)
    if may_be_notice(ours) != may_be_notice(theirs):
        return Evidence("title", "contradict", ours, theirs)
    weight = max((_same_title(ours, work, title) for title in (work.title, *work.original_titles)), default=0)
    if told.text and not weight:
        weight = _in_text(told, work)
    elif told.text and weight == 1 and _ends_with(ours, theirs):
        weight = 2
    return Evidence("title", "agree" if weight else "contradict", ours, theirs, weight)


def _same_title(ours: str, work: Work, title: str) -> int:
    """What the agreement of two titles weighs: 0 none, 1 one lacks a part, 2 nearly the same, 3 the same."""
    if not _squash_title(ours):
        return 0
    whole = without_stamp(work.full_title) if title == work.title else title
    title = without_stamp(title)
    if any(_squash_title(ours) == _squash_title(theirs) for theirs in (title, whole)):
        return title_weight(ours)
    if any(_nearly(ours, theirs) for theirs in (title, whole)):
        return min(2, title_weight(ours))
    return int(
        any(_lacks_subtitle(a, b) or _lacks_subtitle(b, a) for a, b in ((ours, title), (ours, whole)))
        or _is_piece(title, ours)
    )


def _in_text(told: Told, work: Work) -> int:
    """What it weighs that a title stands in the text, elsewhere than where the title was read: a long one 3, a short one, which
    may be part of another, 1."""
    for theirs in dict.fromkeys((work.full_title, work.title)):
        if title_weight(theirs) == 3 and _squash_title(theirs) in told.letters:
            return 3
    return int(len(_squash_title(work.title)) >= _SHORT and told.says(work.title))


def title_weight(title: str) -> int:
    """`Editorial` or `Book reviews` names many works, six words hardly two."""
    words = fold_title(title).split()
    return 3 if len(words) >= 4 and sum(map(len, words)) >= 20 else 1


def is_long(title: str) -> bool:
    """Is this title so long that two works of one author hardly share it?"""
    return len(_squash_title(title)) >= _SURELY_ONE


def are_alike(a: str, b: str) -> bool:
    """Do two titles differ in a few letters, whatever these mean? `a2-adrenoceptor` and `α2-adrenoceptor`, but `part 2` and `part 3`, too."""
    one, other = _squash_title(a), _squash_title(b)
    return max(len(one), len(other)) <= _LONGEST and ratio(one, other, _ALIKE) > 0


def is_one_part(a: str, b: str) -> bool:
    """Do two titles count alike: both *part II*, both of 2019? Not so *part II* and *part III*."""
    one, other = (sorted(word for word in fold_title(title).split() if _COUNTER.fullmatch(word)) for title in (a, b))
    return one == other


def _squash_title(title: str) -> str:
    return fold_title(title).replace(" ", "")


def _nearly(a: str, b: str) -> bool:
    """Do two titles differ by no more than a slip of the pen? Every number and single letter must be the same."""
    if not are_alike(a, b):
        return False
    x, y = fold_title(a).split(), fold_title(b).split()
    return sorted(filter(_counts, x)) == sorted(filter(_counts, y))


_COUNTER = re.compile(r"\d+|[ivx]+|[b-z]")


def _counts(word: str) -> bool:
    """Part `2` is not part `3`, nor hepatitis `B` hepatitis `C`, nor `ii` `iii`."""
    return bool(re.search(r"\d", word) or re.fullmatch(r"[b-z]|[ivx]+", word))


def _lacks_subtitle(short: str, long: str) -> bool:
    """Is `short` all of `long` up to a colon, a dash or a full stop, or a good part of it from one end?

    Records lose subtitles, and words in italics at either end: `gen. nov., sp. nov., isolated from …`. Reference
    lists leave their numbers at the beginning: `14. Drug insight: …`. But a number at the end is a part's: `… II`.
    """
    piece = _squash_title(short)
    whole = _squash_title(long)
    if not piece or piece not in whole:
        return False
    if piece == _squash_title(_SUBTITLE.split(long, maxsplit=1)[0]):
        return True
    if len(piece) < _LONG:
        return False
    words = fold_title(long).split()
    ends = {
        end: place for place, end in enumerate(accumulate(map(len, words)), 1)
    }  # letters up to a word's end → words
    rest = words[ends.get(len(piece), 0) :]
    begins_alike = whole.startswith(piece) and len(piece) in ends and not all(map(_counts, rest))
    return begins_alike or (whole.endswith(piece) and len(whole) - len(piece) in ends)


def _ends_with(ours: str, theirs: str) -> bool:
    """Is theirs the whole end of ours, before which a group of authors was taken for its beginning?"""
    piece = _squash_title(theirs)
    return len(piece) >= _SURELY_ONE and _squash_title(ours).endswith(piece)


def _is_piece(theirs: str, ours: str) -> bool:
    """Did a record lose what stood in italics or below the line, and all that followed? `First results of`, `Increased O`."""
    piece, whole = fold_title(theirs), fold_title(ours)
    return _PIECE <= len(piece) < len(whole) and f" {piece} " in f" {whole} " and title_weight(ours) == 3
