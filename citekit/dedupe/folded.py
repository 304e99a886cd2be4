"""A reference as we compare it: every field folded once, so that comparing a pair is cheap."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote

from citekit.model import Reference
from citekit.values.identifiers import fold_doi
from citekit.values.names import Person, fold_family
from citekit.values.pages import span
from citekit.values.text import fold, squash
from citekit.values.titles import fold_title


@dataclass(frozen=True, slots=True, order=True)
class Folded:
    """What two descriptions of one work should have in common. Empty (`""`, `()`, 0) means *not said*.

    Equal values say the same of a work in every respect that we compare. The order is that of content, and means nothing.
    """

    title: str = ""
    squashed: str = ""
    """The title without spaces: `co 2 laser` and `co2 laser` are one."""
    heads: tuple[str, ...] = ()
    """The beginnings of the squashed title that end where a subtitle, translation or note begins, the shortest first."""
    numbers: tuple[str, ...] = ()
    """Numbers and Roman numerals of the title, in order: part II is not part I, interleukin 36 not interleukin 1."""
    notice: str = ""
    """`correction`, `comment`, …: the title says that this is a notice *about* the work named in it."""
    families: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    cut: bool = False
    """The list of authors ends in *et al.*"""
    year: int = 0
    container: str = ""
    container_short: str = ""
    kind: str = ""
    """`article`, `conference`, `chapter`, `book`, `thesis`, `report`, `preprint`; empty for `misc` and the like."""
    volume: tuple[str, ...] = ()
    number: tuple[str, ...] = ()
    first_page: str = ""
    last_page: str = ""
    doi: str = ""
    pmid: str = ""


def folded(reference: Reference) -> Folded:
    """The comparable side of a reference. Authors kept verbatim, and words like `unknown`, count as not said."""
    whole = ": ".join(part for part in (reference.title, reference.get("subtitle")) if part)[:_LONGEST_TITLE]
    notice, plain = _notice(_TRAILING_NOTE.sub("", whole) or whole)
    title = fold_title(plain)
    squashed = title.replace(" ", "")
    people, cut = _people(reference)
    first, last = _pages(reference.get("pages"))
    year = reference.year[:4]
    return Folded(
        title=title,
        squashed=squashed,
        heads=_heads(plain),
        numbers=_title_numbers(title),
        notice=notice,
        families=tuple(fold_family(person) for person in people),
        given=tuple(squash(person.given) for person in people),
        cut=cut,
        year=int(year) if year.isdecimal() else 0,
        container=reference.container,
        container_short=reference.get("container_short"),
        kind=_kind(reference),
        volume=_counted(reference.get("volume")),
        number=_counted(reference.get("number")),
        first_page=first,
        last_page=last,
        doi=fold_doi(unquote(reference.doi)),
        pmid=reference.get("pmid").strip(),
    )


# ---------------------------------------------------------------- titles

_TRAILING_NOTE = re.compile(r"(?<=\S)\s*\[[^\[\]]*\]\W*$")  # …postrenal transplant. [Japanese]  …[see comment]
# Deficiency of X: a case   X - a case   X? A case   X. A case   X [Mangel an X]   X (abstract)
_BREAK = re.compile(r"[:?!]\s|\s[-–—]+\s|—|--|\.\s+(?=\w{3})|\s[\[(]")
_LONGEST_TITLE = 2000
_SHORTEST_HEAD = 12
_MOST_HEADS = 6

# What a title of a notice about another work begins or ends with. `RETRACTED: X` is X itself, with a stamp on it.
_NOTICES = (
    ("correction", re.compile(r"^\W*(?:erratum|errata|corrigend(?:um|a)|(?:author |publisher )?correction|addendum)\b"
                              r"(?:\W*(?:to|for|in|notice)\b)?\W*", re.I)),  # Erratum to: X
    ("retraction", re.compile(r"^\W*(?:retraction(?: notice)?|expression of concern|withdrawal)\b"
                              r"(?:\W*(?:to|of|for)\b)?\W*", re.I)),  # Retraction notice to “X”
    ("comment", re.compile(r"^\W*(?:invited |editorial )?(?:comment(?:s|ary)?\b(?: on\b|\W*:)|re:)\W*", re.I)),  # Re: X
    ("reply", re.compile(r"^\W*(?:(?:the )?authors?['’]? |in )?(?:reply to\b|(?:reply|response)(?: to)?\s*[:“‘\"'])\W*", re.I)),
    ("reply", re.compile(r"\W+(?:(?:the )?authors?['’]?s? |in )?(?:reply|response|\(response to letter\))\W*$", re.I)),
    ("", re.compile(r"^\W*(?:retracted|withdrawn)(?: article)?\W*[:.\]]\W*", re.I)),  # RETRACTED ARTICLE: X
)  # fmt: skip


def _notice(title: str) -> tuple[str, str]:
    """`Erratum to: X` → `correction`, `X`. A title that is nothing but the word (`Erratum`) stays as it is."""
    for kind, words in _NOTICES:
        rest = words.sub("", title, count=1)
        if rest != title and len(rest) >= _SHORTEST_HEAD:
            return kind, rest
    return "", title


def _heads(title: str) -> tuple[str, ...]:
    breaks = islice(_BREAK.finditer(title, _SHORTEST_HEAD), _MOST_HEADS)
    heads = (fold_title(title[: found.start()]).replace(" ", "") for found in breaks)
    return tuple(dict.fromkeys(head for head in heads if len(head) >= _SHORTEST_HEAD))


_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
_NUMBERED = frozenset(
    "part type phase stage class group section chapter volume vol book grade study report paper".split()
)
_DIGITS = re.compile(r"\d+")


def _title_numbers(title: str) -> tuple[str, ...]:
    """`part ii of il 1b` → `2`, `1`. A lone letter (`i`, `v`, `x`) is a number after *part* and the like, or at the end."""
    words = title.split()
    found: list[str] = []
    for place, word in enumerate(words):
        roman = _ROMAN.get(word, "")
        if roman and (len(word) > 1 or (place and (words[place - 1] in _NUMBERED or place == len(words) - 1))):
            found.append(roman)
        else:
            found.extend(digits.lstrip("0") or "0" for digits in _DIGITS.findall(word))
    return tuple(found)


# ---------------------------------------------------------------- the other fields

_MOST_PEOPLE = 40
_NOT_SAID = frozenset({"", "unknown", "na", "n a", "none", "null", "not available", "in press", "anonymous", "anon"})


def _people(reference: Reference) -> tuple[tuple[Person, ...], bool]:
    names = reference.names("author") or reference.names("editor")
    people = tuple(person for person in names if fold(person.family) not in _NOT_SAID)
    return people[:_MOST_PEOPLE], names.others or len(people) > _MOST_PEOPLE


def _counted(text: str) -> tuple[str, ...]:
    """The numbers in a volume or issue: `88 Suppl 1` → `88`, `1`. Words without a number stay: `Spring` → `spring`."""
    plain = fold(text)
    if plain in _NOT_SAID:
        return ()
    return tuple(digits.lstrip("0") or "0" for digits in _DIGITS.findall(plain)) or (plain,)


_LONGEST_PAGE = 20
_FIRST_RANGE = re.compile(r"[,;+]")  # 233-8, 230-5, 246-51


def _pages(text: str) -> tuple[str, str]:
    """First and last page in lower case and without a leading zero; what is no page or range has neither."""
    found = span(_FIRST_RANGE.split(text.strip(' "'))[0])
    if not found:
        return "", ""
    first, last = (page.lower().lstrip("0")[:_LONGEST_PAGE] for page in found)
    return first, last if last != first else ""


_KINDS = {
    "article": "article", "periodical": "article",
    "inproceedings": "conference", "conference": "conference", "proceedings": "proceedings",
    "incollection": "chapter", "inbook": "chapter", "suppbook": "chapter", "inreference": "chapter",
    "book": "book", "collection": "book", "mvbook": "book", "mvcollection": "book", "booklet": "book",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "techreport": "report", "report": "report",
    "unpublished": "preprint",
}  # fmt: skip
_PREPRINT = re.compile(r"\b(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|ssrn|research square|preprints?)\b", re.I)


def _kind(reference: Reference) -> str:
    said = f"{reference.container} {reference.get('howpublished')} {reference.get('publisher')}"
    if _PREPRINT.search(said) or (reference.get("eprint") and not reference.container):
        return "preprint"
    return _KINDS.get(reference.type, "")
