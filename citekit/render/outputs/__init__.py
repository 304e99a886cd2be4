"""What a bibliography is written as, one a file. `written(entries, layout)` takes entries in marked text (`citekit.csl.marks`) and
gives the whole bibliography; it escapes all that it is given and needs no pybtex.

`backends` has the same for pybtex's users.
"""

from __future__ import annotations

from dataclasses import dataclass

from citekit.csl import layout


@dataclass(frozen=True, slots=True)
class Entry:
    """A reference in its style: `label` and `text` are finished marked text, the label may be empty.

    The rest only LaTeX has a use for. `names` and `year` are what a paper prints where it cites by author and year, `Doe et al.` and
    `2009a`; `everyone` has all the names for natbib's `\\citet*`, `Doe, Roe, and Poe`; `other_keys` are those by which a paper cites
    the same entry.
    """

    key: str
    label: str
    text: str
    names: str = ""
    year: str = ""
    everyone: str = ""
    other_keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout(layout.Layout):
    """How the bibliography is laid out, its language, and what it is called. `numeric`: works are cited by numbers."""

    language: str = ""
    title: str = "References"
    numeric: bool = False
