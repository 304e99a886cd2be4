"""What several tests share."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from citekit.cli.main import main

settings.register_profile("any machine", deadline=None)  # how long an example takes is the machine's business
settings.load_profile("any machine")

os.environ["NO_PROXY"] = "127.0.0.1"  # the loopback servers are not behind anybody's proxy
for name in [name for name in os.environ if name.startswith("CITEKIT_")]:
    del os.environ[name]

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "bib" / "sources").glob("*.txt"))


@dataclass
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Runs `citekit ARGS…` in an empty folder, as the installed command does."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CITEKIT_CACHE_DIR", str(tmp_path / "cache"))

    def ran(*args: object, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["citekit", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return ran


@pytest.fixture(scope="session")
def sources() -> list[Path]:
    """The five pages of the main job."""
    return SOURCES
