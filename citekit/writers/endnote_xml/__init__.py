"""`Library` → EndNote XML."""

from citekit.writers.endnote_xml.writer import WRITER, write

__all__ = ["WRITER", "write"]
