#!/usr/bin/env python3
"""build_words.py DATA_FOLDER [--out FILE]: counts in which parts of real works a word stands, and writes one letter code a word.

DATA_FOLDER holds `crossref/works.jsonl.gz`. Only every other work is counted (by a checksum of its DOI): the synthetic references
are made of the rest, so that the model learns how far to trust the list.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parents[2] / "citekit" / "readers" / "text" / "words" / "classes.txt"
KINDS = "FGTJP"  # family, given, title, journal or other container, publisher
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
AT_LEAST = 2  # works that must use a word


def works(data: Path) -> Iterator[dict]:
    with gzip.open(data / "crossref" / "works.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def is_for_words(work: dict) -> bool:
    """Whether a work feeds the word list; otherwise it feeds the synthetic references."""
    return zlib.crc32(work["DOI"].lower().encode()) % 2 == 0


def texts(work: dict) -> Iterator[tuple[str, str]]:
    for person in work.get("author", []) + work.get("editor", []):
        yield "F", person.get("family") or ""
        yield "G", person.get("given") or ""
    yield from (("T", title) for title in work.get("title", []))
    yield from (("J", name) for name in work.get("container-title", []) + work.get("short-container-title", []))
    yield "P", work.get("publisher") or ""


def count(data: Path) -> dict[str, collections.Counter[str]]:
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for work in filter(is_for_words, works(data)):
        seen = {(kind, word.lower()) for kind, text in texts(work) for word in _WORD.findall(text)}
        for kind, word in seen:
            if len(word) > 1:
                counts[word][kind] += 1
    return counts


def codes(counts: dict[str, collections.Counter[str]]) -> dict[str, str]:
    """`smith` → `F`, `cancer` → `TJ`: the kinds that hold at least a fifth of a word's (weighted) uses, most frequent first;
    in lower case when the word was seen in few works."""
    totals = collections.Counter()
    for word in counts.values():
        totals.update(word)
    found = {}
    for word, kinds in counts.items():
        uses = sum(kinds.values())
        if uses < AT_LEAST:
            continue
        share = {kind: kinds[kind] / totals[kind] for kind in KINDS if kinds[kind]}
        whole = sum(share.values())
        code = "".join(sorted((k for k in share if share[k] / whole >= 0.2), key=lambda k: (-share[k], k)))
        found[word] = code if uses >= 6 else code.lower()
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("--out", type=Path, default=OUT)
    asked = options.parse_args()
    by_code: dict[str, list[str]] = collections.defaultdict(list)
    for word, code in codes(count(asked.data)).items():
        by_code[code].append(word)
    lines = [f"{code} {' '.join(sorted(words))}\n" for code, words in sorted(by_code.items())]
    asked.out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
