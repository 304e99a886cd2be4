"""The loopback stand-in for Crossref that lies beside the data, with the public records and those of the seeds."""

from __future__ import annotations

import gzip
import importlib.util
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from citekit.sources.crossref_work import SELECT, parse_work
from citekit.sources.work import Work


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def records(data: Path, folder: Path) -> list[Path]:
    """The records as plain files of JSON lines."""
    plain = folder / "works.jsonl"
    if not plain.exists():
        with gzip.open(data / "crossref" / "works.jsonl.gz") as packed, plain.open("wb") as out:
            shutil.copyfileobj(packed, out)
    return [plain, data / "crossref" / "dira_works.jsonl"]


def build(tool: Path, data: Path, folder: Path) -> Path:
    """The stand-in's index over the public records and the seeds' own."""
    index = folder / "standin.db"
    if not index.exists():
        command = [sys.executable, tool, "build", index, *records(data, folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return index


@contextmanager
def served(tool: Path, index: Path, faults: object, limits: str, log: Path, latency: int = 0) -> Iterator[str]:
    """The stand-in's address while it serves; it writes each answer to `log`."""
    options = ["--faults", json.dumps(faults), "--limits", limits, "--log", str(log), "--latency", str(latency)]
    server = subprocess.Popen([sys.executable, tool, "serve", index, *options], stdout=subprocess.PIPE, text=True)
    assert server.stdout
    try:
        yield server.stdout.readline().strip()
    finally:
        server.terminate()
        server.wait()


class Searched:
    """The stand-in's search without the network between, as a source: the same ranking, without the pools' limits."""

    name = "Crossref"
    at_once = 1

    def __init__(self, tool: Path, index: Path) -> None:
        spec = importlib.util.spec_from_file_location("standin", tool)
        assert spec is not None
        assert spec.loader is not None
        self._tool = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self._tool)
        state = self._tool.S
        state.db, state.tl, state.exact = str(index), threading.local(), False

    def search(self, text: str, rows: int = 10) -> tuple[Work, ...]:
        _, found = self._tool.search(text, rows=rows)
        items = [{key: value for key, value in json.loads(text).items() if key in SELECT} for text, _ in found]
        return tuple(work for item in items if (work := parse_work(item)))
