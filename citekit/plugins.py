"""Readers, writers, sources, styles and normalising steps, found by name: our own and those of installed packages.

All of them are entry points (https://packaging.python.org/specifications/entry-points/), ours in citekit's own `pyproject.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from citekit.errors import CitekitError
from citekit.formats import Reader, Writer

GROUPS = ("readers", "writers", "sources", "styles", "steps")


class PluginError(CitekitError):
    """A plugin cannot be loaded or is not what its group asks for. `str()` names it, its package and what is wrong."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """One entry point: `name` within `group` (one of `GROUPS`), and the package and version that brings it."""

    group: str
    name: str
    package: str
    version: str
    entry: EntryPoint

    @property
    def own(self) -> bool:
        return self.package == "citekit"

    def load(self) -> Any:
        """What the entry point names. Raises `PluginError`."""
        try:
            return self.entry.load()
        except Exception as error:  # a plugin may raise anything while it is imported
            raise PluginError(
                f"the {self.group} plugin {self.name} of {self.package} cannot be loaded: {type(error).__name__}: {error}"
            ) from error


@cache
def plugins(group: str) -> tuple[Plugin, ...]:
    """All plugins of a group, ours first, then by package and name. A name of ours cannot be taken by another package."""
    found = []
    for entry in entry_points(group=f"citekit.{group}"):
        package, version = (entry.dist.name, entry.dist.version) if entry.dist else ("?", "")
        found.append(Plugin(group, entry.name, package, version, entry))
    found.sort(key=lambda each: (not each.own, each.package, each.name))
    first: dict[str, Plugin] = {}
    for each in found:
        first.setdefault(each.name, each)
    return tuple(first.values())


def readers() -> Iterator[Reader]:
    """Every reader that can be loaded, ours first; see `broken` for the others."""
    return (found for plugin in plugins("readers") if isinstance(found := _loaded(plugin), Reader))


def writers() -> Iterator[Writer]:
    return (found for plugin in plugins("writers") if isinstance(found := _loaded(plugin), Writer))


@cache
def _loaded(plugin: Plugin) -> Any:
    try:
        return plugin.load()
    except PluginError as error:
        return error


def broken(groups: Sequence[str] = GROUPS) -> list[PluginError]:
    """The plugins that cannot be loaded."""
    return [found for group in groups for each in plugins(group) if isinstance(found := _loaded(each), PluginError)]
