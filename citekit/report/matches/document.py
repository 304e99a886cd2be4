"""A look-up as JSON: an object for each reference, alone in its line or in a report."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from citekit import __version__
from citekit.enrich import Match
from citekit.model import Problem, Reference
from citekit.report.matches.groups import counts
from citekit.report.matches.values import as_values
from citekit.validate import told
from citekit.writers import jsonl

SCHEMA = 1

Objects = Sequence[dict[str, object]]


def objects(
    ids: Sequence[str | int], before: Sequence[Reference], after: Sequence[Reference], matches: Sequence[Match]
) -> Iterator[dict[str, object]]:
    """An object for each reference, in order: `id`, its number `n` in the input, the `text` it was read from (`""` where nothing
    had to be read), what came of it (`as_values`), and the `fields` it has now, as `citekit parse` writes them."""
    for name, old, new, match in zip(ids, before, after, matches, strict=True):
        origin = old.origin
        read = origin is not None and origin.format not in ("bibtex", "records")
        yield {
            "id": name,
            "n": origin.number if origin else 0,
            "text": told(old).text or (origin.text if origin and read else ""),
            **as_values(match),
            "fields": jsonl.fields(new),
        }


def as_json_lines(found: Objects) -> str:
    """One object a line. Such lines are records, which citekit reads."""
    return "".join(_encode(each) + "\n" for each in found)


def as_report(source: str, matches: Sequence[Match], problems: Sequence[Problem], found: Objects) -> str:
    """The whole as one JSON value: `schema` and `citekit`, versions of this form and of the program; `source`, the name of who was
    asked; `counts` by status; `problems`; and the objects as `references`, one a line."""
    head = {
        "schema": SCHEMA,
        "citekit": __version__,
        "source": source,
        "counts": {"references": len(matches), **counts(matches)},
        "problems": [asdict(problem) for problem in problems],
    }
    lines = [f" {_encode(name)}: {_encode(value)},\n" for name, value in head.items()]
    references = ",\n  ".join(map(_encode, found))
    return "{\n" + "".join(lines) + f' "references": [\n  {references}\n ]\n' + "}\n"


def _encode(value: object) -> str:
    """JSON in characters that a file can hold: a record may bring half of one."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()
