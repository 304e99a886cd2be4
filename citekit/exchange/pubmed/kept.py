"""Terms, notices, and what a record of PubMed says that we have no field for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citekit.exchange.pubmed.said import Parts, Record, Said
from citekit.exchange.pubmed.tags import ABOUT_ONE, NOTICES, VERBATIM, field_of
from citekit.values.identifiers import doi


def keywords(record: Record) -> Parts:
    """The authors' and the library's own terms, without the star of a main topic; the latter are kept as they are, too."""
    said = record.all("OT", "MH")
    if said:
        yield "keywords", ", ".join(dict.fromkeys(keyword(each.value) for each in said)), said[0]
    subjects = record.all("MH")
    if subjects:
        yield field_of("MH"), "; ".join(each.value for each in subjects), subjects[0]


def keyword(text: str) -> str:
    """`Brain Ischemia/diagnostic imaging/*surgery` without its star."""
    return text.replace("/*", "/").removeprefix("*")


def notices(record: Record) -> Parts:
    """The DOIs of notices that the work was retracted, corrected or put in doubt."""
    for field in dict.fromkeys(NOTICES.values()):
        said = record.all(*(tag for tag, meaning in NOTICES.items() if meaning == field))
        found = {name: each for each in said if (name := doi(each.value))}
        if found:
            yield field, ", ".join(found), next(iter(found.values()))


def verbatim(record: Record, meaning: Callable[[str], str]) -> Parts:
    """Tags that we have no field for, each value once."""
    numbered = _numbered(record.said)
    for tag, said in record.tags.items():
        if meaning(tag) == VERBATIM and not (tag == "IR" and "FIR" in record.tags):
            values = numbered[tag] if tag in ABOUT_ONE else [each.value for each in said]
            yield field_of(tag), "; ".join(dict.fromkeys(values)), said[0]


ROLES = {"FAU": "", "AU": "", "CN": "", "FED": "e", "ED": "e", "FIR": "i", "IR": "i"}
"""Tags of names, and the letter that stands before their numbers."""


def _numbered(said: Sequence[Said]) -> dict[str, list[str]]:
    """What stands behind names, with the number of the name: `[2] Mayo Clinic`; the second editor's is `[e2]`, an investigator's `[i2]`."""
    found: dict[str, list[str]] = {tag: [] for tag in ABOUT_ONE}
    counted = dict.fromkeys(ROLES.values(), 0)
    role = before = ""
    for each in said:
        if each.tag in ROLES:
            role = ROLES[each.tag]
            counted[role] += before != f"F{each.tag}"
            before = each.tag
        elif each.tag in found:
            found[each.tag].append(f"[{role}{counted[role]}] {each.value}" if before else each.value)
    return found
