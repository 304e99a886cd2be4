"""A `.bib` file of which some entries were changed, added, moved or removed, with every other byte as it stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as made_by

from citekit.bibtex.strings import MONTHS, Strings
from citekit.encoding import Form
from citekit.model import Block, Field, Kept, Library, Reference
from citekit.writers.bibtex.changed import changed
from citekit.writers.bibtex.entry import defined, entry, is_renamed
from citekit.writers.bibtex.manner import in_manner_of

Item = Reference | Block


def in_place(library: Library) -> bytes:
    """The file's bytes. Between two blocks that were neighbours stands what stood there; elsewhere what most often parts blocks.

    Of a changed entry the other fields stay as they stand. A new one is laid out as its neighbours are. A file whose encoding
    lacks a letter becomes UTF-8. The library must have `kept`.
    """
    kept = library.kept
    assert kept is not None
    if library.items is kept.items:
        return kept.source.data()
    return _bytes(_Writing(library, kept).text(), kept.source.form)


def _bytes(text: str, form: Form) -> bytes:
    if form.line_end is not None:
        text = text.replace("\r\n", "\n")  # from another file, whose line ends are of several kinds
    try:
        return form.data(text)
    except UnicodeEncodeError:
        mark = form.mark if form.encoding == "utf-8" else b""
        whole = "".join(letter if not "\ud800" <= letter <= "\udfff" else "\ufffd" for letter in text)
        return replace(form, encoding="utf-8", mark=mark, strays=False).data(whole)


@dataclass(slots=True)
class _Writing:
    """One writing. `homes` leads from an item's identity, `numbers` from a reference's number in the file to its place as read;
    `usual_gap` is what most often parts two blocks."""

    library: Library
    kept: Kept
    homes: dict[int, int] = made_by(default_factory=dict)
    numbers: dict[int, int] = made_by(default_factory=dict)
    usual_gap: str = "\n\n"

    def __post_init__(self) -> None:
        for place, item in enumerate(self.kept.items):
            self.homes[id(item)] = place
            if isinstance(item, Reference) and item.origin:
                self.numbers[item.origin.number] = place
        gaps = Counter(gap for place in range(1, len(self.kept.spans)) if "\n" in (gap := self._own_gap(place)))
        if gaps:
            self.usual_gap = gaps.most_common(1)[0][0]

    def text(self) -> str:
        items = [item for item in self.library.items if isinstance(item, Reference) or item.kind != "unused"]
        as_read = _string_blocks(items) == _string_blocks(self.kept.items)
        strings = dict(MONTHS)
        parts: list[str] = []
        before: int | None = None
        for item in items:
            place = self._place(item)
            parts += [self._gap(before, place) if parts else self._start(), self._item(item, place, strings, as_read)]
            if isinstance(item, Block):
                strings.update(defined(item, strings))
            before = place
        return "".join([*parts, self._end()])

    def _place(self, item: Item) -> int | None:
        """Where an item stood in the file; None for new ones."""
        place = self.homes.get(id(item))
        return self._home(item) if place is None and isinstance(item, Reference) else place

    def _home(self, reference: Reference) -> int | None:
        """Where the reference stood of which this is a changed copy."""
        origin = reference.origin
        place = self.numbers.get(origin.number) if origin else None
        found = self.kept.items[place] if place is not None else None
        return place if isinstance(found, Reference) and found.origin == origin else None

    def _item(self, item: Item, place: int | None, strings: Strings, as_read: bool) -> str:
        """`as_read`: the `@string` blocks are what they were, so that no entry means anything else."""
        old = self.kept.items[place] if place is not None else None
        if isinstance(item, Block):
            return item.text if place is None else self._verbatim(place)
        if place is not None and isinstance(old, Reference):
            if as_read and (item is old or _says_the_same(item, old)):
                return self._verbatim(place)
            written = entry(item, strings, self.library.file)
            if item.origin and written == item.origin.text:
                return self._verbatim(place)
            return changed(old, item, written, names_hold=as_read)
        written = entry(item, strings, self.library.file)
        ours = item.origin is None or written != item.origin.text
        return in_manner_of(self._models(), written) if ours else written

    def _models(self) -> Iterator[str]:
        """The texts of the file's entries, which show how a new one should look."""
        return (item.origin.text for item in self.kept.items if isinstance(item, Reference) and item.origin)

    # ------------------------------------------------------------ what stands between

    def _verbatim(self, place: int) -> str:
        start, stop = self.kept.spans[place]
        return self.kept.source.kept[start:stop]

    def _start(self) -> str:
        return self.kept.source.kept[: self.kept.spans[0][0]] if self.kept.spans else ""

    def _end(self) -> str:
        return self.kept.source.kept[self.kept.spans[-1][1] :] if self.kept.spans else "\n"

    def _gap(self, before: int | None, place: int | None) -> str:
        """What stands before the item of this place: what stood there, if that parts blocks by lines or its neighbour is the same."""
        if place:
            own = self._own_gap(place)
            if before == place - 1 or "\n" in own:
                return own
        return self.usual_gap

    def _own_gap(self, place: int) -> str:
        return self.kept.source.kept[self.kept.spans[place - 1][1] : self.kept.spans[place][0]]


def _string_blocks(items: Sequence[Item]) -> list[str]:
    return [item.text for item in items if isinstance(item, Block) and item.kind == "string"]


def _says_the_same(item: Reference, old: Reference) -> bool:
    if (item.type, item.key) != (old.type, old.key) or item.fields.keys() != old.fields.keys():
        return False
    return item.fields is old.fields or not any(
        field.value != old.fields[name].value or is_renamed(item, name, _name(old.fields[name]))
        for name, field in item.fields.items()
    )


def _name(field: Field) -> str:
    return field.origin.name if field.origin else ""
