"""Citation keys as LaTeX and HTML take them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

_NOT_IN_KEY = re.compile(r"[\s\\{}%#~,\"]")  # Müller_2009:a stays, `10%, {x}` becomes `10----x-`


def keys(names: Sequence[str]) -> list[str]:
    """A key for each reference of these keys: its own, with a hyphen for what `\\cite` does not take, made unique, for BibTeX also
    without regard to case; `ref3` where the third has none."""
    return unrepeated([_NOT_IN_KEY.sub("-", one_line(name)) for name in names], str.lower)


def unrepeated(names: Sequence[str], fold: Callable[[str], str] = str) -> list[str]:
    """The names, of which a missing one is `ref3`, where the third lacks it, and a repeated one gets a number (`a-2`). Those that
    `fold` makes the same are repeated."""
    taken: set[str] = set()
    made = []
    for number, name in enumerate(names, 1):
        wanted = name or f"ref{number}"
        key, count = wanted, 1
        while fold(key) in taken:
            count += 1
            key = f"{wanted}-{count}"
        taken.add(fold(key))
        made.append(key)
    return made


def one_line(text: str) -> str:
    """One line without control characters (which neither HTML nor TeX allows) and in composed form."""
    spaced = " ".join(text.split())
    return unicodedata.normalize("NFC", "".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cs")))
