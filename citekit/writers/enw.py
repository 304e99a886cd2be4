"""`Library` → EndNote's import format: a record from `%0` to an empty line, each name and keyword on its own line."""

from __future__ import annotations

from citekit.exchange.enw.lines import lines
from citekit.formats import Library, Writer, Written
from citekit.writers.losses import not_held


def write(library: Library) -> Written:
    """The references in order, an empty line behind each. Blocks have no place in this format."""
    records = [(reference, lines(reference)) for reference in library.references]
    text = "".join("".join(f"%{tag} {value}\n" for tag, value in each.lines) + "\n" for _, each in records)
    held = {id(reference): each.held for reference, each in records}
    return Written.of_text(text, not_held(library.references, lambda each, name: name in held[id(each)], WRITER.title))


WRITER = Writer("enw", "EndNote tagged", (".enw",), write)
