"""Variables that people write into the note of an item, since their program has no field for them.

    original-date: 1899          {:original-title: Die Traumdeutung}          Original Date: 1899          editor: Doe || Jane

https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra and citeproc-js's *cheater syntax*
(https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#cheater-syntax-for-odd-fields): lines at the head of the note,
of which only the first may be something else, or `{:name: value}` anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citekit.exchange.csl.variables import DATES, NAMES, TEXTS, variable

_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{1,40}):[ \t]*(\S.*)")
_BRACED = re.compile(r"\{:([A-Za-z][\w -]{1,40}):[ \t]*([^{}]{1,1000})\}")
_KEY = "citation-key"


def unfolded(note: str, present: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """What is left of the note, and the variables in it that the item itself does not have. `type` and `citation-key` are among them."""
    if ":" not in note:
        return note, {}
    found: dict[str, Any] = {}

    def taken(match: re.Match[str]) -> str:
        return "" if _take(match[1], match[2], present, found) else match[0]

    lines = _BRACED.sub(taken, note).split("\n")
    left = list(lines)
    for at, line in enumerate(lines):
        match = _LINE.fullmatch(line.strip())
        if match and _take(match[1], match[2], present, found):
            left[at] = ""
        elif at and line.strip() and not match:
            break
    return "\n".join(
        line for line, before in zip(left, lines, strict=True) if line.strip() or not before.strip()
    ), found


def _take(label: str, text: str, present: Mapping[str, Any], found: dict[str, Any]) -> bool:
    name = variable(label.strip().replace(" ", "-"))
    lower = name.lower()
    if lower in ("type", _KEY):
        name = lower
    elif name not in TEXTS and name not in DATES and name not in NAMES:
        return False
    if name == "note" or (name != "type" and (present.get(name) or (name in found and name not in NAMES))):
        return False
    if name in NAMES:
        found.setdefault(name, []).append(_name(text.strip()))
    else:
        found[name] = {"raw": text.strip().strip('"“”')} if name in DATES else text.strip()
    return True


def _name(text: str) -> dict[str, str]:
    """`Doe || Jane` → family and given name; without the bars it is one literal name."""
    family, bars, given = (part.strip() for part in text.partition("||"))
    return {"family": family, "given": given} if bars else {"literal": text}
