"""Libraries in files and in Zotero: read and written."""

from __future__ import annotations

from typing import Any

from citekit import readers
from citekit.formats import Input
from citekit.model import Library, Origin, Problem, Progress, unheard
from citekit.readers import csl_json
from citekit.zotero.address import is_address


def read(path: str, *, form: str = "", lines: bool = False, progress: Progress | None = None) -> Library:
    """Reads one input (`-` is standard input) as `citekit.readers.read` does, or from Zotero where it begins with `zotero:`.

    `form` names the format where content is not to decide (`ris`, `csl-json`, …). Raises `InputError`; from Zotero
    `RefusedError` and `UnreachableError`, too.
    """
    if is_address(path):
        from citekit.zotero import pull

        return pull(path, progress or unheard)
    return readers.read(path, form=form, lines=lines, tell=progress or unheard)


def read_items(
    path: str, *, form: str = "", progress: Progress | None = None
) -> tuple[list[tuple[dict[str, Any], Origin | None]], tuple[Problem, ...]]:
    """The works of one input as items of CSL, each with its place. What stands in CSL-JSON is taken as it stands; all else is read as
    `read` does, with what entries have from the entries they refer to. Raises the same."""
    if not is_address(path) and form in ("", csl_json.FORMAT):
        given = Input(readers.bytes_of(path), path, progress or unheard)
        if form or csl_json.recognise(given):
            items, problems = csl_json.items(given)
            return [*items], problems
        library = readers.from_bytes(given.data, path, tell=progress or unheard)
    else:
        library = read(path, form=form, progress=progress)
    from citekit.exchange.csl import to_print
    from citekit.inheritance import resolved

    return [(to_print(reference), reference.origin) for reference in resolved(library)], library.problems


def write(library: Library, path: str, *, form: str = "") -> tuple[Problem, ...]:
    """Writes a library (`-` is standard output) in the format `form`, else in that of the file's name (`refs.ris`), else as BibTeX.

    What was read from BibTeX and not changed is written as BibTeX byte for byte, blanks, comments and encoding too. Into Zotero it goes
    where `path` begins with `zotero:`; `citekit.zotero.push` does the same and tells more. Comes back with what the format could not
    hold or Zotero did not take. Raises `OutputError`; then whatever stood at `path` still stands there.
    """
    if is_address(path):
        return _pushed(library, path)
    from citekit import writers
    from citekit.converting import convert, in_format
    from citekit.writers.files import write_bytes

    written = convert(library, form) if form else in_format(library, writers.for_file(path))
    write_bytes(path, written.data)
    return written.problems


def _pushed(library: Library, address: str) -> tuple[Problem, ...]:
    from citekit.zotero import push

    done = push(library, address)
    refused = (Problem.about("refused", f"not taken by Zotero: {each.reason}", each.reference) for each in done.refused)
    return (*done.problems, *refused)
