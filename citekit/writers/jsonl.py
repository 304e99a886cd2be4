"""References as JSON lines: what `citekit parse` prints and our measurements read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePath

from citekit.model import Names, Reference
from citekit.values.dates import MONTHS
from citekit.vocabulary import FIELD_ORDER, bibtex_name


def write(references: Iterable[Reference]) -> str:
    """One object a line: `page` (file name), `kind`, `n`, `text`, `fields` under their BibTeX names.

    `author` and the like are lists of `Family, Given`, with `others` at the end of a list that was cut. `month` is BibTeX's
    form: `jun`, `jul # "-" # aug`.
    """
    return "".join(json.dumps(_object(r), ensure_ascii=False) + "\n" for r in references)


def _object(reference: Reference) -> dict[str, object]:
    origin = reference.origin
    own = origin is not None and origin.number == 0
    return {
        "page": PurePath(origin.file).name if origin else "",
        "kind": "self" if own else "ref",
        "n": origin.number if origin else 0,
        "text": origin.text if origin else "",
        "fields": fields(reference),
    }


def fields(reference: Reference) -> dict[str, object]:
    """The type and the fields under their BibTeX names, in the order a BibTeX entry has."""
    place = {name: index for index, name in enumerate(FIELD_ORDER)}
    names = sorted(reference.fields, key=lambda name: (place.get(name, len(place)), name))
    said: dict[str, object] = {"type": reference.type}
    for name in names:
        value = reference.fields[name].value
        if isinstance(value, Names):
            said[name] = [*(person.inverted for person in value), *(["others"] if value.others else [])]
        else:
            said[bibtex_name(name, reference.type)] = _month(value) if name == "month" else value
    return said


def _month(month: str) -> str:
    parts = month.split("-")
    return ' # "-" # '.join(parts) if all(part in MONTHS for part in parts) else month
