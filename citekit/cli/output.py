"""Where the references go that a command makes, as -o and --to name it: a file, standard output, or Zotero."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from citekit.formats import suffix_of
from citekit.writers.files import check_writable, write_bytes
from citekit.zotero import is_address

if TYPE_CHECKING:
    from citekit.formats import Writer
    from citekit.model import Library, Problem

LINES = (".jsonl", ".ndjson", ".json")
"""How files of JSON are called, for commands whose own result is JSON lines."""


@dataclass(frozen=True, slots=True)
class Output:
    """`path` is what -o says, `to` what --to says, `None` where the name of the file is to tell the format."""

    path: str
    to: str | None = None

    @property
    def is_zotero(self) -> bool:
        return is_address(self.path)

    @property
    def writer(self) -> Writer:
        from citekit.writers import for_file, named

        return named(self.to) if self.to else for_file(self.path)

    @property
    def tells(self) -> bool:
        """Does --to, or the name of the file, say which format is wanted?"""
        return bool(self.to) or any(suffix_of(self.path) in writer.suffixes for writer in _all_writers())

    def check(self) -> None:
        """Raises `OutputError` or `UsageError` now rather than after the work is done."""
        if not self.is_zotero:
            check_writable(self.path)
        elif self.to:
            raise click.UsageError(f"--to names the format of a file, and {self.path} is none; leave it out")

    def write(self, library: Library, quiet: bool, made_keys: Collection[str] = ()) -> tuple[Problem, ...]:
        """Writes the references and comes back with what the format could not hold; what Zotero says is told right away.

        `made_keys` are citation keys that nobody has but citekit: a file needs them, Zotero does not.
        """
        from citekit.converting import in_format

        if self.is_zotero:
            from citekit.cli.zotero import push

            push(_without(library, made_keys), self.path, quiet)
            return ()
        written = in_format(library, self.writer)
        write_bytes(self.path, written.data)
        return written.problems


def _without(library: Library, made_keys: Collection[str]) -> Library:
    """Without these keys, save where another reference names one in `related`."""
    from citekit.values.key_lists import keys_in

    needless = set(made_keys) - {key for reference in library for key in keys_in(reference.get("related"))}
    return library.with_references(
        replace(reference, key="") if reference.key in needless else reference for reference in library
    )


def _all_writers() -> tuple[Writer, ...]:
    from citekit.writers import all_writers

    return all_writers()
