"""`citekit fmt`: which file is written, what is said, and the exit codes."""

import os
import shlex

import pytest
from click.testing import CliRunner

from citekit.cli.fmt import fmt

UNTIDY = "@ARTICLE{k,year=2009}\n"
TIDY = "@article{k,\n  year = 2009,\n}\n"


@pytest.fixture
def ran(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(line, stdin=None):
        return CliRunner().invoke(fmt, shlex.split(line), input=stdin)

    return run


def test_files_are_rewritten_in_place(ran, tmp_path):
    (tmp_path / "a.bib").write_text(UNTIDY)
    (tmp_path / "b.bib").write_text(TIDY)
    before = os.stat(tmp_path / "b.bib")
    result = ran("a.bib b.bib")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "a.bib: formatted\n")
    assert (tmp_path / "a.bib").read_text() == TIDY
    after = os.stat(tmp_path / "b.bib")
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_standard_input_goes_to_standard_output(ran):
    result = ran("-", UNTIDY)
    assert (result.exit_code, result.stdout, result.stderr) == (0, TIDY, "")


def test_output_elsewhere(ran, tmp_path):
    (tmp_path / "a.bib").write_text(UNTIDY)
    assert ran("a.bib -o b.bib -q").exit_code == 0
    assert ((tmp_path / "a.bib").read_text(), (tmp_path / "b.bib").read_text()) == (UNTIDY, TIDY)
    assert ran("a.bib -o -").stdout == TIDY
    (tmp_path / "tidy.bib").write_text(TIDY)
    assert ran("tidy.bib -o c.bib").stderr == "c.bib: written\n"


def test_check_names_the_files_and_writes_nothing(ran, tmp_path):
    (tmp_path / "a.bib").write_text(UNTIDY)
    (tmp_path / "b.bib").write_text(TIDY)
    result = ran("--check a.bib b.bib")
    assert (result.exit_code, result.stdout) == (1, "a.bib: would change\n")
    assert result.stderr == "1 file would change, 1 would not\n"
    assert (tmp_path / "a.bib").read_text() == UNTIDY
    assert ran("--check b.bib").exit_code == 0
    assert ran("--check -", UNTIDY).exit_code == 1


def test_diff_writes_nothing(ran, tmp_path):
    (tmp_path / "a.bib").write_text(TIDY + "\n" + UNTIDY.replace("k", "m"))
    result = ran("--diff a.bib")
    assert result.exit_code == 0
    assert result.stdout == (
        "--- a.bib\n+++ a.bib\n@@ -2,4 +2,6 @@\n   year = 2009,\n }\n \n-@ARTICLE{m,year=2009}\n+@article{m,\n+  year = 2009,\n+}\n"
    )
    assert UNTIDY.replace("k", "m") in (tmp_path / "a.bib").read_text()
    assert ran("--diff --check a.bib").exit_code == 1


def test_a_diff_of_line_ends_says_so(ran, tmp_path):
    (tmp_path / "a.bib").write_bytes(TIDY.encode().replace(b"\n", b"\r\n", 2))
    assert ran("--diff a.bib").stdout == "a.bib: only line ends change\n"


@pytest.mark.parametrize(
    ("options", "made"),
    [
        ("--indent 4", "@article{k,\n    year = 2009,\n}\n"),
        ("--indent tab --no-trailing-comma", "@article{k,\n\tyear = 2009\n}\n"),
        ("--align 12", "@article{k,\n  year     = 2009,\n}\n"),
        ("--align auto --case keep", "@ARTICLE{k,\n  year = 2009,\n}\n"),
        ("--numeric enclosed --delimiters quotes", '@article{k,\n  year = "2009",\n}\n'),
        ("--sort none", TIDY),
    ],
)
def test_layout_options(ran, options, made):
    assert ran(f"{options} -", UNTIDY).stdout == made


def test_order_of_fields(ran):
    given = "@article{k, note={n}, location={l}, journal={j}, title={t}, author={a}, x={x}}"
    names = [line.split()[0] for line in ran("--sort-fields -", given).stdout.splitlines() if "=" in line]
    assert names == ["author", "title", "journal", "location", "note", "x"]
    names = [line.split()[0] for line in ran("--field-order note,X -", given).stdout.splitlines() if "=" in line]
    assert names == ["note", "x", "location", "journal", "title", "author"]


def test_order_of_entries(ran):
    given = "@misc{a, year=1999}\n@misc{b, year=2009}\n"
    assert ran("--sort -year,key -", given).stdout.index("{b") < ran("--sort -year,key -", given).stdout.index("{a")


@pytest.mark.parametrize(
    "line",
    ["", "--indent x a.bib", "--align 0 a.bib", "--sort 'a b' a.bib", "--field-order -a a.bib", "- -", "a.bib b.bib -o c.bib",
     "a.bib --check -o c.bib", "--wrap -1 a.bib"],
)  # fmt: skip
def test_what_is_not_understood(ran, line):
    assert ran(line).exit_code == 2


def test_trouble_with_one_file_does_not_stop_the_others(ran, tmp_path):
    (tmp_path / "a.bib").write_text("Dear reader,\n")
    (tmp_path / "b.bib").write_bytes(b"%PDF-1.4 \0")
    (tmp_path / "notes.md").write_text("# Notes\n\n```\n@misc{a,year=1}\n```\n")
    (tmp_path / "z.bib").write_text(UNTIDY)
    result = ran("a.bib b.bib missing.bib notes.md z.bib")
    assert result.exit_code == 1
    assert (tmp_path / "z.bib").read_text() == TIDY
    assert (tmp_path / "a.bib").read_text() == "Dear reader,\n"
    assert "```\n@misc{a,year=1}" in (tmp_path / "notes.md").read_text()
    said = result.stderr.splitlines()
    assert [line.split(":")[1].strip() for line in said] == ["a.bib", "b.bib", "missing.bib", "notes.md", "formatted"]


def test_entries_that_stay_are_named(ran, tmp_path):
    (tmp_path / "a.bib").write_text("@misc{k, title = {One} year = 2000}\n")
    result = ran("a.bib")
    assert result.exit_code == 0
    assert result.stderr == "citekit: a.bib:1: k: left as it stands: no comma after the field title\n"
    assert ran("-q a.bib").stderr == ""


def test_a_file_that_cannot_be_written(ran, tmp_path):
    (tmp_path / "a.bib").write_text(UNTIDY)
    result = ran("a.bib -o nowhere/b.bib")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
