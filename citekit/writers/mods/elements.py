"""What a reference says as elements of MODS, each by itself. https://www.loc.gov/standards/mods/userguide/"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.exchange.mods import words
from citekit.exchange.mods.roles import relator
from citekit.values import pages
from citekit.values.names import Names, Person
from citekit.writers.told import Told
from citekit.writers.xml import Element, Inside, element


def typed(name: str, kind: str, text: str) -> Element | None:
    return element(name, text, attributes={"type": kind})


# ---------------------------------------------------------------- titles and names


def title_info(title: str, kind: str = "", *more: Inside) -> Element | None:
    return element("titleInfo", element("title", title), *more, attributes={"type": kind})


def names(told: Told, field: str) -> list[Element | None]:
    """The people of a field, each with the role that MARC calls theirs. Text is the name of a body."""
    code, term = relator(field)
    if not told.has(field) or not code:
        return []
    told.held.add(field)
    value = told.reference.fields[field].value
    people = value if isinstance(value, Names) else Names((Person(value, literal=True),))
    role = element("role", _role("code", code), _role("text", term))
    written = [_name(person, role) for person in people]
    if people.others:
        written.append(Element("name", (Element("etal", ()), *((role,) if role else ())), {"type": "personal"}))
    return written


def _role(kind: str, text: str) -> Element | None:
    return element("roleTerm", text, attributes={"type": kind, "authority": "marcrelator"})


def _name(person: Person, role: Element | None) -> Element | None:
    if person.literal:
        return element("name", element("namePart", person.family), role, attributes={"type": "corporate"})
    parts = (
        ("given", person.given),
        ("family", f"{person.particle} {person.family}".strip()),
        ("termsOfAddress", person.suffix),
    )
    return element(
        "name", *(typed("namePart", kind, text) for kind, text in parts), role, attributes={"type": "personal"}
    )


def meeting(told: Told) -> Element | None:
    if not told.has("eventtitle"):
        return None
    name, date = element("namePart", told.take("eventtitle")), typed("namePart", "date", told.take("eventdate"))
    return element("name", name, date, attributes={"type": "conference"})


# ---------------------------------------------------------------- parts


def part(told: Told, number: str) -> Element | None:
    """Volume, issue, chapter and pages; `number` is the type of detail that the number is, `""` where it is told elsewhere."""
    details = [("volume", "volume"), ("chapter", "chapter"), ("part", "part"), ("eid", "article number")]
    if number:
        details.insert(1, ("number", number))
    verbatim = [name for name in told.reference.fields if name.startswith(f"{words.PREFIX}detail-")]
    details += [(name, name.removeprefix(f"{words.PREFIX}detail-").replace("-", " ")) for name in verbatim]
    return element(
        "part",
        *(_detail(kind, line) for name, kind in details for line in told.lines(name)),
        _extent(told.take("pages")),
        *(element("text", line) for line in told.lines(f"{words.PREFIX}part-text")),
    )


def _detail(kind: str, text: str) -> Element | None:
    return element("detail", element("number", text), attributes={"type": kind})


def _extent(text: str) -> Element | None:
    """`354--357` has a start and an end; all else that is more than one page is a list."""
    found = pages.span(text)
    if found and found[0] == found[1]:
        inside = [element("start", text)]
    elif found and text == f"{found[0]}--{found[1]}":
        inside = [element("start", found[0]), element("end", found[1])]
    else:
        inside = [element("list", text)]
    return element("extent", *inside, attributes={"unit": "pages"})


# ---------------------------------------------------------------- other elements


def language(text: str) -> Element | None:
    code = (
        "iso639-2b"
        if re.fullmatch("[a-z]{3}", text)
        else "rfc3066"
        if re.fullmatch("[a-z]{2}(?:-[A-Za-z]+)?", text)
        else ""
    )
    return element(
        "language", element("languageTerm", text, attributes={"type": "code" if code else "text", "authority": code})
    )


def subjects(told: Told) -> Iterator[Element | None]:
    for keyword in re.split(r"[,;]\s|\n", told.take("keywords")):
        yield element("subject", element("topic", keyword.strip()))


def identifiers(told: Told) -> Iterator[Element | None]:
    yield typed("identifier", "citekey", told.reference.key)
    for name in ("doi", "pmid", "pmcid"):
        yield typed("identifier", name, told.take(name))
    eprint, archive = told.reference.get("eprint"), told.reference.get("eprinttype").lower()
    if eprint and archive in words.ARCHIVES:
        told.held |= {"eprint", "eprinttype"}
        group = told.take("eprintclass") if archive == "arxiv" else ""
        yield typed("identifier", archive, f"arXiv:{eprint} [{group}]" if group else eprint)


def standard_numbers(told: Told) -> Iterator[Element | None]:
    for name in ("isbn", "issn"):
        for number in told.lines(name, ", "):
            yield typed("identifier", name, number)


def location(told: Told) -> Element | None:
    accessed = told.take("urldate") if told.has("url") else ""
    return element(
        "location",
        *(element("physicalLocation", line) for line in told.lines(f"{words.PREFIX}physicallocation")),
        element("shelfLocator", told.take("library")),
        element("url", told.take("url"), attributes={"dateLastAccessed": accessed, "usage": "primary display"}),
        *(element("url", file, attributes={"access": "raw object"}) for file in told.lines("file", "; ")),
        *_verbatim_urls(told),
    )


def _verbatim_urls(told: Told) -> Iterator[Element | None]:
    for name in told.reference.fields:
        if name == f"{words.PREFIX}url" or name.startswith(f"{words.PREFIX}url-"):
            access = name.removeprefix(f"{words.PREFIX}url").strip("-").replace("-", " ")
            for line in told.lines(name):
                yield element("url", line, attributes={"access": access})


_RELATED = {name.lower(): name for name in "preceding succeeding host constituent series otherVersion otherFormat isReferencedBy references"
            " reviewOf".split()}  # fmt: skip


def verbatim(told: Told) -> Iterator[Element | None]:
    """What came from MODS and has no field of ours: titles, notes, identifiers and related items of other types, and simple elements."""
    simple = {ours: tag for tag, ours in words.SIMPLE.items()}
    for name in told.reference.fields:
        tag, _, kind = name.removeprefix(words.PREFIX).partition("-")
        for line in told.lines(name) if name in simple or (name.startswith(words.PREFIX) and tag in _KEPT) else ():
            if name in simple:
                yield element(simple[name], line)
            elif tag == "titleinfo":
                yield title_info(line, kind)
            elif tag == "related":
                yield element("relatedItem", title_info(line), attributes={"type": _RELATED.get(kind, kind)})
            elif tag == "identifier" and kind.endswith("-invalid"):
                yield element("identifier", line, attributes={"type": kind.removesuffix("-invalid"), "invalid": "yes"})
            else:
                yield typed(tag, kind.replace("-", " ") if tag == "note" else kind, line)


_KEPT = frozenset({"titleinfo", "note", "identifier", "related", "genre"})
