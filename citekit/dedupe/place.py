"""Where and when two references stand: year, volume, issue and pages. Each function gives the word for a `Comparison`."""

from __future__ import annotations

from citekit.dedupe.folded import Folded
from citekit.values.numbers import is_year
from citekit.values.pages import ARTICLE_NUMBER, figures


def years(a: int, b: int) -> str:
    """`near` for two years in a row: online first, and slips; `off` for up to three years: slips, and reports that came out as articles."""
    if not a or not b:
        return "missing"
    return ("agree", "near", "off", "off")[abs(a - b)] if abs(a - b) < 4 else "contradict"


def _counts(a: tuple[str, ...], b: tuple[str, ...]) -> str:
    """`88 Suppl 1` agrees with `88`: one number in common is enough."""
    if not a or not b:
        return "missing"
    return "agree" if a[0] == b[0] or not set(a).isdisjoint(b) else "contradict"


def volumes(a: Folded, b: Folded) -> str:
    """A volume that is but a year (`2009`) agrees with its like and says nothing against others: some databases fill it so."""
    found = _counts(a.volume, b.volume)
    return "missing" if found == "contradict" and (is_year(a.volume[0]) or is_year(b.volume[0])) else found


def issues(a: Folded, b: Folded, volume: str, page: str) -> str:
    """`elsewhere`: the volume is the same, but the issue is not, and no page says otherwise. Issues without numbers
    (`Suppl`, `Spring`) do not compare."""
    if not a.number or not b.number or not (a.number[0].isdecimal() and b.number[0].isdecimal()):
        return "missing"
    found = _counts(a.number, b.number)
    return "elsewhere" if found == "contradict" and volume == "agree" and page != "agree" else found


def first_pages(a: Folded, b: Folded) -> str:
    """`weak` when both start on page 1, as all articles of some journals do.

    `next` when one range begins behind the end of the other; `brief` when one is a page or two, the other an article; `untold` when
    only one side says.

    `unclear` when they differ and may still be right, both: an article number and a page of another kind, page 1 and a page of the
    volume, a single page that lies inside the other's range.
    """
    if not a.first_page or not b.first_page:
        return "untold" if a.first_page or b.first_page else "missing"
    x, y = figures(a.first_page), figures(b.first_page)
    if a.first_page == b.first_page or (x and x == y):
        return "weak" if x == "1" else "agree"
    if "1" in (x, y) or (len(x) >= ARTICLE_NUMBER) != (len(y) >= ARTICLE_NUMBER):
        return "unclear"
    if _inside(a, y) or _inside(b, x):
        return "unclear"
    if _follows(a, y) or _follows(b, x):
        return "next"
    return "brief" if _is_brief_beside(a, b) or _is_brief_beside(b, a) else "contradict"


_BRIEF = 2  # pages
_ARTICLE = 6


def _is_brief_beside(note: Folded, article: Folded) -> bool:
    return 0 < _length(note) <= _BRIEF and _length(article) >= _ARTICLE


def _length(fold: Folded) -> int:
    """Pages of a range; 0 when the end is not said."""
    first, last = figures(fold.first_page), figures(fold.last_page)
    return int(last) - int(first) + 1 if first and last else 0


def _follows(before: Folded, page: str) -> bool:
    last = figures(before.last_page)
    return bool(last and page) and int(page) == int(last) + 1


_LEAST_PAGES = 3  # on fewer, two letters or conference abstracts may stand together


def places(a: Folded, b: Folded) -> str:
    """`agree` when both stand on the same several pages of the same volume; `missing` when that is not known."""
    if not a.last_page or a.last_page != b.last_page or not a.volume or not b.volume:
        return "missing"
    first, last = figures(a.first_page), figures(a.last_page)
    if first == "1" or first != figures(b.first_page) or not first or not last:
        return "missing"
    if int(last) - int(first) + 1 < _LEAST_PAGES:
        return "missing"
    return "agree" if volumes(a, b) == "agree" and _counts(a.number, b.number) != "contradict" else "missing"


def _inside(whole: Folded, page: str) -> bool:
    first, last = figures(whole.first_page), figures(whole.last_page)
    return bool(first and last and page) and int(first) < int(page) <= int(last)
