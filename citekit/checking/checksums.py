"""The check digits of ISBN (ISO 2108) and ISSN (ISO 3297)."""

from __future__ import annotations

import re

_BLANKS_AND_DASHES = re.compile(r"[\s‐‑‒–—-]+")


def digits(text: str) -> str:
    """`978-0-306-40615-7` → `9780306406157`"""
    return _BLANKS_AND_DASHES.sub("", text).upper()


def is_isbn(number: str) -> bool:
    """Is this, ten digits or thirteen, an ISBN whose check digit is right?"""
    if re.fullmatch(r"[0-9]{9}[0-9X]", number):
        return sum(weight * _value(digit) for weight, digit in zip(range(10, 0, -1), number, strict=True)) % 11 == 0
    if re.fullmatch(r"97[89][0-9]{10}", number):
        return sum((3 if place % 2 else 1) * int(digit) for place, digit in enumerate(number)) % 10 == 0
    return False


def is_issn(number: str) -> bool:
    """Is this, eight digits, an ISSN whose check digit is right?"""
    if not re.fullmatch(r"[0-9]{7}[0-9X]", number):
        return False
    return sum(weight * _value(digit) for weight, digit in zip(range(8, 0, -1), number, strict=True)) % 11 == 0


def _value(digit: str) -> int:
    return 10 if digit == "X" else int(digit)
