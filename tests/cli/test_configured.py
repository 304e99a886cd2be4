"""What a configuration file does to commands, and how it is told that it is wrong."""

from __future__ import annotations

import json

import click
import pytest

from citekit.cli.configured import _PATH, _options
from citekit.cli.main import cli

LIST = "Leung VC, Lee KE. Infantile cortical hyperostosis. J Pediatr Orthop. 1985;5:354-7.\n"
BIB = "@article{a, author = {Berg, A.}, title = {One}, journal = {J}, year = 2001, pages = {1--2}}\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.bib").write_text(BIB)
    return tmp_path


def test_a_table_is_for_its_command(run, folder):
    (folder / "citekit.toml").write_text('[render]\nstyle = "vancouver"\n')
    assert run("render", "a.bib").out == "1. Berg A. One. J. 2001;1–2.\n"
    assert run("parse", "a.bib").code == 0


def test_the_command_line_counts_more(run, folder):
    (folder / "citekit.toml").write_text('[render]\nstyle = "vancouver"\nto = "html"\n')
    assert run("render", "a.bib", "--to", "text").out == "1. Berg A. One. J. 2001;1–2.\n"
    assert run("--no-config", "render", "a.bib").out.startswith("[1] A. Berg")


def test_what_stands_above_is_for_all_that_have_it(run, folder):
    """`to` is a choice that differs from command to command: it holds where it can."""
    (folder / "pyproject.toml").write_text(
        '[tool.citekit]\nquiet = true\nto = "bibtex"\n[tool.citekit.parse]\nquiet = false\n'
    )
    assert run("parse", "a.bib").out.startswith("@article{a,")
    assert run("render", "a.bib").out.startswith("[1] A. Berg")
    (folder / "empty.txt").write_text("Nothing to see here.\n")
    assert "no references found" in run("parse", "a.bib", "empty.txt").err
    assert run("--no-config", "parse", "-q", "a.bib", "empty.txt").err == ""


def test_a_file_that_is_named(run, folder):
    (folder / "citekit.toml").write_text("[nonsense]\n")
    (folder / "mine.toml").write_text('[render]\nto = "html"\n')
    assert run("--config", "mine.toml", "render", "a.bib").out.startswith("<ol")
    assert (
        run("--config", "none.toml", "render", "a.bib").err
        == "citekit: none.toml: cannot be read (No such file or directory)\n"
    )
    ran = run("--config", "mine.toml", "--no-config", "render", "a.bib")
    assert (ran.code, "leave one of them out" in ran.err) == (2, True)


def test_paths_are_relative_to_the_file(run, folder, monkeypatch):
    (folder / "citekit.toml").write_text('[parse]\noutput = "out/list.jsonl"\n[merge]\noutput = "-"\n')
    (folder / "out").mkdir()
    (folder / "deep").mkdir()
    monkeypatch.chdir(folder / "deep")
    assert run("parse", "../a.bib").code == 0
    assert json.loads((folder / "out" / "list.jsonl").read_text())["fields"]["title"] == "One"


