from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.inheritance import by_key
from citekit.values.key_lists import keys_in
from citekit.values.suggestions import did_you_mean

_FIELDS = ("crossref", "xref", "xdata", "related", "entryset")  # biblatex manual §2.2.3


_MOST_HINTS, _MOST_KNOWN = 20, 5_000


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    known = by_key(bibliography.entries).keys() | bibliography.elsewhere
    known |= {key.lower() for entry in bibliography.entries for key in keys_in(entry.get("ids"))}
    lost = [
        (entry, name, key)
        for entry in bibliography.entries
        for name in _FIELDS
        for key in keys_in(entry.get(name))
        if key.lower() not in known and not (name == "xdata" and "=" in key)
    ]
    keys = [entry.key for entry in bibliography.entries]
    for number, (entry, name, key) in enumerate(lost):
        hint = did_you_mean(key, keys) if number < _MOST_HINTS and len(keys) < _MOST_KNOWN else ""
        yield Spot(entry.by_name[name].at, f"{name} names {key}, and there is no such entry{hint}", entry.key)


RULE = Rule("dangling-crossref", "error", "A crossref, xref, xdata, related or entryset that leads nowhere.", _look)
