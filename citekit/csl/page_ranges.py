"""How ranges of pages are printed (CSL 1.0.2, Appendix V: "Page Range Formats").

formatted("321-328, S2-S9", "minimal", locale)        # "321–8, S2–9"
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from citekit.csl import numbers
from citekit.csl.locales import Locale


@lru_cache(maxsize=8192)
def formatted(text: str, form: str, locale: Locale) -> str:
    """Pages with each range in one of the forms `expanded`, `minimal`, `minimal-two`, `chicago`, `chicago-15` and `chicago-16`; in any
    other form the numbers stay and only the delimiter is the locale's. What is no range stays as it is."""
    shorten = _FORMS.get(form)
    return numbers.each(text, locale, lambda piece: _range(piece, shorten, locale))


def _range(piece: str, shorten: Callable[[str, str], str] | None, locale: Locale) -> str:
    ends = numbers.ends(piece)
    if not ends:
        return numbers.last_of_chain(piece, locale)
    first, last = map(numbers.number, ends)
    if not shorten or not first or not last or first.prefix != last.prefix or first.suffix or last.suffix:
        return numbers.hyphenated(piece, locale)
    whole = _in_full(first.digits, last.digits)
    is_falling = _is_falling(first.digits, whole)
    short = whole if is_falling else shorten(first.digits, whole)
    prefix = last.prefix if is_falling or shorten is _expanded else ""
    return f"{ends[0]}{numbers.delimiter(locale)}{prefix}{short}"


def _in_full(first: str, last: str) -> str:
    """`321`, `28` → `328`; a last page that would lie before the first stays as it is."""
    whole = first[: max(0, len(first) - len(last))] + last
    return last if _is_falling(first, whole) else whole


def _is_falling(first: str, last: str) -> bool:
    """Pages that do not rise (`198-198`, `20-15`) are never shortened."""
    return (len(last), last) <= (len(first), first)


def _expanded(first: str, last: str) -> str:
    return last


def _changed(first: str, last: str, least: int = 1) -> str:
    """The digits of the last page from the first one that changes, but not fewer than `least`."""
    if len(first) != len(last):
        return last
    same = next(place for place, digit in enumerate(last) if digit != first[place])
    return last[min(same, max(0, len(last) - least)) :]


def _two(first: str, last: str) -> str:
    return _changed(first, last, 2)


def _chicago_16(first: str, last: str) -> str:
    """3–10, 100–104, 107–8, 321–28, 1496–500"""
    if len(first) < 3 or first.endswith("00"):
        return last
    return _changed(first, last, 1 if first[-2] == "0" else 2)


def _chicago_15(first: str, last: str) -> str:
    """As `_chicago_16`, but 1496–1504: of four digits, three are not changed alone."""
    short = _chicago_16(first, last)
    return last if len(first) == 4 and len(short) == 3 else short


_FORMS: Mapping[str, Callable[[str, str], str]] = {
    "expanded": _expanded,
    "minimal": _changed,
    "minimal-two": _two,
    "chicago": _chicago_15,
    "chicago-15": _chicago_15,
    "chicago-16": _chicago_16,
}
