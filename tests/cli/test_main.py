"""The front door: help, version, late imports."""

import subprocess
import sys

import pytest

import citekit
from citekit.cli.main import COMMANDS

HEAVY = ("bibtexparser", "pybtex", "habanero", "rapidfuzz", "numpy", "lxml", "pypdfium2", "httpx2", "pylatexenc")


def test_version(run):
    assert run("--version").out.strip() == f"citekit, version {citekit.__version__}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_with_an_example(run, command):
    ran = run(command, "--help")
    assert ran.code == 0
    assert "Example" in ran.out
    assert f"citekit {command}" in ran.out


def test_help_names_every_command(run):
    shown = run("--help").out
    assert all(command in shown for command in COMMANDS)


def test_the_front_door_loads_nothing_heavy():
    code = f"import sys, citekit.cli.main; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_unknown_command(run):
    ran = run("frobnicate")
    assert ran.code == 2
    assert "frobnicate" in ran.err
