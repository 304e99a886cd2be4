"""`citekit dedupe`: which records are one work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import click

from citekit.cli.names import FORMAT_OR_CLUSTERS
from citekit.cli.options import (
    decision_options,
    from_option,
    key_options,
    quiet_option,
    report_option,
    standard_input_once,
    versions_option,
)
from citekit.cli.output import LINES, Output
from citekit.cli.problems import say_problems
from citekit.formats import suffix_of
from citekit.model import unheard
from citekit.writers.files import STDOUT, write_text
from citekit.zotero import is_address

if TYPE_CHECKING:
    from citekit.cli.beside import Beside
    from citekit.clustering import Clustering
    from citekit.decisions import Decisions
    from citekit.merging import Merged
    from citekit.model import Problem, Reference
    from citekit.pipeline import Result


@click.command(
    no_args_is_help=True,
    short_help="Find duplicates among records of databases.",
    help="""Finds the records that describe the same work.

RECORDS is anything that citekit reads, above all exports of databases: JSON lines with id, author, title, container, year, volume,
issue, pages, doi; RIS, PubMed, EndNote, Web of Science, .bib files; zotero: (see citekit merge --help); - is standard input.

\b
  --to clusters  {"id": ID, "cluster": ID of its first member}, a line for each
                 record, in order; nothing is merged
  --to jsonl     the records with duplicates merged; "ids" names all members
  --to bibtex    the merged bibliography, as citekit merge writes it; so with
                 ris, csl-json and all other formats

A record's ID is its id in JSON (where it has none, the number of its line), else its citation key, else FILE:NUMBER. IDs that would be
equal get the file in front, FILE#ID, and within one file the number behind, FILE#ID#NUMBER. The order of the files does not matter.

\b
Examples:
  citekit dedupe pubmed.jsonl scopus.jsonl --to clusters -o clusters.jsonl
  citekit dedupe pubmed.jsonl scopus.jsonl --to jsonl -o works.jsonl --unsure pairs.csv
  citekit dedupe pubmed.jsonl scopus.jsonl --to jsonl -o works.jsonl --decisions pairs.csv
  citekit dedupe scopus.ris pubmed.nbib wos.ciw -o works.ris
  citekit dedupe pubmed.jsonl --explain 17 4711

A pair that nobody could be sure of stays two works, and --unsure writes it for you to decide.

