"""Reference string → labelled spans, and how sure the model is of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, NamedTuple

from citekit.readers.text.features import Token, tokens

if TYPE_CHECKING:
    from citekit.readers.text.network import Network, Tagged

_MOST_TOKENS = 20_000  # of one string; the longest author lists of particle physics have some 12,000
_AT_ONCE = 2_000  # strings


class Span(NamedTuple):
    """One labelled stretch `text[start:end]` of the string that was given.

    Labels: author, editor, title, container, date, volume, issue, pages, publisher, location, doi, url.
    `confidence` is how probable it is, from 0 to 1, that the label is right and both ends are.
    """

    label: str
    start: int
    end: int
    confidence: float


class Labelled(NamedTuple):
    """The spans of a string, in its order and never overlapping; `confidence` is how probable it is that all of them are right.

    What no span covers is punctuation, a list number, or something the model knows no label for (an edition, a note).
    """

    spans: tuple[Span, ...] = ()
    confidence: float = 0.0


def label(texts: Sequence[str]) -> list[Labelled]:
    """The labelled spans of each reference string.

    A label may come more than once in a string. Never raises; an empty string has no spans, and of a string longer than 20,000 words
    only the beginning is labelled. Many strings in one call are read faster than one by one.
    """
    return [found for at in range(0, len(texts), _AT_ONCE) for found in _label(texts[at : at + _AT_ONCE])]


@lru_cache(maxsize=1)
def _network() -> Network:
    """The model, read once in a process and only when the first string comes."""
    import numpy as np

    from citekit.readers.text.network import Network

    with as_file(files(__package__).joinpath("model", "labels.npz")) as file, np.load(file) as stored:
        return Network(dict(stored))


def _label(texts: Sequence[str]) -> Iterator[Labelled]:
    found = [tokens(text)[:_MOST_TOKENS] for text in texts]
    read = [at for at, here in enumerate(found) if here]
    if not read:
        return iter([Labelled()] * len(texts))
    network = _network()
    answers = dict(zip(read, network.read([shown(found[at]) for at in read]), strict=True))
    labels = network.labels
    return (_labelled(labels, found[at], answers[at]) if at in answers else Labelled() for at in range(len(texts)))


def shown(found: Sequence[Token]) -> list[str]:
    """Each token as the network is told it: with a space before it if white space stands there."""
    end = 0
    words = []
    for word, start, stop in found:
        words.append(" " + word if start > end else word)
        end = stop
    return words


def _labelled(labels: Sequence[str], found: Sequence[Token], said: Tagged) -> Labelled:
    spans = tuple(
        Span(labels[tag], found[first][1], found[last][2], weakest)
        for tag, first, last, weakest in pieces(said.tags, said.sure)
    )
    return Labelled(spans, said.all_sure if spans else 0.0)


def pieces(tags: Sequence[int], sure: Sequence[float]) -> Iterator[tuple[int, int, int, float]]:
    """The stretches of tokens with one tag: tag, first and last token, and the least probable tag in it or beside it, for that is where
    it may end wrongly. Tag 0 is that of no label and has no stretches."""
    start = 0
    for at in range(1, len(tags) + 1):
        if at < len(tags) and tags[at] == tags[start]:
            continue
        if tags[start]:
            yield tags[start], start, at - 1, min(sure[max(start - 1, 0) : at + 1])
        start = at