WRONG = {
    "a command": ("[mrege]\ndoi = true", "there is no mrege; did you mean merge?; there is check, cited, convert, dedupe"),
    "a command of a command": ("[index.biuld]\nquiet = true", "there is no index.biuld; did you mean build?; there is build, info, search"),
    "an option of a command": ("[merge]\ncompelte = true", "there is no merge.compelte; did you mean complete?; there is complete, correct"),
    "an option of all": ("quite = true", "there is no quite; did you mean quiet?; there is"),
    "an option with underscores": ("[parse]\nmin_confidence = 0.5", "there is no parse.min_confidence; did you mean min-confidence?"),
    "a command without options": ("merge = true", "merge is a command; write its options under [merge]"),
    "not a flag": ('[merge]\ndoi = "yes"', 'merge.doi: "yes" is not true or false'),
    "not a text": ("mailto = true", "mailto: true is not a text in quotes"),
    "not a choice": ('[render]\nto = "pdf"', "render.to: 'pdf' is not one of 'text', 'html'"),
    "not a format": ('[convert]\nto = "biblatx"', "convert.to: 'biblatx' is not one of"),
    "not a number": ('[parse]\nmin-confidence = "high"', 'parse.min-confidence: "high" is not a number'),
    "out of range": ("[parse]\nmin-confidence = 7", "parse.min-confidence: 7.0 is not in the range 0<=x<=1"),
    "true is no number": ("[parse]\nmin-confidence = true", "parse.min-confidence: true is not a number"),
    "not a list": ('[merge]\nreport = "r.html"', 'merge.report: "r.html" is not a list in brackets'),
    "a list": ('[merge]\noutput = ["r.bib"]', 'merge.output: ["r.bib"] is not a text in quotes'),
    "an argument": ('[merge]\ninputs = ["a.bib"]', "there is no merge.inputs"),
    "help": ("[merge]\nhelp = true", "there is no merge.help"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_is_not_right_is_one_line(run, folder, case):
    text, said = WRONG[case]
    (folder / "citekit.toml").write_text(text)
    ran = run("parse", "a.bib", "-o", "out.jsonl")
    assert (ran.code, ran.out, (folder / "out.jsonl").exists()) == (1, "", False)
    assert ran.err.startswith(f"citekit: {folder / 'citekit.toml'}: {said}")
    assert ran.err.count("\n") == 1


def test_in_pyproject_keys_have_their_whole_names(run, folder):
    (folder / "pyproject.toml").write_text("[tool.citekit.merge]\ndio = true\n")
    assert f"{folder / 'pyproject.toml'}: there is no tool.citekit.merge.dio" in run("parse", "a.bib").err


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["merge", "--help"], []])
def test_help_needs_no_file_that_is_right(run, folder, arguments):
    (folder / "citekit.toml").write_text("nonsense {")
    assert run(*arguments).code == 0


def test_git_is_not_led_astray_by_a_file_that_is_wrong(run, folder):
    """For git, 1 means that the conflicts are marked."""
    (folder / "citekit.toml").write_text("nonsense {")
    (folder / "b.bib").write_text(BIB)
    (folder / "c.bib").write_text(BIB.replace("2001", "2002"))
    assert run("git-driver", "a.bib", "b.bib", "c.bib").code == 0
    assert (folder / "b.bib").read_text() == (folder / "c.bib").read_text()
    (folder / "citekit.toml").write_text("[git-driver.install]\n")
    assert "there is no git-driver" in run("parse", "a.bib").err


def test_what_is_given_wins_over_the_environment_and_that_over_the_file(run, folder, monkeypatch):
    (folder / "citekit.toml").write_text('mailto = "file@x.org"\n')
    seen = []
    monkeypatch.setattr("citekit.cli.lookups.Asked.check", lambda asked: seen.append(asked.mailto) or 1 / 0)
    for environment, arguments in ((None, ()), ("env@x.org", ()), ("env@x.org", ("--mailto", "line@x.org"))):
        if environment:
            monkeypatch.setenv("CITEKIT_MAILTO", environment)
        with pytest.raises(ZeroDivisionError):
            run("doi", "a.bib", *arguments)
    assert seen == ["file@x.org", "env@x.org", "line@x.org"]


def every_option():
    context = click.Context(cli)

    def below(group):
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            yield from below(command) if isinstance(command, click.Group) else [(name, command)]

    return [(command, name, option) for command, c in below(cli) for name, option in _options(c).items()]


# Options that take a text and no file.
NO_FILES = {
    "ADDRESS",
    "FORMAT",
    "ID ID",
    "LANG",
    "N",
    "NAME",
    "NAME,…",
    "N|auto|none",
    "N|tab",
    "STYLE",
    "URL",
    "RULES",
    "RULE,…",
}


def test_it_is_known_of_every_option_whether_it_names_a_file():
    """Paths in the file are relative to it: a new option says by its metavar what it takes."""
    unknown = [
        (command, name, option.metavar)
        for command, name, option in every_option()
        if option.type.name in ("text", "name", "path") and not option.is_flag
        if not _PATH.match(option.metavar or "") and option.metavar not in NO_FILES
    ]
    assert unknown == []
