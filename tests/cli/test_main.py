"""The front door: help, version, late imports, completion."""

import importlib
import os
import subprocess
import sys

import pytest

import citekit
from citekit.cli.main import COMMANDS, GROUPS

HEAVY = (
    "bibtexparser",
    "pybtex",
    "habanero",
    "rapidfuzz",
    "numpy",
    "lxml",
    "pypdfium2",
    "httpx2",
    "pylatexenc",
    "yaml",
    "tomllib",
)


def test_version(run):
    assert run("--version").out.strip() == f"citekit, version {citekit.__version__}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_there(command):
    name = command.replace("-", "_")
    assert getattr(importlib.import_module(f"citekit.cli.{name}"), name).name == command


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_with_an_example(run, command):
    ran = run(command, "--help")
    assert ran.code == 0
    assert "Example" in ran.out
    assert f"citekit {command}" in ran.out


def test_help_names_every_command(run):
    shown = run("--help").out
    assert all(command in shown for command in COMMANDS)


def test_without_a_word_it_says_what_one_can_do(run):
    ran = run()
    assert (ran.code, ran.err) == (0, "")
    for title, commands in GROUPS.items():
        _, _, below = ran.out.partition(f"{title}:\n")
        assert [line.split()[0] for line in below.splitlines()[: len(commands)]] == list(commands)
    assert "citekit merge page.html paper.pdf mine.bib -o refs.bib" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_front_door_loads_nothing_heavy():
    code = f"import sys, citekit.cli.main; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("frobnicate", "no such command: frobnicate\n"),
        ("mrege", "no such command: mrege; did you mean merge?\n"),
        ("git_driver", "no such command: git_driver; did you mean git-driver?\n"),
        ("refs.bib", "no such command: refs.bib; to read that file: citekit merge refs.bib -o refs.bib, or"),
    ],
)
def test_unknown_command(run, tmp_path, said, meant):
    (tmp_path / "refs.bib").touch()
    ran = run(said)
    assert (ran.code, ran.out) == (2, "")
    assert meant in ran.err


def test_as_a_module():
    done = subprocess.run([sys.executable, "-m", "citekit", "--version"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, f"citekit, version {citekit.__version__}")


# ---------------------------------------------------------------- completion


def completing(instruction, tmp_path, words=(), incomplete=""):
    """What the shell is told, by click's protocol for bash or fish."""
    line = ["citekit", *words, incomplete]
    shell = {"COMP_WORDS": " ".join(line), "COMP_CWORD": str(len(line) - 1) if "bash" in instruction else incomplete}
    return subprocess.run(
        [sys.executable, "-m", "citekit"],
        env={**os.environ, "_CITEKIT_COMPLETE": instruction, **shell},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    ).stdout


@pytest.mark.parametrize(
    ("shell", "said"),
    [("bash", "complete -o nosort -F"), ("zsh", "#compdef citekit"), ("fish", "complete --no-files --command citekit")],
)
def test_the_script_for_a_shell(tmp_path, shell, said):
    script = completing(f"{shell}_source", tmp_path)
    assert said in script
    assert f"_CITEKIT_COMPLETE={shell}_complete" in script


def plain(said):
    return [line.removeprefix("plain,") for line in said.splitlines() if line.startswith("plain,")]


@pytest.mark.parametrize(
    ("words", "incomplete", "meant"),
    [
        ([], "me", ["merge"]),
        ([], "", list(COMMANDS)),
        (["merge"], "--merge", ["--merge-versions"]),
        (["index"], "b", ["build"]),
        (["render", "a.bib", "--style"], "nejm-c", ["nejm-catalyst-innovations-in-care-delivery"]),
        (["convert", "a.bib", "--to"], "bib", ["bibtex", "biblatex"]),
        (["convert", "--from"], "pubmed", ["pubmed-xml"]),
        (["render", "--from"], "bib", ["bibtex"]),
        (["parse", "--to"], "j", ["jsonl"]),
        (["doi", "--source"], "", ["crossref", "index", "datacite"]),
        (["plugins"], "w", ["writers"]),
    ],
)
def test_what_is_completed(tmp_path, words, incomplete, meant):
    assert sorted(plain(completing("bash_complete", tmp_path, words, incomplete))) == sorted(meant)


@pytest.mark.parametrize("words", [["merge"], ["merge", "a.bib", "-o"], ["doi", "x.bib", "--report"]])
@pytest.mark.parametrize("shell", ["bash", "fish"])
def test_files_are_completed_by_the_shell(tmp_path, shell, words):
    assert completing(f"{shell}_complete", tmp_path, words, "re").strip() == "file,re"
