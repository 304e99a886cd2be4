"""How far the network's own probabilities may be trusted: fitted on the validation references, which it was not taught."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from corpus import Labelled

from citekit.readers.text.features import tokens
from citekit.readers.text.label import pieces, shown
from citekit.readers.text.network import Network, log_odds

# What must be right in a reference that is called right. Places and editors are labelled too differently by our sources.
_CORE = ("author", "title", "container", "date", "volume", "issue", "pages", "publisher", "doi")


def calibrated(stored: Mapping[str, np.ndarray], references: Sequence[Labelled]) -> dict[str, np.ndarray]:
    """The arrays with `span calibration` and `string calibration` set."""
    untouched = np.array([1.0, 0.0], np.float32)
    plain = {**stored, "span calibration": untouched, "string calibration": untouched}
    network = Network(plain)
    strings: list[tuple[float, bool]] = []
    spans: list[tuple[float, bool]] = []
    found = [tokens(each.text) for each in references]
    for reference, here, said_of_it in zip(
        references, found, network.read([shown(here) for here in found]), strict=True
    ):
        gold = _first_of_each(reference.text, reference.spans)
        read = [
            (network.labels[tag], here[first][1], here[last][2], weakest)
            for tag, first, last, weakest in pieces(said_of_it.tags, said_of_it.sure)
        ]
        said = _first_of_each(reference.text, [span[:3] for span in read])
        strings.append((said_of_it.all_sure, all(gold.get(label) == said.get(label) for label in _CORE)))
        spans += [
            (weakest, _letters(reference.text[start:end]) == gold.get(label))
            for label, start, end, weakest in read
            if label in _CORE
        ]
    return {**plain, "span calibration": _fitted(spans), "string calibration": _fitted(strings)}


def _first_of_each(text: str, spans: Iterable[tuple[str, int, int]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for label, start, end in spans:
        found.setdefault(label, _letters(text[start:end]))
    return found


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _fitted(seen: Sequence[tuple[float, bool]]) -> np.ndarray:
    """Slope and intercept on the scale of log odds, by Newton's method on the likelihood (Platt 1999, with his softened targets)."""
    right = sum(was_right for _, was_right in seen)
    high, low = (right + 1) / (right + 2), 1 / (len(seen) - right + 2)
    odds = log_odds(np.array([said for said, _ in seen]))
    x = np.stack([odds, np.ones_like(odds)], axis=1)
    y = np.array([high if was_right else low for _, was_right in seen])
    weights = np.array([1.0, 0.0])
    for _ in range(100):
        p = 1 / (1 + np.exp(-x @ weights))
        curve = (x * (p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(2)
        step = np.linalg.solve(curve, x.T @ (y - p))
        weights = weights + step * min(
            1.0, 0.5 / max(np.abs(step).max(), 1e-9)
        )  # a full step may lead astray while far away
    return weights.astype(np.float32)
