"""Files → a bibliography in a style: what `citekit render` does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.files import read, read_items
from citekit.model import Progress
from citekit.readers import nothing_in, nothing_read
from citekit.render import Rendered, of_pybtex, render, render_items


def printed(
    files: Sequence[str],
    style: str = "plain",
    to: str = "text",
    language: str = "",
    *,
    form: str = "",
    progress: Progress | None = None,
) -> Rendered:
    """The references of all files (`-` is standard input) as one bibliography; see `citekit.render.render`.

    For CSL's styles what stands in CSL-JSON is printed as it stands. The problems are those of reading, then those of printing. Raises
    `InputError` for a file that cannot be read and where none has a reference, `CitekitError` for a style that we do not have.
    """
    work = _through_references if of_pybtex(style) else _through_items
    return work(files, style, to, language, form, progress)


def _through_items(
    files: Sequence[str], style: str, to: str, language: str, form: str, progress: Progress | None
) -> Rendered:
    read_files = [read_items(path, form=form, progress=progress) for path in files]
    works = [work for items, _ in read_files for work in items]
    said = [problem for _, problems in read_files for problem in problems]
    if not works:
        raise nothing_read(files, said)
    made = render_items(works, style, to, language, progress)
    return replace(made, problems=(*said, *made.problems))


def _through_references(
    files: Sequence[str], style: str, to: str, language: str, form: str, progress: Progress | None
) -> Rendered:
    from citekit.inheritance import resolved

    libraries = [resolved(read(path, form=form, progress=progress)) for path in files]
    references = [reference for library in libraries for reference in library]
    if not references:
        raise nothing_in(libraries)
    made = render(references, style, to, language)
    return replace(made, problems=(*(p for library in libraries for p in library.problems), *made.problems))
