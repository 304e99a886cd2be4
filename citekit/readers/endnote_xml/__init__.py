"""EndNote XML → `Library`, from EndNote and from the many programs that write like it."""

from citekit.readers.endnote_xml.reader import READER, read, recognise

__all__ = ["READER", "read", "recognise"]
