"""One reference of a list in markup: its text, cleaned of what the list put around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from citekit.readers.html.page import COINS_MARK, Line
from citekit.readers.text.furniture import without_arrows, without_furniture
from citekit.readers.text.items import without_signal
from citekit.readers.text.likeness import looks_like_reference


@dataclass(frozen=True, slots=True)
class Entry:
    """A reference string, the 1-based source line it begins on, the links in it and the OpenURL of its COinS, if it has one."""

    text: str
    line: int
    links: tuple[str, ...] = ()
    openurl: str = ""


# [12]   (12)   12.   12)   [Smi03]   [KLM+97]
_NUMBER = re.compile(r"(?:\[\d{1,4}[a-z]?\][.:]?|\(\d{1,3}\)|\d{1,3}[.)](?!\d)|\[[A-Za-z+]{1,12}’?\d{2,4}[a-z]?\])\s*")
_ONLY_NUMBER = re.compile(r"[\[(]?\d{1,4}[\])]?[.):]?")
_BARE_NUMBER = re.compile(r"(\d{1,4})[\s:|]*(?=[^\W\d_]|[\"“«„‘])")  # 12 Smith   12Smith, from a superscript
_JUMP = re.compile(r"(?:[↑^]\s*)?Jump up(?: to)?:?\s*(?:[↑^]\s*)?(?:(?:[a-z]{1,2}|\d{1,3}(?:\.\d{1,3})?)\s+){0,60}")
# What is left where labels of links came off: `[] []`, `( | )`
_EMPTY = re.compile(r"[\[(][\s|·,;/]{0,5}[\])]")
_EDGES = re.compile(r"^[\s|·•;,]+|[\s|·•]+$")


def entries_of(lines: Sequence[Line]) -> list[Entry]:
    """The lines of one item of a list: a reference, or several where each has a COinS or where `<br>` parts them."""
    if len(lines) == 1:
        parts = lines[0].text.split("\n")
        if len(parts) > 1 and sum(map(looks_like_reference, parts)) * 5 >= len(parts) * 4:
            return _parted(parts, lines[0])
    text = " ".join(line.text for line in lines).replace("\n", " ")
    links = tuple(link for line in lines for link in line.links)
    coins = [openurl for line in lines for openurl in line.coins]
    pieces = text.split(COINS_MARK)
    if len(coins) <= 1:
        return _filled([Entry(" ".join(pieces), lines[0].number, links, *coins)])
    # The text of a COinS stands before it. Whose the links are cannot be told.
    pieces[-2:] = [" ".join(pieces[-2:])]
    return _filled([Entry(piece, lines[0].number, (), openurl) for piece, openurl in zip(pieces, coins, strict=True)])


def _parted(parts: Sequence[str], line: Line) -> list[Entry]:
    coins = iter(line.coins)
    found = [[next(coins) for _ in range(part.count(COINS_MARK))] for part in parts]
    return _filled(
        [
            Entry(part.replace(COINS_MARK, " "), line.number, (), *own[:1])
            for part, own in zip(parts, found, strict=True)
        ]
    )


def _filled(entries: Sequence[Entry]) -> list[Entry]:
    cleaned = [replace(entry, text=without_surroundings(entry.text)) for entry in entries]
    return [entry for entry in cleaned if entry.text or entry.openurl]


def without_surroundings(text: str) -> str:
    """Without the number of the list, arrows back to the text, labels of links and their empty brackets."""
    text = _EMPTY.sub(" ", text)
    for _ in range(2):  # `1. ^ a b Smith`, `↵ 1. Smith`, `1. 1. Smith`
        before = _JUMP.match(text) or _NUMBER.match(text)
        text = without_arrows(text[before.end() if before else 0 :].strip())
    return without_signal(without_furniture(_EDGES.sub("", " ".join(text.split()))))


def is_only_number(text: str) -> bool:
    """A number in a cell or a block of its own: `12`, `[12]`, `12.`"""
    return bool(_ONLY_NUMBER.fullmatch(text))


def without_bare_numbers(entries: Sequence[Entry]) -> list[Entry]:
    """Takes off numbers without a point, `12 Smith`, where the entries count upwards by them."""
    found = [_BARE_NUMBER.match(entry.text) for entry in entries]
    numbers = [int(match[1]) if match else None for match in found]
    counted = sum(a is not None and b == a + 1 for a, b in pairwise(numbers))
    if len(entries) < 2 or counted * 5 < (len(entries) - 1) * 4:
        return list(entries)
    return [
        replace(entry, text=entry.text[match.end() :]) if match else entry
        for entry, match in zip(entries, found, strict=True)
    ]
