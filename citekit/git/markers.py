"""Git's conflict markers."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE_END = re.compile(r"[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Markers:
    """How conflicts are marked: the markers' size, the names of the sides, and whether what was before is shown (diff3)."""

    size: int = 7
    ours: str = "ours"
    theirs: str = "theirs"
    base: str = "base"
    show_base: bool = False

    def around(self, ours: str, theirs: str, base: str = "") -> str:
        """Both versions, each on lines of its own, without a newline at the end. An empty version is one that is not there."""
        versions = [("<", self.ours, ours)]
        if self.show_base:
            versions.append(("|", self.base, base))
        versions.append(("=", "", theirs))
        lines = []
        for sign, name, text in versions:
            lines.append(f"{sign * self.size} {name}".rstrip())
            if text:
                lines.append(text)
        return "\n".join([*lines, f"{'>' * self.size} {self.theirs}"])


def behind_marker(space: str) -> str:
    """The white space behind a marker, so that the marker has its line to itself."""
    return space if _LINE_END.match(space) else "\n" + space.lstrip(" \t")
