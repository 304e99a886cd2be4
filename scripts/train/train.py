#!/usr/bin/env python3
"""train.py DATA_FOLDER [--seed N] [--out FILE] [--everything] trains the model that labels reference strings.

DATA_FOLDER holds `parse/train/*.spans.jsonl` (labelled references), `crossref/works.jsonl.gz` and `bibtex/files/*.bib` (works, from which
references are printed). Run `build_words.py` first if the works have changed. Needs `pip install citekit[train]`, and node for `csl.py`; one core needs
about half an hour. The same data, seed, machine and releases of the tools give the same file.
One document in eight is left out of training: `scripts/bench/parse` measures on those. --everything takes them in too.
"""

from __future__ import annotations

import argparse
import copy
import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from calibrate import calibrated
from corpus import LABELS
from lessons import Known, Lesson, lessons, padded, validation
from model import Network
from torch import Tensor

from citekit.readers.text.network import UNKNOWN

OUT = Path(__file__).parents[2] / "citekit" / "readers" / "text" / "model" / "labels.npz"
# Chosen on the validation references, and on those of one source left out of training.
EPOCHS, AT_ONCE, RATE, WARM_UP, DECAY, DROPOUT = 6, 48, 3e-3, 300, 1e-2, 0.25
FORGET = 0.12  # how readily a word is withheld: rare ones often, common ones at half this rate
FORGET_OTHERS = 0.08  # beginnings, endings and codes


def train(taught: Sequence[Lesson], known: Known, seed: int) -> Network:
    """A network that has learnt the lessons: the running mean of what it was over the last thousand steps."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = Network([len(texts) for texts in known.texts], len(LABELS), DROPOUT)
    mean = copy.deepcopy(network)
    rows, labels = [known.rows(each) for each in taught], [torch.tensor(each.labels) for each in taught]
    forget = _readiness(known)
    steps = EPOCHS * (len(taught) // AT_ONCE)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY, betas=(0.9, 0.98))
    started = time.monotonic()
    for step, batch in enumerate(_batches([len(each) for each in rows], chance), 1):
        if step > steps:
            break
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1, step / WARM_UP) * (0.51 + 0.5 * math.cos(math.pi * step / steps))
        told, gold, there = padded([rows[at] for at in batch], [labels[at] for at in batch])
        surprise = network.surprise(network(_forgetful(told, forget), there), gold, there)
        optimiser.zero_grad()
        (surprise / there.sum(0).sqrt()).mean().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        with torch.no_grad():
            for old, new in zip(mean.parameters(), network.parameters(), strict=True):
                old.lerp_(new, max(0.001, 9 / (10 + step)))
        if step % 500 == 0:
            print(
                f"{step} of {steps}  surprise {surprise.mean().item():.2f}  {time.monotonic() - started:.0f} s",
                flush=True,
            )
    return mean.eval()


def _batches(lengths: Sequence[int], chance: random.Random) -> Iterator[list[int]]:
    """Strings of like length together, in an order that is new in each epoch; without end."""
    while True:
        order = list(range(len(lengths)))
        chance.shuffle(order)
        batches = []
        for at in range(0, len(order), AT_ONCE * 40):
            alike = sorted(order[at : at + AT_ONCE * 40], key=lengths.__getitem__)
            batches += [alike[start : start + AT_ONCE] for start in range(0, len(alike), AT_ONCE)]
        chance.shuffle(batches)
        yield from batches


def _readiness(known: Known) -> Tensor:
    """How readily each word is withheld, so that the network learns to do without."""
    times = torch.tensor([0.0] * (UNKNOWN + 1) + known.times[0])
    ready = (FORGET * (2 / (1 + times / 30) + 0.5)).clamp(max=0.5)
    ready[: UNKNOWN + 1] = 0
    return ready


def _forgetful(told: Tensor, forget: Tensor) -> Tensor:
    """The aspects with some of them put as unknown."""
    told = told.clone()
    for aspect in (0, 1, 2, 3, 5):
        values = told[:, :, aspect]
        ready = forget[values] if aspect == 0 else torch.full(values.shape, FORGET_OTHERS)
        values[(torch.rand(values.shape) < ready) & (values > 0)] = UNKNOWN
    return told


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--seed", type=int, default=5)
    options.add_argument("--out", type=Path, default=OUT)
    options.add_argument("--everything", action="store_true")
    asked = options.parse_args()
    torch.set_num_threads(1)
    taught = lessons(asked.data, asked.seed, asked.everything)
    print(f"{len(taught)} lessons", flush=True)
    known = Known(taught)
    network = train(taught, known, asked.seed)
    stored = network.stored(LABELS, known.texts)
    np.savez(asked.out, **calibrated(stored, validation(asked.data)))


if __name__ == "__main__":
    main()
