"""References as BibTeX's own styles and their kin print them: plain, abbrv, acm, ieeetr, siam, amsplain, apalike, plainnat."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from csl_stock import Item
from name_lists import NameList, listed_in
from pieces import Piece, joined, line, mark, say
from terms import TERMS
from wear import Labelled


@dataclass(frozen=True)
class BibStyle:
    names: NameList
    block: str  # between the blocks of an entry
    title: tuple[str, str]  # around the titles of parts
    inside: str
    pages: str  # before the pages of a paper
    year_first: bool
    article: str  # volume, issue and pages: colon, or commas with `vol.` and `no.`
    month: bool
    house_first: bool
    editors_after: bool


def _style(chance: random.Random) -> BibStyle:
    full, initials = ("full", "A. B.")
    last = chance.choice((", and ", ", and ", " and "))
    names = NameList(
        "none", chance.choice((full, initials)), ", ", ", ", last, ", et al.", chance.choice((40, 40, 10)), 3, False
    )
    plain = BibStyle(names, ". ", ("", ""), "In ", "pages ", False, "colon", True, False, False)
    drawn = chance.random()
    if drawn < 0.45:
        return plain
    if drawn < 0.6:  # acm, siam
        surname = NameList(
            "all", "A. B.", ", ", ", ", chance.choice((", and ", " and ")), ", et al.", 40, 3, chance.random() < 0.6
        )
        return BibStyle(surname, chance.choice((". ", ", ")), ("", ""), "In ", "pp. ", False, "acm", True, True, False)
    if drawn < 0.75:  # ieeetr
        return BibStyle(
            NameList("none", "A. B.", ", ", ", ", last, " et al.", 40, 1, False),
            ", ",
            ("“", "”"),
            "in ",
            "pp. ",
            False,
            "words",
            True,
            False,
            True,
        )
    if drawn < 0.9:  # apalike, plainnat
        apa = NameList("all", "A. B.", ", ", ", ", chance.choice((", and ", " and ")), ", et al.", 40, 1, False)
        return BibStyle(
            apa if chance.random() < 0.6 else names,
            ". ",
            ("", ""),
            "In ",
            "pages ",
            True,
            "colon",
            chance.random() < 0.4,
            False,
            False,
        )
    return BibStyle(names, ", ", ("", ""), "", "pp. ", False, "words", False, True, False)  # amsplain and others


def in_bibtex_style(made: Item, chance: random.Random) -> Labelled:
    """One of the styles drawn, one work printed in it."""
    style = _style(chance)
    authors = listed_in(style.names, made.get("author", []))
    editors = listed_in(style.names, made.get("editor", []))
    word = ", editors" if len(made.get("editor", [])) > 1 else ", editor"
    head = mark("author", authors) or mark("editor", editors and editors + word)
    date = mark("date", _date(made, style, chance))
    if style.year_first:
        head = head + (say(" (") + date + say(")") if chance.random() < 0.7 else say(". ") + date)
        date = []
    quote, unquote = style.title
    title = say(quote) + mark("title", made["title"].rstrip(".")) + say(unquote)
    kind = made["type"]
    if kind in ("article-journal", "article-newspaper", "article-magazine") or (
        kind == "article" and "container-title" in made
    ):
        blocks = [head, title, _journal(made, style, date)]
    elif kind in ("paper-conference", "chapter"):
        blocks = [head, title, *_in_book(made, style, date, editors + word if editors and authors else "", chance)]
    else:
        note = " ".join(made[name] for name in ("genre", "number", "version") if name in made)
        edition = f"{chance.choice(_EDITIONS)} edition" if "edition" in made else ""
        series = _series(made)
        site = mark("container", made.get("container-title", ""))
        url = mark("url", made.get("URL", ""))
        middle = joined([say(note), site, _imprint(made, style), say(edition), date], ", ")
        blocks = [head, title + (say(", ") + series if series else []), middle, url]
    if "DOI" in made and chance.random() < 0.3:
        blocks.append(say(chance.choice(("doi: ", "doi:", "https://doi.org/", "DOI "))) + mark("doi", made["DOI"]))
    text, spans = line(joined(blocks, style.block) + say("."), comma_inside=True)
    if chance.random() < 0.12:  # bibliographies read out of .bbl files
        text = text.replace("–", "-")
    return text, spans


_EDITIONS = ("second", "third", "2nd", "fourth", "3rd", "first")


def _date(made: Item, style: BibStyle, chance: random.Random) -> str:
    year, *rest = made["issued"]["date-parts"][0]
    if rest and style.month and not style.year_first and chance.random() < 0.7:
        month = TERMS["en"].months[rest[0] - 1]
        return f"{chance.choice((month, month[:3] + '.', month))} {year}"
    return str(year)


def _range(made: Item) -> str:
    return made.get("page", "").replace("-", "–")


def _journal(made: Item, style: BibStyle, date: Piece) -> Piece:
    journal = mark("container", made.get("container-title", ""))
    volume, issue, pages = (mark(label, made.get(label, "")) for label in ("volume", "issue", "page"))
    pages = mark("pages", _range(made)) if pages else []
    if style.article == "words":
        parts = [
            journal,
            say("vol. ") + volume if volume else [],
            say("no. ") + issue if issue else [],
            say("pp. ") + pages if pages else [],
            date,
        ]
        return joined(parts, ", ")
    if style.article == "acm":
        numbers = joined([volume, issue], ", ")
        return (
            journal
            + say(" ")
            + numbers
            + (say(" (") + date + say(")") if date else [])
            + (say(", ") + pages if pages else [])
        )
    numbers = volume + (say("(") + issue + say(")") if issue else [])
    return joined(
        [joined([journal, numbers + (say(":" if numbers else "") + pages if pages else [])], ", "), date], ", "
    )


def _series(made: Item) -> Piece:
    series, number = made.get("collection-title", ""), made.get("collection-number", "")
    if series and number and "volume" not in made:
        return say("volume ") + mark("volume", number) + say(f" of {series}")
    return say("volume ") + mark("volume", made["volume"]) if "volume" in made else say(series)


def _in_book(made: Item, style: BibStyle, date: Piece, editors: str, chance: random.Random) -> list[Piece]:
    book = mark("container", made.get("container-title") or made.get("event-title", ""))
    place = mark("location", made.get("event-place") or made.get("publisher-place", ""))
    house = mark("publisher", made.get("publisher", ""))
    pages = say(style.pages) + mark("pages", _range(made)) if made.get("page") else []
    named = mark("editor", editors)
    if style.house_first:  # acm: In Book (Place, Year), Editors, Ed., Publisher, pp. 1–10
        inner = joined([place, date], ", ")
        imprint = say(" (") + inner + say(")") if inner else []
        series = _series(made)
        return [say(style.inside) + joined([book + imprint, named, series, house, pages], ", ")]
    if style.editors_after:  # ieeetr
        named = say("(") + mark("editor", re.sub(r", editors?$", ", eds.", editors)) + say(")") if editors else []
        return [
            say(style.inside) + book + (say(" ") + named if named else []),
            _series(made),
            place,
            pages,
            house,
            date,
        ]
    opening = joined([named, book], ", ")
    if chance.random() < 0.55 or not house:
        return [say(style.inside) + joined([opening, _series(made), pages, place, date], ", "), house]
    return [
        say(style.inside) + joined([opening, _series(made), pages], ", "),
        joined([house, place if chance.random() < 0.5 else [], date], ", "),
    ]


def _imprint(made: Item, style: BibStyle) -> Piece:
    house, place = mark("publisher", made.get("publisher", "")), mark("location", made.get("publisher-place", ""))
    return joined([place, house] if style.article == "amsplain" else [house, place], ", ")
