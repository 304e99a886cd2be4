"""pybtex's rich text → marked text, so that one writer serves the styles of pybtex's kind and CSL's."""

from __future__ import annotations

from typing import Any

from pybtex.backends import BaseBackend

from citekit.csl import marks
from citekit.render.rich import MARKS

_TAGS = MARKS | {"em": marks.ITALIC, "strong": marks.BOLD}
_SYMBOLS = {"ndash": "–", "newblock": " ", "nbsp": " "}


class Marking(BaseBackend):  # type: ignore[misc]
    """A backend of pybtex that writes marked text; tags that have no mark leave their text as it is."""

    RenderType = str
    symbols = _SYMBOLS

    def format_str(self, text: str) -> str:
        return marks.clean(text)

    def format_tag(self, tag_name: str, text: str) -> str:
        return marks.wrap(_TAGS[tag_name], text) if tag_name in _TAGS else text

    def format_href(self, url: str, text: str, external: bool = False) -> str:
        return marks.link(url, text)

    def format_protected(self, text: str) -> str:
        return text

    def render_sequence(self, rendered_list: Any) -> str:
        return "".join(rendered_list)
