"""LaTeX: a `thebibliography`, the same as `citekit latex` writes for a paper."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.render.bbl import bbl
from citekit.render.outputs import Entry, Layout


def written(entries: Sequence[Entry], layout: Layout) -> str:
    """The list, for any engine, with natbib or without (see `citekit.render.bbl.bbl`)."""
    return bbl(entries, layout.numeric)
