"""What a PDF says of itself, in XMP and in its document information. Most say nothing true, so a DOI has to vouch for it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from citekit.readers.described import Described, Said, described
from citekit.values.identifiers import doi
from citekit.values.text import squash

_PACKET = re.compile(rb"<x:xmpmeta.{0,200000}?</x:xmpmeta>", re.DOTALL)
# <prism:volume>5</prism:volume>   prism:volume="5"
_PRISM = {"doi": ("prism:doi", "pdfx:doi", "pdfx:WPS-ARTICLEDOI", "crossmark:DOI"), "journal": ("prism:publicationName",),
          "volume": ("prism:volume",), "number": ("prism:number",), "first": ("prism:startingPage",), "last": ("prism:endingPage",),
          "date": ("prism:publicationDate", "prism:coverDate", "prism:coverDisplayDate"), "issn": ("prism:issn",)}  # fmt: skip
_LISTS = {"title": "dc:title", "author": "dc:creator"}
_ITEM = re.compile(r"<rdf:li(?:\s[^<>]{0,200})?>([^<]{1,2000})</rdf:li>")


def own_record(data: bytes, information: Mapping[str, str], first_page: str) -> Described | None:
    """The PDF's own record: only with a DOI, and with a title that also stands on the first page."""
    packet = _PACKET.search(data)
    said = _from_xmp(packet[0].decode("utf-8", "replace")) if packet else {}
    for heading, name in (("title", "Title"), ("author", "Author")):
        if not said.get(heading) and information.get(name):
            said[heading] = [information[name]]
    found = [
        doi(text)
        for text in (*said.get("doi", []), *(information.get(name, "") for name in ("Subject", "Keywords", "Title")))
    ]
    said["doi"] = [name for name in found if name]
    title = squash(" ".join(said.get("title", [])[:1]))
    if not said["doi"] or len(title) < 10 or title not in squash(first_page):
        return None
    text = "; ".join(f"{heading}={value}" for heading, values in said.items() for value in values)
    return described("", said, text, 1)


def _from_xmp(packet: str) -> Said:
    said: Said = {
        heading: [value for name in names for value in _values(packet, name)] for heading, names in _PRISM.items()
    }
    for heading, name in _LISTS.items():
        start, stop = packet.find(f"<{name}>"), packet.find(f"</{name}>")
        if 0 <= start < stop:
            said[heading] = [html.unescape(text.strip()) for text in _ITEM.findall(packet, start, stop)]
    return {heading: values for heading, values in said.items() if values}


def _values(packet: str, name: str) -> list[str]:
    found = re.search(rf"<{name}>([^<]{{1,2000}})</{name}>|\s{name}=[\"']([^\"'<]{{1,2000}})[\"']", packet)
    return [html.unescape((found[1] or found[2]).strip())] if found else []
