"""What a format is to citekit: how its files are recognised, read and written. And the shapes of all else that plugins may bring.

# in a package of yours; pyproject.toml: [project.entry-points."citekit.readers"] lines = "mine:READER"
from citekit.formats import Input, Library, Reader, Reference

def read(given: Input) -> Library:
    references = (Reference("misc").with_field("title", line) for line in given.text.splitlines()[1:])
    return Library(tuple(references), file=given.file, format="lines")

READER = Reader("lines", "one title a line", (".lines",), lambda given: given.text.startswith("#lines"), read)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from citekit.encoding import Verbatim, declared_encoding, decode, verbatim
from citekit.model import Library, Problem, Progress, Reference, unheard

__all__ = ["Input", "Library", "Problem", "Reader", "Reference", "Source", "Step", "Style", "Writer", "Written"]


class Input:
    """What there is to read: the bytes of one file, its name (`-` is standard input), and whom to tell how far reading is."""

    def __init__(self, data: bytes, file: str, tell: Progress = unheard) -> None:
        self.data = data
        self.file = file
        self.tell = tell

    @classmethod
    def of_text(cls, text: str, file: str, tell: Progress = unheard) -> Input:
        """A text that is at hand, as if it had been read from a file."""
        given = cls(b"", file, tell)
        given.__dict__["text"] = text
        given.__dict__["data"] = text.encode("utf-8", "surrogatepass")
        return given

    @cached_property
    def text(self) -> str:
        """The text, whatever its encoding, with `\\n` for line ends and without a byte order mark. Raises `InputError` for a binary
        file."""
        if declared_encoding(self.data):
            return decode(self.data, self.file)
        text = self.verbatim.text
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text

    @cached_property
    def verbatim(self) -> Verbatim:
        """The text with all it takes to write the same bytes again. Raises `InputError` for a binary file."""
        return verbatim(self.data, self.file)

    @cached_property
    def head(self) -> str:
        """The first characters of the text, white space before them left out: enough to tell most formats by."""
        return self.text[:_HEAD].lstrip("\ufeff \t\n")

    @property
    def suffix(self) -> str:
        """The end of the file's name, lower case and with its dot; `""` for standard input."""
        return suffix_of(self.file)


_HEAD = 20_000


def suffix_of(file: str) -> str:
    """`refs.BIB` → `.bib`"""
    name = file.replace("\\", "/").rpartition("/")[2]
    return f".{name.rpartition('.')[2].lower()}" if "." in name[1:] else ""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that can be read.

    `name` is the word for `--from` and for `Origin.format`, `title` what people call it, `suffixes` how its files usually end.
    `recognise` says by content whether an input is in this format; it may look at `Input.suffix` where content does not tell,
    and must be quick. `read` makes a library of it. It does not raise for a bad record, which becomes a problem with its line and a
    `failed` block; `InputError` says that nothing at all can be read.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    recognise: Callable[[Input], bool]
    read: Callable[[Input], Library]


@dataclass(frozen=True, slots=True)
class Written:
    """A library in a format: its bytes, and what the format could not hold: one problem (kind `not-held`) for each field, and one
    for all that another format alone knows."""

    data: bytes
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of_text(cls, text: str, problems: tuple[Problem, ...] = ()) -> Written:
        return cls(text.encode("utf-8", "replace"), problems)


@dataclass(frozen=True, slots=True)
class Writer:
    """A format that can be written. `name` is the word for `--to`, `suffixes` tell it by the name of the output."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    write: Callable[[Library], Written]


@dataclass(frozen=True, slots=True)
class Source:
    """Someone who is asked for records. `name` is the word for `--source`, `title` what people call it.

    `open` gives the client, a `citekit.sources.work.WorkSource`, and raises `CitekitError` where there is none. Its parameters say
    which options it takes, by name: `url` (`--crossref-url` or `CITEKIT_NAME_URL`, else `""`), `mailto` (`""`), `offline`, `refresh`
    (`False`), `cache` (a `citekit.sources.cache.Cache`), `folder` (`--index`, else `None`). An option that a person gives and that it
    does not take is refused. `lookups` leads from a field whose number tells a work (`pmid`) to the client's method that is asked
    for such numbers. A client that finds nothing by text, only by such numbers, has `searched=False`.
    """

    name: str
    title: str
    open: Callable[..., Any]
    lookups: Mapping[str, str] = field(default_factory=dict)
    searched: bool = True


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style. `name` is the word for `--style`, `title` says what it is.

    `make` gives a pybtex style that knows our entries: an object of a class made from `citekit.render.template.LenientStyle`.
    """

    name: str
    title: str
    make: Callable[[], Any]


Step = Callable[[Reference], Reference]
"""A normalising step: the reference in a better form; the first line of its docstring is its title. Twice is the same as once."""
