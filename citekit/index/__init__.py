"""Crossref's public data files as a source on this machine: made by `build`, searched without the network.

build(["crossref-2025/"], default_folder())
open_index().search("Leung VC. Infantile cortical hyperostosis. J Pediatr Orthop. 1985;5:354-7.")
"""

from __future__ import annotations

from pathlib import Path

from citekit.index.about import About, about
from citekit.index.building import Built, build
from citekit.index.place import default_folder
from citekit.index.searching import LocalIndex

__all__ = ["About", "Built", "LocalIndex", "about", "build", "default_folder", "open_index"]


def open_index(folder: Path | None = None) -> LocalIndex:
    """The index in `folder`, or in `default_folder()`. Raises `CitekitError` where there is none."""
    return LocalIndex(folder or default_folder())
