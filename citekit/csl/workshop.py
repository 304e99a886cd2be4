"""What those who compile style elements share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from citekit.csl.element import Element
from citekit.csl.rendering import Node

if TYPE_CHECKING:
    from citekit.csl.locales import Locale

Dressing = Callable[[str], str]
"""Gives a text its formatting, quotes and affixes; nothing stays nothing."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a style says for all of it (CSL 1.0.2, "Global Options" and the attributes of cs:bibliography)."""

    demote_non_dropping_particle: str = "display-and-sort"
    initialize_with_hyphen: bool = True
    page_range_format: str = ""
    subsequent_author_substitute: str | None = None
    subsequent_author_substitute_rule: str = "complete-all"
    year_suffix_is_placed: bool = False
    """The style prints `year-suffix` itself; dates then leave it out."""


class Workshop(Protocol):
    """Compiles elements in the light of one style and one locale."""

    locale: Locale
    options: Options

    def node(self, element: Element, inherited: Mapping[str, str]) -> Node:
        """The node of any rendering element (text, names, date, group, choose …). `inherited` are the name attributes that hold
        here (`et-al-min`, `and`, … and `names-delimiter`)."""

    def dressing(self, element: Element, *, affixes: bool = True, case: bool = True) -> Dressing:
        """What the element's own formatting attributes do to its text, innermost first: strip-periods, text-case, font marks, quotes,
        prefix and suffix, display."""
