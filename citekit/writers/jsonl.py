"""References as JSON lines: what `citekit parse` prints and our measurements read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePath

from citekit.doubts import doubtful_fields
from citekit.model import Names, Reference
from citekit.values.dates import MONTHS
from citekit.vocabulary import bibtex_name, field_place


def write(references: Iterable[Reference]) -> str:
    """One object a line: `page` (file name), `kind`, `n`, `text`, `confidence`, `doubtful`, `fields` under their BibTeX names, `confidences`.

    `confidence` is how probable it is that everything was read right, `confidences` the same for single fields; they are left out
    where nothing had to be guessed. `doubtful` names the fields a person should look at, and is left out where there are none.

    `author` and the like are lists of `Family, Given`, with `others` at the end of a list that was cut. `month` is BibTeX's
    form: `jun`, `jul # "-" # aug`.
    """
    return "".join(json.dumps(_object(r), ensure_ascii=False) + "\n" for r in references)


def _object(reference: Reference) -> dict[str, object]:
    origin = reference.origin
    own = origin is not None and origin.number == 0
    sure = {
        bibtex_name(name, reference.type): round(field.confidence, 3)
        for name, field in reference.fields.items()
        if field.confidence is not None
    }
    doubtful = [bibtex_name(name, reference.type) for name in doubtful_fields(reference)]
    return {
        "page": PurePath(origin.file).name if origin else "",
        "kind": "self" if own else "ref",
        "n": origin.number if origin else 0,
        "text": origin.text if origin else "",
        **({} if reference.confidence is None else {"confidence": round(reference.confidence, 3)}),
        **({"doubtful": doubtful} if doubtful else {}),
        "fields": fields(reference),
        **({"confidences": sure} if sure else {}),
    }


def fields(reference: Reference) -> dict[str, object]:
    """The type and the fields under their BibTeX names, in the order a BibTeX entry has."""
    names = sorted(reference.fields, key=field_place)
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
