"""`citekit cited`: what is written, what is said, and exit codes."""

import json
import os
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from citekit.cli.cited import cited
from citekit.errors import CitekitError

REFS = "@misc{a, title={Eins}}\n\n@misc{b,   title={Zwei} }\n\n@misc{c, title={Drei}}\n"


@pytest.fixture
def ran(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BIBINPUTS", raising=False)
    files = {
        "refs.bib": REFS,
        "more.bib": "@misc{d}\n",
        "paper.tex": "\\cite{c}\n\\cite{a}\n\\bibliography{refs}",
        "paper.aux": "\\relax \n\\citation{b}\n\\bibdata{refs}\n",
        "wrong.tex": "\\cite{a}\n\\cite{bb}\\bibliography{refs,gone}",
        "none.tex": "\\section{x}\\bibliography{refs}",
        "lost.tex": "\\cite{x}\\bibliography{refs}",
        "bare.tex": "\\cite{a}",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)

    def run(line, stdin=None):
        return CliRunner().invoke(cited, shlex.split(line), input=stdin)

    return run


A, B, C = "@misc{a, title={Eins}}\n", "@misc{b,   title={Zwei} }\n", "@misc{c, title={Drei}}\n"


@pytest.mark.parametrize(
    ("line", "out"),
    [
        ("paper.tex", f"{A}\n{C}"),
        ("paper.tex --order citation", f"{C}\n{A}"),
        ("paper.aux", B),
        ("paper.tex paper.aux", REFS),
        ("paper.tex refs.bib", f"{A}\n{C}"),
        ("refs.bib bare.tex", A),
        ("-q wrong.tex", A),
    ],
)
def test_entries_on_standard_output(ran, line, out):
    assert ran(line).stdout == out


@pytest.mark.parametrize(
    ("line", "stdin"),
    [
        ("-", "\\cite{a}\\bibliography{refs}"),
        ("- refs.bib", "\\relax \n\\citation{a}\n"),
        ("bare.tex -", REFS),
        ("- bare.tex", REFS),
    ],
)
def test_standard_input_is_a_bib_file_where_a_paper_is_named(ran, line, stdin):
    result = ran(line, stdin)
    assert (result.exit_code, result.stdout) == (0, A)


def test_a_file(ran):
    result = ran("paper.tex -o out.bib")
    assert (result.exit_code, result.output) == (0, "2 cited entries written to out.bib\n")
    assert Path("out.bib").read_text() == f"{A}\n{C}"
    assert ran("-q paper.tex -o out.bib").output == ""


def test_other_formats_have_what_is_cited_and_nothing_else(ran):
    with open("family.bib", "w") as file:
        file.write("@inproceedings{kid, title={Kid}, crossref={proc}}\n@proceedings{proc, title={Proc}}\n")
    with open("family.tex", "w") as file:
        file.write("\\cite{kid}\\bibliography{family}")
    assert ran("family.tex -o out.json").exit_code == 0
    (record,) = json.loads(Path("out.json").read_text())
    assert (record["id"], record["container-title"]) == ("kid", "Proc")
    assert "T2  - Proc" in ran("family.tex --to ris").stdout
    assert ran("family.tex -o out.bib").stderr == "1 cited entry, and 1 that others need written to out.bib\n"


def test_keys_without_an_entry_are_named_and_the_rest_is_written(ran):
    result = ran("wrong.tex -o out.bib")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "citekit: wrong.tex:2: the bibliography gone.bib is not there",
        "citekit: wrong.tex:2: bb: is cited, but no entry has this key; did you mean b?",
        "1 cited entry written to out.bib",
    ]
    assert Path("out.bib").read_text() == A


def test_bib_files_that_are_given_stand_for_those_of_the_paper(ran):
    result = ran("wrong.tex more.bib refs.bib")
    assert "gone.bib" not in result.stderr
    assert result.stdout == A


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("none.tex", "none.tex: cites nothing; nothing was written"),
        ("lost.tex", "refs.bib: has nothing that lost.tex cites; nothing was written"),
        ("bare.tex", "bare.tex: it names no .bib file; give one: citekit cited bare.tex refs.bib"),
        ("missing.tex", "missing.tex: no such file"),
        ("missing.aux", "missing.aux: no such file"),
        ("none.aux", "none.aux: no such file; LaTeX writes it: run it on none.tex, or give that"),
        ("paper.tex missing.bib", "missing.bib: no such file"),
        ("paper.tex paper.txt", "paper.txt: no such file"),
        ("paper.tex -o no/where.bib", "no/where.bib: cannot be written (no folder {}/no)"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(ran, line, said):
    result = ran(f"{line} -o out.bib" if "-o" not in line else line)
    assert isinstance(result.exception, CitekitError)
    assert str(result.exception) == said.format(os.path.realpath(os.getcwd()))
    assert not os.path.exists("out.bib")


@pytest.mark.parametrize("line", ["", "refs.bib", "- -", "paper.tex -o refs.bib", "paper.tex -o paper.tex", "paper.tex --to no", "paper.tex --order year"])  # fmt: skip
def test_what_is_not_understood(ran, line):
    result = ran(line)
    assert result.exit_code == 2
    assert Path("refs.bib").read_text() == REFS


def test_problems_of_a_format_name_the_file_they_lie_in(ran):
    with open("more.bib", "w") as file:
        file.write("\n\n@misc{d, title={x}, related={a}}\n")
    with open("two.tex", "w") as file:
        file.write("\\cite{d}\\bibliography{refs,more}")
    assert "citekit: more.bib:3: d: RIS has no place for related" in ran("two.tex --to ris").stderr
