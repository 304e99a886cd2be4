"""HTML → `Library`: the page's own record from its metadata, then the references it lists.

References come from lists in the markup, from COinS and from `citation_reference` tags. Where a page has none of these, its
visible text is read as if it had been copied. What a page says beside its references (navigation, prose) is not kept;
within a list, text that is no reference becomes an `unused` block. Where a page tells how to cite it, that is its own record
once more and no reference.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from citekit.model import Library, Origin, Problem, Progress, Reference, unheard
from citekit.readers.described import Described
from citekit.readers.html.entries import Entry
from citekit.readers.html.lines import take_apart
from citekit.readers.html.links import identifiers
from citekit.readers.html.lists import listed
from citekit.readers.html.metadata import openurl
from citekit.readers.html.metadata.cited import cited_works, paired
from citekit.readers.html.metadata.own import is_cited_in, own_record
from citekit.readers.html.page import COINS_MARK, Page
from citekit.readers.html.recognise import looks_like
from citekit.readers.relined import relined
from citekit.readers.text import reader as text_reader

__all__ = ["looks_like", "read"]

FORMAT = "HTML page"
# What a string may say of a web page: its numbers are parts of dates.
_OF_A_WEB_PAGE = frozenset({"author", "editor", "doi", "pmid", "url", "urldate"})


def read(text: str, file: str, tell: Progress = unheard) -> Library:
    """Reads any page or fragment of one. Never raises. `Origin.line` is the line in the source."""
    page = take_apart(text)
    found = listed(page)
    own = own_record(page, found.own_coins)
    cited = [entry for entry in found.entries if not (own and is_cited_in(own, entry.text))]
    entries = paired(cited, cited_works(page.metas))
    if not entries:
        return _as_copied(page, own, file, tell)
    references, problems = _read_entries(entries, file, tell)
    mine = [_reference(own, file)] if own else []
    return Library((*mine, *references, *found.unused), tuple(problems), file, FORMAT)


def _read_entries(
    entries: Sequence[tuple[Entry, Described | None]], file: str, tell: Progress
) -> tuple[list[Reference], list[Problem]]:
    """What metadata say of a reference wins, its string fills in; of a string that metadata explain no doubts are told."""
    origins = [Origin(file, FORMAT, entry.line, number, entry.text) for number, (entry, _) in enumerate(entries, 1)]
    described = [openurl.read(entry.openurl, entry.line) or told for entry, told in entries]
    plain = [origin for origin, told in zip(origins, described, strict=True) if not told]
    explained = [origin for origin, told in zip(origins, described, strict=True) if told and origin.text]
    read_plain, problems = text_reader.read_strings(plain, tell)
    read_explained, _ = text_reader.read_strings(explained, tell)
    strings = {reference.origin: reference for reference in (*read_plain, *read_explained)}
    references = []
    for (entry, _), origin, told in zip(entries, origins, described, strict=True):
        reference = _filled(told, strings.get(origin), origin) if told else strings[origin]
        references.append(_with_identifiers(reference, identifiers(entry.links), origin))
    return references, problems


def _filled(told: Described, string: Reference | None, origin: Origin) -> Reference:
    if string:
        known = _OF_A_WEB_PAGE if told.type == "online" else string.fields.keys() - {"note"}
        fields = {name: field.value for name, field in string.fields.items() if name in known}
        told = told.filled_from(Described(string.type, fields))
    else:
        origin = replace(origin, text=told.text)
    return Reference(told.type, origin=origin).with_fields(told.fields, origin)


def _with_identifiers(reference: Reference, found: Mapping[str, str], origin: Origin) -> Reference:
    """DOI and PMID from the links, where the text lacks them."""
    return reference.with_fields({name: value for name, value in found.items() if not reference.get(name)}, origin)


def _reference(own: Described, file: str) -> Reference:
    origin = Origin(file, FORMAT, own.line, 0, own.text)
    return Reference(own.type, origin=origin).with_fields(own.fields, origin)


# ---------------------------------------------------------------- without marks of references


def _as_copied(page: Page, own: Described | None, file: str, tell: Progress) -> Library:
    """The visible text as the text reader reads it, each block a paragraph. A record that it finds for the page fills in the metadata's."""
    lines: list[str] = []
    numbers: list[int] = []
    for line in page.lines:
        if own and is_cited_in(own, line.text):
            continue
        for text in (*line.text.replace(COINS_MARK, " ").split("\n"), ""):
            lines.append(text)
            numbers.append(line.number)
    library = relined(text_reader.read("\n".join(lines), file, FORMAT, tell), numbers)
    if own is None:
        return library
    its_own = [item for item in library.references if item.origin and item.origin.number == 0]
    for reference in its_own:
        own = own.filled_from(Described(reference.type, {name: f.value for name, f in reference.fields.items()}))
    others = [item for item in library.items if item not in its_own]
    return replace(library, items=(_reference(own, file), *others))
