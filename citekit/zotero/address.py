"""Addresses of libraries, collections and items in Zotero, as people give them where a file's name may stand.

    zotero:                              the own library, whole
    zotero:collection/ABCD2345           a collection by its key, with those below it
    zotero:collection/My papers          by its name
    zotero:collection/Thesis/Chapter 1   by the names on the way to it
    zotero:item/ABCD2345                 one item
    zotero:tag/to read                   the items with a tag
    zotero:search/fever roe              what Zotero finds for words in titles, creators and years
    zotero:group/123/collection/ABCD2345 all of these in a group, by its number or name
    zotero:user/475425/tag/to read       all of these in somebody's library on zotero.org

`?subcollections=no` behind a collection leaves out those below it. Links that Zotero copies (`zotero://select/library/items/ABCD2345`) are
understood, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from citekit.errors import InputError

Kind = Literal["library", "collection", "item", "tag", "search"]

PREFIX = "zotero:"
_WORDS = {"collections": "collection", "items": "item", "tags": "tag", "groups": "group", "users": "user"}
_BELOW = re.compile(r"\?subcollections=(yes|no)$")
_LINK = re.compile(r"//select/(?:library/|(?=groups/))")
_FORMS = "collection/NAME, item/KEY, tag/NAME or search/WORDS"


@dataclass(frozen=True, slots=True)
class Address:
    """`text` is the address as it was given. `owner` is the number of a user or the number or name of a group, `""` for the own
    library; `value` the name or key of a collection, the key of an item, the tag, or the words of a search."""

    text: str
    group: bool = False
    owner: str = ""
    kind: Kind = "library"
    value: str = ""
    below: bool = True

    @property
    def on_the_web(self) -> bool:
        """Is it somebody's library on zotero.org?"""
        return bool(self.owner) and not self.group


def is_address(text: str) -> bool:
    """Is this an address in Zotero and not the name of a file?"""
    return text.startswith(PREFIX)


def read_address(text: str) -> Address:
    """Raises `InputError` for what is no address of Zotero's."""
    if not is_address(text):
        raise InputError(text, f"not an address in Zotero; it begins with {PREFIX}")
    rest = _LINK.sub("", text.removeprefix(PREFIX), count=1).strip()
    below = _BELOW.search(rest)
    rest = _BELOW.sub("", rest).strip("/") if below else rest.strip("/")
    group, owner = False, ""
    word, _, after = rest.partition("/")
    if _WORDS.get(word, word) in ("user", "group"):
        owner, _, rest = after.partition("/")
        group = word.startswith("group")
        if not owner or (not group and not owner.isdecimal()):
            raise InputError(text, "after user/ comes a number, after group/ a number or a name")
    kind, _, value = rest.partition("/")
    kind = _WORDS.get(kind, kind) or "library"
    if kind not in ("library", "collection", "item", "tag", "search") or (kind != "library" and not value):
        raise InputError(text, f"not understood; behind {PREFIX} may stand {_FORMS}")
    if below and kind != "collection":
        raise InputError(text, "?subcollections stands behind a collection only")
    return Address(text, group, owner, cast(Kind, kind), value, not below or below[1] == "yes")
