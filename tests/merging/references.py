"""References for tests of merging, written short."""

from citekit.model import Field, Names, Origin, Reference
from citekit.values.names import parse_person


def ref(file="page.txt", key="", type="article", **said):
    """A reference from a file (`.bib` is BibTeX), each of whose fields has that file as its origin. People stand with
    semicolons between; `others` at the end says that the list was cut."""
    format = "bibtex" if file.endswith(".bib") else "page"
    fields = {
        name: Field(value(name, text), Origin(file, format, name=name, text=f"{{{text}}}"))
        for name, text in said.items()
    }
    return Reference(type, key, fields, Origin(file, format))


def value(name, text):
    if name not in ("author", "editor"):
        return text
    people = [part.strip() for part in text.split(";")]
    return Names(tuple(parse_person(p) for p in people if p != "others"), people[-1] == "others")


def said(reference):
    """What a reference says, wherever it stood."""
    return reference.type, reference.key, {name: field.value for name, field in reference.fields.items()}


def where(fields):
    """The file of each field."""
    return {name: field.origin.file if field.origin else "" for name, field in fields.items()}
