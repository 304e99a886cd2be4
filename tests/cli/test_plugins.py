"""`citekit plugins`. What it says of other packages' plugins is in tests/test_plugins.py."""

from __future__ import annotations

import json

import pytest

import citekit
from citekit.cli.plugins import _WORDS
from citekit.plugins import GROUPS


def test_all_groups_are_listed(run):
    assert tuple(_WORDS) == GROUPS
    ran = run("plugins")
    assert (ran.code, ran.err) == (0, "")
    heads = [line.partition(":")[0] for line in ran.out.splitlines() if line and not line.startswith(" ")]
    assert tuple(heads) == GROUPS


def test_a_line_says_what_it_is_and_who_brings_it(run):
    out = run("plugins", "readers").out
    assert f"  bibtex       BibTeX and biblatex (.bib .bibtex .biblatex)  [citekit {citekit.__version__}]\n" in out
    assert "writers" not in out


def test_as_json(run):
    found = json.loads(run("plugins", "sources", "--to", "json").out)
    assert {each["name"] for each in found} == {"crossref", "datacite", "pubmed", "arxiv", "index"}
    assert {(each["group"], each["package"], each["version"], each["trouble"]) for each in found} == {
        ("sources", "citekit", citekit.__version__, None)
    }
    ris = next(each for each in json.loads(run("plugins", "--to", "json").out) if each["name"] == "ris")
    assert ris["suffixes"] == [".ris"]


def test_there_are_no_other_groups(run):
    ran = run("plugins", "formats")
    assert (ran.code, ran.out) == (2, "")
    assert "'readers', 'writers', 'sources', 'styles', 'steps'" in ran.err


@pytest.mark.parametrize(("variable", "coloured"), [("NO_COLOR", False), ("FORCE_COLOR", True), ("NOTHING", False)])
def test_colours_are_for_terminals_and_those_who_ask(run, monkeypatch, variable, coloured):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv(variable, "1")
    assert ("\x1b[" in run("plugins", "styles").out) == coloured
