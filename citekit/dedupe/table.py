"""All descriptions side by side, column by column: the few values by which pairs are found and most of them dismissed.

Texts are told apart by numbers (Python's own hash, 0 for the empty text, which is *not said*), so that numpy compares millions at once. Such
numbers only select pairs for a closer look; no verdict rests on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from citekit.dedupe.description import Description
from citekit.dedupe.folded import counted, doi, kind, pages, year
from citekit.dedupe.people import first_person
from citekit.dedupe.spread import spread
from citekit.dedupe.titles import SHORTEST_HEAD, about, fold_titles, shortest_head
from citekit.model import Progress, unheard
from citekit.values.numbers import is_year
from citekit.values.pages import figures
from citekit.values.text import fold

Column = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Table:
    """One row a description. `folds` and `squashed` are titles as in `Folded`; the rest are numbers."""

    folds: list[str]
    squashed: list[str]
    title: Column
    head: Column
    """The title up to its subtitle, or the whole where there is none."""
    begins: Column
    longest: Column
    """The two longest words, whatever stands round them."""
    acronym: Column
    """The initials of the first words: proof against misspelling."""
    author: Column
    year: Column
    volume: Column
    lone_volume: Column
    """The volume where it is a single number and no year, as which some databases fill it."""
    first_page: Column
    last_page: Column
    first_digits: Column
    last_digits: Column
    doi: Column
    pmid: Column
    container: Column
    preprint: NDArray[np.bool_]
    containers: dict[int, str]
    """Number of a container → its name, folded."""

    def __len__(self) -> int:
        return len(self.folds)


_BEGINNING = 14
_MOST_DIGITS = 9


def tabled(descriptions: Sequence[Description], tell: Progress = unheard) -> Table:
    """The columns of these descriptions, row by row."""
    parts: list[Table] = []
    for part in spread(lambda start, stop: _tabled(descriptions[start:stop]), len(descriptions), _WORTH_SPREADING):
        parts.append(part)
        tell("arranging", sum(map(len, parts)), len(descriptions))
    if len(parts) == 1:
        return parts[0]
    return Table(*(_joined([getattr(part, name) for part in parts]) for name in Table.__slots__))


_WORTH_SPREADING = 8_000


def _joined(columns: Sequence[Any]) -> Any:
    if isinstance(columns[0], dict):
        return dict(chain.from_iterable(each.items() for each in columns))
    return np.concatenate(columns) if isinstance(columns[0], np.ndarray) else list(chain.from_iterable(columns))


def _tabled(descriptions: Sequence[Description]) -> Table:
    plain = [about(each.title)[1] for each in descriptions]
    folds = fold_titles(plain)
    squashed = [fold.replace(" ", "") for fold in folds]
    words = [fold.split() for fold in folds]
    first_heads = [shortest_head(title) for title in plain]
    head_folds = [fold.replace(" ", "") for fold in fold_titles(first_heads)]
    names = [fold(each.container) for each in descriptions]
    container = numbered(names)
    spans = [pages(each.pages) for each in descriptions]
    counts = [counted(each.volume) for each in descriptions]
    return Table(
        folds=folds,
        squashed=squashed,
        title=numbered(squashed),
        head=numbered(
            head if len(head) >= SHORTEST_HEAD else whole for head, whole in zip(head_folds, squashed, strict=True)
        ),
        begins=numbered(title[:_BEGINNING] for title in squashed),
        longest=numbered(map(_longest_words, words)),
        acronym=numbered(map(_acronym, words)),
        author=numbered(first_author(each) for each in descriptions),
        year=np.array([year(each.year) for each in descriptions], dtype=np.int64),
        volume=numbered(count[0] if count else "" for count in counts),
        lone_volume=np.array([_lone(count) for count in counts], dtype=np.int64),
        first_page=numbered(_bare(first) for first, _ in spans),
        last_page=numbered(_bare(last) for _, last in spans),
        first_digits=np.array([_digits(first) for first, _ in spans], dtype=np.int64),
        last_digits=np.array([_digits(last) for _, last in spans], dtype=np.int64),
        doi=numbered(doi(each.doi) for each in descriptions),
        pmid=numbered(each.pmid.strip() for each in descriptions),
        container=container,
        containers=dict(zip(container.tolist(), names, strict=True)),
        preprint=np.array([kind(each) == "preprint" for each in descriptions], dtype=np.bool_),
    )


def numbered(texts: Iterable[str]) -> Column:
    """A number for each text, the same for the same text within this process."""
    return np.fromiter(map(hash, texts), dtype=np.int64)


def both(one: Column, other: Column) -> Column:
    """One number for two; 0 where either is missing."""
    mixed = (one * np.int64(0x9E3779B97F4A7C1)) ^ (other + (other << np.int64(13)))
    return np.where((one != 0) & (other != 0), mixed, 0)


_INITIALS = 12


def _longest_words(words: list[str]) -> str:
    return " ".join(sorted(words, key=len)[-2:])


def _acronym(words: list[str]) -> str:
    return "".join([word[0] for word in words[:_INITIALS]])


def first_author(description: Description) -> str:
    """A word of the first author's name, the same in most ways of writing it: the longest, in lower case."""
    name = _first_name(description.author) if isinstance(description.author, str) else ""
    if not name and (person := first_person(description.author)):
        name = f"{person.family}, {person.given}"
    words = _WORD.findall(name)[:_NAME_WORDS]
    return fold(max(words, key=lambda word: (len(word), word))) if words else ""


def _first_name(text: str) -> str:
    """The first of a list of names where its end is plain to see; `""` where it takes a reading."""
    head = text.partition(";" if ";" in text else " and ")[0]
    if len(head) < len(text):
        return head if head.count(",") < 2 and "&" not in head and "{" not in head else ""
    first, _, rest = text.partition(",")
    return first if "," in rest and " " in first and "{" not in first else ""


_NAME_WORDS = 4
_WORD = re.compile(r"[^\W\d_]+")


def _lone(count: tuple[str, ...]) -> int:
    if len(count) != 1 or not count[0].isdecimal() or len(count[0]) > _MOST_DIGITS:
        return 0
    return 0 if is_year(count[0]) else int(count[0])


def _bare(page: str) -> str:
    return figures(page) or page


def _digits(page: str) -> int:
    """The page as a number; 0 for what has none or begins with a zero behind letters (`e00123`)."""
    digits = _bare(page)[:_MOST_DIGITS]
    return int(digits) if digits.isdecimal() and digits[0] != "0" else 0
