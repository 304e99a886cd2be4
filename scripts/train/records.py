"""What a Crossref record says, as a reference would print it: title, people, journal."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Sequence

from imprints import ABBREVIATIONS, SMALL, SPANS_OF_YEARS
from people import Person

_TAGS = re.compile(r"<[^>]*>|[\u200b\ufeff]")


def clean(text: str) -> str:
    return " ".join(_TAGS.sub("", html.unescape(text)).split())


def title_of(work: dict) -> str:
    title = clean((work.get("title") or [""])[0])
    return title if 2 < len(title) < 300 else ""


def people_of(work: dict, crowd: Sequence[Person] = (), chance: random.Random | None = None) -> list[Person]:
    """The authors of a work. Many records name only a first author, without given names: he gets company from the crowd."""
    people = [(clean(p["family"]), clean(p.get("given") or "")) for p in work.get("author", []) if p.get("family")]
    if not chance or (people and people[0][1]) or chance.random() < 0.15:
        return people
    return [
        (people[0][0], chance.choice(crowd)[1]),
        *(chance.choice(crowd) for _ in range(chance.choice((0, 1, 2, 3, 5, 7)))),
    ]


def lengthened(title: str, chance: random.Random) -> str:
    """Titles as historians write them: a span of years at the end, or a second sentence."""
    if chance.random() < 0.25:
        return title.rstrip(".") + chance.choice(SPANS_OF_YEARS)
    if chance.random() < 0.3:
        return title.replace(": ", ". ", 1)
    return title


def journal_of(journal: str, short: str, chance: random.Random) -> str:
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
