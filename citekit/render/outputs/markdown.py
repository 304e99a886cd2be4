"""Markdown (CommonMark and GitHub's): a list where the labels are the numbers of one, else a paragraph a reference."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.csl import marks
from citekit.render.outputs import Entry, Layout
from citekit.render.outputs.blocks import DISPLAYS, line, lines
from citekit.render.outputs.html import MARKUP as HTML
from citekit.render.outputs.markup import Markup, Pair

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~$]")  # `IL1RN*2`, `a_b`, `[Internet]`, `$5`; points and hyphens are harmless
_ENTITY = re.compile(r"&(?=#?\w+;)")  # AT&amp;T
_LIST_MARK = re.compile(r"(\d+)([.)])(?=\s|$)|([-+=])")  # at the start: `2002. A title` would be a list in the list


def escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", _ENTITY.sub("&amp;", text))


def _link(address: str) -> Pair:
    return "[", f"]({_ENTITY.sub('&amp;', address).replace('(', '%28').replace(')', '%29')})"


_HTML_ONLY = {mark: pair for mark, pair in HTML.pairs.items() if mark in marks.FONTS}
MARKUP = Markup(escaped, _HTML_ONLY | DISPLAYS, _link)

# Stars do only where CommonMark (6.2) sees their two sides for certain: `<i>J Chem</i>.`, but not `x<i>y</i>z` or `<i>a </i>b`.
_STARS = {"i": "*", "b": "**"}
_BEFORE, _AFTER = r"(?<![^\s(\[“‘\"',;:/–—])", r"(?![^\s)\]\\”’\"'.,;:!?/–—])"
_EMPHASIS = re.compile(rf"{_BEFORE}<([ib])>((?:[^<*\\]|\\.)+)</\1>{_AFTER}")


def starred(text: str) -> str:
    """With `*` and `**` instead of `<i>` and `<b>` where that means the same."""
    return _EMPHASIS.sub(_star, text) if "<" in text else text


def _star(found: re.Match[str]) -> str:
    star = _STARS[found[1]]
    return f"{star}{found[2]}{star}" if found[2] == found[2].strip() else found[0]


def written(entries: Sequence[Entry], layout: Layout) -> str:
    """Labels such as `1.` and `1` number a list; others stand before their references."""
    numbers = [_number(entry.label) for entry in entries]
    if entries and all(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return "".join(
            f"{number}. {_text(entry.text, len(str(number)) + 2)}\n"
            for number, entry in zip(numbers, entries, strict=True)
        )
    return "\n".join(f"{_paragraph(entry)}\n" for entry in entries)


def _number(label: str) -> int:
    """12 of a label such as `12.`, else 0."""
    digits = marks.plain(label).strip().removesuffix(".")
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 10 else 0


def _paragraph(entry: Entry) -> str:
    label = line(MARKUP(entry.label))
    return _start(f"{starred(label)} {_text(entry.text)}" if label else _text(entry.text))


def _text(marked: str, indent: int = 0) -> str:
    """Lines that a style wants broken end with a backslash (CommonMark 6.7)."""
    found = (("&emsp;" * indented) + _start(starred(words)) for indented, words in lines(MARKUP(marked)))
    return ("\\\n" + " " * indent).join(found)


def _start(line: str) -> str:
    mark = _LIST_MARK.match(line)
    if not mark:
        return line
    at = mark.end() - 1
    return f"{line[:at]}\\{line[at:]}"
