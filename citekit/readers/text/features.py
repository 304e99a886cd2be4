"""What the label model sees of a reference string: its tokens, and for each token a list of attributes.

An attribute is a short string such as `w=nature` or `+1s=Xx`. Whatever can be said of a token by itself is worked out once
per distinct token and remembered, since the same commas, months and journal words come again in every reference.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from citekit.readers.text.lexicon import word_code, word_kind

# `https://doi.org/` and the DOI after it are two tokens; another address is one; `D91`, `63S1` fall apart into letters and digits;
# an apostrophe between letters holds them together (`O'Brien`, `l’été`).
_TOKEN = re.compile(
    r"https?://(?:dx\.)?doi\.org/"
    r"|(?:https?://|ftp://|www\.)[^\s<>\"”]{0,400}[\w/]"
    r"|10\.\d{4,9}/\S{0,200}\w"
    r"|[^\W\d_][\u0300-\u036f]*(?:['’ʼ]?[^\W\d_][\u0300-\u036f]*)*"
    r"|\d+"
    r"|[^\w\s]|_"
)
_LONGEST = 24  # letters of a token that attributes may quote
_DASHES = dict.fromkeys("-‐‑‒–—−", "-")
_OPENING = dict.fromkeys("“„«‹", "“")
_CLOSING = dict.fromkeys("”»›", "”")
_SAME = _DASHES | _OPENING | _CLOSING | dict.fromkeys("’‘´`", "'")


class Token(NamedTuple):
    """A word, a number, an address or one mark of punctuation, with its place in the string."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The tokens of a string, in order; white space lies between them. Linear in the length of the string."""
    return [Token(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text)]


class _Look(NamedTuple):
    """What one token looks like by itself."""

    word: str  # lower case, shortened; numbers by their length and range
    shape: str  # X initial, Xx capitalised, xx lower, XX upper, XxX mixed, y year, 9.. number, U address, or the mark itself
    code: str  # see `lexicon`
    kind: str
    own: tuple[str, ...]
    before: tuple[str, ...]  # attributes it gives to the token after it
    after: tuple[str, ...]  # and to the token before it


def _shape(text: str) -> str:
    first = text[0]
    if first.isdigit():
        if len(text) == 4 and "1400" <= text <= "2099":
            return "y"
        return "9" * min(len(text), 5)
    if len(text) > 6 and (text[:3] == "10." or "://" in text[:8] or text[:4] == "www."):
        return "D" if text[0] == "1" else "U"
    if not first.isalpha():
        return _SAME.get(first, first)
    if len(text) == 1:
        return "X" if first.isupper() else "x"
    if text.islower():
        return "xx"
    if text.isupper():
        return "XX" if len(text) < 4 else "XXXX"
    return "Xx" if first.isupper() and text[1:].islower() else "XxX"


@lru_cache(maxsize=50_000)
def _look(text: str) -> _Look:
    shape = _shape(text)
    lower = text[:_LONGEST].lower()
    if shape == "y":
        word = text[:3]
    elif shape[0] == "9":
        word = shape if len(text) > 1 else text
    elif shape in "DU":
        word = shape
    elif text[0].isalpha():
        word = lower
    else:
        word = shape
    code, kind = word_code(lower), word_kind(lower)
    own = [f"w={word}", f"s={shape}"]
    if text[0].isalpha() and shape not in "DU":
        own += [
            f"p={lower[:3]}",
            f"e2={lower[-2:]}",
            f"e3={lower[-3:]}",
            f"e4={lower[-4:]}",
            f"n={min(len(text), 8)}",
        ]
        own += [f"c={code}", f"sc={shape}{code}"]
    own += [f"k={each}" for each in kind.split("+") if each]
    seen = [f"w={word}", f"s={shape}"]
    if code:
        seen.append(f"c={code}")
    if kind:
        seen.append(f"k={kind}")
    return _Look(
        word,
        shape,
        code,
        kind,
        tuple(own),
        tuple("-1" + each for each in seen),
        tuple("+1" + each for each in seen),
    )


def attributes(text: str, found: list[Token]) -> list[list[str]]:
    """One list of attributes for each of the tokens found in a string."""
    looks = [_look(token.text) for token in found]
    count = len(found)
    shapes = [look.shape for look in looks]
    words = [look.word for look in looks]
    spaced = [token.end < len(text) and text[token.end].isspace() for token in found]
    marks = [shape + "_" if gap else shape for shape, gap in zip(shapes, spaced, strict=True)]
    around = _surroundings(looks, shapes, marks)
    rows = []
    shapes2 = ["^", "^", *marks, "$", "$"]
    words2 = ["^", "^", *words, "$", "$"]
    last_word = "^"
    for i, look in enumerate(looks):
        row = [*look.own, "m=" + marks[i]]
        if i:
            row += looks[i - 1].before
        if i + 1 < count:
            row += looks[i + 1].after
        p2, p1, n1, n2 = shapes2[i], shapes2[i + 1], shapes2[i + 3], shapes2[i + 4]
        word = words2[i + 2]
        row += [
            "-2w=" + words2[i], "+2w=" + words2[i + 4],
            f"ss={p1}{shapes2[i+2]}", f"st={shapes2[i+2]}{n1}",
            f"sss={p1}{shapes2[i+2]}{n1}", f"-ss={p2}{p1}{shapes2[i+2]}", f"+ss={shapes2[i+2]}{n1}{n2}",
            f"ww={words2[i+1]} {word}", f"w+={word} {words2[i+3]}",
            f"s5={p2}{p1}{shapes2[i+2]}{n1}{n2}",
            "lw=" + last_word,
        ]  # fmt: skip
        row += around[i]
        rows.append(row)
        if look.shape[0] in "XxU":
            last_word = word
    if rows:
        rows[0].append("first")
        rows[-1].append("last")
    return rows


