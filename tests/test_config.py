"""Where the configuration file is found, and what is none."""

from __future__ import annotations

import pytest

from citekit.config import ConfigError, find, read


def put(folder, **files):
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def project(tmp_path):
    """A folder in a project: tmp/.git, tmp/paper/bib."""
    (tmp_path / ".git").mkdir()
    return put(tmp_path / "paper" / "bib")


def test_the_nearest_counts(tmp_path, project):
    put(tmp_path, citekit="quiet = true")
    assert find(project).settings == {"quiet": True}
    put(project.parent, pyproject="[tool.citekit]\nquiet = false")
    found = find(project)
    assert (found.settings, found.file) == ({"quiet": False}, project.parent / "pyproject.toml")
    assert found.name("merge", "doi") == "tool.citekit.merge.doi"


def test_our_own_file_comes_before_the_shared_one(project):
    put(project, citekit="quiet = true", pyproject="[tool.citekit]\nquiet = false")
    found = find(project)
    assert (found.settings, found.name("quiet")) == ({"quiet": True}, "quiet")


@pytest.mark.parametrize(
    "text", ["[project]\nname = 'mine'", "[project]\ndescription = 'not of citekit'", "no TOML {{{"]
)
def test_a_pyproject_without_a_table_of_ours_is_passed_over(tmp_path, project, text):
    put(project, pyproject=text)
    put(tmp_path, citekit="quiet = true")
    assert find(project).file == tmp_path / "citekit.toml"


def test_nothing_is_looked_for_above_a_repository(tmp_path, project):
    put(tmp_path, citekit="quiet = true")
    (project / ".git").write_text("gitdir: elsewhere")  # a worktree or a submodule
    assert find(project) is None


def test_an_empty_file_is_found(tmp_path, project):
    put(tmp_path, citekit="quiet = true")
    put(project, citekit="")
    assert find(project).settings == {}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("citekit", "quiet = yes", "is not TOML: Invalid value (at line 1, column 9)"),
        ("citekit", "a = '\udcff'", "is not TOML: 'utf-8' codec"),
        ("pyproject", "[tool.citekit\nquiet = true", "is not TOML"),
        ("pyproject", "tool.citekit = 3", "tool.citekit must be a table"),
    ],
)
def test_what_is_wrong_is_said_with_the_file(project, name, text, said):
    (project / f"{name}.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ConfigError) as told:
        find(project)
    assert str(told.value).startswith(f"{project / name}.toml: {said}")
    assert "\n" not in str(told.value)


def test_a_file_that_is_named_must_be_one(project):
    with pytest.raises(ConfigError, match=r"none\.toml: cannot be read \(No such file or directory\)"):
        read(project / "none.toml")
    put(project, pyproject="[project]\nname = 'x'", other="[merge]\ndoi = true")
    with pytest.raises(ConfigError, match=r"has no table \[tool\.citekit\]"):
        read(project / "pyproject.toml")
    assert read(project / "other.toml").settings == {"merge": {"doi": True}}
