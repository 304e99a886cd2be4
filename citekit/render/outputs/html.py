"""HTML: `<ol class="bibliography">` with one `<li id="KEY">` a reference, to be put into a page."""

from __future__ import annotations

from html import escape

from pybtex.backends import html

from citekit.render.links import web_address


class Backend(html.Backend):  # type: ignore[misc]
    """pybtex's writes a whole page and lets a quote in a URL end the attribute; this one does neither."""

    symbols = {"ndash": "–", "newblock": " ", "nbsp": "&nbsp;"}  # noqa: RUF012

    def format_str(self, text: str) -> str:
        return escape(text, quote=False)

    def format_href(self, url: str, text: str, external: bool = False) -> str:
        address = web_address(url)
        return f'<a href="{escape(address)}">{text}</a>' if address and text else text

    def write_prologue(self) -> None:
        self.output('<ol class="bibliography">\n')

    def write_entry(self, key: str, label: str, text: str) -> None:
        self.output(f'<li id="{escape(key)}">{text}</li>\n')

    def write_epilogue(self) -> None:
        self.output("</ol>\n")

    def unprintable(self, text: str) -> str:
        return ""
