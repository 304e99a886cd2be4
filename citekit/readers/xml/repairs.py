"""What people's programs write for XML and is none, put right: a bare `&`, HTML's names of characters, control characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_AND = re.compile(  # &nbsp;  &#7;  AT&T
    r"&(?:(?P<name>[A-Za-z][A-Za-z0-9]{0,40});|#(?P<number>[0-9]{1,10});|#[xX](?P<hex>[0-9A-Fa-f]{1,8});)?"
)
_OPAQUE = re.compile(r"<!--|<!\[CDATA\[")
_CLOSING = {"<!--": "-->", "<![CDATA[": "]]>"}
# What XML 1.0 §2.2 has no place for: https://www.w3.org/TR/xml/#charsets
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_ENTITIES = (
    "an & that stands for itself, or a name that XML does not know, is read as it stands or as HTML has it (&name;)"
)
_CHARACTERS = "characters that XML does not allow are left out"


def repaired(text: str) -> tuple[str, tuple[str, ...]]:
    """The text put right, and what was done to it, `()` where nothing was."""
    entities = "".join(piece if opaque else _AND.sub(_written, piece) for piece, opaque in _pieces(text))
    characters = _FORBIDDEN.sub("", entities)
    done = ((_ENTITIES, entities != text), (_CHARACTERS, characters != entities))
    return characters, tuple(said for said, happened in done if happened)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut into what is markup and text, and comments and CDATA, in which `&` is a sign like others."""
    at = 0
    while found := _OPAQUE.search(text, at):
        end = text.find(_CLOSING[found[0]], found.end())
        if end < 0:
            break
        yield text[at : found.start()], False
        at = end + 3
        yield text[found.start() : at], True
    yield text[at:], False


def _written(found: re.Match[str]) -> str:
    """`&nbsp;` → its character, `&lol;` and a lone `&` → `&amp;…`; what XML knows stays."""
    if found["name"] in _XML:
        return found[0]
    if found["name"]:
        known = html5.get(found["name"] + ";")
        return known if known and not set(known) & set("<>&") else "&amp;" + found[0][1:]
    code = int(found["number"]) if found["number"] else int(found["hex"], 16) if found["hex"] else -1
    if code < 0:
        return "&amp;"
    return found[0] if code <= 0x10FFFF and not _FORBIDDEN.match(chr(code)) else ""
