"""`Reference` → an item of CSL."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from citekit.exchange.csl import dates, types
from citekit.exchange.csl import names as csl_names
from citekit.exchange.csl.issue import issue_fields, issued
from citekit.exchange.csl.places import fields_for, publishers
from citekit.exchange.csl.reading import ARCHIVES
from citekit.exchange.csl.values import as_it_stood, item_text, loaded, read_text
from citekit.exchange.csl.variables import DATES, NAMES, PREFIX, TEXTS, kept_as, kept_variable
from citekit.model import Names, Person, Reference
from citekit.values.identifier_forms import bare_arxiv
from citekit.values.name_exports import parse_exported
from citekit.values.preprints import arxiv_number, names_archive

_ID = kept_as("id")
_KEPT_AS = {name: kept_as(name) for name in (*TEXTS, *DATES, *NAMES)}


def to_item(reference: Reference) -> dict[str, Any]:
    """The item that a reference is: `id`, `type` and `citation-key` first, then names, dates and the rest in the order of the specification.

    The key is `id`, by which pandoc cites, and `citation-key`, by which Zotero knows it. There is no `id` where the reference has neither a key nor a `csl-id`. A value that was read from CSL and has not changed since
    is written as it stood there, markup included.
    """
    return written(reference)[0]


def written(reference: Reference) -> tuple[dict[str, Any], frozenset[str]]:
    """The item, and the names of the fields that it holds."""
    writing = _Writing(reference)
    writing.add_all()
    identity = reference.key or reference.get(_ID)
    head: dict[str, Any] = {"id": identity} if identity else {}
    head["type"] = types.item_type(reference)
    if reference.key:
        head["citation-key"] = reference.key
    return head | writing.item, frozenset(writing.held if reference.key else {*writing.held, _ID})


@dataclass(slots=True)
class _Writing:
    """What has been written of one reference."""

    reference: Reference
    item: dict[str, Any] = field(default_factory=dict)
    held: set[str] = field(default_factory=lambda: {types.KEPT, "entrysubtype"})

    def add_all(self) -> None:
        for variable in NAMES:
            self._add_names(variable)
        self._add_issued()
        for variable in DATES:
            if variable != "issued":
                self._add_date(variable)
        places = self._places()
        fields = self.reference.fields
        for variable, name in TEXTS.items():
            ours = name if name not in ("", "*") else places.get(variable, "")
            if ours in fields:
                self._add_text(variable, ours)
            elif _KEPT_AS[variable] in fields:
                self._add_text(variable, _KEPT_AS[variable])
        self._add_eprint()
        self._add_rest()

    def _places(self) -> dict[str, str]:
        """The fields of the variables that depend on the type, as this reference has them."""
        reference = self.reference
        variables = [
            name
            for name, ours in (("collection-title", "series"), ("container-title", "container"))
            if reference.get(ours)
        ]
        places = dict(fields_for(reference.type, variables))
        places["publisher"] = next((name for name in publishers(reference.type) if reference.get(name)), "")
        return places

    def _add_names(self, variable: str) -> None:
        ours = NAMES[variable] or _KEPT_AS[variable]
        found = self.reference.fields.get(ours)
        if found is None:
            return
        names = found.value if isinstance(found.value, Names) else _named(found.value)
        said = as_it_stood(found, variable, csl_names.read_names, names)
        self._put(variable, said or csl_names.write_names(names), ours)

    def _add_issued(self) -> None:
        names = ("year", "month", "day", "date")
        values = {name: self.reference.get(name) for name in names if self.reference.get(name)}
        kept = loaded(self.reference.get(kept_as("issued")))
        for candidate in (*(self.reference.fields[name] for name in values), None):
            said = kept if candidate is None else as_it_stood(candidate, "issued", _issue_fields, values)
            if isinstance(said, dict) and _issue_fields(said) == values:
                self._put("issued", said, *values, kept_as("issued"))
                return
        if said := issued(*(values.get(name, "") for name in names)):
            self._put("issued", said, *values)

    def _add_date(self, variable: str) -> None:
        ours = DATES[variable] or _KEPT_AS[variable]
        found = self.reference.fields.get(ours)
        if found is not None and (text := self.reference.get(ours)):
            said = as_it_stood(found, variable, _canonical, text)
            self._put(variable, said if isinstance(said, dict) else dates.item_date(text), ours)

    def _add_text(self, variable: str, ours: str) -> None:
        found = self.reference.fields[ours]
        text = self.reference.get(ours)
        if not text or variable in self.item:
            return
        if variable == "title" and (subtitle := self.reference.get("subtitle")):
            text = text if subtitle in text else f"{text}: {subtitle}"
            self.held.add("subtitle")
        said = as_it_stood(found, variable, lambda each: read_text(variable, each), text)
        self._put(variable, said or item_text(variable, text), ours)

    def _add_eprint(self) -> None:
        """arXiv's number as Zotero has it, unless arXiv's DOI says it; other archives with their place."""
        number, kind = self.reference.get("eprint"), self.reference.get("eprinttype")
        if not number:
            return
        kind = kind or ("arxiv" if bare_arxiv(number) else "")
        names = ("eprint", "eprinttype", "eprintclass")
        subject = f" [{self.reference.get('eprintclass')}]" if self.reference.get("eprintclass") else ""
        origin = self.reference.fields["eprint"].origin
        if kind.lower() == "arxiv":
            if origin and origin.name == "DOI" and arxiv_number(f"doi:{self.reference.doi}") == number:
                self.held |= {"eprint", "eprinttype"}
            elif "number" not in self.item and not (origin and origin.name == "archive_location"):
                self._put("number", f"arXiv:{number.removeprefix('arXiv:')}{subject}", *names)
            elif "archive" not in self.item:
                self._put_archive("arXiv", number)
        elif kind.lower() == "pubmed" and "PMID" not in self.item:
            self._put("PMID", number, "eprint", "eprinttype")
        elif (kind.lower() in ARCHIVES or names_archive(kind)) and "archive" not in self.item:
            self._put_archive(kind, number)

    def _put_archive(self, archive: str, number: str) -> None:
        self._put("archive", archive, "eprinttype")
        self._put("archive_location", number, "eprint")

    def _add_rest(self) -> None:
        """The genre that a type implies, and what is neither CSL's nor ours but came from an item."""
        genre = types.GENRES.get(self.reference.type)
        if genre:
            self.item.setdefault("genre", genre)
        for name, found in self.reference.fields.items():
            if name.startswith(PREFIX) and name not in (*self.held, _ID) and (text := self.reference.get(name)):
                origin = found.origin
                variable = (
                    origin.name if origin and origin.name and kept_as(origin.name) == name else kept_variable(name)
                )
                if variable not in self.item:
                    said = loaded(text)
                    is_ready = variable not in DATES or isinstance(said, dict)
                    self._put(variable, said if is_ready else dates.item_date(text), name)

    def _put(self, variable: str, said: Any, *fields: str) -> None:
        self.item[variable] = said
        self.held.update(fields)


def _named(text: str) -> Names:
    """People that a field has as text; what names nobody (`[No authors listed]`) is one literal name."""
    return parse_exported(text) or Names((Person(text, literal=True),))


def _canonical(said: Any) -> str | None:
    text = dates.edtf(said)
    return dates.canonical(text) if text else text


def _issue_fields(said: Any) -> dict[str, str]:
    return issue_fields(dates.edtf(said) or "")
