"""citekit: reads reference lists from anywhere, merges them, finds DOIs, writes BibTeX and styled bibliographies."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.6.0"

if TYPE_CHECKING:
    from citekit.errors import CitekitError, InputError, OutputError
    from citekit.files import read, write
    from citekit.model import Library, Names, Person, Problem, Reference
    from citekit.pipeline import Result, merge

# Public name → where it lives. Loaded when first used, so that `import citekit` costs nothing.
_HOMES = {
    "CitekitError": "errors", "InputError": "errors", "OutputError": "errors",
    "Library": "model", "Names": "model", "Person": "model", "Problem": "model", "Reference": "model",
    "Result": "pipeline", "merge": "pipeline", "read": "files", "write": "files",
}  # fmt: skip
__all__ = [
    "CitekitError", "InputError", "Library", "Names", "OutputError", "Person", "Problem", "Reference", "Result",
    "__version__", "merge", "read", "write",
]  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'citekit' has no attribute {name!r}")
    value = getattr(import_module(f"citekit.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
