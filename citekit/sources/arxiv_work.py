"""A work as arXiv describes it: an entry of its feed (`arxiv_feed`) → `Work`."""

from __future__ import annotations

import re

from citekit.sources.reading import day, person, record, text, texts, years
from citekit.sources.work import Notice, Relation, Work
from citekit.values.identifier_forms import bare_arxiv
from citekit.values.identifiers import doi as bare_doi
from citekit.values.names import Names

_PREFIX = "10.48550/arXiv."  # https://info.arxiv.org/help/doi.html
_WITHDRAWN = re.compile(
    r"\b(?:paper|article|submission|manuscript|preprint|work) (?:has been|is|was) withdrawn\b", re.IGNORECASE
)
_VERSION = re.compile(r"v\d+$")


def number_of(entry: object) -> str:
    """The arXiv number of an entry with its version, `1706.03762v7`; `""` when it has none, as an entry about an error."""
    return bare_arxiv(text(record(entry).get("id")))


def parse_work(entry: object, asked: str = "") -> Work | None:
    """Reads one entry. Never raises: what is missing or of an unexpected type is absent. `None` when it has no number.

    `asked` is the number that was asked for; `arxiv` is without version where that was.
    """
    said = record(entry)
    number = number_of(said)
    if not number:
        return None
    bare = _VERSION.sub("", number)
    doi = _PREFIX + bare
    published, updated = day(said.get("published")), day(said.get("updated"))
    return Work(
        doi,
        "posted-content",
        text(said.get("title")),
        authors=_people(said.get("authors")),
        years=years(published, updated),
        issued=published,
        publisher="arXiv",
        arxiv=number if _VERSION.search(asked) else bare,
        url=f"https://arxiv.org/abs/{number if _VERSION.search(asked) else bare}",
        updated_by=(Notice("withdrawal", doi, updated),)
        if _is_withdrawn(text(said.get("summary")), text(said.get("comment")))
        else (),
        relations=_published(text(said.get("doi")), text(said.get("journal_ref"))),
        source="arXiv",
    )


def _people(names: object) -> Names:
    people = (person(name) for name in (texts(*names) if isinstance(names, list) else ()))
    return Names(tuple(one for one in people if one))


def _published(*said: str) -> tuple[Relation, ...]:
    """The article it became: `arxiv:doi` may hold several DOIs, `journal_ref` may hold one."""
    dois = [doi for each in said for word in each.split() if (doi := bare_doi(word))]
    others = {doi.lower(): doi for doi in reversed(dois) if not doi.lower().startswith(_PREFIX.lower())}
    return tuple(Relation("is-preprint-of", doi) for doi in reversed(others.values()))


def _is_withdrawn(summary: str, comment: str) -> bool:
    return bool(_WITHDRAWN.search(summary[:120]) or _WITHDRAWN.search(comment))
