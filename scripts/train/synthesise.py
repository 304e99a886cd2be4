"""Made-up references to real works, with exact spans: what a field reads and where it stands is known, because we printed it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator

from imprints import (
    BODIES,
    BODIES_THAT_WRITE,
    GATHERINGS,
    MONTHS,
    PLACES,
    PUBLISHERS,
    SCHOOLS,
    SITES,
    TOWNS,
)
from people import listed
from records import clean, journal_of, lengthened, people_of, title_of
from styles import STYLES
from wear import Labelled, worn

_PART = re.compile(r"(\[)|(\])|<([\w-]+)>|([^<\[\]]+)")
_EDITORS = re.compile(r" \((?:Eds?|eds?)\.?\)|, (?:editors?|eds?)\b")
_LABELS = {
    "year": "date", "year-month": "date", "year-month-day": "date", "month-year": "date", "first-page": "pages", "doi-url": "doi",
    "book": "container", "meeting": "container", "place": "location", "school": "publisher", "editor-full": "editor",
    "edition": "", "dashes": "author", "long-title": "title", "supplement": "issue",
}  # fmt: skip


def synthesise(works: Iterable[dict], wanted: int, chance: random.Random) -> Iterator[Labelled]:
    """So many references to works drawn from the given ones."""
    pool = [work for work in works if title_of(work) and people_of(work)]
    crowd = [person for work in pool for person in people_of(work) if person[1]]
    while wanted:
        work, other = chance.choice(pool), chance.choice(pool)
        fields = _fields(work, other, chance)
        people_style, template = chance.choice(STYLES)
        fields["author"] = listed(people_of(work, crowd, chance), people_style, chance)
        if chance.random() < 0.04:
            fields["author"] = chance.choice(BODIES_THAT_WRITE)
        fields["editor"] = listed(
            people_of(other, crowd, chance)[: chance.choice((1, 1, 2, 2, 3))], people_style, chance
        )
        fields["editor-full"] = listed(people_of(other, crowd, chance)[: chance.choice((1, 1, 2))], "full", chance)
        printed = _print(template, fields)
        if printed:
            wanted -= 1
            yield worn(*printed, chance)


def _fields(work: dict, other: dict, chance: random.Random) -> dict[str, str]:
    """Every field a template may ask for; a missing one is `""`."""
    date = ((work.get("issued") or {}).get("date-parts") or [[None]])[0] or [None]
    year = str(date[0] or "")
    month = chance.choice(MONTHS)
    short_month = chance.choice((month[:3], month[:3], month[:3] + ".", month))
    pages = _pages(work.get("page") or "", chance)
    journal = clean((work.get("container-title") or [""])[0])
    short = clean((work.get("short-container-title") or [""])[0])
    publisher = (
        re.sub(r"\s*\(.*", "", clean(work.get("publisher") or ""))
        if chance.random() < 0.5
        else chance.choice(PUBLISHERS)
    )
    doi = work["DOI"]
    title = title_of(work)
    if chance.random() < 0.05:
        title = title.upper() if chance.random() < 0.3 else title.title()
    volume = work.get("volume") or ""
    return {
        "title": title,
        "long-title": lengthened(title, chance),
        "dashes": chance.choice(("———", "---", "——", "________", "–––")),
        "supplement": chance.choice(
            ("Suppl 1", "Suppl 2", "Suppl", "suppl. 1", "Suppl. 2", "S1", "Pt 2", "Supplement", "5 Suppl", "12 Suppl 1")
        ),
        "url": chance.choice(SITES).format(
            *(re.sub(r"\W", "", word.lower()) or "a" for word in (title.split()[-1], title.split()[0]))
        ),
        "container": journal_of(journal, short, chance),
        "book": title_of(other) if chance.random() < 0.6 else journal,
        "meeting": _meeting(journal, year, chance),
        "year": year + (chance.choice("abc") if year and chance.random() < 0.05 else ""),
        "year-month": year and f"{year} {short_month}",
        "year-month-day": year and f"{year} {short_month} {chance.randint(1, 30)}",
        "month-year": year and f"{short_month} {year}",
        "volume": volume,
        "issue": _issue(work, chance),
        "pages": pages,
        "first-page": re.split(r"[-–]", pages)[0],
        "publisher": publisher or chance.choice(PUBLISHERS),
        "place": chance.choice(PLACES),
        "school": chance.choice(SCHOOLS).format(chance.choice(TOWNS)),
        "edition": chance.choice(("2nd", "3rd", "4th", "5th", "7th")),
        "doi": doi,
        "doi-url": chance.choice(("https://doi.org/", "http://dx.doi.org/", "doi:", "https://doi.org/")) + doi,
    }


def _pages(page: str, chance: random.Random) -> str:
    """`2426-2437` as lists print it: `2426–2437`, `2426-37`, `2426`."""
    found = re.fullmatch(r"([A-Za-z]*\d+)\s*-+\s*([A-Za-z]*\d+)", page.strip())
    if not found:
        page = page.strip()
        if not re.fullmatch(r"[A-Za-z]*\d+", page):
            return ""
        if not page.isdecimal() or int(page) > 9999 or chance.random() < 0.3:
            return page
    first, last = (found[1], found[2]) if found else (page, str(int(page) + chance.randint(2, 19)))
    if first == last:
        return first
    if len(first) == len(last) and chance.random() < 0.4:
        same = next(at for at in range(len(first)) if first[at] != last[at])
        last = last[same:]
    return first + chance.choice(("-", "-", "–", "–", "--", " - ", "—", "- ")) + last


def _issue(work: dict, chance: random.Random) -> str:
    unusual = chance.random()
    if unusual < 0.04:
        return chance.choice(("12 Pt 2", "Suppl 1", "Suppl", "3-4", "1–2", "Database issue", "Web Server issue"))
    return str(chance.randint(1000, 9999)) if unusual < 0.08 else work.get("issue") or ""


def _meeting(journal: str, year: str, chance: random.Random) -> str:
    topic = re.sub(
        r"^(?:The )?(?:International |European |American )?(?:Journal|Annals|Archives|Review) (?:of|on) (?:the )?",
        "",
        journal,
    )
    nth = chance.choice(("12th", "3rd", "2nd", "21st", "Fifth", "Twentieth", "15th", "8th", "1st"))
    acronym = "".join(word[0] for word in topic.split() if word[0].isupper()) or "CHI"
    body = chance.choice(BODIES)
    return (
        topic and year and chance.choice(GATHERINGS).format(topic=topic, nth=nth, body=body, acronym=acronym, year=year)
    )


def _print(template: str, fields: dict[str, str]) -> Labelled | None:
    text, spans = "", []
    kept: tuple[str, int] | None = None  # what stood before an optional part
    missing = False
    before = ""
    for opening, closing, name, literal in _PART.findall(template):
        if opening:
            kept, missing = (text, len(spans)), False
        elif closing:
            if missing and kept:
                text, spans = kept[0], spans[: kept[1]]
            kept, missing = None, False
        elif literal:
            word = _EDITORS.match(literal) if before.startswith("editor") else None
            if word:  # it belongs to their span
                spans[-1] = ("editor", spans[-1][1], len(text) + word.end())
            text += literal[1:] if literal[0] == "." and text[-1:] in (".", "?", "!") else literal
        elif not fields[name]:
            if not kept:
                return None
            missing = True
        else:
            start = len(text)
            text += fields[name]
            label = _LABELS.get(name, name)
            start += max(0, fields[name].find("10.")) if name == "doi-url" else 0
            if label:
                spans.append((label, start, start + len(text[start:].rstrip(" ."))))
        before = name
    return text, spans
