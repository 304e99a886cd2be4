r"""Addresses and days of access in `howpublished` and `note`, where authors put them for the styles of BibTeX.

howpublished = {\url{https://x.org}}            note = {[Online; accessed 22-July-2004]}            howpublished = {Available at www.x.org}
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from citekit.exchange.csl.markup import plain
from citekit.exchange.csl.printing.dates import day_of
from citekit.exchange.csl.printing.items import Item, text, without
from citekit.model import Reference

_ADDRESS = re.compile(r"<?((?:https?|ftp)://[^\s<>\"]+|www\.[\w-]+\.[^\s<>\"]+)>?", re.IGNORECASE)
_MONTH = r"[^\W\d_]{3,9}\.?"
_DAY = (
    rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:T[\d:.]+Z?)?|\d{{1,2}}(?:st|nd|rd|th)?[\s~.-]{{1,2}}(?:of )?{_MONTH}[\s,-]{{1,2}}\d{{4}}"
    rf"|{_MONTH}[\s~-]{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?,?[\s-]{{1,2}}\d{{4}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}|{_MONTH}[\s,-]{{1,2}}\d{{4}}|\d{{4}}"
)
_ACCESSED = re.compile(
    r"(?:last\s|date\sof\s|date\s|retrieved\sand\s)?(?:accessed|access|visited|visit|retrieved|checked|viewed|consulted|zugriff|abgerufen)(?:\sdate)?"
    rf"(?:\s(?:on|at|am|in))?[:,]?\s?(?:the\s)?(?P<day>{_DAY})(?!\w)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:(?:is |also |freely ){0,3}available(?: online| electronically)?(?: from| at| via| on| under)?|(?:retrieved|downloaded) from"
    r"|see(?: also)?|online(?: at)?|url|web(?: ?site| ?page)?|website|home ?page|link|from|at)\b|[\[\](){}.,:;<>–—\s-]",
    re.IGNORECASE,
)
"""Words that lead to an address, and what stands between them."""

_HOME = re.compile(r"(?<=\w/) (?=[\w.-]{1,30}/)")
"""A tilde that LaTeX took for a space: `www.x.org/~name/`."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells: an address, a day of access (a date of CSL), and what else it says."""

    url: str
    accessed: dict[str, Any]
    rest: str


def with_address(item: Item, reference: Reference) -> Item:
    """The address and the day, where the item lacks them; what else the text says stays in its place."""
    for name in ("medium", "note"):
        if text(item, name):
            item = _apart(item, name)
    days = (reference.get(name) for name in _DAYS if name in reference.fields)
    return {**item, "accessed": found} if "accessed" not in item and (found := day_of(next(days, ""))) else item


_DAYS = (
    "accessed",
    "lastaccessed",
    "accessdate",
    "lastchecked",
    "access-date",
    "visited",
    "lastvisited",
    "date-accessed",
)
"""Fields of other styles for the day of access."""


def _apart(item: Item, name: str) -> Item:
    told = told_apart(plain(text(item, name)))
    url, accessed = text(item, "URL"), item.get("accessed")
    other = bool(told.url) and bool(url) and not _same(url, told.url)
    if not (told.url or told.accessed) or (name == "note" and other):
        return item
    made = without(item, () if told.rest else (name,))
    if told.rest:
        made[name] = html.escape(told.rest, quote=False)
    if told.url and not url:
        made["URL"] = told.url
    if told.accessed and not accessed:
        made["accessed"] = told.accessed
    return made


def told_apart(said: str) -> Told:
    """`Blog, https://x.org (accessed 2 May 2019)` → the address, 2019-05-02 and `Blog`."""
    has_address = ("://" in said or "www." in said) and "\\" not in said
    said = _HOME.sub("~", said) if has_address else said
    address = _ADDRESS.search(said) if has_address else None
    url = address[1].rstrip(".,;:)]}'") if address else ""
    if url.count("(") > url.count(")"):
        url += ")"
    before, _, behind = said.partition(url) if url else (said, "", "")
    left = f"{before} {behind}"
    accessed = _ACCESSED.search(left)
    day = day_of(accessed["day"]) if accessed else {}
    if accessed and day:
        left = f"{left[: accessed.start()]} {left[accessed.end() :]}"
    url = url if "://" in url or not url else f"http://{url}"
    if not (url or day) or _in_the_middle(before, behind):
        return Told(url, day, said)
    return Told(url, day, _tidied(left) if _ABOUT.sub("", left) else "")


def _in_the_middle(before: str, behind: str) -> bool:
    """Does a sentence go on behind its address?"""
    return bool(_ABOUT.sub("", before)) and bool(_ABOUT.sub("", _ACCESSED.sub("", behind)))


def _tidied(left: str) -> str:
    """`Blog, ( )` → `Blog`"""
    text = " ".join(re.sub(r"[(\[<] ?[;,.:]? ?[)\]>]", " ", " ".join(left.split())).split())
    has_point = text.endswith(".") and text[-2:-1].isalnum()
    text = text.rstrip(" ,;:.([<")
    text = text.removesuffix("[Online]").removesuffix("Available at").removesuffix("available at").rstrip(" ,;:.([")
    return (f"{text}." if has_point else text).lstrip(" ,;:.")


def _same(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", url.lower()).rstrip("/")
