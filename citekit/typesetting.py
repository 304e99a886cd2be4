"""A paper and its `.bib` files → its `.bbl`: BibTeX's work, in any style."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from citekit import readers
from citekit.converting import together
from citekit.errors import InputError
from citekit.inheritance import resolved
from citekit.model import Library, Problem, Reference
from citekit.readers.paper import Paper
from citekit.render.bbl.styled import typeset
from citekit.values.cited_keys import CitedKeys
from citekit.values.key_lists import keys_in

_NO_WORKS = ("xdata", "set")  # fields for other entries, and biblatex's groups of entries
_MISSING = "missing-bibliography"


@dataclass(frozen=True, slots=True)
class Bibliography:
    """`text` is the `.bbl`, with `entries` entries from `files`. `undefined` are cited keys that no file has, each with what an error says
    behind it (`; did you mean doe2009?`, or `""`). `problems` are the other things to know."""

    text: str
    entries: int
    files: tuple[str, ...]
    undefined: Mapping[str, str]
    problems: tuple[Problem, ...]


def bibliography(paper: Paper, style: str, files: Sequence[str] = (), language: str = "") -> Bibliography:
    """The bibliography of all that a paper cites, in a style of `citekit.render.render`.

    `files` take the place of those that the paper names. They are read one after the other, as BibTeX does: `@string`s and parents
    (`crossref`) may stand in another file. Entries are found by their key, else by their key in other case, else by another name of
    theirs (`ids`). Where the style does not sort, they come as cited, and behind them, with `\\nocite{*}`, the others as they stand.

    Raises `InputError` where no file is named or one cannot be read, and `CitekitError` for a style that we do not have. A file that the
    paper names and that is not there is a problem, as long as there is another.
    """
    paths = tuple(files) or _named_by(paper)
    library = resolved(_read(paths))
    cited, undefined = _cited(paper, library.references)
    references = [replace(reference, key=keys[0]) for reference, keys in cited]
    made = typeset(references, style, language, {keys[0]: keys[1:] for _, keys in cited})
    problems = [problem for problem in paper.problems if not files or problem.kind != _MISSING]
    problems += _of_those_cited(library.problems, cited)
    return Bibliography(made.text, len(references), paths, undefined, (*problems, *made.problems))


def _named_by(paper: Paper) -> tuple[str, ...]:
    """The `.bib` files of the paper that are there."""
    found = tuple(path for path in paper.bibliographies if os.path.isfile(path))
    if not paper.bibliographies:
        said = r"names no .bib file: write \bibliography{refs} in the paper and run LaTeX, or name the files behind it"
        raise InputError(paper.file, said)
    if not found:
        reason = next(problem.message for problem in paper.problems if problem.kind == _MISSING)
        raise InputError(paper.file, f"{reason}; name the file behind it")
    return found


def _read(paths: Iterable[str]) -> Library:
    """The files as one library. Each sees the `@string`s of those before it."""
    strings, libraries = "", []
    for path in paths:
        if path.lower().endswith(".bib"):
            data = strings.encode() + readers.bytes_of(path).removeprefix(b"\xef\xbb\xbf")
            library = readers.from_bytes(data, path, form="bibtex")
            strings = "".join(f"{' '.join(b.text.split())} " for b in library.blocks if b.kind == "string")
        else:
            library = readers.read(path)
        libraries.append(library)
    return together(libraries)


def _cited(
    paper: Paper, references: Sequence[Reference]
) -> tuple[list[tuple[Reference, tuple[str, ...]]], dict[str, str]]:
    """The references in the order of the paper, each with the keys it is cited by, and the keys that lead to none."""
    works = [reference for reference in references if reference.key and reference.type not in _NO_WORKS]
    known = CitedKeys((each, each.key, keys_in(each.get("ids"))) for each in works)
    keys: dict[int, list[str]] = {}
    found: dict[int, Reference] = {}
    undefined: dict[str, str] = {}
    for key in paper.keys:
        reference = known.get(key)
        if reference is None:
            undefined[key] = known.hint(key)
        else:
            found[id(reference)] = reference
            keys.setdefault(id(reference), []).append(key)
    if paper.everything:
        for reference in filter(None, (known.get(each.key) for each in works)):  # of a repeated key the first
            found[id(reference)] = reference
            keys.setdefault(id(reference), [reference.key])
    return [(found[each], tuple(cited)) for each, cited in keys.items()], undefined


def _of_those_cited(
    problems: Iterable[Problem], cited: Sequence[tuple[Reference, tuple[str, ...]]]
) -> Iterator[Problem]:
    """Problems of a whole file, and of the entries that count here."""
    keys = {reference.key for reference, _ in cited}
    return (problem for problem in problems if not problem.key or problem.key in keys)
