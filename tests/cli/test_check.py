"""`citekit check`: forms, choices and exit codes."""

import json
import shlex

import pytest
from click.testing import CliRunner

from citekit.checking import RULES
from citekit.checking.paper import PAPER_RULES
from citekit.cli.check import check

FINE = "@misc{a,\n  title = {One},\n}\n"
DOUBTFUL = "@misc{a,\n  year = {98},\n}\n"
WRONG = "@misc{a b,\n  title = {One},\n}\n"


@pytest.fixture
def ran(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in {"fine": FINE, "doubtful": DOUBTFUL, "wrong": WRONG}.items():
        (tmp_path / f"{name}.bib").write_text(text)

    def run(line, stdin=None):
        return CliRunner().invoke(check, shlex.split(line), input=stdin)

    return run


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("fine.bib", 0),
        ("doubtful.bib", 0),
        ("--strict doubtful.bib", 1),
        ("--strict --ignore year doubtful.bib", 0),
        ("wrong.bib", 1),
        ("--ignore bad-key wrong.bib", 0),
        ("--select year wrong.bib", 0),
        ("fine.bib doubtful.bib wrong.bib", 1),
        ("missing.bib fine.bib", 1),
        ("", 2),
        ("- -", 2),
        ("--select nothing fine.bib", 2),
        ("--model bibtexx fine.bib", 2),
    ],
)
def test_exit_codes(ran, line, code):
    assert ran(line).exit_code == code


def test_for_people(ran):
    result = ran("fine.bib wrong.bib")
    assert result.stdout == (
        "wrong.bib\n  1:1  error    a b: the key has a space in it, which \\cite cannot take  [bad-key]\n\n"
        "1 error and 0 warnings in 2 files\n"
    )
    assert ran("fine.bib").stdout == "nothing found in 1 file\n"
    assert ran("-q fine.bib").output == ""


def test_for_editors_and_for_github(ran):
    result = ran("--format errorformat - ", WRONG)
    assert result.stdout == "-:1:1: error: a b: the key has a space in it, which \\cite cannot take [bad-key]\n"
    assert result.stderr == "1 error and 0 warnings in 1 file\n"
    assert ran("--format github doubtful.bib").stdout.startswith(
        "::warning file=doubtful.bib,line=2,col=3,title=year::a: "
    )


def test_for_programs(ran):
    said = json.loads(ran("--format json fine.bib doubtful.bib").stdout)
    assert said["files"] == ["fine.bib", "doubtful.bib"]
    assert [(each["file"], each["rule"]) for each in said["findings"]] == [("doubtful.bib", "year")]
    assert json.loads(ran("--format json fine.bib").stdout)["findings"] == []


def test_no_colours_in_a_pipe_nor_where_they_are_not_wanted(ran, monkeypatch):
    assert "\x1b" not in ran("wrong.bib").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in ran("wrong.bib").stdout


def test_files_that_go_together(ran, tmp_path):
    (tmp_path / "strings.bib").write_text("@string{springer = {Springer}}\n")
    (tmp_path / "refs.bib").write_text("@book{c, publisher = springer, crossref = {a}}\n")
    alone = ran("--format errorformat --select undefined-string,dangling-crossref refs.bib").stdout
    assert "[undefined-string]" in alone
    assert "[dangling-crossref]" in alone
    assert (
        ran("--format errorformat --select undefined-string,dangling-crossref strings.bib fine.bib refs.bib").stdout
        == ""
    )


def test_the_model_can_be_told(ran, tmp_path):
    (tmp_path / "a.bib").write_text("@article{a, author={x}, title={y}, journaltitle={z}, date={2000}}\n")
    assert ran("--select missing-field --model bibtex --strict a.bib").exit_code == 1
    assert ran("--select missing-field --strict a.bib").exit_code == 0


def test_list_of_rules(ran):
    result = ran("--list-rules")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == [rule.name for rule in (*RULES, *PAPER_RULES)]


def test_an_unknown_rule_says_what_may_be_meant(ran):
    assert "there is no rule mont; did you mean month?" in ran("--ignore mont fine.bib").stderr


def test_other_encodings_and_line_ends(ran, tmp_path):
    (tmp_path / "a.bib").write_bytes("@misc{a,\r\n  title = {Über},\r\n  year = {98},\r\n}\r\n".encode("latin-1"))
    assert "3:3" in ran("a.bib").stdout
    (tmp_path / "b.bib").write_bytes(b"%PDF-1.4 \0")
    assert ran("b.bib").stderr == "citekit: b.bib: not text but a PDF\n"
