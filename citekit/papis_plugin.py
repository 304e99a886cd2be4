"""citekit as an importer of papis (https://papis.readthedocs.io): `papis add --from citekit FILE`. Only papis imports this.

Written for papis 0.14 to 0.16: `papis.importer.Importer` with `match` and `fetch_data`.
"""

from __future__ import annotations

import os
from typing import Any

from papis.importer import Importer

from citekit import readers
from citekit.errors import CitekitError
from citekit.formats import Input
from citekit.model import Library, Names, Person, Reference
from citekit.normalise import normalise
from citekit.values.dates import MONTHS
from citekit.vocabulary import bibtex_name

# Of these, unless they say what they themselves are, the references are what they cite.
_PAGES = ("pdf", "docx", "html", "text")


class CitekitImporter(Importer):  # type: ignore[misc]
    """The reference in a file of any format that citekit reads; of a page or paper its own record. Of several records the first."""

    def __init__(self, uri: str, reference: Reference | None = None) -> None:
        super().__init__(uri=uri, name="citekit")
        self._reference = reference

    @classmethod
    def match(cls, uri: str) -> CitekitImporter | None:
        """The importer of this file, `None` where it is no file or nothing in it is to be taken for the document."""
        reference = _reference_in(uri)
        return cls(uri, reference) if reference else None

    def fetch_data(self) -> None:
        reference = self._reference or _reference_in(self.uri)
        if reference is None:
            self.logger.warning("citekit found no reference in '%s'.", self.uri)
            return
        self.ctx.data = papis_data(normalise(reference))


def _reference_in(path: str) -> Reference | None:
    if not os.path.isfile(path):
        return None
    try:
        given = Input(readers.bytes_of(path), path)
        reader = next(each for each in readers.in_order() if each.recognise(given))
        return _main(reader.read(given), reader.name)
    except (CitekitError, StopIteration):
        return None


def _main(library: Library, reader: str) -> Reference | None:
    """What the file as a whole is about."""
    references = library.references
    own = (each for each in references if each.origin and each.origin.number == 0)
    if reader in _PAGES and len(references) != 1:
        return next(own, None)
    return references[0] if references else None


def papis_data(reference: Reference) -> dict[str, Any]:
    """The reference as papis keeps it: fields by their BibTeX names, authors also in parts, whole numbers for year and month, `tags`.

    papis makes the key (its `ref`) itself. That a list of authors was cut is not kept: papis has no word for it.
    """
    data: dict[str, Any] = {"type": reference.type}
    for name in reference.fields:
        data[bibtex_name(name, reference.type)] = reference.get(name)
    if reference.author:
        data["author_list"] = [_author(person) for person in reference.author]
        data["author"] = _joined(reference.author)
    if data.get("year", "").isdecimal():
        data["year"] = int(data["year"])
    if data.get("month") in MONTHS:
        data["month"] = MONTHS.index(data["month"]) + 1
    if keywords := data.pop("keywords", ""):
        data["tags"] = [word.strip() for word in keywords.split(",") if word.strip()]
    return data


def _author(person: Person) -> dict[str, str]:
    family = " ".join(part for part in (person.particle, person.family, person.suffix) if part)
    return {"family": family, "given": person.given}


def _joined(names: Names) -> str:
    """As the user of papis has set it up (`multiple-authors-format`)."""
    from papis.document import author_list_to_author

    return str(author_list_to_author({"author_list": [_author(person) for person in names]}))
