"""A work as Crossref describes it: its JSON → `Work`.

Shape of the records: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md. Publishers fill them
in, by hand and by machine, so any field may be missing, null, empty, or full of markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from citekit.sources.reading import Record, text, texts
from citekit.sources.work import Notice, Relation, Work
from citekit.values.identifiers import doi as bare_doi
from citekit.values.identifiers import mended_doi
from citekit.values.names import Names, Person, parse_person


def parse_work(record: object, source: str = "Crossref") -> Work | None:
    """Reads one record (an item of `message.items`, or the `message` of a single work).

    Never raises: what is missing or of an unexpected type is absent. `None` when it is no record or has no
    DOI. `source` is the name of who gave it.
    """
    if not isinstance(record, Mapping):
        return None
    found: dict[str, Any] = {name: read(record, *keys) for name, read, keys in _FIELDS}
    return Work(**found, source=source) if found["doi"] else None


# ---------------------------------------------------------------- reading one field


def _text(record: Record, key: str) -> str:
    """A field that is text, a number, or a list whose first text counts."""
    value = record.get(key)
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str) and item.strip()), "")
    return text(value)


def _doi(record: Record, key: str) -> str:
    """As it stands there; without the blanks that a few have."""
    name = _text(record, key)
    return mended_doi(name) or name if " " in name else name


def _texts(record: Record, *keys: str) -> tuple[str, ...]:
    """All texts of several lists, each once."""
    return texts(*(item for key in keys for item in _list(record, key) if isinstance(item, str)))


def _names(record: Record, key: str) -> Names:
    return Names(tuple(person for item in _list(record, key) if (person := _person(item))))


def _person(item: object) -> Person | None:
    """`{"given": "Ron", "family": "van Royen"}` or, for a body, `{"name": "TODAY Study Group"}`."""
    if not isinstance(item, Mapping):
        return None
    family, given, name, suffix = (_text(item, key) for key in ("family", "given", "name", "suffix"))
    if family:
        return parse_person(", ".join(part for part in (family, suffix, given) if part))
    return Person(name or given, literal=True) if name or given else None


def _years(record: Record, *keys: str) -> tuple[str, ...]:
    """`{"issued": {"date-parts": [[2008, 1]]}}` → `2008`; an unknown date is `[[null]]`."""
    found = set()
    for key in keys:
        date = record.get(key)
        for parts in _list(date, "date-parts") if isinstance(date, Mapping) else []:
            if isinstance(parts, list) and parts and isinstance(parts[0], int | str):
                found.update(re.findall(r"^\d{4}$", str(parts[0])))
    return tuple(sorted(found))


def _day(record: Record, key: str) -> str:
    """`{"date-parts": [[2009, 6, 4]]}` → `2009-06-04`; as much of it as there is."""
    date = record.get(key)
    dates = _list(date, "date-parts") if isinstance(date, Mapping) else []
    parts = dates[0] if dates and isinstance(dates[0], list) else []
    said = []
    for part, width in zip(parts, (4, 2, 2), strict=False):
        if not isinstance(part, int | str) or not re.fullmatch(r"\d{1,4}", str(part)):
            break
        said.append(str(part).zfill(width))
    return "-".join(said)


def _notices(record: Record, key: str) -> tuple[Notice, ...]:
    """`[{"DOI": "10.1016/…", "type": "retraction", "updated": {"date-parts": [[2019, 5, 2]]}}]`, each DOI and kind once."""
    found = [item for item in _list(record, key) if isinstance(item, Mapping)]
    notices = [Notice(_text(item, "type").lower(), _text(item, "DOI"), _day(item, "updated")) for item in found]
    return tuple({(notice.kind, notice.doi.lower()): notice for notice in notices if notice.doi}.values())


def _relations(record: Record, key: str) -> tuple[Relation, ...]:
    """`{"is-preprint-of": [{"id-type": "doi", "id": "10.1038/…"}]}`; what is no DOI is left out."""
    said = record.get(key)
    if not isinstance(said, Mapping):
        return ()
    return tuple(
        Relation(kind, doi)
        for kind in said
        for item in _list(said, kind)
        if isinstance(item, Mapping) and item.get("id-type") == "doi" and (doi := bare_doi(_text(item, "id")))
    )


def _number(record: Record, key: str) -> float:
    value = record.get(key)
    return float(value) if isinstance(value, int | float) and abs(value) < 1e9 else 0.0


def _list(record: Record, key: str) -> list[Any]:
    value = record.get(key)
    return value if isinstance(value, list) else []


# Field of Work, how it is read, and from which of Crossref's fields.
_FIELDS: tuple[tuple[str, Callable[..., Any], tuple[str, ...]], ...] = (
    ("doi", _doi, ("DOI",)),
    ("type", _text, ("type",)),
    ("title", _text, ("title",)),
    ("subtitle", _text, ("subtitle",)),
    ("original_titles", _texts, ("original-title",)),
    ("authors", _names, ("author",)),
    ("editors", _names, ("editor",)),
    ("containers", _texts, ("container-title",)),
    ("short_containers", _texts, ("short-container-title",)),
    ("years", _years, ("issued", "published", "published-print", "published-online")),
    ("issued", _day, ("issued",)),
    ("volume", _text, ("volume",)),
    ("issue", _text, ("issue",)),
    ("pages", _text, ("page",)),
    ("article_number", _text, ("article-number",)),
    ("publisher", _text, ("publisher",)),
    ("issn", _texts, ("ISSN",)),
    ("isbn", _texts, ("ISBN",)),
    ("updates", _notices, ("update-to",)),
    ("updated_by", _notices, ("updated-by",)),
    ("relations", _relations, ("relation",)),
    ("score", _number, ("score",)),
)

# All that is asked for (`select`): whole records with their reference lists can be a hundred times larger.
SELECT = tuple(dict.fromkeys(key for _, _, keys in _FIELDS for key in keys))
