"""README shows commands with their output: they are run here, and the output must be what README shows."""

from __future__ import annotations

import glob
import re
import shlex
import shutil
from pathlib import Path

import pytest

from citekit.cli.main import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = [block.split("\n", 1) for block in re.findall(r"```console\n\$ (citekit .*?)\n```", README, re.DOTALL)]


def expanded(command):
    words = shlex.split(command)[1:]
    return [each for word in words for each in (sorted(glob.glob(word)) or [word])]


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_shown_output_is_real(run, tmp_path, command, output):
    shutil.copytree(ROOT / "bib", tmp_path / "bib")
    ran = run(*expanded(command))
    assert ran.code == 0
    said = (ran.out + ran.err).rstrip("\n").split("\n")
    head, _, tail = output.removesuffix("\n…").partition("\n…\n")
    assert said[: head.count("\n") + 1] == head.split("\n")
    assert tail or "\n…" in output or len(said) == head.count("\n") + 1
    if tail:
        assert said[-tail.count("\n") - 1 :] == tail.split("\n")


def test_readme_shows_something():
    assert len(SHOWN) >= 2


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_readme(command):
    assert f"citekit {command}" in README


def test_the_entry_shown_is_in_the_shipped_bibliography():
    entry = re.search(r"```bibtex\n(.*?)```", README, re.DOTALL)[1]
    bib = (ROOT / "bib" / "dira.bib").read_text(encoding="utf-8")
    for line in entry.splitlines():
        head = line.partition("…")[0]
        assert head in bib
