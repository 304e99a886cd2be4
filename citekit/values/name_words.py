"""The words a name is made of: initials, particles, suffixes, and the words that tell a body from a person."""

from __future__ import annotations

import re
from functools import lru_cache

PARTICLES = frozenset(
    """
    af al ap at aus'm auf av ben bin da dal dalla dalle d' das de de' degli dei del della delle delli dello den
    der des di do dos du e el en het ibn im in 't la las le les lo los op 's s' st. te ten ter tot toe und v.
    van vom von vor y z zu zum zur
    """.split()
)
# A capital particle counts only straight before the family name: Annet Van Royen-Kerkhoff, but P. Van Martin Hagen.
_CAPITAL_PARTICLES = frozenset(
    """
    Van Von De Del Della Dalla Di Da Dos Du La Le El Al Abu Ben Bin Den Der Ter Ten St. Mac
    """.split()
)

JUNIOR = frozenset(("Jr", "Jr.", "Sr", "Sr."))
GENERATION = JUNIOR | {"II", "III", "IV", "2nd", "3rd"}  # behind a whole name: R. D. Johnson, III
_OF_A_FAMILY = frozenset("Neto Filho Júnior Sobrinho".split())  # Brazil: A. Matos Neto is a Matos Neto

_TWO_LETTERS = re.compile(r"(?:[^\W\d_][^\W\d_]?\.[-‐]?)+[^\W\d_]?\.?|[^\W\d_]\.[-‐][^\W\d_]\.?|Chr\.")  # Yu.G., S.-i


_ONE_SOUND = frozenset("Th Ph Ch Chr Fr Sh Zh Wm".split())  # initials that need no point: Weber Th


@lru_cache(maxsize=100_000)
def is_initial(word: str) -> bool:
    """`AB`, `A.B.`, `J-P`, `Á`, `Yu.`, `Th`: at most four capital letters, or one or two letters before each point."""
    if word[-1:].islower() and "." not in word:
        return word in _ONE_SOUND
    letters = word.replace(".", "").replace("-", "").replace("‐", "")
    if letters.isalpha() and letters.isupper():
        return len(letters) <= 4
    return (
        "." in word and word[0].isupper() and word not in ("St.", "Jr.", "Sr.") and bool(_TWO_LETTERS.fullmatch(word))
    )


@lru_cache(maxsize=100_000)
def is_capital_particle(word: str) -> bool:
    """`Van`, `Di`, and among names in capitals `VAN`, `LE`."""
    return word in _CAPITAL_PARTICLES or (word.isupper() and word.capitalize() in _CAPITAL_PARTICLES)


def is_particle(word: str) -> bool:
    return word in PARTICLES or is_capital_particle(word)


def ends_a_family(word: str) -> bool:
    """`Neto`, `Filho`: kinship words, never the family name alone."""
    return word in _OF_A_FAMILY


# A name with one of these words is a body's. Beginnings of words, in lower case; `bank` alone is a word of its own.
_BODY = frozenset(
    """
    group groups agency authority bank board bureau centre center centers centres college company corporation council department
    academy academies foundation hospital inc ltd gmbh library ministry museum nations network office parliament
    press program programme project rights science sciences service services society software systems team trust union watch
    microsystems participants study collaborators agence agencia agenzia amt asociación associação associazione associés
    banque banco centro comisión comissão comité commissie conseil consejo conselho consiglio directorate directorate-general
    fondation fundación fundação fondazione gesellschaft kommission oficina ministère ministerio ministero ministério ministerium
    sociedad sociedade società société stiftung verband verein zentrum
    """.split()
)
_ABBREVIATED = re.compile(r"\([A-Z]{3,10}\)")
_BODY_STEMS = (
    "organisation", "organization", "institut", "universi", "committee", "association", "consorti", "investigator", "commission",
    "collaborati", "federation", "government", "bundes", "statisti", "akademi", "académi", "accademi",
)  # fmt: skip


@lru_cache(maxsize=100_000)
def names_a_body(word: str) -> bool:
    """Is this one of the words that only a body's name has: *Group*, *Ministère*, *Universität*, an abbreviation `(ASTM)`?"""
    bare = word.strip(".,;:()[]").lower()
    return (
        bare in _BODY or bare.startswith(_BODY_STEMS) or (word[0] == "(" and _ABBREVIATED.fullmatch(word) is not None)
    )


def is_body(text: str) -> bool:
    """Is this the name of an organisation, a committee, a study group? Told by its words, and by having no initials."""
    words = text.split()
    if not any(map(names_a_body, words)):
        return False
    if len(words) == 2 and any(is_initial(word) for word in words) and not words[0].isupper():
        return False  # Bank AB
    return not any(is_initial(word) and "." in word for word in words[1 if _is_country(words[0]) else 0 :])


def _is_country(word: str) -> bool:
    return bool(re.fullmatch(r"(?:U\.S\.(?:A\.)?|U\.K\.|U\.N\.|E\.U\.)", word))
