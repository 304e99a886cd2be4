"""By what a work is found: words of its title and its people, and keys that two of its values make together.

The same values are taken from a reference as it is written, without reading its fields: every pair of numbers that could be a
volume and a first page, every pair of a first word and a year. What is no such pair meets nothing in the index.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice, pairwise
from zlib import crc32

from citekit.sources.work import Work
from citekit.values.text import fold


@dataclass(frozen=True, slots=True)
class Terms:
    """`words` are folded. `keys` are numbers: one for a volume with its first page, one for a family name with a year."""

    words: frozenset[str]
    keys: frozenset[int]


_MOST_PEOPLE = 20  # of a work; a reference rarely names more
_MOST_WORDS = 400  # of a reference; some name hundreds of people
_MOST_NUMBERS = 40
_LONGEST_TEXT = 20_000
_LONGEST_WORD = 40

_DIGITS = re.compile(r"\d+")
_CENTURIES = frozenset(("16", "17", "18", "19", "20"))
_AT_LINE_END = re.compile(r"[-‐\u00ad]\s*\n\s*")
# Scripts without spaces between words, of which every two letters count as a word
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def of_work(work: Work) -> Terms:
    people = tuple(islice(work.people, _MOST_PEOPLE))
    names = fold(" ".join(person.family for person in people))
    titles = fold(" ".join((work.full_title, *work.original_titles))[:_LONGEST_TEXT])
    first = list(_words(fold(people[0].family).split()))[-3:] if people else []
    keys = {_name_key(word, year) for word in first for year in work.years}
    places = (work.pages, work.article_number)
    pages = [found[0] for place in places if (found := _DIGITS.search(place))]
    volume = _DIGITS.search(work.volume)
    keys |= {_place_key(volume[0], page) for page in pages if volume}
    return Terms(frozenset(_words(islice((*titles.split(), *names.split()), _MOST_WORDS))), frozenset(keys))


def of_text(text: str) -> Terms:
    """Of a reference as it is written; of a very long one the beginning and the end."""
    if len(text) > _LONGEST_TEXT:
        text = f"{text[: _LONGEST_TEXT // 2]} {text[-_LONGEST_TEXT // 2 :]}"
    written = fold(text).split()
    if len(written) > _MOST_WORDS:
        written = written[: _MOST_WORDS // 4] + written[-_MOST_WORDS * 3 // 4 :]
    numbers = _DIGITS.findall(text)[-_MOST_NUMBERS:]
    years = dict.fromkeys(number for number in numbers if len(number) == 4 and number[:2] in _CENTURIES)
    first = [word for word in written[:8] if len(word) > 1 and word.isalpha()][:4]
    keys = {_name_key(word, year) for year in islice(years, 3) for word in first}
    # Between volume and first page may stand the issue, and the year or a supplement's number.
    keys |= {_place_key(volume, page) for at, volume in enumerate(numbers) for page in numbers[at + 1 : at + 4]}
    return Terms(frozenset(_words((*written, *_broken(text)))), frozenset(keys))


def _broken(text: str) -> list[str]:
    """The words that a line's end breaks, joined: `endo-` over `scopic`."""
    pieces = _AT_LINE_END.split(text) if "\n" in text else []
    halves = ((before.split()[-1:], after.split()[:1]) for before, after in pairwise(pieces))
    return fold(" ".join("".join(before + after) for before, after in halves)).split() if pieces else []


def doi_key(doi: str) -> int:
    """The key of a DOI in lower case. Two DOIs may share it, though hardly ever."""
    return int.from_bytes(blake2b(doi.encode("utf-8", "replace"), digest_size=5).digest(), "big")


def word_key(word: str) -> int:
    """As short as the words' counts need it: if two words share it, both seem a little more common."""
    return crc32(word.encode())


def _words(folded: Iterable[str]) -> Iterator[str]:
    """Of folded words those that tell something: no single letters (initials), no bare numbers."""
    for word in folded:
        if not word.isascii() and _UNSPACED.search(word):
            yield from (word[at : at + 2] for at in range(len(word) - 1))
        elif len(word) > 1 and not word.isdigit():
            yield word[:_LONGEST_WORD]


def _name_key(word: str, year: str) -> int:
    return -(crc32(word.encode()) << 11 | int(year) % 2048)


def _place_key(volume: str, page: str) -> int:
    return int(volume[-4:]) * 10_000_000 + int(page[-7:])
