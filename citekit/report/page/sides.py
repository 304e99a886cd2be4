"""References side by side: a table with a row for each field and a column for each reference."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from citekit.merging import Merged
from citekit.model import Reference
from citekit.render.links import doi_address, web_address
from citekit.report.page.differences import marked, whole
from citekit.report.page.elements import Markup, element, join
from citekit.report.provenance import Source, sources
from citekit.report.words import place, shown
from citekit.vocabulary import bibtex_name, field_place

MOST_COPIES = 8  # columns

_MISSING = "words of the merged entry are missing here"
_MISSING_HERE = "words of the other are missing here"


def copies(work: Merged, clashing: Collection[str]) -> Markup:
    """The merged entry and the first of its members; rows of `clashing` fields are said to be conflicts."""
    members = work.members[:MOST_COPIES]
    found = sources(work)
    rows = [_kind_row(work.reference.type, [member.type for member in members], True, "type" in clashing)]
    for name in _fields([work.reference, *members]):
        cells = [_merged_cell(work.reference, name)]
        cells += [_copy_cell(work, number, name, found) for number in range(len(members))]
        rows.append(_row(_label(name, work.reference), cells, name in clashing))
    heads = [_head("Merged entry", work.reference.key)]
    heads += [_head(f"Copy {number}", place(member), _line(member)) for number, member in enumerate(members, 1)]
    return _table(f"{work.reference.key}: the merged entry and its copies", heads, rows)


def pair(left: Reference, right: Reference, titles: tuple[str, str], caption: str) -> Markup:
    """Two references, the words marked in which they differ."""
    rows = [_kind_row(left.type, [right.type], False, False)]
    for name in _fields([left, right]):
        cells = [_against(left, right, name), _against(right, left, name)]
        rows.append(_row(_label(name, left if name in left.fields else right), cells, False))
    heads = [_head(title, place(each), _line(each)) for title, each in zip(titles, (left, right), strict=True)]
    return _table(caption, heads, rows)


# ---------------------------------------------------------------- rows and cells


def _fields(references: Sequence[Reference]) -> list[str]:
    every = {name for reference in references for name in reference.fields}
    return sorted(every, key=field_place)


def _label(name: str, reference: Reference) -> str:
    return bibtex_name(name, reference.type)


def _kind_row(first: str, others: Sequence[str], merged: bool, clash: bool) -> Markup:
    cells = [element("td", first, class_="merged" if merged else None)]
    for each in others:
        same = each == first
        cells.append(element("td", each if same else element("mark", each), class_="same" if same else None))
    return _row("entry type", cells, clash)


def _merged_cell(reference: Reference, name: str) -> Markup:
    if name not in reference.fields:
        return _NONE
    value = shown(reference.fields[name].value)
    address = doi_address(value) if name == "doi" else web_address(value) if name == "url" else ""
    inside = element("a", value, href=address, rel="noreferrer") if address else whole(value)
    return element("td", inside, class_="merged", dir="auto")


def _copy_cell(work: Merged, number: int, name: str, found: Mapping[str, Sequence[Source]]) -> Markup:
    member = work.members[number]
    if name not in member.fields:
        return _NONE
    value, kept = shown(member.fields[name].value), work.reference.fields.get(name)
    other = shown(kept.value) if kept else ""
    gave = Source(number, name) in found.get(name, ())
    badge = join(" ", element("span", "kept", class_="kept")) if gave else ""
    return element("td", marked(value, other, _MISSING), badge, class_="same" if value == other else None, dir="auto")


def _against(reference: Reference, other: Reference, name: str) -> Markup:
    if name not in reference.fields:
        return _NONE
    value = shown(reference.fields[name].value)
    if name not in other.fields:
        return element("td", whole(value), dir="auto")
    theirs = shown(other.fields[name].value)
    return element("td", marked(value, theirs, _MISSING_HERE), class_="same" if value == theirs else None, dir="auto")


_NONE = element("td", "–", element("span", "not given", class_="hidden-words"), class_="none")


# ---------------------------------------------------------------- the table


def _line(reference: Reference) -> str:
    return f"line {reference.origin.line}" if reference.origin and reference.origin.line else ""


def _head(title: str, *places: str) -> Markup:
    return element("th", title, *(element("span", each, class_="place") for each in places if each), scope="col")


def _row(label: str, cells: Sequence[Markup], clash: bool) -> Markup:
    said = element("span", " (conflict)", class_="tag") if clash else ""
    return element("tr", element("th", label, said, scope="row"), *cells, class_="clash" if clash else None)


def _table(caption: str, heads: Sequence[Markup], rows: Sequence[Markup]) -> Markup:
    head = element("thead", element("tr", element("th", "field", scope="col"), *heads))
    table = element(
        "table",
        element("caption", caption, class_="hidden-words"),
        head,
        element("tbody", *rows),
        class_="sides",
    )
    return element("div", table, class_="wide", tabindex="0", role="region", aria_label=caption)
