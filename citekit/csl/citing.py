"""What an author-date citation calls a work: `Doe et al.`, `2009`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citekit.csl.field_text import marked
from citekit.csl.finishing import finisher
from citekit.csl.locales import Locale
from citekit.csl.marks import plain
from citekit.csl.names.people import Name, people
from citekit.csl.rendering import Item
from citekit.csl.variables import text_of

_CREATORS = ("author", "editor", "translator", "director", "container-author", "composer")


def short_names(item: Item, locale: Locale) -> str:
    """The family names of one or two creators, else the first and "et al."; for a work without creators its (short) title."""
    families, and_others = _creators(item)
    if not families:
        return plain(finisher(locale)(marked(text_of(item, "title-short") or text_of(item, "title"))))
    if len(families) > 2 or and_others:
        return f"{families[0]} {locale.term('et-al') or 'et al.'}"
    return f" {locale.term('and') or 'and'} ".join(families)


def creators(item: Item) -> list[str]:
    """The family names of those who made the work: its authors, else its editors, and so on."""
    return _creators(item)[0]


def _creators(item: Item) -> tuple[list[str], bool]:
    """Their family names, and whether there are others."""
    found = (people(item, name) for name in _CREATORS)
    return next(((names, each.and_others) for each in found if (names := _families(each.names))), ([], False))


def _families(names: Sequence[Name]) -> list[str]:
    return [name for each in names if (name := _family(each))]


def _family(person: Mapping[str, object]) -> str:
    if isinstance(person.get("literal"), str) and person["literal"]:
        return str(person["literal"])
    particle, family = person.get("non-dropping-particle"), person.get("family") or person.get("given")
    return " ".join(str(part) for part in (particle, family) if isinstance(part, str) and part)


def year_of(item: Item, locale: Locale) -> str:
    """The year of issue, or what stands for it; the term `no date` in short form where there is none."""
    if year := year_number(item):
        return year
    issued = item.get("issued")
    said = (
        next((issued[name] for name in ("literal", "raw") if issued.get(name)), "")
        if isinstance(issued, Mapping)
        else issued
    )
    return said if said and isinstance(said, str) else locale.term("no date", "short") or "n.d."


def year_number(item: Item) -> str:
    """The year of issue where its parts are told, else `""`."""
    issued = item.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    return str(first[0]) if isinstance(first, list) and first and first[0] else ""
