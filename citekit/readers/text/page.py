"""Any text with references in it → the page's own record and its reference strings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from citekit.model import Block, Progress, unheard
from citekit.readers.text.furniture import is_furniture
from citekit.readers.text.items import Item, is_heading
from citekit.readers.text.own import OwnRecord, Site
from citekit.readers.text.running import is_page_number
from citekit.readers.text.segment import segment
from citekit.readers.text.sites import lww, mediawiki, pubmed, pure, springer

# The first that knows the page wins; more particular marks stand before less particular ones.
SITES: tuple[Site, ...] = (lww, pure, springer, mediawiki, pubmed)
GENERIC = "text"


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart. Every line with words on it stands in the own record, in an item, or in `unused`; headings of
    reference lists, lines of link labels and page numbers are understood and stand nowhere."""

    format: str
    own: OwnRecord | None
    items: tuple[Item, ...]
    unused: tuple[Block, ...]
    lines: tuple[str, ...]


def take_apart(text: str, tell: Progress = unheard) -> Page:
    """Chooses the site by what the text looks like; an unknown page still gives its references."""
    written = text.splitlines()
    lines = [" ".join(line.split()) for line in written]
    site = next((site for site in SITES if site.looks_like("\n".join(lines))), None)
    own = site.own_record(lines) if site else None
    taken: frozenset[int] = own.lines if own else frozenset()
    items, scraps = segment(text.splitlines(keepends=True), taken, tell)
    used = taken | {number for item in items for number in item.lines}
    used |= {n for n, line in enumerate(lines, 1) if is_furniture(line) or is_heading(line) or is_page_number(line)}
    unused = sorted([*_unused(written, used), *scraps], key=lambda block: block.line)
    return Page(site.NAME if site else GENERIC, own, tuple(items), tuple(unused), tuple(lines))


def _unused(lines: list[str], used: Iterable[int]) -> Iterable[Block]:
    """What nobody read, one block for each stretch of lines."""
    known = frozenset(used)
    stretch: list[str] = []
    start = 0
    for number, line in enumerate([*lines, ""], 1):
        if number in known or number > len(lines):
            if any(text.strip() for text in stretch):
                yield Block("unused", "\n".join(stretch).strip("\n"), start)
            stretch = []
        else:
            start = start if stretch else number
            stretch.append(line)
