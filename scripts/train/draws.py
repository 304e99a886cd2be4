"""A style of references, drawn piece by piece."""

from __future__ import annotations

import random
from dataclasses import dataclass

from name_lists import NameList, draw_names
from terms import TERMS, Terms

_LANGUAGES = (("en", 60), ("de", 14), ("fr", 11), ("it", 5), ("es", 5), ("pt", 2), ("nl", 1.5), ("sv", 1.5))
_QUOTES = {
    "en": (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("``", "''"), ("“", "”")),
    "de": (("„", "“"), ("»", "«"), ('"', '"'), ("„", "”"), ("«", "»")),
    "fr": (("« ", " »"), ("«", "»"), ("“", "”"), ('"', '"')),
    "it": (("«", "»"), ("“", "”"), ('"', '"'), ("‘", "’")),
    "es": (("“", "”"), ("«", "»"), ('"', '"')),
    "pt": (("“", "”"), ("«", "»"), ('"', '"')),
    "nl": (("‘", "’"), ("“", "”"), ("'", "'")),
    "sv": (("”", "”"), ('"', '"'), ("”", "”")),
}
_YEARS = (
    " (<date>)", " (<date>)", " (<date>):", " (<date>).", " (<date>),", ". <date>.", ", <date>.", " <date>.", " <date>,", " <date>:",
    ", <date>:", ", <date>,", " <date>",
)  # fmt: skip
_SERIES = (
    " (<series>[, <number>])", " (<series>[ <number>])", ", <series>[ <number>]", ". <series>[, <number>]", " (= <series>[ <number>])",
    ", <series>[, vol. <*number>]", " (<series>[, Bd. <*number>])", "[, volume <*number> of <series>]", ". <series>[; <number>]",
    " {<series>[, <number>]}", ", coll. « <series> »[, n° <number>]", ", ser. <series>[ <number>]",
)  # fmt: skip
_DOIS = (
    " doi:<doi>", " https://doi.org/<doi>", " DOI: <doi>", " http://dx.doi.org/<doi>", ", doi: <doi>", " doi <doi>", " {doi:<doi>}",
    " (doi: <doi>)", " https://doi.org/<doi>", " DOI <doi>",
)  # fmt: skip
_URLS = (
    ". <url>", ", <url>", " <<url>>", ". Available at: <url>", ", URL: <url>", ". Retrieved from <url>", ". Online: <url>", " {<url>}",
    ", available at <url>", ". URL <url>", " (<url>)", ". Available from: <url>",
)  # fmt: skip
_DASHES = (
    "-", "-", "–", "–", "–", "--", " - ", "—", " – ",
)  # fmt: skip
_IMPRINT_YEARS = (
    ", <date>", ", <date>", ", <date>", " <date>", " <date>", " (<date>)", "; <date>",
)  # fmt: skip
_AFTER_EDITORS = (
    ", ", ": ", ". ", ", ", " ", "; ",
)  # fmt: skip
_IMPRINTS = ("<place>: <house>", "<place>: <house>", "<house>, <place>", "<house>, <place>", "<house>", "<house>", "<place>, <house>", "<house>: <place>", "<place>; <house>")  # fmt: skip
_IMPRINTS_LEARNED = ("<place>: <house>", "<place>: <house>", "<place>, <house>", "<place>, <house>", "<place> : <house>", "<place>", "<place>", "<house>, <place>", "<house>", "<place>/<house>", "<place> (<house>)")  # fmt: skip


@dataclass(frozen=True)
class Style:
    """The draws that make a style; templates name fields as `<volume>`, `[…]` is left out when a field in it is missing and
    `{…}` prints square brackets; what stands behind `%` is left out when the year stands behind the authors."""

    language: str
    terms: Terms
    authors: NameList
    editors: NameList
    after_author: str
    year_first: bool  # behind the authors, not with the numbers or the imprint
    year_form: str
    between: str  # between the main parts
    quotes: tuple[str, str]  # around the titles of parts
    whole_quotes: tuple[str, str]  # around the titles of books
    comma_inside: bool
    inside: str
    editors_first: bool
    editors_form: tuple[str, str] | str  # words behind the names, or in front
    after_editors: str
    numbers: str
    imprint: str  # house and town
    imprint_year: str
    imprint_brackets: bool
    pages: str
    pages_last: bool
    dash: str
    short_pages: bool
    series: str
    edition: str
    doi: str
    url: str
    end: str


