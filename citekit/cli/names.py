"""Options whose values are names of plugins: `--from`, `--to`, `--style`, `--source`. Nobody is asked for them before they are needed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Named(click.ParamType):  # type: ignore[type-arg]  # generic only in newer releases of click
    """One of the names that `known` gives, with what each stands for. `ours` are those for which nobody has to be asked, `names` gives
    all without loading what they stand for."""

    name = "name"

    def __init__(
        self,
        known: Callable[[], Mapping[str, str]],
        ours: frozenset[str] = frozenset(),
        names: Callable[[], Collection[str]] = tuple,
    ) -> None:
        self._known = known
        self._ours = ours
        self._names = names

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self._ours or value in self._names():
            return str(value)
        known = self._known()
        if value not in known:
            self.fail(_no_choice(str(value), known), param, ctx)
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [
            CompletionItem(name, help=title) for name, title in self._known().items() if name.startswith(incomplete)
        ]


def _no_choice(value: str, known: Mapping[str, str]) -> str:
    """As `click.Choice` says it, and what may have been meant."""
    from citekit.values.suggestions import did_you_mean

    return f"{value!r} is not one of {', '.join(map(repr, known))}{did_you_mean(value, known)}."


def _formats_read() -> Mapping[str, str]:
    from citekit.readers import in_order

    return {reader.name: reader.title for reader in in_order()}


def _formats_written() -> Mapping[str, str]:
    from citekit.writers import all_writers

    return {writer.name: writer.title for writer in all_writers()}


def _names_read() -> Collection[str]:
    from citekit.readers import names

    return names()


def _names_written() -> Collection[str]:
    from citekit.writers import names

    return names()


class StyleName(click.ParamType):  # type: ignore[type-arg]
    """A style: there are too many to check one before it is opened, which says what may have been meant."""

    name = "style"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        from citekit.csl.catalogue import stems
        from citekit.csl.short_names import SHORT_NAMES
        from citekit.render import all_styles

        if incomplete.endswith(".csl") or "/" in incomplete:
            return [CompletionItem(incomplete, type="file")]
        ours = {**all_styles(), **dict.fromkeys(SHORT_NAMES, "")}
        others = stems() if len(incomplete) > 1 else ()
        return [
            CompletionItem(name, help=ours.get(name))
            for name in dict.fromkeys((*ours, *others))
            if name.startswith(incomplete)
        ]


def _sources() -> Mapping[str, str]:
    from citekit.cli.services import sources

    return sources()


FORMAT_READ = Named(_formats_read, frozenset({""}), _names_read)  # "": as the content tells
FORMAT_WRITTEN = Named(_formats_written, names=_names_written)
FORMAT_OR_CLUSTERS = Named(
    lambda: {"clusters": "which records are one work", **_formats_written()}, frozenset({"clusters"}), _names_written
)
STYLE = StyleName()
SOURCE = Named(_sources, frozenset({"crossref", "index"}))
