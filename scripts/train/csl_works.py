"""Crossref works as CSL-JSON items of every type: what a record lacks is invented, since most records are of journal articles."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from csl_others import as_news, as_page, as_patent, as_preprint, as_program, as_report, as_thesis
from csl_stock import (
    FEW,
    Item,
    Stock,
    date_of,
    day_after,
    editors,
    house_in,
    language_of,
    made_older,
    pages_of,
    published,
    scholars,
    some_pages,
    writers,
    year_of,
)
from houses import BOOK_SERIES, EVENT_TOWNS, JOURNALS, MEETING_HOUSES, SERIES
from inventions import book_title, meeting, section_title
from records import clean, journal_of, lengthened, title_of

_SHARES = (
    ("article-journal", 48), ("paper-conference", 17), ("chapter", 12), ("book", 11), ("thesis", 3), ("report", 3), ("webpage", 2),
    ("article", 1.5), ("article-newspaper", 1.2), ("article-magazine", 0.8), ("software", 0.8), ("patent", 0.4),
)  # fmt: skip
_LEARNED_SHARES = (
    ("article-journal", 34), ("chapter", 24), ("book", 28), ("paper-conference", 4), ("thesis", 4), ("report", 2), ("webpage", 1.5),
    ("article-newspaper", 2), ("article-magazine", 0.5),
)  # fmt: skip


_CITED = 0.4  # share of the items that are taken as they were cited


def item(stock: Stock, chance: random.Random) -> Item:
    """One work of a type drawn from the shares, complete enough for its type."""
    kinds, shares = zip(*(_LEARNED_SHARES if stock.learned else _SHARES), strict=True)
    kind = chance.choices(kinds, shares)[0]
    if stock.cited.get(kind) and chance.random() < _CITED:
        return _cited(stock, kind, chance)
    work = chance.choice(stock.works)
    while (
        kind == "article-journal" and not (work.get("container-title") and work.get("volume")) and chance.random() < 0.9
    ):
        work = chance.choice(stock.works)
    title = title_of(work).rstrip(" (,;:-")
    made: Item = {
        "type": kind,
        "title": title if chance.random() < 0.85 else lengthened(title, chance),
        "language": language_of(title),
        "author": writers(work, stock, chance),
        "issued": date_of(work, chance),
        **({"DOI": work["DOI"]} if chance.random() < 0.45 else {}),
    }
    _COMPLETIONS[kind](made, work, stock, chance)
    if chance.random() < 0.03:
        made["title"] = made["title"].upper()
    return {name: value for name, value in made.items() if value}


def _cited(stock: Stock, kind: str, chance: random.Random) -> Item:
    """A work as somebody cited it, with a publisher where most books name one, and now and then without its DOI or address."""
    made = dict(chance.choice(stock.cited[kind]))
    if kind in ("book", "chapter") and "publisher" not in made and chance.random() < 0.6:
        published(made, made["language"], chance)
    if kind == "paper-conference" and "publisher-place" not in made and chance.random() < 0.3:
        made["publisher-place"] = chance.choice(EVENT_TOWNS)
    for name in ("DOI", "URL"):
        if chance.random() < 0.4:
            made.pop(name, None)
    return made


def _as_article(made: Item, work: dict, stock: Stock, chance: random.Random) -> None:
    journal = clean((work.get("container-title") or [""])[0])
    short = clean((work.get("short-container-title") or [""])[0])
    wanted = stock.languages if chance.random() < 0.6 else ("science",)
    if chance.random() < (0.6 if stock.learned else 0.25):
        journal, short, language = chance.choice([known for known in JOURNALS if known[2] in wanted])
        if language != "science":
            made.update(
                title=section_title(language, chance), language=language, author=scholars(language, FEW, chance)
            )
            made.pop("DOI", None)
    page = re.sub(r"\s*[-–]+\s*", "-", (work.get("page") or "").strip())
    first, _, last = page.partition("-")
    made.update({
        "container-title": journal if chance.random() < 0.75 else short or journal_of(journal, short, chance),
        "container-title-short": short or journal_of(journal, short, chance),
        "volume": work.get("volume") or ("" if chance.random() < 0.3 else str(chance.randint(1, 300))),
        "issue": work.get("issue") or (str(chance.randint(1, 12)) if chance.random() < 0.35 else ""),
        "page": (first if first == last else page) if re.fullmatch(r"[A-Za-z]*\d+(?:-[A-Za-z]*\d+)?", page) else "",
    })  # fmt: skip
    unusual = chance.random()
    if unusual < 0.04:
        made["issue"] = chance.choice(
            ("Suppl 1", "Suppl. 2", "3-4", "1/2", "1-2", "Pt 2", "S1", "Special Issue", "12 Suppl")
        )
    elif unusual < 0.3 and re.fullmatch(r"\d{1,4}", page):
        made["page"] = f"{page}-{int(page) + chance.randint(2, 19)}"
    elif unusual < 0.34 and chance.random() < 0.5:
        made["page"] = made["issue"] = ""
    elif unusual < 0.4:  # magazines count issues alone
        made["volume"], made["issue"] = "", str(chance.choice((chance.randint(1, 30), chance.randint(30, 900))))
    if chance.random() < 0.05:
        made["URL"] = f"https://www.jstor.org/stable/{chance.randint(100000, 4999999)}"
        made["accessed"] = day_after(year_of(made), chance)
    if chance.random() < 0.3:
        made["publisher"] = re.sub(r"\s*\(.*", "", clean(work.get("publisher") or ""))


def _as_paper(made: Item, work: dict, stock: Stock, chance: random.Random) -> None:
    topic = re.sub(
        r"^(?:The )?(?:\w+ )?(?:Journal|Annals|Archives|Review|Transactions) (?:of|on) (?:the )?",
        "",
        clean((work.get("container-title") or [""])[0]),
    )
    year = year_of(made)
    if year < 1970:
        year = chance.randint(1975, 2023)
        made["issued"] = {"date-parts": [[year]]}
    if chance.random() < 0.35:
        made["issued"] = {"date-parts": [[year, chance.randint(1, 12)]]}
    name = meeting(str(year), topic if "." not in topic else "", chance)
    made.update({"container-title": name, "page": some_pages(chance) if chance.random() < 0.85 else ""})
    if chance.random() < 0.7:
        made["publisher"] = chance.choice(MEETING_HOUSES)
    town = chance.random()
    if town < 0.4:
        made["publisher-place"] = chance.choice(EVENT_TOWNS) if chance.random() < 0.7 else house_in("en", chance)[1]
    elif town < 0.65:
        made["event-place"] = chance.choice(EVENT_TOWNS)
    if chance.random() < 0.1:
        made.pop("container-title")
        made["event-title"] = made["event"] = name
    if chance.random() < 0.25:
        made["editor"] = editors("", stock, chance)
    series = chance.random()
    if series < 0.14:
        made["collection-title"] = chance.choice(SERIES)
        made["collection-number"] = str(chance.randint(20, 12000))
    elif series < 0.28:
        made["volume"] = str(chance.randint(1, 40) if chance.random() < 0.5 else chance.randint(40, 9000))
    if chance.random() < 0.05:
        made["issue"] = str(chance.randint(1, 12))


def _as_chapter(made: Item, work: dict, stock: Stock, chance: random.Random) -> None:
    made_older(made, chance)
    language = chance.choice(stock.languages)
    book = (
        clean((work.get("container-title") or [""])[0]) if work.get("type") in ("book-chapter", "book-section") else ""
    )
    if book and chance.random() < 0.6:
        language = language_of(book)
    elif chance.random() < 0.6:
        made["title"], book = section_title(language, chance), book_title(language, chance)
        made["author"] = scholars(language, FEW, chance)
    elif chance.random() < 0.5:
        language, book = made["language"], book_title(made["language"], chance)
    else:
        book = title_of(chance.choice(stock.works))
        language = language_of(book)
    made.update(
        {"container-title": book, "language": language, "page": pages_of(work, chance) if chance.random() < 0.9 else ""}
    )
    if chance.random() < 0.88:
        made["editor"] = editors(language, stock, chance)
    published(made, language, chance)
    _embellish(made, chance)
    if chance.random() < 0.7:
        made.pop("DOI", None)


def _as_book(made: Item, work: dict, stock: Stock, chance: random.Random) -> None:
    made_older(made, chance)
    language = made["language"]
    if chance.random() < 0.75:
        language = chance.choice(stock.languages)
        made["title"] = book_title(language, chance)
    made["language"] = language
    if chance.random() < 0.6:
        made["author"] = scholars(language, FEW, chance)
    elif chance.random() < 0.6:
        made["author"] = made["author"][: chance.choice(FEW)]
    if chance.random() < 0.17:
        made["editor"] = editors(language, stock, chance)
        del made["author"]
    elif chance.random() < 0.09:  # the works of somebody, edited by another
        made["editor"] = editors(language, stock, chance)[:2]
    elif chance.random() < 0.08:
        made["translator"] = scholars(language, (1, 1, 2), chance)
    published(made, language, chance)
    _embellish(made, chance)
    if chance.random() < 0.85:
        made.pop("DOI", None)


def _embellish(made: Item, chance: random.Random) -> None:
    """An edition, a series, a volume: one of them at most."""
    drawn = chance.random()
    if drawn < 0.13:
        made["edition"] = str(chance.randint(2, 9))
    elif drawn < 0.27:
        made["collection-title"] = chance.choice(BOOK_SERIES)
        made["collection-number"] = str(chance.randint(1, 180)) if chance.random() < 0.75 else ""
    elif drawn < 0.35:
        made["volume"] = chance.choice(("1", "2", "3", "4", "12", "II", "IV", "I"))


_COMPLETIONS: dict[str, Callable[[Item, dict, Stock, random.Random], None]] = {
    "article-journal": _as_article, "paper-conference": _as_paper, "chapter": _as_chapter, "book": _as_book, "thesis": as_thesis,
    "report": as_report, "webpage": as_page, "article": as_preprint, "article-newspaper": as_news, "article-magazine": as_news,
    "software": as_program, "patent": as_patent,
}  # fmt: skip
