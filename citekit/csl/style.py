"""A style, compiled once: items → the entries of a bibliography."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from citekit.csl import marks
from citekit.csl.citing import year_of
from citekit.csl.compiling import Compiler, inheritable
from citekit.csl.disambiguation import Cites, Told, told_apart
from citekit.csl.dressing import dressing
from citekit.csl.element import Element
from citekit.csl.field_text import decoded
from citekit.csl.finishing import finisher
from citekit.csl.grouping import joined, nothing
from citekit.csl.layout import Layout
from citekit.csl.locales import Locale, load
from citekit.csl.margins import apart, ended
from citekit.csl.rendering import Item, Node, Rendering, Tell
from citekit.csl.sorting import order
from citekit.csl.workshop import Options

__all__ = ["Entry", "Style"]
_AT_ONCE = 500  # entries between two words on progress


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a bibliography.

    `place` is that of its item among those given, from 0. `label` is what stands in the margin (`[1]`), `""` in most author-date
    styles; `label` and `text` are marked text (`citekit.csl.marks`). `year` is what a citation by author and year has: `2009a`.
    """

    place: int
    label: str
    text: str
    year: str


class Style:
    """A CSL style in one locale, ready to render. Parts are compiled when they are first needed."""

    def __init__(self, root: Element, language: str = "") -> None:
        """`root` is the `cs:style` of an independent style; `language` (`en-GB`) overrides the style's own `default-locale`."""
        self._root = root
        self.language = language or root.get("default-locale") or "en-US"
        self.locale: Locale = load(self.language, root.all("locale"))
        info = root.child("info")
        self.title = (
            title.text.strip() if info and (title := info.child("title")) else ""
        ) or "a style without a title"
        formats = [each.get("citation-format") for each in (info.all("category") if info else ())]
        self.citation_format = next((each for each in formats if each), "")
        self._bibliography = root.child("bibliography") or _citation_as_list(root)
        self._compiler = Compiler(root, self.locale, self._options())
        self._finish = finisher(self.locale)

    def _options(self) -> Options:
        root, bibliography = self._root, self._bibliography
        substitute = bibliography.attributes.get("subsequent-author-substitute")
        return Options(
            root.get("demote-non-dropping-particle", "display-and-sort"),
            root.get("initialize-with-hyphen") != "false",
            root.get("page-range-format"),
            None if substitute is None else decoded(substitute),
            bibliography.get("subsequent-author-substitute-rule", "complete-all"),
            any(each.get("variable") == "year-suffix" for each in root if each.name == "text"),
        )

    @property
    def numeric(self) -> bool:
        """Are works cited by numbers?"""
        return self.citation_format == "numeric" if self.citation_format else self._is_numbered

    @cached_property
    def _is_numbered(self) -> bool:
        citation = self._root.child("citation")
        return any(each.get("variable") == "citation-number" for each in citation or ())

    @property
    def layout(self) -> Layout:
        found = self._bibliography
        return Layout(
            found.get("hanging-indent") == "true",
            found.get("second-field-align"),
            _natural(found.get("line-spacing")),
            _natural(found.get("entry-spacing")),
        )

    # ------------------------------------------------------------ compiled parts

    @cached_property
    def _inherited(self) -> dict[str, str]:
        return inheritable(self._root, self._bibliography)

    @cached_property
    def _entry(self) -> Node:
        """The layout of `cs:bibliography`, its first field in the margin where the style asks for that."""
        layout = self._bibliography.child("layout")
        if layout is None:
            return nothing
        nodes = [self._compiler.node(child, self._inherited) for child in layout.children]
        suffix = decoded(layout.get("suffix"))
        dress = dressing(replace(layout, attributes={**layout.attributes, "suffix": ""}))
        if not self._bibliography.get("second-field-align") or not nodes:
            rest = joined(nodes, "")
            return lambda rendering: ended(dress(rest(rendering)), suffix)
        first, rest = nodes[0], joined(nodes[1:], "")

        def node(rendering: Rendering) -> str:
            margin = marks.wrap(marks.LEFT_MARGIN, first(rendering))
            return margin + marks.wrap(marks.RIGHT_INLINE, ended(dress(rest(rendering)), suffix))

        return node

    @cached_property
    def _order(self) -> Callable[[Sequence[Item]], list[int]]:
        return order(self._bibliography.child("sort"), self._inherited, self._compiler)

    @cached_property
    def _cites(self) -> Cites | None:
        citation = self._root.child("citation")
        conditions = any("disambiguate" in each.attributes for each in self._root)
        suffix = citation is not None and citation.get("disambiguate-add-year-suffix") == "true"
        if citation is None or not (suffix or conditions):
            return None
        inherited = inheritable(self._root, citation)
        layout = citation.child("layout")
        children = layout.children if layout else []
        return Cites(
            joined([self._compiler.node(child, {**inherited, "delimiter": ""}) for child in children], ""),
            citation.get("disambiguate-add-names") == "true",
            _expansions(citation) if citation.get("disambiguate-add-givenname") == "true" else (),
            conditions,
            suffix,
        )

    # ------------------------------------------------------------ rendering

    def bibliography(self, items: Sequence[Item], tell: Tell | None = None) -> list[Entry]:
        """The entries in the order of the style, numbered, with year suffixes where works of the same names and year need them.

        An item that has nothing to say gives an entry without text. The items are those of CSL-JSON, under the names of the
        specification. `tell` hears how far it is.
        """
        places = self._order(items)
        told = told_apart([items[place] for place in places], self._cites) if self._cites else Told()
        made = []
        previous = None
        for number, place in enumerate(places, 1):
            suffix, conditioned = told.suffixes.get(number - 1, ""), number - 1 in told.conditioned
            rendering = Rendering(
                items[place],
                number=number,
                year_suffix=suffix,
                disambiguate=conditioned,
                previous=previous,
                expanded=told.expanded.get(number - 1, ""),
            )
            made.append(self._made(rendering, place))
            previous = rendering.first_names or ()
            if tell and number % _AT_ONCE == 0:
                tell("printing references", number, len(places))
        if tell:
            tell("printing references", len(places), len(places))
        return made

    def alone(self, item: Item) -> Entry:
        """The entry that an item has in a bibliography of its own."""
        return self._made(Rendering(item), 0)

    def _made(self, rendering: Rendering, place: int) -> Entry:
        suffix = rendering.year_suffix
        said = self._finish(self._entry(rendering))
        label, text = apart(said)
        return Entry(place, label, text, year_of(rendering.item, self.locale) + suffix)


def _citation_as_list(root: Element) -> Element:
    """A style without `cs:bibliography` prints notes: its citations, one an entry."""
    citation = root.child("citation")
    return Element(
        "bibliography", {}, [each for each in citation.children if each.name in ("layout", "sort")] if citation else []
    )


def _expansions(citation: Element) -> tuple[str, ...]:
    """What `givenname-disambiguation-rule` shows of given names, step by step (CSL 1.0.2, "Disambiguation")."""
    rule = citation.get("givenname-disambiguation-rule", "by-cite")
    first = "first-" if rule.startswith("primary-name") else ""
    return (f"{first}initials",) if rule.endswith("-with-initials") else (f"{first}initials", f"{first}full")


def _natural(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 1
