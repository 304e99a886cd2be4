"""The hooks for pre-commit hold what its documentation asks for (https://pre-commit.com/#new-hooks), and are commands of ours."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from citekit.cli.main import COMMANDS

HOOKS = yaml.safe_load((Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
REQUIRED = {"id", "name", "entry", "language"}
OPTIONAL = {
    "files", "exclude", "types", "types_or", "exclude_types", "always_run", "fail_fast", "verbose", "pass_filenames", "require_serial",
    "description", "language_version", "minimum_pre_commit_version", "args", "stages",
}  # fmt: skip


def test_the_ids_are_promises():
    assert [hook["id"] for hook in HOOKS] == ["citekit-fmt", "citekit-check"]


@pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])
def test_a_hook_is_whole(run, tmp_path, hook):
    assert set(hook) >= REQUIRED
    assert set(hook) <= REQUIRED | OPTIONAL
    assert all(isinstance(value, str) for value in hook.values())
    assert hook["language"] == "python"
    assert re.search(hook["files"], "bib/refs.bib")
    assert not re.search(hook["files"], "refs.bib.txt")
    program, command = shlex.split(hook["entry"])
    assert program == "citekit"
    assert command in COMMANDS
    assert hook["id"] == f"citekit-{command}"
    (tmp_path / "a.bib").write_text("@misc{a,\n  title = {One},\n}\n")
    (tmp_path / "b.bib").write_text("@misc{b,\n  title = {Two},\n}\n")
    ran = run(command, "a.bib", "b.bib")  # as pre-commit calls it: all changed files at once
    assert ran.code in (0, 1)
    assert "Traceback" not in ran.err
