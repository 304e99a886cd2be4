"""One field of a BibTeX entry: what its name and value mean to citekit, and how a value is written.

`meaning` and `notation` are inverse to each other up to layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from citekit.bibtex.names import read_names, write_names
from citekit.bibtex.strings import MONTHS, Strings, evaluate
from citekit.values.dates import month
from citekit.values.latex import decode, decode_verbatim, encode, encode_verbatim
from citekit.values.names import Names
from citekit.vocabulary import ALIASES, IN_A_BOOK, NAME_FIELDS

# biblatex manual §2.2.1: verbatim and URI fields; then fields that hold citation keys or options, and BibDesk's own.
VERBATIM = re.compile(
    r"doi|eprint|url|urlraw|file|pdf|verb[abc]|ids|crossref|xref|xdata|related|entryset|options"
    r"|local-url|bdsk-(?:url|file)-\d+"
)
# Fields whose dashes are notation, not typography: `2426--2437` stays.
_NUMERIC = frozenset("pages number volume issue year day date eventdate origdate urldate isbn issn pmid pmcid eid".split())

_JOURNALS = ("journal", "journaltitle")
_BOOKS = ("booktitle",)


def meaning(field: str, source: str, strings: Strings) -> str | Names:
    r"""What a value says: `{N. {E}ngl. J. Med.}` → `N. Engl. J. Med.`, `jun # "~4"` in `month` → `jun`.

    `field` is citekit's name. Names become `Names` (kept as text when no name is in them), a month that is understood
    becomes `jun` or `jul-aug`; urls and DOIs are not decoded as LaTeX. `""` when the value says nothing.
    """
    latex = evaluate(source, strings)
    if field in NAME_FIELDS:
        return read_names(latex) or decode(latex)
    if VERBATIM.fullmatch(field):
        return decode_verbatim(latex)
    text = decode(latex, ligatures=field not in _NUMERIC)
    return (_month(text) or text) if field == "month" else text


_DAY = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\w)\.?|,")  # June 4, 23rd


def _month(text: str) -> str:
    """`June 4` → `jun`, `Aug 23--Aug 27` → `aug`; the day stays in the field's origin."""
    if found := month(text):
        return found
    return "-".join(dict.fromkeys(month(_DAY.sub("", text)).split("-")))


def notation(field: str, value: str | Names) -> str:
    r"""A value as BibTeX writes it, delimiters included: `{50\% \& more}`, `jul # "-" # aug`, `{King, Jr., M. L.}`."""
    if isinstance(value, Names):
        return f"{{{write_names(value)}}}"
    if field == "month" and all(part in MONTHS for part in value.split("-")):
        return ' # "-" # '.join(value.split("-"))
    if VERBATIM.fullmatch(field):
        return f"{{{encode_verbatim(value)}}}"
    return f"{{{encode(value, ligatures=field not in _NUMERIC)}}}"


def canonical_names(entry_type: str, names: Iterable[str]) -> dict[str, str]:
    """citekit's name for each field name of one entry (all lower case).

    When two names mean the same field (`journal` and `booktitle`, `address` and `location`), the one that fits the
    entry's type, else the plain BibTeX one, gets the common name and the other keeps its own.
    """
    present = list(dict.fromkeys(names))
    holders: dict[str, str] = {}
    for name in sorted(present, key=lambda name: _rank(entry_type, name)):
        holders.setdefault(ALIASES.get(name, name), name)
    return {name: _common(name) if holders[_common(name)] == name else name for name in present}


def _common(name: str) -> str:
    return ALIASES.get(name, name)


def _rank(entry_type: str, name: str) -> int:
    if ALIASES.get(name) == "container":
        order = _BOOKS + _JOURNALS if entry_type in IN_A_BOOK else _JOURNALS + _BOOKS
        return order.index(name)
    return int(name in ALIASES)


def written_name(field: str, entry_type: str, before: str, taken: Mapping[str, object]) -> str:
    """The name under which a field is written.

    `before` is its name in the BibTeX file it comes from (or `""`), kept where it still means this field:
    `archiveprefix` stays. A container is named by the entry's type. `taken` holds the names that others have.
    """
    before = before.lower()
    if field == "container":
        order = _BOOKS + _JOURNALS if entry_type in IN_A_BOOK else _JOURNALS + _BOOKS
        if before in order and (entry_type not in IN_A_BOOK and entry_type != "article"):
            order = (before, *order)
        elif before == "journaltitle" and entry_type == "article":
            order = (before, *order)
    else:
        order = (before if _common(before) == field else _WRITTEN.get(field, field), field)
    return next((name for name in order if name not in taken), field)


_WRITTEN = {"container_short": "shortjournal"}