\b
Exit codes: 0 written; 1 an input cannot be read, no input has a record in it,
decisions contradict each other, or the output cannot be written (whatever was
there stays); 2 the command was not understood.
""",
)
@click.argument("inputs", nargs=-1, required=True, metavar="RECORDS...")
@click.option("-o", "--output", default=STDOUT, metavar="OUT", help="Where to write; - or nothing: standard output.")
@click.option(
    "--to",
    type=FORMAT_OR_CLUSTERS,
    metavar="FORMAT",
    help="clusters, jsonl, or any format of citekit plugins writers.  [default: told by the name of OUT, else bibtex]",
)
@from_option
@click.option(
    "--explain",
    nargs=2,
    metavar="ID ID",
    help="Write nothing; show two records side by side, and why they are one work or not.",
)
@decision_options
@versions_option("one for --to clusters, else two")
@report_option
@key_options
@quiet_option
def dedupe(
    inputs: tuple[str, ...],
    output: str,
    to: str | None,
    form: str,
    explain: tuple[str, str] | None,
    decisions: tuple[str, ...],
    merge_versions: bool | None,
    quiet: bool,
    **options: Any,
) -> None:
    from citekit.cli.beside import Beside
    from citekit.cli.pairs import read_decisions, say_unknown

    standard_input_once((*inputs, *decisions))
    beside = Beside(output, **options)
    if not explain:
        _check(to, output, options)
        Output(output, to).check()
        beside.check(inputs, decisions, keep_inputs=to == "clusters")
    decided = read_decisions(decisions)
    if merge_versions is None:
        merge_versions = to == "clusters" or explain is not None
    run = _Run(inputs, to, form, beside, decided, "together" if merge_versions else "apart", quiet)
    if explain:
        references = run.explain(explain)
    elif to == "clusters" and run.write_plain_clusters():
        return
    elif to == "clusters":
        references = run.write_clusters()
    else:
        references = run.write_works(as_records=to == "jsonl")
    if not quiet:
        say_unknown(decided, references)


def _check(to: str | None, output: str, options: Mapping[str, Any]) -> None:
    if to is None and suffix_of(output) in LINES and not is_address(output):
        others = ", --to csl-json" if suffix_of(output) == ".json" else ""
        raise click.UsageError(f"say what to write to {output}: --to clusters{others}, or --to jsonl")
    if to in ("clusters", "jsonl"):
        given = [name for name in ("key_map", "tex", "dry_run") if options[name]]
        if given:
            raise click.UsageError(
                f"--{given[0].replace('_', '-')} is about citation keys; use it with --to bibtex or ris"
            )


@dataclass(frozen=True, slots=True)
class _Run:
    """One call of the command. Each of its ways returns the records that it read."""

    inputs: tuple[str, ...]
    to: str | None
    form: str
    beside: Beside
    decisions: Decisions | None
    versions: Literal["apart", "together"]
    quiet: bool

    def clustering(self) -> Clustering:
        from citekit.cli.progress import on_terminal
        from citekit.clustering import cluster

        return cluster(
            self.inputs,
            form=self.form,
            decisions=self.decisions,
            versions=self.versions,
            progress=on_terminal(self.quiet),
        )

    def explain(self, ids: tuple[str, str]) -> Sequence[Reference]:
        from citekit.cli.explain import explained

        found = self.clustering()
        click.echo(explained(found, ids), nl=False)
        return found.references

    def write_plain_clusters(self) -> bool:
        """The short way, for many records and nothing but their clusters; was it open?"""
        if self.form or self.decisions or self.beside.unsure or self.beside.reports:
            return False
        from citekit import plain_records
        from citekit.acyclic import acyclic
        from citekit.cli.progress import on_terminal
        from citekit.cli.summary import Input, summary
        from citekit.writers import clusters

        tell = on_terminal(self.quiet) or unheard
        with acyclic():
            found = plain_records.read(self.inputs, tell)
            if found is None:
                return False
            grouping = found.group(self.versions, tell)
            write_text(self.beside.output, clusters.write(found.ids, grouping.groups))
        if not self.quiet:
            inputs = [Input(file, "records", count) for file, count in found.counts.items()]
            summary(self.beside, inputs, len(grouping.groups), sum(pair.verdict == "unsure" for pair in grouping.pairs))
        return True

    def write_clusters(self) -> Sequence[Reference]:
        from citekit.cli.beside import write_reports
        from citekit.cli.pairs import write_unsure
        from citekit.cli.summary import inputs_of, summary
        from citekit.clustering import as_result, ids_as_given
        from citekit.readers import nothing_in
        from citekit.writers import clusters

        found = self.clustering()
        if not found.references:
            raise nothing_in(found.inputs)
        groups, unsure = found.grouping.groups, [pair for pair in found.grouping.pairs if pair.verdict == "unsure"]
        write_text(self.beside.output, clusters.write(ids_as_given(found.references, found.ids), groups))
        write_unsure(self.beside.unsure, found.references, unsure, found.grouping.known)
        if self.beside.reports:
            write_reports(self.beside.reports, as_result(found))
        if not self.quiet:
            summary(self.beside, inputs_of(found.inputs), len(groups), len(unsure))
        return found.references

    def write_works(self, *, as_records: bool) -> Sequence[Reference]:
        from citekit import pipeline
        from citekit.cli.progress import on_terminal
        from citekit.cli.summary import inputs_of, summary
        from citekit.readers import nothing_in
        from citekit.report.account import account

        result = pipeline.merge(
            self.inputs,
            form=self.form,
            versions=self.versions,
            decisions=self.decisions,
            progress=on_terminal(self.quiet),
        )
        if not result.library.references:
            raise nothing_in(result.inputs)
        problems: tuple[Problem, ...] = ()
        if as_records:
            write_text(self.beside.output, _as_records(result))
        elif not self.beside.dry_run:
            problems = Output(self.beside.output, self.to).write(result.library, self.quiet, result.made_keys)
        self.beside.write(result, quiet=self.quiet)
        if not self.quiet:
            say_problems(self.beside.output, problems)
            summary(self.beside, inputs_of(result.inputs), len(result.merged), len(account(result).unsure))
        return result.references


def _as_records(result: Result) -> str:
    """The works in the order in which their first members were read, each with the ids of its members."""
    from citekit.clustering import ids_as_given
    from citekit.ids import record_ids
    from citekit.writers import records

    names = ids_as_given(result.references, record_ids(result.references))
    ids = {id(each): name for each, name in zip(result.references, names, strict=True)}
    read = [each.origin for library in result.inputs for each in library]
    order = {(origin.file, origin.number, origin.line): place for place, origin in enumerate(read) if origin}

    def first(work: Merged) -> int:
        return min(
            order.get((origin.file, origin.number, origin.line), 0) for each in work.members if (origin := each.origin)
        )

    return records.write(
        (work.reference, [ids[id(each)] for each in work.members]) for work in sorted(result.merged, key=first)
    )
