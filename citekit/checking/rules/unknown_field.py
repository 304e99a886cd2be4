from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from citekit.checking.bibliography import Bibliography, Entry
from citekit.checking.finding import Rule, Spot
from citekit.checking.models import BIBLATEX, BIBTEX

# What BibTeX's styles print under another name: biblatex manual §2.2.5.
_IN_BIBTEX = {"journaltitle": "journal", "date": "year and month", "location": "address"}
_STANDARD = BIBTEX.fields | BIBLATEX.fields
# Fields of other tools that look like one of these and are none.
_OTHERS = frozenset(
    "keyword abstracts eissn e-issn issn2 isbn10 isbn13 doi2 url2 numpages articleno urls dates notes files created".split()
)


_MOST = 2_000  # names that are looked at in one file


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    meant: dict[str, str] = {}
    for entry in bibliography.entries:
        for field in entry.fields:
            if field.name in _STANDARD:
                if bibliography.asked_model == "bibtex" and field.name in _IN_BIBTEX and _is_alone(entry, field.name):
                    said = f"BibTeX's styles do not print {field.name}; use {_IN_BIBTEX[field.name]}"
                    yield Spot(field.at, said, entry.key)
                continue
            if field.name not in meant:
                meant[field.name] = _meant(field.name) if len(meant) < _MOST else ""
            if meant[field.name] and not entry.get(meant[field.name]):
                yield Spot(field.at, f"no style prints {field.name}; did you mean {meant[field.name]}?", entry.key)


def _is_alone(entry: Entry, name: str) -> bool:
    """Is what BibTeX has for this field missing?"""
    return not entry.get(_IN_BIBTEX[name].split()[0])


def _meant(name: str) -> str:
    """The field that a name is a misspelling of: `auther` → `author`. Not `xauthor`, `OPTpages`, with which people put a field aside."""
    if (
        name in _OTHERS
        or not 4 <= len(name) <= 20
        or any(name.endswith(known) for known in _STANDARD if len(known) > 3)
    ):
        return ""
    if any(name.startswith(known) and name != f"{known}s" for known in _STANDARD if len(known) > 3):
        return ""
    near = get_close_matches(name, [known for known in _STANDARD if abs(len(known) - len(name)) <= 1], 1, 0.82)
    return near[0] if near else ""


RULE = Rule("unknown-field", "warning", "A field whose name looks misspelt, or that only biblatex prints.", _look)