_BREAKS = frozenset(".,;:?!()[]“”\"'")


def _surroundings(looks: list[_Look], shapes: list[str], marks: list[str]) -> list[list[str]]:
    """For each token, where in the string it stands and what has come and will come."""
    count = len(looks)
    years_after = sum(shape == "y" for shape in shapes)
    numbers_after = sum(shape[0] == "9" or shape == "y" for shape in shapes)
    editors_after = sum("editor" in look.kind for look in looks)
    quotes = sum(shape in ("“", "”", '"') for shape in shapes)
    years = depth = square = numbers = 0
    quoted = "n" if not quotes else "b"
    inside = False
    after_in = "n"
    segment, segments = _segments(looks, shapes, marks)
    names = ["^", "^", *segments, "$", "$"]
    result = []
    stop = 0
    for i, look in enumerate(looks):
        shape = shapes[i]
        if shape == "y":
            years_after -= 1
        if shape == "y" or shape[0] == "9":
            numbers_after -= 1
        if "editor" in look.kind:
            editors_after -= 1
        if shape == "(":
            depth += 1
        if shape == "[":
            square += 1
        if shape == "”" or (shape == '"' and inside):
            inside = False
            quoted = "a"
        s = segment[i]
        mark = marks[i]
        context = f"{min(years, 1)}{min(years_after, 1)}{min(numbers, 2)}{min(numbers_after, 3)}"
        here = "i" if inside else quoted
        result.append([
            f"pos={10 * i // count}", f"at={min(i, 6)}", f"cx={context}", f"cxs={context}{shape}",
            f"d={min(depth, 1)}{min(square, 1)}", f"ds={min(depth, 1)}{min(square, 1)}{shape}", f"q={here}", f"qs={here}{shape}",
            f"in={after_in}", f"inq={after_in}{here}{min(years,1)}", f"ed={min(editors_after, 1)}{after_in}",
            f"g={names[s + 2]}", f"g-={names[s + 1]}", f"g+={names[s + 3]}", f"g++={names[s + 4]}", f"g--={names[s]}",
            f"gg-={names[s+1]} {names[s+2]}", f"gg+={names[s+2]} {names[s+3]}",
            f"stop={min(stop, 5)}", f"na={min(numbers_after, 6)}", f"ya={years_after}",
            f"wds={min(numbers_after,4)}{shape}{min(years,1)}",
        ])  # fmt: skip
        if shape == "y":
            years += 1
        elif shape[0] == "9":
            numbers += 1
        if shape == ")":
            depth = max(depth - 1, 0)
        if shape == "]":
            square = max(square - 1, 0)
        if shape == "“" or (shape == '"' and not inside and quoted != "a"):
            inside = True
        if mark in (".__", "._", "?_", "!_") and i and shapes[i - 1] not in ("X",):
            stop += 1
        if (
            look.word == "in"
            and i
            and (shapes[i - 1] in _BREAKS)
            or (look.word == "in" and marks[i + 1 : i + 2] == [":_"])
        ):
            after_in = "i"
    return result


def _segments(looks: list[_Look], shapes: list[str], marks: list[str]) -> tuple[list[int], list[str]]:
    """Cuts at every mark of punctuation but those inside words; says of each piece what it is made of."""
    segment: list[int] = []
    names: list[str] = []
    start = 0
    at = 0
    for i, shape in enumerate(shapes):
        segment.append(at)
        if shape in _BREAKS and not (shape == "." and i and shapes[i - 1] == "X"):
            names.append(_segment_name(looks[start:i], shapes[start:i]))
            start = i + 1
            at += 1
    names.append(_segment_name(looks[start:], shapes[start:]))
    return segment, names


_SIZES = "01234556666777777777"


def _segment_name(looks: list[_Look], shapes: list[str]) -> str:
    """`4xI` and so on: how many words, whether there are lower-case words, initials, years, numbers, and the usual code."""
    words = [look for look in looks if look.shape[0] in "Xx"]
    size = _SIZES[min(len(words), 19)]
    made_of = ""
    if "xx" in shapes:
        made_of += "x"
    if "X" in shapes or "XX" in shapes:
        made_of += "I"
    if "y" in shapes:
        made_of += "y"
    elif any(shape[0] == "9" for shape in shapes):
        made_of += "9"
    codes = [look.code[0].upper() for look in words if look.code]
    usual = max("FGJTP", key=codes.count) if codes else ""
    kinds = "".join(sorted({look.kind[0] for look in looks if look.kind and look.kind != "particle"}))[:2]
    return f"{size}{made_of}{usual}{kinds}"
