"""What entry types and fields there are: BibTeX's standard styles, and biblatex."""

from __future__ import annotations

from collections.abc import Set

from citekit.checking.models.biblatex import BIBLATEX
from citekit.checking.models.bibtex import BIBTEX
from citekit.checking.models.model import Model

__all__ = ["BIBLATEX", "BIBTEX", "Model", "model_of"]

# What only biblatex has, and only somebody who uses it would write.
_TELLING_FIELDS = frozenset(
    "date journaltitle shortjournal eventdate eventtitle origdate maintitle mainsubtitle booksubtitle journalsubtitle titleaddon"
    " addendum pubstate langid langidopts eprinttype eprintclass xdata related relatedtype entryset entrysubtype ids sortname"
    " shorthand shortauthor bookauthor editora editortype origlanguage pagetotal indextitle nameaddon".split()
)
_TELLING_TYPES = frozenset(
    "online thesis report collection mvbook mvcollection mvproceedings bookinbook suppbook suppcollection suppperiodical"
    " reference mvreference inreference set xdata".split()
)


def model_of(name: str, types: Set[str], fields: Set[str]) -> Model:
    """The model of that name; `auto` is biblatex where anything in the file belongs to biblatex alone."""
    if name == "auto":
        name = "biblatex" if types & _TELLING_TYPES or fields & _TELLING_FIELDS else "bibtex"
    return BIBLATEX if name == "biblatex" else BIBTEX
