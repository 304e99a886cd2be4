"""What the label model sees of a reference string: its tokens, and for each token a list of attributes.

An attribute is a short string such as `w=nature` or `+1w=(`. Three things are worked out once and remembered, since the same commas,
months and journal words come again in every reference: what a token says by itself, what the shapes around it say, and what its place
in the string says. Changing any attribute means training the model again (`scripts/train/train.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from citekit.readers.text.lexicon import word_code, word_kind

Token = tuple[str, int, int]  # a word, a number, an address or one mark of punctuation; where it starts and ends

# `https://doi.org/` and the DOI after it are two tokens; another address is one; `D91`, `63S1` fall apart into letters and digits;
# an apostrophe between letters holds them together (`O'Brien`, `l’été`).
_TOKEN = re.compile(
    r"https?://(?:dx\.|www\.)?doi\.org/"
    r"|(?:https?://|ftp://|www\.)[^\s<>\"”]{0,400}[\w/]"
    r"|10\.\d{4,9}/\S{0,200}\w"
    r"|[^\W\d_][\u0300-\u036f]*(?:['’ʼ]?[^\W\d_][\u0300-\u036f]*)*"
    r"|\d+"
    r"|[^\w\s]|_"
)
_LONGEST = 24  # letters of a token that attributes may quote
_SAME = dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("„«‹", "“") | dict.fromkeys("»›", "”") | dict.fromkeys("’‘´`", "'")
_BREAKS = frozenset(".,;:?!()[]“”\"'")  # these end a piece of the reference
_REMEMBERED = 50_000  # distinct values of each kind


def tokens(text: str) -> list[Token]:
    """The tokens of a string, in order; white space lies between them. Linear in the length of the string."""
    return [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text)]


def attributes(text: str, found: Sequence[Token]) -> list[list[str]]:
    """One list of attributes for each of the tokens found in a string."""
    if not found:
        return []
    looks = [_START, _START, *(_look(token[0]) for token in found), _END, _END]
    words, shapes, codes, kinds, own, to_next, to_second_next, to_previous, to_second_previous = zip(
        *looks, strict=True
    )
    pairs = [one + " " + two for one, two in pairwise(words[1:-1])]
    rows = [
        [
            *here, *before, *second_before, *after, *second_after, *shape,
            "ww=" + pair, "w+=" + next_pair, "lw=" + last, *piece, *place,
        ]
        for here, before, second_before, after, second_after, shape, pair, next_pair, last, piece, place in zip(
            own[2:-2], to_next[1:], to_second_next, to_previous[3:], to_second_previous[4:],
            map(_shapes_around, shapes, shapes[1:], shapes[2:], shapes[3:], shapes[4:]),
            pairs, pairs[1:], _last_words(words, shapes), _pieces(shapes[2:-2], codes[2:-2], kinds[2:-2]),
            _places(text, found, words[2:], shapes[2:-2], kinds[2:]), strict=False,
        )
    ]  # fmt: skip
    tenth = min(1.0, 10 / len(rows))
    for at, row in enumerate(rows):
        row.append(_POSITIONS[int(at * tenth)])
    rows[0].append("first")
    rows[-1].append("last")
    return rows


def _last_words(words: Sequence[str], shapes: Sequence[str]) -> list[str]:
    """For each token the word before it, marks and numbers passed over."""
    last = "^"
    found = []
    for word, shape in zip(words[2:-2], shapes[2:-2], strict=True):
        found.append(last)
        if shape[0] in "XxU":
            last = word
    return found


_POSITIONS = [f"pos={tenth}" for tenth in range(11)]


# What a token says by itself


class _Look(NamedTuple):
    word: str  # lower case, shortened; the shape for marks and most numbers
    shape: str  # see `_shape`
    code: str  # first letter of its code, see `lexicon`
    kind: str  # first letter of its kind, see `lexicon`; E for words like *eds*
    own: tuple[str, ...]
    to_next: tuple[str, ...]  # what the token after it is told of it
    to_second_next: tuple[str, ...]
    to_previous: tuple[str, ...]
    to_second_previous: tuple[str, ...]


_START = _Look("^", "^", "", "", (), ("-1w=^",), ("-2w=^",), (), ())
_END = _Look("$", "$", "", "", (), (), (), ("+1w=$",), ("+2w=$",))


@lru_cache(maxsize=_REMEMBERED)
def _look(text: str) -> _Look:
    shape = _shape(text)
    is_word = shape[0] in "Xx"
    lower = text[:_LONGEST].lower()
    code, kind = word_code(lower), word_kind(lower)
    word = lower if is_word else text[:3] if shape == "y" else text if shape == "9" else shape
    own = ["w=" + word, "s=" + shape, *("k=" + each for each in kind.split("+") if each)]
    if is_word:
        own += ["p=" + lower[:3], "e2=" + lower[-2:], "e3=" + lower[-3:], "sc=" + shape + code]
    far = ["w=" + word, *(["k=" + kind] if kind else [])]
    near = [*far, "sc=" + shape + code]
    initial = "E" if "editor" in kind else "" if kind == "particle" else kind[:1]
    return _Look(
        word, shape, code[:1].upper(), initial, tuple(own),
        tuple("-1" + each for each in near), tuple("-2" + each for each in far),
        tuple("+1" + each for each in near), tuple("+2" + each for each in far),
    )  # fmt: skip


def _shape(text: str) -> str:
    """X for an initial, Xx Smith, XX NY, XXXX LANCET, xx of, XxX McGee, x a; y 1999, 99 of 12; D a DOI, U an address; or the mark."""
    first = text[0]
    if first.isdigit():
        return "y" if len(text) == 4 and "1400" <= text <= "2099" else "D" if "/" in text else "9" * min(len(text), 5)
    if not first.isalpha():
        return _SAME.get(first, first)
    if len(text) > 3 and (text.startswith("www.") or "://" in text[:8]):
        return "U"
    if len(text) == 1:
        return "X" if first.isupper() else "x"
    if text.islower():
        return "xx"
    if text.isupper():
        return "XX" if len(text) < 4 else "XXXX"
    return "Xx" if first.isupper() and text[1:].islower() else "XxX"


@lru_cache(maxsize=_REMEMBERED)
def _shapes_around(second_before: str, before: str, here: str, after: str, second_after: str) -> tuple[str, ...]:
    return (f"sss={before}{here}{after}", f"-ss={second_before}{before}{here}", f"+ss={here}{after}{second_after}")


# What its place in the string says. Counts stop where more makes no difference.

_Place = tuple[int, int, int, int, int, str, bool, bool, int]


@lru_cache(maxsize=_REMEMBERED)
def _place_attributes(mark: str, place: _Place) -> tuple[str, ...]:
    """For a token of this shape (with `_` if a space follows), after and before so many years and other numbers, in round (1) or square
    (2) brackets, with quotation marks none in the string, before it begins, inside, after; whether `In` has come and editors are to
    come; after so many sentences."""
    year, years_left, number, numbers_left, bracket, quotes, after_in, editors_left, stops = place
    years = f"{year}{min(years_left, 1)}"
    return (
        f"cxs={years}{number}{min(numbers_left, 3)}{mark}",
        f"ds={bracket}{quotes}{mark}",
        f"inq={after_in:d}{quotes}{editors_left:d}{years}",
        f"na={numbers_left}{years_left}",
        f"qst={quotes}{stops}",
    )


def _places(
    text: str, found: Sequence[Token], words: Sequence[str], shapes: Sequence[str], kinds: Sequence[str]
) -> list[tuple[str, ...]]:
    """The place of each token, as attributes. It is worked out anew only where a token changes it."""
    years_left = shapes.count("y")
    numbers_left = years_left + sum(shape[0] == "9" for shape in shapes)
    editors_left = kinds.count("E")
    quotes = "n" if _QUOTES.isdisjoint(shapes) else "b"
    year = number = bracket = stops = 0
    after_in = False
    before = "^"
    place: _Place | None = None
    rows = []
    for at, shape in enumerate(shapes):
        first = shape[0]
        spaced = text[found[at][2] : found[at][2] + 1].isspace()
        changes = first in _CHANGES
        if changes or kinds[at] == "E":
            years_left -= first == "y"
            numbers_left -= first in "y9"
            editors_left -= kinds[at] == "E"
            bracket = _OPEN.get(first, bracket)
            quotes = "a" if first == "”" or (first == '"' and quotes == "i") else quotes
            place = None
        place = place or (
            year, min(years_left, 3), number, min(numbers_left, 6), bracket, quotes, after_in, editors_left > 0, stops
        )  # fmt: skip
        rows.append(_place_attributes(shape + "_" if spaced else shape, place))
        if changes:
            year |= first == "y"
            number = min(number + (first == "9"), 2)
            bracket = 0 if first in ")]" else bracket
            stops += stops < 5 and spaced and first in ".?!" and before != "X"
            quotes = "i" if first == "“" or (first == '"' and quotes == "b") else quotes
            place = None
        elif words[at] == "in" and (before in _BREAKS or words[at + 1] == ":"):
            after_in, place = True, None
        before = shape
    return rows


_QUOTES = frozenset('“”"')
_OPEN = {"(": 1, "[": 2}
_CHANGES = frozenset('y9()[]“”".?!')


# What the piece between two marks of punctuation says


def _pieces(shapes: tuple[str, ...], codes: tuple[str, ...], kinds: tuple[str, ...]) -> list[tuple[str, ...]]:
    """For each token the attributes of its piece: what this piece and those beside it are made of.

    `Smith A. Title: subtitle. Nature 1999` has four pieces; the point of an initial ends none.
    """
    ends = [
        at + 1
        for at, shape in enumerate(shapes)
        if shape in _BREAKS and not (shape == "." and at and shapes[at - 1] == "X")
    ]
    bounds = list(pairwise((0, *ends, len(shapes))))
    names = [_piece_name(shapes[start:end], codes[start:end], kinds[start:end]) for start, end in bounds]
    names = ["^", "^", *names, "$", "$"]
    told = map(_piece_attributes, names, names[1:], names[2:], names[3:], names[4:])
    return [row for row, (start, end) in zip(told, bounds, strict=False) for _ in range(start, end)]


@lru_cache(maxsize=_REMEMBERED)
def _piece_attributes(second_before: str, before: str, here: str, after: str, second_after: str) -> tuple[str, ...]:
    return (f"g={here}", f"g--={second_before}", f"g++={second_after}", f"gg-={before} {here}", f"gg+={here} {after}")


_SIZES = "01234556666777777777"  # how many words it has, roughly


@lru_cache(maxsize=_REMEMBERED)
def _piece_name(shapes: tuple[str, ...], codes: tuple[str, ...], kinds: tuple[str, ...]) -> str:
    """`4xIFm`: its size, whether there are lower-case words, initials, years or numbers, the usual code and the kinds of its words."""
    words = sum(shape[0] in "Xx" for shape in shapes)
    lower = "x" if "xx" in shapes else ""
    initials = "I" if "X" in shapes or "XX" in shapes else ""
    numbers = "y" if "y" in shapes else "9" if any(shape[0] == "9" for shape in shapes) else ""
    usual = max("FGJPT", key=lambda code: (codes.count(code), code)) if any(codes) else ""
    return f"{_SIZES[min(words, 19)]}{lower}{initials}{numbers}{usual}{''.join(sorted({*kinds}))[:2]}"
