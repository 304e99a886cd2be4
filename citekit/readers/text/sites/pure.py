"""Research portals that run on Elsevier's Pure: a title, a line of authors, and labels glued to their values."""

from __future__ import annotations

import re

from citekit.readers.text.own import OwnRecord, first_lines, present
from citekit.values import dates, pages
from citekit.values.identifiers import doi
from citekit.values.name_lists import parse_names
from citekit.values.names import Names

NAME = "Pure portal page"

# As the portal prints them: `Pages (from-to)2426-2437`, `JournalNew England Journal of Medicine`.
_LABELS = {
    "Pages (from-to)": "pages",
    "Journal": "container",
    "Title of host publication": "container",
    "Volume": "volume",
    "Issue number": "number",
    "Article number": "pages",
    "State": "date",
    "Status": "date",
    "Publication status": "date",
    "Publisher": "publisher",
    "Place of Publication": "address",
    "Editors": "editor",
    "Edition": "edition",
    "ISBN (Print)": "isbn",
    "ISBN (Electronic)": "isbn",
    "DOIs": "doi",
    "Original language": "language",
}
_LABEL = re.compile("(" + "|".join(map(re.escape, sorted(_LABELS, key=len, reverse=True))) + r")[\s:]*(?=\S)(.+)")
_OUTPUT = re.compile(r"Research output: .{0,80}?(?:Contribution to|Book/Report|Chapter in|Thesis)")
_TYPES = (("Contribution to journal", "article"), ("Chapter in", "incollection"), ("Conference contribution", "inproceedings"),
          ("Thesis", "phdthesis"), ("Book/Report", "book"))  # fmt: skip
# Paul BabynHatem I. El-Shanti: two names lost the comma between them; McDonald and DeVries are one.
_GLUED = re.compile(r"(?<=[^\W\d_])(?<=[^A-Z\W])(?=[A-Z][^\W\d_])")
_INNER_CAPITAL = re.compile(r"(?:Mc|Mac|De|Di|Du|Da|La|Le|Van|Von|Fitz|O|St|Ten|Ter|El|Al)$")


def looks_like(text: str) -> bool:
    """Two labels glued to values, or the portal's own `Research output:` line with one."""
    labels = set(
        re.findall(
            r"^(Pages \(from-to\)|Journal|Issue number|State|Publication status|Original language)\S",
            text,
            re.M,
        )
    )
    return len(labels) + bool(_OUTPUT.search(text)) >= 2


def own_record(lines: list[str]) -> OwnRecord | None:
    filled = first_lines(lines)
    values: dict[str, str] = {}
    used: set[int] = set()
    for number, line in filled:
        found = _LABEL.fullmatch(line)
        if found and _LABELS[found[1]] not in values:
            values[_LABELS[found[1]]] = found[2].strip()
            used.add(number)
    if len(filled) < 2 or not values:
        return None
    used |= {filled[0][0]}
    authors = _authors(filled[1][1])
    if authors:
        used.add(filled[1][0])
    date = dates.parse(values.pop("date", ""))
    fields = present(
        {
            **values,
            "author": authors,
            "title": filled[0][1],
            "editor": parse_names(values.get("editor", "")),
            "pages": pages.dashed(values.get("pages", "")),
            "doi": doi(values.get("doi", "")),
            "year": date.year,
            "month": date.month,
            "day": date.day,
        }
    )
    return OwnRecord(_type("\n".join(lines)), fields, frozenset(used))


def _authors(line: str) -> Names:
    if line.startswith("Research output") or _LABEL.fullmatch(line):
        return Names()
    return parse_names(", ".join(_unglued(name) for name in line.split(",")))


def _unglued(name: str) -> str:
    parts = _GLUED.split(name.strip())
    whole = parts[0]
    for part in parts[1:]:
        whole += part if _INNER_CAPITAL.search(whole.split()[-1]) else f", {part}"
    return whole


def _type(text: str) -> str:
    return next((kind for words, kind in _TYPES if words in text), "article" if "Journal" in text else "misc")
