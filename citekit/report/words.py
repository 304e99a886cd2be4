"""Words that the reports share: places, numbers, values."""

from __future__ import annotations

from citekit.model import Reference, Value


def place(reference: Reference) -> str:
    """Where a reference stood: `mine.bib leung1985`, `page.txt itself` (its own record), `page.txt no. 3`."""
    origin = reference.origin
    if origin is None:
        return reference.key
    if origin.format == "bibtex":
        return f"{origin.file} {reference.key}".strip()
    return f"{origin.file} itself" if origin.number == 0 else f"{origin.file} no. {origin.number}"


# The names of formats where people call them otherwise. A page is called by its site, a plugin's format by its own name.
_FORMATS = {
    "bibtex": "BibTeX",
    "csl-json": "CSL-JSON",
    "csl-yaml": "CSL-YAML",
    "docx": "Word",
    "endnote-xml": "EndNote XML",
    "enw": "EndNote",
    "hayagriva": "Hayagriva",
    "html": "web page",
    "isi": "Web of Science",
    "mods": "MODS",
    "nbib": "PubMed",
    "pdf": "PDF",
    "pubmed-xml": "PubMed XML",
    "records": "JSON",
    "ris": "RIS",
    "zotero": "Zotero",
}


def format_name(form: str) -> str:
    """What people call a format: `RIS`, `Web of Science`, `SpringerLink page`."""
    return _FORMATS.get(form, form)


def is_own(reference: Reference) -> bool:
    """Is it the record of the page itself rather than one of its references?"""
    return reference.origin is not None and reference.origin.number == 0


def count(number: int, noun: str) -> str:
    """`1 work`, `1,234 works`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def shown(value: Value) -> str:
    """A value for people: names as `Reddy, S.; Jia, S.; et al.`"""
    if isinstance(value, str):
        return value
    return "; ".join([*(person.inverted for person in value), *(["et al."] if value.others else [])])
