"""One BibTeX block, read at a known place in a text: its type, key, fields, and what is wrong with it.

Source: O. Patashnik, *BibTeXing*, and biber's and bibtexparser's habits where files rely on them. Kind where a person can
see what is meant: missing commas, keyless entries, blanks in keys, `%` comments, values without delimiters.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from citekit.bibtex.strings import closing_quote

HEADER = re.compile(r"""@\s*([^\s@{}(),"'#%=\\]+)\s*([{(])""")  # @article{  @ Book (  @www-inproceedings{
LINE_HEADER = re.compile(r"""^[^\S\n]*(?=@[^\S\n]*[^\s@{}(),"'#%=\\]+[^\S\n]*[{(])""", re.MULTILINE)

# A key is bounded so that a long text with many `@` in it stays quick to read.
_KEY = {
    "{": re.compile(r"\s*((?:[^\s,{}][^,{}]{0,999})?)(?=[,{}]|\Z)"),
    "(": re.compile(r"\s*((?:[^\s,{})][^,{})]{0,999})?)(?=[,{})]|\Z)"),
}
_TEXT_LIMIT = 10_000  # the same for an @preamble( or @comment( that nothing closes
_KEYLESS = re.compile(r"[^\s=]+(?:\s*=\s*\Z|\s+=|=\s+|=\s*\"|=\s*\d+\Z)")  # @misc{title = {…
_KEY_THEN_FIELD = re.compile(r"(\S+)\s+(?=[^\s=]+\s*=)")  # @misc{key title = {…
_NAME = re.compile(r"""([^\s=,{}()"#@%]+(?:[ \t]+[^\s=,{}()"#@%]+)*)\s*=\s*""")
_ONE_NAME = re.compile(r"""[^\s=,{}()"#@%]+\s*=""")
# The commonest fields at one go: journal = {N. {E}ngl. J. Med.}, "…", 2009, jan; up to a comma or the last brace.
_SIMPLE = re.compile(_NAME.pattern + r"""(\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|"[^"{}\\]*"|[0-9A-Za-z]+)(?=\s*[,}])""")
_BARE = re.compile(r"""[^\s,{}"#=@]+""")
_BETWEEN = re.compile(r"[\s,]*")
_COMMENT = re.compile(r"%[^\n]*")
_JUNK_END = re.compile(r"[,{}()]|\n[^\S\n]*@")
_MISSED_BRACE = re.compile(r",\s*\n\s*[\w-]+\s*=\s*[{\"]")  # another field inside a value: a brace went missing


@dataclass(frozen=True, slots=True)
class Assignment:
    """`name = source` at a place in the text; `name` as in the file, `source` verbatim with its delimiters."""

    name: str
    source: str
    at: int


@dataclass(frozen=True, slots=True)
class Fault:
    """What BibTeX would complain about, and where."""

    message: str
    at: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """A block from `start` to `end`. `closed` is false when the text or the next entry came before the last brace."""

    type: str
    key: str
    fields: tuple[Assignment, ...]
    start: int
    end: int
    closed: bool
    faults: tuple[Fault, ...] = ()

    @property
    def usable(self) -> bool:
        """Is it clear where the block ends, so that its text can stand by itself?"""
        if self.closed or self.type == "string":
            return self.closed
        return bool(self.fields) and not any(_MISSED_BRACE.search(found.source) for found in self.fields)


class Partners:
    """Where each brace of a text that is opened is closed. A few bytes a brace: a large file has a million."""

    def __init__(self, text: str, brace: re.Pattern[str]) -> None:
        opened = array("q")
        closed = array("q")
        waiting: list[int] = []
        for found in brace.finditer(text):
            if found[0] == "{":
                waiting.append(len(opened))
                opened.append(found.start())
                closed.append(-1)
            elif found[0] == "}" and waiting:
                closed[waiting.pop()] = found.start()
        self._opened = opened
        self._closed = closed

    def get(self, at: int) -> int | None:
        """The place of the brace that closes the one at `at`; None when none does."""
        place = bisect_left(self._opened, at)
        if place == len(self._opened) or self._opened[place] != at or self._closed[place] < 0:
            return None
        return self._closed[place]


class Text:
    """A text with the partners of its braces, found once for the whole text so that reading it stays linear.

    `escapes`: `\\{` is no brace, as bibtexparser counts and BibTeX does not.
    """

    def __init__(self, text: str, escapes: bool = False) -> None:
        self.text = text
        self.strict = not escapes
        self._brace = re.compile(r"\\[{}]|[{}]" if escapes else "[{}]")

    @cached_property
    def closing(self) -> Partners:
        return Partners(self.text, self._brace)


def parse(source: Text, start: int = 0) -> Parsed | None:
    """The block whose `@` stands at `start`; None when there is none or nothing of it can be read.

    An `@string` has no key and one field; `@preamble` and `@comment` have neither.
    """
    header = HEADER.match(source.text, start)
    if header is None:
        return None
    kind = header[1].lower()
    if kind in ("preamble", "comment"):
        end = (
            source.closing.get(header.end() - 1)
            if header[2] == "{"
            else source.text.find(")", header.end(), header.end() + _TEXT_LIMIT)
        )
        return None if end is None or end < 0 else Parsed(kind, "", (), start, end + 1, True)
    reader = _Reader(source, header.end(), "}" if header[2] == "{" else ")")
    key = "" if kind == "string" else reader.key(header[2])
    if key is None:
        return None
    closed = reader.fields()
    if not closed and not reader.found:
        return None
    return Parsed(kind, key, tuple(reader.found), start, reader.at, closed, tuple(reader.faults))


def parse_whole(raw: str) -> Parsed | None:
    """A block that is known to be all of `raw`, if possible one that is closed; None when it cannot be read so."""
    strict = _all_of(Text(raw))
    if (strict and strict.closed) or "\\" not in raw:
        return strict
    kind = _all_of(Text(raw, escapes=True))
    return kind if kind and kind.closed else strict or kind


def _all_of(source: Text) -> Parsed | None:
    parsed = parse(source)
    return parsed if parsed and not source.text[parsed.end :].strip() else None


@dataclass(slots=True)
class _Reader:
    """A place in a text that moves on as parts of one block are read."""

    source: Text
    at: int
    closer: str
    found: list[Assignment] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def key(self, opener: str) -> str | None:
        """The citation key, `""` when the entry begins with its first field; None when there is neither."""
        found = _KEY[opener].match(self.source.text, self.at)
        if found is None:
            return None
        after = self.source.text[found.end() : found.end() + 1]
        key = found[1].rstrip()
        if _KEYLESS.match(key):
            self.faults.append(Fault("the entry has no key", self.at))
            return ""
        if after in ("{", ""):
            first = _KEY_THEN_FIELD.match(found[1])
            if first is None:
                return None
            self.faults.append(Fault(f"no comma after the key {first[1]}", self.at))
            self.at = found.start(1) + first.end()
            return first[1]
        self.at = found.end()
        return key

    def fields(self) -> bool:
        """Reads `name = value` up to the closer; false when the block is not closed."""
        text = self.source.text
        simple = self.closer == "}" and self.source.strict
        while True:
            self.at = _BETWEEN.match(text, self.at).end()  # type: ignore[union-attr]  # it matches anywhere
            if simple and (whole := _SIMPLE.match(text, self.at)):
                self.found.append(Assignment(whole[1], whole[2], self.at))
                self.at = whole.end()
                continue
            mark = text[self.at : self.at + 1]
            if mark == self.closer:
                self.at += 1
                return True
            if mark in ("", "@"):
                break
            if mark == "%":
                self._comment()
            elif name := _NAME.match(text, self.at):
                if not self._field(name):
                    break
            elif not self._junk():
                break
        self.faults.append(Fault("the entry is not closed", self.at))
        return False

    def _field(self, name: re.Match[str]) -> bool:
        end = self._value_end(name.end())
        if end is None:
            return False
        source = self.source.text[name.end() : end]
        self.found.append(Assignment(name[1], source, name.start()))
        self.at = end
        after = _BETWEEN.match(self.source.text, end)
        if "," not in after[0] and _ONE_NAME.match(self.source.text, after.end()):  # type: ignore[index, union-attr]
            self.faults.append(Fault(f"no comma after the field {name[1]}", name.start()))
        return True

    def _value_end(self, at: int) -> int | None:
        """Where the value that begins at `at` ends; None when a brace or quote in it is never closed."""
        text = self.source.text
        end = at
        joined = True
        while at < len(text):
            mark = text[at]
            if mark in ",@" or mark == self.closer:
                break
            if mark.isspace():
                at += 1
                continue
            if not joined and _ONE_NAME.match(text, at):
                break
            if mark in '{"':
                closed = self.source.closing.get(at) if mark == "{" else closing_quote(text, at, self.source.closing)
                if closed is None:
                    return None
                at = closed + 1
            elif mark == "}":
                return None
            else:
                bare = _BARE.match(text, at) if mark not in "#=" else None
                at = min(bare.end(), self._closer_in(bare)) if bare else at + 1
            end = at
            joined = mark == "#"
        return end

    def _closer_in(self, bare: re.Match[str]) -> int:
        found = self.source.text.find(self.closer, bare.start(), bare.end())
        return found if found >= 0 else bare.end()

    def _comment(self) -> None:
        found = _COMMENT.match(self.source.text, self.at)
        self.faults.append(Fault("BibTeX has no % comments inside an entry", self.at))
        self.at = found.end() if found else self.at + 1

    def _junk(self) -> bool:
        """Skips what is no field up to the next comma or the closer."""
        start = self.at
        text = self.source.text
        while end := _JUNK_END.search(text, self.at):
            self.at = end.end()
            if end[0] == "," or end[0] == self.closer or "@" in end[0]:
                self.at = end.start()
                break
            if end[0] == "{":
                closed = self.source.closing.get(end.start())
                if closed is None:
                    self.at = start
                    return False
                self.at = closed + 1
            elif end[0] == "}":
                return False
        else:
            self.at = len(text)
        self.faults.append(Fault(f"not a field: {' '.join(text[start : self.at].split())[:60]}", start))
        return True