def draw_style(chance: random.Random) -> Style:
    codes, shares = zip(*_LANGUAGES, strict=True)
    language = chance.choices(codes, shares)[0]
    terms = TERMS[language]
    humanities = language != "en" or chance.random() < 0.35
    between = chance.choice(
        (", ", ", ", ". ", ". ", ": ", "; ") if humanities else (". ", ". ", ". ", ", ", ", ", "; ")
    )
    year_first = chance.random() < (0.35 if humanities else 0.5)
    quoted = chance.random() < (0.6 if humanities else 0.35)
    authors = draw_names(terms, chance)
    same_names = chance.random() < 0.5
    before = chance.random() < 0.45
    pages = chance.choice(terms.pages)
    return Style(
        language=language,
        terms=terms,
        authors=authors,
        editors=authors if same_names else draw_names(terms, chance, natural=True),
        after_author=chance.choice((between, between, ": ", ", ", ". ", " ")),
        year_first=year_first,
        year_form=chance.choice(_YEARS),
        between=between,
        quotes=chance.choice(_QUOTES[language]) if quoted else ("", ""),
        whole_quotes=chance.choice(_QUOTES[language]) if quoted and chance.random() < 0.06 else ("", ""),
        comma_inside=chance.random() < 0.5,
        inside=chance.choice(terms.inside) if chance.random() < 0.95 else "",
        editors_first=chance.random() < 0.6,
        editors_form=chance.choice(terms.editor_before) if before else chance.choice(terms.editor_after),
        after_editors=chance.choice(_AFTER_EDITORS),
        numbers=_draw_numbers(terms, pages, chance),
        imprint=chance.choice(_IMPRINTS_LEARNED if humanities else _IMPRINTS),
        imprint_year=chance.choice(_IMPRINT_YEARS),
        imprint_brackets=chance.random() < 0.2,
        pages=pages,
        pages_last=chance.random() < 0.6,
        dash=chance.choice(_DASHES),
        short_pages=chance.random() < 0.15,
        series=chance.choice(_SERIES),
        edition=chance.choice((", ", ". ", " ", ", ")) + chance.choice(terms.edition),
        doi=chance.choice(_DOIS),
        url=chance.choice(_URLS),
        end=chance.choice((".", ".", ".", "")),
    )


def _draw_numbers(terms: Terms, pages: str, chance: random.Random) -> str:
    """Where an article stands in its journal, the journal included."""
    volume = chance.choice(terms.volume) + "<volume>"
    issue = chance.choice(terms.issue).format("<issue>")
    behind = chance.choice(
        (":", ": ", ", ", ", ", " ", "; ", ", ", ". ") if pages == "" else (", ", ", ", " ", ": ", "; ", ". ")
    )
    comma = chance.choice((" ", " ", ", ", ". ", ", ") if volume == "<volume>" else (", ", ", ", " ", ". "))
    alone = issue if issue.startswith(", ") and len(issue) > len(", <issue>") else ", no. <issue>"
    at = f"[{comma}{volume}[{issue}]][{alone.replace('<issue>', '<only issue>')}]"
    return chance.choice((
        f"<container>{at}[{behind}{pages}<pages>][% (<date>)]", f"<container>{at}[% (<date>)][{behind}{pages}<pages>]",
        f"<container>{at}[{behind}{pages}<pages>][%, <date>]", f"<container>{at}[%, <date>][{behind}{pages}<pages>]",
        f"<container>[%{comma}<date>][, {volume}[{issue}]][, no. <only issue>][{behind}{pages}<pages>]",
        f"<container>{comma.strip() if comma != ' ' else ''} [%<date>;]{'' if volume[0] == '<' else ' '}[{volume}[{issue}]][{behind}{pages}<pages>]",
        f"<container>[{comma}{volume}[% (<date>)][{', no. <issue>' if '(' in issue else issue}]][{behind}{pages}<pages>]",
    ))  # fmt: skip
