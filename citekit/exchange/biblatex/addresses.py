"""Where something stands online: `url` and `urldate` in biblatex, `howpublished` and `note` for the styles of BibTeX that lack them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from citekit.model import Field, Origin, Value
from citekit.values import dates, edtf
from citekit.values.latex import balanced

_ADDRESS = re.compile(r"(?:https?|ftp)://\S+")
_ACCESSED = re.compile(
    r"\[?(?:online[;,.]\s*)?(?:last\s+|date\s+)?(?:accessed|visited|retrieved|checked)(?:\s+on)?[:,]?\s+([^\[\]]{6,40}?)\]?\.?",
    re.IGNORECASE,
)


def told_apart(fields: Mapping[str, Field]) -> dict[str, Field]:
    """An address in `howpublished` and the date in a note that says *accessed* become `url` and `urldate`."""
    found = dict(fields)
    how = text(found, "howpublished")
    if _ADDRESS.fullmatch(how) and text(found, "url") in ("", how):
        found.setdefault("url", Field(how, _anew(found["howpublished"].origin)))
        del found["howpublished"]
    if (date := accessed(text(found, "note"))) and text(found, "urldate") in ("", date):
        found.setdefault("urldate", Field(date, found["note"].origin))
        del found["note"]
    return found


def told_in_words(fields: Mapping[str, Field]) -> dict[str, Field]:
    r"""The inverse of `told_apart`; `url` and `urldate` stay for styles that know them. The address is set as LaTeX's `\url{…}`."""
    found = dict(fields)
    address = text(found, "url")
    if address and "howpublished" not in found:
        plain = balanced(address) and "\\" not in address
        origin = found["url"].origin or Origin("", "bibtex")
        latex = replace(origin, format="bibtex", text=f"{{\\url{{{address}}}}}", name="howpublished")
        found["howpublished"] = Field(address, latex if plain else _anew(origin))
    if date := text(found, "urldate"):
        found.setdefault("note", Field(f"Accessed: {date}", found["urldate"].origin))
    return found


def _anew(origin: Origin | None) -> Origin | None:
    """The origin of a value that cannot be written as it stood there."""
    return origin and replace(origin, text="")


def accessed(note: str) -> str:
    """`[Online; accessed 22-July-2004]`, `Accessed: 2004-07-22` → `2004-07-22`; `""` for other notes."""
    said = _ACCESSED.fullmatch(note)
    if not said:
        return ""
    date = dates.parse(said[1].replace("-", " ") if re.search("[a-z]", said[1]) else said[1])
    return edtf.whole_day(date)


def text(fields: Mapping[str, Field], name: str) -> str:
    """A field's text; `""` where it is absent or holds names."""
    value: Value = fields[name].value if name in fields else ""
    return value if isinstance(value, str) else ""
