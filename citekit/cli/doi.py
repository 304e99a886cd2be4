"""`citekit doi`: the DOIs of one bibliography, found and verified; nothing merged, nothing put in another order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from citekit.cli.lookups import Asked, lookup_options
from citekit.cli.names import FORMAT_WRITTEN
from citekit.cli.options import Taken, from_option, quiet_option
from citekit.cli.output import LINES, Output
from citekit.cli.problems import say_problems
from citekit.formats import suffix_of
from citekit.writers.files import STDOUT, check_writable, write_text

if TYPE_CHECKING:
    from citekit.dois import Filled
    from citekit.model import Library, Problem


@click.command(
    no_args_is_help=True,
    short_help="Find missing DOIs and verify those that are there.",
    help="""Finds the DOIs that are missing in INPUT, and verifies those that are there.

INPUT is anything that citekit reads: a .bib file, RIS and other exports, a page, a list of references, JSON records, a list of DOIs,
PMIDs or arXiv numbers; zotero: (see citekit merge --help); - is standard input. Nothing is merged, the order stays, and of a .bib
file an entry to which nothing is added is written as it was, byte for byte; of its other entries only the fields that are added or
changed are new.

A DOI is written only where its record is surely that of the work: title, author, year, volume, page, journal and kind are compared.
What is not sure is left as it stands and told, with its candidates. Retractions, expressions of concern and corrections are
noted in the entry.

\b
  found         there was no DOI, and this is the right one
  confirmed     the DOI that is there is right
  mended        the DOI was misspelt, and is right now (with --correct also
                where it was another work's, or nobody's)
  wrong         the DOI is another work's; it is left for you
  unregistered  nobody who answered knows the DOI; it is left for you
  unclear       the record of the DOI neither fits nor is clearly another work's
  unsure        something looks like it; left empty, choose from the candidates
  none          no record fits
  unreachable, refused, offline   no answer was had, so nothing is known

\b
With --to jsonl (or -o FILE.jsonl) there is one JSON object for each reference:
  {"id": …, "n": 1, "text": …, "status": "found", "doi": …, "given": null,
   "reason": …, "evidence": […], "candidates": […], "changes": […],
   "notices": […], "relations": […], "fields": {…}}

\b
Examples:
  citekit doi mine.bib -o mine.bib --mailto me@example.org
  citekit doi mine.bib -o mine.bib --complete --correct --report dois.json
  citekit doi list.txt -o dois.jsonl --lines --explain
  citekit doi pmids.txt -o refs.bib
  citekit doi export.ris -o export.ris
  citekit doi mine.bib -o mine.bib --source index

Nothing leaves the machine but the bibliographic text, DOIs and other numbers of what is looked up, citekit's version, and your
address where you give it. Answers are kept for 30 days: a run that was stopped goes on where it was when it is given again.
CITEKIT_CACHE_DIR moves them. DataCite is asked for DOIs that Crossref does not know, PubMed and arXiv for lists of their numbers;
CITEKIT_DATACITE_URL, CITEKIT_PUBMED_URL, CITEKIT_PMC_URL and CITEKIT_ARXIV_URL name other servers for them.

