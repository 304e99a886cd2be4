"""Scripts that write the family name first (CSL 1.0.2, "Name-part Order")."""

from __future__ import annotations

import re

_EAST_ASIAN = re.compile("[ᄀ-ᇿ⺀-⿟぀-ヿ㄀-ㆿㇰ-ㇿ㐀-䶿一-鿿ꥠ-꥿가-힣豈-﫿ｦ-ￜ\U00020000-\U0003ffff]")
_LETTER_OF_ANOTHER = re.compile("[A-Za-z\u00aa-\u10ff\u1200-\u1fff]")


def is_family_first(family: str, given: str) -> bool:
    """Are both names in Chinese, Japanese or Korean letters?"""
    if family.isascii() or given.isascii():
        return False
    return all(_EAST_ASIAN.search(name) and not _LETTER_OF_ANOTHER.search(name) for name in (family, given))


def is_east_asian(text: str) -> bool:
    """Does the text begin in one of these scripts, which set no spaces between words?"""
    return not text.isascii() and bool(_EAST_ASIAN.match(text))
