"""Does an entry of a bibliography still say what the merge wrote?"""

from __future__ import annotations

from citekit.errors import InputError
from citekit.model import Library, Reference
from citekit.readers import bibtex as reader
from citekit.report import Told
from citekit.writers import bibtex as writer


def check_unchanged(file: str, entry: Reference, work: Told) -> None:
    """Raises `InputError` when the entry of `file` says something else than the merged entry of `work`, which would be lost.

    Values are compared as they come back from BibTeX.
    """
    changed = _changed(entry, work.reference)
    if not changed:
        return
    line = entry.origin.line if entry.origin else 0
    place = f"{file}:{line}" if line else file
    if not all(_changed(entry, member) for member in work.members):
        raise InputError(place, f"{entry.key} is one member alone and no longer the merged entry; it was split before")
    raise InputError(
        place,
        f"{entry.key} was changed since the merge ({', '.join(changed)}), and splitting it would lose that;"
        " --force splits it all the same",
    )


def _changed(entry: Reference, expected: Reference) -> list[str]:
    written = _reread(expected)
    names = sorted({*written.fields, *entry.fields})
    changed = [name for name in names if _value(entry, name) not in (_value(written, name), _value(expected, name))]
    return ["entry type", *changed] if entry.type not in (written.type, expected.type) else changed


def _reread(reference: Reference) -> Reference:
    """The reference as it comes back from a BibTeX file."""
    return next(iter(reader.read(writer.write(Library((reference,))), "")), reference)


def _value(reference: Reference, name: str) -> object:
    field = reference.fields.get(name)
    return field.value if field else None
