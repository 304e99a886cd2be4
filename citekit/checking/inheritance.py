"""What an entry has from others: `crossref` (btxdoc §3.2.2, biblatex manual §2.4.1) and `xdata` (§3.13.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from citekit.checking.bibliography import Entry
from citekit.values.key_lists import keys_in

# biblatex manual, appendix B: under these names a child has its parent's title.
_TITLES_FROM = frozenset({"title", "booktitle", "maintitle", "journaltitle"})
_TITLES_TO = frozenset({"booktitle", "maintitle", "journaltitle"})
_MOST = 10  # ancestors; nobody has so many, a file made to take long may


def by_key(entries: Sequence[Entry]) -> dict[str, Entry]:
    """The first entry of each key, in lower case."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.key:
            found.setdefault(entry.key.lower(), entry)
    return found


def parents(entry: Entry, known: Mapping[str, Entry]) -> Iterator[Entry]:
    """The entries it inherits from, at first or second hand, each once."""
    seen = {entry.key.lower()}
    waiting = _named(entry)
    while waiting and len(seen) < _MOST:
        key = waiting.pop()
        if key not in seen and key in known:
            seen.add(key)
            yield known[key]
            waiting += _named(known[key])


def has_unknown_parent(entry: Entry, known: Mapping[str, Entry]) -> bool:
    """Does it, or one it inherits from, name an entry that is not there?"""
    family = [entry, *parents(entry, known)]
    return any(key not in known for each in family for key in _named(each))


def inherited(entry: Entry, known: Mapping[str, Entry], *, titles: bool) -> set[str]:
    """The fields it has from others. With `titles` a parent's title is its book's title, as in biblatex."""
    found: set[str] = set()
    for parent in parents(entry, known):
        found |= {field.name for field in parent.fields if field.latex.strip()}
    return found | _TITLES_TO if titles and found & _TITLES_FROM else found


def _named(entry: Entry) -> list[str]:
    xdata = [key for key in keys_in(entry.get("xdata")) if "=" not in key]
    names = [*keys_in(entry.get("crossref")), *xdata]
    return [name.lower() for name in names]
