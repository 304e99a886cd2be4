"""Markdown (CommonMark and GitHub's): a numbered list."""

from __future__ import annotations

import re

from pybtex.backends import markdown

from citekit.render.links import web_address

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~$]")  # `IL1RN*2`, `a_b`, `[Internet]`, `$5`; points and hyphens are harmless
_ENTITY = re.compile(r"&(?=#?\w+;)")  # AT&amp;T
_LIST_MARK = re.compile(r"(\d+)([.)])(?=\s|$)|([-+=])")  # at the start: `2002. A title` would be a list in the list


class Backend(markdown.Backend):  # type: ignore[misc]
    """pybtex's escapes every point and hyphen; this one what would be read as Markdown."""

    symbols = {"ndash": "–", "newblock": " ", "nbsp": " "}  # noqa: RUF012

    def format_str(self, text: str) -> str:
        return _SPECIAL.sub(r"\\\g<0>", _ENTITY.sub("&amp;", text))

    def format_href(self, url: str, text: str, external: bool = False) -> str:
        address = web_address(url).replace("(", "%28").replace(")", "%29")
        return f"[{text}]({address})" if address and text else text

    def write_prologue(self) -> None:
        self.number = 0

    def write_entry(self, key: str, label: str, text: str) -> None:
        self.number += 1
        mark = _LIST_MARK.match(text)
        if mark:
            at = mark.end() - 1
            text = f"{text[:at]}\\{text[at:]}"
        self.output(f"{self.number}. {text}\n")

    def unprintable(self, text: str) -> str:
        return ""
