"""The label model at work: tokens → how probable each label is for each of them. The only importer of numpy.

Each token is a vector, the sum of what was learnt for its aspects. A window of five tokens goes into two layers of a light recurrent
network (its gates look at the input alone: Bradbury et al. 2017, *Quasi-recurrent neural networks*; Lei et al. 2018, *Simple recurrent
units*), half of each layer reading forwards and half backwards, so that every token hears of the whole string. A linear-chain conditional
random field over the labels has the last word. All of it is a few matrix products, which is why strings are read many at a time.

`scripts/train/train.py` trains it and writes the arrays that `Network` is made of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from citekit.readers.text.features import ASPECTS, aspects

Array = NDArray[np.generic]
Floats = NDArray[np.float32]

WINDOW = 5  # tokens, the one in question in the middle
UNKNOWN = 1  # row of a table for an aspect that was not learnt; row 0 stands for no token at all
_AROUND = WINDOW // 2
_REMEMBERED = 50_000  # vectors of tokens, some 13 MB
_AT_ONCE = 1_500  # tokens in a batch, padding included: what is worked on fits into a core's cache
_RESCALED = 4  # tokens between two divisions of the field's sums


class Tagged(NamedTuple):
    """What is said of one string: for each token the number of its likeliest label and how probable that is given the whole string, and
    how probable it is that all of them are right. Probabilities are as far as they were right in references that were not taught."""

    tags: list[int]
    sure: list[float]
    all_sure: float


_NOTHING = Tagged([], [], 0.0)


class Network:
    """A trained network, ready to read. `labels` names the columns of what it returns."""

    def __init__(self, stored: Mapping[str, Array]) -> None:
        self.labels = _texts(stored["labels"])
        self._tables = [_Table(stored, aspect) for aspect in ASPECTS]
        self._window = _Dense(*_weights(stored, "window"))
        self._layers = [_Layer(*_weights(stored, f"layer{number}")) for number in range(int(stored["layers"]))]
        self._out = _Dense(*_weights(stored, "out"))
        self._first, self._follows, self._last = (
            np.exp(_floats(stored[name])) for name in ("first", "follows", "last")
        )
        self._calibration = {name: _floats(stored[f"{name} calibration"]).tolist() for name in ("span", "string")}
        self._vectors = np.zeros((1024, len(self._window.weight) // WINDOW), np.float32)
        self._row: dict[str, int] = {}

    def read(self, strings: Sequence[Sequence[str]]) -> list[Tagged]:
        """Labels the tokens of each string.

        A string is its tokens (at least one), each with a space before it if white space stands there.
        """
        answers = [_NOTHING] * len(strings)
        for batch in _batches([len(string) for string in strings]):
            lengths = np.array([len(strings[at]) for at in batch])
            found = self._probabilities([strings[at] for at in batch], lengths)
            tags, most = found.argmax(axis=2).T.tolist(), found.max(axis=2)
            sure = self._trusted("span", most).T.tolist()
            there = np.arange(len(most))[:, None] < lengths
            all_sure = self._trusted("string", np.prod(most, axis=0, where=there)).tolist()
            for at, length, *told in zip(batch, lengths.tolist(), tags, sure, all_sure, strict=True):
                answers[at] = Tagged(told[0][:length], told[1][:length], told[2])
        return answers

    def _trusted(self, what: Literal["span", "string"], probability: Floats) -> Floats:
        """How often what the network gives these probabilities is right. It is the more often the greater they are."""
        slope, intercept = self._calibration[what]
        trusted: Floats = 1 / (1 + np.exp(-slope * log_odds(probability) - intercept))
        return trusted

    def _probabilities(self, strings: Sequence[Sequence[str]], lengths: NDArray[np.intp]) -> Floats:
        """Time × string × label."""
        vectors = self._shown(strings)
        longest = len(vectors) - 2 * _AROUND
        there = (np.arange(longest)[:, None] < lengths).astype(np.float32)[:, :, None]
        seen = np.concatenate([vectors[at : at + longest] for at in range(WINDOW)], axis=2)
        heard = self._window(seen)
        np.maximum(heard, 0, out=heard)
        for layer in self._layers:
            heard = layer(heard, there)
        return self._weighed(self._out(heard), lengths)

    def _shown(self, strings: Sequence[Sequence[str]]) -> Floats:
        """The vectors of the tokens, time × string × dimension; zero behind a string's end and in two rows before and after."""
        if len(self._row) > _REMEMBERED:
            self._row.clear()
        self._learn(set[str]().union(*strings).difference(self._row))
        rows = np.zeros((max(map(len, strings)) + 2 * _AROUND, len(strings)), np.intp)
        row_of = self._row.__getitem__
        for column, string in enumerate(strings):
            rows[_AROUND : len(string) + _AROUND, column] = [*map(row_of, string)]
        return self._vectors[rows]

    def _learn(self, words: Collection[str]) -> None:
        """Works out and remembers the vectors of tokens; row 0 stays zero."""
        if not words:
            return
        ordered = sorted(words)
        first = len(self._row) + 1
        told = zip(*(aspects(word.lstrip(" "), word[0] == " ") for word in ordered), strict=True)
        vectors = sum(table.vectors(texts) for table, texts in zip(self._tables, told, strict=True))
        while first + len(ordered) > len(self._vectors):
            self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])
        self._vectors[first : first + len(ordered)] = vectors
        self._row.update(zip(ordered, range(first, first + len(ordered)), strict=True))

    def _weighed(self, scores: Floats, lengths: NDArray[np.intp]) -> Floats:
        """What the field over the labels makes of the scores: forward and backward sums, divided now and then to keep them in range."""
        emitted = np.exp(scores - scores.max(axis=2, keepdims=True))
        forward, backward = np.empty_like(emitted), np.empty_like(emitted)
        here = self._first * emitted[0]
        for at in range(len(emitted)):
            if at:
                here = here @ self._follows
                here *= emitted[at]
            if at % _RESCALED == 0:
                here /= here.sum(axis=1, keepdims=True)
            forward[at] = here
        ends = frozenset(lengths.tolist())
        here = np.tile(self._last, (len(lengths), 1))
        for at in range(len(emitted) - 1, -1, -1):
            if at + 1 in ends:
                here[lengths == at + 1] = self._last
            backward[at] = here
            here = (here * emitted[at]) @ self._follows.T
            if at % _RESCALED == 0:
                here /= here.sum(axis=1, keepdims=True)
        both: Floats = forward * backward
        both /= both.sum(axis=2, keepdims=True)
        return both


