"""Names of journals, whole and abbreviated."""

from __future__ import annotations

import re
from functools import lru_cache

from citekit.values.text import fold

# Words that abbreviations leave out (ISO 4: articles, prepositions and conjunctions) and words for "journal" itself.
_SMALL = frozenset(
    """
    the of and in on for a an to with und der die das des für fur de la le les du et el los las y e di da do dos
    degli delle della van het en
    """.split()
)


# Proc Natl Acad Sci U S A and Proceedings of the National Academy of Sciences (of the United States of America).
_COUNTRY = re.compile(r" (?:u s a|usa|of the united states of america)$")


@lru_cache(maxsize=50_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in _COUNTRY.sub("", fold(name)).split() if word not in _SMALL)


@lru_cache(maxsize=50_000)
def same_journal(a: str, b: str) -> bool:
    """Are these one journal? Knows abbreviations: `N Engl J Med` is `The New England Journal of Medicine`.

    A subtitle after a colon, or a society's name in parentheses, may stand on one side only. `Blood` is not
    `Blood Advances`. True for equal folds; false when either is empty.
    """
    for left in _forms(a):
        for right in _forms(b):
            if left and right and (left == right or _abbreviates(left, right) or _abbreviates(right, left)):
                return True
    return False


@lru_cache(maxsize=50_000)
def _forms(name: str) -> tuple[tuple[str, ...], ...]:
    heads = [name, *(name.split(mark)[0] for mark in (" : ", ": ", " = ", " (", ";") if mark in name)]
    return tuple(dict.fromkeys(_words(head) for head in heads))


def _abbreviates(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Is each word of `short` a shortening of the word of `full` in the same place (J ~ Journal, Natl ~ National)?

    `PNAS`-like names of one word stand for the initials of the rest.
    """
    if len(short) == 1 and len(full) > 1 and len(short[0]) == len(full):
        return short[0] == "".join(word[0] for word in full)
    return len(short) == len(full) and all(_shortens(s, f) for s, f in zip(short, full, strict=True))


def _shortens(short: str, word: str) -> bool:
    """`natl` ~ `national`: same first letter, and the letters of `short` appear in `word` in order.

    `investig` ~ `investigation` and `j` ~ `journal` are beginnings; contractions (`natl`) may skip letters, but a
    two-letter word must be a beginning, lest `in` shorten `immunology`.
    """
    if word.startswith(short):
        return True
    if len(short) < 3 or len(short) >= len(word) or short[0] != word[0]:
        return False
    letters = iter(word)
    return all(letter in letters for letter in short)


# Shortened words as they stand in names (a few of ISO 4's list of title word abbreviations, the commonest).
_STUBS = frozenset(
    """
    acad acta adv am anal anim ann appl arch asoc assoc behav biochem bioinform biophys biosci biotechnol bull
    can chem clin coll commun comp comput conf curr dev dis ecol econ educ electr endocr eng engl environ
    epidemiol eur evol exp expert gastroenterol gen genet geophys gerontol hosp hum immun ind infect inf insect
    inst int intern invest investig jpn lab lett mach magn manag mater math meas mech med microsc mol nat natl
    nephrol nucl nurs nutr obstet oncol ophthal opin opt org orthop otolaryngol pathog pediatr pharm philos phys
    physiol plast pol polym pract proc prog psychiatr psychol pub publ q rehabil relat rep reprod res resour
    respir rev rheum rheumatol sci ser signal soc sociol softw stat struct stud surg surv symp syst technol
    theor ther thorac toxicol trans transl transplant trop univ urol vac vet vib virol z zool zh ztg
    """.split()
)
_STUB_ENDING = re.compile(r"(?:[bcdefghilmnprstvx]ol|[dp]iatr|nvest|iatr|atr)$")  # dermatol, immunol, psychiatr
_WHOLE = frozenset(
    """
    control protocol alcohol school cholesterol petrol patrol aerosol ethanol methanol
    """.split()
)


def is_abbreviated(name: str) -> bool:
    """Does this look like an abbreviated name (`N Engl J Med`, `Arch. Dermatol.`) rather than a whole one?

    Decided by form: a point or a cut word at the end, a word of a single letter, or cut words in the majority. One-word
    names without a point (`Blood`, `JAMA`) are whole.
    """
    words = _words(name)
    if name.rstrip().endswith(".") and words:
        return True
    if len(words) < 2:
        return False
    cut = [word in _STUBS or bool(_STUB_ENDING.search(word) and word not in _WHOLE) for word in words]
    return cut[-1] or any(len(word) == 1 and word.isalpha() for word in words) or sum(cut) * 2 > len(words)
