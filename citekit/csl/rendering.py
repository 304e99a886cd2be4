"""What an entry carries while it is rendered, and what style elements become."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Item = Mapping[str, Any]
"""An item of CSL as `json` reads it: https://github.com/citation-style-language/schema, csl-data.json."""


@dataclass(frozen=True, slots=True)
class EtAl:
    """How a sort key cuts lists of names: `names-min`, `names-use-first`, `names-use-last`."""

    least: int | None = None
    first: int | None = None
    last: bool | None = None


@dataclass(slots=True)
class Rendering:
    """One entry in the making. Nodes read it and leave word in it.

    `called` says that a variable has been asked for, `filled` that one had something to say: by these a group knows whether to
    be silent. Who asks for a variable sets `called`, and `filled` where it prints something of it.
    """

    item: Item
    called: bool = False
    filled: bool = False
    begun: bool = False
    """Something of the entry stands already; numbers in the margin do not count."""
    number: int = 1
    """citation-number"""
    year_suffix: str = ""
    """What tells this entry from others of the same names and year; emptied once it is printed."""
    disambiguate: bool = False
    """What `disambiguate="true"` asks for."""
    silent: set[str] = field(default_factory=set)
    """Variables that stood in for others (cs:substitute) and stay empty for the rest of the entry."""
    sorting: bool = False
    """A sort key is made: names are written `Family Given` in full, dates as `YYYYMMDD`."""
    et_al: EtAl = EtAl()
    previous: Sequence[str] | None = None
    """The names that the entry before printed first, for `subsequent-author-substitute`; None where there was none."""
    first_names: Sequence[str] | None = None
    """The names that this entry prints first, each as printed."""
    shown: int = 0
    """How many more names and given names than usual are shown to tell cites apart (disambiguate-add-names)."""
    expanded: str = ""
    """Given names are shown to tell cites apart (disambiguate-add-givenname): as `initials`, in `full`, or so that of the first name
    only (`first-initials`, `first-full`). Emptied once names are printed."""


Node = Callable[[Rendering], str]
"""A compiled style element: an entry in the making → marked text; `""` is nothing."""

Tell = Callable[[str, int, int], None]
"""Told what is done, how much of it, and how much there is."""
