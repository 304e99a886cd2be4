"""Which references a person should look at, because the reader is not sure that it understood them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citekit.model import Block, Problem, Reference

DOUBTFUL = 0.5  # a confidence under this is doubt


def doubtful_fields(reference: Reference) -> tuple[str, ...]:
    """The names of the fields that are doubtful, least sure first; in a doubtful reference at least one, in others none."""
    if reference.confidence is None or reference.confidence >= DOUBTFUL:
        return ()
    sure = sorted((field.confidence, name) for name, field in reference.fields.items() if field.confidence is not None)
    return tuple(name for at, (confidence, name) in enumerate(sure) if at == 0 or confidence < DOUBTFUL)


def doubts(reference: Reference) -> Iterator[Problem]:
    """What is to be said of a reference: `unread` when nothing in it was understood, `doubtful` when its confidence is low."""
    origin, confidence = reference.origin, reference.confidence
    if origin is None or not origin.text or confidence is None or confidence >= DOUBTFUL:
        return
    if not confidence:
        kind, said = "unread", "kept as it is, nothing in it understood"
    else:
        fields = " and ".join(doubtful_fields(reference))
        kind, said = (
            "doubtful",
            f"read with doubt ({confidence:.2f})" + (f", most of all the {fields}" if fields else ""),
        )
    yield Problem(kind, f"{said}: {_short(origin.text)}", origin.file, origin.line)


def marked(references: Iterable[Reference]) -> Iterator[Reference | Block]:
    """The references as the items of a library, a comment before each that is in doubt."""
    for reference in references:
        if reference.confidence is not None and reference.confidence < DOUBTFUL:
            fields = ", ".join(doubtful_fields(reference))
            yield Block("comment", f"% doubtful ({reference.confidence:.2f})" + (f": {fields}" if fields else ""))
        yield reference


def _short(text: str, width: int = 60) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
