"""The arithmetic of the label network, checked against slower ways of saying the same."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from citekit.readers.text.features import ASPECTS
from citekit.readers.text.network import WINDOW, Network, log_odds

LABELS, DIMENSIONS, WIDTH = ("", "author", "title"), 4, 6


def lines(texts: tuple[str, ...]) -> np.ndarray:
    return np.frombuffer("\n".join(texts).encode(), np.uint8)


def stored(seed: int = 1) -> dict[str, np.ndarray]:
    """The arrays of a small network that has learnt nothing."""
    random = np.random.default_rng(seed)
    arrays = {"labels": lines(LABELS), "layers": np.array(2)}
    for aspect in ASPECTS:
        arrays[f"{aspect} known"] = lines(("smith", "xx", "Xx", "."))
        arrays[f"{aspect} vectors"] = random.integers(-127, 127, (6, DIMENSIONS)).astype(np.int8)
        arrays[f"{aspect} scales"] = np.full(6, 0.01, np.float16)
    shapes = {
        "window": (WINDOW * DIMENSIONS, WIDTH), "layer0": (WIDTH, 3 * WIDTH), "layer1": (WIDTH, 3 * WIDTH), "out": (WIDTH, len(LABELS)),
    }  # fmt: skip
    for name, shape in shapes.items():
        arrays[f"{name} weight"], arrays[f"{name} bias"] = random.normal(size=shape), random.normal(size=shape[1])
    for name, shape in {"first": (3,), "last": (3,), "follows": (3, 3)}.items():
        arrays[name] = random.normal(size=shape)
    return arrays | {"span calibration": np.array([1.0, 0.0]), "string calibration": np.array([0.5, -1.0])}


def test_the_field_over_labels_is_the_sum_over_all_sequences() -> None:
    arrays = stored()
    network = Network(arrays)
    scores = np.random.default_rng(2).normal(size=(4, 1, 3)).astype(np.float32)
    expected = np.zeros((4, 3))
    for sequence in itertools.product(range(3), repeat=4):
        weight = arrays["first"][sequence[0]] + arrays["last"][sequence[-1]]
        weight += sum(scores[at, 0, tag] for at, tag in enumerate(sequence))
        weight += sum(arrays["follows"][pair] for pair in itertools.pairwise(sequence))
        for at, tag in enumerate(sequence):
            expected[at, tag] += math.exp(weight)
    expected /= expected.sum(1, keepdims=True)
    assert network._weighed(scores, np.array([4]))[:, 0] == pytest.approx(expected, abs=1e-5)


def test_a_layer_is_two_running_means_gated() -> None:
    arrays = stored()
    layer = Network(arrays)._layers[0]
    x = np.random.default_rng(3).normal(size=(5, 1, WIDTH)).astype(np.float32)
    gates = x[:, 0] @ arrays["layer0 weight"] + arrays["layer0 bias"]
    keep, new, through = np.split(gates, 3, axis=1)
    keep, through = (1 / (1 + np.exp(-2 * gate)) for gate in (keep, through))  # they come halved
    said = np.zeros_like(keep)
    half = WIDTH // 2
    for cells, order in ((slice(half), range(5)), (slice(half, WIDTH), range(4, -1, -1))):
        before = np.zeros(half)
        for at in order:
            before = said[at, cells] = keep[at, cells] * before + (1 - keep[at, cells]) * np.tanh(new[at, cells])
    expected = through * said + (1 - through) * x[:, 0]
    assert layer(x, np.ones((5, 1, 1), np.float32))[:, 0] == pytest.approx(expected, abs=1e-5)


def test_company_in_a_batch_changes_nothing() -> None:
    network = Network(stored())
    strings = [["Smith", " J", "."], [" of"], ["Nature", " of", " things", ".", " 1999", ";"] * 30]
    together = network.read(strings)
    for string, said in zip(strings, together, strict=True):
        (alone,) = network.read([string])
        assert alone.tags == said.tags
        assert alone.sure == pytest.approx(said.sure, abs=1e-5)
        assert alone.all_sure == pytest.approx(said.all_sure, abs=1e-5)
        assert len(said.tags) == len(said.sure) == len(string)


def test_more_tokens_than_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    strings = [[f" word{number}", "."] for number in range(3000)]
    expected = Network(stored()).read(strings)
    monkeypatch.setattr("citekit.readers.text.network._REMEMBERED", 10)
    assert [said.tags for said in Network(stored()).read(strings)] == [said.tags for said in expected]


def test_probabilities_are_trusted_as_far_as_they_were_right() -> None:
    network = Network(stored())
    assert network._trusted("span", np.array([0.7])) == pytest.approx([0.7])
    assert network._trusted("string", np.array([0.9])) == pytest.approx([1 / (1 + math.exp(1 - 0.5 * math.log(9)))])
    assert all(0 < sure < 1 for sure in network._trusted("string", np.array([0.0, 1.0])))
    assert log_odds(np.array([0.5])) == 0


def test_a_string_is_as_sure_as_all_its_tokens() -> None:
    arrays = stored() | {"string calibration": np.array([1.0, 0.0])}
    (said,) = Network(arrays).read([["Smith", " J", "."]])
    assert said.all_sure == pytest.approx(math.prod(said.sure), rel=1e-4)
