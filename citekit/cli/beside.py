"""What `merge` and `dedupe` write beside the bibliography: reports, key map, unsure pairs, LaTeX sources with the new keys."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from citekit.cli.options import Taken
from citekit.cli.pairs import check_unsure, write_unsure
from citekit.cli.tex import check_tex, rewrite_tex
from citekit.writers.files import STDOUT, check_writable, write_text

if TYPE_CHECKING:
    from citekit.pipeline import Result


@dataclass(frozen=True, slots=True)
class Beside:
    """The files wanted beside `output`, as their options name them."""

    output: str
    reports: tuple[str, ...] = ()
    unsure: str | None = None
    key_map: str | None = None
    tex: tuple[str, ...] = ()
    dry_run: bool = False

    def check(self, inputs: Sequence[str], decisions: Sequence[str], *, keep_inputs: bool = False) -> None:
        """Raises `OutputError` or `InputError` now rather than after the work is done; the output itself is not looked at.

        Raises `UsageError` where something would be written over what is read or written, too. Only the output may take the place
        of an input, unless `keep_inputs`.
        """
        self._check_distinct(inputs, decisions, keep_inputs=keep_inputs)
        for path in filter(None, (*self.reports, self.key_map)):
            check_writable(path)
        check_unsure(self.unsure)
        check_tex(self.tex)

    def _check_distinct(self, inputs: Sequence[str], decisions: Sequence[str], *, keep_inputs: bool) -> None:
        taken = Taken()
        taken.add((*decisions, *inputs) if keep_inputs else decisions, "is read")
        taken.add(self.tex, "is rewritten")
        taken.claim("-o", self.output)
        taken.add(inputs, "is read")
        if self.unsure not in decisions:  # of which `check_unsure` knows more
            taken.claim("--unsure", self.unsure)
        taken.claim("--key-map", self.key_map)
        for path in self.reports:
            taken.claim("--report", path)

    def write(self, result: Result, *, quiet: bool) -> None:
        """Writes all the files beside the output; with `dry_run` only tells what would change in the LaTeX sources."""
        if not self.dry_run:
            write_reports(self.reports, result)
            if self.key_map:
                write_text(self.key_map, json.dumps(result.key_map, ensure_ascii=False, indent=1) + "\n")
            if self.unsure:
                from citekit.report.account import account

                write_unsure(self.unsure, result.references, account(result).unsure, result.grouping.known)

        def tell(line: str) -> None:
            if self.dry_run or not quiet:
                click.echo(line, err=self.output == STDOUT and not self.dry_run)

        if self.tex:
            rewrite_tex(self.tex, result.key_map, result.ambiguous_keys, dry_run=self.dry_run, tell=tell)


def write_reports(paths: tuple[str, ...], result: Result) -> None:
    """Each as a page where the file's name ends in .html, else as JSON."""
    from citekit.report import as_html, as_json_text

    for path in paths:
        page = PurePath(path).suffix.lower() in (".html", ".htm")
        write_text(path, as_html(result) if page else as_json_text(result))
