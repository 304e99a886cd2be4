"""Made-up references to real works, with exact spans: what a field reads and where it stands is known, because we printed it."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Iterable, Iterator, Sequence

from imprints import (
    ABBREVIATIONS,
    AFTER,
    BEFORE,
    BODIES,
    BODIES_THAT_WRITE,
    GATHERINGS,
    MONTHS,
    PLACES,
    PUBLISHERS,
    SCHOOLS,
    SITES,
    SMALL,
    SPANS_OF_YEARS,
    TOWNS,
)
from people import Person, listed
from styles import STYLES

Labelled = tuple[str, list[tuple[str, int, int]]]  # a reference and its spans: label, start, end

_PART = re.compile(r"(\[)|(\])|<([\w-]+)>|([^<\[\]]+)")
_LABELS = {
    "year": "date", "year-month": "date", "year-month-day": "date", "month-year": "date", "first-page": "pages", "doi-url": "doi",
    "book": "container", "meeting": "container", "place": "location", "school": "publisher", "editor-full": "editor",
    "edition": "", "dashes": "author", "long-title": "title", "supplement": "issue",
}  # fmt: skip
_TAGS = re.compile(r"<[^>]*>|[\u200b\ufeff]")


def synthesise(works: Iterable[dict], wanted: int, chance: random.Random) -> Iterator[Labelled]:
    """So many references to works drawn from the given ones."""
    pool = [work for work in works if _title(work) and _people(work)]
    crowd = [person for work in pool for person in _people(work) if person[1]]
    while wanted:
        work, other = chance.choice(pool), chance.choice(pool)
        fields = _fields(work, other, chance)
        people_style, template = chance.choice(STYLES)
        fields["author"] = listed(_people(work, crowd, chance), people_style, chance)
        if chance.random() < 0.04:
            fields["author"] = chance.choice(BODIES_THAT_WRITE)
        fields["editor"] = listed(_people(other, crowd, chance)[: chance.choice((1, 1, 2, 2, 3))], people_style, chance)
        fields["editor-full"] = listed(_people(other, crowd, chance)[: chance.choice((1, 1, 2))], "full", chance)
        printed = _print(template, fields)
        if printed:
            wanted -= 1
            yield _worn(*printed, chance)


def _clean(text: str) -> str:
    return " ".join(_TAGS.sub("", html.unescape(text)).split())


def _title(work: dict) -> str:
    title = _clean((work.get("title") or [""])[0])
    return title if 2 < len(title) < 300 else ""


def _people(work: dict, crowd: Sequence[Person] = (), chance: random.Random | None = None) -> list[Person]:
    """The authors of a work. Many records name only a first author, without given names: he gets company from the crowd."""
    people = [(_clean(p["family"]), _clean(p.get("given") or "")) for p in work.get("author", []) if p.get("family")]
    if not chance or (people and people[0][1]) or chance.random() < 0.15:
        return people
    return [
        (people[0][0], chance.choice(crowd)[1]),
        *(chance.choice(crowd) for _ in range(chance.choice((0, 1, 2, 3, 5, 7)))),
    ]


def _fields(work: dict, other: dict, chance: random.Random) -> dict[str, str]:
    """Every field a template may ask for; a missing one is `""`."""
    date = ((work.get("issued") or {}).get("date-parts") or [[None]])[0] or [None]
    year = str(date[0] or "")
    month = chance.choice(MONTHS)
    short_month = chance.choice((month[:3], month[:3], month[:3] + ".", month))
    pages = _pages(work.get("page") or "", chance)
    journal = _clean((work.get("container-title") or [""])[0])
    short = _clean((work.get("short-container-title") or [""])[0])
    publisher = (
        re.sub(r"\s*\(.*", "", _clean(work.get("publisher") or ""))
        if chance.random() < 0.5
        else chance.choice(PUBLISHERS)
    )
    doi = work["DOI"]
    title = _title(work)
    if chance.random() < 0.05:
        title = title.upper() if chance.random() < 0.3 else title.title()
    volume = work.get("volume") or ""
    return {
        "title": title,
        "long-title": _long(title, chance),
        "dashes": chance.choice(("———", "---", "——", "________", "–––")),
        "supplement": chance.choice(
            ("Suppl 1", "Suppl 2", "Suppl", "suppl. 1", "Suppl. 2", "S1", "Pt 2", "Supplement", "5 Suppl", "12 Suppl 1")
        ),
        "url": chance.choice(SITES).format(
            *(re.sub(r"\W", "", word.lower()) or "a" for word in (title.split()[-1], title.split()[0]))
        ),
        "container": _container(journal, short, chance),
        "book": _title(other) if chance.random() < 0.6 else journal,
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


def _long(title: str, chance: random.Random) -> str:
    """Titles as historians write them: a span of years at the end, or a second sentence."""
    if chance.random() < 0.25:
        return title.rstrip(".") + chance.choice(SPANS_OF_YEARS)
    if chance.random() < 0.3:
        return title.replace(": ", ". ", 1)
    return title


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


def _container(journal: str, short: str, chance: random.Random) -> str:
    if not journal or chance.random() < 0.45:
        return journal
    if short and chance.random() < 0.5:
        return short
    words = [word for word in journal.split() if word.lower() not in SMALL]
    if len(words) < 2:
        return journal
    dot = chance.choice(("", "."))
    return " ".join(_abbreviated(word, dot) for word in words).removesuffix(".")


def _abbreviated(word: str, dot: str) -> str:
    known = ABBREVIATIONS.get(word.lower().strip(":,"))
    if known:
        return known + dot
    for end in (
        "ological",
        "ology",
        "onomics",
        "ational",
        "ography",
        "ications",
        "istry",
        "ering",
        "ical",
        "ics",
        "ional",
        "iatric",
    ):
        if word.endswith(end) and len(word) > len(end) + 2:
            return word[: -len(end)] + end[: 2 if end[0] == "o" else 1].rstrip("aei") + dot
    return word


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
    for opening, closing, name, literal in _PART.findall(template):
        if opening:
            kept, missing = (text, len(spans)), False
        elif closing:
            if missing and kept:
                text, spans = kept[0], spans[: kept[1]]
            kept, missing = None, False
        elif literal:
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
    return text, spans


def _worn(text: str, spans: list[tuple[str, int, int]], chance: random.Random) -> Labelled:
    """What list numbers, line breaks and careless typing do to a printed reference."""
    if chance.random() < 0.2:
        number = chance.choice(BEFORE).format(chance.randint(1, 120))
        text, spans = number + text, [(label, start + len(number), end + len(number)) for label, start, end in spans]
    if chance.random() < 0.12:
        text += chance.choice(AFTER).format(chance.randint(1_000_000, 30_000_000))
    if chance.random() < 0.1:
        text = text.rstrip(".")
        spans = [(label, start, min(end, len(text))) for label, start, end in spans]
    if chance.random() < 0.12:
        every = chance.randint(50, 90)
        for at in range(every, len(text), every):
            space = text.find(" ", at)
            if space > 0:
                text = text[:space] + "\n" + text[space + 1 :]
    if chance.random() < 0.08:
        for _ in range(2):
            text, spans = _broken(text, spans, chance)
    if chance.random() < 0.05:
        for spot in [found.start() for found in re.finditer(r"\w[.,:;] \w", text)]:
            if chance.random() < 0.6:  # `Phys .Rev .B`, as PDF text often has it
                mark = text[spot + 1]
                text = f"{text[: spot + 1]} {mark}{text[spot + 3 :]}"
                spans = [(label, start, end + (end == spot + 2)) for label, start, end in spans]
    if chance.random() < 0.06:
        spots = [found.end() for found in re.finditer(r"[.,:;] (?=\S)", text)]
        if spots:
            text, spans = _spliced(text, spans, chance.choice(spots) - 1, 1, "")
    return text, spans


def _broken(text: str, spans: list[tuple[str, int, int]], chance: random.Random) -> Labelled:
    """A long word hyphenated at the end of a line: `endo-\\nscopic`, or `endo- scopic`."""
    words = list(re.finditer(r"[a-z]{8,}", text))
    if not words:
        return text, spans
    word = chance.choice(words)
    return _spliced(text, spans, word.start() + len(word[0]) // 2, 0, chance.choice(("-\n", "- ", "-")))


def _spliced(text: str, spans: list[tuple[str, int, int]], at: int, cut: int, put: str) -> Labelled:
    move = len(put) - cut
    moved = [(label, start + move * (start > at), end + move * (end > at)) for label, start, end in spans]
    return text[:at] + put + text[at + cut :], moved
