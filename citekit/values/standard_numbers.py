"""ISBNs and ISSNs, found in the text around them and told apart.

ISO 2108 and ISO 3297; check digits as in https://en.wikipedia.org/wiki/ISBN#Check_digits and https://en.wikipedia.org/wiki/ISSN#Code_format
"""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[\s,;:|/()\[\]]+")
_NUMBER = re.compile(r"\d[\d-]{6,16}[\dXx]")
_APART = re.compile(
    r"(?<![\d-])(?:(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]|\d{4}-?\d{3}[\dXx])(?![\d-])"
)  # 978 0 306 40615 7, ISSN0007-0920
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—", "-"))


def standard_numbers(text: str) -> list[tuple[str, str]]:
    """`0007-0920 (Linking); 978 0 306 40615 7` → `("issn", "0007-0920")`, `("isbn", "9780306406157")`."""
    text = text.translate(_HYPHENS)
    pieces = [piece for piece in _BETWEEN.split(text) if _NUMBER.fullmatch(piece) and standard_kind(piece)]
    pieces = pieces or [found.replace(" ", "") for found in _APART.findall(text)]
    return [(kind, _written(piece, kind)) for piece in pieces if (kind := standard_kind(piece))]


def standard_kind(number: str) -> str:
    """`isbn`, `issn`, or `""`, by the number of digits. A wrong check digit is the number's owner's affair."""
    bare = number.replace("-", "")
    if not bare[:-1].isdecimal():
        return ""
    return "issn" if len(bare) == 8 else "isbn" if len(bare) in (10, 13) else ""


def checks(number: str) -> bool:
    """Is the check digit right? ISBN-10 and ISSN: modulus 11; ISBN-13: modulus 10 with the weights 1 and 3."""
    bare = number.replace("-", "").upper()
    kind = standard_kind(bare)
    digits = [10 if sign == "X" else int(sign) for sign in bare] if kind else []
    if len(digits) == 13:
        return sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    return bool(digits) and sum(digit * (len(digits) - place) for place, digit in enumerate(digits)) % 11 == 0


def is_standard(text: str) -> bool:
    """Is this an ISBN or ISSN with a right check digit, whatever else stands there?"""
    return any(checks(piece) for piece in _BETWEEN.split(text) if _NUMBER.fullmatch(piece))


def _written(number: str, kind: str) -> str:
    bare = number.replace("-", "")
    return f"{bare[:4]}-{bare[4:]}".upper() if kind == "issn" else number
