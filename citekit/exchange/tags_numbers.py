"""ISBNs, ISSNs, DOIs and addresses behind the tags that hold them, and those that hold them though they are meant for other things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.exchange.tags import Collected, Said, join, one_line
from citekit.model import Origin
from citekit.values.identifier_forms import identifier
from citekit.values.identifiers import mended_doi

_PIECE = re.compile(r"[\s,;|/()\[\]]+")
_NUMBER = re.compile(r"\d[\d-]{6,16}[\dXx]")
_ADDRESSES = re.compile(r"[\s;,]+(?=(?:https?|ftp)://|www\.)")


def standard_numbers(collected: Collected, name: str, said: Said) -> None:
    """ISBNs and ISSNs, told apart by their length, several joined by `, `. What is neither is kept."""
    numbers: dict[str, list[str]] = {}
    origins: dict[str, Origin] = {}
    for each in said:
        found = list(_standard(one_line(each.text)))
        for kind, number in found:
            numbers.setdefault(kind, []).append(number)
            origins.setdefault(kind, each)
        if not found:
            collected.keep(each)
    for kind, several in numbers.items():
        join(collected, kind, several, origins[kind], ", ")


def is_standard(text: str) -> bool:
    """Is this an ISBN or ISSN with a right check digit, whatever else stands there?"""
    return any(checks(piece) for piece in _PIECE.split(text) if _NUMBER.fullmatch(piece))


def checks(number: str) -> bool:
    """Is the check digit right? ISBN-10 and ISSN: modulus 11; ISBN-13: modulus 10 with the weights 1 and 3."""
    bare = number.replace("-", "").upper()
    kind = standard_kind(bare)
    digits = [10 if sign == "X" else int(sign) for sign in bare] if kind else []
    if len(digits) == 13:
        return sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    return bool(digits) and sum(digit * (len(digits) - place) for place, digit in enumerate(digits)) % 11 == 0


def _standard(text: str) -> Iterator[tuple[str, str]]:
    pieces = [piece for piece in _PIECE.split(text) if _NUMBER.fullmatch(piece)]
    for piece in pieces or [re.sub(r"[^\dXx-]", "", text)]:
        if kind := standard_kind(piece):
            bare = piece.replace("-", "")
            yield kind, f"{bare[:4]}-{bare[4:]}".upper() if kind == "issn" else piece


def standard_kind(number: str) -> str:
    """`isbn`, `issn`, or `""`, by the number of digits. A wrong check digit is the number's owner's affair."""
    bare = number.replace("-", "")
    if len(bare) == 8 and bare[:7].isdecimal():
        return "issn"
    return "isbn" if len(bare) in (10, 13) and bare[:-1].isdecimal() else ""


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
