"""A paper in the making."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from citekit.errors import InputError
from citekit.model import Problem
from citekit.readers.paper import places
from citekit.readers.paper.paper import Paper
from citekit.readers.paper.text import bytes_of, text_of

Part = tuple[str, str]
"""The text of a file, and its name."""

_SUFFIX = ".bib"
_REMOTE = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)

# Keys that classes and packages cite to hand options to their style: biblatex with BibTeX, REVTeX and its styles, achemso; and
# the files that they write them to.
_CONTROL = re.compile(r"biblatex-control|achemso-control|(?:REVTEX|apsr|aip)\w*Control")
_CONTROL_FILE = re.compile(r"(?:.*/)?(?:.*-blx|acs-.*)")


@dataclass(slots=True)
class Gathering:
    """What has been found of the paper `file`, in the order of the text."""

    file: str
    keys: dict[str, tuple[str, int]] = field(default_factory=dict)
    everything: bool = False
    bibliographies: dict[str, None] = field(default_factory=dict)
    style: str = ""
    biblatex: bool = False
    problems: list[Problem] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def folders(self, file: str) -> tuple[str, ...]:
        """The paper's folder, and that of the part of it that names something."""
        return tuple(dict.fromkeys((os.path.dirname(self.file), os.path.dirname(file))))

    def go_through(self, text: str, look: Callable[[str, str], Iterator[Part]]) -> None:
        """Looks at the paper, and at each part that `look` gives at the place where it is taken in."""
        self.seen.add(os.path.realpath(self.file))
        waiting = [look(text, self.file)]
        while waiting:
            part = next(waiting[-1], None)
            if part is None:
                waiting.pop()
            else:
                waiting.append(look(*part))

    def part(
        self, name: str, suffix: str, variable: str, file: str, line: int, *, needed: bool = True
    ) -> Iterator[Part]:
        """The file that is taken in under this name, unless it has been read before. One that is not there is a problem if it is
        `needed`."""
        path = places.found(name, self.folders(file), suffix, variable)
        if path is None:
            if needed:
                said = f"{name}, which it takes in, is not there; what that cites is not known"
                self.report("missing-file", said, file, line)
        elif os.path.realpath(path) not in self.seen:
            self.seen.add(os.path.realpath(path))
            try:
                text = text_of(bytes_of(path), path)
            except InputError as error:
                self.report("missing-file", f"{path}, which it takes in, {error.reason}", file, line)
            else:
                yield text, path

    def cite(self, key: str, file: str, line: int) -> None:
        """Notes a citation; blanks do not count, and `*` is all entries."""
        key = key.strip()
        if key == "*":
            self.everything = True
        elif key and not _CONTROL.fullmatch(key):
            self.keys.setdefault(key, (file, line))

    def add_bibliographies(
        self, names: Iterable[str], file: str, line: int, *, suffix: str = ".bib", pattern: bool = False
    ) -> None:
        """Notes `.bib` files under the names that `file` has for them. BibTeX adds the `suffix`, biber does not; a `pattern` may name
        several."""
        for name in names:
            name = name.strip().strip('"')
            if name and not _CONTROL_FILE.fullmatch(name):
                paths = places.matching(name, self.folders(file)) if pattern else [self._path(name, file)]
                self.bibliographies |= dict.fromkeys(path for path in paths if path)
                if not all(paths) or not paths:
                    self._miss(name if name.endswith(suffix) else name + suffix, file, line, pattern)

    def report(self, kind: str, message: str, file: str, line: int = 0) -> None:
        self.problems.append(Problem(kind, message, file, line))

    def paper(self) -> Paper:
        return Paper(
            self.file,
            tuple(self.keys),
            self.everything,
            tuple(self.bibliographies),
            "" if self.biblatex else self.style,
            self.biblatex,
            self.keys,
            tuple(dict.fromkeys(self.problems)),
        )

    def _path(self, name: str, file: str) -> str | None:
        return None if _REMOTE.match(name) else places.found(name, self.folders(file), _SUFFIX, "BIBINPUTS")

    def _miss(self, name: str, file: str, line: int, pattern: bool) -> None:
        if _REMOTE.match(name):
            said = f"the bibliography {name} lies elsewhere and is not fetched; download it and give the file"
        elif pattern:
            said = f"no bibliography is called {name}"
        else:
            said = f"the bibliography {name} is not there"
        if name not in self.bibliographies:
            self.bibliographies[name] = None
            self.report("missing-bibliography", said, file, line)
