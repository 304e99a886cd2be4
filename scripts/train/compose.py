#!/usr/bin/env python3
"""compose.py DATA_FOLDER [--count N] [--seed S] [--out FILE] prints works in styles nobody has described: each is drawn piece by piece.

The order of names, their delimiters, where the year stands, quotation marks, the word for `In`, the editors' place, the forms of volume,
issue and pages, of place and publisher: one draw of each makes a style, in which three works are printed. Thousands of styles come,
more of them odd than in life; the common ones come from `csl.py`. One style in six is BibTeX's (`bibtex_styles.py`).
DATA_FOLDER holds `crossref/works.jsonl.gz`; each line of FILE is `{"text", "spans", "style"}`, the same for the same data and seed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence

from bibtex_styles import in_bibtex_style
from csl_stock import Item, Stock
from csl_works import item
from draws import Style, draw_style
from name_lists import listed_in
from pieces import Piece, joined, line, mark, say, tell
from terms import Terms
from to_file import write_lines
from wear import Labelled

ALIKE = 3  # works printed in one style


def _reference(made: Item, style: Style, chance: random.Random) -> Piece:
    head, edited = _head(made, style, chance)
    body = _BODIES.get(made["type"], _whole)(made, style, edited, chance)
    return head + body + _address(made, style, chance) + say(style.end)


def _address(made: Item, style: Style, chance: random.Random) -> Piece:
    if "DOI" in made and chance.random() < 0.7:
        before = "" if style.doi[0] == "," else chance.choice((".", ".", ",", ""))
        return say(before) + tell(style.doi, {"doi": ("doi", made["DOI"])})
    address = tell(style.url, {"url": ("url", made.get("URL", ""))}, needed=("url",))
    if address and chance.random() < 0.5:
        accessed = chance.choice(style.terms.accessed).format(d=_day(made, style.terms, chance))
        address = address + say(chance.choice((", ", ". ", " ")) + accessed)
    return address


def _head(made: Item, style: Style, chance: random.Random) -> tuple[Piece, bool]:
    """Authors and perhaps the year; whether editors took the authors' place."""
    edited = "author" not in made and "editor" in made
    people = made.get("author") or made.get("editor") or []
    names = listed_in(style.authors, people) if chance.random() < 0.985 else chance.choice(_AS_BEFORE)
    if edited:
        word = style.editors_form if isinstance(style.editors_form, tuple) else chance.choice(style.terms.editor_after)
        piece = mark("editor", names + word[len(people) > 1])
    else:
        piece = mark("author", names if people else "")
    if not style.year_first:
        return piece + say(style.after_author if piece else ""), edited
    form = style.year_form if piece else style.year_form.lstrip(" ,.")
    year = made["issued"]["date-parts"][0][0]
    if chance.random() < 0.015:
        form = form.replace("<date>", f"<date> {{{year - 1 - chance.randint(1, 90)}}}")
    return piece + tell(form, {"date": ("date", _date(made, style, chance))}) + say(" "), edited


_AS_BEFORE = ("———", "———", "---", "_____", "——", "Ders.", "Idem", "Id.", "–––")


def _title(made: Item, quotes: tuple[str, str]) -> Piece:
    opening, closing = quotes
    title = made["title"].rstrip(".")
    if opening and opening.strip() in "“\"‘'":  # nested marks alternate
        title = title.replace("“", "‘").replace("”", "’").replace('"', "'")
    return say(opening) + mark("title", title) + say(closing)


def _dated(template: str, style: Style) -> str:
    return template.replace("[%", "[<nothing>" if style.year_first else "[")


def _article(made: Item, style: Style, edited: bool, chance: random.Random) -> Piece:
    title = [] if made["id"] == "untitled" and not style.quotes[0] else _title(made, style.quotes)
    full = made.get("container-title", "")
    if not full:
        return joined([title, *_extras(made, style, chance), _imprint(made, style, chance)], style.between)
    container = full if chance.random() < 0.7 else made.get("container-title-short", full)
    fields = {
        "container": ("container", container.rstrip(".") if chance.random() < 0.7 else container),
        "volume": ("volume", made.get("volume", "")),
        "issue": ("issue", made.get("issue", "")),
        "only issue": ("issue", "" if "volume" in made else made.get("issue", "")),
        "pages": ("pages", _range(made, style, chance)),
        "date": ("date", _date(made, style, chance)),
        "nothing": ("", ""),
    }
    is_said = style.language in ("de", "it", "fr") and chance.random() < 0.4
    inside = chance.choice(style.terms.inside) if is_said else ""
    return joined([title, say(inside) + tell(_dated(style.numbers, style), fields)], style.between)


