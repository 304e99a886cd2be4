"""The values of Hayagriva's format, and ours: formattable strings, people and dates.

https://github.com/typst/hayagriva/blob/main/docs/file-format.md#data-types
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from typing import Any

from citekit.exchange.csl import dates as csl_dates
from citekit.values.blanks import line_by_line
from citekit.values.names import Names, Person

_CONTROL = re.compile(r"\\([\\{}$])|[{}]")
_TO_ESCAPE = re.compile(r"[\\{}$]")
_DATE = re.compile(r"\s*(~?)\s*([+-]?\d{4,5}(?:-\d{1,2}(?:-\d{1,2})?)?)\s*")


# ---------------------------------------------------------------- formattable strings


def text_of(said: Any) -> tuple[str, str] | None:
    """The text of a formattable string and its short form: `{value: World Health Organization, short: WHO}`. Braces, which
    protect the case, go; dollars around mathematics stay. `None` where it is none."""
    if isinstance(said, Mapping):
        value, short = text_of(said.get("value")), text_of(said.get("short", ""))
        return (value[0], short[0]) if value and short else None
    if isinstance(said, bool | list) or said is None:
        return None
    text = _CONTROL.sub(lambda found: found[1] or "", str(said))
    return line_by_line(text), ""


def formattable(text: str) -> str:
    """Text as a formattable string that stands for it."""
    return _TO_ESCAPE.sub(r"\\\g<0>", text)


# ---------------------------------------------------------------- people


def people_of(said: Any) -> Names | None:
    """One person or a list of them, each a string or a mapping; `None` where it is neither. *others* at the end says that there are more."""
    members = said if isinstance(said, list) else [said]
    if not all(isinstance(each, str | Mapping) for each in members):
        return None
    others = bool(members) and isinstance(members[-1], str) and members[-1].strip().lower() in ("others", "et al.")
    found = [_person(each) for each in (members[:-1] if others else members)]
    return Names(tuple(person for person in found if person), others)


def people(names: Names) -> Any:
    """The inverse of `people_of`: strings where they can be told apart, mappings where a comma or a capital particle stands in the
    way. One person stands alone."""
    written = [_written(person) for person in names] + (["others"] if names.others else [])
    return written[0] if len(written) == 1 else written


def _person(said: str | Mapping[Any, Any]) -> Person | None:
    if isinstance(said, Mapping):
        part = {str(name): " ".join(str(text).split()) for name, text in said.items() if isinstance(text, str | int)}
        name, given = part.get("name", ""), part.get("given-name", "")
        body = bool(name) and not given and not part.get("prefix") and " " in name
        return (
            Person(name or given, given if name else "", part.get("prefix", ""), part.get("suffix", ""), body)
            if name or given
            else None
        )
    parts = [" ".join(part.split()) for part in said.split(",")]
    if len(parts) == 1:
        return Person(parts[0], literal=" " in parts[0]) if parts[0] else None
    particle, family = _apart(parts[0])
    return Person(
        family, ", ".join(part for part in parts[2:] if part) or parts[1], particle, parts[1] if len(parts) > 2 else ""
    )


def _apart(name: str) -> tuple[str, str]:
    """`von der Leyen` → `von der`, `Leyen`: the words in lower case at the start."""
    words = name.split()
    start = 0
    while start < len(words) - 1 and words[start][0].islower():
        start += 1
    return " ".join(words[:start]), " ".join(words[start:])


def _written(person: Person) -> Any:
    text = person.inverted
    if _person(text) == person and _is_apart(person):
        return text
    parts = (
        ("name", person.family),
        ("given-name", person.given),
        ("prefix", person.particle),
        ("suffix", person.suffix),
    )
    return {name: part for name, part in parts if part}


def _is_apart(person: Person) -> bool:
    """Hayagriva takes everything up to the last word in lower case for the prefix."""
    return not person.given or not any(word[0].islower() for word in person.family.split())


# ---------------------------------------------------------------- dates


def date_of(said: Any) -> str | None:
    """A date as EDTF: `~2003-06` → `2003-06~`; `None` where it is none. Years count as in EDTF, `-0001` is 2 BC."""
    if isinstance(said, Mapping):
        return _date_of_parts(said)
    found = _DATE.fullmatch(str(said)) if isinstance(said, str | int) and not isinstance(said, bool) else None
    return csl_dates.canonical(found[2].lstrip("+") + found[1]) if found else None


def _date_of_parts(said: Mapping[Any, Any]) -> str | None:
    """`{year: 2009, season: 1}`; the month and the day of these mappings count from 0."""
    numbers = {name: int(str(part)) for name, part in said.items() if re.fullmatch(r"-?\d{1,5}", str(part))}
    if "year" not in numbers:
        return None
    year = f"{'-' if numbers['year'] < 0 else ''}{abs(numbers['year']):04}"
    circa = "~" if str(said.get("approximate", "")).lower() == "true" else ""
    if 1 <= numbers.get("season", 0) <= 4:
        return f"{year}-{numbers['season'] + 20}{circa}"
    parts = [f"-{numbers[name] + 1:02}" for name in ("month", "day") if name in numbers]
    return csl_dates.canonical(year + "".join(parts) + circa)


def date(said: Mapping[str, Any] | None) -> tuple[Any, bool]:
    """Hayagriva's date for one of CSL, `None` where there is none for it, and whether it says all: of a range it says the begin."""
    parts = said.get("date-parts") if said else None
    if not said or not parts or not parts[0] or not 0 < abs(parts[0][0]) < 10_000:
        return None, False
    whole = len(parts) == 1
    text = csl_dates.edtf({**said, "date-parts": parts[:1]}) or ""
    if season := said.get("season") or (parts[0][1] - 20 if len(parts[0]) > 1 and parts[0][1] > 20 else 0):
        year = parts[0][0]
        found = {"year": year if year > 0 else year + 1, "season": int(season)}
        return (found | {"approximate": True} if said.get("circa") else found), whole
    bare = text.removesuffix("~")
    if len(parts[0]) > 2 and not _is_day(*parts[0][:3]):  # Hayagriva refuses the whole file for it
        bare, whole = bare.rpartition("-")[0], False
    return (f"~{bare}" if text.endswith("~") else int(bare) if bare.isdecimal() and bare[0] != "0" else bare), whole


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= day <= (calendar.monthrange(year, month)[1] if year > 0 else 28)
