"""MODS (Library of Congress) → `Library`."""

from citekit.readers.mods.reader import READER, read, recognise

__all__ = ["READER", "read", "recognise"]
