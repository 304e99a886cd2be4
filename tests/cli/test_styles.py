"""`citekit styles`. What is found, and in which order, is in tests/csl/test_shelf.py."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

REQUIRED = (
    "vancouver nejm ama lancet bmj nature cell plos apa ieee acm acs chicago mla harvard"  # a plain install knows these
).split()


def test_without_a_word_the_short_names_are_listed(run):
    ran = run("styles")
    assert (ran.code, ran.err) == (0, "")
    table, _, how = ran.out.rpartition("\n\n")
    heads = {name for line in table.splitlines() for name in line.split("  ")[0].split(", ")}
    assert set(REQUIRED) <= heads
    assert "citekit styles nature physics" in how
    assert any(
        line.split() == "nejm numeric The New England Journal of Medicine = the-new-england-journal-of-medicine".split()
        for line in table.splitlines()
    )


def test_a_line_has_name_kind_title_and_parent(run):
    ran = run("styles", "nature", "physics")
    assert (ran.code, ran.err) == (0, "")
    assert len({line.index("numeric") for line in ran.out.splitlines()[:2]}) == 1
    assert ran.out.splitlines()[0].split() == "nature-physics numeric Nature Physics = nature".split()
    assert "the-lancet (lancet)" in run("styles", "the-lancet").out.splitlines()[0]


def test_best_ones_only_and_how_many_more(run):
    ran = run("styles", "nature", "-n", 2)
    assert ran.out.splitlines()[0].split() == ["nature", "numeric", "Nature"]
    assert len(ran.out.splitlines()) == 2
    assert ran.err.startswith("and ")
    number = ran.err.split("-n ")[1].split()[0]
    every = run("styles", "nature", "-n", number)
    assert (len(every.out.splitlines()), every.err) == (int(number), "")


def test_as_json(run):
    ran = run("styles", "nature", "physics", "--to", "json", "-n", 1)
    assert json.loads(ran.out) == [
        {
            "stem": "nature-physics",
            "names": [],
            "title": "Nature Physics",
            "title_short": "",
            "kind": "numeric",
            "fields": ["physics"],
            "issns": ["1745-2473", "1745-2481"],
            "parent": "nature",
        }
    ]
    listed = json.loads(run("styles", "--to", "json").out)
    assert set(REQUIRED) <= {name for each in listed for name in (each["stem"], *each["names"])}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ["natur", "phisics"],
            1,
            "citekit: no style has 'natur phisics' in its name, title, field or ISSN; did you mean nature-physics",
        ),
        (
            ["frobnicated", "qwertz"],
            1,
            "citekit: no style has 'frobnicated qwertz' in its name, title, field or ISSN\n",
        ),
        (["***"], 1, "citekit: no style has '***'"),
        (["nature", "-n", "0"], 2, "-n"),
        (["nature", "--to", "xml"], 2, "--to"),
    ],
)
def test_what_is_not_there(run, words, code, said):
    ran = run("styles", *words)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


def test_the_command_loads_nothing_heavy():
    code = "import sys, citekit.cli.styles; sys.exit('citekit.csl.shelf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
