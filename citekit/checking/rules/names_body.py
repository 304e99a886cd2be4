from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.wording import quoted

# Words that no person is called by.
_BODY = re.compile(
    r"\b(?:universit[yéà]|universit(?:ät|eit|at|aet)|institut[eo]?|organi[sz]ation|association|consortium|committee|ministry|department"
    r"|council|foundation|commission|agency|corporation|collaboration|laborator(?:y|ies)|society|federation|inc\.|ltd\.?|gmbh|llc"
    r"|working group|task force|initiative)(?!\w)",
    re.IGNORECASE,
)


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry, field, names in bibliography.people:
        for name in names:
            text = name.text
            if " " in text and "{" not in text and len(name.commas) == 1 and _BODY.search(text):
                said = f"{quoted(text)} is taken for a person; put it in braces"
                yield Spot(bibliography.place(field, name.at), said, entry.key)


RULE = Rule("names-body", "warning", "A body without braces around its name, which is taken for a person's.", _look)
