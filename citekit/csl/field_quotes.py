"""Quotation marks and apostrophes in a field, told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citekit.csl import marks

JOINT = marks.NOCASE + marks.CLOSE
"""Stands between two characters that were together in the field already; `finishing` drops it and leaves them where they are."""

_QUOTES = re.compile(r"""["'“”‘’]""")
_QUOTES_AND_MARKS = re.compile(r"""["'“”‘’]|[\ufdd0-\ufdef]""")
_ELISION = re.compile(r"['’](?:\d\ds|n|t|em|cause|[Tt]il|[Tt]is|[Tt]was)\b")
"""’90s, rock ’n’ roll, in ’t Veld, ’Twas"""
_OPENS_AFTER = frozenset(" \u00a0\u2009\u202f([{<-–—/\"'“‘«‹„")
_PUNCTUATION = frozenset(".,:;!?")
_SINGLE, _DOUBLE = "single", "double"
_LITERAL = {"'": "’"}


@dataclass(slots=True)
class _Level:
    """What waits for its partner between one tag and its end: kinds of quotation marks and their places."""

    waiting: list[tuple[str, int]] = field(default_factory=list)
    count: dict[str, int] = field(default_factory=lambda: {_SINGLE: 0, _DOUBLE: 0})

    def open(self, kind: str, place: int) -> None:
        self.waiting.append((kind, place))
        self.count[kind] += 1

    def close(self, kind: str) -> int | None:
        """The place of the partner. What opened since then has none."""
        if not self.count[kind]:
            return None
        while True:
            opened, place = self.waiting.pop()
            self.count[opened] -= 1
            if opened == kind:
                return place


def quoted(text: str) -> str:
    """Marked text with `QUOTE` marks for quotation marks, straight or curly, that pair up within a tag; a straight `'` that does
    not is `’`, all others stay. So do ‘curly single ones’ with no double ones around them, as the reference processor leaves them.

        'Nobody knows you're a dog'      # QUOTE Nobody knows you’re a dog CLOSE
    """
    if not _QUOTES.search(text):
        return text
    pieces: list[str] = []
    levels = [_Level()]
    position = 0
    for match in _QUOTES_AND_MARKS.finditer(text):
        start, character = match.start(), match[0]
        pieces += text[position:start], _LITERAL.get(character, character)
        position = match.end()
        if character == marks.CLOSE:
            levels.pop()
        elif character >= "\ufdd0":
            levels.append(_Level())
        else:
            _pair(text, start, pieces, levels[-1])
    return "".join(pieces) + text[position:]


def _pair(text: str, start: int, pieces: list[str], level: _Level) -> None:
    """Settles the quotation mark at `start`, which is the last of the pieces."""
    character = text[start]
    kind = _DOUBLE if character in '"“”' else _SINGLE
    before, after = _before(text, start), _after(text, start)
    if _can_close(character, before, after) and (place := level.close(kind)) is not None:
        if pieces[place] == "‘" and not level.count[_DOUBLE]:
            return
        pieces[place] = marks.QUOTE
        pieces[-1] = marks.CLOSE + (JOINT if text[start + 1 : start + 2] in _PUNCTUATION else "")
    elif _can_open(character, before, after) and not (kind == _SINGLE and _ELISION.match(text, start)):
        level.open(kind, len(pieces) - 1)


def _before(text: str, start: int) -> str:
    """The character before, over marks; a blank at the beginning."""
    start -= 1
    while start >= 0 and "\ufdd0" <= text[start] <= "\ufdef":
        start -= 1
    return text[start] if start >= 0 else " "


def _after(text: str, start: int) -> str:
    """The character after, over marks; a blank at the end."""
    start += 1
    while start < len(text) and "\ufdd0" <= text[start] <= "\ufdef":
        start += 1
    return text[start] if start < len(text) else " "


def _can_open(character: str, before: str, after: str) -> bool:
    return character not in "”’" and before in _OPENS_AFTER and character not in (before, after) and not after.isspace()


def _can_close(character: str, before: str, after: str) -> bool:
    return character not in "“‘" and not before.isspace() and (character == "”" or not after.isalnum())
