"""Readers, writers, sources, styles and normalising steps, found by name: our own and those of installed packages.

All of them are entry points, ours in citekit's own `pyproject.toml`; what each group asks for is in `citekit.formats`. A plugin that
cannot be used is left out, and named once in a `PluginWarning`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from citekit import __version__
from citekit.formats import Reader, Writer
from citekit.plugins.guarded import GUARDS, blaming, checked
from citekit.plugins.plugin import KINDS, Plugin, PluginError, PluginWarning, warn

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = [
    "GROUPS", "Plugin", "PluginError", "PluginWarning", "blaming", "broken", "checked", "named", "names", "plugins", "readers", "trouble", "usable", "used",
    "writers",
]  # fmt: skip

GROUPS = tuple(KINDS)


@cache
def plugins(group: str) -> tuple[Plugin, ...]:
    """All plugins of a group, ours first, then by package and name. Of two with one name the first has it, so that nobody takes ours."""
    found = [Plugin(group, entry.name, *_brought_by(entry), entry) for entry in _entry_points()[group]]
    found.sort(key=lambda each: (not each.own, each.package, each.name))
    holders: dict[str, Plugin] = {}
    for each in found:
        holders.setdefault(each.name, each)
    return tuple(
        each if holders[each.name] is each else replace(each, taken=holders[each.name].package) for each in found
    )


def _brought_by(entry: EntryPoint) -> tuple[str, str]:
    """Package and version. Ours need not be looked up, which takes longer than all the rest."""
    if entry.value.startswith("citekit."):
        return "citekit", __version__
    return (entry.dist.name, entry.dist.version) if entry.dist else ("?", "")


@cache
def _entry_points() -> dict[str, tuple[EntryPoint, ...]]:
    """The entry points of each group. All installed packages are gone through, so it is done once."""
    from importlib.metadata import entry_points

    found = entry_points()
    return {group: tuple(found.select(group=f"citekit.{group}")) for group in GROUPS}


@cache
def used(plugin: Plugin) -> Any:
    """What a plugin brings, with the faults of what is not ours held off (`guarded`); `None` and a warning where it cannot be used."""
    try:
        brought = plugin.load()
    except PluginError as error:
        warn(str(error))
        return None
    guard = None if plugin.own else GUARDS.get(plugin.group)
    return guard(plugin, brought) if guard else brought


def names(group: str) -> list[str]:
    """The names in a group, ours first. Nothing is loaded, so not all need be usable."""
    return [plugin.name for plugin in plugins(group) if not plugin.taken]


def usable(group: str) -> tuple[tuple[Plugin, Any], ...]:
    """The plugins of a group that can be loaded, and what they bring."""
    return tuple((plugin, brought) for plugin in plugins(group) if (brought := used(plugin)) is not None)


def named(group: str, name: str) -> Any:
    """What the plugin of this name brings; `None` where there is none that can be used. No other is loaded."""
    return next((used(plugin) for plugin in plugins(group) if plugin.name == name and not plugin.taken), None)


def readers() -> Iterator[Reader]:
    """Every reader that can be used, ours first; see `broken` for the others."""
    return (found for _, found in usable("readers"))


def writers() -> Iterator[Writer]:
    """Every writer that can be used, ours first."""
    return (found for _, found in usable("writers"))


def broken(groups: Sequence[str] = GROUPS) -> list[PluginError]:
    """What is wrong with the plugins that cannot be used."""
    return [found for group in groups for each in plugins(group) if (found := trouble(each))]


def trouble(plugin: Plugin) -> PluginError | None:
    """Why a plugin cannot be used, `None` where it can."""
    try:
        plugin.load()
    except PluginError as error:
        return error
    return None
