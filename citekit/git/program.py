"""The git program: what it is asked for. This is the only place that starts it."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass

from citekit.errors import CitekitError
from citekit.git.markers import Markers


class GitError(CitekitError):
    """git is not there or said no."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What git said. `code` is its exit code."""

    code: int
    out: bytes
    err: str

    @property
    def line(self) -> str:
        return self.out.decode(errors="surrogateescape").strip("\r\n")


def git(*arguments: str) -> Answer:
    """Runs git here. Raises `GitError` when there is none."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, stdin=subprocess.DEVNULL, check=False)
    except OSError as error:
        raise GitError(f"git cannot be run ({error.strerror}); install it or put it on PATH") from error
    return Answer(done.returncode, done.stdout, done.stderr.decode(errors="replace").strip())


def answer(*arguments: str) -> str:
    """The line git answers with. Raises `GitError` when it fails."""
    found = git(*arguments)
    if found.code:
        raise GitError(found.err.removeprefix("fatal: ").removeprefix("error: ") or f"git {arguments[0]} failed")
    return found.line


def setting(*arguments: str) -> str:
    """A value of git's configuration, `""` where there is none."""
    return git("config", *arguments).line


def merge_lines(base: str, ours: str, theirs: str, markers: Markers) -> tuple[bytes, int]:
    """git's own merge, of lines, and how many conflicts it marked; the files stay. Raises `GitError`, so for binary files."""
    found = git(
        "merge-file",
        "-p",
        f"--marker-size={markers.size}",
        *(["--diff3"] if markers.show_base else []),
        *("-L", markers.ours, "-L", markers.base, "-L", markers.theirs),
        *("--", ours, base, theirs),
    )
    if not 0 <= found.code <= _MOST_CONFLICTS:
        raise GitError(found.err.removeprefix("error: ") or "git merge-file failed")
    return found.out, found.code


_MOST_CONFLICTS = 127  # git-merge-file(1): the number of conflicts, at most 127; 255 is an error
