"""A whole HTML page around the list of `outputs.html`. It loads nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.csl import marks
from citekit.render.outputs import Entry, Layout, html
from citekit.render.outputs.markup import harmless

PAGE_STYLE = """\
:root { color-scheme: light dark; --text: #1b1b1b; --paper: #fdfdfb; --quiet: #5c5c5c; --link: #0b4f8a; --rule: #d9d9d3; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e4e2dd; --paper: #191a1c; --quiet: #a2a09a; --link: #8fbfee; --rule: #3a3b3e; }
}
body { margin: 0 auto; padding: 3rem 1.25rem; max-width: 42rem; color: var(--text); background: var(--paper);
  font: 1.0625rem/1.5 Charter, "Bitstream Charter", "Iowan Old Style", Cambria, Georgia, serif; }
h1 { margin: 0 0 1.5rem; padding-bottom: .5rem; border-bottom: 1px solid var(--rule); font-size: 1.5rem; font-weight: 600; line-height: 1.25; }
a { color: var(--link); text-decoration: underline; text-decoration-thickness: .06em; text-underline-offset: .15em; }
sup, sub { line-height: 0; }
.csl-bib-body { margin: 0; }
.csl-entry { margin: 0 0 %(gap)s; overflow-wrap: anywhere; break-inside: avoid; }
.csl-entry:target { background: color-mix(in srgb, var(--link) 14%%, transparent); }
.csl-labelled .csl-entry { display: grid; grid-template-columns: %(column)s minmax(0, 1fr); column-gap: .6em; }
.csl-left-margin { color: var(--quiet); font-variant-numeric: tabular-nums; text-align: %(align)s; white-space: nowrap; }
.csl-labelled .csl-entry:not(:has(> .csl-left-margin)) { display: block; }
.csl-hanging-indent > :dir(rtl) { margin-left: -2em; margin-right: 2em; }
.csl-block, .csl-indent { text-indent: 0; }
.csl-indent { padding-inline-start: 2em; }
%(margin)s@media print {
  :root { --text: #000; --paper: #fff; --quiet: #000; --link: #000; --rule: #000; }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  a { text-decoration: none; }
  .csl-bib-body { line-height: %(line)s; }
}
"""
_IN_THE_MARGIN = """\
@media (min-width: 56rem) { .csl-labelled { margin-inline-start: calc(-.6em - %s); } }
"""
_PAGE = """\
<!DOCTYPE html>
<html lang="%(language)s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>%(title)s</title>
<style>
%(style)s</style>
</head>
<body>
<main>
<h1>%(title)s</h1>
%(list)s</main>
</body>
</html>
"""


def written(entries: Sequence[Entry], layout: Layout) -> str:
    """The page; its title is the layout's."""
    return _PAGE % {
        "language": html.attribute(layout.language or "en"),
        "title": html.escaped(harmless(layout.title)),
        "style": PAGE_STYLE % _measures(entries, layout),
        "list": html.written(entries, layout),
    }


def _measures(entries: Sequence[Entry], layout: Layout) -> dict[str, str]:
    """The width of the column of labels, the height of lines in print, where styles ask for it, and what lies between entries."""
    widest = max((len(marks.plain(entry.label).strip()) for entry in entries), default=0)
    column = f"{min(widest, 20) * 0.6 + 0.2:.1f}em"
    return {
        "column": column,
        "margin": _IN_THE_MARGIN % column if layout.second_field_align == "margin" else "",
        "align": "left" if widest > 6 else "right",
        "line": f"{1.5 * min(max(layout.line_spacing, 1), 4):.3g}",
        "gap": f"{0.6 * min(max(layout.entry_spacing, 0), 4):.3g}em",
    }
