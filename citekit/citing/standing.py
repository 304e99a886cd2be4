"""Some entries of a `.bib` file with what belongs to them of the text between: comments, `@string`s, `@preamble`s."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from citekit.bibtex.grammar import HEADER, parse_whole
from citekit.bibtex.strings import names_used
from citekit.model import Block, Library, Reference

Comments = Mapping[int, list[Block]]
"""By identity of an entry: the comments that go where it goes."""


def standing(
    library: Library, references: Sequence[Reference], *, definitions_first: bool
) -> Iterator[Reference | Block]:
    """The entries in the order given, each with its comments, and the definitions that they need: where these stood, or all at the
    head."""
    above, beside = _comments(library)
    places = {id(item): place for place, item in enumerate(library.items)}
    definitions = _definitions(library, references)
    at = 0
    for reference in references:
        while at < len(definitions) and (definitions_first or places[id(definitions[at])] < places[id(reference)]):
            yield definitions[at]
            at += 1
        yield from above.get(id(reference), ())
        yield reference
        yield from beside.get(id(reference), ())
    yield from definitions[at:]


def _definitions(library: Library, references: Iterable[Reference]) -> list[Block]:
    """Every `@preamble`, and the `@string`s that these or the entries use, at first or second hand."""
    strings = [(block, *_string(block.text)) for block in library.blocks if block.kind == "string"]
    preambles = [block for block in library.blocks if block.kind == "preamble"]
    used: set[str] = set()
    if strings:
        for reference in references:
            used |= _string(reference.origin.text)[1] if reference.origin else set()
        for block in preambles:
            used |= names_used(block.text[_header(block.text) : -1])
    kept = {id(block) for block in preambles}
    for block, names, others in reversed(strings):
        if names & used:
            used |= others
            kept.add(id(block))
    return [block for block in library.blocks if id(block) in kept]


def _string(text: str) -> tuple[set[str], set[str]]:
    """The names to which a block gives values, and the `@string`s in these values."""
    parsed = parse_whole(text)
    fields = parsed.fields if parsed else ()
    return {field.name.lower() for field in fields}, {name for field in fields for name in names_used(field.source)}


def _header(text: str) -> int:
    header = HEADER.match(text)
    return header.end() if header else 0


def _comments(library: Library) -> tuple[Comments, Comments]:
    """The comments on the lines right above each entry, and those on its last line."""
    above: dict[int, list[Block]] = {}
    beside: dict[int, list[Block]] = {}
    kept = library.kept
    assert kept is not None
    text, items, spans = kept.source.kept, kept.items, kept.spans
    for place, item in enumerate(items):
        if not isinstance(item, Block) or item.kind != "comment" or item.text.startswith("@"):
            continue
        if place and "\n" not in text[spans[place - 1][1] : spans[place][0]]:
            beside.setdefault(id(items[place - 1]), []).append(item)
        elif place + 1 < len(items) and text.count("\n", spans[place][1], spans[place + 1][0]) == 1:
            above.setdefault(id(items[place + 1]), []).append(item)
    return above, beside
