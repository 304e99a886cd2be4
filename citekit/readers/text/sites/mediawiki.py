"""A MediaWiki page: its title, then `From` and the wiki's name."""

from __future__ import annotations

import re
from itertools import pairwise

from citekit.readers.text.own import OwnRecord, first_lines

NAME = "wiki page"

_FROM = re.compile(r"From (?P<wiki>[A-Z][\w’' .,-]{2,60})")


def looks_like(text: str) -> bool:
    """`From Ganfyd` under the title and the skin's `Jump to: navigation, search` (since 2020: `Jump to navigation`)."""
    head = text[:2000]
    return bool(re.search(rf"^{_FROM.pattern}$", head, re.M)) and bool(re.search(r"^Jump to:? ?navigation", head, re.M))


def own_record(lines: list[str]) -> OwnRecord | None:
    filled = first_lines(lines)[:6]
    for (above, title), (number, line) in pairwise(filled):
        found = _FROM.fullmatch(line)
        if found:
            return OwnRecord("misc", {"title": title, "howpublished": found["wiki"]}, frozenset({above, number}))
    return None
