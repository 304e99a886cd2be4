"""Reference string → labelled spans: a conditional random field tags each token. The only importer of pycrfsuite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Protocol

from citekit.readers.text.features import Token, attributes, tokens

_MOST_TOKENS = 20_000  # of one string; the longest author lists of particle physics have some 12,000


@dataclass(frozen=True, slots=True)
class Span:
    """One labelled stretch `text[start:end]` of the string that was given.

    Labels: author, editor, title, container, date, volume, issue, pages, publisher, location, doi, url.
    `confidence` is the mean probability the model gives the label over the span's tokens, from 0 to 1.
    """

    label: str
    start: int
    end: int
    confidence: float


class _Tagger(Protocol):
    def set(self, sequence: list[list[str]]) -> None: ...
    def tag(self) -> list[str]: ...
    def marginal(self, label: str, position: int) -> float: ...


@lru_cache(maxsize=1)
def _tagger() -> _Tagger:
    """The model, read once in a process and only when the first string comes."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    with as_file(files(__package__).joinpath("model", "labels.crfsuite")) as model:
        tagger.open(str(model))
    opened: _Tagger = tagger
    return opened


def label(texts: Sequence[str]) -> list[tuple[Span, ...]]:
    """The labelled spans of each reference string, in the order of the string and never overlapping.

    What no span covers is punctuation, a list number, or something the model knows no label for (an edition, a note).
    A label may come more than once in a string. The same string always gives the same spans. Never raises; an empty string has no
    spans, and of a string longer than 20,000 words only the beginning is labelled.
    """
    return [_label_one(text) for text in texts]


def _label_one(text: str) -> tuple[Span, ...]:
    found = tokens(text)[:_MOST_TOKENS]
    if not found:
        return ()
    tagger = _tagger()
    tagger.set(attributes(text, found))
    tags = tagger.tag()
    sure = [0.0 if tag[0] == "O" else tagger.marginal(tag, at) for at, tag in enumerate(tags)]
    return _spans(found, tags, sure)


def _spans(found: Sequence[Token], tags: Sequence[str], sure: Sequence[float]) -> tuple[Span, ...]:
    """Tags are `B-title` on the first token of a span, `I-title` on its others; between spans `O-title` or plain `O`. The former lets
    the model remember what the last span was."""
    spans: list[Span] = []
    start = 0
    for at in range(1, len(tags) + 1):
        if at < len(tags) and tags[at] == "I" + tags[start][1:] and tags[start][0] != "O":
            continue
        if tags[start][0] != "O":
            confidence = min(1.0, sum(sure[start:at]) / (at - start))
            spans.append(Span(tags[start][2:], found[start][1], found[at - 1][2], confidence))
        start = at
    return tuple(spans)
