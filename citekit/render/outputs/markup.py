"""Marked text → a markup language, by a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from citekit.csl.marks import ANY, CLOSE, LINK, SEPARATOR
from citekit.render.links import reachable

Pair = tuple[str, str]
"""What opens and what closes."""

_TOKENS = re.compile(f"({LINK}[^\ufdd0-\ufdef]*{SEPARATOR}|{ANY})")
# Direction controls could turn round what stands after them (UAX #9, 2.1 to 2.5); U+FFFE and U+FFFF no XML or HTML takes.
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_SPACES = frozenset("\t\n\v\f\r\x85\u2028\u2029")
NOTHING: Pair = ("", "")
DEEPEST = 50
"""Marks within more marks than these leave no trace; TeX, for one, gives up at 255 groups."""


def harmless(text: str) -> str:
    """The text on one line, without control characters, lone surrogates and controls of direction."""
    return _HARMFUL.sub(_harmless, text) if _HARMFUL.search(text) else text


def _harmless(found: re.Match[str]) -> str:
    return " " if found[0] in _SPACES else ""


def tokens(marked: str) -> list[str]:
    """A marked text in turns: text, mark, text, mark, … text; the mark `LINK` comes with its address and separator."""
    return _TOKENS.split(marked)


def address(token: str) -> str:
    """Where the link of this token may lead; `""` where it may not."""
    return reachable(token[1:-1])


@dataclass(frozen=True, slots=True)
class Markup:
    """A language: how it escapes text, what each mark becomes, and what an address of a link becomes. Marks that are not named
    leave no trace."""

    escape: Callable[[str], str]
    pairs: Mapping[str, Pair]
    link: Callable[[str], Pair]

    def __call__(self, marked: str) -> str:
        """The marked text in this language, harmless."""
        first, *rest = tokens(harmless(marked))
        if not rest:
            return self.escape(first)
        written = [self.escape(first)]
        closing: list[str] = []
        for mark, text in zip(rest[::2], rest[1::2], strict=True):
            if mark == CLOSE:
                written.append(closing.pop() if closing else "")
            else:
                opens, closes = self.pair(mark) if len(closing) < DEEPEST else NOTHING
                closing.append(closes)
                written.append(opens)
            if text:
                written.append(self.escape(text))
        return "".join([*written, *reversed(closing)])

    def pair(self, mark: str) -> Pair:
        if mark[0] != LINK:
            return self.pairs.get(mark, NOTHING)
        leads = address(mark)
        return self.link(leads) if leads else NOTHING
