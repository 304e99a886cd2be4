"""HTML elements as values. Text becomes markup only here, and never without being escaped."""

from __future__ import annotations

import html
import re

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")  # no characters of HTML
_VOID = frozenset({"br", "input", "meta"})


class Markup(str):
    """Text that is markup already. Only this module makes it of what came in."""

    __slots__ = ()


def text(words: str) -> Markup:
    """Text as markup; characters that HTML has no place for are shown as U+FFFD."""
    return (
        words if isinstance(words, Markup) else Markup(html.escape(_UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", words)))
    )


def join(*parts: str) -> Markup:
    """The parts one after the other, those escaped that are not markup."""
    return Markup("".join(map(text, parts)))


def element(tag: str, *inside: str, **attributes: str | bool | None) -> Markup:
    """`element("td", "A & B", class_="same", data_x="1", hidden=True)`; an attribute that is `None` or false is left out.

    Inside `pre`, `style` and `script` nothing but the text given; `style` and `script` take markup only.
    """
    said = "".join(
        f" {name}" if value is True else f' {name}="{text(value)}"'
        for name, value in ((n.rstrip("_").replace("_", "-"), v) for n, v in attributes.items())
        if value is not None and value is not False
    )
    return Markup(f"<{tag}{said}>" if tag in _VOID else f"<{tag}{said}>{join(*inside)}</{tag}>")
