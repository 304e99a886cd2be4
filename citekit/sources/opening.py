"""A source made ready to be asked. What another package brings keeps its faults to itself: to the rest it is a service in trouble."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from citekit.errors import CitekitError, SourceError, UnreachableError
from citekit.formats import Source
from citekit.plugins import Plugin, PluginError, blaming, checked
from citekit.sources.work import Work, WorkSource

OPTIONS = ("url", "mailto", "cache", "offline", "refresh", "folder")
"""What `Source.open` may ask for."""

Numbers = Callable[[tuple[str, ...]], Mapping[str, Work | None]]


@dataclass(frozen=True, slots=True)
class Opened:
    """`source` is asked for DOIs and by text, `lookups` (by field: `pmid`) for other numbers. `close` ends it."""

    source: WorkSource
    lookups: Mapping[str, Numbers] = field(default_factory=dict)
    close: Callable[[], None] = lambda: None


def takes(source: Source) -> frozenset[str]:
    """Those of `OPTIONS` that the source asks for: the parameters of its `open`."""
    parameters = inspect.signature(source.open).parameters.values()
    if any(each.kind is each.VAR_KEYWORD for each in parameters):
        return frozenset(OPTIONS)
    return frozenset(each.name for each in parameters) & frozenset(OPTIONS)


def opened(source: Source, plugin: Plugin | None, options: Mapping[str, Any]) -> Opened:
    """The source with those of the options that it takes. `plugin` is what brings it, `None` for ours.

    Raises `CitekitError` where it cannot be opened, `PluginError` where that is the plugin's fault.
    """
    wanted = {name: options[name] for name in takes(source)}
    if plugin is None:
        client = source.open(**wanted)
        lookups = {name: getattr(client, method) for name, method in source.lookups.items()}
        return Opened(client, lookups, getattr(client, "close", lambda: None))
    with blaming(plugin):
        guarded = _Guarded(plugin, _whole(plugin, source.open(**wanted)))
        return Opened(guarded, {name: guarded.of(method) for name, method in source.lookups.items()}, guarded.close)


def _whole(plugin: Plugin, client: Any) -> Any:
    lacks = [name for name in ("name", "at_once", "search", "works") if not hasattr(client, name)]
    if lacks:
        raise PluginError(f"{plugin} opened something that is no source: it has no {', no '.join(lacks)}")
    return client


class _Guarded:
    """A client of another package. What is wrong with its answers is `UnreachableError`."""

    def __init__(self, plugin: Plugin, client: Any) -> None:
        self._plugin = plugin
        self._client = client
        self.name = str(client.name)
        self.at_once = int(client.at_once)

    def search(self, text: str, rows: int = 10) -> tuple[Work, ...]:
        with self._asking():
            return tuple(checked(self._plugin, found, Work) for found in self._client.search(text, rows))

    def works(self, dois: tuple[str, ...]) -> Mapping[str, Work | None]:
        return self._answers(self._client.works, dois)

    def of(self, method: str) -> Numbers:
        """The method that is asked for works by another number."""
        ask: Numbers = getattr(self._client, method)
        return lambda numbers: self._answers(ask, numbers)

    def close(self) -> None:
        if hasattr(self._client, "close"):
            with blaming(self._plugin):
                self._client.close()

    def _answers(self, ask: Numbers, names: tuple[str, ...]) -> Mapping[str, Work | None]:
        with self._asking():
            said = ask(names)
            found = {name: said.get(name) for name in names}
            return {name: work and checked(self._plugin, work, Work) for name, work in found.items()}

    @contextmanager
    def _asking(self) -> Iterator[None]:
        try:
            with blaming(self._plugin):
                yield
        except SourceError:
            raise
        except CitekitError as error:
            raise UnreachableError(str(error)) from error
