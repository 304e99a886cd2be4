"""Where on a page references may be listed, as stretches of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.readers.html.page import Kind, Line, Page, Span
from citekit.readers.text.items import is_after, is_heading

_COUNT = re.compile(r"\s*[\[(](?:\d{1,4}|edit)[\])]$")  # References (45)
_NO_TAG = 7  # below h6: a heading that is only a line of its own, `<p><b>References</b></p>`


def named_places(page: Page) -> list[Span]:
    """Elements that are called references, and what stands under a heading that says so; the outer before the inner."""
    regions = [span for span in page.spans if span.kind == "region"]
    return sorted([*regions, *_under_headings(page)], key=lambda span: (span.start, -span.stop))


def lists(page: Page) -> list[Span]:
    """Every list and table, and the stretch of all elements that are called a reference."""
    named = [span for span in page.spans if span.kind == "named item"]
    spans = [span for span in page.spans if span.kind == "list"]
    return [*spans, Span("list", named[0].start, max(span.stop for span in named))] if named else spans


def is_list_heading(line: Line) -> bool:
    """`References`, `4. Literaturverzeichnis`, `References (45)`"""
    return is_heading(_COUNT.sub("", line.text))


def innermost(page: Page, *kinds: Kind) -> list[Span | None]:
    """For each line, the smallest element of these kinds that it stands in."""
    spans = [span for span in page.spans if span.kind in kinds]
    found: list[Span | None] = []
    around: list[Span] = []
    at = 0
    for index in range(len(page.lines)):
        while at < len(spans) and spans[at].start == index:
            around.append(spans[at])
            at += 1
        while around and around[-1].stop <= index:
            around.pop()
        found.append(around[-1] if around else None)
    return found


def _under_headings(page: Page) -> Iterator[Span]:
    items = innermost(page, "item", "named item")
    footers = {span.start for span in page.spans if span.kind == "footer"}
    levels = [_level(line, item) for line, item in zip(page.lines, items, strict=True)]
    for index, level in enumerate(levels):
        if level and is_list_heading(page.lines[index]):
            stop = _end(page.lines, levels, index, footers)
            if stop > index + 1:
                yield Span("region", index + 1, stop)


def _level(line: Line, item: Span | None) -> int:
    """The level of a heading, 0 for other lines. In a list (of contents) only what is tagged as a heading is one."""
    return line.level or (_NO_TAG if item is None and is_list_heading(line) else 0)


def _end(lines: Sequence[Line], levels: Sequence[int], heading: int, footers: set[int]) -> int:
    """Up to the next heading of the same or a higher level, what follows lists on journals' pages, or the page's footer."""
    for index in range(heading + 1, len(lines)):
        if 0 < levels[index] <= levels[heading] or index in footers or is_after(lines[index].text):
            return index
    return len(lines)
