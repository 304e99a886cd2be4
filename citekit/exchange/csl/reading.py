"""An item of CSL → `Reference`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from citekit.exchange.csl import dates, markup, names, types
from citekit.exchange.csl.issue import issue_fields, says_all
from citekit.exchange.csl.places import fields_for
from citekit.exchange.csl.unfolding import unfolded
from citekit.exchange.csl.values import read_text, verbatim
from citekit.exchange.csl.variables import BOOKKEEPING, DATES, NAMES, TEXTS, kept_as
from citekit.model import Field, Origin, Problem, Reference, Value
from citekit.values.identifiers import arxiv
from citekit.values.markup import lost_tags
from citekit.values.preprints import arxiv_number, names_archive

# biblatex manual §3.14.7: what `eprinttype` may be. In CSL they are archives.
ARCHIVES = frozenset({"arxiv", "jstor", "hdl", "googlebooks", "pubmed"})
# BibTeX ends a key at white space, commas and braces; biber and TeX stumble over the other marks.
_NO_KEY = re.compile(r"[\s,{}()\"'#%=~\\@]|://")
_LONGEST_KEY = 250


def from_item(item: object, origin: Origin) -> tuple[Reference, tuple[Problem, ...]]:
    """The reference that an item describes, and what a person should know: markup that is not kept, values of a wrong shape.

    Never raises. `origin` is the item's own; its fields get the same with the name of the variable and the value as it stood.
    The key is `citation-key`, or else `id` if it can be one; another `id` becomes the field `csl-id`.
    """
    if not isinstance(item, Mapping):
        return Reference(origin=origin), (_problem("unread", "no CSL item but another JSON value", origin),)
    said = unfolded(item)
    reading = _Reading(said, origin)
    for name, value in said.items():
        if value is not None and value not in ("", [], {}) and name not in BOOKKEEPING:
            reading.add(name, value)
    return reading.reference(), tuple(reading.problems)


def key_of(text: str) -> str:
    """The citation key that an id is; `""` for an address (`http://zotero.org/users/1/items/ABC`) and whatever BibTeX cannot read."""
    bare = text.strip()
    return "" if not bare or len(bare) > _LONGEST_KEY or _NO_KEY.search(bare) or not bare.isprintable() else bare


@dataclass(slots=True)
class _Reading:
    """What has been read of one item."""

    said: Mapping[str, Any]
    origin: Origin
    fields: dict[str, Field] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    kind: str = ""
    places: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        genre = self.said.get("genre")
        self.kind = types.entry_type(
            self._type, genre=genre if isinstance(genre, str) else "", in_a_work_of="container-author" in self.said
        )
        self.places = fields_for(self.kind, self.said.keys())

    @property
    def _type(self) -> str:
        said = self.said.get("type")
        return types.standard_type(said) or said.strip() if isinstance(said, str) else ""

    def add(self, name: str, value: Any) -> None:
        """Makes fields of one variable."""
        if name in DATES:
            self._add_date(name, value)
        elif name in NAMES:
            people = names.read_names(value)
            if people is None or (lost := names.strangers(value)):
                self._tell(
                    f"{name} is no list of names" if people is None else f"{name} holds {lost} that are no names"
                )
            self._set(NAMES[name] or kept_as(name), people, name, value) if people is not None else self._keep(
                name, value
            )
        elif name == "archive_location" and self._is_eprint():
            self._set("eprint", str(value).strip(), name, value)
        elif name == "archive" and self._is_eprint():
            self._set(
                "eprinttype", "arxiv" if str(value).strip().lower() == "arxiv" else str(value).strip(), name, value
            )
        elif name in TEXTS:
            self._add_text(name, value)
        else:
            self._keep(name, value)

    def _is_eprint(self) -> bool:
        archive, place = self.said.get("archive"), self.said.get("archive_location")
        if (
            not isinstance(archive, str)
            or not isinstance(place, str)
            or not place.strip()
            or plain_changes(archive, place)
        ):
            return False
        return archive.strip().lower() in ARCHIVES or names_archive(archive)

    def _add_text(self, name: str, value: Any) -> None:
        text = read_text(name, value)
        if text is None:
            self._tell(f"{name} is no text")
            self._keep(name, value)
            return
        if isinstance(value, str) and (lost := lost_tags(value)):
            self.problems.append(
                _problem("markup", f"the markup of {name} is not kept: {' '.join(lost[:5])}", self.origin)
            )
        if name == "number" and self._add_arxiv(text, value):
            return
        ours = TEXTS[name] if TEXTS[name] not in ("", "*") else self.places.get(name, "")
        if name == "genre" and text == types.GENRES.get(self.kind):
            return
        self._set(ours or kept_as(name), text, name, value)

    def _add_arxiv(self, text: str, value: Any) -> bool:
        """`arXiv:1706.03762 [cs.CL]`, as Zotero numbers preprints."""
        number, subject = arxiv(text) if text.lower().startswith("arxiv:") else ("", "")
        if number:
            for name, part in (("eprint", number), ("eprinttype", "arxiv"), ("eprintclass", subject)):
                self._set(name, part, "number", value)
        return bool(number)

    def _add_date(self, name: str, value: Any) -> None:
        text = dates.edtf(value)
        if text is None:
            self._tell(f"{name} is no date")
            self._keep(name, value)
        elif name != "issued":
            self._set(DATES[name] or kept_as(name), dates.canonical(text), name, value)
        else:
            found = issue_fields(text)
            for ours, part in found.items():
                self._set(ours, part, name, value)
            if text and not says_all(found, text):
                self._keep(name, value)

    def _keep(self, name: str, value: Any) -> None:
        """What citekit has no field for: text as it is, all else as JSON."""
        self._set(kept_as(name), verbatim(value).strip(), name, value)

    def _set(self, ours: str, value: Value, name: str, said: Any) -> None:
        if value:
            of = self.origin
            origin = Origin(of.file, of.format, of.line, of.number, verbatim(said), name)
            self.fields.setdefault(ours, Field(value, origin))

    def _tell(self, what: str) -> None:
        self.problems.append(_problem("unread", what, self.origin))

    def reference(self) -> Reference:
        """What has been read, with its key, and with what its type does not tell."""
        key = key_of(self._identity("citation-key"))
        for name in ("citation-key", "id"):
            text = self._identity(name)
            key = key or key_of(text)
            if text and text != key:
                self._set(kept_as(name), text, name, self.said[name])
        if "eprint" not in self.fields and (number := arxiv_number(f"doi:{doi}") if (doi := self._doi()) else ""):
            self._set("eprint", number, "DOI", doi)
            self._set("eprinttype", "arxiv", "DOI", doi)
        if subtype := types.subtype(self._type):
            self._set("entrysubtype", subtype, "type", self._type)
        reference = Reference(self.kind, key, self.fields, self.origin)
        if self._type and types.item_type(reference) != self._type:
            self._set(types.KEPT, self._type, "type", self._type)
        return replace(reference, fields=self.fields)

    def _identity(self, name: str) -> str:
        said = self.said.get(name)
        return str(said).strip() if isinstance(said, str | int | float) and not isinstance(said, bool) else ""

    def _doi(self) -> str:
        """The DOI if it is arXiv's."""
        doi = self.fields.get("doi")
        return str(doi.value) if doi and str(doi.value).lower().startswith("10.48550/arxiv.") else ""


def plain_changes(*texts: str) -> bool:
    return any(markup.plain(text) != text for text in texts)


def _problem(kind: str, message: str, origin: Origin) -> Problem:
    return Problem(kind, message, origin.file, origin.line)
