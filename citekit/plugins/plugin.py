"""One plugin: an entry point (https://packaging.python.org/specifications/entry-points/) of one of our groups."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from citekit.errors import CitekitError
from citekit.formats import Reader, Source, Style, Writer

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

# The entry-point group `citekit.GROUP` → what its plugins are; a step is a function.
KINDS: dict[str, type | None] = {
    "readers": Reader,
    "writers": Writer,
    "sources": Source,
    "styles": Style,
    "steps": None,
}


class PluginError(CitekitError):
    """A plugin cannot be loaded, is not what its group asks for, or failed. `str()` names it, its package and what is wrong."""


class PluginWarning(UserWarning):
    """A plugin is passed over."""


@cache
def warn(message: str) -> None:
    """Says so in a `PluginWarning`, once."""
    warnings.warn(message, PluginWarning, stacklevel=2)


@dataclass(frozen=True, slots=True)
class Plugin:
    """One entry point: `name` within `group`, and the package and version that brings it.

    `taken` is the package that has the name already, `""` where it is free.
    """

    group: str
    name: str
    package: str
    version: str
    entry: EntryPoint
    taken: str = ""

    @property
    def own(self) -> bool:
        return self.package == "citekit"

    def __str__(self) -> str:
        """`the reader lines of citekit-lines`"""
        return f"the {self.group.removesuffix('s')} {self.name} of {self.package}"

    def load(self) -> Any:
        """What the entry point names. Raises `PluginError`."""
        if self.taken:
            raise PluginError(f"{self} is not used: {self.taken} has that name already")
        try:
            found = self.entry.load()
        except (Exception, SystemExit) as error:  # a plugin may raise anything while it is imported
            raise PluginError(f"{self} cannot be loaded: {type(error).__name__}: {error}") from error
        if wrong := self._wrong(found):
            raise PluginError(f"{self} cannot be used: {self.entry.value} {wrong}")
        return found

    def _wrong(self, found: Any) -> str:
        """Why this is not what its group asks for."""
        kind = KINDS[self.group]
        if kind is None:
            return "" if callable(found) else "is not a function"
        if not isinstance(found, kind):
            return f"is not a citekit.formats.{kind.__name__}"
        name = getattr(found, "name", "")
        return "" if name == self.name else f"calls itself {name}"
