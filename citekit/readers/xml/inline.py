"""Text with markup inside → plain Unicode text: `H<sub>2</sub>O` → `H₂O`, MathML on one line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from citekit.values.markup import script

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")  # U+00A0 is text
_ABOVE = frozenset({"sup", "superscript"})
_BELOW = frozenset({"sub", "inf", "subscript"})
_APART = frozenset({"br", "p", "title", "list-item"})
# MathML elements whose parts are not simply one behind the other: https://www.w3.org/TR/mathml4/
_SILENT = frozenset({"annotation", "annotation-xml"})


def spoken(node: Any) -> str:
    """All text of an lxml element: markup goes, figures above or below the line stay where Unicode has them, blanks become one.

    EndNote's `<style face="superscript">` is such markup, too.
    """
    text = _inner(node) if len(node) else node.text or ""
    return _BLANKS.sub(" ", text).strip(" ")


def _inner(node: Any) -> str:
    parts = [node.text or ""]
    for child in node.iterchildren("*"):
        parts += [_marked(child), child.tail or ""]
    return "".join(parts)


def _marked(node: Any) -> str:
    name = local_name(str(node.tag))
    if name == "math":
        return _BLANKS.sub(" ", _formula(node)).strip(" ")
    text = _inner(node)
    face = node.get("face", "") if name == "style" else ""
    if name in _ABOVE or "superscript" in face:
        return script(text, above=True)
    if name in _BELOW or "subscript" in face:
        return script(text, above=False)
    return f" {text} " if name in _APART else text


@lru_cache(maxsize=4096)
def local_name(tag: str) -> str:
    """`{http://www.loc.gov/mods/v3}name`, and `mods:name` where no one says what `mods` is → `name`"""
    return tag.rpartition("}")[2].rpartition(":")[2]


# ---------------------------------------------------------------- MathML


def _formula(node: Any) -> str:
    """`<msup><mi>x</mi><mn>2</mn></msup>` → `x²`; what Unicode cannot raise is `x^n`, `x_p`."""
    name = local_name(str(node.tag))
    if name in _SILENT:
        return ""
    children = list(node.iterchildren("*"))
    if not children:
        return " ".join((node.text or "").split()) + (" " if name in ("cn", "ci") else "")
    parts = [_formula(child) for child in children]
    if name in ("msub", "munder") and len(parts) == 2:
        return parts[0] + _at(parts[1], above=False)
    if name in ("msup", "mover") and len(parts) == 2:
        return parts[0] + _at(parts[1], above=True)
    if name in ("msubsup", "munderover") and len(parts) == 3:
        return parts[0] + _at(parts[1], above=False) + _at(parts[2], above=True)
    if name == "mfrac" and len(parts) == 2:
        return f"{_grouped(parts[0])}/{_grouped(parts[1])}"
    if name == "msqrt":
        return f"√{_grouped(''.join(parts))}"
    return "".join(parts)


def _at(text: str, *, above: bool) -> str:
    moved = script(text, above=above)
    return moved if moved != text or not text else f"{'^' if above else '_'}{_grouped(text)}"


def _grouped(text: str) -> str:
    return text if len(text) < 2 or text.isalnum() else f"({text})"
