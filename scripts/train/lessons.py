"""What the model is taught from: labelled references as numbers."""

from __future__ import annotations

import collections
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from build_words import is_for_words, works
from cited import from_bibtex, from_labelled
from compose import composed
from corpus import Labelled, Spans, is_half_labelled, is_validation, labels_of, real
from csl import printed
from synthesise import synthesise
from torch import Tensor
from variety import families, varied
from wear import worn

from citekit.readers.text.features import ASPECTS, aspects, tokens
from citekit.readers.text.label import shown
from citekit.readers.text.network import UNKNOWN

# An aspect seen less often has no vector of its own. In the order of `ASPECTS`.
AT_LEAST = (4, 6, 6, 6, 3, 3, 1, 1, 1)
TIMES = 4
PRINTED_BY = {"templates": 7_000, "CSL": 40_000, "made-up styles": 40_000}
_LONGEST = 400  # tokens


class Lesson(NamedTuple):
    told: list[tuple[str, ...]]  # a tuple of aspects for each token
    labels: list[int]


def lesson(text: str, spans: Sequence[tuple[str, int, int]]) -> Lesson:
    found = tokens(text)[:_LONGEST]
    told = [aspects(token.lstrip(" "), token[0] == " ") for token in shown(found)]
    return Lesson(told, labels_of(found, spans))


def lessons(data: Path, seed: int, everything: bool) -> list[Lesson]:
    """Every usable labelled reference, `TIMES` over, and the printed ones. Printing takes in `everything` or not as well."""
    allowed = [each for each in real(data) if everything or not is_validation(each.id)]
    taught = [lesson(each.text, each.spans) for each in allowed if not is_half_labelled(each)]
    return taught * TIMES + [lesson(text, spans) for text, spans in _printed(data, allowed, seed)]


def validation(data: Path) -> list[Labelled]:
    return [each for each in real(data) if is_validation(each.id)]


def _printed(data: Path, labelled: list[Labelled], seed: int) -> Iterator[tuple[str, Spans]]:
    """References printed from Crossref's works and from works that others have cited, with the wear of life."""
    printable = [work for work in works(data) if not is_for_words(work)]
    cited = [*from_labelled(labelled), *from_bibtex(data / "bibtex" / "files")]
    names = families(printable)
    chance = random.Random(seed)
    yield from synthesise(printable, PRINTED_BY["templates"], chance)
    for source, name in ((printed, "CSL"), (composed, "made-up styles")):
        for text, spans in source(printable, PRINTED_BY[name], chance, cited):
            yield worn(*varied(text, spans, names, chance), chance)


class Known:
    """The texts of each aspect that have a vector of their own, and how often each came."""

    def __init__(self, taught: Iterable[Lesson]) -> None:
        counts: list[collections.Counter[str]] = [collections.Counter() for _ in ASPECTS]
        for each in taught:
            for told in each.told:
                for count, text in zip(counts, told, strict=True):
                    count[text] += 1
        self.texts = [
            sorted(text for text, times in count.items() if times >= least)
            for count, least in zip(counts, AT_LEAST, strict=True)
        ]
        self.times = [[counts[at][text] for text in texts] for at, texts in enumerate(self.texts)]
        self._row = [{text: row for row, text in enumerate(texts, UNKNOWN + 1)} for texts in self.texts]

    def rows(self, taught: Lesson) -> Tensor:
        """Token × aspect."""
        return torch.tensor(
            [[row.get(text, UNKNOWN) for row, text in zip(self._row, told, strict=True)] for told in taught.told]
        )


def padded(rows: Sequence[Tensor], labels: Sequence[Tensor]) -> tuple[Tensor, Tensor, Tensor]:
    """Aspects (time × string × aspect), labels and whether there is a token (time × string)."""
    pad = torch.nn.utils.rnn.pad_sequence
    there = pad([torch.ones(len(each)) for each in rows])
    return pad(list(rows)), pad(list(labels)), there
