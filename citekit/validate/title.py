"""Are these the titles of one work?"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from citekit.model import Reference
from citekit.sources.work import Work
from citekit.validate.evidence import Evidence
from citekit.values.notices import may_be_notice, without_stamp
from citekit.values.titles import fold_title

_SUBTITLE = re.compile(r"\s*[:.?!]\s+|\s+[-–—]\s+")


def check_title(reference: Reference, work: Work) -> Evidence:
    """A whole title weighs 3, a slip of the pen 2, a lost subtitle or a title that many works have 1."""
    ours = ": ".join(part for part in (reference.title, reference.get("subtitle")) if part)
    theirs = work.full_title
    if not _squash_title(ours) or not _squash_title(theirs):
        return Evidence("title", "missing", ours, theirs)
    weight = 0 if may_be_notice(ours) != may_be_notice(theirs) else _same_title(ours, work)
    return Evidence("title", "agree" if weight else "contradict", ours, theirs, weight)


def _same_title(ours: str, work: Work) -> int:
    """What the agreement of two titles weighs: 0 none, 1 one lacks its subtitle, 2 nearly the same, 3 the same."""
    title, whole = map(without_stamp, (work.title, work.full_title))
    if any(_squash_title(ours) == _squash_title(theirs) for theirs in (title, whole)):
        return title_weight(ours)
    if any(_nearly(ours, theirs) for theirs in (title, whole)):
        return min(2, title_weight(ours))
    return int(any(_lacks_subtitle(a, b) or _lacks_subtitle(b, a) for a, b in ((ours, title), (ours, whole))))


def title_weight(title: str) -> int:
    """`Editorial` or `Book reviews` names many works, six words hardly two."""
    words = fold_title(title).split()
    return 3 if len(words) >= 4 and sum(map(len, words)) >= 20 else 1


def _squash_title(title: str) -> str:
    return fold_title(title).replace(" ", "")


def _nearly(a: str, b: str) -> bool:
    """Do two titles differ by no more than a slip of the pen? Every number and single letter must be the same."""
    x, y = fold_title(a).split(), fold_title(b).split()
    if sorted(filter(_counts, x)) != sorted(filter(_counts, y)):
        return False
    pair = SequenceMatcher(None, "".join(x), "".join(y), autojunk=False)
    return pair.real_quick_ratio() >= 0.92 and pair.quick_ratio() >= 0.92 and pair.ratio() >= 0.92


def _counts(word: str) -> bool:
    """Part `2` is not part `3`, nor hepatitis `B` hepatitis `C`, nor `ii` `iii`."""
    return bool(re.search(r"\d", word) or re.fullmatch(r"[b-z]|[ivx]+", word))


def _lacks_subtitle(short: str, long: str) -> bool:
    """Is `short` all of `long` up to a colon, a dash or a full stop, or a good part of it from one end?

    Records lose subtitles, and words in italics at either end: `gen. nov., sp. nov., isolated from …`. Reference
    lists leave their numbers at the beginning: `14. Drug insight: …`. But a number at the end is a part's: `… II`.
    """
    piece = _squash_title(short)
    if piece == _squash_title(_SUBTITLE.split(long, maxsplit=1)[0]):
        return bool(piece)
    words = fold_title(long).split()
    for cut in range(1, len(words)) if len(piece) >= 20 else ():
        ends_alike = "".join(words[cut:]) == piece
        begins_alike = "".join(words[:cut]) == piece and not all(map(_counts, words[cut:]))
        if ends_alike or begins_alike:
            return True
    return False
