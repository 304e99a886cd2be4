"""Files whose lines begin with tags (RIS, nbib, EndNote's %-tags, Web of Science): text → records of tags, with their lines.

    TAG = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  - ?(?P<value>.*)")
    records("TY  - JOUR\\nTI  - One\\n  title\\nER  - \\n", TAG, begins={"TY"}, ends={"ER"})
    → Record(1, "TY  - JOUR\\nTI  - One\\n  title\\nER  - ", (Tag("TY", "JOUR", 1), Tag("TI", "One\\ntitle", 2)))

What the tags mean is each format's own business.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

_NONE: Collection[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag and what stands behind it.

    `name` is in capitals. `value` has no white space around it; the lines on which it goes on are joined by `\\n`, each without
    white space around it, and empty lines between them are kept. It may be empty.
    """

    name: str
    value: str
    line: int

    @property
    def text(self) -> str:
        """The value on one line, each run of white space one space."""
        return " ".join(self.value.split())


@dataclass(frozen=True, slots=True)
class Record:
    """The tags of one record, without the tag that ends it. Where there are none, this is text that stands outside all records.

    `line` counts from 1, `text` is verbatim from the first line to the last that is not empty. `ended` says whether a tag that
    ends records stood there; it is false where the next record begins, or the file ends, too early.
    """

    line: int
    text: str
    tags: tuple[Tag, ...] = ()
    ended: bool = True

    def all(self, *names: str) -> list[str]:
        """The values of these tags that are not empty, each on one line, in the order of the record."""
        return [tag.text for tag in self.tags if tag.name in names and tag.value]

    def first(self, *names: str) -> str:
        """The first value of the first of these tags that has one, on one line; `""` when none has."""
        return next((tag.text for name in names for tag in self.tags if tag.name == name and tag.value), "")


def records(
    text: str,
    tag: re.Pattern[str],
    *,
    begins: Collection[str],
    ends: Collection[str] = _NONE,
    outside: Collection[str] = _NONE,
    blank_ends: bool = False,
) -> Iterator[Record]:
    """The records of a text and the text between them, in order. Every line that is not empty is in one of them. Never raises.

    `tag` is matched at the beginning of each line; it has the groups `tag` and `value`. A line that it does not match goes on
    with the value before it. The tags named in `begins` begin a record, whether or not the one before has ended; those in
    `ends` end it. Behind an end any tag begins a record, so that one that lacks its first line is not lost. Tags in
    `outside` stand outside all records (`FN`, `EF`). With `blank_ends` an empty line ends a record, too.
    """
    at: _Open | None = None
    for number, start, line in _lines(text):
        if not line or line.isspace():
            if at and blank_ends and at.tags:
                yield at.record(text, ended=True)
                at = None
            elif at:
                at.go_on("")
            continue
        found = tag.match(line)
        name = found["tag"].upper() if found else ""
        if at and found and (not at.tags or name in begins or name in outside):
            yield at.record(text, ended=not (at.tags and ends))
            at = None
        at = at or _Open(number, start)
        at.end = start + len(line)
        if not found or name in outside:
            at.go_on(line)
        elif name in ends:
            yield at.record(text, ended=True)
            at = None
        else:
            at.begin(name, found["value"] or "", number)
    if at:
        yield at.record(text, ended=not (at.tags and ends))


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Each line with its number and the place where it begins. Only `\\n` ends a line."""
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        yield number, start, line
        start += len(line) + 1


@dataclass(slots=True)
class _Open:
    """A record, or text outside records, that is being read. The last of `tags` goes on in `more`."""

    line: int
    start: int
    end: int = 0
    tags: list[Tag] = field(default_factory=list)
    more: list[str] = field(default_factory=list)

    def begin(self, name: str, value: str, line: int) -> None:
        self._finish()
        self.tags.append(Tag(name, value.strip(), line))

    def go_on(self, line: str) -> None:
        if self.tags:
            self.more.append(line.strip())

    def record(self, text: str, *, ended: bool) -> Record:
        self._finish()
        return Record(self.line, text[self.start : self.end], tuple(self.tags), ended)

    def _finish(self) -> None:
        if self.more:
            last = self.tags[-1]
            self.tags[-1] = replace(last, value="\n".join([last.value, *self.more]).strip())
            self.more = []
