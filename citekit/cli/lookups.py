"""Options that say where DOIs and records are looked up, for `doi` and `merge --doi`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from citekit.cli.names import SOURCE
from citekit.cli.options import stacked

if TYPE_CHECKING:
    from citekit.cli.services import Services

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = stacked(
    click.option(
        "--complete",
        is_flag=True,
        help="Fill in from the records what else is missing: authors, given names, the whole name of the journal, ISSN, …"
        " What the entry says otherwise stays, and you are told.",
    ),
    click.option(
        "--correct",
        is_flag=True,
        help="Put the right DOI, where it is certain, in the place of one that is another work's or that nobody knows.",
    ),
    click.option(
        "--mailto",
        envvar="CITEKIT_MAILTO",
        metavar="ADDRESS",
        default="",
        help="Your address for those who are asked; Crossref then answers three times as fast.  [env: CITEKIT_MAILTO]",
    ),
    click.option(
        "--crossref-url",
        envvar="CITEKIT_CROSSREF_URL",
        metavar="URL",
        default="",
        help="Another server that speaks Crossref's REST API.  [env: CITEKIT_CROSSREF_URL]",
    ),
    click.option("--offline", is_flag=True, help="Ask nobody; use what was answered before."),
    click.option("--refresh", is_flag=True, help="Ask again what was answered before."),
    click.option(
        "--source",
        type=SOURCE,
        metavar="NAME",
        default="crossref",
        show_default=True,
        help="Whom to ask: crossref, datacite, one of another package (citekit plugins sources), or index, the one on this"
        " machine that citekit index build made; then nothing goes over the network.",
    ),
    click.option(
        "--index",
        metavar="FOLDER",
        help="Where the index of --source index is, if not in its usual place or in CITEKIT_INDEX_DIR.",
    ),
)


def lookup_options(command: Command) -> Command:
    """Gives a command the options on look-ups, all in one argument `asked`."""
    names = [each.name for each in fields(Asked)]

    @wraps(command)
    def gathered(*args: Any, **options: Any) -> Any:
        return command(*args, asked=Asked(**{name: options.pop(name) for name in names}), **options)

    return _OPTIONS(gathered)  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Asked:
    """The options as they were given."""

    complete: bool = False
    correct: bool = False
    mailto: str = ""
    crossref_url: str = ""
    offline: bool = False
    refresh: bool = False
    source: str = "crossref"
    index: str | None = None

    def check(self) -> None:
        """Raises `UsageError` where options contradict each other, or an address is none."""
        if self.offline and self.refresh:
            raise click.UsageError("--offline asks nobody, --refresh asks again; leave one of them out")
        if self.source == "index" and (idle := _given("mailto", "crossref_url", "refresh")):
            raise click.UsageError(f"{idle} is about asking Crossref, and --source index asks nobody")
        if self.source not in ("crossref", "index") and (idle := _given(*self._not_taken())):
            raise click.UsageError(f"{idle} is nothing that --source {self.source} takes")
        if self.source == "crossref" and _given("index"):
            raise click.UsageError("--index says where the index is; use it with --source index")
        if self.mailto and not _MAIL.fullmatch(self.mailto):
            raise click.UsageError(f"--mailto: {self.mailto} is no e-mail address")
        if self.crossref_url and not _URL.match(self.crossref_url):
            raise click.UsageError(f"--crossref-url: {self.crossref_url} does not begin with http:// or https://")

    def check_unused(self) -> None:
        """Raises `UsageError` where one of the options stands on the command line though nothing is looked up."""
        if idle := _given(*(each.name for each in fields(self) if each.name not in _KNOWN_TO_ALL)):
            raise click.UsageError(f"{idle} is about looking up DOIs; use it with --doi")

    def open(self) -> Services:
        """Those to ask. Raises `CitekitError` where the source cannot be opened (there is no index)."""
        from citekit.cli.services import asked_only, online

        wishes = {"whole": self.complete, "correct": self.correct}
        how = {"offline": self.offline, "refresh": self.refresh}
        if self.source == "crossref":
            return online(self.mailto, self.crossref_url, **how, **wishes)
        return asked_only(self.source, self.mailto, self.index, **how, **wishes)

    def _not_taken(self) -> set[str]:
        """Options about asking for which this source has no use."""
        from citekit.cli.services import source_named
        from citekit.sources.opening import takes

        taken = takes(source_named(self.source)[1])
        return {"mailto", "offline", "refresh", "crossref_url", *(() if "folder" in taken else ("index",))} - taken


_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+")
_URL = re.compile(r"https?://[^\s/]")
_KNOWN_TO_ALL = ("mailto", "crossref_url")  # scripts give them always


def _given(*names: str) -> str:
    """The first of these options that stands on the command line, `""` where none does. The environment does not count."""
    context = click.get_current_context()
    found = (name for name in names if context.get_parameter_source(name) is ParameterSource.COMMANDLINE)
    return next((f"--{name.replace('_', '-')}" for name in found), "")
