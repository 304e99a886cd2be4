"""The text of one variable of CSL, to what our field says, and back."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from citekit.exchange.csl.markup import escaped, plain
from citekit.model import Field
from citekit.values import identifiers, pages
from citekit.values.blanks import line_by_line, one_line

_VERBATIM = frozenset({"DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID"})
_MANY_LINES = frozenset({"abstract", "annote", "note", "references"})
_ONE_OF_MANY = frozenset(
    {"title", "title-short", "container-title", "container-title-short", "collection-title", "original-title"}
)


def read_text(variable: str, said: Any) -> str | None:
    """What our field says; `""` where the value says nothing, `None` where it is of a wrong shape (an object).

    Numbers are written out. Of a list (Crossref's titles, its ISSNs) the first title counts, and of others all.
    """
    text = _text(variable, said)
    if text is None:
        return None
    if variable not in _VERBATIM:
        text = plain(text)
    if variable in _MANY_LINES:
        return line_by_line(text)
    text = one_line(text)
    return _READ[variable](text) if variable in _READ and text else text


def item_text(variable: str, value: str) -> str:
    """The inverse of `read_text`: a string that it reads as this value, but for white space."""
    value = line_by_line(value) if variable in _MANY_LINES else one_line(value)
    if variable == "page":
        forms = (re.sub("--+", "-", value), re.sub("--+", "–", value))
        return next((form for form in forms if read_text("page", form) == value), value)
    return value if variable in _VERBATIM else escaped(value)


def as_it_stood(found: Field, variable: str, reads: Callable[[Any], object], value: object) -> Any:
    """The very value of an item that a field was read from, if it still says the same; `None` if not.

    So markup, short forms of pages and the kinds of particles come back, though our values do not have them.
    """
    origin = found.origin
    if origin is None or origin.name != variable or not origin.format.startswith("csl-") or not origin.text:
        return None
    said = loaded(origin.text)
    return said if reads(said) == value else None


def verbatim(said: Any) -> str:
    """A value of an item as text, for the origin of a field: strings as they are, anything else as JSON."""
    return said if isinstance(said, str) and loaded(said) == said else json.dumps(said, ensure_ascii=False)


def loaded(text: str) -> Any:
    """The inverse of `verbatim`. Text that is no JSON object, list or string is itself."""
    if text[:1] not in ("{", "[", '"'):
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _text(variable: str, said: Any) -> str | None:
    if isinstance(said, str):
        return said
    if isinstance(said, bool) or said is None:
        return "" if said is None else str(said).lower()
    if isinstance(said, int | float):
        return _number(said)
    if isinstance(said, list):
        return _of_list(variable, said)
    return None


def _number(said: float) -> str:
    """`5` and `5.0` → `5`; what no number is (NaN) says nothing."""
    if isinstance(said, int):
        return str(said) if abs(said) < 10**100 else ""
    return "" if not math.isfinite(said) else str(int(said)) if said.is_integer() and abs(said) < 1e15 else str(said)


def _of_list(variable: str, said: list[Any]) -> str | None:
    texts = [each.get("URL") if isinstance(each, Mapping) else _text(variable, each) for each in said]
    if any(text is None or not isinstance(text, str) for text in texts):
        return None
    known = [text for text in texts if isinstance(text, str) and text]
    return next(iter(known), "") if variable in _ONE_OF_MANY else ", ".join(dict.fromkeys(known))


def _doi(text: str) -> str:
    return identifiers.doi(text) or text


def _keywords(text: str) -> str:
    """`one; two` → `one, two`"""
    return ", ".join(word for part in text.split(";") if (word := part.strip())) if ";" in text else text


_READ: Mapping[str, Callable[[str], str]] = {"page": pages.expand_all, "DOI": _doi, "keyword": _keywords}
