"""One field of a BibTeX entry: what its name and value mean to citekit, and how a value is written.

`meaning` and `notation` are inverse to each other up to layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from citekit.bibtex.grammar import Assignment, Parsed
from citekit.bibtex.names import read_names, write_names
from citekit.bibtex.strings import MONTHS, Strings, evaluate
from citekit.values.dates import month
from citekit.values.latex import decode, decode_verbatim, encode_verbatim, protected_like
from citekit.values.names import Names
from citekit.vocabulary import ALIASES, IN_A_BOOK, NAME_FIELDS, bibtex_name

# biblatex manual §2.2.1: verbatim and URI fields; then fields that hold citation keys or options, our DOIs of other versions and of
# notices, and BibDesk's own.
VERBATIM = re.compile(
    r"doi|eprint|(?:orig|event|url)?date|url|urlraw|file|pdf|verb[abc]|ids|crossref|xref|xdata|related|entryset|options"
    r"|preprintdoi|publisheddoi|retraction|correction|concern|local-url|bdsk-(?:url|file)-\d+"
)
# Fields whose dashes are notation, not typography: `2426--2437` stays.
_NUMERIC = frozenset(
    "pages number volume issue year day date eventdate origdate urldate isbn issn pmid pmcid eid".split()
)

_CONTAINERS = ("journal", "journaltitle", "booktitle")


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


def meanings(entry: Parsed, strings: Strings) -> dict[str, tuple[str | Names, Assignment]]:
    """All fields of an entry by citekit's names, in file order. Of a repeated field the first wins; empty ones are absent."""
    first: dict[str, Assignment] = {}
    for assignment in entry.fields:
        first.setdefault(assignment.name.lower(), assignment)
    found = {}
    for name, field in canonical_names(entry.type, first).items():
        if value := meaning(field, first[name].source, strings):
            found[field] = (value, first[name])
    return found


_DAY = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\w)\.?|,")  # June 4, 23rd


def _month(text: str) -> str:
    """`June 4` → `jun`, `Aug 23--Aug 27` → `aug`; the day stays in the field's origin."""
    if found := month(text):
        return found
    return "-".join(dict.fromkeys(month(_DAY.sub("", text)).split("-")))


def notation(field: str, value: str | Names, before: str = "") -> str:
    r"""A value as BibTeX writes it, delimiters included: `{50\% \& more}`, `jul # "-" # aug`, `{King, Jr., M. L.}`.

    `before` is what stood there, delimiters included: words whose case it protected (`{DNA}`) stay protected.
    """
    if isinstance(value, Names):
        return f"{{{write_names(value)}}}"
    if field == "month" and all(part in MONTHS for part in value.split("-")):
        return ' # "-" # '.join(value.split("-"))
    if VERBATIM.fullmatch(field):
        return f"{{{encode_verbatim(value)}}}"
    return f"{{{protected_like(value, before[1:-1], ligatures=field not in _NUMERIC)}}}"


def canonical_names(entry_type: str, names: Iterable[str]) -> dict[str, str]:
    """citekit's name for each field name of one entry (all lower case).

    When two names mean the same field (`journal` and `booktitle`, `address` and `location`), the one that fits the
    entry's type, else the plain BibTeX one, gets the common name and the other keeps its own.
    """
    present = list(dict.fromkeys(names))
    if len({_common(name) for name in present}) == len(present):
        return {name: _common(name) for name in present}
    holders: dict[str, str] = {}
    for name in sorted(present, key=lambda name: _rank(entry_type, name)):
        holders.setdefault(ALIASES.get(name, name), name)
    return {name: _common(name) if holders[_common(name)] == name else name for name in present}


def _common(name: str) -> str:
    return ALIASES.get(name, name)


def _rank(entry_type: str, name: str) -> int:
    if _common(name) == "container":
        return _by_fit(entry_type).index(name) if name != "container" else len(_CONTAINERS)
    return int(name in ALIASES)


def _by_fit(entry_type: str) -> tuple[str, ...]:
    """The names of a container, the one that fits the type best first."""
    return _CONTAINERS[::-1] if entry_type in IN_A_BOOK else _CONTAINERS


def written_name(field: str, entry_type: str, before: str, taken: Set[str]) -> str:
    """The name under which a field is written.

    `before` is its name in the BibTeX file it comes from (or `""`), kept where it still means this field:
    `archiveprefix`, `location`, in an article `journaltitle`. `taken` holds the names that other fields have.
    """
    default = bibtex_name(field, entry_type)
    names = [default]
    if field == "container":
        names += _by_fit(entry_type)
    if _common(before.lower()) == field and (field != "container" or _fits(before.lower(), default, entry_type)):
        names.insert(0, before.lower())
    return next((name for name in names if name not in taken), field)


def _fits(before: str, default: str, entry_type: str) -> bool:
    return (before, default) == ("journaltitle", "journal") or entry_type not in IN_A_BOOK | {"article"}
