"""From the tags of a record to fields.

A tag as it stood is an `Origin`: `name` the tag, `text` its value with the line breaks inside it, `line`. A format says what
each tag means, which is the name of a field or of a group of tags that are read together, such as `(date)`. All tags of one
meaning then go to one `Handler`, which puts fields into a `Collected`. Nothing is dropped: what finds no place stays under
`<format>-<tag>`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from citekit.exchange.tags.collected import Collected, Handler
from citekit.exchange.tags.handlers import people, text
from citekit.model import Origin
from citekit.vocabulary import NAME_FIELDS


def collect(
    collected: Collected,
    said: Iterable[Origin],
    meaning: Callable[[str], str],
    handlers: Mapping[str, Handler],
    silent: frozenset[str] = frozenset(),
) -> None:
    """Reads the tags of a record. `meaning` gives the meaning of each tag, `""` for one that has none and is kept verbatim.

    Meanings are read in the order of `handlers`; those not named there are names of people or one text. Tags in `silent` are
    the database's own bookkeeping and give no field.
    """
    groups: dict[str, list[Origin]] = {}
    for each in said:
        if each.text and each.name not in silent:
            groups.setdefault(meaning(each.name), []).append(each)
    unknown = groups.pop("", [])
    for name in (*(name for name in handlers if name in groups), *(name for name in groups if name not in handlers)):
        handler = handlers.get(name) or (people if name in NAME_FIELDS else text)
        handler(collected, name, groups[name])
    for each in unknown:
        collected.keep(each)
