"""`citekit git-driver` as git runs it, and its set-up, in real repositories."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from citekit.git import driver
from citekit.git.setup import driver_command

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")

BASE = """@article{smith2009,
  author = {Smith, Anna},
  title = {On Rivers},
  year = {2009},
}
"""
NAME = "my refs.bib"
ATTRIBUTES = "*.bib merge=citekit\n"


def new(key, title):
    return f"\n@misc{{{key},\n  title = {{{title}}},\n}}\n"


@pytest.fixture
def git(run, tmp_path, tmp_path_factory, monkeypatch):
    """Runs git in an empty repository, which is where `run` is. Nobody's own configuration counts."""
    home = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith(("GIT_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "A")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "a@example.org")

    def ran(*args, code=0):
        done = subprocess.run(["git", *args], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr + done.stdout
        return done.stdout + done.stderr

    ran("init", "-q", "-b", "main")
    return ran


@pytest.fixture
def branches(git, run, tmp_path):
    """Sets the driver up, commits a base, and what ours (main) and theirs (topic) made of it; main is checked out."""

    def made(base, ours, theirs):
        assert run("git-driver", "install").code == 0
        for text, branch in ((base, "main"), (theirs, "topic"), (ours, "main")):
            if text != base:
                git("checkout", "-q", *(["-b"] if branch == "topic" else []), branch)
            (tmp_path / NAME).write_bytes(text.encode())
            git("add", "-A")
            git("commit", "-q", "--allow-empty", "-m", branch)

    return made


# ---------------------------------------------------------------- as git runs it


def test_both_branches_add_entries(git, branches, tmp_path):
    branches(BASE, BASE + new("a", "Ours"), BASE + new("b", "Theirs"))
    said = git("merge", "-q", "topic")
    assert (tmp_path / NAME).read_text() == BASE + new("a", "Ours") + new("b", "Theirs")
    assert f"{NAME}: merged by entries: 1 added by theirs" in said
    assert git("status", "--short") == ""


def test_one_field_in_conflict(git, branches, tmp_path):
    branches(BASE, BASE.replace("2009}", "2010}"), BASE.replace("2009}", "2011}").replace("Anna", "Anna B."))
    said = git("merge", "-q", "topic", code=1)
    text = (tmp_path / NAME).read_text()
    before, conflict = text.split("<<<<<<<")
    assert before == BASE[: BASE.index("  year")].replace("Anna", "Anna B.")
    ours, theirs = conflict.split("=======\n")
    assert ours.splitlines()[1:] == ["  year = {2010},"]
    assert theirs.splitlines()[0] == "  year = {2011},"
    assert theirs.splitlines()[2:] == ["}"]
    assert "CONFLICT: year changed differently" in said
    assert git("ls-files", "-u").count(NAME) == 3


def test_rebase_and_cherry_pick(git, branches, tmp_path):
    branches(BASE, BASE + new("a", "Ours"), BASE + new("b", "Theirs"))
    git("cherry-pick", "topic")
    assert (tmp_path / NAME).read_text() == BASE + new("a", "Ours") + new("b", "Theirs")
    git("checkout", "-q", "topic")
    git("rebase", "-q", "main")
    assert (tmp_path / NAME).read_text() == BASE + new("a", "Ours") + new("b", "Theirs")


def test_histories_that_crossed(git, branches, tmp_path):
    """Two common ancestors: git merges these first, and no marker of that may reach the result."""
    branches(BASE, BASE.replace("2009}", "2010}"), BASE.replace("2009}", "2011}"))
    first, second = git("rev-parse", "main").strip(), git("rev-parse", "topic").strip()
    for branch, other, year in (("main", second, "2010"), ("topic", first, "2011")):
        git("checkout", "-q", branch)
        git("merge", "-q", other, code=1)
        (tmp_path / NAME).write_text(BASE.replace("2009}", f"{year}}}") + new(branch, branch))
        git("commit", "-qam", "crossed")
    git("checkout", "-q", "main")
    git("merge", "-q", "topic", code=1)
    text = (tmp_path / NAME).read_text()
    assert text.count("<<<<<<<") == text.count(">>>>>>>") == 1
    assert new("main", "main") in text
    assert new("topic", "topic") in text


def test_the_marker_size_is_an_attribute(git, branches, tmp_path):
    (tmp_path / ".gitattributes").write_text("*.bib conflict-marker-size=12\n")
    branches(BASE, BASE.replace("2009}", "2010}"), BASE.replace("2009}", "2011}"))
    git("merge", "-q", "topic", code=1)
    assert "\n" + "=" * 12 + "\n" in (tmp_path / NAME).read_text()


def test_the_base_is_shown_when_git_is_told_so(git, branches, tmp_path):
    git("config", "merge.conflictStyle", "diff3")
    branches(BASE, BASE.replace("2009}", "2010}"), BASE.replace("2009}", "2011}"))
    git("merge", "-q", "topic", code=1)
    lines = (tmp_path / NAME).read_text().splitlines()
    assert lines[next(i for i, line in enumerate(lines) if line.startswith("|||||||")) + 1] == "  year = {2009},"


# ---------------------------------------------------------------- by hand


@pytest.fixture
def files(tmp_path, run):
    """Writes base, ours and theirs and runs the driver on them."""

    def ran(base, ours, theirs, *options):
        for name, content in (("o", base), ("a", ours), ("b", theirs)):
            (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return run("git-driver", *options, "o", "a", "b")

    return ran


def test_result_takes_the_place_of_ours_and_decisions_are_said(files, tmp_path):
    ran = files(BASE, BASE.replace("2009}", "2010}"), BASE.replace("Anna", "Anna B."), "--path", "refs.bib")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "refs.bib: smith2009: fields of both sides combined (ours: year; theirs: author)\n"
    assert (tmp_path / "a").read_text() == BASE.replace("2009}", "2010}").replace("Anna", "Anna B.")
    assert (tmp_path / "o").read_text() == BASE


def test_quiet_and_standard_output(files, tmp_path):
    ours = BASE.replace("2009}", "2010}")
    ran = files(BASE, ours, BASE.replace("Anna", "Anna B."), "-q", "-o", "-")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == ours.replace("Anna", "Anna B.")
    assert (tmp_path / "a").read_text() == ours


def test_conflict_is_exit_code_1(files, tmp_path):
    names = ("--marker-size", "8", "--ours-name", "HEAD", "--theirs-name=%Y", "--no-diff3")
    ran = files(BASE, BASE.replace("2009}", "2010}"), BASE.replace("2009}", "2011}"), *names)
    assert ran.code == 1
    text = (tmp_path / "a").read_text()
    assert "\n<<<<<<<< HEAD\n  year = {2010},\n========\n  year = {2011},\n>>>>>>>> theirs\n" in text


def test_a_file_with_markers_is_merged_by_lines(files, tmp_path):
    marked = BASE.replace("  year = {2009},\n", "<<<<<<< a\n  year = {2009},\n=======\n>>>>>>> b\n")
    ran = files(marked, marked, marked + new("b", "B"))
    assert ran.code == 0  # only theirs changed anything
    ran = files(marked, marked.replace("Anna", "Ann"), marked + new("b", "B"))
    assert ran.code == 0
    assert "merged by lines, not by entries: base still has conflict markers (line 4)" in ran.err
    assert (tmp_path / "a").read_text() == marked.replace("Anna", "Ann") + new("b", "B")


def test_binary_files_are_left_alone(files, tmp_path):
    ran = files(b"\0o", b"\0a", b"\0b")
    assert ran.code == 2
    assert "not merged" in ran.err
    assert (tmp_path / "a").read_bytes() == b"\0a"


def test_a_fault_of_ours_is_told_and_never_looks_like_a_merge(files, tmp_path, monkeypatch):
    def fails(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(driver, "merge3", fails)
    ran = files(BASE, BASE.replace("2009}", "2010}"), BASE.replace("2009}", "2011}"))
    assert ran.code == 1
    assert "ZeroDivisionError" in ran.err
    assert "=======" in (tmp_path / "a").read_text()


def test_without_git_what_needs_lines_is_left_alone(files, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = files("notes\n", "our notes\n", "their notes\n")
    assert ran.code == 2
    assert "git cannot be run" in ran.err
    assert (tmp_path / "a").read_text() == "our notes\n"
    assert files(BASE, BASE + new("a", "A"), BASE + new("b", "B")).code == 0  # entries need no git


def test_a_missing_file_is_a_failure_above_128(run, tmp_path):
    (tmp_path / "a").write_text(BASE)
    ran = run("git-driver", "o", "a", "b")
    assert ran.code == 129
    assert ran.err == "citekit: o: cannot be read (No such file or directory)\n"
    assert (tmp_path / "a").read_text() == BASE


# ---------------------------------------------------------------- set-up


def test_installing_twice_changes_nothing(git, run, tmp_path):
    (tmp_path / ".gitattributes").write_text("*.tex text\n")
    (tmp_path / "chapters").mkdir()
    first = run("git-driver", "install")
    config = (tmp_path / ".git" / "config").read_text()
    second = run("git-driver", "install")
    assert (first.code, second.code) == (0, 0)
    assert "added to" in first.out
    assert "added to" not in second.out
    assert (tmp_path / ".git" / "config").read_text() == config
    assert (tmp_path / ".gitattributes").read_text() == "*.tex text\n" + ATTRIBUTES
    assert "merge: citekit" in git("check-attr", "merge", "chapters/refs.bib")


def test_the_root_has_the_attributes_wherever_it_is_called(git, run, tmp_path, monkeypatch):
    (tmp_path / "chapters").mkdir()
    monkeypatch.chdir(tmp_path / "chapters")
    assert run("git-driver", "install").code == 0
    assert (tmp_path / ".gitattributes").read_text() == ATTRIBUTES


def test_uninstall(git, run, tmp_path):
    before = (tmp_path / ".git" / "config").read_text()
    run("git-driver", "install")
    ran = run("git-driver", "install", "--uninstall")
    assert ran.out.count("removed from") == 2
    assert "citekit" not in (tmp_path / ".git" / "config").read_text()
    assert (tmp_path / ".gitattributes").read_text() == ""
    assert before in (tmp_path / ".git" / "config").read_text()
    assert "was not in" in run("git-driver", "install", "--uninstall").out


def test_everywhere(git, run, tmp_path):
    home = Path(os.environ["HOME"])
    assert run("git-driver", "install", "--global").code == 0
    assert (home / ".config" / "git" / "attributes").read_text() == ATTRIBUTES
    assert "git-driver" in git("config", "--global", "merge.citekit.driver")
    assert not (tmp_path / ".gitattributes").exists()
    git("config", "--global", "core.attributesFile", "~/mine")
    run("git-driver", "install", "--global")
    assert (home / "mine").read_text() == ATTRIBUTES


def test_attributes_elsewhere(git, run, tmp_path):
    run("git-driver", "install", "--local-attributes")
    assert (tmp_path / ".git" / "info" / "attributes").read_text().endswith(ATTRIBUTES)
    run("git-driver", "install", "--attributes", "sub/.gitattributes")
    assert (tmp_path / "sub" / ".gitattributes").read_text() == ATTRIBUTES
    assert not (tmp_path / ".gitattributes").exists()
    assert run("git-driver", "install", "--local-attributes", "--global").code == 2


def test_plain_errors(git, run, tmp_path, monkeypatch):
    outside = Path(os.environ["HOME"])
    monkeypatch.chdir(outside)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(outside.parent))
    ran = run("git-driver", "install")
    assert ran.code == 1
    assert "not in a git repository" in ran.err
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = run("git-driver", "install")
    assert ran.code == 1
    assert "git cannot be run" in ran.err


def test_the_command_is_quoted_for_the_shell_and_for_git(tmp_path):
    program = tmp_path / "100% mine" / "citekit"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert driver_command(str(program), sys.executable).startswith(f"'{tmp_path}/100%% mine/citekit' git-driver ")
    started = driver_command("-c", "/opt/py 3/bin/python")
    assert started.startswith("""'/opt/py 3/bin/python' -c 'from citekit.cli.main import main; main()' git-driver """)
    assert started.endswith(" %O %A %B")


def test_where_citekit_is_no_program_python_runs_it(git, branches, tmp_path):
    branches(BASE, BASE + new("a", "Ours"), BASE + new("b", "Theirs"))
    git("config", "merge.citekit.driver", driver_command("-c", sys.executable))
    git("merge", "-q", "topic")
    assert (tmp_path / NAME).read_text() == BASE + new("a", "Ours") + new("b", "Theirs")
