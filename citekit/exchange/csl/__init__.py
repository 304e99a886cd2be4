"""Items of CSL (Citation Style Language 1.0.2) and references, in both directions.

An item is what CSL-JSON calls so, a dict as `json` reads it:

    {"id": "doe2009", "type": "article-journal", "title": "On things", "author": [{"family": "Doe", "given": "Jane"}],
     "issued": {"date-parts": [[2009, 6]]}, "container-title": "J Things", "volume": "5", "page": "354-357"}

What citekit has no field for is kept as a field `csl-<name>`. `to_item` of what `from_item` read has every standard variable again.
Styles are given what `to_print` makes, which has in it how `.bib` files say things: fonts, protected words, `howpublished`.
The way through references is loaded when it is taken: who prints items needs only `unfolded`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from citekit.exchange.csl.printing import to_print
    from citekit.exchange.csl.reading import from_item, key_of
    from citekit.exchange.csl.unfolding import unfolded
    from citekit.exchange.csl.writing import to_item, written

__all__ = ["from_item", "key_of", "to_item", "to_print", "unfolded", "written"]

_HOMES = {
    "from_item": "reading",
    "key_of": "reading",
    "to_item": "writing",
    "to_print": "printing",
    "unfolded": "unfolding",
    "written": "writing",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
