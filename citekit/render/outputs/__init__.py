"""What a bibliography is written as, one a file. `written(entries, layout)` takes entries in marked text (`citekit.csl.marks`) and
gives the whole bibliography; it escapes all that it is given and needs no pybtex.

`backends` has the same for pybtex's users.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A reference in its style: `label` and `text` are finished marked text, the label may be empty.

    `cited` is what a citation of it says in running text, as natbib takes it: `Doe and Roe(2009)`. Only LaTeX has a use for it.
    """

    key: str
    label: str
    text: str
    cited: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a style lays its bibliography out (CSL 1.0.2, "Whitespace" of cs:bibliography), and what the bibliography is called."""

    hanging_indent: bool = False
    second_field_align: str = ""
    """`flush`, `margin` or nothing"""
    line_spacing: int = 1
    entry_spacing: int = 1
    language: str = ""
    title: str = "References"
