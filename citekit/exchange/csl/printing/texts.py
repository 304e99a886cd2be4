r"""Fonts and protected words of BibTeX values as CSL's markup, and titles without a point at their end."""

from __future__ import annotations

from citekit.exchange.csl.printing.items import Item
from citekit.exchange.csl.values import item_text
from citekit.model import Field, Reference
from citekit.values.latex import decode
from citekit.values.latex.printing import printed

_TITLES = {
    "title": "title",
    "title-short": "shorttitle",
    "container-title": "container",
    "container-title-short": "container_short",
    "collection-title": "series",
    "event-title": "eventtitle",
    "original-title": "origtitle",
    "volume-title": "issuetitle",
    "chapter-number": "chapter",
}
"""Variables whose case styles change, and their fields."""
_SUBTITLES = {"title": ("subtitle",), "container-title": ("booksubtitle", "journalsubtitle")}
_OTHERS = {"genre": "type", "note": "note", "annote": "annotation", "medium": "howpublished"}

# Words whose point is theirs. One letter (`Vitamin D.`) or a point within (`U.S.`) is told by its look.
_ABBREVIATIONS = frozenset(
    "al bros ca cf co corp dept dr ed eds edn esq etc ff fig gmbh inc jr lat ltd mr mrs ms no nos nr op p ph pl pp prof rev sr ser sp spp ssp st"
    " subsp suppl trans univ var viz vol vols vs".split()
)


def in_fonts(item: Item, reference: Reference) -> Item:
    """Texts that came from BibTeX and have not changed since, with their fonts and what keeps its case."""
    made = dict(item)
    for names, keeps_case in ((_TITLES, True), (_OTHERS, False)):
        for variable, name in names.items():
            found = reference.fields.get(name)
            if found is not None and item.get(variable) == item_text(variable, reference.get(name)):
                made[variable] = _marked(found, variable, keeps_case)
    for variable, below_it in _SUBTITLES.items():
        main = reference.fields.get(_TITLES[variable])
        below = next((reference.fields[name] for name in below_it if name in reference.fields), None)
        if main is not None and below is not None and variable in item:
            made[variable] = _with_subtitle(item[variable], main, below, made[variable], variable)
    if isinstance(title := made.get("title"), str):
        made["title"] = without_final_point(title)
    return made


def _with_subtitle(plain: object, main: Field, below: Field, made: object, variable: str) -> object:
    """The title and the subtitle, each in its fonts; what was made already where the item has another title or names the subtitle."""
    both = (item_text(variable, str(main.value)), item_text(variable, f"{main.value}: {below.value}"))
    if plain not in both or str(below.value) in str(main.value):
        return made
    return f"{_marked(main, variable, True)}: {_marked(below, variable, True)}"


def _marked(found: Field, variable: str, keeps_case: bool) -> str:
    """The value with CSL's markup."""
    value = str(found.value)
    origin = found.origin
    if origin is not None and origin.format == "bibtex" and origin.text[:1] in ("{", '"'):
        latex = origin.text[1:-1]
        if decode(latex) == value and (made := printed(latex, keeps_case=keeps_case)) != value:
            return made
    return item_text(variable, value)


def without_final_point(title: str) -> str:
    """`On things.` → `On things`, for styles put a point there; `Jones et al.`, `In the U.S.` and `And then...` keep it."""
    end = len(title)
    while title.endswith(">", 0, end) and (tag := title.rfind("<", 0, end)) >= 0 and title.startswith("</", tag):
        end = tag
    if not title.endswith(".", 0, end) or title.endswith("..", 0, end):
        return title
    last = title[max(title.rfind(" ", 0, end), title.rfind(">", 0, end - 1)) + 1 : end - 1].strip("([“‘'\"-–")
    if (len(last) == 1 and last.isalpha()) or "." in last or last.lower() in _ABBREVIATIONS:
        return title
    return title[: end - 1] + title[end:]
