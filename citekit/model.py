"""What flows through citekit: references, the blocks between them, and what went wrong.

All values are frozen. A stage takes them and returns new ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from citekit.encoding import Verbatim
from citekit.values.names import Names, Person
from citekit.vocabulary import ALIASES

__all__ = [
    "Block",
    "Field",
    "Kept",
    "Library",
    "Names",
    "Origin",
    "Person",
    "Problem",
    "Progress",
    "Reference",
    "Value",
    "unheard",
]

Value = str | Names
"""`author`, `editor` and `translator` hold `Names`; every other field holds Unicode text without markup."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a reference or one of its values stood, and how it looked there.

    `file` is the name the user gave (`-` is standard input), `format` the recognised format (`bibtex`,
    `pubmed page`, …), `line` counts from 1. `number` is the place in the file's list of references, 0 for the page's
    own record. `text` is the verbatim text: the reference string or BibTeX block for a reference; for a field its
    value as it stood (in BibTeX with its delimiters: `{N. Engl. J. Med.}`, `jan # "~4"`) and `name` its name there.
    """

    file: str
    format: str
    line: int = 0
    number: int = 0
    text: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A value and where it came from (`None`: made by citekit).

    `confidence` is how probable it is that the reader understood it, from 0 to 1; `None` where nothing had to be guessed.
    """

    value: Value
    origin: Origin | None = None
    confidence: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """One work as one place describes it.

    `type` is a BibTeX entry type, lower case. `fields` uses the names of `citekit.vocabulary`: BibTeX's own, save that
    `journal`, `journaltitle` and `booktitle` are all `container`. A field is absent rather than empty. `confidence` is how
    probable it is that all fields were read right, `None` where nothing had to be guessed.
    """

    type: str = "misc"
    key: str = ""
    fields: Mapping[str, Field] = field(default_factory=dict)
    origin: Origin | None = None
    confidence: float | None = field(default=None, compare=False)

    def get(self, name: str) -> str:
        """The text of a field, `""` when absent. Names come as `Family, Given and …`; see `names` for the people.

        A field is found under its names in files, too: `journal` is the `container`.
        """
        found = self.fields.get(name) or self.fields.get(self._called(name))
        if found is None:
            return ""
        return found.value if isinstance(found.value, str) else " and ".join(p.inverted for p in found.value)

    def names(self, name: str) -> Names:
        """The people of `author` or `editor`; empty when absent or kept verbatim."""
        found = self.fields.get(name)
        return found.value if found is not None and isinstance(found.value, Names) else Names()

    @property
    def author(self) -> Names:
        return self.names("author")

    @property
    def title(self) -> str:
        return self.get("title")

    @property
    def container(self) -> str:
        return self.get("container")

    @property
    def doi(self) -> str:
        return self.get("doi")

    @property
    def year(self) -> str:
        """The year of issue as text; taken from biblatex's `date` where there is no `year`."""
        return self.get("year") or self.get("date")[:4]

    def with_field(self, name: str, value: Value, origin: Origin | None = None) -> Reference:
        """A copy with one field set; an empty value removes the field. `journal`, `booktitle`, `Location` and other names that files
        have mean the same fields as everywhere. A number is taken as text; raises `TypeError` for what is neither text nor `Names`."""
        if isinstance(value, int):
            value = str(value)
        if not isinstance(value, str | Names):
            raise TypeError(f"the field {name} takes text or Names, not {type(value).__name__}")
        name = self._called(name)
        fields = dict(self.fields)
        if value:
            fields[name] = Field(value, origin)
        else:
            fields.pop(name, None)
        return replace(self, fields=fields)

    def with_fields(self, fields: Mapping[str, Value], origin: Origin | None = None) -> Reference:
        """A copy with several fields set, as `with_field` does."""
        reference = self
        for name, value in fields.items():
            reference = reference.with_field(name, value, origin)
        return reference

    def _called(self, name: str) -> str:
        """Our name for a field: its own if there is one of that name, else what files mean by it."""
        return name if name in self.fields else ALIASES.get(name.lower(), name.lower())

    def rewritten(self, name: str, value: Value) -> Reference:
        """A copy that writes a value it has in another form; where the value came from and how sure it is stays."""
        return replace(self, fields={**self.fields, name: replace(self.fields[name], value=value)})

    def without(self, *names: str) -> Reference:
        """A copy that lacks these fields."""
        gone = {self._called(name) for name in names}
        return replace(self, fields={n: f for n, f in self.fields.items() if n not in gone})


@dataclass(frozen=True, slots=True)
class Block:
    """Text of an input that is not a reference: kept, never dropped.

    `kind` says what it is; `unused` is page text in which the reader found no reference, `failed` a BibTeX block that
    could not be read, `string` a BibTeX `@string`. `text` is verbatim.
    """

    kind: Literal["comment", "string", "preamble", "failed", "unused"]
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should know about one place in one input.

    `kind` is a stable word for machines (`syntax`, `duplicate-key`, `conflict`, `unread`, …), `message` one plain
    sentence. `file`, `line` and `key` are empty where they do not apply.
    """

    kind: str
    message: str
    file: str = ""
    line: int = 0
    key: str = ""

    @classmethod
    def about(cls, kind: str, message: str, reference: Reference, key: str = "") -> Problem:
        """A problem with a reference, at the place where it stood; `key` where that is not the reference's."""
        origin = reference.origin
        place = (origin.file, origin.line) if origin else ("", 0)
        return cls(kind, message, *place, key or reference.key)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (place, self.key, self.message) if part)


@dataclass(frozen=True, slots=True)
class Kept:
    """The file of a library as it stood: its text, its items as they were read, and from where to where each stands in the text."""

    source: Verbatim
    items: tuple[Reference | Block, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Library:
    """One input as read, or one output as it will be written: references and blocks in order.

    `kept` is there after reading BibTeX. While it goes along (`dataclasses.replace`, `with_references`), all that did not change is
    written byte for byte, blanks and encoding too.
    """

    items: tuple[Reference | Block, ...] = ()
    problems: tuple[Problem, ...] = ()
    file: str = ""
    format: str = ""
    kept: Kept | None = field(default=None, compare=False, repr=False)

    @property
    def references(self) -> tuple[Reference, ...]:
        return tuple(item for item in self.items if isinstance(item, Reference))

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(item for item in self.items if isinstance(item, Block))

    def with_references(self, references: Iterable[Reference]) -> Library:
        """A copy with these references instead of its own. Blocks stay where they are.

        A reference of this library, or a changed copy of one, stands in the place of the one it was; what is new, or comes earlier than it
        did, follows the reference given before it. Those that are not given are left out.
        """
        homes = {id(item): place for place, item in enumerate(self.items)}
        numbers = {
            (item.origin.file, item.origin.number): place
            for place, item in enumerate(self.items)
            if isinstance(item, Reference) and item.origin
        }
        items: list[Reference | Block] = []
        at = 0
        for reference in references:
            origin = reference.origin
            place = homes.get(id(reference), numbers.get((origin.file, origin.number), -1) if origin else -1)
            if place >= at:
                items += (item for item in self.items[at:place] if isinstance(item, Block))
                at = place + 1
            items.append(reference)
        return replace(self, items=(*items, *(item for item in self.items[at:] if isinstance(item, Block))))

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.references)

    def __len__(self) -> int:
        return len(self.references)


Progress = Callable[[str, int, int], None]
"""Called with the stage (`reading`, `comparing`, `asking for DOIs`), how many are done, and how many there are."""


def unheard(stage: str, done: int, total: int) -> None:
    """The `Progress` of work that nobody watches."""