class _Table:
    """The vectors learnt for one aspect, each row eight-bit numbers and their scale."""

    def __init__(self, stored: Mapping[str, Array], aspect: str) -> None:
        self._row = {text: row for row, text in enumerate(_texts(stored[f"{aspect} known"]), UNKNOWN + 1)}
        self._vectors = stored[f"{aspect} vectors"].astype(np.int8)
        self._scales = _floats(stored[f"{aspect} scales"])

    def vectors(self, texts: Iterable[str]) -> Floats:
        """A row for each text."""
        rows = [self._row.get(text, UNKNOWN) for text in texts]
        vectors: Floats = self._vectors[rows] * self._scales[rows, None]
        return vectors


class _Dense:
    """x · weight + bias."""

    def __init__(self, weight: Floats, bias: Floats) -> None:
        self.weight, self._bias = np.ascontiguousarray(weight), bias

    def __call__(self, x: Floats) -> Floats:
        flat = x.reshape(-1, x.shape[2]) @ self.weight
        flat += self._bias
        return flat.reshape(*x.shape[:2], -1)


class _Layer:
    """What is heard at each token: what was heard below it, mixed with what has been said so far (from both ends).

    The weights of its three gates come side by side; those of the logistic function come halved, for σ(x) = ½ + ½ tanh(x/2).
    """

    def __init__(self, weight: Floats, bias: Floats) -> None:
        parts = zip(np.split(weight, 3, axis=1), np.split(bias, 3), strict=True)
        self._keep, self._new, self._through = (_Dense(*part) for part in parts)

    def __call__(self, x: Floats, there: Floats) -> Floats:
        keep = _logistic(self._keep(x))
        said = self._new(x)
        np.tanh(said, out=said)
        said *= there
        said -= said * keep
        width = x.shape[2]
        forwards, backwards = slice(width // 2), slice(width // 2, width)
        for at in range(1, len(x)):
            said[at, :, forwards] += keep[at, :, forwards] * said[at - 1, :, forwards]
        for at in range(len(x) - 2, -1, -1):
            said[at, :, backwards] += keep[at, :, backwards] * said[at + 1, :, backwards]
        said -= x
        said *= _logistic(self._through(x))
        said += x
        return said


def _logistic(halved: Floats) -> Floats:
    """In place."""
    np.tanh(halved, out=halved)
    halved *= 0.5
    halved += 0.5
    return halved


def log_odds(probability: Floats) -> Floats:
    """Of probabilities, none quite 0 or 1."""
    within = np.clip(probability, 1e-6, 1 - 1e-6)
    odds: Floats = np.log(within / (1 - within))
    return odds


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of the strings, those of like length together, so that little is padded."""
    batch: list[int] = []
    for at in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[at] > _AT_ONCE:
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch


def _texts(stored: Array) -> list[str]:
    """A list of texts, kept as the bytes of lines."""
    return stored.tobytes().decode("utf-8").split("\n")


def _weights(stored: Mapping[str, Array], name: str) -> tuple[Floats, Floats]:
    return _floats(stored[f"{name} weight"]), _floats(stored[f"{name} bias"])


def _floats(stored: Array) -> Floats:
    return stored.astype(np.float32)
