r"""Citation keys that LaTeX can cite.

BibTeX takes no blank, comma or brace in a key, biber none of `" # % ' ( ) , = { } ~ \` either, and `\cite{…}` has its own trouble with
most of them.
"""

from __future__ import annotations

import re
from typing import Literal

BAD = {
    # what each program does not take in a key
    "bibtex": re.compile(r"[\s\"#%,={}~\\]+"),
    "biber": re.compile(r"[\s\"#%'(),={}~\\]+"),
}


def citable(key: str, program: Literal["bibtex", "biber"] = "biber") -> str:
    """The key with one `_` for what it cannot have: `Müller 2009, a` → `Müller_2009_a`. A key that can be cited stays as it is."""
    bad = BAD[program]
    return bad.sub("_", key).strip("_") if bad.search(key) else key
