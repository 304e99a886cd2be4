"""Several `.bib` files as BibTeX reads them: one after the other, an `@string` known from where it stands to the end of the last."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from citekit.encoding import Form, Verbatim, verbatim
from citekit.errors import InputError
from citekit.model import Block, Kept, Library, Problem, Reference
from citekit.readers.bibtex import looks_like, read_kept

_LINE_END = re.compile(r"\r(?!\n)|\n")
_EMPTY_LINES = re.compile(r"\n(?:[^\S\n]*\n)+\s*")


@dataclass(frozen=True, slots=True)
class Shelf:
    """`library` is all of it, written again byte for byte where it comes from one file; its comments are cut into paragraphs, and a
    comment on the line on which an entry ends is one by itself. Each file begins in a line of the whole."""

    library: Library
    files: tuple[str, ...]
    first_lines: tuple[int, ...]

    def place(self, reference: Reference) -> tuple[str, int]:
        """File and line where an entry stands."""
        return self._place(reference.origin.line if reference.origin else 1)

    def placed(self, problem: Problem) -> Problem:
        """A problem of the whole, told of the file that it lies in."""
        if problem.file != self.library.file:
            return problem
        file, line = self._place(problem.line)
        return replace(problem, file=file, line=line)

    def _place(self, line: int) -> tuple[str, int]:
        number = max(bisect_right(self.first_lines, line) - 1, 0)
        return self.files[number], line - self.first_lines[number] + 1


def shelf(sources: Sequence[tuple[str, bytes]]) -> Shelf:
    """Reads the content of named files. Raises `InputError` for one that is binary or no BibTeX.

    Where their encodings or line ends differ, all together are UTF-8 with `\\n`.
    """
    read = [_read(name, data) for name, data in sources]
    same = len({source.form for source in read}) == 1
    alike = read if same else [Verbatim(each.text, each.text, Form()) for each in read]
    *before, last = [_ended(each.text) for each in alike[:-1]] + [alike[-1].text]
    kept = "".join([_ended(each.kept) for each in alike[:-1]] + [alike[-1].kept])
    lines = accumulate((len(_LINE_END.findall(text)) for text in before), initial=1)
    names = tuple(name for name, _ in sources)
    whole = Verbatim("".join([*before, last]), kept, alike[0].form)
    return Shelf(_cut(read_kept(whole, ", ".join(names))), names, tuple(lines))


def _read(name: str, data: bytes) -> Verbatim:
    source = verbatim(data, name)
    if source.text.strip() and not name.lower().endswith(".bib") and not looks_like(source.text):
        raise InputError(name, f"is no BibTeX; make it so first: citekit convert {name} -o refs.bib")
    return source


def _ended(text: str) -> str:
    """The text with an empty line behind it."""
    return text + "\n" * (not text.endswith("\n\n")) + "\n" * (not text.endswith("\n")) if text else ""


def _cut(library: Library) -> Library:
    kept = library.kept
    assert kept is not None
    items: list[Reference | Block] = []
    spans: list[tuple[int, int]] = []
    end = 0
    for item, (start, stop) in zip(kept.items, kept.spans, strict=True):
        if isinstance(item, Block) and item.kind == "comment" and not item.text.startswith("@"):
            beside = start > 0 and "\n" not in kept.source.text[end:start]
            for begin, behind in _paragraphs(item.text, beside=beside):
                items.append(replace(item, text=item.text[begin:behind]))
                spans.append((start + begin, start + behind))
        else:
            items.append(item)
            spans.append((start, stop))
        end = stop
    whole = tuple(items)
    return replace(library, items=whole, kept=Kept(kept.source, whole, tuple(spans)))


def _paragraphs(text: str, *, beside: bool) -> Iterator[tuple[int, int]]:
    """From where to where they reach; the rest of the line beside an entry is one."""
    start = 0
    if beside and "\n" in text:
        line = text.index("\n")
        yield 0, len(text[:line].rstrip())
        start = line + len(text[line:]) - len(text[line:].lstrip())
    for empty in _EMPTY_LINES.finditer(text, start):
        yield start, start + len(text[start : empty.start()].rstrip())
        start = empty.end()
    yield start, len(text)
