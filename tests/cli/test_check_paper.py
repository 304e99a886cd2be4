"""`citekit check` with papers: which `.bib` files it reads, forms and exit codes."""

import json
import shlex

import pytest
from click.testing import CliRunner

from citekit.checking.paper import PAPER_RULES
from citekit.cli.check import check

REFS = '@article{a,\n  author = "A. B",\n  title = "Eins",\n  journal = "J",\n  year = 1998,\n}\n'
OTHER = REFS.replace("{a,", "{b,")


@pytest.fixture
def ran(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BIBINPUTS", raising=False)
    files = {
        "refs.bib": REFS,
        "other.bib": OTHER,
        "fine.tex": "\\cite{a}\\bibliography{refs}",
        "wrong.tex": "\n\\cite{a,aa}\\bibliography{refs}",
        "part.tex": "\\input{gone}\\cite{a}\\bibliography{refs}",
        "lost.tex": "\\cite{a}\\bibliography{refs,gone}",
        "fine.aux": "\\relax \n\\citation{a}\n\\bibdata{refs}\n",
        "cut.aux": "\\relax \n\\citation{a}\n\\bibdata{refs}\n\\citation{b",
        "empty.aux": "",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)

    def run(line):
        return CliRunner().invoke(check, shlex.split(line))

    return run


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("fine.tex", 0),
        ("--strict fine.tex fine.aux", 0),
        ("wrong.tex", 1),
        ("--ignore undefined-key wrong.tex", 0),
        ("part.tex", 0),
        ("--strict part.tex", 1),
        ("lost.tex", 1),
        ("lost.tex refs.bib", 0),
        ("fine.tex other.bib", 1),
        ("fine.tex refs.bib other.bib", 0),
        ("--strict fine.tex refs.bib other.bib", 1),
        ("--strict --ignore unused-entry fine.tex refs.bib other.bib", 0),
        ("cut.aux", 1),
        ("empty.aux", 1),
        ("empty.aux refs.bib", 1),
        ("gone.tex refs.bib", 1),
        ("fine.tex gone.bib", 1),
        ("--select unused-entri fine.tex", 2),
    ],
)
def test_exit_codes(ran, line, code):
    assert ran(line).exit_code == code


def test_for_people(ran):
    assert ran("wrong.tex").stdout == (
        "wrong.tex\n  2:1  error    aa: is cited, but no entry has this key; did you mean a?  [undefined-key]\n\n"
        "1 error and 0 warnings in 2 files\n"
    )
    assert ran("fine.tex").stdout == "nothing found in 2 files\n"
    assert ran("-q fine.tex").output == ""


def test_the_bib_files_of_a_paper_are_checked_as_if_they_were_given(ran):
    with open("refs.bib", "a") as file:
        file.write("@misc{b b}\n")
    assert "[bad-key]" in ran("fine.tex").stdout
    assert [line for line in ran("fine.tex").stdout.splitlines() if "bad-key" in line] == [
        line for line in ran("fine.tex refs.bib").stdout.splitlines() if "bad-key" in line
    ]


def test_for_programs(ran):
    told = json.loads(ran("--format json wrong.tex").stdout)
    assert told["files"] == ["wrong.tex", "refs.bib"]
    assert told["findings"] == [
        {
            "file": "wrong.tex", "line": 2, "column": 1, "key": "aa", "rule": "undefined-key", "severity": "error",
            "message": "is cited, but no entry has this key; did you mean a?",
        }
    ]  # fmt: skip


def test_for_github_and_editors(ran):
    assert ran("--format github wrong.tex").stdout.startswith(
        "::error file=wrong.tex,line=2,col=1,title=undefined-key::aa: "
    )
    assert ran("--format errorformat wrong.tex").stdout.startswith("wrong.tex:2:1: error: aa: is cited")


def test_a_failed_run_is_told_in_one_line(ran):
    assert ran("--format errorformat -q cut.aux").stdout == (
        "cut.aux:4:1: error: ends in the middle of a line: LaTeX stopped before the end; run it again [unfinished-run]\n"
    )
    assert (
        ran("empty.aux").stderr
        == "citekit: empty.aux: is empty: LaTeX stopped before it wrote anything; run it again\n"
    )


@pytest.mark.parametrize("files", ["nosuch.bib", "refs.bib nosuch.bib"])
def test_keys_that_a_missing_file_may_have_are_not_told(ran, files):
    result = ran(f"wrong.tex {files}")
    assert result.exit_code == 1
    assert result.stderr == "citekit: nosuch.bib: no such file\n"
    assert "undefined-key" not in result.stdout


def test_the_rules_for_papers_are_listed_behind_the_others(ran):
    names = [line.split()[0] for line in ran("--list-rules").stdout.splitlines()]
    assert names[-len(PAPER_RULES) :] == [rule.name for rule in PAPER_RULES]
    assert len({*names}) == len(names)
