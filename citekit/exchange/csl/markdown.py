"""The Markdown in which pandoc reads the strings of a YAML bibliography, and the markup of CSL.

https://pandoc.org/MANUAL.html#specifying-bibliographic-data: *emphasis*, **strong**, ~sub~, ^super^, [x]{.nocase}, [x]{.smallcaps}.
A backslash before a mark makes it plain; `--` and `...` are a dash and an ellipsis.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

from citekit.exchange.csl.markup import plain
from citekit.values.markup import TAG

_INLINE = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~\ ])
    |(?P<ticks>`{1,3})(?P<code>[^`]+)(?P=ticks)
    |\*\*(?=\S)(?P<strong>(?:\\.|\*(?!\*)|[^*\\])+?)\*\*
    |\*(?=\S)(?P<em>(?:\\.|[^*\\])+?)\*
    |(?<!\w)__(?=\S)(?P<strong_>(?:\\.|_(?!_)|[^_\\])+?)__(?!\w)
    |(?<!\w)_(?=\S)(?P<em_>(?:\\.|[^_\\])+?)_(?!\w)
    |~~(?=\S)(?P<struck>(?:\\.|[^~\\])+?)~~
    |\^(?P<sup>(?:\\.|[^\^\\\s])+)\^
    |~(?P<sub>(?:\\.|[^~\\\s])+)~
    |\[(?P<span>(?:\\.|[^\[\]\\])*)\](?:\{(?P<classes>[^{}\n]{0,100})\}|\((?P<link>[^()\s]{0,2000})\))
    |(?P<dash>---?(?!-))|(?P<dots>\.\.\.)""",
    re.VERBOSE | re.DOTALL,
)
_TAGS = {"strong": "b", "strong_": "b", "em": "i", "em_": "i", "sup": "sup", "sub": "sub"}
_SPANS = {"nocase": '<span class="nocase">', "smallcaps": '<span style="font-variant:small-caps">'}
_DEEPEST = 10
_AS_IT_IS = frozenset({"id", "type", "citation-key"})

# What a backslash must stand before, and what begins a block of Markdown.
_SPECIAL = re.compile(
    r"[\\`*\[\]~^$]|(?<!\w)[_@]|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w+;)|-(?=-)|(?<=-)-|\.(?=\.\.)|(?<=\.)\.(?=\.)|(?<=\.\.)\."
)
_BLOCK = re.compile(r"(?m)^(?=>|[+|-]\s|#{1,6}\s|=+$)|^\(?(?:\d{1,9}|[a-z]|[IVXLCDMivxlcdm]{2,9}|@)(?=[.)](?:\s|$))")
_OPENING = {"i": "*", "em": "*", "b": "**", "strong": "**", "sup": "^", "sub": "~"}


def to_markup(markdown: str) -> str:
    """`*Il1rn* in H~2~O \\\\& [mRNA]{.nocase}` → `<i>Il1rn</i> in H<sub>2</sub>O & <span class="nocase">mRNA</span>`."""
    return _converted(markdown, 0)


def _converted(text: str, depth: int) -> str:
    def meant(found: re.Match[str]) -> str:
        kind = found.lastgroup or ""
        if (mark := found["escaped"]) is not None:
            return "\xa0" if mark == " " else html.escape(mark, quote=False) if mark in "<&" else mark
        if found["code"] is not None:
            return html.escape(found["code"], quote=False)
        if kind in ("dash", "dots"):
            return {"--": "–", "---": "—", "...": "…"}[found[0]]
        if depth == _DEEPEST:
            return found[0]
        if found["span"] is not None:
            inner = _converted(found["span"], depth + 1)
            opening = next((tag for name, tag in _SPANS.items() if name in (found["classes"] or "")), "")
            return f"{opening}{inner}</span>" if opening else inner
        name = next(name for name in (*_TAGS, "struck") if found[name] is not None)
        inner = _converted(found[name], depth + 1)
        return f"<{_TAGS[name]}>{inner}</{_TAGS[name]}>" if name in _TAGS else inner

    return _INLINE.sub(meant, text)


def of_markup(text: str) -> str:
    """The inverse of `to_markup`. Tags that are not balanced, and others than it knows, are left out."""
    made = _of_tags(text) if "<" in text else None
    if made is not None and plain(to_markup(made)) == plain(text):
        return made
    return _escaped(plain(text))


def _of_tags(text: str) -> str | None:
    """With the tags as Markdown; `None` where they are not balanced."""
    parts: list[str] = []
    closing: list[tuple[str, str]] = []
    at = 0
    for found in TAG.finditer(text):
        parts.append(_escaped(plain(text[at : found.start()]), at_start=at == 0))
        at = found.end()
        name = re.sub(r"[</>]|\s.*", "", found[0], flags=re.DOTALL).lower()
        if found[0].startswith("</"):
            if not closing or closing[-1][0] != name:
                return None
            parts.append(closing.pop()[1])
        elif not found[0].endswith("/>") and name not in ("br", "p"):
            opening, end = _marks(name, found[0])
            parts.append(opening)
            closing.append((name, end))
    parts.append(_escaped(plain(text[at:]), at_start=at == 0))
    return "".join(parts) if not closing else None


def _marks(name: str, tag: str) -> tuple[str, str]:
    if name in _OPENING:
        return _OPENING[name], _OPENING[name]
    kind = "smallcaps" if name in ("sc", "scp") or "small-caps" in tag else "nocase" if "nocase" in tag else ""
    return ("[", f"]{{.{kind}}}") if kind else ("", "")


def _escaped(text: str, *, at_start: bool = True) -> str:
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return _BLOCK.sub(lambda found: f"{found[0]}\\", text) if at_start else text


def in_strings(item: dict[str, Any], convert: Callable[[str], str]) -> dict[str, Any]:
    """An item with all its strings converted, save those that pandoc takes as they are."""
    return {name: value if name in _AS_IT_IS else _in(value, convert) for name, value in item.items()}


def _in(value: Any, convert: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return convert(value)
    if isinstance(value, list):
        return [_in(each, convert) for each in value]
    return {name: _in(each, convert) for name, each in value.items()} if isinstance(value, dict) else value
