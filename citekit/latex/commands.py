"""Which commands cite, and in which of their arguments the keys stand.

Commands are known by their name, since packages and people alike call what cites `…cite…`. The tables hold those that
have the name and take no keys, those that have another name, and those whose keys are not in the first braces. Sources:
the LaTeX kernel; natbib's reference sheet; biblatex's manual §3.7, §3.9 and §3.11; the manuals of apacite §4.1, harvard,
jurabib §4, csquotes (`\\textcquote` and kin), abntex2cite; multibib, whose `\\newcites{own}` makes `\\citeown`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """How a command takes its keys.

    `braces` has a letter for each pair of braces: `k` for keys, `-` for something else. `several`: all over again as
    long as braces follow, as in `\\cites(see)()[35]{key}[4]{key}`. `[…]` and `<…>` may stand before any braces.
    """

    braces: str = "k"
    several: bool = False


_ORDINARY = Form()

# \parencite, \Textcite, \onlinecite, \mycite, \textcites; \citet, \citeauthor, \nocite, \shortciteNP, \footcitetext.
_CITES = re.compile(r"[A-Za-z]*[cC]ites?|(?:mask)?(?:no|full|short|m?[fF]oot)?[cC]ite[A-Za-z]*")
_VOLUME = re.compile(r"[A-Za-z]*[vV]olcites?")
_SEVERAL = re.compile(r"[A-Za-z]*[cC]ite(?:s|texts)")

_TAKE_NO_KEYS = frozenset(
    """
    citetext citestyle citeindextrue citeindexfalse citeindextype citenumfont citeauthoryear citestarts citeends
    citereset citesetup mancite newcites citecolor
    citeform citeleft citeright citemid citepunct citedash citeprepunct
    citenotitlefortype citetitlefortype citefullfirstfortype
    AtNextCite AtEveryCite AtNextMultiCite AtEveryMultiCite AtVolcite bibcite setcite
    """.split()
)

_OTHERS = {
    # natbib, bibentry
    "defcitealias": Form(),
    "bibentry": Form(),
    "shortcites": Form(),
    # biblatex
    "entrydata": Form(),
    "ifentryseen": Form(),
    "ifentryinbib": Form(),
    "ifentrycategory": Form(),
    "ifentrykeyword": Form(),
    "assignrefcontextentries": Form(),
    "addtocategory": Form("-k"),
    "defbibentryset": Form("-k"),
    # jurabib
    "nextcitefull": Form(),
    "nextciteshort": Form(),
    "nextcitenotitle": Form(),
    "nextcitereset": Form(),
    "citeswithoutentry": Form(),
    # abntex2cite: \apud{key}{key}
    "apud": Form(several=True),
    "apudonline": Form(several=True),
    # csquotes; the first braces of foreign and hyphen hold the language
    "textcquote": Form(),
    "blockcquote": Form(),
    "foreigntextcquote": Form("-k"),
    "foreignblockcquote": Form("-k"),
    "hyphentextcquote": Form("-k"),
    "hyphenblockcquote": Form("-k"),
    "hybridblockcquote": Form("-k"),
}

_ENVIRONMENTS = {
    "displaycquote": Form(),
    "foreigndisplaycquote": Form("-k"),
    "hyphendisplaycquote": Form("-k"),
}


def form_of(command: str) -> Form | None:
    """How the command of this name (`parencite`; no backslash, no star) takes keys; `None` when it does not cite."""
    if command in _TAKE_NO_KEYS:
        return None
    if command in _OTHERS:
        return _OTHERS[command]
    if _VOLUME.fullmatch(command):
        return Form("-k", several=command.endswith("s"))
    if _SEVERAL.fullmatch(command):
        return Form(several=True)
    return _ORDINARY if _CITES.fullmatch(command) else None


def form_of_environment(name: str) -> Form | None:
    """The same for what follows `\\begin{name}`."""
    return _ENVIRONMENTS.get(name)
