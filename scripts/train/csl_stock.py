"""What CSL-JSON items are made from: the works and people at hand, and the parts all types share: names, dates, pages, houses."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from crowds import somebody
from houses import HOUSES, HOUSES_ELSEWHERE
from imprints import BODIES_THAT_WRITE
from inventions import LANGUAGES, body
from people import Person
from records import people_of, title_of

Item = dict  # CSL-JSON
FEW = (1, 1, 1, 1, 2, 2, 3)  # authors of learned works
_FOREIGN = (
    ("de", re.compile(r"\b(?:der|die|das|und|für|eine?|zur|im|Über)\b")),
    ("fr", re.compile(r"\b(?:les|des|du|une|et|dans|aux|chez|sur)\b")),
    ("es", re.compile(r"\b(?:los|las|del|el|y|una|para)\b")),
    ("it", re.compile(r"\b(?:della|delle|dei|nel|degli|gli|nella)\b")),
    ("pt", re.compile(r"\b(?:da|do|dos|das|uma|na|no)\b")),
)  # fmt: skip


@dataclass(frozen=True)
class Stock:
    """The works that may be printed, and the people who may write or edit others."""

    works: Sequence[dict]
    crowd: Sequence[Person]
    languages: Sequence[str] = LANGUAGES  # of invented titles
    learned: bool = False  # as the humanities cite: mostly books and chapters
    cited: Mapping[str, Sequence[Item]] = field(default_factory=dict)  # by type: see `cited.py`
    cited_in: Mapping[str, Mapping[str, Sequence[Item]]] = field(default_factory=dict)  # by language, English among all

    @staticmethod
    def of(works: Sequence[dict], cited: Sequence[Item] = ()) -> Stock:
        titles = ((work, title_of(work)) for work in works)
        printable = [work for work, title in titles if title and title.count("(") == title.count(")")]
        crowd = [p for work in printable for p in people_of(work) if p[1]]
        languages = {made["language"] for made in cited} | {*LANGUAGES, ""}
        by_language = {
            language: _by_type(made for made in cited if made["language"] in (language, "en") or not language)
            for language in sorted(languages)
        }
        return Stock(printable, crowd, cited=by_language[""], cited_in=by_language)

    def speaking(self, language: str) -> Stock:
        """The same, with three of four invented titles in this language."""
        languages, cited = (language, language, language, LANGUAGES[0]), self.cited_in.get(language, self.cited)
        return replace(self, languages=languages, learned=True, cited=cited)


def _by_type(items: Iterable[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for made in items:
        found.setdefault(made["type"], []).append(made)
    return found


def language_of(title: str) -> str:
    """The language a title seems to be in, by two of its small words; otherwise English."""
    return next((language for language, words in _FOREIGN if len(set(words.findall(title))) > 1), "en")


def named(people: Sequence[Person], chance: random.Random) -> list[dict]:
    """With initials only, now and then, and a suffix."""
    initials = chance.random() < 0.3
    made = []
    for family, given in people:
        if initials:
            given = " ".join(f"{part[0]}." for part in given.replace("-", " ").split() if part[0].isalpha())
        made.append({"family": family, "given": given} if given else {"family": family})
    if chance.random() < 0.02 and "given" in made[0]:
        made[0]["suffix"] = chance.choice(("Jr.", "III", "Jr"))
    return made


def writers(work: dict, stock: Stock, chance: random.Random) -> list[dict]:
    if chance.random() < 0.07:
        return [{"literal": chance.choice(BODIES_THAT_WRITE) if chance.random() < 0.4 else body(chance)}]
    people = people_of(work, stock.crowd, chance) if people_of(work) else some_people(stock, (1, 1, 2, 3), chance)
    if len(people) > 3 and chance.random() < 0.25:
        people = people[: chance.choice((1, 2, 3))]
    return named(people, chance)


def some_people(stock: Stock, counts: Sequence[int], chance: random.Random) -> list[Person]:
    return [chance.choice(stock.crowd) for _ in range(chance.choice(counts))]


def scholars(language: str, counts: Sequence[int], chance: random.Random) -> list[dict]:
    """Mostly with their full names."""
    people = [somebody(language, chance) for _ in range(chance.choice(counts))]
    return named(people, chance)


def editors(language: str, stock: Stock, chance: random.Random) -> list[dict]:
    counts = (1, 1, 2, 2, 2, 3, 4)
    if language and chance.random() < 0.6:
        return scholars(language, counts, chance)
    return named(some_people(stock, counts, chance), chance)


def date_of(work: dict, chance: random.Random) -> dict:
    parts = [part for part in (((work.get("issued") or {}).get("date-parts") or [[]])[0] or []) if part]
    if not parts or not 1500 < parts[0] < 2030:
        parts = [chance.randint(1955, 2023)]
    if len(parts) == 1 and chance.random() < 0.3:
        parts.append(chance.randint(1, 12))
    if len(parts) == 2 and chance.random() < 0.3:
        parts.append(chance.randint(1, 28))
    return {"date-parts": [parts]}


def day_after(year: int, chance: random.Random) -> dict:
    return {"date-parts": [[min(year + chance.randint(0, 6), 2024), chance.randint(1, 12), chance.randint(1, 28)]]}


def year_of(made: Item) -> int:
    return made["issued"]["date-parts"][0][0]


def made_older(made: Item, chance: random.Random) -> None:
    """Books and chapters are cited from longer ago than articles, and by the year."""
    if chance.random() < 0.7:
        first, last = (1930, 2022) if chance.random() < 0.9 else (1780, 1930)
        made["issued"] = {"date-parts": [[chance.randint(first, last)]]}
    else:
        made["issued"]["date-parts"][0][1:] = []


def some_pages(chance: random.Random) -> str:
    low, high = chance.choice(((1, 99), (100, 600), (1, 400), (600, 9000)))
    first = chance.randint(low, high)
    return f"{first}-{first + chance.choice((3, 5, 7, 8, 9, 11, 14, 17, 21, 24, 32, 45))}"


def pages_of(work: dict, chance: random.Random) -> str:
    page = re.sub(r"\s*[-–]+\s*", "-", (work.get("page") or "").strip())
    first, _, last = page.partition("-")
    is_usable = first != last and re.fullmatch(r"[A-Za-z]?\d+(?:-[A-Za-z]?\d+)?", page)
    return page if is_usable and chance.random() < 0.5 else some_pages(chance)


def house_in(language: str, chance: random.Random) -> tuple[str, str]:
    house, towns = chance.choice(HOUSES_ELSEWHERE.get(language, HOUSES) if language != "en" else HOUSES)
    return house, chance.choice(towns)


def published(made: Item, language: str, chance: random.Random) -> None:
    house, town = house_in(language, chance)
    made["publisher"] = house if chance.random() < 0.95 else ""
    made["publisher-place"] = town if chance.random() < 0.88 else ""
