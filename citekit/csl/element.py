"""The XML of styles and locales, as far as the engine needs it.

The document is read by expat. No document type is taken, so there are no entities to expand and no address to ask; what is deeper
than 100 elements or longer than 5 MB is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from citekit.errors import CitekitError

_DEEPEST = 100
_LONGEST = 5_000_000


@dataclass(slots=True)
class Element:
    """An element by its local name: `<cs:text variable="title"/>` is `Element("text", {"variable": "title"})`.

    `text` is what stands directly in it, before and between its children. `line` counts from 1.
    """

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    text: str = ""
    line: int = 0

    def get(self, attribute: str, default: str = "") -> str:
        return self.attributes.get(attribute, default)

    def child(self, name: str) -> Element | None:
        """The first child of this name."""
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> list[Element]:
        """The children of this name."""
        return [child for child in self.children if child.name == name]

    def __iter__(self) -> Iterator[Element]:
        """This element and all in it, in document order."""
        yield self
        for child in self.children:
            yield from child


class _Refused(Exception):
    """Why a document is not read further."""


def parse(data: bytes, name: str) -> Element:
    """The root element. `name` is what messages call the document. Raises `CitekitError` with the line for what is no XML and for
    what is too deep, too long or has a document type."""
    if len(data) > _LONGEST:
        raise CitekitError(f"{name}: too long for a citation style ({len(data):,} bytes)")
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    open_elements = [Element("")]
    words: list[list[str]] = [[]]  # for each open element what stands in it

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(open_elements) > _DEEPEST:
            raise _Refused(f"nested deeper than {_DEEPEST} elements")
        element = Element(tag.rpartition(" ")[2], attributes, line=parser.CurrentLineNumber)
        if "http://www.w3.org/XML/1998/namespace lang" in attributes:
            attributes["xml:lang"] = attributes.pop("http://www.w3.org/XML/1998/namespace lang")
        open_elements[-1].children.append(element)
        open_elements.append(element)
        words.append([])

    def end(tag: str) -> None:
        open_elements.pop().text = "".join(words.pop())

    def text(said: str) -> None:
        words[-1].append(said)

    def refuse(*_: object) -> NoReturn:
        raise _Refused("it has a document type, which no citation style has")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise CitekitError(f"{name}:{error.lineno}: no XML: {expat.ErrorString(error.code)}") from None
    except (LookupError, ValueError):  # an encoding that Python or expat does not know
        raise CitekitError(f"{name}: no XML that can be read: save it as UTF-8") from None
    except _Refused as error:
        raise CitekitError(f"{name}:{parser.CurrentLineNumber}: {error}") from None
    return open_elements[0].children[0]
