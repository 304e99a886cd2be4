"""The sections that are lists: problems, DOIs, inputs, keys."""

from __future__ import annotations

from citekit.model import Library
from citekit.pipeline import Result
from citekit.render.links import doi_address
from citekit.report.account import Account
from citekit.report.matches import Entry, described, silence, summary, to_look_at
from citekit.report.page.differences import beginning
from citekit.report.page.elements import Markup, element, join
from citekit.report.page.sections import left_out, section
from citekit.report.words import count, format_name, is_own

MOST_LINES = 1000
_MOST_BLOCKS = 20  # of unused text of one input


def problems(told: Account) -> Markup:
    """What to look at besides what stands with its works."""
    found = told.problems
    rows = [
        element(
            "tr",
            *(element("td", said, dir="auto") for said in (_spot(p.file, p.line), p.key, p.message)),
            class_="findable",
        )
        for p in found[:MOST_LINES]
    ]
    table = _table("Problems", ("place", "key", "what"), rows)
    return section("problems", "Please look at", len(found), table, left_out(len(rows), len(found), "problem"))


def dois(result: Result) -> Markup:
    """What the DOI step came to in numbers, and what of it a person should look at, with the candidates to choose from."""
    groups = to_look_at([work.reference.key for work in result.merged], result.matches) if result.matches else ()
    pairs = [(group, entry) for group in groups for entry in group.entries]
    rows = [
        element(
            "tr",
            element("td", group.title),
            element("td", element("code", entry.name)),
            element("td", entry.said, _candidates(entry)),
            class_="findable",
        )
        for group, entry in pairs[:MOST_LINES]
    ]
    return section(
        "dois",
        "DOIs",
        len(result.matches),
        element("p", summary(result.matches), "."),
        *(element("p", line, ".") for line in silence(result.matches)),
        _table("DOIs to look at", ("what", "key", "why"), rows) if rows else "",
        left_out(len(rows), len(pairs), "DOI", " of them"),
    )


def _candidates(entry: Entry) -> Markup:
    """Each as a line that leads to the work."""
    items = [
        element("li", element("a", found.work.doi, href=doi_address(found.work.doi)), " ", described(found.work))
        for found in entry.candidates
    ]
    return element("ul", *items) if items else Markup("")


def inputs(result: Result) -> Markup:
    """What each input was taken for, how much came of it, and what of its text was not used."""
    rows = [
        element(
            "tr",
            element("td", library.file),
            element("td", format_name(library.format)),
            element("td", f"{len(library):,}", class_="figure"),
            element("td", "yes" if any(map(is_own, library)) else "no"),
            element("td", _unused(library)),
        )
        for library in result.inputs[:MOST_LINES]
    ]
    heads = ("input", "taken for", "records", "with its own record", "text that was not used")
    table = _table("Inputs", heads, rows)
    return section("inputs", "Inputs", len(result.inputs), table, left_out(len(rows), len(result.inputs), "input"))


def _unused(library: Library) -> Markup:
    blocks = [block for block in library.blocks if block.kind in ("unused", "failed")]
    if not blocks:
        return join("none")
    lines = sum(bool(line.strip()) for block in blocks for line in block.text.splitlines())
    shown = [
        join(element("p", f"from line {block.line}"), element("pre", beginning(block.text), dir="auto"))
        for block in blocks[:_MOST_BLOCKS]
    ]
    rest = left_out(len(shown), len(blocks), "stretch", " of this input")
    return element("details", element("summary", count(lines, "line")), *shown, rest)


def keys(result: Result) -> Markup:
    """The citation keys that changed; those that stayed are only counted."""
    changed = [(old, new) for old, new in result.key_map.items() if old != new]
    rows = [
        element("tr", element("td", element("code", old)), element("td", element("code", new)), class_="findable")
        for old, new in changed[:MOST_LINES]
    ]
    stayed = len(result.key_map) - len(changed)
    return section(
        "keys",
        "Citation keys that changed",
        len(changed),
        element("p", f"{count(stayed, 'other key')} of the inputs stayed as they were.", class_="soft"),
        _table("Citation keys, old and new", ("old", "new"), rows),
        left_out(len(rows), len(changed), "changed key"),
    )


def _spot(file: str, line: int) -> str:
    return f"{file}, line {line}" if line else file


def _table(caption: str, heads: tuple[str, ...], rows: list[Markup]) -> Markup:
    head = element("thead", element("tr", *(element("th", each, scope="col") for each in heads)))
    table = element("table", element("caption", caption, class_="hidden-words"), head, element("tbody", *rows))
    return element("div", table, class_="wide", tabindex="0", role="region", aria_label=caption)
