"""The style of the medical journals: NLM's *Citing Medicine* in the form of the ICMJE samples.

Source: https://www.nlm.nih.gov/bsd/uniform_requirements.html (the samples are our tests). References stand in the order
given, six authors are named, no markup is used, and the journal's short name is taken where there is one.
"""

from __future__ import annotations

import re
from typing import Any

from pybtex.richtext import HRef, Text
from pybtex.style.formatting import toplevel
from pybtex.style.template import join, sentence

from citekit.render.links import doi_address
from citekit.render.styles import nlm
from citekit.render.styles.numbers import Points
from citekit.render.styles.values import ordinal
from citekit.render.template import LenientStyle
from citekit.values.dates import parse
from citekit.values.names import Names

_DEGREES = {"phdthesis": "dissertation", "mastersthesis": "master's thesis"}
_SUPPLEMENT = re.compile(r"suppl\b.*", re.IGNORECASE)  # Suppl 2; but 12 Suppl 7 is an issue's own supplement


class Style(LenientStyle):
    """The types it has no template for never come: see `citekit.render.entries.TYPES`."""

    default_sorting_style = "none"
    default_label_style = Points

    def get_article_template(self, e: Any) -> Any:
        journal = e.fields.get("container_short") or e.fields.get("container", "")
        return self._work(e, sentence[journal], sentence[_issue(e.fields)])

    def get_book_template(self, e: Any) -> Any:
        others = [_with_role(e, role) for role in ("editor", "translator") if "author" in e.persons]
        return self._work(e, _edition(e.fields), *others, *_book(e.fields))

    get_inbook_template = get_book_template
    get_proceedings_template = get_book_template
    get_manual_template = get_book_template

    def get_incollection_template(self, e: Any) -> Any:
        book = [sentence[e.fields["container"]], _edition(e.fields), *_book(e.fields)]
        return self._work(e, join["In: ", toplevel[_with_role(e, "editor"), *book]])

    get_inproceedings_template = get_incollection_template

    def get_phdthesis_template(self, e: Any) -> Any:
        return self._work(e, _imprint(e.fields, "school"), medium=e.fields.get("type", _DEGREES[e.type]))

    get_mastersthesis_template = get_phdthesis_template

    def get_techreport_template(self, e: Any) -> Any:
        number = e.fields.get("number", "")
        return self._work(
            e,
            sentence[e.fields.get("type", "")],
            _imprint(e.fields, "institution", dated=True),
            sentence[f"Report No.: {number}" if number else ""],
        )

    def get_misc_template(self, e: Any) -> Any:
        return self._work(e, sentence[e.fields.get("howpublished", "")], _imprint(e.fields, dated=True))

    get_booklet_template = get_misc_template
    get_unpublished_template = get_misc_template

    def get_online_template(self, e: Any) -> Any:
        site = e.fields.get("container", "")
        return self._work(e, sentence[site], _imprint(e.fields, dated=True, cited=True), medium="Internet")

    def _work(self, e: Any, *publication: Any, medium: str = "") -> Any:
        """Who. What [medium]. Where it was published. Notes. How to get it."""
        authors = e.persons.get("author", Names())
        in_a_book = e.type in ("incollection", "inproceedings")  # there the editors follow "In:"
        people = sentence[nlm.names(authors)] if authors or in_a_book else _with_role(e, "editor")
        title = e.fields.get("title", "")
        return toplevel[
            people,
            sentence[f"{title} [{medium}]" if medium and title else title],
            *publication,
            sentence[e.fields.get("note", "")],
            *_access(e.fields),
        ]


def _with_role(e: Any, role: str) -> Any:
    """`Harnden P, Joffe JK, editors.`"""
    people = e.persons.get(role, Names())
    return sentence[nlm.names(people), "" if not people else f"{role}s" if len(people) > 1 or people.others else role]


def _issue(fields: Any) -> str:
    """`2009 Jun 4;360(23):2426-37`, and whatever of it there is."""
    volume, number, pages = (fields.get(name, "") for name in ("volume", "number", "pages"))
    if number and volume and _SUPPLEMENT.fullmatch(number):
        where = f"{volume} {number}"
    else:
        where = volume + (f"({number})" if number else "")
    text = ";".join(part for part in (_date(fields), where) if part)
    if not pages:
        return text
    return f"{text}:{nlm.pages(pages)}" if text else f"p. {nlm.pages(pages)}"


def _date(fields: Any) -> str:
    return nlm.date(*(fields.get(name, "") for name in ("year", "month", "day")))


def _edition(fields: Any) -> Any:
    """`4th ed.`; a number or word that already says so stays as it is."""
    edition = ordinal(fields.get("edition", ""))
    return sentence[edition if not edition or re.search(r"\bed(ition)?\b", edition) else f"{edition} ed"]


def _book(fields: Any) -> list[Any]:
    """`Vol. 2. Berlin: Springer; 2002. p. 182-91. (Lecture notes in computer science; vol. 2278).`"""
    volume, series = fields.get("volume", ""), fields.get("series", "")
    number = fields.get("number", "") or volume
    return [
        sentence[f"Vol. {volume}" if volume and not series else ""],
        _imprint(fields),
        _extent(fields),
        sentence["" if not series else f"({series}; vol. {number})" if number else f"({series})"],
    ]


def _imprint(fields: Any, publisher: str = "publisher", dated: bool = False, cited: bool = False) -> Any:
    """`New York: Springer; 2002.` `dated`: with month and day. `cited`: with the day the page was seen."""
    who = next((fields[n] for n in (publisher, "publisher", "organization", "school") if fields.get(n)), "")
    place = ": ".join(part for part in (fields.get("address", ""), who) if part)
    when = _date(fields) if dated else fields.get("year", "")
    seen = parse(fields.get("urldate", "")) if cited else parse("")
    when += f" [cited {nlm.date(seen.year, seen.month, seen.day)}]" if seen.year else ""
    return sentence["; ".join(part for part in (place, when.strip()) if part)]


def _extent(fields: Any) -> Any:
    """`Chapter 3; p. 93-113.`"""
    chapter, pages = fields.get("chapter", ""), fields.get("pages", "")
    return sentence(sep="; ")[f"Chapter {chapter}" if chapter else "", f"p. {nlm.pages(pages)}" if pages else ""]


def _access(fields: Any) -> list[Any]:
    """`doi: 10.1136/bmj.a2752. PubMed PMID: 19129307; PubMed Central PMCID: PMC2615549.`, or without a DOI the address."""
    get = fields.get
    doi, pmid, pmcid, url, eprint = (get(name, "") for name in ("doi", "pmid", "pmcid", "url", "eprint"))
    archive = get("eprinttype", "arXiv")
    arxiv = f"https://arxiv.org/abs/{eprint}" if archive.lower() == "arxiv" else ""
    return [
        sentence[Text(f"{archive}:", HRef(arxiv, eprint)) if eprint else ""],
        sentence[Text("doi: ", HRef(doi_address(doi), doi)) if doi else ""],
        sentence(sep="; ")[
            f"PubMed PMID: {pmid}" if pmid else "",
            f"PubMed Central PMCID: {pmcid}" if pmcid else "",
        ],
        _available(url) if url and not doi else "",
    ]


def _available(url: str) -> Any:
    """No point after an address, as it would be taken for a part of it; after a slash it does no harm (ICMJE 43)."""
    return Text("Available from: ", HRef(url, url), "." if url.endswith("/") else "")