\b
Exit codes: 0 written, also when something is unsure or the network failed;
1 INPUT cannot be read or has no reference in it, or OUT cannot be written
(whatever was there stays); 2 the command was not understood.
""",
)
@click.argument("path", metavar="INPUT")
@click.option("-o", "--output", default=STDOUT, metavar="OUT", help="Where to write; - or nothing: standard output.")
@click.option(
    "--to",
    type=FORMAT_WRITTEN,
    metavar="FORMAT",
    help="jsonl (which a name.json means, too, unless INPUT is CSL-JSON), or any format of citekit plugins writers."
    "  [default: told by the name of OUT, else bibtex]",
)
@from_option
@click.option("--lines", is_flag=True, help="Each line is one reference; gives one result for every line, in order.")
@lookup_options
@click.option("--report", metavar="FILE.json", help="Write all decisions with their evidence and candidates, as JSON.")
@click.option("--explain", is_flag=True, help="Tell each decision with its evidence, field by field.")
@quiet_option
def doi(
    path: str,
    output: str,
    to: str | None,
    form: str,
    lines: bool,
    asked: Asked,
    report: str | None,
    explain: bool,
    quiet: bool,
) -> None:
    from citekit import dois, files
    from citekit.cli.progress import on_terminal
    from citekit.readers import nothing_in

    asked.check()
    wanted = Output(output, to)
    _check(path, wanted, report)
    library = files.read(path, form=form, lines=lines, progress=on_terminal(quiet))
    if not library.references:
        raise nothing_in([library])
    services = asked.open()
    with services.asking(quiet):
        filled = dois.fill(library, **services.arguments(), tell=services.progress(quiet))
    done = _Done(library, filled, output, services.source.name)
    problems = done.write(wanted, report, quiet)
    aside = STDOUT in (output, report)
    if explain:
        click.echo("\n".join(done.explained()), err=aside)
    if not quiet:
        say_problems(library.file, library.problems)
        say_problems(output, problems)
        click.echo("\n".join(done.story()), err=aside)


def _check(path: str, wanted: Output, report: str | None) -> None:
    """Raises `UsageError` or `OutputError` now rather than after the work is done."""
    if report and PurePath(report).suffix.lower() in (".html", ".htm"):
        raise click.UsageError("--report writes JSON here; citekit merge --doi --report writes a page, too")
    taken = Taken()
    taken.claim("-o", wanted.path)
    taken.add([path], "is read")
    taken.claim("--report", report)
    wanted.check()
    if report:
        check_writable(report)


@dataclass(frozen=True, slots=True)
class _Done:
    """One look-up: the input, the library as it was read, and what came of it."""

    read: Library
    filled: Filled
    output: str
    source: str

    def write(self, wanted: Output, report: str | None, quiet: bool) -> tuple[Problem, ...]:
        """Comes back with what the format of the output could not hold."""
        from citekit.report.matches import as_json_lines, as_report, objects

        problems: tuple[Problem, ...] = ()
        found = list(objects(self._ids(), self.read.references, self.filled.library.references, self.filled.matches))
        if self._as_lines(wanted):
            write_text(self.output, as_json_lines(found))
        else:
            pairs = zip(self.read, self.filled.library, strict=True)
            made_keys = {after.key for before, after in pairs if not before.key}
            problems = wanted.write(self.filled.library, quiet, made_keys)
        if report:
            write_text(report, as_report(self.source, self.filled.matches, self.filled.problems, found))
        return problems

    def _as_lines(self, wanted: Output) -> bool:
        """Are the results wanted as JSON lines? A name.json means these, save that CSL-JSON stays CSL-JSON."""
        if wanted.to or wanted.is_zotero:
            return wanted.to == "jsonl"
        suffix = suffix_of(wanted.path)
        return suffix in LINES and not (suffix == ".json" and self.read.format == "csl-json")

    def explained(self) -> Iterator[str]:
        from citekit.report.matches import explained

        for name, match in zip(self._names(), self.filled.matches, strict=True):
            yield from explained(name, match)

    def story(self) -> Iterator[str]:
        """What came of all references in one line, then what a person should look at."""
        from citekit.report.matches import silence, summary, to_look_at
        from citekit.report.words import count

        matches, before = self.filled.matches, {id(problem) for problem in self.read.problems}
        problems = [each for each in self.filled.problems if id(each) not in before and each.kind != "version"]
        where = "standard output" if self.output == STDOUT else self.output
        yield f"{count(len(matches), 'reference')}: {summary(matches)}; written to {where}"
        for group in to_look_at(list(self._names()), matches, problems):
            yield from group.lines()
        yield from silence(matches)

    def _ids(self) -> Sequence[str | int]:
        """A record's id, else the citation key, else the number in the input."""
        from citekit.clustering import ids_as_given

        references = self.read.references
        names = [
            each.origin.name if each.origin and each.origin.format == "records" else each.key for each in references
        ]
        numbers = [each.origin.number if each.origin else 0 for each in references]
        given = ids_as_given(references, names)
        return [name if name != "" else number for name, number in zip(given, numbers, strict=True)]

    def _names(self) -> Iterator[str]:
        """What the references are called on a screen: those that came without a name by their new key and their number."""
        for name, before, after in zip(self._ids(), self.read, self.filled.library, strict=True):
            origin = before.origin
            if before.key or (origin and origin.format == "records"):
                yield str(name)
            else:
                yield f"{after.key} ({f'no. {origin.number}' if origin and origin.number else 'its own record'})"
