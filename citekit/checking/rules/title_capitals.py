from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography, Entry
from citekit.checking.finding import Rule, Spot
from citekit.checking.titles import bare_maths, is_capitals, outside_braces
from citekit.checking.wording import listed

# Types whose titles BibTeX's styles leave as they are (format.btitle in plain.bst), and biblatex's like them.
_KEPT = frozenset(
    "book inbook manual phdthesis proceedings collection mvbook mvcollection mvproceedings reference mvreference periodical thesis"
    " set xdata".split()
)
_CAPITAL = "A-ZÀ-ÖØ-ÞŠŽČŁŚŹŻ"
_HINT = re.compile(rf"\w[{_CAPITAL}]|[$\\]")
_WORD = re.compile(rf"[^\W_]+[{_CAPITAL}][^\W_]*")  # DNA, iPhone, McDonald, 3D
_ENGLISH = re.compile(r"(?:|(?:american|british|australian|canadian|us|uk)?english|en(?:[-_]\w+)?|eng)", re.IGNORECASE)


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        title = entry.by_name.get("title")
        if title is None or entry.type in _KEPT or not _HINT.search(title.latex) or not _is_english(entry):
            continue
        if is_capitals(title.latex):
            continue
        words = [(found[0], found.start()) for found in _WORD.finditer(outside_braces(title.latex))]
        maths = bare_maths(title.latex)
        if words:
            names = list(dict.fromkeys(word for word, _ in words))
            braced = f"put braces around {'it' if len(names) == 1 else 'each'}: {{{names[0]}}}"
            said = f"styles that write titles in lower case spoil {listed(names)}; {braced}"
            yield Spot(bibliography.place(title, words[0][1]), said, entry.key)
        elif maths:
            said = f"styles that write titles in lower case spoil {maths}; put braces around it"
            yield Spot(bibliography.place(title, title.latex.index(maths)), said, entry.key)


def _is_english(entry: Entry) -> bool:
    """Styles write only English titles in lower case; one that does not say is English."""
    return bool(_ENGLISH.fullmatch(entry.get("langid") or entry.get("hyphenation")))


RULE = Rule(
    "title-capitals", "warning", "Capitals inside a word of a title without braces around it: DNA becomes dna.", _look
)