def _part(made: Item, style: Style, edited: bool, chance: random.Random) -> Piece:
    book = mark("container", made.get("container-title") or made.get("event-title", ""))
    if "editor" in made and not edited:
        book = _edited(book, made["editor"], style, chance)
    book = say(style.inside) + book + _details(made, style, chance)
    pages = mark("pages", _range(made, style, chance))
    parts = [_imprint(made, style, chance), pages and say(style.pages) + pages]
    host = joined([book, *(parts if style.pages_last else parts[::-1])], chance.choice((", ", style.between)))
    return joined([_title(made, style.quotes), host], style.between)


def _edited(book: Piece, editors: list[dict], style: Style, chance: random.Random) -> Piece:
    """The book with its editors before or behind it."""
    names, form = listed_in(style.editors, editors), style.editors_form
    if isinstance(form, str):
        who = say(form) + mark("editor", names)
        leads = style.editors_first and not form[0].islower()
    else:
        who = mark("editor", names + form[len(editors) > 1])
        leads = style.editors_first
    return (
        who + say(style.after_editors) + book
        if leads
        else book + say(chance.choice((", ", ", ", ". ", style.between))) + who
    )


def _whole(made: Item, style: Style, edited: bool, chance: random.Random) -> Piece:
    book = _title(made, style.whole_quotes)
    if "editor" in made and not edited:
        names, form = listed_in(style.editors, made["editor"]), style.editors_form
        behind = (
            mark("editor", names + form[len(made["editor"]) > 1])
            if isinstance(form, tuple)
            else say(form) + mark("editor", names)
        )
        book = joined([book, behind], chance.choice((", ", ". ", style.between)))
    book = book + _details(made, style, chance)
    parts = joined([book, *_extras(made, style, chance), _imprint(made, style, chance)], style.between)
    if made["type"] == "book" and chance.random() < 0.08:
        parts = parts + say(
            chance.choice((", ", ". ")) + chance.choice(_EXTENTS).format(chance.randint(60, 900), chance.randint(2, 6))
        )
    return parts


_EXTENTS = ("{0} p.", "{0} p.", "{0} pp.", "{0} S.", "{1} vols.", "{1} Bde.", "{0} pages", "{0}p")


def _extras(made: Item, style: Style, chance: random.Random) -> list[Piece]:
    """What stands between title and imprint: the kind of a thesis or report, the site of a page, a translator."""
    kind = " ".join(made[name] for name in ("genre", "number", "version") if name in made)
    translator = ""
    if "translator" in made:
        translator = chance.choice(_TRANSLATED.get(style.language, _TRANSLATED["en"]))
        translator += listed_in(style.editors, made["translator"])
    return [
        say(kind if chance.random() < 0.8 or not kind else f"[{kind}]"),
        mark("container", made.get("container-title", "")),
        say(translator),
    ]


_TRANSLATED = {
    "en": ("Trans. ", "Translated by ", "trans. ", "transl. by ", "tr. "),
    "de": ("Übers. v. ", "Aus dem Engl. von ", "übersetzt von ", "übers. von "),
    "fr": ("trad. de l’anglais par ", "trad. ", "traduit par ", "trad. fr. "),
    "it": ("trad. it. di ", "traduzione di ", "trad. it. "),
    "es": ("trad. de ", "traducción de ", "Trad. "),
}


def _details(made: Item, style: Style, chance: random.Random) -> Piece:
    if "edition" in made:
        ordinal = made["edition"] + {"1": "st", "2": "nd", "3": "rd"}.get(made["edition"], "th")
        return say(style.edition.format(n=ordinal, d=made["edition"]))
    if "collection-title" in made:
        number = made.get("collection-number", "")
        numbers = {"number": ("", number), "*number": ("" if "volume" in made else "volume", number)}
        return tell(style.series, {"series": ("", made["collection-title"]), **numbers}, needed=("series",))
    if "volume" in made:
        word = next(form for form in (chance.choice(style.terms.volume), "vol. ") if form)
        return say(chance.choice((", ", ". ", " ")) + word) + mark("volume", made["volume"])
    return []


