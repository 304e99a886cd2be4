"""Well-formed XML out of values, for any text: elements without anything in them are left out, and so is what XML cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from citekit.model import Problem, Reference
from citekit.values.names import Names

# All but these may stand in XML 1.0: https://www.w3.org/TR/xml/#charsets
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;"})
_IN_QUOTES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#xD;"}
)


@dataclass(frozen=True, slots=True)
class Element:
    """An element with elements or a text in it."""

    name: str
    inside: tuple[Element, ...] | str
    attributes: Mapping[str, str] = field(default_factory=dict)


Inside = Element | str | None


def element(name: str, *inside: Inside, attributes: Mapping[str, str] | None = None) -> Element | None:
    """An element, or None where nothing would be in it. Attributes with an empty value are left out."""
    said = {key: value for key, value in (attributes or {}).items() if value}
    parts = tuple(part for part in inside if part)
    texts = [part for part in parts if isinstance(part, str)]
    if texts:
        return Element(name, "".join(texts), said) if _allowed("".join(texts)).strip() else None
    elements = tuple(part for part in parts if isinstance(part, Element))
    return Element(name, elements, said) if elements else None


def document(root: Element) -> str:
    """The text of a file, to be encoded in UTF-8."""
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *_lines(root, ""), ""])


def _lines(element: Element, indent: str) -> Iterator[str]:
    """An element that holds a text, or nothing but one such element, stands on one line: blanks around a text would count as text."""
    if isinstance(element.inside, str) or _holds_one_text(element):
        yield indent + _on_one_line(element)
        return
    if not element.inside:
        yield f"{indent}<{_start(element)}/>"
        return
    yield f"{indent}<{_start(element)}>"
    for child in element.inside:
        yield from _lines(child, indent + "  ")
    yield f"{indent}</{element.name}>"


def _holds_one_text(element: Element) -> bool:
    return len(element.inside) == 1 and isinstance(element.inside, tuple) and isinstance(element.inside[0].inside, str)


def _on_one_line(element: Element) -> str:
    inside = element.inside
    text = _allowed(inside).translate(_MARKUP) if isinstance(inside, str) else "".join(map(_on_one_line, inside))
    return f"<{_start(element)}>{text}</{element.name}>"


def _start(element: Element) -> str:
    said = (f' {name}="{_allowed(value).translate(_IN_QUOTES)}"' for name, value in element.attributes.items())
    return element.name + "".join(said)


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub("", text)


def unwritable(references: Iterable[Reference], title: str) -> tuple[Problem, ...]:
    """One `not-held` problem for each field in which some reference has characters that XML cannot hold."""
    first: dict[str, Reference] = {}
    for reference in references:
        for name, value in reference.fields.items():
            if name not in first and any(map(_FORBIDDEN.search, _texts(value.value))):
                first[name] = reference
    said = f"{title} has no place for control characters, which are left out of"
    return tuple(Problem.about("not-held", f"{said} {name}", reference) for name, reference in first.items())


def _texts(value: str | Names) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    return (part for person in value for part in (person.family, person.given, person.particle, person.suffix))
