"""Papers for a real TeX. Nothing is drawn (draft mode), no shell may be called, and no paper reads outside its folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

_TROUBLE = re.compile(r"^(?:!.*|.*(?:[Uu]ndefined|multiply defined|Rerun to get|Something's wrong).*)$", re.MULTILINE)


@dataclass(frozen=True)
class Paper:
    """A paper called `name` in a folder."""

    folder: Path
    name: str

    def run(self, program: str, *arguments: str) -> str:
        """What a program of TeX's says that is given the paper."""
        done = subprocess.run(
            [program, *arguments, self.name],
            cwd=self.folder,
            capture_output=True,
            timeout=120,
            check=False,
            env={**os.environ, "openin_any": "p", "max_print_line": "1000", "HOME": str(self.folder)},
        )
        return done.stdout.decode("utf-8", "replace")

    def latex(self, times: int = 1, engine: str = "pdflatex") -> None:
        for _ in range(times):
            self.run(engine, "-interaction=nonstopmode", "-no-shell-escape", "-draftmode")

    def read(self, suffix: str) -> str:
        return (self.folder / f"{self.name}{suffix}").read_text(encoding="utf-8", errors="replace")

    @property
    def trouble(self) -> list[str]:
        """Errors of LaTeX, and citations it does not know."""
        return _TROUBLE.findall(self.read(".log"))


@pytest.fixture
def paper(run, tmp_path):
    """Writes a paper, with the files beside it that it needs; the tests' `run` runs in its folder."""
    if shutil.which("pdflatex") is None:
        pytest.skip("no TeX")

    def made(name: str, body: str, preamble: str = "", document_class: str = "article", **files: str | bytes) -> Paper:
        source = f"\\documentclass{{{document_class}}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
        (tmp_path / f"{name}.tex").write_text(source, encoding="utf-8")
        for file, content in files.items():
            (tmp_path / f"{file}.bib").write_bytes(content if isinstance(content, bytes) else content.encode())
        return Paper(tmp_path, name)

    return made