def _imprint(made: Item, style: Style, chance: random.Random) -> Piece:
    house, place = made.get("publisher", ""), made.get("publisher-place") or made.get("event-place", "")
    form = style.imprint if house and place else "<house>" if house else "<place>" if place else ""
    year = "" if style.year_first else style.imprint_year
    if not form:
        year = "<date>" if year else ""
    template = f"({form}{year})" if style.imprint_brackets and form and "(" not in form + year else form + year
    date = _date(made, style, chance)
    return tell(template, {"house": ("publisher", house), "place": ("location", place), "date": ("date", date)})


def _date(made: Item, style: Style, chance: random.Random) -> str:
    """The year, or a month or day with it where that is usual."""
    if "undated" in made:
        return chance.choice(_UNDATED.get(style.language, ("n.d.", "forthcoming")))
    year, *rest = made["issued"]["date-parts"][0]
    is_usual = made["type"] in ("article-newspaper", "article-magazine", "webpage", "paper-conference")
    if not rest or chance.random() < (0.3 if is_usual else 0.7):
        return str(year)
    month = style.terms.months[rest[0] - 1]
    if style.language == "en" and chance.random() < 0.06:
        return f"{chance.choice(_SEASONS)} {year}"
    if style.between == "; ":
        month = f"{month[:3]}."
    if len(rest) < 2:
        return f"{month} {year}" if not style.year_first or chance.random() < 0.4 else f"{year}, {month}"
    if style.language != "en":
        return f"{rest[1]}{'.' if style.language == 'de' else ''} {month} {year}"
    if style.year_first:
        return f"{year}, {month} {rest[1]}"
    return f"{month} {rest[1]}, {year}" if style.between == ". " else f"{rest[1]} {month} {year}"


_SEASONS = ("Spring", "Summer", "Autumn", "Winter", "Fall")
_UNDATED = {
    "en": ("n.d.", "forthcoming", "n. d."),
    "de": ("o. J.", "im Druck"),
    "fr": ("s. d.", "à paraître"),
    "it": ("s.d.",),
}


def _day(made: Item, terms: Terms, chance: random.Random) -> str:
    year, month, day = made.get("accessed", {"date-parts": [[2016, 5, 3]]})["date-parts"][0]
    name = terms.months[month - 1]
    return chance.choice((
        f"{day} {name} {year}", f"{name} {day}, {year}", f"{day:02}.{month:02}.{year}", f"{year}-{month:02}-{day:02}", f"{day}/{month}/{year}",
    ))  # fmt: skip


def _range(made: Item, style: Style, chance: random.Random) -> str:
    first, _, last = made.get("page", "").partition("-")
    if last and chance.random() < 0.01:
        return first + chance.choice(("ff.", " ff.", " f.", " sq.", "f."))
    if style.short_pages and len(first) == len(last) > 1:
        same = next((at for at in range(len(first)) if first[at] != last[at]), 0)
        last = last[same:]
    return first + (style.dash + last if last else "")


_BODIES: dict[str, Callable[[Item, Style, bool, random.Random], Piece]] = {
    "article-journal": _article, "article-newspaper": _article, "article-magazine": _article, "article": _article,
    "paper-conference": _part, "chapter": _part,
}  # fmt: skip


def composed(
    works: Iterable[dict], count: int, chance: random.Random, cited: Sequence[Item] = ()
) -> Iterator[Labelled]:
    """So many references with their spans, in styles made up on the way."""
    for text, spans, _ in composed_in_styles(works, count, chance, cited):
        yield text, spans


def composed_in_styles(
    works: Iterable[dict], count: int, chance: random.Random, cited: Sequence[Item] = ()
) -> Iterator[tuple[str, list[tuple[str, int, int]], str]]:
    stock = Stock.of(sorted(works, key=lambda work: work["DOI"]), cited)
    while count > 0:
        style = draw_style(chance)
        family = chance.random() < 1 / 6
        speakers = (
            stock if family or (style.language == "en" and chance.random() < 0.7) else stock.speaking(style.language)
        )
        untitled = not family and style.language == "en" and chance.random() < 0.12
        for _ in range(ALIKE):
            made = item(speakers, chance)
            made["id"] = "untitled" if untitled else ""
            if chance.random() < 0.008:
                made["undated"] = True
            text, spans = (
                in_bibtex_style(made, chance)
                if family
                else line(_reference(made, style, chance), comma_inside=style.comma_inside)
            )
            if len(spans) > 2 and count > 0:
                count -= 1
                yield text, spans, f"{'bibtex' if family else style.language}:{made['type']}"


if __name__ == "__main__":
    write_lines(composed_in_styles, __doc__, count=40_000, out="composed.jsonl")
