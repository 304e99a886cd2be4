"""The bytes of a `.bib` file laid out anew, in the encoding and with the line ends it has."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from citekit.encoding import Form, Verbatim, verbatim
from citekit.formatting.changes import Change
from citekit.formatting.formatter import formatted
from citekit.formatting.layout import Layout
from citekit.model import Problem

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class FormattedFile:
    """A file's bytes before and after. `text` is what was read, and `changes` what changed in it besides line ends; `problems` are
    those of `formatted`, with the file's name."""

    given: bytes
    data: bytes
    text: str
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_changed(self) -> bool:
        return self.data != self.given

    @property
    def is_left(self) -> bool:
        """Could nothing be done with it?"""
        return any(problem.kind == "left" for problem in self.problems)


def formatted_file(data: bytes, file: str, wish: Layout = Layout()) -> FormattedFile:  # noqa: B008  # frozen
    """As `formatted`. Of several kinds of line ends the commonest becomes that of all lines. Raises `InputError` for a binary file."""
    text, form = _with_one_line_end(verbatim(data, file))
    result = formatted(text, wish)
    problems = tuple(replace(problem, file=file) for problem in result.problems)
    if any(problem.kind == "left" for problem in problems):
        return FormattedFile(data, data, text, problems=problems)
    return FormattedFile(data, form.data(result.text), text, result.changes, problems)


def _with_one_line_end(source: Verbatim) -> tuple[str, Form]:
    if source.form.line_end is not None:
        return source.kept, source.form
    ends = Counter(_LINE_END.findall(source.kept))
    return _LINE_END.sub("\n", source.kept), replace(source.form, line_end=ends.most_common(1)[0][0])
