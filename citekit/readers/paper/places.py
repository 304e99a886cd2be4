"""Where files lie that a paper names: beside it, in the working folder, then where an environment variable says."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from glob import glob
from itertools import islice

_MOST_FOLDERS = 10_000  # looked into under one `dir//`


def found(name: str, folders: Iterable[str], suffix: str, variable: str) -> str | None:
    """The path of a file, `suffix` added where it is called so; None where there is none.

    `folders` are asked first, then the working folder, then those that `variable` names (`BIBINPUTS`, `TEXINPUTS`), which are
    read as kpathsea reads them (its manual, *Path specifications*), with its own defaults left out.
    """
    names = (name,) if name.endswith(suffix) else (name + suffix, name)
    for folder in _folders(name, folders, variable):
        for each in names:
            path = os.path.join(folder, each)
            if os.path.isfile(path):
                return short(path)
    return None


def matching(pattern: str, folders: Iterable[str]) -> list[str]:
    """The files that a pattern names (`\\addbibresource[glob]{*.bib}`), from the first folder that has any."""
    for folder in (*folders, ""):
        if paths := sorted(glob(os.path.join(folder, pattern))):
            return [short(path) for path in paths]
    return []


def short(path: str) -> str:
    """`text/../refs.bib` → `refs.bib`, unless a link makes them two files."""
    plain = os.path.normpath(path)
    return plain if os.path.exists(plain) and os.path.samefile(path, plain) else path


def _folders(name: str, folders: Iterable[str], variable: str) -> Iterator[str]:
    if os.path.isabs(name):
        yield ""
        return
    yield from dict.fromkeys((*folders, ""))
    for element in os.environ.get(variable, "").split(os.pathsep):
        folder = os.path.expandvars(os.path.expanduser(element.strip().removeprefix("!!")))
        if folder.endswith("//"):
            yield from islice((each for each, _, _ in os.walk(folder.rstrip("/") or "/")), _MOST_FOLDERS)
        elif folder:
            yield folder
