"""What a page says of itself, put together from all the ways it says it."""

from __future__ import annotations

from citekit.readers.described import Described
from citekit.readers.html.metadata import json_ld, openurl, tags
from citekit.readers.html.page import Page
from citekit.values.names import Names, fold_family
from citekit.values.text import squash


def own_record(page: Page, coins: tuple[str, int] | None = None) -> Described | None:
    """The page's own record; None for a page without scholarly metadata.

    `citation_*` tags are believed first, then JSON-LD, Dublin Core, and a lone COinS (`coins`: the OpenURL and its line); each
    fills in what those before it leave out. `og:title` only lends a title to a record that has none.
    """
    kinds = [
        tags.highwire(page.metas),
        json_ld.read(page.json_ld),
        tags.dublin_core(page.metas),
        openurl.read(*coins) if coins else None,
    ]
    said = [each for each in kinds if each]
    if not said:
        return None
    record = said[0]
    for other in said[1:]:
        record = record.filled_from(other)
    title = tags.open_graph_title(page.metas)
    return record.filled_from(Described("misc", {"title": title})) if title else record


_TELLING = 20  # letters of a title: `Editorial` is anybody's


def is_cited_in(own: Described, text: str) -> bool:
    """Does the text name the page itself, as under `How to cite`? Told by title, first author and year."""
    author = own.fields.get("author")
    first = next(iter(author), None) if isinstance(author, Names) else None
    said = [
        squash(str(own.fields.get("title", ""))),
        str(own.fields.get("year", "")),
        fold_family(first) if first else "",
    ]
    folded = squash(text)
    return len(said[0]) >= _TELLING and all(part in folded for part in said)
