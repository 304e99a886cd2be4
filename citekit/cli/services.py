"""Those who are asked for DOIs and records, and what a person is told meanwhile."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from citekit.cli.progress import on_terminal
from citekit.cli.waiting import in_words, with_time_left
from citekit.formats import Source
from citekit.index.registered import INDEX
from citekit.model import Progress, unheard
from citekit.plugins import Plugin, usable
from citekit.sources.registered import ARXIV, CROSSREF, DATACITE, PUBMED

if TYPE_CHECKING:
    from citekit.enrich import Lookup
    from citekit.sources.cache import Cache
    from citekit.sources.work import WorkSource


@dataclass(frozen=True, slots=True)
class Services:
    """Whom to ask: the arguments of `citekit.dois.fill` and `citekit.pipeline.merge`.

    `pause` is how many seconds one search takes at least, 0 where none leaves the machine; with `could_be_faster` an address
    would make it less.
    """

    source: WorkSource
    others: tuple[WorkSource, ...] = ()
    lookups: Mapping[str, Lookup] = field(default_factory=dict)
    whole: bool = False
    correct: bool = False
    cache: Cache | None = None
    refresh: bool = False
    pause: float = 0.0
    could_be_faster: bool = False
    close: Callable[[], None] = lambda: None

    def arguments(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("source", "others", "lookups", "whole", "correct")}

    def progress(self, quiet: bool) -> Progress:
        """Progress on the terminal with the time left; how long it takes is said beforehand, also where there is no terminal."""
        from citekit.enrich.run import STAGE

        show = on_terminal(quiet) or unheard
        return show if quiet or not self.pause else with_time_left(show, STAGE, self.pause, self._announce)

    def _announce(self, searches: int, seconds: float) -> None:
        faster = "; with --mailto YOUR-ADDRESS it is three times as fast" if self.could_be_faster else ""
        said = f"looking up {searches:,} references takes up to {in_words(seconds)}{faster}"
        click.echo(f"citekit: {said}. What is answered is kept: you may stop, and go on later.", err=True)

    @contextmanager
    def asking(self, quiet: bool) -> Iterator[None]:
        """Around the asking: says, when it is stopped, that nothing is lost, and in the end whether answers could not be kept."""
        try:
            yield
        except KeyboardInterrupt:
            if self.cache and not self.cache.problem:
                again = "the same command without --refresh" if self.refresh else "the same command again"
                click.echo(f"\ncitekit: what was answered is kept; run {again} to go on", err=True)
            raise
        finally:
            self.close()
        if self.cache and self.cache.problem and not quiet:
            click.echo(f"citekit: {self.cache.problem}", err=True)


OURS = {source.name: source for source in (CROSSREF, INDEX, DATACITE)}
"""Our sources that can be searched; PubMed and arXiv are asked for their numbers only."""


def sources() -> dict[str, str]:
    """The words for `--source`, and whom each means; ours first."""
    ours = {name: source.title for name, source in OURS.items()}
    return ours | {name: source.title for name, (_, source) in _others().items() if name not in ours}


def source_named(name: str) -> tuple[Plugin | None, Source]:
    """One of `sources` and, where it is not ours, the plugin that brings it."""
    return (None, OURS[name]) if name in OURS else _others()[name]


def _others() -> dict[str, tuple[Plugin, Source]]:
    """The sources of other packages."""
    found = usable("sources")
    return {plugin.name: (plugin, source) for plugin, source in found if not plugin.own and source.searched}


def asked_only(
    name: str, mailto: str, folder: str | None, *, offline: bool, refresh: bool, whole: bool, correct: bool
) -> Services:
    """One source, and nobody else. Raises `CitekitError` where it cannot be opened."""
    from citekit.sources.cache import Cache
    from citekit.sources.opening import opened, takes

    plugin, source = source_named(name)
    cache = Cache.open() if "cache" in takes(source) else None
    url = _elsewhere(name.upper().replace("-", "_"))
    found = opened(
        source,
        plugin,
        {"url": url, "mailto": mailto, "cache": cache, "offline": offline, "refresh": refresh, "folder": folder},
    )

    def close() -> None:
        found.close()
        if cache:
            cache.close()

    return Services(
        found.source,
        lookups=found.lookups,
        whole=whole,
        correct=correct,
        cache=cache,
        refresh=refresh,
        close=close,
    )


def online(mailto: str, crossref_url: str, *, offline: bool, refresh: bool, whole: bool, correct: bool) -> Services:
    """Crossref, DataCite for DOIs that Crossref does not know, PubMed and arXiv for what has nothing but their numbers."""
    from citekit.sources.cache import Cache
    from citekit.sources.crossref import POLITE, PUBLIC

    cache = Cache.open()
    how: dict[str, Any] = {"cache": cache, "offline": offline, "refresh": refresh}
    numbered = (
        (PUBMED, PUBMED.open(url=_elsewhere("PUBMED"), converter_url=_elsewhere("PMC"), mailto=mailto, **how)),
        (ARXIV, ARXIV.open(url=_elsewhere("ARXIV"), **how)),
    )
    return Services(
        CROSSREF.open(url=crossref_url, mailto=mailto, **how),
        (DATACITE.open(url=_elsewhere("DATACITE"), mailto=mailto, **how),),
        {field: getattr(client, ask) for source, client in numbered for field, ask in source.lookups.items()},
        whole,
        correct,
        cache,
        refresh,
        0.0 if offline else (POLITE if mailto else PUBLIC)["list"].gap,
        not mailto,
        cache.close,
    )


def _elsewhere(service: str) -> str:
    """Where a mirror of a service stands, `""` where there is none."""
    return os.environ.get(f"CITEKIT_{service}_URL", "")
