"""The command line that the printers of references share."""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from build_words import is_for_words, works

Printer = Callable[[Iterable[dict], int, random.Random], Iterator[tuple[str, list[tuple[str, int, int]], str]]]


def write_lines(printer: Printer, about: str | None, count: int, out: str) -> None:
    """Reads `DATA_FOLDER [--count N] [--seed S] [--out FILE]` and writes a JSON line for each reference: text, spans, style."""
    options = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--count", type=int, default=count)
    options.add_argument("--seed", type=int, default=5)
    options.add_argument("--out", type=Path, default=Path(out))
    asked = options.parse_args()
    printable = [work for work in works(asked.data) if not is_for_words(work)]
    with asked.out.open("w", encoding="utf-8") as lines:
        for text, spans, style in printer(printable, asked.count, random.Random(asked.seed)):
            lines.write(json.dumps({"text": text, "spans": spans, "style": style}, ensure_ascii=False) + "\n")
