"""`Library` → MODS."""

from citekit.writers.mods.writer import WRITER, write

__all__ = ["WRITER", "write"]
