"""Packages of other people with plugins for citekit, installed for one test: a folder with a module and its metadata."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path


def install(folder: Path, package: str, code: str, entry_points: Mapping[str, Mapping[str, str]]) -> None:
    """Puts a module with this code (named as the package, with _ for -) and its metadata into the folder."""
    module = package.replace("-", "_")
    (folder / f"{module}.py").write_text(textwrap.dedent(code), encoding="utf-8")
    metadata = folder / f"{module}-1.2.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.2\n")
    groups = (
        f"[{group}]\n" + "".join(f"{name} = {module}:{value}\n" for name, value in points.items())
        for group, points in entry_points.items()
    )
    (metadata / "entry_points.txt").write_text("\n".join(groups))


def python(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs python in the folder, where what is installed there is found."""
    path = os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH", "")]))
    places = {"PYTHONPATH": path, "CITEKIT_CACHE_DIR": str(folder / "cache")}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, **places, **environment},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def citekit(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return python(folder, "-m", "citekit", *arguments, **environment)
