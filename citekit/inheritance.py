"""What an entry has from others: from its parent (`crossref`) and from the data it shares (`xdata`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from citekit.model import Field, Library, Names, Person, Problem, Reference
from citekit.values.key_lists import keys_in
from citekit.vocabulary import ALIASES, IN_A_BOOK

# biblatex 3.20, manual appendix B: parents, children, and what the parent's title is to the child. Where a child stands in a book,
# more parents give it their title than biblatex lets: BibTeX's `incollection` has a `book`, a `misc`, … for a parent.
_IN_BOOKS = IN_A_BOOK | {"bookinbook", "suppcollection"}
_MANY_VOLUMES = frozenset({"mvbook", "mvcollection", "mvreference", "mvproceedings"})
_ONE_VOLUME = frozenset({"book", "collection", "reference", "proceedings"})
_IN_PERIODICALS = frozenset({"article", "suppperiodical"})
_TITLES = {
    "main": {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"},
    "book": {"title": "container", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"},
    "journal": {"title": "container", "subtitle": "journalsubtitle", "titleaddon": "journaltitleaddon"},
}
_OTHER_TITLES = frozenset("shorttitle sorttitle indextitle indexsorttitle".split())
_WHOLE_BOOKS = ("book", "mvbook")
_IN_ONE_BOOK = ("inbook", "bookinbook", "suppbook")

# biblatex manual, appendix B: what no child takes from its parent …
_ITS_OWN = frozenset(
    "ids crossref xref entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype shorthand"
    " shorthandintro sortkey xdata".split()
)
# … and what says which work the parent is, or is kept about it: a paper with the DOI of its proceedings would be the proceedings.
_OF_THE_WHOLE = frozenset(
    "doi pmid pmcid eprint eprinttype eprintclass url urldate urlraw preprintdoi publisheddoi retraction correction concern abstract"
    " file pdf groups timestamp owner creationdate modificationdate date-added date-modified".split()
)
_DATE = ("year", "date", "month", "day", "endyear", "endmonth", "endday")
_PART = re.compile(r"\s*xdata\s*=\s*([^,\s]+?)-([A-Za-z]+)(?:-(\d+))?\s*")  # publisher = {xdata=acm-publisher}


def resolved(library: Library) -> Library:
    """The library with every reference in full: each has the fields it lacks and inherits, its items in the same order.

    An inherited field keeps its origin, which lies in the parent. `crossref` and `xdata` stay, and so do `@xdata` entries, which
    are no works. By BibTeX's rule (*BibTeXing* §4) a child takes what it lacks; by biblatex's (manual, appendix B and §3.13.6) the
    parent's title becomes its `booktitle`, `journaltitle` or `maintitle`. Parents inherit first, whatever the order in the file;
    of several `xdata` entries the last that has a field gives it. A date comes whole or not at all. Not inherited, other than
    biblatex has it: what identifies the parent (DOI, url, …), which would make the child the same work.

    Keys are compared without case where none is the same, as BibTeX does; `ids` are keys, too. Problems, added to the library's:
    `missing-parent`, and `inheritance-cycle` for the link that closes a circle, over which nothing is inherited.
    """
    family = _Family(_by_key(library.references))
    found = {id(reference): family.whole(reference) for reference in library.references}
    items = tuple(found[id(item)] if isinstance(item, Reference) else item for item in library.items)
    return replace(library, items=items, problems=(*library.problems, *family.problems))


def _by_key(references: tuple[Reference, ...]) -> dict[str, Reference]:
    """References by key; of a repeated one the first. Lower-case keys and other names (`ids`) stand behind real keys."""
    found: dict[str, Reference] = {}
    ways: tuple[Callable[[Reference], list[str]], ...] = (
        lambda each: [each.key],
        lambda each: [each.key.lower()],
        lambda each: [key for name in keys_in(each.get("ids")) for key in (name, name.lower())],
    )
    for keys in ways:
        for reference in references:
            for key in keys(reference):
                if key:
                    found.setdefault(key, reference)
    return found


@dataclass(slots=True)
class _Family:
    """The references by key, and those that are whole already."""

    by_key: Mapping[str, Reference]
    done: dict[int, Reference] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def whole(self, reference: Reference) -> Reference:
        """The reference with what it inherits, its forebears made whole before it."""
        path = [(reference, self._links(reference))]
        above = {id(reference)}
        given: dict[int, list[tuple[str, Reference]]] = {}
        while path:
            child, links = path[-1]
            link = next(links, None)
            if link is None:
                path.pop()
                above.discard(id(child))
                if id(child) not in self.done:
                    self.done[id(child)] = _child(child, given.pop(id(child), []), self.done)
            elif id(link[1]) in above:
                said = f"{link[0]} leads in a circle by way of {link[1].key}; nothing is inherited over it"
                self.problems.append(Problem.about("inheritance-cycle", said, child))
            else:
                given.setdefault(id(child), []).append(link)
                if id(link[1]) not in self.done:
                    path.append((link[1], self._links(link[1])))
                    above.add(id(link[1]))
        return self.done[id(reference)]

    def _links(self, reference: Reference) -> Iterator[tuple[str, Reference]]:
        """Where its fields come from: `("xdata", …)`, `("crossref", …)`, `("publisher", …)` for a single field."""
        if id(reference) in self.done or not ({"crossref", "xdata"} & reference.fields.keys() or _points(reference)):
            return
        named = [("xdata", key) for key in keys_in(reference.get("xdata"))]
        named += [(name, part[1]) for name, part in _parts(reference)]
        named += [("crossref", reference.get("crossref").strip())] if "crossref" in reference.fields else []
        for name, key in named:
            parent = self.by_key.get(key) or self.by_key.get(key.lower())
            if parent:
                yield name, parent
            elif key:
                said = f"{name} names {key}, which is not in this file"
                self.problems.append(Problem.about("missing-parent", said, reference))


def _points(reference: Reference) -> bool:
    return next(_parts(reference), None) is not None


def _parts(reference: Reference) -> Iterator[tuple[str, re.Match[str]]]:
    """Fields whose value is one field of an `@xdata` entry."""
    for name, found in reference.fields.items():
        value = found.value
        if isinstance(value, Names):
            value = value.people[0].family if len(value) == 1 else ""
        if "=" in value and (part := _PART.fullmatch(value)):
            yield name, part


def _child(child: Reference, links: list[tuple[str, Reference]], done: Mapping[int, Reference]) -> Reference:
    if not links:
        return child
    shared: dict[str, Field] = {}
    fields: dict[str, Field] = dict(child.fields)
    parts = dict(_parts(child))
    for name, parent in links:
        whole = done[id(parent)]
        if name == "xdata":
            shared |= whole.fields
        elif name in parts:
            fields[name] = _one_field(parts[name], whole) or fields[name]
    _fill(fields, {name: found for name, found in shared.items() if name not in _ITS_OWN})
    for name, parent in links:
        if name == "crossref":
            _fill(fields, dict(_handed_down(done[id(parent)], child.type)))
    return replace(child, fields=fields)


def _one_field(part: re.Match[str], parent: Reference) -> Field | None:
    """`xdata=acm-author-2`: a field of the entry, or the second of the names in it."""
    name = part[2].lower()
    found = parent.fields.get(ALIASES.get(name, name))
    place = int(part[3] or 0)
    if found is None or not place or not isinstance(found.value, Names):
        return found
    people: tuple[Person, ...] = found.value.people[place - 1 : place]
    return replace(found, value=Names(people)) if people else None


def _fill(fields: dict[str, Field], given: Mapping[str, Field]) -> None:
    """Adds what is missing. Parts of a date are added only to the same year's."""
    dated = {fields[name].value for name in ("year", "date") if name in fields}
    other_date = bool(dated) and not any(given[name].value in dated for name in ("year", "date") if name in given)
    for name, found in given.items():
        if name not in fields and not (other_date and name in _DATE):
            fields[name] = found


def _handed_down(parent: Reference, child_type: str) -> Iterator[tuple[str, Field]]:
    """The parent's fields under the names they have in a child of this type."""
    names = _titles(parent.type, child_type)
    if "title" in names and names["title"] in parent.fields:
        names = dict.fromkeys(names, "")  # a `booktitle` that the parent itself has is meant for its children
    for name, found in parent.fields.items():
        if name in _ITS_OWN or name in _OF_THE_WHOLE or (names and name in _OTHER_TITLES):
            continue
        if heir := names.get(name, name):
            yield heir, found
    if parent.type in _WHOLE_BOOKS and child_type in _IN_ONE_BOOK and "author" in parent.fields:
        yield "bookauthor", parent.fields["author"]


def _titles(parent: str, child: str) -> Mapping[str, str]:
    """What the parent's titles are to the child."""
    if parent in _MANY_VOLUMES and child in _IN_BOOKS | _ONE_VOLUME:
        return _TITLES["main"]
    if parent == "periodical" and child in _IN_PERIODICALS:
        return _TITLES["journal"]
    return _TITLES["book"] if child in _IN_BOOKS and parent not in _IN_BOOKS | {"xdata"} else {}
