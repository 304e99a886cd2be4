"""`citekit plugins`: the formats, sources, styles and steps there are, and who brings them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from citekit.plugins import Plugin

# Group → what it is for. `citekit.plugins.GROUPS` has the same, which a test sees to.
_WORDS = {
    "readers": "formats that can be read (--from)",
    "writers": "formats that can be written (--to)",
    "sources": "who can be asked for DOIs and records (--source)",
    "styles": "citation styles (render --style)",
    "steps": "steps that bring what was read from text into one form",
}


@click.command(
    short_help="List formats, sources, styles and steps, and who brings them.",
    help="""Lists what citekit reads, writes, asks and prints, with what other installed packages add to it.

\b
GROUP is one of
"""
    + "\n".join(f"  {name:<9}{what}" for name, what in _WORDS.items())
    + """

A plugin that cannot be used is named with the reason; all else works without it. How to write one is in the help of the Python
package: python -m pydoc citekit.formats

\b
With --to json there is one list of objects:
  {"group": "readers", "name": "ris", "title": "RIS", "suffixes": [".ris"],
   "package": "citekit", "version": "0.4.0", "trouble": null}

\b
Examples:
  citekit plugins
  citekit plugins readers
  citekit plugins --to json

Exit codes: 0 listed, also when a plugin cannot be used; 2 the command was not understood.
""",
)
@click.argument("group", required=False, type=click.Choice(list(_WORDS)))
@click.option("--to", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output format.")
def plugins(group: str | None, to: str) -> None:
    from citekit.plugins import plugins as all_plugins

    found = {name: [_listed(plugin) for plugin in all_plugins(name)] for name in ([group] if group else _WORDS)}
    if to == "json":
        objects = [asdict(each) for listed in found.values() for each in listed]
        click.echo(json.dumps(objects, ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join("\n".join(_lines(name, listed)) for name, listed in found.items()))


@dataclass(frozen=True, slots=True)
class _Listed:
    """A plugin as it is shown. `trouble` is why it cannot be used, `None` where it can."""

    group: str
    name: str
    title: str
    suffixes: tuple[str, ...]
    package: str
    version: str
    trouble: str | None

    @property
    def line(self) -> str:
        if self.trouble:
            return click.style(self.trouble, fg="red")
        suffixes = f" ({' '.join(self.suffixes)})" if self.suffixes else ""
        return f"{self.title}{suffixes}  [{self.package} {self.version}]"


def _listed(plugin: Plugin) -> _Listed:
    from citekit.plugins import trouble

    wrong = trouble(plugin)
    found = None if wrong else plugin.load()
    title = getattr(found, "title", "") or (found.__doc__ or "" if found else "").strip().partition("\n")[0]
    suffixes = tuple(getattr(found, "suffixes", ()))
    reason = str(wrong) if wrong else None
    return _Listed(plugin.group, plugin.name, title, suffixes, plugin.package, plugin.version, reason)


def _lines(group: str, listed: Sequence[_Listed]) -> Iterator[str]:
    yield click.style(f"{group}: {_WORDS[group]}", bold=True)
    if not listed:
        yield "  none, not even citekit's own: install it as a package (pip install citekit)"
    width = max((len(each.name) for each in listed), default=0)
    yield from (f"  {each.name:<{width}}  {each.line}" for each in listed)
