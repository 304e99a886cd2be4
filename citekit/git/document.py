"""A `.bib` text as the pieces a merge moves about, with the white space between them, so that it can be put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citekit.bibtex.grammar import parse_whole
from citekit.errors import CitekitError
from citekit.model import Library, Reference
from citekit.readers import bibtex

_MARKER = re.compile(r"^(?:<{7,}|>{7,})(?: .*)?$", re.MULTILINE)  # <<<<<<< HEAD


class UnmergeableError(CitekitError):
    """This text cannot be merged entry by entry; a merge of lines may still do it. `str()` is the reason."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry or another block, verbatim.

    `kind` is `entry`, `string`, `preamble`, `failed`, `@comment` or, for a line of text between blocks, `comment`. `name` is what
    it is known by without regard to case: the citation key, the name an `@string` defines; `""` for all others. `gap` is
    the white space before it. `reference` says what an entry means.
    """

    kind: str
    name: str
    text: str
    gap: str
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The pieces of a text in order, and the white space after the last."""

    pieces: tuple[Piece, ...] = ()
    end: str = ""

    @property
    def text(self) -> str:
        return "".join(piece.gap + piece.text for piece in self.pieces) + self.end

    @property
    def start(self) -> str:
        """The white space before the first piece."""
        return self.pieces[0].gap if self.pieces else ""

    @property
    def usual_gap(self) -> str:
        """What stands most often between two pieces."""
        gaps = Counter(piece.gap for piece in self.pieces[1:] if "\n" in piece.gap)
        return gaps.most_common(1)[0][0] if gaps else "\n\n"


def document(text: str, side: str) -> Document:
    """Takes a text apart; `document(text, …).text == text`. `side` is the name by which its references tell where they stood.

    Raises `UnmergeableError` for a text in which conflicts of an earlier merge are still marked.
    """
    marker = _MARKER.search(text)
    if marker:
        line = text.count("\n", 0, marker.start()) + 1
        raise UnmergeableError(f"{side} still has conflict markers (line {line})")
    pieces = []
    at = 0
    for piece in _pieces(bibtex.read(text, side)):
        start = text.find(piece.text, at)
        if start < 0 or text[at:start].strip():
            raise UnmergeableError(f"{side} cannot be taken apart as BibTeX")
        pieces.append(Piece(piece.kind, piece.name, piece.text, text[at:start], piece.reference))
        at = start + len(piece.text)
    return Document(tuple(pieces), text[at:])


def _pieces(library: Library) -> Iterator[Piece]:
    for item in library.items:
        if isinstance(item, Reference):
            yield Piece("entry", item.key.lower(), item.origin.text if item.origin else "", "", item)
        elif item.kind == "string":
            parsed = parse_whole(item.text)
            yield Piece("string", parsed.fields[0].name.lower() if parsed and parsed.fields else "", item.text, "")
        elif item.kind == "comment" and not item.text.startswith("@"):
            yield from (Piece("comment", "", line.strip(), "") for line in item.text.split("\n") if line.strip())
        else:
            yield Piece("@comment" if item.kind == "comment" else item.kind, "", item.text, "")


def broken(pieces: Sequence[Piece]) -> list[str]:
    """The texts of the blocks that BibTeX cannot read, in alphabetical order."""
    return sorted(piece.text for piece in pieces if piece.kind == "failed")
