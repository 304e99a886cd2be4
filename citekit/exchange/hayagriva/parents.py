"""The parents of Hayagriva's entries: copies to be taken apart, and what is left of them put back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citekit.exchange.hayagriva.tables import PREFIX, TYPES
from citekit.exchange.hayagriva.values import formattable, text_of

_NOT_OF_A_FIELD = re.compile(r"[^a-z0-9]+")
_DEEPEST = 100
_TRUTHS = frozenset({"verbatim", "approximate", "comma-suffix"})
_PARTS = frozenset({"year", "month", "day", "season"})
Said = dict[str, Any]


def kept_as(name: str) -> str:
    """The field for a property that citekit has none for."""
    return PREFIX + (_NOT_OF_A_FIELD.sub("-", name.lower()).strip("-") or "unnamed")


def copied(entry: Mapping[Any, Any], depth: int = 0) -> Said:
    """The entry with its parents as lists and what says nothing left out, to be taken apart."""
    said = {
        str(name).strip(): value for name, value in entry.items() if value is not None and value not in ("", [], {})
    }
    parents = said.get("parent")
    listed = parents if isinstance(parents, list) else [parents]
    above = [copied(each, depth + 1) for each in listed if isinstance(each, Mapping)] if depth < _DEEPEST else []
    if above and len(above) == len(listed):
        said["parent"] = above
    return said


def type_of(entry: Said, child: str = "") -> str:
    """The type of an entry, in lower case; that of a parent may go without saying. `""` for one that Hayagriva does not have."""
    said = str(entry.get("type") or (TYPES[child][1] if child in TYPES else "misc")).strip().lower().replace(" ", "-")
    return said if said in TYPES else ""


def rest_of(parent: Said, child: str) -> Said:
    """What is left of a parent, with its type to know it by; nothing where only the type is."""
    kind = type_of(parent, child)
    left = {name: value for name, value in parent.items() if name not in ("type", "parent")}
    above = parent.get("parent")
    if isinstance(above, list) and all(isinstance(each, dict) for each in above):
        above = [rest for each in above if (rest := rest_of(each, kind))]
    if above:
        left["parent"] = above
    return {"type": kind or "misc"} | left if left else {}


def join(parents: list[Said], rest: list[Said]) -> None:
    """Adds to the parents what was left of them when they were read, each to the first of its type."""
    free = list(parents)
    for left in rest:
        same = next((each for each in free if each.get("type") == left.get("type", each.get("type"))), None)
        if same is None:
            parents.append(left)
            continue
        free = [each for each in free if each is not same]
        inner = same.pop("parent", [])
        listed = inner if isinstance(inner, list) else [inner]
        above = left.get("parent")
        join(listed, [each for each in above if isinstance(each, dict)] if isinstance(above, list) else [])
        for name, value in left.items():
            if name != "parent":
                same[name] = _joined(same.get(name), value)
        if listed:
            same["parent"] = listed[0] if len(listed) == 1 else listed


def _joined(made: Any, left: Any) -> Any:
    """A property of a parent as it was made, with what was left of it."""
    if isinstance(made, dict) and isinstance(left, dict):
        return left | made
    found = text_of(left) if isinstance(made, str) and isinstance(left, dict) else None
    return left if made is None or (found and formattable(found[0]) == made) else made


def merged(made: Any, kept: Any) -> Any:
    """A property of an entry with what was kept of it; `None` where there is room for one of them only."""
    if made is None:
        return kept
    if isinstance(made, dict) and isinstance(kept, dict):
        return kept | made
    return [*made, *kept] if isinstance(made, list) and isinstance(kept, list) else None


def typed(said: Any, name: str = "") -> Any:
    """Truth values and the parts of dates, which Hayagriva does not take as text and our reader of YAML does not tell apart."""
    if isinstance(said, dict):
        return {each: typed(value, each) for each, value in said.items()}
    if isinstance(said, list):
        return [typed(each) for each in said]
    if name in _TRUTHS and said in ("true", "false"):
        return said == "true"
    return int(said) if name in _PARTS and isinstance(said, str) and re.fullmatch(r"-?\d{1,5}", said) else said
