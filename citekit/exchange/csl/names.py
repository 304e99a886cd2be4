"""CSL's names and ours.

    {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}   {"literal": "World Health Organization"}

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#name-fields. As citeproc-js and pandoc do, particles are taken off
`family` (`van Gogh`) and `given` (`Vincent van`) where they are not given apart, unless `parse-names` says no. A list that was cut
ends in `{"literal": "others"}`, which pandoc prints as *et al.*
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citekit.exchange.csl.markup import escaped, plain
from citekit.values.blanks import one_line
from citekit.values.name_exports import parse_exported
from citekit.values.name_words import PARTICLES
from citekit.values.names import Names, Person

_OTHERS = frozenset({"others", "and others", "et al", "et al."})
_NO = (False, 0, "0", "false")


def read_names(said: Any) -> Names | None:
    """The people of a name variable. `None` where it is no list of names; of a list that holds other things, too, those are left out
    (see `strangers`). A single object is a list of one, a string is read as databases write lists."""
    if isinstance(said, str):
        return parse_exported(said) or None
    if isinstance(said, Mapping):
        said = [said]
    if not isinstance(said, list):
        return None
    others = bool(said) and _is_others(said[-1])
    people = filter(None, map(_person, said[:-1] if others else said))
    return Names(tuple(people), others)


def strangers(said: Any) -> int:
    """How many members of a list are no names."""
    return sum(_person(each) is None and not _is_others(each) for each in said) if isinstance(said, list) else 0


def write_names(names: Names) -> list[dict[str, Any]]:
    """The inverse of `read_names`. A particle is written as non-dropping, since it goes with the family name (`Person.particle`)."""
    written = [_written(person) for person in names]
    return [*written, {"literal": "others"}] if names.others else written


def _is_others(said: Any) -> bool:
    if isinstance(said, str):
        return said.strip().lower() in _OTHERS
    if not isinstance(said, Mapping) or said.get("given") or _is_no(said.get("parse-names")):
        return False
    return str(said.get("literal") or said.get("family") or "").strip().lower() in _OTHERS


def _is_no(said: Any) -> bool:
    return any(said is no or (not isinstance(said, bool) and said == no) for no in _NO) if said is not None else False


def _person(said: Any) -> Person | None:
    if isinstance(said, str):
        return next(iter(parse_exported(said)), None)
    if not isinstance(said, Mapping):
        return None
    family, given = _text(said, "family"), _text(said, "given")
    particle = f"{_text(said, 'dropping-particle')} {_text(said, 'non-dropping-particle')}".strip()
    suffix = _text(said, "suffix")
    if not family:
        body = _text(said, "literal") or _text(said, "name")
        return Person(body, literal=True) if body else Person(given, "", particle, suffix) if given else None
    if not particle and not _is_no(said.get("parse-names")):
        family, given, particle = _particles_apart(family, given)
    return Person(family, given, particle, suffix)


def _text(said: Mapping[Any, Any], name: str) -> str:
    value = said.get(name)
    return one_line(plain(value)) if isinstance(value, str) else ""


def _particles_apart(family: str, given: str) -> tuple[str, str, str]:
    """`van der Berg`, `Anna` → `Berg`, `Anna`, `van der`; `Humboldt`, `Alexander von` → `Humboldt`, `Alexander`, `von`."""
    words, names = family.split(), given.split()
    start, end = 0, len(names)
    while start < len(words) - 1 and words[start] in PARTICLES:
        start += 1
    while end > 1 and names[end - 1] in PARTICLES:
        end -= 1
    return " ".join(words[start:]), " ".join(names[:end]), " ".join((*names[end:], *words[:start]))


def _written(person: Person) -> dict[str, Any]:
    parts = (("literal", person.family),) if person.literal else (
        ("family", person.family), ("given", person.given), ("non-dropping-particle", person.particle), ("suffix", person.suffix),
    )  # fmt: skip
    said: dict[str, Any] = {name: escaped(text) for name, text in parts if text}
    return said if not _is_others(said) and _person(said) == person else {**said, "parse-names": False}
