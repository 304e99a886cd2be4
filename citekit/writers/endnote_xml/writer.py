"""`Library` → EndNote XML, as EndNote itself exports it."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.exchange.endnote_xml.rows import FORMAT, PEOPLE, PREFIX
from citekit.formats import Library, Writer, Written
from citekit.model import Reference
from citekit.writers.endnote_xml.rows import Rows, rows_of
from citekit.writers.losses import not_held
from citekit.writers.xml import Element, document, element, unwritable

# The order of EndNote's own exports.
_TITLES = ("title", "secondary-title", "tertiary-title", "alt-title", "short-title", "translated-title")
_ROWS = (
    "pages", "volume", "number", "issue", "num-vols", "edition", "section", "reprint-edition", "keywords", "dates", "pub-location",
    "publisher", "orig-pub", "isbn", "accession-num", "call-num", "abstract", "label", "notes", "research-notes", "work-type", "urls",
    "custom1", "custom2", "custom3", "custom4", "custom5", "custom6", "custom7", "electronic-resource-num", "remote-database-name",
    "remote-database-provider", "language", "access-date",
)  # fmt: skip
_URLS = ("web-urls", "pdf-urls", "text-urls", "related-urls", "image-urls")
_JOURNALS = ("periodical", "alt-periodical")
_IN_GROUPS = frozenset((*_TITLES, *PEOPLE, *_URLS, "year", "pub-dates", "copyright-dates", "ref-type", "label"))
# These may hold several lines; in all others each line is an element of its own.
_LINED = frozenset({"isbn", "abstract", "notes", "research-notes"})
_STYLE = {"face": "normal", "font": "default", "size": "100%"}


def write(library: Library) -> Written:
    """The references in order; what EndNote has no row for is said once for each field."""
    rows = [rows_of(reference) for reference in library.references]
    records = [_record(reference, each) for reference, each in zip(library.references, rows, strict=True)]
    root = Element("xml", (Element("records", tuple(records)),))
    held = {id(reference): each.held for reference, each in zip(library.references, rows, strict=True)}
    lost = not_held(library.references, lambda reference, name: name in held[id(reference)], WRITER.title)
    return Written.of_text(document(root), lost + unwritable(library.references, WRITER.title))


WRITER = Writer(FORMAT, "EndNote XML", (".xml",), write)


def _record(reference: Reference, rows: Rows) -> Element:
    name, number = rows.kind.name, str(rows.kind.number)
    if unknown := reference.get(f"{PREFIX}ref-type"):
        name, number = unknown, "0"
    groups = {
        "keywords": element("keywords", *(_text("keyword", text) for text in rows.texts.get("keywords", ()))),
        "dates": _dates(rows),
        "urls": element("urls", *(_group(row, "url", rows) for row in _URLS)),
        "label": _text("label", reference.key or reference.get(f"{PREFIX}label")),
    }
    others = (row for row in rows.texts if row not in _ROWS and row not in _IN_GROUPS and not row.startswith(_JOURNALS))
    inside = [
        Element("ref-type", number, {"name": name}),
        element("contributors", *(_group(row, "author", rows) for row in PEOPLE)),
        element("titles", *(part for row in _TITLES for part in _row(row, rows))),
        *(_journal(name, rows) for name in _JOURNALS),
    ]
    for row in (*_ROWS, *others):
        inside += [groups[row]] if row in groups else _row(row, rows)
    return Element("record", tuple(part for part in inside if part))


def _row(row: str, rows: Rows) -> list[Element | None]:
    texts = rows.texts.get(row, [])
    return [_text(row, text) for text in (["\n".join(texts)] if row in _LINED else texts)]


def _text(name: str, text: str) -> Element | None:
    """EndNote ends a line with `&#xD;`."""
    return element(name, element("style", text.replace("\n", "\r"), attributes=_STYLE))


def _group(row: str, name: str, rows: Rows) -> Element | None:
    return element(row, *(_text(name, text) for text in rows.texts.get(row, ())))


def _journal(name: str, rows: Rows) -> Element | None:
    found = [row for row in rows.texts if row.startswith(f"{name}-")]
    order: Sequence[str] = sorted(found, key=lambda row: not row.endswith("full-title"))
    return element(name, *(_text(row.removeprefix(f"{name}-"), text) for row in order for text in rows.texts[row]))


def _dates(rows: Rows) -> Element | None:
    return element(
        "dates",
        *_row("year", rows),
        _group("pub-dates", "date", rows),
        _group("copyright-dates", "date", rows),
    )
