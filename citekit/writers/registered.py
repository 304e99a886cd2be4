"""The writers of BibTeX, biblatex, JSON lines and lists of DOIs, as `Writer` values."""

from __future__ import annotations

from citekit.formats import Writer, Written
from citekit.model import Library, Problem


def _bibtex(library: Library) -> Written:
    from citekit.writers import bibtex

    return Written(bibtex.write_bytes(library))


def _biblatex(library: Library) -> Written:
    from citekit.writers import biblatex

    return Written.of_text(biblatex.write(library))


def _jsonl(library: Library) -> Written:
    from citekit.writers import jsonl

    return Written.of_text(jsonl.write(library.references))


def _identifiers(library: Library) -> Written:
    """One identifier a line: the DOI, else the PMID, PMCID or arXiv number; what has none is a comment and a problem."""
    lines, problems = [], []
    for reference in library:
        found = next((prefix + value for name, prefix in _IDENTIFIERS if (value := reference.get(name))), "")
        if found and not (found.startswith("arXiv:") and reference.get("eprinttype").lower() not in ("", "arxiv")):
            lines.append(found)
        else:
            lines.append(f"# {reference.key or reference.title}".replace("\n", " "))
            problems.append(
                Problem.about("not-held", "left out: it has no DOI, PMID, PMCID or arXiv number", reference)
            )
    return Written.of_text("".join(f"{line}\n" for line in lines), tuple(problems))


_IDENTIFIERS = (("doi", ""), ("pmid", "PMID:"), ("pmcid", ""), ("eprint", "arXiv:"))

BIBTEX = Writer("bibtex", "BibTeX", (".bib", ".bibtex"), _bibtex)
BIBLATEX = Writer("biblatex", "biblatex", (".biblatex",), _biblatex)
JSONL = Writer("jsonl", "records as JSON lines", (".jsonl", ".ndjson"), _jsonl)
IDENTIFIERS = Writer("identifiers", "DOIs and other numbers, one a line", (".dois",), _identifiers)
