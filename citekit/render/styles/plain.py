"""BibTeX's plain: pybtex's templates for it, where they print all that a reference has.

Unlike BibTeX, titles keep their capitals: our values hold no braces that say which capitals must stay (*DIRA*).
"""

from __future__ import annotations

from typing import Any

from pybtex.style.formatting import toplevel, unsrt
from pybtex.style.names import BaseNameStyle
from pybtex.style.sorting import BaseSortingStyle
from pybtex.style.template import first_of, href, join, optional, sentence, tag, words

from citekit.render.links import doi_address, resolves
from citekit.render.styles.numbers import Brackets
from citekit.render.styles.values import month_names, ordinal
from citekit.render.template import LenientStyle, field
from citekit.values.names import Names, Person
from citekit.values.pages import dashed, expand
from citekit.values.text import fold

_DATE = words[field("month"), field("year")]
_PLACE_IN_JOURNAL = first_of[
    optional[field("volume"), optional["(", field("number"), ")"], optional[":", unsrt.pages]],
    optional["(", field("number"), ")", optional[":", unsrt.pages]],
    optional["pages ", unsrt.pages],
]


class Name(BaseNameStyle):  # type: ignore[misc]
    """`Annet van Royen-Kerkhoff`, `Martin Luther King, Jr.`, `World Health Organization`."""

    def format(self, person: Person, abbr: bool = False) -> str:
        name = " ".join(part for part in (person.given, person.particle, person.family) if part)
        return f"{name}, {person.suffix}" if person.suffix else name


class Order(BaseSortingStyle):  # type: ignore[misc]
    """By author, year and title as plain.bst: editors, else an organization, stand in for missing authors."""

    def sorting_key(self, entry: Any) -> tuple[list[list[str]], str, str]:
        people = entry.persons.get("author") or entry.persons.get("editor") or ()
        names = [[fold(f"{p.particle} {p.family}"), fold(p.given), fold(p.suffix)] for p in people]
        if not names and "organization" in entry.fields:
            names = [[fold(entry.fields["organization"])]]
        return names, entry.fields.get("year", ""), fold(entry.fields.get("title", ""))


def _pages(text: str) -> str:
    """`182-91` → `182--191`; unsrt makes a dash of the hyphens."""
    return dashed(expand(text))


class Style(LenientStyle, unsrt.Style):  # type: ignore[misc]
    """plain.bst as pybtex knows it. The types it does not know are `misc`."""

    default_name_style = Name
    default_sorting_style = Order
    default_label_style = Brackets
    printed = {"month": month_names, "pages": _pages, "edition": ordinal}  # noqa: RUF012

    def format_title(self, e: Any, which_field: str, as_sentence: bool = True) -> Any:
        return sentence[field(which_field)] if as_sentence else field(which_field)

    def format_editor(self, e: Any, as_sentence: bool = True) -> Any:
        people = e.persons.get("editor", Names())
        word = "editors" if len(people) > 1 or people.others else "editor"
        result = optional[self.format_names("editor", as_sentence=False), ", ", word]
        return sentence[result] if as_sentence else result

    def get_article_template(self, e: Any) -> Any:
        return toplevel[
            self.format_names("author"),
            self.format_title(e, "title"),
            sentence[tag("em")[field("journal")], _PLACE_IN_JOURNAL, _DATE],
            sentence[field("note")],
            self.format_web_refs(e),
        ]

    def get_misc_template(self, e: Any) -> Any:
        return toplevel[
            self.format_author_or_editor(e),
            self.format_title(e, "title"),
            sentence[
                field("howpublished"),
                tag("em")[field("container")],
                first_of[optional[field("publisher")], optional[field("organization")], optional[field("school")]],
                field("address"),
                _DATE,
            ],
            sentence[field("note")],
            self.format_web_refs(e),
        ]

    def format_web_refs(self, e: Any) -> Any:
        """`URL: …, arXiv:…, PMID:…, doi:…`; the URL is left out where it only leads to the DOI."""
        get = e.fields.get
        url, eprint, pmid, doi = get("url", ""), get("eprint", ""), get("pmid", ""), get("doi", "")
        visited = join[" (visited on ", get("urldate"), ")"] if "urldate" in e.fields else ""
        archive = get("eprinttype", "arXiv")
        is_arxiv = archive.lower() == "arxiv"
        return sentence[
            join["URL: ", href(url)[url], visited] if url and not resolves(url, doi) else "",
            href(f"https://arxiv.org/abs/{eprint}" if is_arxiv else "")[
                f"{'arXiv' if is_arxiv else archive}:{eprint}" if eprint else ""
            ],
            href(f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/")[f"PMID:{pmid}" if pmid else ""],
            href(doi_address(doi))[f"doi:{doi}" if doi else ""],
        ]
