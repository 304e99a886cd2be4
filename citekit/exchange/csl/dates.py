"""CSL's dates and ours, which are EDTF's.

    {"date-parts": [[2009, 6, 4]]}   {"date-parts": [[1999], [2000]], "circa": true}   {"raw": "2009-06~/2010"}   {"literal": "in press"}

CSL counts 44 BC as -44, EDTF as -0043. Seasons are `season` 1 to 4 in CSL and months 21 to 24 in EDTF; citeproc-js also takes months
13 to 16 for them. An open end is `2004/` here, and `[[2004], [0]]` in CSL as pandoc writes it.
https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#date-fields, https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citekit.values.edtf import season

Point = tuple[int, ...]
"""Year as CSL counts it, month (21 to 24: a season) and day, as far as they are known; `(0,)` is the open end of a range."""

_POINT = re.compile(
    r"(?P<year>-?\d{4}|[yY]-?\d{5,9})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?(?P<mark>[~?%]?|\?~)"
)
_OPEN = frozenset({"", "..", "open", "unknown"})
NUMBER = re.compile(r"[+-]?\d{1,9}")


# ---------------------------------------------------------------- CSL → text


def edtf(said: Any) -> str | None:
    """The date as EDTF has it, or the words that stand for it; `""` where it says nothing, `None` where it is no date.

    Besides CSL's own objects: a string, a year, `{year, month, day}` and lists of these, as YAML files for pandoc have them.
    """
    if isinstance(said, bool):
        return None
    if isinstance(said, int):
        return _point_text((said,)) if said else ""
    if isinstance(said, str):
        return " ".join(said.split())
    if isinstance(said, Mapping):
        return _of_object(said)
    if isinstance(said, list) and all(isinstance(each, Mapping) for each in said):
        return _range_text([_of_names(each) for each in said[:2]], circa=any(_circa(each) for each in said))
    return None


def _of_object(said: Mapping[Any, Any]) -> str | None:
    for name in ("literal", "raw"):
        if isinstance(text := said.get(name), str | int) and not isinstance(text, bool):
            return " ".join(str(text).split())
    parts = said.get("date-parts", [_of_names(said)] if "year" in said else None)
    if not isinstance(parts, list):
        return None if said else ""
    points = (
        [_point(each) for each in parts[:2]]
        if all(isinstance(each, list | tuple) for each in parts)
        else [_point(parts)]
    )
    if any(point is None for point in points):
        return None
    number = season_of(said.get("season"))
    if number and points and points[0]:
        points[0] = (points[0][0], number)
    words = f"{said['season']} " if said.get("season") and not number else ""
    return words + _range_text(points, circa=_circa(said))


def _of_names(said: Mapping[Any, Any]) -> Point | None:
    return _point([said.get(name) for name in ("year", "month", "day")])


def _point(parts: Any) -> Point | None:
    """`["2009", 6]` → `(2009, 6)`; what stands behind a part that says nothing says nothing, either. `None`: no numbers."""
    numbers: list[int] = []
    for part in parts[:3]:
        if part is None or part == "" or (part == 0 and numbers):
            break
        if isinstance(part, bool) or not NUMBER.fullmatch(text := str(part).strip().removesuffix(".0")):
            return None
        numbers.append(int(text))
    if len(numbers) > 1 and not (1 <= numbers[1] <= 16 or 21 <= numbers[1] <= 24):
        return None
    return tuple(n + 8 if at == 1 and 13 <= n <= 16 else n for at, n in enumerate(numbers))


def season_of(said: Any) -> int:
    """`1`, `"1"`, `"Spring"`, `21` → 21; 0 for anything else."""
    text = str(said).strip().lower()
    if named := season(text):
        return int(named)
    number = int(text) if text.isdecimal() and len(text) < 3 else 0
    return number + 20 if 1 <= number <= 4 else number if 21 <= number <= 24 else 0


def _circa(said: Mapping[Any, Any]) -> bool:
    return said.get("circa") not in (None, False, 0, "", "0", "false")


def _range_text(points: list[Point | None], *, circa: bool) -> str:
    texts = [_point_text(point or ()) for point in points]
    text = "/".join(texts) if any(texts) else ""
    return f"{text}~" if text and circa else text


def _point_text(point: Point) -> str:
    if not point or point == (0,):
        return ""
    year = point[0] if point[0] > 0 else point[0] + 1
    sign = "-" if year < 0 else ""
    first = f"{sign}{abs(year):04}" if abs(year) < 10_000 else f"Y{year}"
    return "-".join((first, *(f"{part:02}" for part in point[1:])))


# ---------------------------------------------------------------- text → CSL


def item_date(text: str) -> dict[str, Any]:
    """CSL's date for a text that `edtf` made, or any other: EDTF becomes `date-parts`, other text a `literal`."""
    found = parsed(text)
    if found is None:
        return {"literal": text}
    points, circa = found
    said: dict[str, Any] = {"date-parts": [list(point) for point in points]}
    if len(points) == 1 and len(points[0]) == 2 and points[0][1] > 20:
        said = {"date-parts": [[points[0][0]]], "season": points[0][1] - 20}
    return {**said, "circa": True} if circa else said


def parsed(text: str) -> tuple[list[Point], bool] | None:
    """The points of an EDTF date, one or two, and whether a `~`, `?` or `%` makes it uncertain."""
    texts = text.strip().split("/")
    if len(texts) > 2 or all(each.strip() in _OPEN for each in texts):
        return None
    points: list[Point] = []
    circa = False
    for each in texts:
        if each.strip() in _OPEN:
            points.append((0,))
            continue
        found = _POINT.fullmatch(each.strip())
        point = _checked(found) if found else None
        if found is None or point is None:
            return None
        circa = circa or bool(found["mark"])
        points.append(point)
    return points, circa


def _checked(found: re.Match[str]) -> Point | None:
    year = int(found["year"].lstrip("yY"))
    month, day = int(found["month"] or 0), int(found["day"] or 0)
    if month > 24 or 12 < month < 21 or day > 31 or (month > 12 and day):
        return None
    return tuple(part for part in (year if year > 0 else year - 1, month, day) if part)


def canonical(text: str) -> str:
    """A date that is none of issue, as a field has it: EDTF with two figures for month and day, other text as it is."""
    found = parsed(text)
    if found is None:
        return text
    points, circa = found
    return _range_text(list(points), circa=circa)
