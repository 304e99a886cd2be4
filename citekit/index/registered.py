"""The index on this machine as a `Source` value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from citekit.formats import Source


def _index(folder: str | None) -> Any:
    from citekit.index import open_index

    return open_index(Path(folder) if folder else None)


INDEX = Source("index", "Crossref's records on this machine (citekit index build)", _index)
