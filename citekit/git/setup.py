"""Telling git of the merge driver: its configuration, and where the attributes stand that name it."""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path

from citekit.git.program import GitError, answer, git, setting

_SECTION = "merge.citekit"


def driver_command(program: str, python: str) -> str:
    """The command by which git runs this very program, wherever it stands, with git's placeholders (gitattributes(5)).

    `program` is the name by which citekit was started, `python` the interpreter that runs it where that name is no program.
    A git before 2.45 hands `%S`, `%X` and `%Y` on as they stand.
    """
    found = shutil.which(program) if Path(program).stem == "citekit" else None
    start = [os.path.abspath(found)] if found else [python, "-c", "from citekit.cli.main import main; main()"]
    own = " ".join(shlex.quote(word).replace("%", "%%") for word in start)
    return f"{own} git-driver --marker-size=%L --path=%P --base-name=%S --ours-name=%X --theirs-name=%Y %O %A %B"


def configured(command: str) -> dict[str, str]:
    """What the configuration has to say.

    Where histories crossed, git first merges the common ancestors; `binary` makes it take the oldest one for that, which has
    no conflict markers in it.
    """
    return {"name": "BibTeX entries, by citekit", "driver": command, "recursive": "binary"}


def configure(scope: str, command: str) -> bool:
    """Sets the driver in the `--local` or `--global` configuration; false when it was set so. Raises `GitError`."""
    wanted = configured(command)
    if all(setting(scope, "--get", f"{_SECTION}.{name}") == value for name, value in wanted.items()):
        return False
    for name, value in wanted.items():
        answer("config", scope, "--replace-all", f"{_SECTION}.{name}", value)
    return True


def unconfigure(scope: str) -> bool:
    """Removes the driver from the configuration; false when it was not there."""
    return git("config", scope, "--remove-section", _SECTION).code == 0


def check_repository() -> None:
    """Raises `GitError` outside a repository."""
    if git("rev-parse", "--git-dir").code:
        raise GitError("not in a git repository; go to one, or set the driver up for all of yours with --global")


def attributes_file(*, everywhere: bool, local: bool) -> Path:
    """Where the attributes go: the user's own file, the repository's `info/attributes`, or `.gitattributes` at its root.

    Raises `GitError` where there is no such place.
    """
    if local:
        return Path(answer("rev-parse", "--git-path", "info/attributes"))
    if not everywhere:
        root = git("rev-parse", "--show-toplevel")
        if root.code:
            raise GitError("this repository has no files checked out; use --local-attributes")
        return Path(root.line) / ".gitattributes"
    if named := setting("--global", "--type=path", "--get", "core.attributesFile"):
        return Path(named)
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "git" / "attributes"
