"""Scripts that write the family name first (CSL 1.0.2, "Name-part Order")."""

from __future__ import annotations

import re
from functools import cache

_EAST_ASIAN = "[ᄀ-ᇿ⺀-⿟぀-ヿ㄀-ㆿㇰ-ㇿ㐀-䶿一-鿿ꥠ-꥿가-힣豈-﫿ｦ-ￜ\U00020000-\U0003ffff]"
_LETTER_OF_ANOTHER = "[A-Za-z\u00aa-\u10ff\u1200-\u1fff]"


def is_family_first(family: str, given: str) -> bool:
    """Are both names in Chinese, Japanese or Korean letters?"""
    if family.isascii() or given.isascii():
        return False
    here, elsewhere = _compiled(_EAST_ASIAN), _compiled(_LETTER_OF_ANOTHER)
    return all(here.search(name) and not elsewhere.search(name) for name in (family, given))


def is_east_asian(text: str) -> bool:
    """Does the text begin in one of these scripts, which set no spaces between words?"""
    return not text.isascii() and bool(_compiled(_EAST_ASIAN).match(text))


@cache
def _compiled(letters: str) -> re.Pattern[str]:
    """Compiled when it is needed: ranges as wide as these take Python milliseconds."""
    return re.compile(letters)
