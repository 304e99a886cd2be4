"""JSON-LD with schema.org's words: the work that a page says it is.

Types and properties: https://schema.org/ScholarlyArticle, …/PublicationIssue, …/PublicationVolume, …/Periodical, …/Chapter.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from citekit.readers.described import Described, Said, described
from citekit.readers.html.page import Meta
from citekit.values.identifiers import doi

Node = Mapping[str, Any]

# schema.org type → entry type, the more telling first.
_TYPES = {"ScholarlyArticle": "article", "MedicalScholarlyArticle": "article", "Chapter": "incollection", "Thesis": "phdthesis",
          "Report": "techreport", "Book": "book", "TechArticle": "article", "Article": "article"}  # fmt: skip
_MOST_NODES = 2000


def read(scripts: Iterable[Meta]) -> Described | None:
    """The work of the most telling type in any of the scripts. JSON that is broken is passed over."""
    best: tuple[int, Described] | None = None
    for script in scripts:
        nodes = _nodes(script.content)
        named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
        for node in nodes:
            rank = next((rank for rank, name in enumerate(_TYPES) if name in _types(node)), None)
            if rank is None or (best and best[0] <= rank):
                continue
            found = _described(node, named, script)
            if found:
                best = (rank, found)
    return best[1] if best else None


def _nodes(text: str) -> list[Node]:
    """Objects that may be what the page is about: at the top, in `@graph`, in lists, as `mainEntity`."""
    try:
        waiting = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return []
    found: list[Node] = []
    while waiting and len(found) < _MOST_NODES:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting = [*value[:_MOST_NODES], *waiting][: 2 * _MOST_NODES]
        elif isinstance(value, Mapping):
            found.append(value)
            waiting += [value[key] for key in ("@graph", "mainEntity") if key in value]
    return found


def _types(node: Node) -> frozenset[str]:
    return frozenset(text.rpartition("/")[2] for text in _texts(node.get("@type")))


def _described(node: Node, named: Mapping[str, Node], script: Meta) -> Described | None:
    kind = next(_TYPES[name] for name in _TYPES if name in _types(node))
    said: Said = {
        "title": [*_texts(node.get("name")), *_texts(node.get("headline"))],
        "author": _people(node.get("author") or node.get("creator"), named),
        "editor": _people(node.get("editor"), named),
        "date": [*_texts(node.get("datePublished")), *_texts(node.get("dateCreated"))],
        "first": _texts(node.get("pageStart")),
        "last": _texts(node.get("pageEnd")),
        "pages": _texts(node.get("pagination")),
        "edition": _texts(node.get("bookEdition")),
        "publisher": _names(node.get("publisher"), named),
        "isbn": _texts(node.get("isbn")),
        "issn": _texts(node.get("issn")),
        "doi": [
            text for key in ("identifier", "sameAs", "@id", "url") for text in _identifiers(node.get(key)) if doi(text)
        ],
    }
    if kind == "phdthesis":
        said["school"] = _names(node.get("sourceOrganization"), named) or said.pop("publisher")
    _add_wholes(said, node, named)
    if kind == "article" and not said.get("journal"):
        kind = "misc" if said["doi"] else "online"
        said["url"] = _texts(node.get("url"))
    return described(kind, said, " ".join(script.content.split()), script.line)


def _add_wholes(said: Said, node: Node, named: Mapping[str, Node]) -> None:
    """Issue, volume, periodical or book, which stand one within the other, or all in one node."""
    for whole in _wholes(node, named):
        types = _types(whole)
        said.setdefault("volume", _texts(whole.get("volumeNumber")))
        said.setdefault("number", _texts(whole.get("issueNumber")))
        said["volume"] = said["volume"] or _texts(whole.get("volumeNumber"))
        said["number"] = said["number"] or _texts(whole.get("issueNumber"))
        said["issn"] = said["issn"] or _texts(whole.get("issn"))
        said["isbn"] = said["isbn"] or _texts(whole.get("isbn"))
        said["date"] = said["date"] or _texts(whole.get("datePublished"))
        if "publisher" in said:
            said["publisher"] = said["publisher"] or _names(whole.get("publisher"), named)
        names = _texts(whole.get("name"))
        if "Periodical" in types or "Newspaper" in types:
            said.setdefault("journal", names)
        elif "Book" in types:
            said.setdefault("book", names)
        elif "BookSeries" in types or "CreativeWorkSeries" in types:
            said.setdefault("series", names)


def _wholes(node: Node, named: Mapping[str, Node]) -> Iterator[Node]:
    waiting = [node.get("isPartOf")]
    for _ in range(20):  # a graph may go in circles
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting += value[:20]
        elif isinstance(value, Mapping):
            whole = _resolved(value, named)
            yield whole
            waiting.append(whole.get("isPartOf"))


def _resolved(node: Node, named: Mapping[str, Node]) -> Node:
    """`{"@id": "#periodical"}` stands for the node of that name."""
    name = node.get("@id")
    return named.get(name, node) if isinstance(name, str) and len(node) == 1 else node


def _texts(value: object) -> list[str]:
    """Text, number, a list of such, or an object's `@value`."""
    values = value if isinstance(value, list) else [value]
    values = [each.get("@value") if isinstance(each, Mapping) else each for each in values]
    return [str(each) for each in values if isinstance(each, str | int | float) and not isinstance(each, bool)]


def _people(value: object, named: Mapping[str, Node]) -> list[str]:
    """`Family, Given`, a name as it is, or an organisation's in braces."""
    return [name for each in _nodes_or_texts(value, named) if (name := _person(each))]


def _person(value: Node | str) -> str:
    if isinstance(value, str):
        return value
    family, given, name = (" ".join(_texts(value.get(key))[:1]) for key in ("familyName", "givenName", "name"))
    if "Organization" in _types(value):
        return f"{{{name}}}"
    return f"{family}, {given}".rstrip(", ") if family else name


def _names(value: object, named: Mapping[str, Node]) -> list[str]:
    return [
        name
        for each in _nodes_or_texts(value, named)
        for name in ([each] if isinstance(each, str) else _texts(each.get("name"))[:1])
    ]


def _nodes_or_texts(value: object, named: Mapping[str, Node]) -> list[Node | str]:
    values = value if isinstance(value, list) else [value]
    return [
        _resolved(each, named) if isinstance(each, Mapping) else each
        for each in values
        if isinstance(each, str | Mapping)
    ]


def _identifiers(value: object) -> list[str]:
    """`"https://doi.org/10…"`, or `{"@type": "PropertyValue", "propertyID": "doi", "value": "10…"}`."""
    values = value if isinstance(value, list) else [value]
    return [text for each in values for text in _texts(each.get("value") if isinstance(each, Mapping) else each)]
