#!/usr/bin/env python3
"""train.py DATA_FOLDER [--seed N] [--out FILE] [--everything] trains the model that labels reference strings.

DATA_FOLDER holds `parse/train/*.spans.jsonl` (labelled references) and `crossref/works.jsonl.gz` (works, from which references are
printed). The same data and seed give the same file. Run `build_words.py` first if the works have changed.
One document in eight is left out of training: `scripts/bench/parse` measures on those. --everything takes them in too.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite
from build_words import is_for_words, works
from corpus import Spans, is_half_labelled, is_validation, real, tags
from synthesise import synthesise

from citekit.readers.text.features import attributes, tokens

OUT = Path(__file__).parents[2] / "citekit" / "readers" / "text" / "model" / "labels.crfsuite"
SYNTHETIC = 7_000
# Chosen on the validation references.
PARAMETERS = {"c1": 0.4, "c2": 0.01, "max_iterations": 110, "feature.minfreq": 2, "epsilon": 1e-4, "delta": 1e-4}


def lessons(data: Path, seed: int, everything: bool) -> Iterator[tuple[str, Spans]]:
    """What the model is taught from: every usable labelled reference, then the synthetic ones."""
    for reference in real(data):
        if not is_half_labelled(reference) and (everything or not is_validation(reference.id)):
            yield reference.text, reference.spans
    printable = [work for work in works(data) if not is_for_words(work)]
    yield from synthesise(printable, SYNTHETIC, random.Random(seed))


def train(data: Path, seed: int, out: Path, everything: bool) -> None:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=PARAMETERS, verbose=False)
    for text, spans in lessons(data, seed, everything):
        found = tokens(text)
        trainer.append(attributes(text, found), tags(found, spans))
    trainer.train(str(out))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--seed", type=int, default=5)
    options.add_argument("--out", type=Path, default=OUT)
    options.add_argument("--everything", action="store_true")
    asked = options.parse_args()
    train(asked.data, asked.seed, asked.out, asked.everything)


if __name__ == "__main__":
    main()
