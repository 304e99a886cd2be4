"""XML as readers of records need it: the record elements of a file, one at a time, however bad the file around them."""

from citekit.readers.xml.element import Element
from citekit.readers.xml.tree import Record, library, records, root

__all__ = ["Element", "Record", "library", "records", "root"]
