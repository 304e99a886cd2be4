"""What a paper prints where it cites a work by author and year."""

from __future__ import annotations

from dataclasses import replace

from citekit.csl.citing import creators, short_names, year_of
from citekit.csl.locales import Locale
from citekit.csl.names.people import people
from citekit.csl.rendering import Item
from citekit.render.outputs import Entry


def citable(entry: Entry, item: Item, locale: Locale, year: str = "") -> Entry:
    """The entry with names and year of its item; `year` is what the style says, `2009a`."""
    names = short_names(item, locale)
    return replace(entry, names=names, year=year or year_of(item, locale), everyone=everyone(item))


def everyone(item: Item) -> str:
    """The family names of all authors, else editors: `Doe, van Roe, and Poe`."""
    role = next((role for role in ("author", "editor") if people(item, role).names), "")
    names = creators({role: item[role]}) if role else []
    if role and people(item, role).and_others:
        return ", ".join([*names, "et al."])
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])}, and {names[-1]}"
