"""The order of a bibliography: its entries by key, and the blocks between them where their readers left them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citekit.merging import Merged
from citekit.model import Block, Library, Reference
from citekit.pointers import parents


def content(reference: Reference) -> tuple[str, ...]:
    """What a reference says, to sort by, so that the order of files cannot matter; last where it stood."""
    origin = reference.origin
    said = [text for name in sorted(reference.fields) for text in (name, reference.get(name))]
    place = (origin.file, f"{origin.number:09}", origin.text) if origin else ("", "", "")
    return (*said, reference.type, reference.key, *place)


def by_key(keyed: Sequence[Reference]) -> list[int]:
    """The numbers of the references in order of their keys, those that others name in `crossref` last."""
    named = parents(keyed)
    keys = [reference.key.lower() for reference in keyed]
    return sorted(range(len(keyed)), key=lambda i: (keys[i] in named, keys[i], keyed[i].key))


def with_blocks(works: Sequence[Merged], libraries: Sequence[Library]) -> tuple[Reference | Block, ...]:
    """The works' references with the comments that stood before their entries, after all `@preamble`s and `@string`s with
    theirs.

    What stood before the first entry of a file stays at the head, what stood behind the last one at the end, and broken
    blocks come last, as they were. A text that stands in several files comes once.
    """
    head: list[Block] = []
    tail: list[Block] = []
    broken: list[Block] = []
    before: dict[tuple[str, int], list[Block]] = {}
    for library in _in_order([library for library in libraries if library.format == "bibtex"]):
        pending: list[Block] = []
        seen = False
        for item in library.items:
            if isinstance(item, Reference):
                if pending:
                    place = (item.origin.file, item.origin.number) if item.origin else ("", 0)
                    (before.setdefault(place, []) if seen else head).extend(pending)
                    pending = []
                seen = True
            elif item.kind == "failed":
                broken.append(item)
            elif item.kind in ("string", "preamble"):
                head += [*pending, item]
                pending = []
            else:
                pending.append(item)
        (tail if seen else head).extend(pending)
    items: list[Reference | Block] = [*_once(head)]
    for work in works:
        if before:
            places = [(m.origin.file, m.origin.number) for m in work.members if m.origin]
            items += _once(block for place in places for block in before.get(place, []))
        items.append(work.reference)
    return (*items, *_once(tail), *_once(broken))


def _in_order(libraries: list[Library]) -> list[Library]:
    """The libraries in an order that depends only on what they say."""
    if len(libraries) < 2:
        return libraries
    return sorted(libraries, key=lambda library: [_text(item) for item in library.items])


def _text(item: Reference | Block) -> str:
    return item.text if isinstance(item, Block) else "".join(content(item))


def _once(blocks: Iterable[Block]) -> Iterable[Block]:
    seen: dict[str, Block] = {}
    for block in blocks:
        seen.setdefault(block.text, block)
    return seen.values()
