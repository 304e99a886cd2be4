"""An element of XML, as readers ask for what is in it."""

from __future__ import annotations

from typing import Any

from citekit.readers.xml.inline import local_name, spoken


class Element:
    """An element of a record. Names of elements and attributes are local: without prefix and namespace."""

    __slots__ = ("_before", "_node")

    def __init__(self, node: Any, before: int = 0) -> None:
        self._node = node
        self._before = before  # lines of the file before the record

    @property
    def name(self) -> str:
        return local_name(self._node.tag)

    @property
    def line(self) -> int:
        """Where its start tag ends, counted from 1 in the file."""
        return self._before + int(self._node.sourceline or 1)

    def attribute(self, name: str) -> str:
        """The value of an attribute, `""` where there is none."""
        found = self._node.get(name)
        if found is None:
            found = next((value for key, value in self._node.attrib.items() if local_name(key) == name), "")
        return str(found)

    def children(self, *names: str) -> list[Element]:
        """The elements right inside it, of these names if any are given."""
        wanted = [f"{{*}}{name}" for name in names] or ["*"]
        return [Element(node, self._before) for node in self._node.iterchildren(*wanted)]

    def all(self, path: str) -> list[Element]:
        """Every element that a path of names leads to: `AuthorList/Author`."""
        return [Element(node, self._before) for node in self._nodes(path)]

    def _nodes(self, path: str) -> list[Any]:
        found = [self._node]
        for name in path.split("/"):
            found = [child for node in found for child in node.iterchildren(f"{{*}}{name}")]
        return found

    def first(self, path: str) -> Element | None:
        """The first of `all`."""
        return next(iter(self.all(path)), None)

    def text(self, path: str = "") -> str:
        """Its text, or that of the first element at the path that has any, as plain Unicode text: see `citekit.readers.xml.inline.spoken`."""
        return next(filter(None, self.texts(path)), "") if path else spoken(self._node)

    def texts(self, path: str) -> list[str]:
        """The text of every element at the path, empty ones left out."""
        return [text for element in self.all(path) if (text := spoken(element._node))]
