"""Where a work stands: the names of what holds it, its volume, issue and pages, from tags that say them piece by piece."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.exchange.tags.collected import Collected, Said
from citekit.model import Origin
from citekit.values import numbers, pages
from citekit.values.blanks import one_line
from citekit.values.journals import is_abbreviated, same_journal
from citekit.values.markup import plain


def container(collected: Collected, said: Said, whole: Sequence[str], short: Sequence[str]) -> None:
    """What holds the work, from tags with its whole name and tags with an abbreviation, the best first in `whole` and `short`.

    A tag may be in both. An abbreviation that nothing else names is the container, too.
    """
    names = sorted((each for each in said if each.name in whole), key=lambda each: whole.index(each.name))
    best = _best(names)
    if best:
        collected.put("container", plain(best.text), best)
    for each in sorted((each for each in said if each.name in short), key=lambda each: short.index(each.name)):
        text = plain(each.text)
        if each is best:
            continue
        if "container" not in collected.fields:
            collected.put("container", text, each)
        if text != collected.get("container") or (each.name not in whole and is_abbreviated(text)):
            collected.put("container_short", text, each)
    for each in names:
        text = plain(each.text)
        if each.name in short or text in (collected.get("container"), collected.get("container_short")):
            continue
        abbreviated = is_abbreviated(text) and same_journal(text, collected.get("container"))
        collected.put("container_short" if abbreviated else "container", text, each)


def _best(names: Said) -> Origin | None:
    """The first; a later one where the first is its abbreviation."""
    if not names:
        return None
    first = plain(names[0].text)
    if is_abbreviated(first):
        for each in names[1:]:
            if not is_abbreviated(text := plain(each.text)) and same_journal(first, text):
                return each
    return names[0]


def volume(collected: Collected, name: str, said: Said) -> None:
    """`50(2)` is volume and issue, where no other tag gives the issue."""
    for each in said:
        text = plain(each.text)
        first, rest = numbers.volume_and_issue(text) if "number" not in collected.fields else (text, "")
        if rest and "/" not in text and "volume" not in collected.fields:
            collected.put("volume", first, each)
            collected.put("number", rest, each)
        else:
            collected.put("volume", numbers.volume(text), each)


def issue(collected: Collected, name: str, said: Said) -> None:
    for each in said:
        collected.put("number", numbers.issue(plain(each.text)) or plain(each.text), each)


def page_range(collected: Collected, said: Said, first: Sequence[str], last: str) -> None:
    """First and last page to `354--357`. The first may hold the whole range; tags behind the first of `first` stand in for it."""
    starts = sorted((each for each in said if each.name in first), key=lambda each: first.index(each.name))
    ends = [each for each in said if each.name == last]
    start, end = next(iter(starts), None), next(iter(ends), None)
    at = start or end
    if at is None:
        return
    collected.put("pages", pages.between(one_line(start.text) if start else "", one_line(end.text) if end else ""), at)
    for each in (*starts[1:], *ends[1:]):
        if one_line(each.text) != one_line(at.text):
            collected.keep(each)


_COUNT = re.compile(r"\d+|[ivxlc]+\s?[,+]\s?\d+\.?", re.IGNORECASE)


def extent(collected: Collected, said: Said) -> None:
    """The number of pages of a whole work (`327`, `xx, 327 p.`), or its pages where a range stands there."""
    for each in said:
        text = one_line(each.text)
        bare = re.sub(r"\s?(?:pp?|pages?|S)\.?$", "", text, flags=re.IGNORECASE)
        if _COUNT.fullmatch(bare):
            collected.put("pagetotal", bare, each)
        else:
            collected.put("pages", pages.between(text, ""), each)
