"""Names of people as the line-tagged formats have them: one a tag, `Family, Given, Suffix`, a body with a comma behind it.

The commas behind and inside the names of bodies are EndNote's rules (its manual, "Entering Author Names", "Corporate Authors").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.values.name_exports import exported_person, parse_exported
from citekit.values.name_words import is_body
from citekit.values.names import Names, Person, parse_person

OTHERS = "et al.,"
"""How a list that is cut ends in EndNote and Reference Manager, so that it is not turned into *al., et*."""

_OTHERS = re.compile(r"(?:and |& )?(?:et\.? ?al|others)\.?,?", re.IGNORECASE)
_CUT = re.compile(r"[\s,;]+(?:(?:and|&) )?(?:et\.? al\.?|others),?$", re.IGNORECASE)
_NOBODY = re.compile(r"\[?(?:anon(?:ymous)?|no authors? (?:listed|given))\.?\]", re.IGNORECASE)


def names(values: Sequence[str]) -> Names:
    """The names that stand behind the tags of one role. *et al.* and *others* say that the list is cut; `[Anonymous]` is nobody."""
    people: list[Person] = []
    others = False
    for value in values:
        text = value.strip()
        if _OTHERS.fullmatch(text):
            others = True
            continue
        if cut := _CUT.search(text[-30:]):
            text, others = text[: len(text) - 30 + cut.start()] if len(text) > 30 else text[: cut.start()], True
        people += (person for person in _read(text) if person.family)
    return Names(tuple(people), others)


def _read(text: str) -> Iterator[Person]:
    if not text.strip(" ,;.") or _NOBODY.fullmatch(text):
        return
    if text.endswith(",") or ",," in text:
        # A comma behind a body's name; inside it the first comma is written twice: `University of California,, Berkeley`.
        yield Person(text.rstrip(", ").replace(",,", ","), literal=True)
    elif ";" in text:
        for part in text.split(";"):
            yield from _read(part.strip())
    elif "," in text and (text.count(",") > 2 or (" and " in text and not is_body(text))):
        yield from parse_exported(text)
    elif "," in text:
        yield parse_person(text)
    else:
        yield exported_person(text)


def written(people: Names) -> list[str]:
    """Each name as it stands behind its tag, `et al.,` last where the list is cut."""
    return [*map(_written, people), *([OTHERS] if people.others else [])]


def _written(person: Person) -> str:
    if person.literal:
        return person.family.replace(",", ",,", 1) if "," in person.family else f"{person.family},"
    family = f"{person.particle} {person.family}".strip()
    if not person.given and not person.suffix:
        return family if parse_person(family) == person and exported_person(family) == person else f"{family},"
    return ", ".join(part for part in (family, person.given, person.suffix) if part)
