"""What depends on how marks nest: quotation marks, the punctuation after them, and fonts."""

from __future__ import annotations

import re

from citekit.csl import marks

_AXES = (
    (marks.ITALIC, marks.OBLIQUE, marks.UPRIGHT),
    (marks.BOLD, marks.LIGHT, marks.REGULAR),
    (marks.SMALL_CAPS, marks.FULL_CAPS),
    (marks.UNDERLINE, marks.NO_UNDERLINE),
    (marks.SUPERSCRIPT, marks.SUBSCRIPT, marks.BASELINE),
)
_PLAIN = {mark: axis[-1] for axis in _AXES for mark in axis}
"""Each font and the one it is without."""

_MARK = re.compile("[\ufdd0-\ufded\ufdef]")  # all but SEPARATOR
_FOLLOWING = re.compile(f"{marks.CLOSE}*([.,!?]+)")


def settled(text: str, quotes: tuple[str, str, str, str], inside: bool) -> str:
    """Marked text in which marks mean what they are.

    `QUOTE` becomes the quotation marks of the locale, outer and inner by turns. `inside` (CSL 1.0.2, "Locale Options",
    punctuation-in-quote) brings what follows to within the innermost: `.` and `,`, as the specification has it, and `!` and `?`,
    as the reference processor does (CSL test suite, punctuation_FullMontyQuotesIn). Punctuation that follows in the field itself
    stays (affix_CommaAfterQuote).

    A font within the same font becomes the plain one (flipflop_ItalicsFlipped); the plain one where it is plain already goes, and
    so do `NOCASE` and what is empty.
    """
    if not _MARK.search(text):
        return text
    return _Settling(text, quotes, inside).run()


class _Settling:
    """One walk over the marks of a text."""

    __slots__ = ("depth", "fonts", "inside", "moved", "opened", "pieces", "quotes", "text")

    def __init__(self, text: str, quotes: tuple[str, str, str, str], inside: bool) -> None:
        self.text, self.quotes, self.inside = text, quotes, inside
        self.pieces: list[str] = []
        self.opened: list[tuple[str, str, int]] = []
        """For each open mark: what closes it, the font to return to (or `QUOTE`), and how many pieces there are before its text."""
        self.fonts: dict[str, str] = {}
        """By the plain font of an axis: the one that holds."""
        self.depth = 0
        """How many quotation marks are open."""
        self.moved = 0
        """Where the text goes on after punctuation that was brought inside."""

    def run(self) -> str:
        position = 0
        for match in _MARK.finditer(self.text):
            if segment := self.text[max(position, self.moved) : match.start()]:
                self.pieces.append(segment)
            position = match.end()
            if match[0] == marks.CLOSE:
                self.close(position)
            else:
                self.open(match[0])
        self.pieces.append(self.text[max(position, self.moved) :])
        return "".join(self.pieces)

    def open(self, mark: str) -> None:
        shown, end, font = mark, marks.CLOSE, ""
        if mark in _PLAIN:
            font = self.fonts.get(_PLAIN[mark], _PLAIN[mark])
            shown = _turned(mark, font)
            self.fonts[_PLAIN[mark]] = shown or font
        elif mark == marks.QUOTE:
            inner = self.depth % 2 * 2
            shown, end, font = self.quotes[inner], self.quotes[inner + 1], mark
            self.depth += 1
        elif mark == marks.NOCASE:
            shown = ""
        if shown:
            self.pieces.append(shown)
        self.opened.append((end if shown else "", font, len(self.pieces)))

    def close(self, position: int) -> None:
        end, font, count = self.opened.pop()
        if font == marks.QUOTE:
            self.depth -= 1
            if self.inside and len(self.pieces) > count:
                self.bring_inside(position)
        elif font:
            self.fonts[_PLAIN[font]] = font
        if end and len(self.pieces) == count:
            self.pieces.pop()
        elif end:
            self.pieces.append(end)

    def bring_inside(self, position: int) -> None:
        following = _FOLLOWING.match(self.text, position)
        if following and following.start(1) >= self.moved:
            self.pieces.append(following[1])
            self.moved = following.end(1)


def _turned(mark: str, font: str) -> str:
    """What a font is within another of its axis; nothing where it changes nothing."""
    if mark in (marks.SUPERSCRIPT, marks.SUBSCRIPT) or mark != font:
        return mark
    return "" if mark == _PLAIN[mark] else _PLAIN[mark]
