"""How and whether a work has been published: `howpublished` and notes like `In press`."""

from __future__ import annotations

import re

from citekit.exchange.csl.markup import plain
from citekit.exchange.csl.printing.items import Item, text, without
from citekit.model import Reference

_WITHOUT_PUBLISHER = frozenset({"document", "pamphlet", "webpage", "software", "dataset", "manuscript"})
_MEDIUM = re.compile(
    r"\[?(?:online|on-line|web(?: ?site| ?page)?|www|internet|cd(?:-rom)?|dvd(?:-rom)?|print|paper|microfilm|microfiche|video(?: recording| file)?"
    r"|audio(?: file)?|pdf|e-?book|kindle(?: edition)?|blog(?: post)?|podcast|poster|slides|e-?mail|film|tv|television|radio|streaming|mp3"
    r"|preprint|manuscript|typescript|mimeo(?:graph)?|draft|data ?set|software|computer program(?:me)?|app|lecture(?: notes)?|talk|tweet)\]?\.?",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\(?(in press|in print|forthcoming|to appear|submitted|submitted for publication|accepted|accepted for publication|under review|in review"
    r"|in preparation|unpublished)\)?\.?",
    re.IGNORECASE,
)
_STATES = {"in print": "in press", "to appear": "forthcoming"}


def as_published(item: Item, reference: Reference) -> Item:
    """`howpublished` is a medium where it names one (`CD-ROM`), else who or what published the work. A note that says nothing but
    how far a work is (`To appear.`) is its status."""
    made = dict(item)
    how = plain(text(item, "medium"))
    if how and item["type"] in _WITHOUT_PUBLISHER and not item.get("publisher") and not _MEDIUM.fullmatch(how):
        made = {**without(item, ("medium",)), "publisher": item["medium"]}
    if (state := _STATE.fullmatch(plain(text(item, "note")))) and not item.get("status"):
        said = state[1].lower()
        made = {**without(made, ("note",)), "status": _STATES.get(said, said)}
    return made
