"""The house rules that a machine can check: who imports whom, and who alone may import an outside library."""

from __future__ import annotations

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "citekit"

# Outside library → the only places that import it.
DOORS = {
    "bibtexparser": ("readers/bibtex",),
    "pylatexenc": ("values/latex/",),
    "rapidfuzz": ("values/likeness.py",),
    "habanero": ("sources/crossref.py",),
    "httpx2": ("sources/faults.py", "sources/http.py", "zotero/http.py"),
    "platformdirs": ("sources/cache.py", "index/place.py"),
    "pybtex": ("render/", "pybtex_plugins/"),
    "papis": ("papis_plugin.py",),
    "numpy": ("readers/text/network.py", "readers/text/label.py", "dedupe/", "values/likeness.py"),
    "click": ("cli/",),
    "lxml": ("readers/html/tree.py", "readers/xml/tree.py", "sources/arxiv_feed.py"),
    "yaml": ("readers/yaml.py", "writers/yaml.py"),
    "pypdfium2": ("readers/pdf/document.py",),
}

# Room → the rooms it may import from, lower ones first. The command line may import anything.
ALLOWED = {
    "errors": set(),
    "encoding": {"errors"},
    "formats": {"encoding", "model"},
    "plugins": {"errors", "formats", "plugins"},
    "config": {"errors"},
    "inheritance": {"model", "values", "vocabulary"},
    "acyclic": set(),
    "sameness": set(),
    "values": {"values"},
    "vocabulary": set(),
    "model": {"encoding", "values", "vocabulary"},
    "doubts": {"model"},
    "pointers": {"model"},
    "ids": {"model", "values"},
    "keys": {"model", "values"},
    "latex": {"latex"},
    "bibtex": {"model", "values", "vocabulary", "bibtex"},
    "exchange": {"model", "values", "vocabulary", "exchange"},
    "normalise": {"formats", "plugins", "model", "values", "vocabulary", "normalise"},
    "citing": {"bibtex", "citing", "encoding", "errors", "inheritance", "model", "pointers", "readers", "values"},
    "readers": {"latex", "model", "values", "vocabulary", "errors", "encoding", "formats", "plugins", "exchange", "bibtex", "readers", "doubts", "acyclic"},
    "writers": {"model", "values", "vocabulary", "errors", "encoding", "formats", "plugins", "exchange", "bibtex", "writers", "doubts", "keys"},
    "csl": {"csl", "errors", "values"},
    "render": {"csl", "exchange", "formats", "plugins", "model", "values", "vocabulary", "errors", "render"},
    "printing": {"files", "inheritance", "model", "readers", "render"},
    "typesetting": {"converting", "errors", "inheritance", "model", "readers", "render", "values"},
    "dedupe": {"model", "values", "vocabulary", "dedupe", "acyclic"},
    "merging": {"model", "values", "vocabulary", "merging", "doubts"},
    "settling": {"model", "values", "acyclic", "dedupe", "merging"},
    "linking": {"model", "merging"},
    "arranging": {"model", "merging", "pointers"},
    "decisions": {"model", "errors", "ids", "sameness", "dedupe", "writers"},
    "sources": {"formats", "plugins", "values", "errors", "sources"},
    "validate": {"model", "values", "sources", "validate"},
    "enrich": {"model", "errors", "values", "vocabulary", "enrich", "merging", "normalise", "sources", "validate"},
    "index": {"formats", "model", "values", "errors", "index", "sources"},
    "dois": {"model", "enrich", "keys", "linking", "normalise", "sources"},
    "converting": {"exchange", "normalise", "formats", "inheritance", "keys", "model", "writers"},
    "files": {"converting", "exchange", "formats", "inheritance", "model", "readers", "writers", "zotero"},
    "pipeline": {
        "encoding", "files", "inheritance",         "model", "values", "sources", "readers", "normalise", "dedupe", "decisions", "settling", "enrich", "keys", "pointers", "linking",
        "arranging", "merging", "writers",
    },
    "plain_records": {"model", "values", "vocabulary", "acyclic", "dedupe", "readers"},
    "clustering": {"files", "inheritance", "model", "acyclic", "dedupe", "decisions", "ids", "merging", "pipeline"},
    "report": {
        "model", "values", "vocabulary", "errors", "acyclic", "dedupe", "decisions", "enrich", "ids", "merging", "pipeline",
        "render", "report", "sources", "validate", "writers",
    },
    "splitting": {"model", "values", "errors", "keys", "merging", "pointers", "readers", "report", "splitting", "writers"},
    "pybtex_plugins": {
        "bibtex", "csl", "errors", "exchange", "keys", "model", "normalise", "pybtex_plugins", "readers", "render", "values", "writers",
    },
    "papis_plugin": {"errors", "formats", "model", "normalise", "readers", "values", "vocabulary"},
    "formatting": {"bibtex", "encoding", "errors", "formatting", "model", "readers", "values", "vocabulary"},
    "checking": {"bibtex", "checking", "encoding", "errors", "inheritance", "model", "readers", "values", "vocabulary"},
    "zotero": {"errors", "exchange", "formats", "plugins", "writers", "model", "sources", "values", "zotero"},
    "git": {"model", "values", "encoding", "errors", "bibtex", "dedupe", "git", "keys", "merging", "pointers", "readers"},
}  # fmt: skip


@cache
def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names if node.module == "citekit"}
    return found


@cache
def files() -> list[tuple[str, Path]]:
    return [(path.relative_to(PACKAGE).as_posix(), path) for path in sorted(PACKAGE.rglob("*.py"))]


@pytest.mark.parametrize("library", DOORS)
def test_each_outside_library_has_one_door(library):
    users = {name for name, path in files() if any(i.split(".")[0] == library for i in imports(path))}
    assert users, f"nobody imports {library}"
    assert all(name.startswith(DOORS[library]) for name in users), users


@pytest.mark.parametrize("room", ALLOWED)
def test_imports_run_one_way(room):
    for name, path in files():
        if name.split("/")[0].removesuffix(".py") == room:
            rooms = {i.split(".")[1] for i in imports(path) if i.startswith("citekit.")} - {"__version__"}
            assert rooms <= ALLOWED[room], name


def test_every_room_has_its_rules():
    rooms = {name.split("/")[0].removesuffix(".py") for name, _ in files()}
    assert rooms - {"__init__", "__main__", "cli"} == set(ALLOWED)


def test_no_two_rooms_import_each_other():
    TopologicalSorter({room: allowed - {room} for room, allowed in ALLOWED.items()}).prepare()


def test_only_the_command_line_prints_or_exits():
    for name, path in files():
        if not name.startswith("cli/"):
            calls = {
                n.func.id
                for n in ast.walk(ast.parse(path.read_text()))
                if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
            }
            assert not calls & {"print", "exit"}, name
