"""ISBNs, ISSNs, DOIs and addresses behind the tags that hold them, and those that hold them though they are meant for other things."""

from __future__ import annotations

import re

from citekit.exchange.tags.collected import Collected, Said
from citekit.exchange.tags.handlers import join
from citekit.model import Origin
from citekit.values import standard_numbers as values
from citekit.values.blanks import one_line
from citekit.values.identifier_forms import identifier
from citekit.values.identifiers import mended_doi

_ADDRESSES = re.compile(r"[\s;,]+(?=(?:https?|ftp)://|www\.)")


def standard_numbers(collected: Collected, name: str, said: Said) -> None:
    """ISBNs and ISSNs, told apart by their length, several joined by `, `. What is neither is kept."""
    numbers: dict[str, list[str]] = {}
    origins: dict[str, Origin] = {}
    for each in said:
        found = values.standard_numbers(each.text)
        for kind, number in found:
            numbers.setdefault(kind, []).append(number)
            origins.setdefault(kind, each)
        if not found:
            collected.keep(each)
    for kind, several in numbers.items():
        join(collected, kind, several, origins[kind], ", ")


def doi(collected: Collected, name: str, said: Said) -> None:
    """The tag of DOIs. What is no DOI is kept."""
    for each in said:
        if found := mended_doi(one_line(each.text)):
            collected.put("doi", found, each)
        else:
            collected.keep(each)


def takes_doi(collected: Collected, each: Origin) -> bool:
    """Is this value nothing but a DOI? Then it is put where it belongs."""
    found = identifier(one_line(each.text)) if "10." in each.text else None
    if not found or found.kind != "doi":
        return False
    collected.put("doi", found.value, each)
    return True


def urls(collected: Collected, name: str, said: Said) -> None:
    """The first address; others are kept. An address of a DOI tells the DOI, too."""
    for each in said:
        for address in _ADDRESSES.split(one_line(each.text)):
            one = Origin(each.file, each.format, each.line, each.number, address, each.name)
            collected.put("url", address, one)
            found = identifier(address) if "10." in address else None
            if found and found.kind == "doi" and "doi" not in collected.fields:
                collected.put("doi", found.value, one)
