"""Labelled duplicate sets, and how far groups agree with their labels; for the scripts beside this file."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from citekit.model import Reference
from citekit.readers import records

SEEDS = range(21, 26)  # of generated sets; nothing was tuned on these
UNSAID = ("cluster", "source", "variant", "page", "work")  # the labels, which nobody may see


def references(lines: Sequence[str], name: str) -> list[Reference]:
    return [reference.without(*UNSAID) for reference in records.read("".join(lines), name)]


def couples(count: int) -> int:
    return count * (count - 1) // 2


def pairs_in(labels: Iterable[Any], sources: Sequence[str]) -> int:
    """Pairs with the same label; where there are sources, only pairs from two of them."""
    sizes: defaultdict[Any, Counter[str]] = defaultdict(Counter)
    for label, source in zip(labels, sources, strict=True):
        sizes[label][source] += 1
    across = len(set(sources)) > 1
    return sum(couples(s.total()) - (sum(map(couples, s.values())) if across else 0) for s in sizes.values())


def score(
    gold: Sequence[str], found: Sequence[Hashable], sources: Sequence[str]
) -> tuple[float, float, float, int, int]:
    both = list(zip(gold, found, strict=True))
    right, meant, made = pairs_in(both, sources), pairs_in(gold, sources), pairs_in(found, sources)
    precision, recall = right / made if made else 1.0, right / meant if meant else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    inside = Counter(both)
    keeps: dict[Hashable, tuple[int, str]] = {}
    for (work, cluster), size in inside.items():
        keeps[cluster] = max(keeps.get(cluster, (0, "")), (size, work))
    lost = len(set(gold)) - len({work for _, work in keeps.values()})
    left = len(inside) - len(set(gold))
    return precision, recall, f1, lost, left


@dataclass(frozen=True)
class Labelled:
    """A set: its records without labels, and the labels."""

    name: str
    references: list[Reference]
    gold: list[str]
    sources: list[str]

    @classmethod
    def of(cls, name: str, lines: Sequence[str]) -> Labelled:
        labels = [json.loads(line) for line in lines]
        gold = [str(label.get("cluster", label.get("work"))) for label in labels]
        return cls(name, references(lines, name), gold, [label.get("source", "") for label in labels])

    def without(self, names: Sequence[str]) -> Labelled:
        said = f"{self.name}, no {', '.join(names)}" if names else self.name
        return Labelled(said, [each.without(*names) for each in self.references], self.gold, self.sources)


def seeds(folder: Path) -> Iterator[Labelled]:
    lines = list((folder / "seeds" / "gold.jsonl").open(encoding="utf-8"))
    for seed in range(5):
        random.Random(seed).shuffle(lines)
        yield Labelled.of("seeds" if not seed else f"seeds, order {seed + 1}", lines)


def collected(folder: Path) -> Iterator[Labelled]:
    for path in sorted((folder / "data" / "dedupe").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            yield Labelled.of(path.name.removesuffix(".jsonl.gz"), list(file))


def generate(folder: Path, count: int, seed: int, out: str | Path) -> None:
    """Writes `count` made-up records with hard negatives among them."""
    program = folder / "data" / "dedupe" / "gen_records.py"
    subprocess.run([sys.executable, program, str(count), out, "--seed", str(seed)], check=True)


def generated(folder: Path) -> Iterator[Labelled]:
    for seed in SEEDS:
        with tempfile.NamedTemporaryFile("r", encoding="utf-8", suffix=".jsonl") as file:
            generate(folder, 10_000, seed, file.name)
            yield Labelled.of(f"generated, seed {seed}", list(file))
