"""One record of EndNote XML, element by element, into the fields of a reference."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citekit.exchange.endnote_xml.kinds import GENERIC, Kind
from citekit.exchange.endnote_xml.rows import BOOKKEEPING, PEOPLE
from citekit.readers.endnote_xml.values import accessed, lines, numbers, people
from citekit.readers.xml import Element
from citekit.readers.xml.foreign_fields import ForeignFields
from citekit.values import identifiers, pages
from citekit.values.names import Names, Person

_KEY = re.compile(r"[A-Za-z][\w:.+/-]{2,}")  # Smith2009, not 29937971, nor a shelf mark
_PMCID = re.compile(r"PMC\d+")
_URL = re.compile(r"(?:https?|ftp)://\S+|www\.\S+", re.IGNORECASE)


@dataclass(slots=True)
class Reading(ForeignFields):
    """What has been read of a record of this kind. `journals` are the names of journals and books that it gives."""

    kind: Kind = GENERIC
    key: str = ""
    journals: list[tuple[str, str, Element]] = field(default_factory=list)

    # ------------------------------------------------------------ one element of the record

    def add(self, element: Element) -> None:
        name = element.name
        if name in BOOKKEEPING or name in ("dates", "accession-num"):
            return  # `settle` needs the other fields for these
        if name in ("contributors", "titles", "urls"):
            for child in element.children():
                self._url(child) if name == "urls" else self.add(child)
        elif name in PEOPLE:
            self._contributors(element)
        elif name in ("periodical", "alt-periodical"):
            self.journals += [(f"{name}-{each.name}", text, each) for each in element.children() if (text := one(each))]
        elif name == "alt-title" or (name == "secondary-title" and self.kind.meaning(name) == "container"):
            self.journals.append((name, one(element), element))
        elif name == "keywords":
            words = [word.strip() for each in element.children() for line in lines(each) for word in line.split(";")]
            self.put("keywords", ", ".join(filter(None, words)), element)
        else:
            self._row(element)

    def _row(self, element: Element) -> None:
        name = element.name
        special = {
            "pages": self._pages, "isbn": self._numbers, "electronic-resource-num": self._doi, "label": self._label,
            "access-date": self._accessed, "publisher": self._publisher, "custom2": self._custom2,
        }.get(name)  # fmt: skip
        text = "\n".join(lines(element)) if name in ("abstract", "notes", "research-notes") else one(element)
        meaning = self.kind.meaning(name)
        if not text:
            return
        if special:
            special(text, element)
        elif meaning:
            self.put(meaning, text, element)
        elif name == "volume" and self.kind.name == "Thesis" and "type" not in self.fields:
            self.put("type", text, element)  # EndNote calls the volume of a thesis its degree
        else:
            self.keep(name, text, element)

    def _contributors(self, element: Element) -> None:
        names = people(element.children())
        meaning = self.kind.meaning(element.name)
        if meaning:
            self.put(meaning, names, element)
        else:
            self.keep(element.name, " and ".join(each.inverted for each in names), element)

    def _pages(self, text: str, element: Element) -> None:
        """In books EndNote calls this the number of pages; many give a range there."""
        _, total = pages.read(text)
        span = pages.span(text)
        if self.kind.meaning("pages") == "pagetotal" and (total or span is None or span[0] == span[1]):
            self.put("pagetotal", total or text, element)
        else:
            self.put("pages", pages.expand(text), element)

    def _numbers(self, text: str, element: Element) -> None:
        """ISBNs and ISSNs, in reports and patents their number."""
        issn, isbn = numbers(lines(element), "issn"), numbers(lines(element), "isbn")
        if self.kind.type == "patent" or not (issn or isbn):
            ours = {"article": "issn", "periodical": "issn", "techreport": "number", "patent": "number"}
            self.put(ours.get(self.kind.type, "isbn"), text, element)
        else:
            self.put("issn", issn, element)
            self.put("isbn", isbn, element)

    def _doi(self, text: str, element: Element) -> None:
        found = identifiers.mended_doi(text)
        if found:
            self.put("doi", found, element)
        else:
            self.eprint(text, element)

    def eprint(self, text: str, element: Element) -> None:
        number, archive = identifiers.arxiv(text)
        if not number:
            self.keep(element.name, text, element)
            return
        for name, value in (("eprint", number), ("eprinttype", "arxiv"), ("eprintclass", archive)):
            self.put(name, value, element)

    def _label(self, text: str, element: Element) -> None:
        if _KEY.fullmatch(text):
            self.key = text
        else:
            self.keep("label", text, element)

    def _accessed(self, text: str, element: Element) -> None:
        day = accessed(text)
        self.put("urldate", day, element) if day else self.keep("access-date", text, element)

    def _publisher(self, text: str, element: Element) -> None:
        if self.kind.type == "patent":
            holders = tuple(Person(name.strip(), literal=True) for name in text.split(";") if name.strip())
            self.put("holder", Names(holders), element)
        else:
            self.put(self.kind.meaning("publisher"), text, element)

    def _custom2(self, text: str, element: Element) -> None:
        self.put("pmcid", text, element) if _PMCID.fullmatch(text) else self.keep("custom2", text, element)

    def _url(self, group: Element) -> None:
        for element in group.children() or [group]:
            text = one(element)
            if group.name == "pdf-urls":
                self.also("file", text, element, "; ")
            elif "url" not in self.fields and _URL.fullmatch(text) and group.name != "image-urls":
                self.put("url", text, element, group.name)
            elif text and text != self.text("url"):
                self.keep(group.name, text, element)


def one(element: Element) -> str:
    return " ".join(lines(element))
