"""Labelled pieces of a reference: put together while it is composed, printed as one line with spans at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wear import Labelled

Piece = list[tuple[str, str]]  # runs of text, each with its label or ""
_SQUARE = str.maketrans("{}", "[]")
_TEMPLATE = re.compile(r"(\[)|(\])|<([\w* -]+)>|([^<\[\]]+|<)")


def say(text: str) -> Piece:
    return [("", text)] if text else []


def mark(label: str, value: str) -> Piece:
    return [(label, value)] if value else []


def tell(template: str, fields: dict[str, tuple[str, str]], needed: Sequence[str] = ()) -> Piece:
    """`<volume>[(<issue>)]` with the fields' labels and values; `[…]`, which may hold another, is left out when a field directly in it is
    missing; `{}` print square brackets. All of it is nothing when a `needed` field is."""
    if any(not fields[name][1] for name in needed):
        return []
    stack: list[tuple[Piece, bool]] = [([], False)]
    for opening, closing, name, literal in _TEMPLATE.findall(template):
        if opening:
            stack.append(([], False))
        elif closing:
            inner, missing = stack.pop()
            stack[-1][0].extend([] if missing else inner)
        elif name:
            label, value = fields[name]
            if not value:
                stack[-1] = (stack[-1][0], True)
            stack[-1][0].append((label, value))
        else:
            stack[-1][0].append(("", literal.translate(_SQUARE)))
    return stack[0][0]


def joined(pieces: Sequence[Piece], between: str) -> Piece:
    """The pieces that are not empty, with a delimiter between them."""
    found: Piece = []
    for piece in pieces:
        if any(text for _, text in piece):
            found = found + (say(between) if found else []) + piece
    return found


def line(piece: Piece, *, comma_inside: bool = False) -> Labelled:
    """One line of text. A delimiter's full stop is left out behind a full stop, `?` or `!`; white space collapses; a span does not
    take in the full stop at its end. With `comma_inside`, `”,` reads `,”`, as in America."""
    text = ""
    spans: list[tuple[str, int, int]] = []
    for label, run in piece:
        if not label:
            if run[0] == "." and text[-1:] in (" ", ",", ";", ":"):  # the part before turned out empty
                text = text[: spans[-1][2] if spans else 0] + text[spans[-1][2] if spans else 0 :].rstrip(" ,;:")
            if (run[0] == "." and text[-1:] in (".", "?", "!")) or (run[0] in ".,;:" and text[-1:] in (",", ";", ":")):
                run = run[1:]
            if run[:1] == " " and text[-1:] in ("", " ", "("):
                run = run[1:]
            text += run
            continue
        run = " ".join(run.split())
        kept = run.rstrip(" .,;:")
        if kept:
            spans.append((label, len(text), len(text) + len(kept)))
        text += run
    if comma_inside:
        within = {at for _, start, end in spans for at in range(start, end)}
        text = re.sub(
            "(''|[”\"'’])([.,])(?= |$)",
            lambda found: found[0] if found.start() in within else found[2] + found[1],
            text,
        )
    text = text.rstrip(" ,;:")
    return text, spans
